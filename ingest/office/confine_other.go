//go:build !linux

package office

import "os/exec"

func confine(*exec.Cmd) {}
