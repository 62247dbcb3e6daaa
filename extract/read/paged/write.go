package paged

import (
	"strings"

	"shuzheng/extract/read/compose"
)

// A writer writes lines into a Document and notes where each character stands.
type writer struct {
	*compose.Composer
	origin *origin
	last   *Glyph // written last in this block or cell
	cell   bool   // a cell is being written: no blanks beside Chinese
}

// line writes l behind what stands in the block already; edge is the right side of
// the cell it stands in, 0 outside tables. Blanks of the file are not written; they
// come back where characters stand apart.
func (w *writer) line(l *line, edge float64) {
	for i, g := range l.glyphs {
		if i == 0 {
			w.join(l, edge)
		} else {
			w.gap(l.glyphs[i-1], g, l.size)
		}
		w.glyph(g, l)
	}
}

// join writes what stands between two lines: nothing beside Chinese and within a
// number that its cell is too narrow for, else a blank.
func (w *writer) join(l *line, edge float64) {
	if w.last == nil || wide(w.last.R) || wide(l.first()) || w.last.R == '-' {
		return
	}
	if edge > 0 && numeric(w.last.R) && numeric(l.first()) && edge-w.last.right() < 1.5*l.size {
		return
	}
	w.Write(" ")
}

// numeric says whether r may stand within a number.
func numeric(r rune) bool { return r >= '0' && r <= '9' || r == '.' || r == ',' || r == '%' }

// gap writes a blank where g stands apart from the character before it.
func (w *writer) gap(before, g *Glyph, size float64) {
	least, spaced := 0.3, g.Spaced
	if wide(before.R) || wide(g.R) {
		least, spaced = 0.95, spaced && !w.cell
	}
	if spaced || g.X-before.right() > least*size && !(w.cell && least > 0.9) {
		w.Write(" ")
	}
}

// raised are the forms of digits over the line: 10² is not 102, and 亩¹ no figure.
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func (w *writer) glyph(g *Glyph, l *line) {
	w.origin.add(w.Len(), l.page, g)
	w.last = g
	if g.R >= '0' && g.R <= '9' && g.Size < 0.8*l.size && l.base-g.Base > 0.2*l.size {
		w.Write(string([]rune(raised)[g.R-'0']))
		return
	}
	w.Write(string(g.R))
}

// words is the wording of a line by itself.
func (l *line) words() string {
	var s strings.Builder
	for _, g := range l.glyphs {
		s.WriteRune(g.R)
	}
	return s.String()
}
