package main

import (
	"io"
	"syscall"
)

// atOnce is how many bytes the system is asked to move at a time; a pipe holds fewer.
const atOnce = 1 << 20

// ReadFrom passes on what another process writes into a pipe. To a pipe the system moves it, and
// nobody copies it.
func (c *counted) ReadFrom(from io.Reader) (int64, error) {
	before := c.n
	if in, ok := from.(interface{ Fd() uintptr }); ok {
		if out, ok := c.w.(syscall.Conn); ok {
			c.move(int(in.Fd()), out)
		}
	}
	_, err := io.Copy(struct{ io.Writer }{c}, from) // what could not be moved, or the reason
	return c.n - before, err
}

// move moves all it can.
func (c *counted) move(from int, to syscall.Conn) {
	conn, err := to.SyscallConn()
	if err != nil {
		return
	}
	conn.Write(func(to uintptr) bool {
		for {
			n, err := syscall.Splice(from, nil, int(to), nil, atOnce, 0)
			c.n += max(int64(n), 0)
			if err != syscall.EINTR && (err != nil || n == 0) {
				return true
			}
		}
	})
}
