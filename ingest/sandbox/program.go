package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ProgramEntry is the hidden argument of the process that gives up what Program says and
// then becomes the program: "kehoach __program JSON".
const ProgramEntry = "__program"

// Program is a call of another program that reads a document: poppler, tesseract,
// LibreOffice. It is started without a shell.
type Program struct {
	Path   string
	Args   []string // without its name
	Env    []string // besides PATH, the locale and one thread
	Dir    string   // its working folder, the only one in which it writes; "" is none
	Stdin  []byte
	Wall   time.Duration
	Memory int64 // bytes; 0: 1 GiB
	Output int   // bytes that it may print; 0: 256 MiB
}

// terms are what the process gives up before it becomes the program.
type terms struct {
	Path   string
	Args   []string // with the name
	Dir    string
	Memory int64
}

// Run returns what the program prints on standard output, and the beginning of what it
// says on standard error. A limit that it hits is a *source.Refusal.
func (p Program) Run(ctx context.Context) (stdout []byte, said string, err error) {
	if p.Memory == 0 {
		p.Memory = 1 << 30
	}
	if p.Output == 0 {
		p.Output = 256 << 20
	}
	limited, cancel := context.WithTimeout(ctx, p.Wall)
	defer cancel()
	cmd, err := p.command(limited)
	if err != nil {
		return nil, "", fmt.Errorf("start %s: %w", filepath.Base(p.Path), err)
	}
	out, stderr := &capped{limit: p.Output}, &tail{}
	cmd.Stdout, cmd.Stderr = out, stderr
	err = cmd.Run()
	said = strings.TrimSpace(stderr.String())
	switch {
	case ctx.Err() != nil:
		return nil, said, ctx.Err()
	case errors.Is(limited.Err(), context.DeadlineExceeded):
		return nil, said, overLimit("wall time", p.Wall.String())
	case out.over:
		return nil, said, overLimit("answer", strconv.Itoa(p.Output)+" bytes")
	case err != nil:
		return nil, said, fmt.Errorf("%s: %w: %.200s", filepath.Base(p.Path), err, said)
	}
	return out.b, said, nil
}

// command is the call: by way of this binary where it can give something up first.
func (p Program) command(ctx context.Context) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, p.Path, p.Args...)
	if canGiveUp {
		t, err := json.Marshal(terms{p.Path, append([]string{p.Path}, p.Args...), p.Dir, p.Memory})
		if err != nil {
			return nil, err
		}
		if cmd, err = self(ctx, ProgramEntry, string(t)); err != nil {
			return nil, err
		}
	}
	cmd.Dir = p.Dir
	if p.Dir == "" {
		cmd.Dir = os.TempDir()
	}
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"}, p.Env...)
	cmd.Stdin = bytes.NewReader(p.Stdin)
	cmd.WaitDelay = 2 * time.Second
	cmd.Cancel = func() error { kill(cmd); return nil }
	confine(cmd)
	return cmd, nil
}

// becomeProgram is the process between: it returns only if that fails.
func becomeProgram(request string) (code int) {
	var t terms
	err := json.Unmarshal([]byte(request), &t)
	if err == nil {
		err = become(t)
	}
	fmt.Fprintln(os.Stderr, err)
	return 126 // as shells say of what cannot be executed
}

// capped keeps what is written to it up to a limit. It has no other method: a Buffer
// would read from a pipe by itself, without the limit.
type capped struct {
	b     []byte
	limit int
	over  bool
}

func (c *capped) Write(p []byte) (int, error) {
	room := c.limit - len(c.b)
	c.over = c.over || len(p) > room
	c.b = append(c.b, p[:min(len(p), room)]...)
	return len(p), nil
}
