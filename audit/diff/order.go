package diff

import (
	"cmp"

	"shuzheng/audit/order"
	"shuzheng/policy"
)

// differences lists what became of each figure, in the order of the second version;
// what was removed follows what it followed in the first.
func (m *matching) differences() []policy.Difference {
	type placed struct {
		policy.Difference
		after int // index in b of the figure it is or follows
	}
	var list []placed
	moved, follows := m.moved(), -1
	for i := range m.a {
		j := m.toB[i]
		if j < 0 {
			list = append(list, placed{policy.Difference{Kind: policy.Removed, A: i, B: -1}, follows})
			continue
		}
		if !moved[i] {
			follows = j
		}
		list = append(list, placed{m.difference(i, j, moved[i]), j})
	}
	for j := range m.b {
		if m.toA[j] < 0 {
			list = append(list, placed{policy.Difference{Kind: policy.Added, A: -1, B: j}, j})
		}
	}
	policy.Sort(list, func(s, t placed) int {
		return cmp.Or(s.after-t.after, t.B-s.B, s.A-t.A) // removed ones have no B
	})
	out := make([]policy.Difference, len(list))
	for k := range list {
		out[k] = list[k].Difference
	}
	return out
}

// difference is what became of figure i of the first version, which is figure j of the second.
func (m *matching) difference(i, j int, moved bool) policy.Difference {
	a, b := &m.a[i], &m.b[j]
	d := policy.Difference{Kind: policy.Unchanged, A: i, B: j, Moved: moved, Reworded: a.sentence != b.sentence, Fields: changes(a.figure, b.figure)}
	if len(d.Fields) > 0 {
		d.Kind = policy.Changed
	}
	return d
}

// moved marks the figures of the first version whose partners do not stand in the same
// order.
func (m *matching) moved() []bool { return order.Moved(m.toB) }
