// Command fts5 compares the search index with SQLite FTS5 on made models: time and
// memory to build, size, and the time of queries of each kind. Both answer with the
// ten best and the number of all matches. It prints a table in Markdown.
//
// Each index is built in a process of its own, so that its memory can be told. SQLite
// is the pure Go port, as the project uses no cgo.
package main

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"kehoach/extract/plan"
	"kehoach/index"
	"kehoach/index/indextest"
)

var (
	models = flag.Int("models", 10_000, "how many models to make")
	runs   = flag.Int("runs", 2, "times to ask everything; the best counts")
	asked  = flag.Int("queries", 150, "queries of each kind")
	plans  = flag.String("plans", "../../../testdata/plans", "folder of the sample plans")
	build  = flag.String("build", "", "for the program itself: which index to build")
	folder = flag.String("dir", "", "for the program itself: where to build it")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	made := indextest.Generate(paragraphs(), *models, 1)
	switch *build {
	case "index":
		tell(func() error { return buildIndex(*folder, made) })
		return
	case "sqlite":
		tell(func() error { return buildSQLite(*folder, made) })
		return
	}
	dir, err := os.MkdirTemp("", "fts5-")
	check(err)
	defer os.RemoveAll(dir)
	fmt.Printf("%d models, Go %s, %d cores\n\n", *models, runtime.Version(), runtime.NumCPU())
	fmt.Println("| | index | SQLite FTS5 | ratio |\n|---|---|---|---|")
	a, b := built(dir, "index"), built(dir, "sqlite")
	row("build, s", a.wall, b.wall)
	row("build, s of a core", a.cpu, b.cpu)
	row("bytes, MB", a.megabytes, b.megabytes)
	row("peak memory of the build, MB", a.memory, b.memory)
	compare(dir, made)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func row(name string, a, b float64) {
	fmt.Printf("| %s | %.3g | %.3g | %.2f |\n", name, a, b, a/b)
}

func paragraphs() []string {
	paths, err := filepath.Glob(filepath.Join(*plans, "*.txt"))
	check(err)
	var ps []string
	for _, path := range paths {
		b, err := os.ReadFile(path)
		check(err)
		for _, line := range strings.Split(string(b), "\n") {
			if line = strings.TrimSpace(line); len(line) > 80 {
				ps = append(ps, line)
			}
		}
	}
	if len(ps) == 0 {
		log.Fatalf("no plans in %s", *plans)
	}
	return ps
}

func buildIndex(dir string, made []*plan.Extraction) error {
	w, err := index.OpenWriter(dir)
	if err != nil {
		return err
	}
	return w.Apply(context.Background(), made, nil)
}

// tell does a build and prints the seconds that it took, by the clock and of a core.
func tell(do func() error) {
	began, before := time.Now(), usage()
	check(do())
	fmt.Println(time.Since(began).Seconds(), usage()-before)
}

// usage is how many seconds of a core this process has used.
func usage() float64 {
	var r syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &r))
	return float64(r.Utime.Sec+r.Stime.Sec) + float64(r.Utime.Usec+r.Stime.Usec)/1e6
}

// building is what it took to build an index.
type building struct {
	wall, cpu         float64 // seconds
	megabytes, memory float64
}

// built builds an index in another process.
func built(dir, which string) building {
	where := filepath.Join(dir, which)
	check(os.MkdirAll(where, 0o755))
	exe, err := os.Executable()
	check(err)
	cmd := exec.Command(exe, "-build", which, "-dir", where, "-plans", *plans, "-models", fmt.Sprint(*models))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	check(err)
	var b building
	_, err = fmt.Sscan(string(out), &b.wall, &b.cpu)
	check(err)
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		b.memory = float64(usage.Maxrss) / 1024
	}
	check(filepath.WalkDir(where, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			info, errInfo := e.Info()
			b.megabytes += float64(info.Size()) / 1e6
			err = errInfo
		}
		return err
	}))
	return b
}

// compare asks both indexes everything, one after the other in turns.
func compare(dir string, made []*plan.Extraction) {
	began := time.Now()
	x, err := index.Open(filepath.Join(dir, "index"))
	check(err)
	_, err = x.Search(context.Background(), index.Request{Query: "khám chữa bệnh", Limit: 10})
	check(err)
	opened := time.Since(began)
	began = time.Now()
	s, err := openSQLite(filepath.Join(dir, "sqlite"))
	check(err)
	check(s.query("SELECT count(*) FROM fts WHERE fts MATCH 'kham'"))
	row("open and first query, ms", ms(opened), ms(time.Since(began)))
	for _, k := range kinds(newSampler(made)) {
		var a, b []time.Duration
		for range *runs {
			a = better(a, timed(len(k.ours), func(i int) error {
				_, err := x.Search(context.Background(), k.ours[i])
				return err
			}))
			b = better(b, timed(len(k.theirs), func(i int) error { return s.ask(k.theirs[i]) }))
		}
		row(k.name+", p50 ms", ms(at(a, 50)), ms(at(b, 50)))
		row(k.name+", p99 ms", ms(at(a, 99)), ms(at(b, 99)))
		if k.clients {
			clients(k, x, s)
		}
	}
	check(x.Close())
}

const clientsAtOnce = 4

// clients tells how many queries of a kind a second four clients get answered.
func clients(k kind, x *index.Index, s *sqlite) {
	perSecond := func(do func(i int) error) float64 {
		began := time.Now()
		var wg sync.WaitGroup
		for c := range clientsAtOnce {
			wg.Go(func() {
				for i := c; i < len(k.ours); i += clientsAtOnce {
					check(do(i))
				}
			})
		}
		wg.Wait()
		return float64(len(k.ours)) / time.Since(began).Seconds()
	}
	ours := perSecond(func(i int) error {
		_, err := x.Search(context.Background(), k.ours[i])
		return err
	})
	theirs := perSecond(func(i int) error { return s.ask(k.theirs[i]) })
	row(k.name+", queries/s of four clients", ours, theirs)
}

func timed(n int, do func(int) error) []time.Duration {
	var took []time.Duration
	for i := range n {
		began := time.Now()
		check(do(i))
		took = append(took, time.Since(began))
	}
	return took
}

// better returns the shorter time of each query.
func better(a, b []time.Duration) []time.Duration {
	for i := range a {
		b[i] = min(a[i], b[i])
	}
	return b
}

// at returns a percentile.
func at(took []time.Duration, percent int) time.Duration {
	sorted := slices.Sorted(slices.Values(took))
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
