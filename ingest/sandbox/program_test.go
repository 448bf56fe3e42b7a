package sandbox

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kehoach/ingest/source"
)

// program is a call of the shell, which does what documents might have programs do.
func program(t *testing.T, script string) Program {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no shell here")
	}
	return Program{Path: "/bin/sh", Args: []string{"-c", script}, Dir: t.TempDir(), Wall: 20 * time.Second}
}

func TestProgram(t *testing.T) {
	p := program(t, `cat; echo "$0 $OMP_THREAD_LIMIT $A" >&2; pwd > here`)
	p.Stdin, p.Env = []byte("Kế hoạch"), []string{"A=b"}
	out, said, err := p.Run(t.Context())
	if err != nil || string(out) != "Kế hoạch" || said != "/bin/sh 1 b" {
		t.Errorf("%q, %q, %v", out, said, err)
	}
	here, err := os.ReadFile(filepath.Join(p.Dir, "here"))
	if err != nil || filepath.Base(strings.TrimSpace(string(here))) != filepath.Base(p.Dir) {
		t.Errorf("%q, %v", here, err)
	}
}

func TestProgramErrors(t *testing.T) {
	p := program(t, "echo wrong >&2; exit 3")
	if _, said, err := p.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "sh: exit status 3: wrong") && said != "wrong" {
		t.Errorf("exit: %v", err)
	}
	p = program(t, "sleep 20")
	p.Wall = 200 * time.Millisecond
	var r *source.Refusal
	if _, _, err := p.Run(t.Context()); !errors.As(err, &r) || r.Detail != "wall time 200ms" {
		t.Errorf("sleep: %v", err)
	}
	p = program(t, "yes | head -c 100000")
	p.Output = 1000
	if _, _, err := p.Run(t.Context()); !errors.As(err, &r) || r.Detail != "answer 1000 bytes" {
		t.Errorf("yes: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	if _, _, err := program(t, "sleep 20").Run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, _, err := (Program{Path: "/nowhere/program", Wall: time.Minute}).Run(t.Context()); err == nil {
		t.Error("a program that is not there ran")
	}
}

// TestProgramConfined holds that a program writes in its folder only, has its memory and
// reaches nobody.
func TestProgramConfined(t *testing.T) {
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" && runtime.GOARCH != "arm64" {
		t.Skip("not enforced here")
	}
	outside := t.TempDir()
	for _, script := range []string{"echo x > " + outside + "/new", "mkdir " + outside + "/folder", "rm -r " + outside} {
		p := program(t, script)
		_, said, err := p.Run(t.Context())
		if err == nil && !hasLandlock() && os.Getenv("CI") == "" {
			t.Skip("this kernel has no Landlock")
		}
		if err == nil {
			t.Errorf("%s: done, %s", script, said)
		}
	}
	if entries, err := os.ReadDir(outside); err != nil || len(entries) > 0 {
		t.Errorf("%v, %v", entries, err)
	}
	p := program(t, "head -c 100000000 /dev/zero | tail -c 90000000 | wc -c")
	p.Memory = 32 << 20
	if out, said, _ := p.Run(t.Context()); strings.TrimSpace(string(out)) == "90000000" {
		t.Errorf("more memory than allowed: %s", said)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	p = program(t, "")
	p.Path, p.Args = "/bin/bash", []string{"-c", "echo > /dev/tcp/127.0.0.1/" + port}
	if _, said, err := p.Run(t.Context()); err == nil || !strings.Contains(said, "not permitted") {
		t.Errorf("the network was reached: %v, %s", err, said)
	}
}
