package layout

import (
	"strings"

	"shuzheng/policy"
)

// A group is a series of items numbered in one style under one heading: they are
// headings or list entries together.
type group struct {
	style  style
	parent int // index of the group whose member this series stands under, -1 for none
	last   int // number of its last member
	heads  int // members that are headings by themselves
	led    int // sentences alone that stand over text
	items  int // members that are entries by themselves
	mute   int // short sentences alone with nothing under them
	titled int // articles with a title: 第七条 金融支持
	open   int // members that cannot be told alone
	bare   int // members that look like headings but have nothing under them
	size   int
	level  int // of its members as headings, 0 before the first was placed
}

// A series sorts numbered units into groups.
type series struct {
	gs    []group
	stack []int // groups that are open, outermost first

	// A series of an outer style that begins pushes out one of an inner style, as
	// 第一条 does 一、. Where that one goes on later (二、), the outer style was
	// used inside it. Not so 篇, 章 and 节: chapters are counted on from part to part.
	pushed, by int // indexes of both, -1 for none
}

// groups reads the numbered units and finds which series each belongs to; the
// result holds a group's index for each unit, -1 for one without a number.
func groups(us []unit) ([]group, []int) {
	of := make([]int, len(us))
	s := series{pushed: -1}
	for i := range us {
		of[i] = -1
		u := &us[i]
		if u.kind == policy.Title {
			s.stack, s.pushed = s.stack[:0], -1
		}
		if u.kind != policy.Paragraph && u.kind != policy.Heading || u.r.style == noStyle {
			continue
		}
		of[i] = s.find(u.r.marker)
		g := &s.gs[of[i]]
		g.last = u.r.number
		g.size++
	}
	for i, k := range of {
		if k >= 0 {
			s.gs[k].add(&us[i], hasContent(us, s.gs, of, i), leads(us, s.gs, of, i))
		}
	}
	return s.gs, of
}

// find is the group that a unit with marker m belongs to.
func (s *series) find(m marker) int {
	for k := len(s.stack) - 1; k >= 0; k-- {
		g := &s.gs[s.stack[k]]
		if g.style != m.style {
			continue
		}
		s.stack = s.stack[:k+1]
		if m.style == dash || m.number > 1 {
			return s.stack[k]
		}
		s.stack = s.stack[:k]
		return s.begin(m)
	}
	if s.pushed >= 0 && s.gs[s.pushed].style == m.style && m.number == s.gs[s.pushed].last+1 && m.style > section {
		return s.resume()
	}
	return s.begin(m)
}

// begin opens a group under those of outer styles.
func (s *series) begin(m marker) int {
	n := len(s.stack)
	for n > 0 && s.gs[s.stack[n-1]].style > m.style {
		n--
	}
	id, parent := len(s.gs), -1
	if n > 0 {
		parent = s.stack[n-1]
	}
	if n < len(s.stack) {
		s.pushed, s.by = s.stack[n], id
	}
	s.gs = append(s.gs, group{style: m.style, parent: parent})
	s.stack = append(s.stack[:n], id)
	return id
}

// resume goes on with the group that was pushed out; the one that did so stands
// under it.
func (s *series) resume() int {
	id := s.pushed
	for k, g := range s.stack {
		if g == s.by {
			s.stack = append(s.stack[:k], id)
			s.gs[s.by].parent = id
			break
		}
	}
	if s.stack[len(s.stack)-1] != id {
		s.stack = append(s.stack, id)
	}
	s.pushed = -1
	return id
}

// add counts the unit u as a member of g; full says that something stands under
// it, leads that it is text.
func (g *group) add(u *unit, full, leads bool) {
	if u.r.style == article && u.r.head > u.r.len && (leads || u.r.shape != closing) {
		g.titled++
	}
	switch u.r.shape {
	case item:
		g.items++
	case runIn:
		g.heads++
	case unsure:
		g.open++
	case closing:
		switch {
		case leads:
			g.led++
		case isShort(u.str()[u.r.len:u.r.head]):
			g.mute++
		default:
			g.items++
		}
	case whole:
		if full {
			g.heads++
		} else {
			g.bare++
		}
	}
}

// hasContent says whether something stands under unit i: text, a table, a deeper
// item. The last unit of a text that breaks off counts as having some.
func hasContent(us []unit, gs []group, of []int, i int) bool {
	for k := i + 1; k < len(us); k++ {
		switch us[k].kind {
		case policy.Boilerplate:
			continue
		case policy.Title:
			return false
		}
		return of[k] < 0 || under(gs, of[k], of[i])
	}
	return true
}

// leads says whether unit i stands over text, over a table or over deeper items.
func leads(us []unit, gs []group, of []int, i int) bool {
	for k := i + 1; k < len(us); k++ {
		switch u := &us[k]; {
		case u.kind == policy.Boilerplate || isDuty(u.str()):
		case u.kind == policy.Title || u.kind == policy.Heading:
			return false
		case of[k] >= 0:
			return under(gs, of[k], of[i])
		default:
			return u.kind != policy.Paragraph || u.text.Len() >= 15*len("字") && !isDate(u.str())
		}
	}
	return false
}

// isDuty says whether s names who does what stands before it: （责任单位：市科技局）. A
// task has such a line as a heading may have, so that it tells nothing.
func isDuty(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "（"), "(")
	for _, w := range [...]string{"责任", "牵头", "配合", "实施单位", "完成时限", "完成时间"} {
		if strings.HasPrefix(s, w) {
			k := strings.IndexAny(s, "：:")
			return k > 0 && runeCount(s[:k]) <= 8
		}
	}
	return false
}

// isHeading decides whether u, a member of g, is a heading; full says that something
// stands under it, leads that it is text.
func (g *group) isHeading(u *unit, full, leads bool) bool {
	if u.kind == policy.Heading || u.depth > 0 || u.r.style == article && (u.r.shape == runIn || u.r.shape == closing) {
		return true
	}
	strong := u.r.style <= hanParen
	heads := g.heads + g.led
	switch u.r.shape {
	case runIn:
		return heads+g.open+g.mute > g.items
	case whole:
		if full {
			return heads >= g.items+g.bare
		}
		return heads > g.items+g.bare || g.size == 1 && strong
	case unsure:
		if heads > 0 {
			return heads >= g.items
		}
		return g.size >= 2 && g.items == 0
	case closing:
		if strong && g.heads > 0 && g.heads >= g.items && (leads || full && isShort(u.str()[u.r.len:u.r.head])) {
			return true
		}
		return leads && heads >= 2 && heads > g.items+g.mute
	}
	return false
}

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
		for k := range o.open {
			if o.open[k].level > 0 && o.open[k].group < 0 && o.open[k].depth == 0 {
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
