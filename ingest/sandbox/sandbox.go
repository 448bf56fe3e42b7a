// Package sandbox reads documents in a process of their own: the same binary, called
// with a hidden argument. Whatever a document does there, crash, hang, exhaust the
// memory, costs that document and nothing else. Begin with Run, which the program
// calls, and with Main, which the child calls.
//
// What is enforced of a reader, everywhere: the time by the clock, the size of the
// answer, a panic, a fatal error of the runtime. On Linux also: the memory (RLIMIT_DATA),
// no file can be written (RLIMIT_FSIZE), no core is left, the child dies with its parent;
// and, on amd64 and arm64, a seccomp filter refuses sockets, new programs and opening any
// file, to read or to write. Elsewhere the memory is bounded by the collector's limit, a
// target and not a wall.
//
// Programs of others that read documents are called by Program. Of them is enforced,
// everywhere: the time and the length of what they print. On Linux also: the memory, the
// size of files, that they die with this process; where the kernel has Landlock (5.13),
// that they write in one folder only (and may make sockets, and remove files, in /tmp);
// on amd64 and arm64 by seccomp, that they reach no network. Not enforced: what they read.
package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"kehoach/ingest/source"
)

// Entry is the hidden argument: "kehoach __ingest READER".
const Entry = "__ingest"

// Limits of one document. The zero value means the standard ones.
type Limits struct {
	Wall    time.Duration // 0: 30 s
	PerPage time.Duration // in addition, for each page that the reader finds; 0: 50 ms
	Memory  int64         // bytes besides the document itself; 0: 512 MiB
	Answer  int64         // bytes that the child may print; 0: 256 MiB
}

func (l Limits) orStandard() Limits {
	if l.Wall == 0 {
		l.Wall = 30 * time.Second
	}
	if l.PerPage == 0 {
		l.PerPage = 50 * time.Millisecond
	}
	if l.Memory == 0 {
		l.Memory = 512 << 20
	}
	if l.Answer == 0 {
		l.Answer = 256 << 20
	}
	return l
}

// Request is what the child is told besides the bytes of the document.
type Request struct {
	Password string
	Encoding string // of a text, where the user says it
	Limits   Limits
}

// answer is a line that the child prints: first perhaps the pages, then the rest. The
// lines of the file are packed: to read them one by one would take as long as to read a
// fifth of the document.
type answer struct {
	Pages   int             `json:"pages,omitempty"`
	File    *source.File    `json:"file,omitempty"`
	Lines   []byte          `json:"lines,omitempty"`
	Refusal *source.Refusal `json:"refusal,omitempty"`
}

// Run has the reader of that name read a document in a child process. What is wrong
// with the document is a *source.Refusal; it names the limit where one was hit.
func Run(ctx context.Context, reader string, data []byte, req Request) (*source.File, error) {
	req.Limits = req.Limits.orStandard()
	cmd, stdout, stderr, err := start(reader, data, req)
	if err != nil {
		return nil, fmt.Errorf("start the reader of %s: %w", reader, err)
	}
	watch := newWatch(req.Limits.Wall, cmd)
	stop := context.AfterFunc(ctx, watch.kill)
	defer stop()
	a, readErr := receive(stdout, req.Limits, watch)
	if readErr != nil {
		watch.kill()
	}
	waitErr := cmd.Wait()
	expired := watch.stop()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case a.File != nil && readErr == nil:
		return a.File, nil
	case a.Refusal != nil:
		return nil, a.Refusal
	case expired:
		return nil, overLimit("wall time", watch.allowed.String())
	case errors.Is(readErr, errAnswerTooLong):
		return nil, overLimit("answer", strconv.FormatInt(req.Limits.Answer, 10)+" bytes")
	}
	return nil, post(cmd, waitErr, stderr.String(), req.Limits)
}

func overLimit(limit, value string) *source.Refusal {
	return &source.Refusal{Reason: source.OverLimit, Detail: limit + " " + value}
}

// OverLimit reports whether an error is that a limit was hit.
func OverLimit(err error) bool {
	var r *source.Refusal
	return errors.As(err, &r) && r.Reason == source.OverLimit
}

// start runs the child with the request and the document on its standard input.
func start(reader string, data []byte, req Request) (*exec.Cmd, io.Reader, *tail, error) {
	head, err := json.Marshal(req)
	if err != nil {
		return nil, nil, nil, err
	}
	cmd, err := self(context.Background(), Entry, reader)
	if err != nil {
		return nil, nil, nil, err
	}
	cmd.Env = []string{"GOMEMLIMIT=" + strconv.FormatInt(req.Limits.Memory*3/4+int64(len(data)), 10), "GOTRACEBACK=single"}
	cmd.Dir = os.TempDir()
	cmd.Stdin = io.MultiReader(bytes.NewReader(append(head, '\n')), bytes.NewReader(data))
	stderr := &tail{}
	cmd.Stderr = stderr
	cmd.WaitDelay = 5 * time.Second
	confine(cmd)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, nil, err
	}
	return cmd, stdout, stderr, cmd.Start()
}

// self is a call of this binary with hidden arguments.
func self(ctx context.Context, args ...string) (*exec.Cmd, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe"), ".test") {
		// The binary of a test that does not call Main runs no test, instead of all.
		args = append([]string{"-test.run=^$"}, args...)
	}
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Args[0] = os.Args[0] // some binaries go by their name
	return cmd, nil
}

var errAnswerTooLong = errors.New("answer too long")

// receive reads the answers of the child. The number of pages gives it more time.
func receive(stdout io.Reader, limits Limits, w *watch) (answer, error) {
	bounded := &io.LimitedReader{R: stdout, N: limits.Answer}
	d := json.NewDecoder(bounded)
	for {
		var a answer
		if err := d.Decode(&a); err != nil {
			if bounded.N <= 0 {
				err = errAnswerTooLong
			}
			return answer{}, err
		}
		if len(a.Lines) > maxPacked {
			return answer{}, errAnswerTooLong
		}
		if a.File != nil {
			a.File.Lines = unpack(a.Lines)
		}
		if a.File != nil || a.Refusal != nil {
			return a, nil
		}
		w.extend(time.Duration(a.Pages) * limits.PerPage)
	}
}

// post says what a child without an answer died of. Where memory runs out the runtime
// of Go says so or, within its own depths, falls over.
func post(cmd *exec.Cmd, waitErr error, stderr string, limits Limits) error {
	memory := strconv.FormatInt(limits.Memory>>20, 10) + " MiB"
	switch {
	case strings.Contains(stderr, "out of memory"), strings.Contains(stderr, "cannot allocate memory"):
		return overLimit("memory", memory)
	case strings.Contains(stderr, "stack exceeds"), strings.Contains(stderr, "stack overflow"):
		return overLimit("nesting", "stack of "+strconv.Itoa(maxStack>>20)+" MiB")
	case strings.Contains(stderr, "SIGSEGV") && peak(cmd) > limits.Memory/4:
		return overLimit("memory", memory)
	}
	line, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	return &source.Refusal{Reason: source.Damaged, Detail: fmt.Sprintf("the reader died: %v: %.200s", waitErr, line)}
}

// tail keeps the first bytes that are written to it, which say why a program died.
type tail struct{ b []byte }

const tailSize = 4096

func (t *tail) Write(p []byte) (int, error) {
	t.b = append(t.b, p[:min(len(p), tailSize-len(t.b))]...)
	return len(p), nil
}

func (t *tail) String() string { return string(t.b) }
