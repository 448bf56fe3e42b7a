package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Ctrl-C in the middle of an ingest ends it with exit code 1 and keeps what was
// reported; the same command again does the rest.
func TestInterruptedIngest(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no signal to send to one process")
	}
	const files = 150
	in, dir := t.TempDir(), filepath.Join(t.TempDir(), "kho")
	for i := range files {
		text := fmt.Sprintf("Số: %d/KH-UBND\n\nKẾ HOẠCH\nThử việc thứ %d\n", i+1, i)
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"ingest", in, "--corpus", dir, "--format", "json"}

	cmd, stderr := program(t, args...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	reported := 0
	for lines := bufio.NewScanner(out); lines.Scan(); reported++ {
		if reported == 0 {
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitFailed {
		t.Fatalf("exit code %d, want %d: %s", code, exitFailed, stderr)
	}
	if !strings.Contains(stderr.String(), msgErrInterrupted) {
		t.Errorf("standard error says %q", stderr)
	}

	cmd, stderr = program(t, args...)
	again, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, stderr)
	}
	unchanged := strings.Count(string(again), `"status":"unchanged"`)
	added := strings.Count(string(again), `"status":"added"`)
	if unchanged != reported || unchanged+added != files {
		t.Errorf("%d reported before; then %d unchanged and %d added of %d", reported, unchanged, added, files)
	}
}

// program is this program as a process of its own; what it says to standard error is
// collected.
func program(t *testing.T, args ...string) (*exec.Cmd, *strings.Builder) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Args[0] = "kehoach" // TestMain goes by it
	stderr := new(strings.Builder)
	cmd.Stderr = stderr
	return cmd, stderr
}
