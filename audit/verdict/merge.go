package verdict

import (
	"slices"

	"shuzheng/policy"
)

// A Merger brings verdicts of many files together. A reviewer has one verdict on one
// reading of a figure: the later by date, and of one day the one that came last.
type Merger struct {
	list []policy.Verdict
	at   map[key]int // index in list

	New, Changed, Same, Older int // what became of those that were added
}

// A key is what a verdict is one of: a reading of a figure by a reviewer.
type key struct{ figure, digest, reviewer string }

func keyOf(v *policy.Verdict) key { return key{v.Figure, v.Digest, v.Reviewer} }

// NewMerger starts with the verdicts there are.
func NewMerger(list []policy.Verdict) *Merger {
	m := &Merger{at: map[key]int{}}
	for _, v := range list {
		m.Add(v)
	}
	m.New, m.Changed, m.Same, m.Older = 0, 0, 0, 0
	return m
}

// Add takes a verdict in.
func (m *Merger) Add(v policy.Verdict) {
	i, known := m.at[keyOf(&v)]
	if !known {
		m.at[keyOf(&v)] = len(m.list)
		m.list = append(m.list, v)
		m.New++
		return
	}
	old := &m.list[i]
	switch {
	case old.Verdict == v.Verdict && old.Value == v.Value && old.Reason == v.Reason && old.Date == v.Date:
		m.Same++
		old.Said, old.Document, old.SHA256 = either(old.Said, v.Said), either(old.Document, v.Document), either(old.SHA256, v.SHA256)
	case v.Date < old.Date:
		m.Older++
	default:
		m.Changed++
		v.Said, v.Document, v.SHA256 = either(v.Said, old.Said), either(v.Document, old.Document), either(v.SHA256, old.SHA256)
		*old = v
	}
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Verdicts are all of them: those there were in their order, then the new ones.
func (m *Merger) Verdicts() []policy.Verdict { return m.list }

// Conflicts are the verdicts of reviewers who differ on one reading of a figure, in
// the verdict or in what the figure should be; each at least two.
func (m *Merger) Conflicts() (list [][]policy.Verdict) {
	groups := map[key][]policy.Verdict{}
	var order []key
	for _, v := range m.list {
		k := key{v.Figure, v.Digest, ""}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], v)
	}
	for _, k := range order {
		g := groups[k]
		if slices.ContainsFunc(g, func(v policy.Verdict) bool { return v.Verdict != g[0].Verdict || v.Value != g[0].Value }) {
			list = append(list, g)
		}
	}
	return list
}

// Resolve keeps, where reviewers differ, the verdict of one of them, and says how many
// conflicts that ended.
func (m *Merger) Resolve(reviewer string) (ended int) {
	drop := map[key]bool{}
	for _, g := range m.Conflicts() {
		if !slices.ContainsFunc(g, func(v policy.Verdict) bool { return v.Reviewer == reviewer }) {
			continue
		}
		ended++
		for i := range g {
			if g[i].Reviewer != reviewer {
				drop[keyOf(&g[i])] = true
			}
		}
	}
	m.list = slices.DeleteFunc(m.list, func(v policy.Verdict) bool { return drop[keyOf(&v)] })
	for i := range m.list {
		m.at[keyOf(&m.list[i])] = i
	}
	for k := range drop {
		delete(m.at, k)
	}
	return ended
}
