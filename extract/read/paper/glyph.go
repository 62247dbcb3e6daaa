package paper

import "unicode"

// A glyph is a Glyph on its way into a line: its Box lies in the upright page, at is
// where the page as it is shown has it.
type glyph struct {
	Glyph
	at     Box
	raised bool // a superscript
	cell   int  // the cell of a ruled table it stands in, -1 for none
}

// A side is what stands on a page in one direction.
type side struct {
	turn   uint8
	glyphs []glyph
}

// sides parts the glyphs of p by the direction in which they run and
// leaves blanks out; the first side is that of most glyphs.
func sides(p *Page) []side {
	var count [turns]int
	for i := range p.Glyphs {
		count[min(p.Glyphs[i].Turn, askew)]++
	}
	var all [turns]side
	for i := range all {
		all[i] = side{turn: uint8(i), glyphs: make([]glyph, 0, count[i])}
	}
	space := false
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if unicode.IsSpace(g.Rune) || g.Rune == 0x200b || g.Rune == 0xfeff {
			space = true
			continue
		}
		to := &all[min(g.Turn, askew)]
		to.glyphs = append(to.glyphs, glyph{Glyph: *g, at: g.Box, cell: -1})
		to.glyphs[len(to.glyphs)-1].Space = g.Space || space
		space = false
	}
	return inOrder(all[:])
}

// askew is the turn of what runs neither along nor across the page; turns counts
// the directions.
const (
	askew = 4
	turns = 5
)

// inOrder puts the fullest side first and drops the empty ones.
func inOrder(all []side) []side {
	most := 0
	for i := range all {
		if len(all[i].glyphs) > len(all[most].glyphs) {
			most = i
		}
	}
	out := []side{all[most]}
	for i := range all {
		if i != most && len(all[i].glyphs) > 0 {
			out = append(out, all[i])
		}
	}
	return out
}

// upright turns the glyphs of s, and the rules if they are s's, so that it runs from
// left to right; width and height are those of the page.
func (s *side) upright(width, height float32) {
	if s.turn == 0 || s.turn == askew {
		return
	}
	for i := range s.glyphs {
		g := &s.glyphs[i]
		g.Base = turnedBase(g.Box, g.Base, s.turn, width, height)
		g.Box = turned(g.Box, s.turn, width, height)
	}
}

// turned is where b lies when the page is turned back by so many quarters.
func turned(b Box, quarters uint8, width, height float32) Box {
	switch quarters {
	case 1:
		return Box{b.Top, width - b.Right, b.Bottom, width - b.Left}
	case 2:
		return Box{width - b.Right, height - b.Bottom, width - b.Left, height - b.Top}
	case 3:
		return Box{height - b.Bottom, b.Left, height - b.Top, b.Right}
	}
	return b
}

// turnedBase is the base line of the turned glyph in b: a fifth of its height up, as
// only one coordinate of the base is known.
func turnedBase(b Box, base float32, quarters uint8, width, height float32) float32 {
	if quarters == 2 {
		return height - base
	}
	t := turned(b, quarters, width, height)
	return t.Bottom - t.height()/5
}
