package index

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kehoach/extract/plan"
)

// writerEnv makes the test program a process that changes the index in a directory
// until it is killed.
const writerEnv = "KEHOACH_TEST_WRITER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerEnv); dir != "" {
		if err := writeOnAndOn(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

const (
	roundPlans  = 3
	roundModels = 15
)

// round is what the writer puts in its round number n: plans whose every model says n.
func round(n int) []*plan.Extraction {
	var xs []*plan.Extraction
	for i := range roundPlans {
		var models []string
		for j := range roundModels {
			models = append(models, fmt.Sprintf("khám chữa bệnh lượt r%d mô hình %d", n, j))
		}
		xs = append(xs, onePlan(fmt.Sprint("round-", i), models...))
	}
	return xs
}

// writeOnAndOn puts one round after the other and says so before each. Every seventh
// is a rebuild.
func writeOnAndOn(dir string) error {
	w, err := OpenWriter(dir)
	if err != nil {
		return err
	}
	start, _ := strconv.Atoi(os.Getenv("KEHOACH_TEST_ROUND"))
	for n := start; ; n++ {
		fmt.Println(n)
		if n%7 == 6 {
			err = w.Rebuild(context.Background(), func(yield func(*plan.Extraction, error) bool) {
				for _, x := range round(n) {
					if !yield(x, nil) {
						return
					}
				}
			})
		} else {
			err = w.Apply(context.Background(), round(n), nil)
		}
		if err != nil {
			return err
		}
	}
}

// startWriter starts a writer in another process at round n. What it begins is sent
// on the channel.
func startWriter(t *testing.T, dir string, n int) (*exec.Cmd, <-chan int) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), writerEnv+"="+dir, "KEHOACH_TEST_ROUND="+strconv.Itoa(n))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kill(cmd) })
	rounds := make(chan int, 1<<16)
	go func() {
		defer close(rounds)
		for s := bufio.NewScanner(out); s.Scan(); {
			if n, err := strconv.Atoi(s.Text()); err == nil {
				rounds <- n
			}
		}
	}()
	return cmd, rounds
}

func kill(cmd *exec.Cmd) {
	if cmd.ProcessState == nil {
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
	}
}

// roundOf checks that x holds one whole round, and returns which.
func roundOf(x *Index) (int, error) {
	r, err := x.Search(context.Background(), Request{Query: `khám "chữa bệnh"`, Limit: 1000, Facets: []string{"plan", "kind"}})
	if err != nil {
		return 0, err
	}
	if r.Total != roundPlans*roundModels || len(r.Hits) != r.Total || len(r.Facets["plan"]) != roundPlans {
		return 0, fmt.Errorf("%d hits, %d of them given, in plans %v", r.Total, len(r.Hits), r.Facets["plan"])
	}
	seen := map[string]bool{}
	for _, h := range r.Hits {
		seen[strings.Fields(h.Title)[4]] = true
	}
	if len(seen) != 1 {
		return 0, fmt.Errorf("rounds %v at one time", seen)
	}
	for name := range seen {
		return strconv.Atoi(name[1:])
	}
	return 0, errors.New("no round")
}

// One process writes on and on, another searches: no error, never a part of a round,
// never an older round than before. How long calls took is told, not judged.
func TestReadWhileAnotherProcessWrites(t *testing.T) {
	dir := t.TempDir()
	apply(t, dir, round(0))
	cmd, rounds := startWriter(t, dir, 1)
	<-rounds
	lasting := 2 * time.Second
	if *long {
		lasting = time.Minute
	}
	last, calls, slowest := readOn(t, dir, 0, lasting)
	if last == 0 {
		t.Error("nothing of what the other process wrote was seen")
	}
	kill(cmd)
	_, alone, slowestAlone := readOn(t, dir, last, lasting)
	t.Logf("beside the other process %d times opened and searched, up to round %d, slowest %v; alone %d times, slowest %v",
		calls, last, slowest, alone, slowestAlone)
}

// readOn opens and searches over and over. It returns the last round that was seen.
func readOn(t *testing.T, dir string, last int, lasting time.Duration) (seen, calls int, slowest time.Duration) {
	t.Helper()
	for until := time.Now().Add(lasting); time.Now().Before(until); calls++ {
		began := time.Now()
		x, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		n, err := roundOf(x)
		if errClose := x.Close(); err == nil {
			err = errClose
		}
		if err != nil {
			t.Fatal(err)
		}
		if n < last {
			t.Fatalf("round %d after round %d", n, last)
		}
		last = n
		slowest = max(slowest, time.Since(began))
	}
	return last, calls, slowest
}

// A reader that holds its index open for long neither sees a change nor loses a file.
func TestLongReader(t *testing.T) {
	dir := t.TempDir()
	apply(t, dir, round(0))
	x := open(t, dir)
	for n := 1; n < 10; n++ {
		apply(t, dir, round(n))
		if got, err := roundOf(x); got != 0 || err != nil {
			t.Fatalf("round %d, %v", got, err)
		}
	}
}

// However a writer is killed, what is found next is what a fresh index of the same
// plans finds; and the next writer goes on.
func TestKilledWriter(t *testing.T) {
	dir := t.TempDir()
	apply(t, dir, round(0))
	kills := 6
	if *long {
		kills = 50
	}
	next := 1
	for i := range kills {
		cmd, rounds := startWriter(t, dir, next)
		begun := <-rounds
		time.Sleep(time.Duration(i*7%60) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // says that it was killed
		for n := range rounds {
			begun = n
		}
		x, err := Open(dir)
		if err != nil {
			t.Fatalf("after kill %d: %v", i, err)
		}
		n, err := roundOf(x)
		if err != nil || n > begun || n < next-1 && i == 0 {
			t.Fatalf("after kill %d in round %d: round %d, %v", i, begun, n, err)
		}
		same(t, x, indexOf(t, round(n)...))
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		next = begun + 1
	}
	apply(t, dir, round(next))
	if ns, err := generations(dir); err != nil || len(ns) != 1 {
		t.Errorf("generations %v, %v", ns, err)
	}
	if left := glob(t, filepath.Join(dir, ".tmp-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// same holds that two indexes answer alike.
func same(t *testing.T, a, b *Index) {
	t.Helper()
	for _, r := range []Request{{}, {Query: "kham chua benh"}, {Query: "mô hình 7"}, {Query: `"chữa bệnh lượt"`}, {Query: "khamm", Facets: FacetFields}} {
		r.Limit = 100
		x, y := ask(t, a, r), ask(t, b, r)
		x.TookMS, y.TookMS = 0, 0
		p, errP := json.Marshal(x)
		q, errQ := json.Marshal(y)
		if errP != nil || errQ != nil || !slices.Equal(p, q) {
			t.Errorf("%q: %d and %d hits, or not the same\n%s\n%s", r.Query, x.Total, y.Total, p, q)
		}
	}
}
