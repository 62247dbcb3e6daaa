package paged

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"shuzheng/policy"
)

// A line is a run of glyphs on one base line, from left to right.
type line struct {
	page   *Page
	glyphs []*Glyph
	box    policy.Rect
	size   float64 // of most of its glyphs
	base   float64 // of the same
}

// linesOf makes lines of glyphs, from top to bottom. Glyphs belong to one line where
// they stand side by side for half the height of the smaller one.
func linesOf(p *Page, glyphs []*Glyph) []line {
	order := slices.Clone(glyphs)
	slices.SortStableFunc(order, func(a, b *Glyph) int { return cmp.Compare(a.Base, b.Base) })
	var lines []line
	for _, g := range order {
		if l := lineFor(lines, g); l != nil {
			l.glyphs = append(l.glyphs, g)
			l.box = union(l.box, g.box())
			continue
		}
		lines = append(lines, line{page: p, glyphs: []*Glyph{g}, box: g.box()})
	}
	for i := range lines {
		lines[i].finish()
	}
	return lines
}

// lineFor is the one of the last lines that g belongs to, nil if none is.
func lineFor(lines []line, g *Glyph) *line {
	for i := len(lines) - 1; i >= max(0, len(lines)-3); i-- {
		b := lines[i].box
		shared := min(b.Bottom, g.bottom()) - max(b.Top, g.top())
		if shared >= 0.5*min(b.Bottom-b.Top, g.Size) {
			return &lines[i]
		}
	}
	return nil
}

// finish sorts the glyphs, drops those that are drawn twice for boldness, and finds
// the size of the type.
func (l *line) finish() {
	slices.SortStableFunc(l.glyphs, func(a, b *Glyph) int { return cmp.Compare(a.X, b.X) })
	out := l.glyphs[:0]
	for _, g := range l.glyphs {
		if !slices.ContainsFunc(out[max(0, len(out)-3):], g.repeats) {
			out = append(out, g)
		}
	}
	l.glyphs = out
	l.measure()
}

// repeats says whether g is h drawn once more.
func (g *Glyph) repeats(h *Glyph) bool {
	return g.R == h.R && math.Abs(g.X-h.X) < 0.2*g.Size && math.Abs(g.Base-h.Base) < 0.2*g.Size
}

// measure finds box, size and base line from the glyphs.
func (l *line) measure() {
	sizes := make([]float64, len(l.glyphs))
	l.box = l.glyphs[0].box()
	for i, g := range l.glyphs {
		sizes[i] = g.Size
		l.box = union(l.box, g.box())
	}
	slices.Sort(sizes)
	l.size = sizes[len(sizes)/2]
	for _, g := range l.glyphs {
		if g.Size == l.size {
			l.base = g.Base
			return
		}
	}
}

// wideGap is how many sizes of type a gap is that parts what stands on one line.
const wideGap = 1.8

// segments cuts the line at its wide gaps.
func (l *line) segments() []line {
	var out []line
	from := 0
	for i := 1; i <= len(l.glyphs); i++ {
		if i < len(l.glyphs) && l.glyphs[i].X-l.glyphs[i-1].right() <= wideGap*l.size {
			continue
		}
		s := line{page: l.page, glyphs: l.glyphs[from:i]}
		s.measure()
		out = append(out, s)
		from = i
	}
	return out
}

// first and last are the outermost characters.
func (l *line) first() rune { return l.glyphs[0].R }
func (l *line) last() rune  { return l.glyphs[len(l.glyphs)-1].R }

// wide says whether r belongs to writing that has no blanks between words.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r >= 0x2014 && r <= 0x2026
}
