package sandbox

import (
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kehoach/ingest/source"
)

// readers misbehave in every way that a parser can.
var readers = map[string]Reader{
	"echo": func(data []byte, req Request, _ func(int)) (*source.File, error) {
		return source.NewText("", string(data)+req.Password), nil
	},
	"refuse": func([]byte, Request, func(int)) (*source.File, error) {
		return nil, &source.Refusal{Reason: source.NeedsPassword}
	},
	"fail":  func([]byte, Request, func(int)) (*source.File, error) { return nil, errors.New("no table") },
	"panic": func([]byte, Request, func(int)) (*source.File, error) { panic("index out of range") },
	"exit":  func([]byte, Request, func(int)) (*source.File, error) { os.Exit(3); return nil, nil },
	"hang":  func([]byte, Request, func(int)) (*source.File, error) { time.Sleep(time.Hour); return nil, nil },
	"spin": func([]byte, Request, func(int)) (*source.File, error) {
		for n := 0; ; n++ {
			runtime.KeepAlive(n)
		}
	},
	"slow": func(_ []byte, _ Request, pages func(int)) (*source.File, error) {
		pages(1000)
		time.Sleep(300 * time.Millisecond)
		return source.NewText("", "slow"), nil
	},
	"eat": func([]byte, Request, func(int)) (*source.File, error) {
		var all [][]byte
		for {
			b := make([]byte, 16<<20)
			for i := range b {
				b[i] = byte(i)
			}
			all = append(all, b)
			runtime.KeepAlive(all)
		}
	},
	"nest": func([]byte, Request, func(int)) (*source.File, error) { return nil, nest(0) },
	"shout": func([]byte, Request, func(int)) (*source.File, error) {
		return source.NewText("", strings.Repeat("x", 1<<20)), nil
	},
	"write": func(data []byte, _ Request, _ func(int)) (*source.File, error) {
		return nil, os.WriteFile(string(data), []byte("x"), 0o644)
	},
	"open": func(data []byte, _ Request, _ func(int)) (*source.File, error) {
		text, err := os.ReadFile(filepath.Dir(string(data)) + "/in")
		return source.NewText("", string(text)), err
	},
	"run": func([]byte, Request, func(int)) (*source.File, error) {
		return nil, exec.Command("/bin/true").Run()
	},
	"call": func([]byte, Request, func(int)) (*source.File, error) {
		_, err := net.Dial("tcp", "127.0.0.1:9")
		return nil, err
	},
}

func nest(n int) error {
	var room [1024]byte
	if n < 0 {
		return errors.New(string(room[:]))
	}
	return nest(n + 1)
}

func TestMain(m *testing.M) {
	if code, ok := Main(os.Args[1:], readers, os.Stdin, os.Stdout); ok {
		os.Exit(code)
	}
	os.Exit(m.Run())
}

func TestRun(t *testing.T) {
	f, err := Run(t.Context(), "echo", []byte("Kế hoạch\nsố 2"), Request{Password: "!"})
	if err != nil || f.Text != "Kế hoạch\nsố 2!" || len(f.Lines) != 2 {
		t.Errorf("got %+v, %v", f, err)
	}
}

func TestRunRefusals(t *testing.T) {
	if racing {
		t.Skip("the race detector does not fit into the limits")
	}
	short := Limits{Wall: 5 * time.Second, Memory: 256 << 20, Answer: 1 << 16}
	for reader, want := range map[string]source.Refusal{
		"refuse": {Reason: source.NeedsPassword},
		"fail":   {Reason: source.Damaged, Detail: "no table"},
		"panic":  {Reason: source.Damaged, Detail: "index out of range"},
		"exit":   {Reason: source.Damaged, Detail: "exit status 3"},
		"none":   {Reason: source.Damaged, Detail: "exit status 1"},
		"eat":    {Reason: source.OverLimit, Detail: "memory 256 MiB"},
		"nest":   {Reason: source.OverLimit, Detail: "nesting"},
		"shout":  {Reason: source.OverLimit, Detail: "answer 65536 bytes"},
	} {
		t.Run(reader, func(t *testing.T) {
			if reader == "eat" && runtime.GOOS != "linux" {
				t.Skip("no wall for the memory here")
			}
			_, err := Run(t.Context(), reader, nil, Request{Limits: short})
			var got *source.Refusal
			if !errors.As(err, &got) || got.Reason != want.Reason || !strings.Contains(got.Detail, want.Detail) {
				t.Errorf("got %v, want %v", err, &want)
			}
		})
	}
}

func TestRunTime(t *testing.T) {
	for _, reader := range []string{"hang", "spin"} {
		_, err := Run(t.Context(), reader, nil, Request{Limits: Limits{Wall: 200 * time.Millisecond}})
		var got *source.Refusal
		if !errors.As(err, &got) || got.Reason != source.OverLimit || got.Detail != "wall time 200ms" {
			t.Errorf("%s: %v", reader, err)
		}
	}
	limits := Limits{Wall: 150 * time.Millisecond, PerPage: 20 * time.Millisecond}
	if f, err := Run(t.Context(), "slow", nil, Request{Limits: limits}); err != nil || f.Text != "slow" {
		t.Errorf("pages give no time: %v", err)
	}
}

func TestRunCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	if _, err := Run(ctx, "hang", nil, Request{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestRunConfined(t *testing.T) {
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" && runtime.GOARCH != "arm64" {
		t.Skip("no filter here")
	}
	path := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(filepath.Dir(path)+"/in", []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, reader := range []string{"write", "open", "run", "call"} {
		_, err := Run(t.Context(), reader, []byte(path), Request{})
		if err == nil || !strings.Contains(err.Error(), "not permitted") {
			t.Errorf("%s: %v", reader, err)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was written")
	}
}

func TestMainIgnoresOthers(t *testing.T) {
	for _, args := range [][]string{nil, {"ingest", "x"}, {Entry}} {
		if _, ok := Main(args, readers, nil, nil); ok {
			t.Errorf("%q asks for a child", args)
		}
	}
}
