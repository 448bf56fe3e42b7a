//go:build linux && (amd64 || arm64)

package sandbox

import (
	"runtime"
	"slices"
	"syscall"
	"unsafe"
)

// Numbers of linux/seccomp.h, linux/prctl.h, linux/filter.h and linux/audit.h.
const (
	prSetNoNewPrivs  = 38
	seccompSetFilter = 1
	filterAllThreads = 1
	seccompAllow     = 0x7fff0000
	seccompErrno     = 0x00050000
	loadWord         = 0x20 // BPF_LD | BPF_W | BPF_ABS
	jumpEqual        = 0x15 // BPF_JMP | BPF_JEQ | BPF_K
	result           = 0x06 // BPF_RET | BPF_K
	dataNumber       = 0
	dataArch         = 4
	dataFirst        = 16 // offset of the first argument
	archAMD64        = 0xC000003E
	archARM64        = 0xC00000B7
	seccompAMD64     = 317
	seccompARM64     = 277
	syscallOpenat2   = 437
	syscallIoUring   = 425
)

type instruction struct {
	code     uint16
	yes, no  uint8
	constant uint32
}

// noNewPrivileges is the condition of a filter: no program started from here on gets more
// rights than it has.
func noNewPrivileges() {
	_, _, _ = syscall.RawSyscall6(syscall.SYS_PRCTL, prSetNoNewPrivs, 1, 0, 0, 0, 0) // the filter carries it to all threads
}

// filterReaders has the kernel refuse, for all threads from now on, the calls by which a
// process reaches the network, starts programs or opens files: a reader of ours gets the
// document on its standard input and needs none of them.
func filterReaders() error {
	return filter(refuse(slices.Concat(refused, opening, old)...))
}

// filterPrograms refuses what readers of others need no more: every socket but those
// within this computer, by which LibreOffice calls itself.
func filterPrograms() error {
	return filter([]instruction{
		{jumpEqual, 0, 3, syscall.SYS_SOCKET},
		{loadWord, 0, 0, dataFirst},
		{jumpEqual, 1, 0, syscall.AF_UNIX},
		{result, 0, 0, seccompErrno | uint32(syscall.EPERM)},
		{loadWord, 0, 0, dataNumber},
	}, refuse(syscall.SYS_PTRACE, syscall.SYS_MOUNT, syscallIoUring))
}

// refuse returns the instructions that refuse calls by their numbers.
func refuse(calls ...int) (program []instruction) {
	for _, call := range calls {
		program = append(program,
			instruction{jumpEqual, 0, 1, uint32(call)},
			instruction{result, 0, 0, seccompErrno | uint32(syscall.EPERM)})
	}
	return program
}

// filter sets a filter: the parts are asked in turn, with the number of the call loaded.
// A kernel without seccomp is no error: the limits hold all the same.
func filter(parts ...[]instruction) error {
	arch, number := uint32(archAMD64), uintptr(seccompAMD64)
	if runtime.GOARCH == "arm64" {
		arch, number = archARM64, seccompARM64
	}
	program := []instruction{
		{loadWord, 0, 0, dataArch},
		{jumpEqual, 1, 0, arch},
		{result, 0, 0, seccompErrno | uint32(syscall.EPERM)},
		{loadWord, 0, 0, dataNumber},
	}
	program = append(append(program, slices.Concat(parts...)...), instruction{result, 0, 0, seccompAllow})
	list := struct {
		length uint16
		first  *instruction
	}{uint16(len(program)), &program[0]}
	_, _, _ = syscall.RawSyscall(number, seccompSetFilter, filterAllThreads, uintptr(unsafe.Pointer(&list)))
	return nil
}

// refused are the calls that no reader makes, opening those that open files: the runtime
// does so only before the filter is set.
var (
	refused = []int{
		syscall.SYS_SOCKET, syscall.SYS_CONNECT, syscall.SYS_BIND, syscall.SYS_SENDTO, syscall.SYS_EXECVE, syscall.SYS_PTRACE,
		syscall.SYS_UNLINKAT, syscall.SYS_RENAMEAT, syscall.SYS_MKDIRAT, syscall.SYS_SYMLINKAT, syscall.SYS_LINKAT,
		syscall.SYS_FCHMODAT, syscall.SYS_TRUNCATE, syscall.SYS_MOUNT, syscallIoUring, execveat,
	}
	opening = []int{syscall.SYS_OPENAT, syscallOpenat2}
)
