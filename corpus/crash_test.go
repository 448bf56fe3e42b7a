package corpus

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test binary be an ingester that another test kills.
func TestMain(m *testing.M) {
	if dir := os.Getenv("KEHOACH_TEST_CORPUS"); dir != "" {
		ingestForTest(dir, os.Getenv("KEHOACH_TEST_INPUT"))
		return
	}
	os.Exit(m.Run())
}

// ingestForTest ingests the folder in and prints "id sha256" of each plan accepted.
func ingestForTest(dir, in string) {
	w, err := Lock(context.Background(), dir, Options{Rules: testRules("1")})
	if err == nil {
		files, _ := Files([]string{in})
		_, err = w.Ingest(context.Background(), files, Ingest{Report: func(r Result) {
			fmt.Println(r.Record.ID, r.Record.SHA256)
		}})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Kill -9 at any moment loses no accepted file, leaves a sound corpus, and a later
// run finishes the work.
func TestKill(t *testing.T) {
	const rounds, files = 20, 30
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	dir, in := t.TempDir(), t.TempDir()
	accepted := map[string]map[string]bool{} // id → SHA-256 of what was reported
	for round := range rounds {
		for i := range files { // each round changes some files
			if round == 0 || random.IntN(3) == 0 {
				text := fmt.Sprintf("id: plan-%d\nround %d\n%s", i, round, strings.Repeat("chữ ", random.IntN(20_000)))
				if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%d.txt", i)), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
		killIngest(t, dir, in, random.IntN(files), time.Duration(random.IntN(3000))*time.Microsecond, accepted)
		w := lockTest(t, dir, "1")
		checkSound(t, w)
		for id, shas := range accepted {
			history, err := w.History(id)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range history {
				delete(shas, r.SHA256)
			}
			if len(shas) > 0 {
				t.Fatalf("round %d: %s lost %v", round, id, shas)
			}
		}
		w.Close()
	}
	w := lockTest(t, dir, "1")
	ingestAll(t, w, in)
	records, err := w.Records()
	if len(records) != files || err != nil {
		t.Errorf("%d plans at the end (%v), want %d", len(records), err, files)
	}
}

// killIngest starts an ingester and kills it some time after its nth report.
func killIngest(t *testing.T, dir, in string, n int, after time.Duration, accepted map[string]map[string]bool) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "KEHOACH_TEST_CORPUS="+dir, "KEHOACH_TEST_INPUT="+in)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); n-- {
		id, sha, _ := strings.Cut(lines.Text(), " ")
		if accepted[id] == nil {
			accepted[id] = map[string]bool{}
		}
		accepted[id][sha] = true
		if n == 0 {
			time.Sleep(after)
			cmd.Process.Kill()
		}
	}
	_ = cmd.Wait() // killed, mostly
}
