package paper

import (
	"cmp"
	"slices"
)

// A segment is a stretch of glyphs on one line without a wide gap.
type segment struct {
	Box
	glyphs     []glyph
	base, size float32 // of most of its glyphs
	table      *ruled  // a table that stands as a whole among the segments
}

const (
	sameBase = 0.25 // of the size: base lines this near are one line
	wideGap  = 1.1  // of the size: a wider gap ends a segment
	nearby   = 200  // segments among which a script looks for its line
	script   = 0.8  // of the size: smaller glyphs may be super- and subscripts
)

// segments joins glyphs into segments, each line from left to right.
func segments(gs []glyph) []segment {
	slices.SortStableFunc(gs, func(a, b glyph) int { return cmp.Compare(a.Base, b.Base) })
	var out []segment
	for i := 0; i < len(gs); {
		j, size := i+1, gs[i].Size
		for j < len(gs) && gs[j].Base-gs[i].Base <= sameBase*max(min(size, gs[j].Size), 1) {
			size = max(size, gs[j].Size)
			j++
		}
		out = cutRow(out, gs[i:j])
		i = j
	}
	return scripts(out)
}

// cutRow adds the segments of one row of glyphs.
func cutRow(out []segment, row []glyph) []segment {
	slices.SortStableFunc(row, func(a, b glyph) int { return cmp.Compare(a.Left, b.Left) })
	row = dropTwins(row)
	for i := 0; i < len(row); {
		j, right := i+1, row[i].Right
		for j < len(row) && row[j].Left-right <= wideGap*max(row[j].Size, row[j-1].Size) {
			right = max(right, row[j].Right)
			j++
		}
		out = append(out, newSegment(row[i:j:j]))
		i = j
	}
	return out
}

// dropTwins leaves out the second of two equal glyphs at one place: bold type made
// by drawing twice, and shadows.
func dropTwins(row []glyph) []glyph {
	out := row[:0]
	for _, g := range row {
		twin := false
		for k := len(out) - 1; k >= 0 && k >= len(out)-3 && !twin; k-- {
			o := &out[k]
			twin = o.Rune == g.Rune && g.Left-o.Left < 0.15*g.Size && max(g.Base-o.Base, o.Base-g.Base) < 0.15*g.Size
		}
		if !twin {
			out = append(out, g)
		}
	}
	return out
}

func newSegment(gs []glyph) segment {
	s := segment{Box: gs[0].Box, glyphs: gs}
	for i := range gs {
		s.Box = s.With(gs[i].Box)
	}
	s.base, s.size = mainStyle(gs)
	return s
}

// mainStyle is the base line and the size of the largest glyphs, which are not the
// scripts.
func mainStyle(gs []glyph) (base, size float32) {
	for i := range gs {
		if gs[i].Size > size {
			base, size = gs[i].Base, gs[i].Size
		}
	}
	return base, size
}

// scripts joins small segments above or below the line to the segment that they
// touch: 10⁸, 指标¹, PM₂.₅.
func scripts(ss []segment) []segment {
	gone := make([]bool, len(ss))
	for i := range ss {
		s := &ss[i]
		if len(s.glyphs) > 8 {
			continue
		}
		for k := i - 1; k >= max(i-nearby, 0) && ss[k].base > s.base-s.size*2 && !gone[i]; k-- {
			gone[i] = !gone[k] && ss[k].attach(s, false)
		}
		for k := i + 1; k < min(i+nearby, len(ss)) && ss[k].base < s.base+s.size*2 && !gone[i]; k++ {
			gone[i] = ss[k].attach(s, true)
		}
	}
	out := ss[:0]
	for i := range ss {
		if !gone[i] {
			markRaised(&ss[i])
			out = append(out, ss[i])
		}
	}
	return out
}

// attach takes the glyphs of o if they are a script of t; above says that o stands
// above the line.
func (t *segment) attach(o *segment, above bool) bool {
	if o.size > script*t.size {
		return false
	}
	rise := t.base - o.base
	if above && (rise < 0.1*t.size || rise > 0.75*t.size) || !above && (rise > 0 || -rise > 0.35*t.size) {
		return false
	}
	if o.Left > t.Right+0.35*t.size || o.Right < t.Left-0.35*t.size {
		return false
	}
	gs := slices.Concat(t.glyphs, o.glyphs)
	slices.SortStableFunc(gs, func(a, b glyph) int { return cmp.Compare(a.Left, b.Left) })
	t.Box, t.glyphs = t.With(o.Box), gs
	return true
}

// markRaised marks the superscripts of s.
func markRaised(s *segment) {
	for i := range s.glyphs {
		g := &s.glyphs[i]
		g.raised = g.Size <= script*s.size && s.base-g.Base >= 0.15*s.size
	}
}
