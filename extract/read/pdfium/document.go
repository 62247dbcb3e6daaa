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
	work    *Work
	pages   uint64
}

// scratchSize is the number of bytes at scratch.
const scratchSize = 256

// The work that PDFium may make, counted in calls of its functions: some thirty
// million are a second's. An ordinary page takes one million, one full of drawings
// two or three.
const (
	openFuel = 40_000_000
	pageFuel = 40_000_000  // of one page
	fileFuel = 400_000_000 // of all pages, and
	eachFuel = 4_000_000   // more for each
)

// Work is what has been done for one file. The zero value is for a new one.
type Work struct{ done uint64 }

// Open reads the file b with a fresh PDFium. A file that has to be opened anew, as a
// page spoilt its Document, goes on with the Work of the first time. The errors above say what
// is wrong with the file; another is of PDFium itself.
func Open(b []byte, work *Work) (d *Document, err error) {
	h, err := theHost()
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	in, err := h.instance(context.Background())
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	d = &Document{in: in, work: work}
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
	defer d.spent(openFuel)
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
	n = max(d.int("FPDF_GetPageCount", d.handle), 0)
	d.pages = uint64(n)
	return n, nil
}

// allow lets the next page take so much work, or what is left for the file.
func (d *Document) allow(fuel uint64) uint64 {
	left := fileFuel + eachFuel*d.pages
	left -= min(d.work.done, left)
	fuel = min(fuel, left)
	d.in.refuel(fuel)
	return fuel
}

// spent counts what was taken of fuel.
func (d *Document) spent(fuel uint64) { d.work.done += fuel - d.in.left() }

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
	case d.in.left() == 0:
		panic(fault{ErrEffort})
	case d.in.isFull():
		panic(fault{ErrMemory})
	}
	panic(fault{fmt.Errorf("%s: %w", name, err)})
}

// int is call for a result of C's type int.
func (d *Document) int(name string, args ...uint64) int { return int(int32(d.call(name, args...))) }
