package office

import (
	"os/exec"
	"syscall"
)

// confine puts LibreOffice, which starts further programs, into a group that is killed
// as one and dies with this process.
func confine(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
