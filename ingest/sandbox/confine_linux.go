package sandbox

import (
	"fmt"
	"os/exec"
	"runtime"
	"syscall"
)

// confine puts the child into a group of its own, which dies with this process.
func confine(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func kill(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// drop gives up in the child what reading a document does not need.
func drop(memory int64) error {
	if err := setLimits(memory, 0); err != nil {
		return err
	}
	runtime.LockOSThread() // the same thread gives up both
	defer runtime.UnlockOSThread()
	noNewPrivileges()
	return filterReaders()
}

// setLimits bounds the memory and the files that are written, in bytes. RLIMIT_DATA counts
// the memory that can be written, unlike RLIMIT_AS, which counts what the runtime of Go
// reserves and never touches.
func setLimits(memory int64, file uint64) error {
	for _, l := range []struct {
		what  string
		limit int
		value uint64
	}{
		{"memory", syscall.RLIMIT_DATA, uint64(memory)},
		{"files written", syscall.RLIMIT_FSIZE, file},
		{"core", syscall.RLIMIT_CORE, 0},
	} {
		if err := syscall.Setrlimit(l.limit, &syscall.Rlimit{Cur: l.value, Max: l.value}); err != nil {
			return fmt.Errorf("limit %s: %w", l.what, err)
		}
	}
	return nil
}

// peak returns the most memory that a dead child had, in bytes.
func peak(cmd *exec.Cmd) int64 {
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		return int64(u.Maxrss) << 10
	}
	return 0
}
