package sandbox

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
	"unsafe"
)

const canGiveUp = true

// maxFile bounds each file that a program writes, in bytes.
const maxFile = 512 << 20

// become makes this process the program. The limits, what may be written and the filter
// outlast that.
func become(t terms) error {
	runtime.LockOSThread() // what is given up is given up by the thread
	if err := setLimits(t.Memory, maxFile); err != nil {
		return err
	}
	noNewPrivileges()
	if err := writeOnlyBelow(t.Dir); err != nil {
		return fmt.Errorf("restrict what is written: %w", err)
	}
	if err := filterPrograms(); err != nil {
		return err
	}
	return syscall.Exec(t.Path, t.Args, os.Environ())
}

// Numbers of linux/landlock.h.
const (
	landlockCreate   = 444
	landlockAdd      = 445
	landlockRestrict = 446
	askVersion       = 1
	pathBeneath      = 1

	writeFile  = 1 << 1
	removeFile = 1 << 5
	makeSocket = 1 << 9
	allWriting = writeFile | 1<<4 | removeFile | 1<<6 | 1<<7 | 1<<8 | makeSocket | 1<<10 | 1<<11 | 1<<12 // as of version 1
	truncate   = 1 << 14                                                                                 // as of version 3
)

// writeOnlyBelow has the kernel refuse this thread, and what it becomes, writing anywhere
// but in dir: Landlock. LibreOffice wants a socket in /tmp, whatever it is told. A kernel
// without Landlock is no error: the limits hold all the same.
func writeOnlyBelow(dir string) error {
	version, _, errno := syscall.Syscall(landlockCreate, 0, 0, askVersion)
	if errno != 0 {
		return nil
	}
	handled := uint64(allWriting)
	if version >= 3 {
		handled |= truncate
	}
	rules, _, errno := syscall.Syscall(landlockCreate, uintptr(unsafe.Pointer(&handled)), unsafe.Sizeof(handled), 0)
	if errno != 0 {
		return errno
	}
	defer syscall.Close(int(rules))
	for _, r := range []struct {
		path    string
		allowed uint64
	}{{dir, handled}, {"/dev", handled & (writeFile | truncate)}, {"/tmp", makeSocket | removeFile}} {
		if r.path == "" {
			continue
		}
		if err := allow(int(rules), r.path, r.allowed); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	if _, _, errno := syscall.Syscall(landlockRestrict, rules, 0, 0); errno != 0 {
		return errno
	}
	return nil
}

// allow adds a folder to the rules.
func allow(rules int, path string, rights uint64) error {
	const openPath = 0x200000 // O_PATH
	fd, err := syscall.Open(path, openPath|syscall.O_CLOEXEC, 0)
	if err != nil {
		return &os.PathError{Op: "open", Path: path, Err: err}
	}
	defer syscall.Close(fd)
	rule := [12]byte{} // packed: the rights, then the folder
	*(*uint64)(unsafe.Pointer(&rule)) = rights
	*(*int32)(unsafe.Pointer(&rule[8])) = int32(fd)
	if _, _, errno := syscall.Syscall6(landlockAdd, uintptr(rules), pathBeneath, uintptr(unsafe.Pointer(&rule)), 0, 0, 0); errno != 0 {
		return errno
	}
	return nil
}
