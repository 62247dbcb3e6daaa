//go:build unix

package read

import (
	"os/exec"
	"syscall"
)

// together lets c and all it starts be a group of processes that is ended as one: the
// program is a script that starts others.
func together(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
}

// endTogether ends what is left of the group.
func endTogether(c *exec.Cmd) {
	if c.Process != nil {
		_ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL) // none left: nothing to do
	}
}
