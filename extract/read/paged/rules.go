package paged

import (
	"cmp"
	"math"
	"slices"
)

const (
	near     = 2.0 // points between rules that are meant to meet
	leastRun = 5.0 // points of the shortest rule that may frame a cell
	maxRules = 200_000
)

// A frame is rules that meet one another, joined where they go on.
type frame struct{ across, down []Rule }

// frames groups the rules of a page by what meets, from top to bottom.
func frames(rules []Rule) []frame {
	across, down := runs(rules, true), runs(rules, false)
	groups := newSets(len(across) + len(down))
	crossings(across, down, func(i, j int) { groups.join(i, len(across)+j) })
	byRoot := map[int]int{}
	var out []frame
	at := func(i int) *frame {
		root := groups.find(i)
		k, ok := byRoot[root]
		if !ok {
			k = len(out)
			byRoot[root] = k
			out = append(out, frame{})
		}
		return &out[k]
	}
	for i, r := range across {
		f := at(i)
		f.across = append(f.across, r)
	}
	for j, r := range down {
		f := at(len(across) + j)
		f.down = append(f.down, r)
	}
	return out
}

// runs are the rules of one direction, those that overlap or follow one another on
// one line made one.
func runs(rules []Rule, across bool) []Rule {
	var rs []Rule
	for _, r := range rules[:min(len(rules), maxRules)] {
		if r.horizontal() == across {
			rs = append(rs, r)
		}
	}
	line := func(r *Rule) float64 { return r.Y0 + r.Y1 }
	start := func(r *Rule) float64 { return r.X0 }
	if !across {
		line, start = func(r *Rule) float64 { return r.X0 + r.X1 }, func(r *Rule) float64 { return r.Y0 }
	}
	slices.SortStableFunc(rs, func(a, b Rule) int { return cmp.Compare(line(&a), line(&b)) })
	out := rs[:0:0]
	for i := 0; i < len(rs); {
		j := i + 1
		for j < len(rs) && line(&rs[j])-line(&rs[j-1]) < 2*1.2 && line(&rs[j])-line(&rs[i]) < 2*near {
			j++
		}
		slices.SortStableFunc(rs[i:j], func(a, b Rule) int { return cmp.Compare(start(&a), start(&b)) })
		out = joined(out, rs[i:j], across)
		i = j
	}
	return slices.DeleteFunc(out, func(r Rule) bool { return max(r.X1-r.X0, r.Y1-r.Y0) < leastRun })
}

// joined appends rs, which lie on one line, to out; what follows with less than near
// between is one rule.
func joined(out []Rule, rs []Rule, across bool) []Rule {
	first := len(out)
	for _, r := range rs {
		if k := len(out) - 1; k >= first {
			l := &out[k]
			if across && r.X0 <= l.X1+near || !across && r.Y0 <= l.Y1+near {
				l.X1, l.Y1 = max(l.X1, r.X1), max(l.Y1, r.Y1)
				l.X0, l.Y0 = min(l.X0, r.X0), min(l.Y0, r.Y0)
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// crossings calls meet for every rule across and rule down that meet.
func crossings(across, down []Rule, meet func(i, j int)) {
	order := make([]int, len(across))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(across[a].Y0, across[b].Y0) })
	budget := 20_000_000
	for j, d := range down {
		from, _ := slices.BinarySearchFunc(order, d.Y0-near-2, func(i int, y float64) int { return cmp.Compare(across[i].Y0, y) })
		for _, i := range order[from:] {
			if a := &across[i]; a.Y0 > d.Y1+near {
				break
			} else if budget--; budget < 0 {
				return
			} else if a.Y1 >= d.Y0-near && a.X0 <= d.X1+near && a.X1 >= d.X0-near {
				meet(i, j)
			}
		}
	}
}

// places clusters positions that differ by less than near.
func places(xs []float64) []float64 {
	slices.Sort(xs)
	var out []float64
	sum, n := 0.0, 0
	for i, x := range xs {
		if i > 0 && x-xs[i-1] >= near {
			out = append(out, sum/float64(n))
			sum, n = 0, 0
		}
		sum, n = sum+x, n+1
	}
	if n > 0 {
		out = append(out, sum/float64(n))
	}
	return out
}

// nearest is the index of the place next to x, -1 where it is farther than near·2.
func nearest(places []float64, x float64) int {
	i, _ := slices.BinarySearch(places, x)
	best := -1
	for _, k := range []int{i - 1, i} {
		if k >= 0 && k < len(places) && math.Abs(places[k]-x) <= 2*near && (best < 0 || math.Abs(places[k]-x) < math.Abs(places[best]-x)) {
			best = k
		}
	}
	return best
}

// sets is a union of disjoint sets.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) { s[s.find(i)] = s.find(j) }
