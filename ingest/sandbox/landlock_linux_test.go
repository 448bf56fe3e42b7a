package sandbox

import "syscall"

// hasLandlock reports whether the kernel can restrict what is written.
func hasLandlock() bool {
	_, _, errno := syscall.Syscall(landlockCreate, 0, 0, askVersion)
	return errno == 0
}
