package pdfium

import (
	"errors"
	"math"

	"shuzheng/extract/read/paper"
)

// ErrPage says that one page cannot be read; the others may be.
var ErrPage = errors.New("the page cannot be read")

// A reader reads one page.
type reader struct {
	*Document
	handle, text uint64
	view         view
	out          *paper.Page
	segments     int // of paths, read so far
}

// Page reads page i, from 0: its characters and its ruled lines, in points from the top left
// corner of the page as it is shown. An error other than ErrPage spoils the document.
func (d *Document) Page(i int) (page *paper.Page, err error) {
	defer caught(&err)
	defer d.spent(d.allow(pageFuel))
	h := d.flat(uint64(i))
	if h == 0 {
		return nil, ErrPage
	}
	r := &reader{Document: d, handle: h, out: &paper.Page{}}
	r.view = r.viewOf()
	r.out.Width, r.out.Height = r.view.size()
	if r.text = d.call("FPDFText_LoadPage", h); r.text != 0 {
		r.glyphs()
		d.call("FPDFText_ClosePage", r.text)
	}
	r.objects()
	d.call("FPDF_ClosePage", h)
	return r.out, nil
}

// flat loads page i with what is filled into its forms, and with other annotations
// that are shown, as part of its content; 0 if it cannot.
func (d *Document) flat(i uint64) uint64 {
	const forDisplay, success = 0, 1
	h := d.call("FPDF_LoadPage", d.handle, i)
	if h == 0 || d.int("FPDFPage_GetAnnotCount", h) <= 0 || d.int("FPDFPage_Flatten", h, forDisplay) != success {
		return h
	}
	d.call("FPDF_ClosePage", h)
	return d.call("FPDF_LoadPage", d.handle, i)
}

// A view turns the coordinates of a page, whose y goes up, into those of the page as
// it is shown.
type view struct {
	left, top, right, bottom float64
	turn                     int // quarters clockwise
}

// viewOf reads how the page is shown.
func (r *reader) viewOf() view {
	var b [4]float64
	r.call("FPDF_GetPageBoundingBox", r.handle, r.scratch)
	r.in.float32s(r.scratch, b[:])
	return view{b[0], b[1], b[2], b[3], r.int("FPDFPage_GetRotation", r.handle) & 3}
}

func (v *view) size() (width, height float64) {
	width, height = v.right-v.left, v.top-v.bottom
	if v.turn&1 == 1 {
		width, height = height, width
	}
	return width, height
}

// point is where (x, y) is shown.
func (v *view) point(x, y float64) (float64, float64) {
	switch v.turn {
	case 1:
		return y - v.bottom, x - v.left
	case 2:
		return v.right - x, y - v.bottom
	case 3:
		return v.top - y, v.right - x
	}
	return x - v.left, v.top - y
}

// box is where the rectangle with the corners (x0, y0) and (x1, y1) is shown.
func (v *view) box(x0, y0, x1, y1 float64) paper.Box {
	a, b := v.point(x0, y0)
	c, d := v.point(x1, y1)
	return paper.Box{Left: float32(min(a, c)), Top: float32(min(b, d)), Right: float32(max(a, c)), Bottom: float32(max(b, d))}
}

// quarter is by how many quarters clockwise a text that runs along (dx, dy) is
// turned on the page as it is shown.
func (v *view) quarter(dx, dy float64) uint8 {
	a := math.Atan2(-dy, dx)/(math.Pi/2) + float64(v.turn)
	return uint8(int(math.Round(a))+8) & 3
}
