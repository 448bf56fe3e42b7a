package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Limits of one program on one page.
const (
	maxOutput = 256 << 20 // bytes: a page of A0 at 200 dpi has 60 MB
	maxMemory = 2 << 30   // address space, where the system can bound it
)

var errTooLong = errors.New("the output is too long")

// run starts a program with limits and returns what it prints.
func run(ctx context.Context, timeout time.Duration, stdin []byte, name string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = []string{"OMP_THREAD_LIMIT=1", "LC_ALL=C", "PATH=" + os.Getenv("PATH")}
	if v := os.Getenv("TESSDATA_PREFIX"); v != "" {
		cmd.Env = append(cmd.Env, "TESSDATA_PREFIX="+v)
	}
	cmd.Stdin = bytes.NewReader(stdin)
	stdout, stderr := &capped{limit: maxOutput}, &capped{limit: 4096}
	cmd.Stdout, cmd.Stderr = stdout, stderr
	cmd.WaitDelay = 2 * time.Second
	confine(cmd)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	limit(cmd.Process.Pid, maxMemory)
	err := cmd.Wait()
	switch {
	case ctx.Err() == context.DeadlineExceeded:
		return nil, fmt.Errorf("%s took longer than %v", filepath.Base(name), timeout)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case stdout.over:
		return nil, errTooLong
	case err != nil:
		return nil, fmt.Errorf("%s: %w: %s", filepath.Base(name), err, strings.TrimSpace(stderr.String()))
	}
	return stdout.Bytes(), nil
}

// capped keeps what is written to it up to a limit.
type capped struct {
	bytes.Buffer
	limit int
	over  bool
}

func (c *capped) Write(p []byte) (int, error) {
	if room := c.limit - c.Len(); len(p) > room {
		c.over = true
		c.Buffer.Write(p[:max(0, room)])
		return len(p), nil
	}
	return c.Buffer.Write(p)
}
