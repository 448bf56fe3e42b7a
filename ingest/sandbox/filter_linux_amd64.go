package sandbox

import "syscall"

const execveat = 322

// old are the calls that only this architecture still has beside those of refused.
var old = []int{
	syscall.SYS_OPEN, syscall.SYS_CREAT, syscall.SYS_UNLINK, syscall.SYS_RENAME, syscall.SYS_MKDIR, syscall.SYS_RMDIR,
	syscall.SYS_SYMLINK, syscall.SYS_LINK, syscall.SYS_CHMOD, syscall.SYS_FORK, syscall.SYS_VFORK,
}
