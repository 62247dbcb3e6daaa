package layout

import (
	"shuzheng/policy"
)

// A group is a series of items numbered in one style under one heading: they are
// headings or list entries together.
type group struct {
	style style
	last  int // number of its last member
	heads int // members that are headings by themselves
	items int // members that are entries by themselves
	open  int // members that cannot be told alone
	bare  int // members that look like headings but have nothing under them
	size  int
	level int // of its members as headings, 0 before the first was placed
}

// groups reads the numbered units and finds which series each belongs to; the
// result holds a group's index for each unit, -1 for one without a number.
func groups(us []unit) ([]group, []int) {
	of := make([]int, len(us))
	var gs []group
	var stack []int
	for i := range us {
		of[i] = -1
		u := &us[i]
		if u.kind == policy.Title {
			stack = stack[:0]
		}
		if u.kind != policy.Paragraph && u.kind != policy.Heading {
			continue
		}
		if u.r.style == noStyle {
			continue
		}
		for len(stack) > 0 && gs[stack[len(stack)-1]].style > u.r.style {
			stack = stack[:len(stack)-1]
		}
		k := len(stack) - 1
		if k < 0 || gs[stack[k]].style != u.r.style || u.r.number == 1 && gs[stack[k]].last >= 1 && u.r.style != dash {
			if k >= 0 && gs[stack[k]].style == u.r.style {
				stack = stack[:k]
			}
			gs = append(gs, group{style: u.r.style})
			stack = append(stack, len(gs)-1)
		}
		of[i] = stack[len(stack)-1]
		g := &gs[of[i]]
		g.last = u.r.number
		g.size++
		g.add(us, i)
	}
	return gs, of
}

// add counts unit i as a member of g.
func (g *group) add(us []unit, i int) {
	switch us[i].r.shape {
	case item:
		g.items++
	case runIn:
		g.heads++
	case unsure, closing:
		g.open++
	case whole:
		if hasContent(us, i) {
			g.heads++
		} else {
			g.bare++
		}
	}
}

// hasContent says whether something stands under unit i: text, a table, a deeper
// item. The last unit of a text that breaks off counts as having some.
func hasContent(us []unit, i int) bool {
	for k := i + 1; k < len(us); k++ {
		switch us[k].kind {
		case policy.Boilerplate:
			continue
		case policy.Title:
			return false
		}
		return us[k].r.style == noStyle || us[k].r.style > us[i].r.style
	}
	return true
}

// isHeading decides whether unit i, a member of g, is a heading.
func (g *group) isHeading(us []unit, i int) bool {
	u := &us[i]
	if u.kind == policy.Heading || u.depth > 0 {
		return true
	}
	strong := u.r.style <= hanParen
	switch u.r.shape {
	case runIn:
		return g.heads+g.open > g.items || u.r.style == article
	case whole:
		if hasContent(us, i) {
			return g.heads >= g.items+g.bare
		}
		return g.heads > g.items+g.bare || g.size == 1 && strong
	case unsure:
		if g.heads > 0 {
			return g.heads >= g.items
		}
		return g.size >= 2 && g.items == 0
	case closing:
		return strong && g.heads > 0 && g.heads >= g.items && hasContent(us, i)
	}
	return false
}

// A spot is a heading that is open: what follows stands under it.
type spot struct {
	style style // noStyle for an unnumbered heading
	rank  int
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
func (o *outline) place(s spot, g *group) (level, section int) {
	keep := len(o.open)
	switch {
	case s.style != noStyle:
		keep = o.keepNumbered(s, g)
	case s.depth > 0:
		for keep > 0 && o.open[keep-1].level > 0 && (o.open[keep-1].depth == 0 || o.open[keep-1].depth >= s.depth) {
			keep--
		}
	default:
		for k := range o.open {
			if o.open[k].level > 0 && o.open[k].style == noStyle && o.open[k].depth == 0 {
				keep = k
				break
			}
		}
	}
	o.open = o.open[:keep]
	section, level = o.section(), 1
	if keep > 0 {
		level = o.open[keep-1].level + 1
	}
	s.level = level
	o.open = append(o.open, s)
	return level, section
}

// keepNumbered is how many of the open headings enclose a numbered one: those of
// an outer style, and the unnumbered ones that its series began under.
func (o *outline) keepNumbered(s spot, g *group) int {
	for k := range o.open {
		p := &o.open[k]
		if p.level == 0 {
			continue
		}
		if p.style != noStyle {
			if p.style >= s.style {
				return k
			}
			continue
		}
		if g != nil && g.level > 0 && g.level <= p.level {
			return k
		}
	}
	return len(o.open)
}
