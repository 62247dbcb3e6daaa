//go:build unix

package pdfium

import "syscall"

// reserve gives n bytes of address space outside the heap of Go, which take memory
// only where they are written to, and a function that frees them; nil where there is
// no room. On the heap, each growth of an instance would copy all of it.
func reserve(n int) (b []byte, free func()) {
	b, err := syscall.Mmap(-1, 0, n, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil, nil
	}
	return b, func() { syscall.Munmap(b) }
}
