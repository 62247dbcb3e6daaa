package diff

import (
	"cmp"

	"shuzheng/policy"
)

// A group is what is left of two documents under one key, in reading order.
type group struct{ a, b []int }

// few is how many pairs are looked at one by one.
const few = 4096

// rounds is how often a large group is split by likeness. Two stretches that share
// half of their characters fall into the same part in one of four with 19 of 20.
const rounds = 4

// assign pairs the figures of a group, the likest first. A large group is split into
// parts of figures that are like each other, so that the work stays proportionate.
func (m *matching) assign(p *pass, g *group) {
	for round := 0; round < rounds && len(g.a)*len(g.b) > few; round++ {
		for _, part := range m.split(g, uint32(round)) {
			m.near(p, part)
		}
		g = m.left(g)
	}
	m.near(p, g)
}

// near is likest for a group of any size: of a large one, each figure is held against
// those that stand about as far from the beginning.
func (m *matching) near(p *pass, g *group) {
	const window = 32
	if len(g.a)*len(g.b) <= few {
		m.likest(p, g)
		return
	}
	steps := (max(len(g.a), len(g.b)) + window - 1) / window
	for s := range steps {
		m.likest(p, &group{g.a[s*len(g.a)/steps : (s+1)*len(g.a)/steps], g.b[s*len(g.b)/steps : (s+1)*len(g.b)/steps]})
	}
}

// left is what of a group has no partner yet.
func (m *matching) left(g *group) *group {
	out := &group{}
	for _, i := range g.a {
		if m.toB[i] < 0 {
			out.a = append(out.a, i)
		}
	}
	for _, j := range g.b {
		if m.toA[j] < 0 {
			out.b = append(out.b, j)
		}
	}
	return out
}

// split puts together the figures whose least gram, in an order that differs from
// round to round, is the same: the likelier, the more they have in common.
func (m *matching) split(g *group, round uint32) (parts []*group) {
	byLeast := map[uint32]*group{}
	for _, i := range g.a {
		k := least(m.a[i].grams, round)
		part := byLeast[k]
		if part == nil {
			part = &group{}
			byLeast[k], parts = part, append(parts, part)
		}
		part.a = append(part.a, i)
	}
	for _, j := range g.b {
		if part := byLeast[least(m.b[j].grams, round)]; part != nil {
			part.b = append(part.b, j)
		}
	}
	return parts
}

// least is the smallest of the grams after they were mixed anew.
func least(grams []uint32, round uint32) uint32 {
	low := ^uint32(0)
	for _, g := range grams {
		low = min(low, mix(g+round*0x9e3779b9))
	}
	return low
}

// likest pairs the likest two figures of a group, then of the rest the likest, as long
// as they are like enough. Of equals, those go together that stand in the same order.
func (m *matching) likest(p *pass, g *group) {
	type candidate struct{ i, j, like, apart int }
	all := make([]candidate, 0, len(g.a)*len(g.b))
	for x, i := range g.a {
		for y, j := range g.b {
			if like := likeness(m.a[i].grams, m.b[j].grams); m.toB[i] < 0 && m.toA[j] < 0 && like >= p.least(&m.a[i]) {
				all = append(all, candidate{i, j, like, max(x-y, y-x)})
			}
		}
	}
	policy.Sort(all, func(s, t candidate) int {
		return cmp.Or(t.like-s.like, s.apart-t.apart, s.i-t.i, s.j-t.j)
	})
	for _, c := range all {
		if m.toB[c.i] < 0 && m.toA[c.j] < 0 {
			m.pair(c.i, c.j)
		}
	}
}

// least is how like another figure must be.
func (p *pass) least(it *item) int {
	if it.name == "" {
		return p.nameless
	}
	return p.named
}
