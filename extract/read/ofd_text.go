package read

import (
	"math"
	"unicode"
	"unicode/utf8"

	"shuzheng/extract/read/paged"
	"shuzheng/policy"
)

// An ofdText is a TextObject being drawn.
type ofdText struct {
	g      *ofdPage
	m      matrix
	part   int // index in page.Parts
	exact  bool
	size   float64 // in the object's own lengths
	narrow float64 // HScale
	x, y   float64
	dx, dy deltas
	spaced bool
}

// text draws a TextObject.
func (g *ofdPage) text(x *partScanner, p *ofdPart, name string, m matrix) {
	t := ofdText{g: g, m: m, part: g.partIndex(name), exact: p.exact, size: ofdNumber(x.attr("Size")), narrow: 1}
	if h := ofdNumber(x.attr("HScale")); h > 0.2 && h < 5 {
		t.narrow = h
	}
	x.within(func(kind xmlKind) {
		if kind == xmlStart && x.name == "TextCode" {
			t.code(x)
		}
	})
}

// partIndex is the index of a part in page.Parts.
func (g *ofdPage) partIndex(name string) int {
	i, ok := g.seen[name]
	if !ok {
		i = len(g.page.Parts)
		g.seen[name] = i
		g.page.Parts = append(g.page.Parts, name)
	}
	return i
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
			t.glyph(r, policy.Span{Start: at, End: at + n}, cx, cy, ax)
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
func (t *ofdText) glyph(r rune, at policy.Span, x, y, advance float64) {
	switch {
	case r == ' ' || r == '\u00a0' || r == '\u3000' || r < ' ':
		t.spaced = true
		return
	case r == utf8.RuneError || unicode.Is(unicode.Co, r):
		t.g.drew.nameless++
		return
	case math.Abs(t.m.b) > 0.3*math.Abs(t.m.a) || t.m.a <= 0:
		t.g.drew.turned++
		return
	}
	width := t.usual(r)
	if r < 0x2000 && advance > 0 && advance <= t.size*t.narrow {
		width = advance
	}
	px, py := t.m.apply(x, y)
	g := paged.Glyph{R: r, X: px, Base: py, Width: width * math.Abs(t.m.a), Size: t.size * math.Hypot(t.m.c, t.m.d), Part: t.part, Spaced: t.spaced}
	if t.exact {
		g.At = at
	}
	t.spaced = false
	if g.Size > 0.5 && g.Size < 2000 && onPage(px, t.g.page.Width) && onPage(py, t.g.page.Height) {
		t.g.page.Glyphs = append(t.g.page.Glyphs, g)
	}
}

// onPage says whether x lies on a page of that side, or close to it.
func onPage(x, side float64) bool { return x > -side && x < 2*side }
