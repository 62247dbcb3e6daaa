package layout

import "shuzheng/policy"

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
	first  int // number of its first member
	above  int // how many levels stand above it in what the text leaves out
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
	cutOff(s.gs)
	for i, k := range of {
		if k >= 0 {
			s.gs[k].add(&us[i], hasContent(us, s.gs, of, i), leads(us, s.gs, of, i))
		}
	}
	return s.gs, of
}

// cutOff finds the series that a text begins in the middle of, and that stood under one of an
// outer style that goes on later: （六）…。三、….
func cutOff(gs []group) {
	if len(gs) == 0 || gs[0].first < 2 || gs[0].style != hanParen {
		return
	}
	for k := 1; k < len(gs); k++ {
		if g := &gs[k]; g.parent < 0 && g.style < gs[0].style {
			if g.first > 1 {
				gs[0].above = 1
			}
			return
		}
	}
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
	if s.pushed >= 0 && s.gs[s.pushed].style == m.style && m.number == s.gs[s.pushed].last+1 && s.gs[s.by].style > section {
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
	s.gs = append(s.gs, group{style: m.style, parent: parent, first: m.number})
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
