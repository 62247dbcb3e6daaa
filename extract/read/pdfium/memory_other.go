//go:build !unix

package pdfium

// reserve gives nothing: memory is then taken from the heap.
func reserve(int) ([]byte, func()) { return nil, nil }
