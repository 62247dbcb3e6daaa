package read

import (
	"math"
	"unicode"
	"unicode/utf8"

	"shuzheng/extract/read/paper"
)

// An ofdText is a TextObject being drawn.
type ofdText struct {
	g      *ofdPage
	m      matrix
	blind  bool    // not painted
	size   float64 // in the object's own lengths
	narrow float64 // HScale
	x, y   float64
	dx, dy deltas
	spaced bool
}

// text draws a TextObject.
func (g *ofdPage) text(x *partScanner, m matrix) {
	t := ofdText{g: g, m: m, size: ofdNumber(x.attr("Size")), narrow: 1, blind: x.attr("Alpha") == "0" || x.attr("Fill") == "false" && x.attr("Stroke") != "true"}
	if h := ofdNumber(x.attr("HScale")); h > 0.2 && h < 5 {
		t.narrow = h
	}
	x.within(func(kind xmlKind) {
		if kind == xmlStart && x.name == "TextCode" {
			t.code(x)
		}
	})
}

// code places the characters of a TextCode. Without X or Y it stands where the last
// one began.
func (t *ofdText) code(x *partScanner) {
	if v := x.attr("X"); v != "" {
		t.x = ofdNumber(v)
	}
	if v := x.attr("Y"); v != "" {
		t.y = ofdNumber(v)
	}
	t.dx, t.dy = deltas{s: x.attr("DeltaX")}, deltas{s: x.attr("DeltaY")}
	natural := t.dx.s == "" && t.dy.s == ""
	t.spaced = false
	cx, cy := t.x, t.y
	x.within(func(kind xmlKind) {
		for at := x.start; kind == xmlText && at < x.end; {
			r, n := character(x, at)
			ax, ay := t.dx.next(), t.dy.next()
			if natural {
				ax = t.usual(r)
			}
			t.glyph(r, cx, cy, ax)
			cx, cy = cx+ax, cy+ay
			at += n
		}
	})
}

// character is the character at byte at of x's character data and its length there.
func character(x *partScanner, at int) (rune, int) {
	s := x.x.s[at:x.end]
	if s[0] == '&' && !x.t.literal {
		if as, n := xmlReference(s); n > 0 {
			r, _ := utf8.DecodeRuneInString(as)
			return r, n
		}
	}
	return utf8.DecodeRuneInString(s)
}

// usual is how far a character reaches where the file does not say.
func (t *ofdText) usual(r rune) float64 {
	if r < 0x2000 {
		return 0.5 * t.size * t.narrow
	}
	return t.size * t.narrow
}

// glyph adds one character; advance is how far the next one stands.
func (t *ofdText) glyph(r rune, x, y, advance float64) {
	switch {
	case r == ' ' || r == '\u00a0' || r == '\u3000' || r < ' ':
		t.spaced = true
		return
	case r == utf8.RuneError || unicode.Is(unicode.Co, r):
		t.g.page.Broken++
		return
	}
	width := t.usual(r)
	if r < 0x2000 && advance > 0 && advance <= t.size*t.narrow {
		width = advance
	}
	_, base := t.m.apply(x, y)
	size := t.size * math.Hypot(t.m.c, t.m.d)
	g := paper.Glyph{Rune: r, Box: t.box(x, y, width), Base: float32(base), Size: float32(size), Turn: t.turn(), Space: t.spaced, Blind: t.blind}
	t.spaced = false
	if size > 0.5 && size < 2000 && t.onPage(g.Box) {
		t.g.page.Glyphs = append(t.g.page.Glyphs, g)
	}
}

// box is where a character of this width stands that begins at x on the base line y:
// Chinese ones reach as far over and under it.
func (t *ofdText) box(x, y, width float64) paper.Box {
	ax, ay := t.m.apply(x, y-0.86*t.size)
	bx, by := t.m.apply(x+width, y+0.14*t.size)
	return paper.Box{Left: float32(min(ax, bx)), Top: float32(min(ay, by)), Right: float32(max(ax, bx)), Bottom: float32(max(ay, by))}
}

// turn is by how many quarters the text is turned clockwise, 4 where it runs aslant.
func (t *ofdText) turn() uint8 {
	a, b := t.m.a, t.m.b
	switch {
	case math.Abs(b) < 0.05*math.Abs(a):
		if a > 0 {
			return 0
		}
		return 2
	case math.Abs(a) < 0.05*math.Abs(b):
		if b > 0 {
			return 1
		}
		return 3
	}
	return 4
}

// onPage says whether b lies on the page, or close to it.
func (t *ofdText) onPage(b paper.Box) bool {
	w, h := float32(t.g.page.Width), float32(t.g.page.Height)
	return b.Left > -w && b.Right < 2*w && b.Top > -h && b.Bottom < 2*h
}
