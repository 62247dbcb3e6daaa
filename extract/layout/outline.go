package layout

import "slices"

// A spot is a heading that is open: what follows stands under it.
type spot struct {
	depth int // of a Markdown or HTML heading
	level int
	block int // ID of its Block
	group int // index of its group, -1 for none
}

// An outline keeps the open headings while blocks are written.
type outline struct {
	open []spot
}

// section is the ID of the innermost open heading, -1 for none.
func (o *outline) section() int {
	if len(o.open) == 0 {
		return -1
	}
	return o.open[len(o.open)-1].block
}

// title closes all headings; what follows stands under the title.
func (o *outline) title(block int) {
	o.open = append(o.open[:0], spot{block: block, group: -1})
}

// place finds the level of a heading and opens it; the block's own section is what
// encloses it.
func (o *outline) place(s spot, gs []group) (level, section int) {
	keep := len(o.open)
	switch {
	case s.group >= 0:
		keep = o.keepNumbered(s, gs)
	case s.depth > 0:
		for keep > 0 && o.open[keep-1].level > 0 && (o.open[keep-1].depth == 0 || o.open[keep-1].depth >= s.depth) {
			keep--
		}
	default:
		if k := slices.IndexFunc(o.open, func(p spot) bool { return p.level > 0 && p.group < 0 && p.depth == 0 }); k >= 0 {
			keep = k
		}
	}
	o.open = o.open[:keep]
	section, s.level = o.section(), 1
	if keep > 0 {
		s.level = o.open[keep-1].level + 1
	}
	if s.level == 1 && s.group >= 0 {
		s.level += gs[s.group].above
	}
	o.open = append(o.open, s)
	return s.level, section
}

// keepNumbered is how many of the open headings enclose a numbered one: those of
// the groups it stands under, and the unnumbered ones that its series began under.
func (o *outline) keepNumbered(s spot, gs []group) int {
	g := &gs[s.group]
	for k := range o.open {
		p := &o.open[k]
		switch {
		case p.level == 0:
		case p.group >= 0:
			if !under(gs, s.group, p.group) {
				return k
			}
		case g.level > 0 && g.level <= p.level:
			return k
		}
	}
	return len(o.open)
}

// under says whether group g stands somewhere under group p.
func under(gs []group, g, p int) bool {
	for g = gs[g].parent; g >= 0; g = gs[g].parent {
		if g == p {
			return true
		}
	}
	return false
}
