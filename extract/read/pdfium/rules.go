package pdfium

import (
	"math"

	"shuzheng/extract/read/paper"
)

const (
	thin        = 2.5    // points: a filled rectangle this thin is a line
	maxForms    = 8      // forms within forms
	maxSegments = 40_000 // of the paths of a page; more draw pictures, not tables
	maxPath     = 2_000  // of one path
	fewSegments = 300    // that a page of nothing but lines may have
)

// The types of page objects and of segments, as PDFium numbers them.
const (
	pathObject, imageObject, formObject = 2, 3, 5
	lineTo, moveTo                      = 0, 2
)

// A matrix is a b c d e f of PDF.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m *matrix) point(x, y float64) (float64, float64) {
	return x*m[0] + y*m[2] + m[4], x*m[1] + y*m[3] + m[5]
}

// objects reads the ruled lines and looks for pictures.
func (r *reader) objects() {
	pictures := 0.0
	for i := range uint64(max(r.int("FPDFPage_CountObjects", r.handle), 0)) {
		pictures += r.object(r.call("FPDFPage_GetObject", r.handle, i), identity, 0)
	}
	w, h := r.view.size()
	r.out.Picture = pictures > w*h/2
	r.out.Drawn = pictures > 0 || r.segments > fewSegments
	if r.segments > maxSegments {
		r.out.Problems = append(r.out.Problems, "线条过多，表格线可能没有读全")
	}
}

// object reads one object and gives the area of the pictures in it.
func (r *reader) object(o uint64, to matrix, depth int) (pictures float64) {
	switch r.int("FPDFPageObj_GetType", o) {
	case imageObject:
		m := r.matrix(o).then(to)
		return math.Abs(m[0]*m[3] - m[1]*m[2])
	case formObject:
		if depth == maxForms {
			return 0
		}
		m := r.matrix(o).then(to)
		for i := range uint64(max(r.int("FPDFFormObj_CountObjects", o), 0)) {
			pictures += r.object(r.call("FPDFFormObj_GetObject", o, i), m, depth+1)
		}
	case pathObject:
		r.path(o, to)
	}
	return pictures
}

// matrix is where the object o is drawn.
func (r *reader) matrix(o uint64) (m matrix) {
	r.call("FPDFPageObj_GetMatrix", o, r.scratch)
	r.in.float32s(r.scratch, m[:])
	return m
}

// A stroke is a path on its way to rules: the point it is at and where it began.
type stroke struct {
	x, y, startX, startY float64
	box                  paper.Box
	lines                []paper.Box
	drawn                bool // some segment was read
	bent                 bool // not all segments are straight
}

// path reads the lines of a path: its segments where it is stroked, the whole of it
// where it is a thin filled rectangle.
func (r *reader) path(o uint64, to matrix) {
	n := r.int("FPDFPath_CountSegments", o)
	if n > maxPath || r.segments > maxSegments || n < 2 {
		return
	}
	r.segments += n
	r.call("FPDFPath_GetDrawMode", o, r.scratch, r.scratch+4)
	mode := r.in.bytes(r.scratch, 8)
	filled, stroked := mode[0] != 0, mode[4] != 0
	if stroked = stroked && r.seen("FPDFPageObj_GetStrokeColor", o); !stroked && !(filled && r.seen("FPDFPageObj_GetFillColor", o)) {
		return
	}
	m := r.matrix(o).then(to)
	var s stroke
	for i := range uint64(n) {
		r.segment(&s, r.call("FPDFPath_GetPathSegment", o, i), &m)
	}
	if stroked {
		r.out.Rules = append(r.out.Rules, s.lines...)
	} else if !s.bent && s.drawn && (s.box.Right-s.box.Left <= thin) != (s.box.Bottom-s.box.Top <= thin) {
		r.out.Rules = append(r.out.Rules, s.box)
	}
}

// seen says whether the colour that the function gives is neither white nor clear.
func (r *reader) seen(function string, o uint64) bool {
	if r.int(function, o, r.scratch, r.scratch+4, r.scratch+8, r.scratch+12) == 0 {
		return true
	}
	c := r.in.bytes(r.scratch, 16)
	return c[12] > 20 && (c[0] < 250 || c[4] < 250 || c[8] < 250)
}

// segment reads one segment.
func (r *reader) segment(s *stroke, h uint64, m *matrix) {
	var p [2]float64
	r.call("FPDFPathSegment_GetPoint", h, r.scratch, r.scratch+4)
	r.in.float32s(r.scratch, p[:])
	x, y := r.view.point(m.point(p[0], p[1]))
	switch r.int("FPDFPathSegment_GetType", h) {
	case moveTo:
		s.startX, s.startY = x, y
	case lineTo:
		s.line(x, y)
	default:
		s.bent = true
	}
	s.x, s.y = x, y
	if r.int("FPDFPathSegment_GetClose", h) == 1 {
		s.line(s.startX, s.startY)
		s.x, s.y = s.startX, s.startY
	}
}

// line adds the line to (x, y).
func (s *stroke) line(x, y float64) {
	b := paper.Box{Left: float32(min(s.x, x)), Top: float32(min(s.y, y)), Right: float32(max(s.x, x)), Bottom: float32(max(s.y, y))}
	if s.box = b.With(s.box); !s.drawn {
		s.box, s.drawn = b, true
	}
	if across, down := b.Right-b.Left < 1, b.Bottom-b.Top < 1; across != down {
		s.lines = append(s.lines, b)
	}
}
