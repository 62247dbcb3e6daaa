package pdfium

import (
	"context"
	"errors"
	"fmt"
)

// The errors of Open.
var (
	ErrPassword = errors.New("a password is needed")
	ErrFormat   = errors.New("not a whole PDF file")
	ErrSecurity = errors.New("an unknown way of encryption")
	ErrMemory   = errors.New("the file needs too much memory")
	ErrEffort   = errors.New("the file needs too much work")
)

// A Document is an open file. It serves one goroutine. After an error of one of its
// methods other than ErrPage it is spoilt: Close it and Open the file anew.
type Document struct {
	in      *instance
	handle  uint64
	scratch uint64 // some memory for results
}

// scratchSize is the number of bytes at scratch.
const scratchSize = 256

// The work that PDFium may make, counted in calls of its functions: some fifty
// million are a second's. An ordinary page takes a million.
const (
	openFuel = 50_000_000
	pageFuel = 100_000_000
)

// Open reads the file b with a fresh PDFium.
func Open(b []byte) (d *Document, err error) {
	h, err := theHost()
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	in, err := h.instance(context.Background())
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	d = &Document{in: in}
	defer func() {
		if err != nil {
			d.Close()
		}
	}()
	defer caught(&err)
	return d, d.load(b)
}

// load copies the file into the instance's memory and opens it there.
func (d *Document) load(b []byte) error {
	d.in.refuel(openFuel)
	file := d.call("malloc", uint64(len(b)))
	if d.scratch = d.call("malloc", scratchSize); file == 0 || d.scratch == 0 {
		return ErrMemory
	}
	copy(d.in.bytes(file, len(b)), b)
	if d.handle = d.call("FPDF_LoadMemDocument64", file, uint64(len(b)), 0); d.handle != 0 {
		return nil
	}
	return openError(d.call("FPDF_GetLastError"))
}

// openError is the error of PDFium's code, the FPDF_ERR_ constants.
func openError(code uint64) error {
	switch code {
	case 4:
		return ErrPassword
	case 5:
		return ErrSecurity
	}
	return ErrFormat
}

// Close frees all that the document holds.
func (d *Document) Close() { d.in.close() }

// Pages is the number of pages.
func (d *Document) Pages() (n int, err error) {
	defer caught(&err)
	return d.int("FPDF_GetPageCount", d.handle), nil
}

// A fault carries an error of a call to where caught turns it into an error.
type fault struct{ error }

// caught turns a fault into *err; it is deferred.
func caught(err *error) {
	switch f := recover().(type) {
	case nil:
	case fault:
		*err = f.error
	default:
		panic(f)
	}
}

// call calls a function of PDFium; an error is a fault.
func (d *Document) call(name string, args ...uint64) uint64 {
	v, err := d.in.try(name, args...)
	switch {
	case err == nil:
		return v
	case d.in.isOut():
		panic(fault{ErrEffort})
	case d.in.isFull():
		panic(fault{ErrMemory})
	}
	panic(fault{fmt.Errorf("%s: %w", name, err)})
}

// int is call for a result of C's type int.
func (d *Document) int(name string, args ...uint64) int {
	return int(int32(d.call(name, args...)))
}
