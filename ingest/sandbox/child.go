package sandbox

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"kehoach/ingest/source"
)

// A Reader reads one format. What is wrong with a document it tells by a
// *source.Refusal; any other error counts as damage of the document. It may call
// pages when it knows how many there are, and is given more time.
type Reader func(data []byte, req Request, pages func(int)) (*source.File, error)

// maxStack bounds the nesting of calls: a document of a thousand levels needs 1 MB.
const maxStack = 32 << 20

// Main is the child: it reads the request and the document from stdin and prints the
// answer; or it becomes the program that it is told. It returns the exit code; ok is
// false where args do not ask for a child.
func Main(args []string, readers map[string]Reader, stdin io.Reader, stdout io.Writer) (code int, ok bool) {
	if n := len(args); n >= 2 && args[n-2] == ProgramEntry {
		return becomeProgram(args[n-1]), true
	}
	reader, ok := asked(args)
	if !ok {
		return 0, false
	}
	in := bufio.NewReader(stdin)
	head, err := in.ReadBytes('\n')
	var req Request
	if err == nil {
		err = json.Unmarshal(head, &req)
	}
	if err != nil {
		return 1, true
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return 1, true
	}
	debug.SetMaxStack(maxStack)
	if err := drop(req.Limits.Memory + 2*int64(len(data))); err != nil {
		return 1, true
	}
	out := json.NewEncoder(stdout)
	read := readers[reader]
	if read == nil {
		return 1, true
	}
	f, err := guarded(read, data, req, func(n int) { _ = out.Encode(answer{Pages: n}) })
	if out.Encode(answerOf(f, err)) != nil {
		return 1, true
	}
	return 0, true
}

// asked returns the reader that args ask for, which stands last.
func asked(args []string) (string, bool) {
	if n := len(args); n >= 2 && args[n-2] == Entry {
		return args[n-1], true
	}
	return "", false
}

func answerOf(f *source.File, err error) answer {
	if err == nil {
		bare := *f
		bare.Lines = nil
		return answer{File: &bare, Lines: pack(f.Lines)}
	}
	var refusal *source.Refusal
	if !errors.As(err, &refusal) {
		refusal = &source.Refusal{Reason: source.Damaged, Detail: err.Error()}
	}
	return answer{Refusal: refusal}
}

// guarded turns a panic of a reader into an error.
func guarded(read Reader, data []byte, req Request, pages func(int)) (f *source.File, err error) {
	defer func() {
		if x := recover(); x != nil {
			f, err = nil, fmt.Errorf("the reader panicked: %v", x)
		}
	}()
	return read(data, req, pages)
}
