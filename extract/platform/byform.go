package platform

import "slices"

// A byForm lists the entries that are no form of others by the form of their heads.
type byForm struct {
	starts  []int // by number of form: where its entries begin, the next one's where they end
	entries []int // of one form in their own order
}

// byForm lists the entries as they are now, in place of what it listed before.
func (g *gathering) byForm() *byForm {
	x := &g.form
	x.starts = slices.Grow(x.starts[:0], len(heads)+2)[:len(heads)+2]
	x.entries = slices.Grow(x.entries[:0], len(g.entries))[:len(g.entries)]
	clear(x.starts)
	for i := range g.entries {
		if e := &g.entries[i]; e.into < 0 {
			x.starts[e.head.formNo]++
		}
	}
	for f, end := 0, 0; f < len(x.starts); f++ {
		end += x.starts[f]
		x.starts[f] = end
	}
	for i := len(g.entries) - 1; i >= 0; i-- {
		if e := &g.entries[i]; e.into < 0 {
			x.starts[e.head.formNo]--
			x.entries[x.starts[e.head.formNo]] = i
		}
	}
	return x
}

// of is the entries whose heads are of the form of h.
func (x *byForm) of(h *head) []int { return x.entries[x.starts[h.formNo]:x.starts[h.formNo+1]] }
