package pdfium

import (
	"math"
	"slices"

	"shuzheng/extract/read/paper"
)

// A style is what the characters of one text object share.
type style struct {
	object uint64
	size   float32
	turn   uint8
	bold   bool
	blind  bool
}

// glyphs reads the characters.
func (r *reader) glyphs() {
	n := r.int("FPDFText_CountChars", r.text)
	if n <= 0 {
		return
	}
	r.out.Glyphs = make([]paper.Glyph, 0, n)
	var s style
	for i := range uint64(n) {
		object := r.call("FPDFText_GetTextObject", r.text, i)
		if object == 0 { // a blank or line break that PDFium adds
			continue
		}
		if object != s.object {
			s = r.style(object, i)
		}
		r.glyph(i, &s)
	}
}

// glyph reads character i.
func (r *reader) glyph(i uint64, s *style) {
	c := rune(uint32(r.call("FPDFText_GetUnicode", r.text, i)))
	if c = r.wording(c, i); c < 0 {
		return
	}
	var b [4]float64
	r.call("FPDFText_GetLooseCharBox", r.text, i, r.scratch)
	r.in.float32s(r.scratch, b[:]) // left, top, right, bottom
	var o [2]float64
	r.call("FPDFText_GetCharOrigin", r.text, i, r.scratch, r.scratch+8)
	r.in.float64s(r.scratch, o[:])
	_, base := r.view.point(o[0], o[1])
	g := paper.Glyph{Rune: c, Box: r.view.box(b[0], b[1], b[2], b[3]), Base: float32(base),
		Size: s.size, Turn: s.turn, Bold: s.bold, Blind: s.blind}
	if finite(&g) {
		r.out.Glyphs = append(r.out.Glyphs, g)
	}
}

// finite says whether all of g's places are numbers on or near a page.
func finite(g *paper.Glyph) bool {
	const far = 1e6
	return !slices.ContainsFunc([]float32{g.Left, g.Top, g.Right, g.Bottom, g.Base, g.Size}, func(x float32) bool { return !(x > -far && x < far) })
}

// wording is the character that c, the code of character i, stands for; -1 for none.
func (r *reader) wording(c rune, i uint64) rune {
	switch {
	case c == 0xad || c == 2: // a hyphen that is drawn, at the end of a line or not
		return '-'
	case c == 0 || c == 0xfffe || c == 0xffff || c >= 0xd800 && c < 0xe000 || c > 0x10ffff:
		r.out.Broken++
		return 0xfffd
	case c == 0xfffd || c >= 0xe000 && c < 0xf900 && r.int("FPDFText_HasUnicodeMapError", r.text, i) == 1:
		r.out.Broken++
	case c < ' ':
		return -1
	}
	return c
}

// style reads what the characters of object share, of which character i is one.
func (r *reader) style(object, i uint64) style {
	var m [6]float64
	r.call("FPDFText_GetMatrix", r.text, i, r.scratch)
	r.in.float32s(r.scratch, m[:])
	size := math.Float64frombits(r.call("FPDFText_GetFontSize", r.text, i))
	return style{
		object: object,
		size:   float32(math.Abs(size) * math.Hypot(m[2], m[3])),
		turn:   r.view.quarter(m[0], m[1]),
		bold:   r.int("FPDFText_GetFontWeight", r.text, i) >= 600,
		blind:  r.int("FPDFTextObj_GetTextRenderMode", object) == 3,
	}
}
