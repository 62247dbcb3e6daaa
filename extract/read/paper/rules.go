package paper

import (
	"cmp"
	"math"

	"shuzheng/policy"
)

// Ruled tables. Lines that touch make a table; where they run gives the edges of its
// columns and rows, and where a piece of an edge is missing, two places of the grid
// are one cell.

const (
	touch    = 3.0    // points: edges this near are one, lines this near touch
	tooMany  = 20_000 // lines of a page beyond which they are a drawing
	maxEdges = 400    // columns or rows of a table
	maxGrids = 300    // tables of a page
)

// A rule is a line, upright where down is set.
type rule struct {
	Box
	down bool
}

// at is where the rule lies across its direction, and from and to along it.
func (r *rule) at() float32 {
	if r.down {
		return r.midX()
	}
	return r.midY()
}

func (r *rule) along() (from, to float32) {
	if r.down {
		return r.Top, r.Bottom
	}
	return r.Left, r.Right
}

// rulesOf sorts the lines of a page and joins the pieces of each.
func rulesOf(boxes []Box) []rule {
	if len(boxes) > tooMany {
		return nil
	}
	rs := make([]rule, 0, len(boxes))
	for _, b := range boxes {
		if down := b.height() > b.width(); max(b.height(), b.width()) >= 2 {
			rs = append(rs, rule{b, down})
		}
	}
	policy.Sort(rs, func(a, b rule) int {
		if a.down != b.down {
			if a.down {
				return 1
			}
			return -1
		}
		af, _ := a.along()
		bf, _ := b.along()
		return cmp.Or(cmp.Compare(math.Round(float64(a.at())), math.Round(float64(b.at()))), cmp.Compare(af, bf))
	})
	return joinPieces(rs)
}

// joinPieces joins pieces that go on in one line.
func joinPieces(rs []rule) []rule {
	out := rs[:0]
	for _, r := range rs {
		if n := len(out) - 1; n >= 0 && out[n].down == r.down && max(out[n].at()-r.at(), r.at()-out[n].at()) <= 1 {
			_, end := out[n].along()
			if from, _ := r.along(); from <= end+1.5 {
				out[n].Box = out[n].With(r.Box)
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// tables finds the ruled tables among the lines of a page, from top to bottom.
func tables(boxes []Box) []*ruled {
	rs := rulesOf(boxes)
	var out []*ruled
	for _, g := range connected(rs) {
		if t := newRuled(g); t != nil {
			out = append(out, t)
		}
	}
	policy.Sort(out, func(a, b *ruled) int { return cmp.Or(cmp.Compare(a.Top, b.Top), cmp.Compare(a.Left, b.Left)) })
	return out
}

// connected parts rs into groups that touch.
func connected(rs []rule) [][]rule {
	g := newGroups(len(rs))
	policy.Sort(rs, func(a, b rule) int { return cmp.Compare(a.Left, b.Left) })
	var open []int // lines that reach beyond where the scan is
	for i := range rs {
		keep := open[:0]
		for _, k := range open {
			if rs[k].Right+touch < rs[i].Left {
				continue
			}
			keep = append(keep, k)
			if rs[k].Top <= rs[i].Bottom+touch && rs[i].Top <= rs[k].Bottom+touch {
				g.join(i, k)
			}
		}
		open = append(keep, i)
	}
	var out [][]rule
	place := map[int]int{}
	for i := range rs {
		root := g.of(i)
		k, seen := place[root]
		if !seen {
			k = len(out)
			place[root] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], rs[i])
	}
	return out
}

// groups joins numbers into groups.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

// of is the number that stands for i's group.
func (g groups) of(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, k int) { g[g.of(i)] = g.of(k) }
