package ocr

import (
	"os/exec"
	"syscall"
	"unsafe"
)

// confine puts a program into a group of its own, which is killed as one and dies with
// this process.
func confine(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// limit bounds the address space of a program that runs. That it cannot be bounded is
// no reason not to run it.
func limit(pid int, memory uint64) {
	l := syscall.Rlimit{Cur: memory, Max: memory}
	_, _, _ = syscall.RawSyscall6(syscall.SYS_PRLIMIT64, uintptr(pid), syscall.RLIMIT_AS, uintptr(unsafe.Pointer(&l)), 0, 0, 0)
}
