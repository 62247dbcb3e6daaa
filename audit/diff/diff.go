// Package diff holds two versions of a document against each other. In come two
// documents with their figures, out comes what became of each: added, removed,
// changed, unchanged. Figures are matched by what they state (concept, period,
// area, measure, status) and by the words around them, never by place, so that a
// sentence that moved is no difference.
//
//	diff.go     the passes, strictest first
//	item.go     what a figure is matched by
//	context.go  the words around it; likeness.go how like two such stretches are
//	assign.go   who goes with whom where several could
//	fields.go   what changed; order.go what moved
//	sketch.go   which documents of two runs belong together
package diff

import "shuzheng/policy"

// Documents compares two versions; nil stands for one without figures. Every figure of either
// is in one Difference. They come in the order of b; what was removed comes behind what it
// followed in a.
func Documents(a, b *policy.Document) policy.Comparison {
	c := policy.Comparison{A: a, B: b}
	m := matching{a: items(a), b: items(b)}
	m.toB, m.toA = none(len(m.a)), none(len(m.b))
	for i := range passes {
		m.run(&passes[i])
	}
	c.Differences = m.differences()
	return c
}

// A matching is two lists of figures and who goes with whom so far.
type matching struct {
	a, b     []item
	toB, toA []int // index of the partner, -1 for none yet
}

// none is a list of n figures without partner.
func none(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// A pass pairs figures that are the same in some respects.
type pass struct {
	key func(it *item) key
	// Of 100, how like the words around two figures must be: where the statement names
	// what it counts, and where it does not.
	named, nameless int
}

// passes are run one after the other, each on what the ones before left.
var passes = []pass{
	// All of it, with the same sentence, or row, or with another.
	{key: func(it *item) key { return key{digest: it.digest, words: it.sentence, nth: it.nth} }},
	{key: func(it *item) key { return key{digest: it.digest} }, nameless: 35},
	// The same statement in all but what it says: another value, bound, unit.
	{key: func(it *item) key { k := it.statement(); k.unit = ""; return k }, nameless: 45},
	// The same sentence but for its digits, or the same cell, whatever was read from it.
	{key: func(it *item) key { return key{words: it.skeleton, nth: it.nth} }},
	// The same name, and all but one of what qualifies it.
	{key: func(it *item) key { k := it.statement(); k.status = ""; return k }, named: 30, nameless: 60},
	{key: func(it *item) key { k := it.statement(); k.area, k.unit = "", ""; return k }, named: 45, nameless: 70},
	{key: func(it *item) key { k := it.statement(); k.base, k.unit = "", ""; return k }, named: 45, nameless: 70},
	{key: func(it *item) key { k := it.statement(); k.period = ""; return k }, named: 60, nameless: 75},
	// The same number of the same things, under another name, of another place.
	{key: func(it *item) key { k := it.statement(); k.name, k.value = "", it.value; return k }, named: 40, nameless: 40},
	{key: func(it *item) key { k := it.statement(); k.name, k.area, k.value = "", "", it.value; return k }, named: 55, nameless: 55},
	// Another number under another name: only where the words around hardly changed.
	{key: func(it *item) key { k := it.statement(); k.name = ""; return k }, named: 70, nameless: 70},
}

// run pairs, of what is left, the figures with equal keys.
func (m *matching) run(p *pass) {
	groups := map[key]*group{}
	var order []*group
	for i := range m.a {
		if k := p.key(&m.a[i]); m.toB[i] < 0 && k.says() {
			g := groups[k]
			if g == nil {
				g = &group{}
				groups[k], order = g, append(order, g)
			}
			g.a = append(g.a, i)
		}
	}
	for j := range m.b {
		if m.toA[j] < 0 {
			if g := groups[p.key(&m.b[j])]; g != nil {
				g.b = append(g.b, j)
			}
		}
	}
	for _, g := range order {
		if len(g.b) > 0 {
			m.assign(p, g)
		}
	}
}

// pair makes two figures partners.
func (m *matching) pair(i, j int) { m.toB[i], m.toA[j] = j, i }
