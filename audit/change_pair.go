package audit

import (
	"iter"
	"strings"
)

// maxLook is how many figures around a change its level is looked for.
const maxLook = 6

// now is the level that fact i is a change of: the nearest one before it in its sentence
// that is about the same, the next one after it, else one from elsewhere.
func (c *checker) now(i int, fits func(g *fact) bool) *fact {
	f := &c.facts[i]
	like := func(g *fact) bool {
		return g.name == f.name && g.area == f.area && g.period == f.period && g.level && !g.ranged &&
			g.goal == f.goal && fits(g)
	}
	if f.passage >= 0 {
		if g, listed := c.respective(i, fits); listed {
			return g
		}
		for g := range c.around(i) {
			if like(g) {
				return g
			}
		}
	}
	var found *fact
	g := c.first(f)
	for n := 0; g != nil && n < maxGroup; n++ {
		if like(g) && (found == nil || better(g, found, f)) {
			found = g
		}
		g = c.following(g)
	}
	return found
}

// respective is the level that one of a list stands for behind 分别: of 发放5063万元，使用927万元，
// 分别是去年同期的270%、160% the first for the first. It is told apart from its neighbour by its
// place alone where both have one name.
func (c *checker) respective(i int, fits func(g *fact) bool) (now *fact, listed bool) {
	f := &c.facts[i]
	list, at := c.listOf(f)
	if len(list) < 2 || list[0].name != list[1].name || !strings.Contains(c.lead(list[0]), "分别") {
		return nil, false
	}
	p := &c.passages[f.passage]
	n := len(list)
	if c.stopBetween(list[0], f) {
		return nil, true
	}
	for j := int(list[0].index) - 1; j >= p.lo && n > 0 && !c.stops(j+1); j-- {
		g := &c.facts[j]
		if !g.level || !fits(g) || g.ranged {
			continue
		}
		if n--; n == at {
			return g, true
		}
	}
	return nil, true
}

// maxGroup is how many figures about the same are looked at: a table may have a
// thousand rows whose names are one.
const maxGroup = 32

// first is the first level that is about the same as f, following the next one.
func (c *checker) first(f *fact) *fact {
	if group := c.groups.find(key{f.name, f.area, f.period}); group >= 0 {
		return &c.facts[c.levels[group]]
	}
	return nil
}

// following is the next level of the group of f.
func (c *checker) following(f *fact) *fact {
	if i := c.next[f.index]; i >= 0 {
		return &c.facts[i]
	}
	return nil
}

// around gives the facts of the sentence of fact i, those before it first, the nearest
// first.
func (c *checker) around(i int) iter.Seq[*fact] {
	p := &c.passages[c.facts[i].passage]
	return func(yield func(*fact) bool) {
		for j := i - 1; j >= max(p.lo, i-maxLook) && !c.stops(j+1); j-- {
			if !yield(&c.facts[j]) {
				return
			}
		}
		for j := i + 1; j < min(p.hi, i+maxLook) && !c.stops(j) && yield(&c.facts[j]); j++ {
		}
	}
}

// then is the level that now is held against: the same thing in an earlier period. What
// was reached is not held against a goal.
func (c *checker) then(now *fact, period string) *fact {
	then := c.level(now.name, now.area, period, now)
	if then == nil || then.goal && !now.goal || then.value.Cmp(now.value) == 0 {
		return nil // the same number is more likely the same fact, its period misread
	}
	return then
}
