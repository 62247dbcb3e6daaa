package audit

import (
	"cmp"
	"encoding/hex"
	"hash/fnv"
	"path"
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// Checks holds the documents against each other: what they state of one indicator,
// place and time, and the targets of one against what another reports. They come by the
// document and the figure that is met first.
func (a *Across) Checks() []policy.RunCheck {
	order := make([]int32, len(a.list))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		return cmp.Or(a.compare(&a.list[i], &a.list[j]), cmp.Compare(i, j))
	})
	var out []policy.RunCheck
	var groups [][]int32 // that wait
	waiting := 0
	for from, group := range policy.Runs(order, func(i, j *int32) bool { return a.compare(&a.list[*i], &a.list[*j]) == 0 }) {
		if a.several(group) {
			groups = append(groups, group)
			waiting += len(group)
		}
		if waiting > atOnce || from+len(group) == len(order) {
			out = a.compared(out, groups)
			groups, waiting = groups[:0], 0
		}
	}
	policy.Sort(out, func(x, y policy.RunCheck) int {
		return cmp.Or(x.Sides[0].Document-y.Sides[0].Document, x.Sides[0].Index-y.Sides[0].Index)
	})
	return out
}

// compare orders figures by what they are about.
func (a *Across) compare(x, y *kept) int {
	return cmp.Or(cmp.Compare(x.concept, y.concept), cmp.Compare(x.area, y.area), cmp.Compare(x.period, y.period),
		cmp.Compare(x.measure, y.measure), cmp.Compare(x.unit, y.unit), cmp.Compare(x.base, y.base))
}

// several says whether figures are of more than one document.
func (a *Across) several(group []int32) bool {
	first := a.docs[a.list[group[0]].doc].sum
	return slices.ContainsFunc(group, func(i int32) bool { return a.docs[a.list[i].doc].sum != first })
}

// maxStatements is how many different values of one thing are compared; more are not of
// one thing.
const maxStatements = 40

// A stated is a value with the documents that state it.
type stated struct {
	*fact
	kept *kept
	docs int    // that state it
	sum  string // of the source of the first
}

// atOnce is about how many figures are made ready for comparing at a time.
const atOnce = 4096

// compared appends the checks of groups of figures, each about one thing.
func (a *Across) compared(out []policy.RunCheck, groups [][]int32) []policy.RunCheck {
	var doc policy.Document
	for _, g := range groups {
		for _, i := range g {
			doc.Figures = append(doc.Figures, a.figure(&a.list[i]))
		}
	}
	var c checker
	c.begin(&doc)
	facts := c.facts
	for _, g := range groups {
		out = a.group(out, g, facts[:len(g)])
		facts = facts[len(g):]
	}
	return out
}

// group compares the figures about one thing.
func (a *Across) group(out []policy.RunCheck, group []int32, facts []fact) []policy.RunCheck {
	real, aims := a.statements(group, facts, policy.Actual), a.statements(group, facts, policy.Target)
	if c, ok := a.agree(real); ok {
		out = append(out, c)
	}
	if c, ok := a.agree(aims); ok {
		out = append(out, c)
	}
	if len(real) == 0 {
		real = a.statements(group, facts, policy.Estimate)
	}
	return append(out, a.reached(real, aims)...)
}

// statements are the different values of a status, by first mention. A document that
// states several is left out: it speaks of several things.
func (a *Across) statements(group []int32, facts []fact, status policy.Status) (out []stated) {
	torn := a.torn(group, facts, status)
	told := map[string]bool{}
	for n, i := range group {
		k, f := &a.list[i], &facts[n]
		sum := a.docs[k.doc].sum
		if f.Status != status || k.narrowed || torn[sum] || told[sum] {
			continue
		}
		told[sum] = true
		at := slices.IndexFunc(out, func(s stated) bool {
			return s.value.Cmp(f.value) == 0 && s.Comparator == f.Comparator && s.Decimals == f.Decimals
		})
		if at < 0 {
			if at = len(out); at == maxStatements {
				return nil
			}
			out = append(out, stated{fact: f, kept: k, sum: sum})
		}
		out[at].docs++
	}
	return out
}

// torn are the sources that state values of a status that differ.
func (a *Across) torn(group []int32, facts []fact, status policy.Status) map[string]bool {
	first, torn := map[string]*fact{}, map[string]bool{}
	for n, i := range group {
		k, f := &a.list[i], &facts[n]
		if f.Status != status || k.narrowed {
			continue
		}
		sum := a.docs[k.doc].sum
		if before := first[sum]; before == nil {
			first[sum] = f
		} else if !before.band().meets(f.band()) {
			torn[sum] = true
		}
	}
	return torn
}

// agree compares the values that documents state.
func (a *Across) agree(list []stated) (policy.RunCheck, bool) {
	docs := 0
	for _, s := range list {
		docs += s.docs
	}
	if docs < 2 {
		return policy.RunCheck{}, false
	}
	r, why := policy.Consistent, "across"
	for i := range list {
		for j := range list[:i] {
			x, y := list[i], list[j]
			switch {
			case x.meets(y):
			case x.Status == policy.Target:
				r, why = policy.Unchecked, "targets"
			case x.words != y.words:
				if r != policy.Inconsistent {
					r, why = policy.Unchecked, "worded"
				}
			default:
				r, why = policy.Inconsistent, "documents"
			}
		}
	}
	return a.check(policy.AgreementCheck, r, reason(policy.AgreementCheck, why), list), true
}

// meets says whether two values may be one. Of targets it is their numbers that count:
// 63以上 and 65 are two.
func (s stated) meets(o stated) bool {
	x, y := s.band(), o.band()
	if s.Status == policy.Target {
		x.over, x.under, y.over, y.under = false, false, false, false
	}
	return x.meets(y)
}

// reached compares each target with what another document reports.
func (a *Across) reached(real, aims []stated) (out []policy.RunCheck) {
	if len(real) == 0 {
		return nil
	}
	for _, aim := range aims {
		i := slices.IndexFunc(real, func(s stated) bool { return s.sum != aim.sum })
		if i < 0 || aim.Measure != policy.Level || !settled(real) {
			continue
		}
		got := real[i].band()
		goal := point(aim.value)
		r, why := policy.Unchecked, "unmet"
		less := aim.wantsLess()
		if less && !goal.below(got) || !less && !got.below(goal) {
			r, why = policy.Consistent, "met"
		}
		out = append(out, a.check(policy.ProgressCheck, r, reason(policy.ProgressCheck, why), []stated{aim, real[i]}))
	}
	return out
}

// settled says whether all values may be one.
func settled(list []stated) bool {
	return !slices.ContainsFunc(list, func(s stated) bool { return !s.meets(list[0]) })
}

// maxSides is how many values a check shows.
const maxSides = 6

// check makes the check of some statements, the first one the stated.
func (a *Across) check(kind policy.CheckKind, r policy.CheckResult, why string, list []stated) policy.RunCheck {
	c := policy.RunCheck{Check: policy.Check{Kind: kind, Result: r, Stated: list[0].said(), Reason: why}}
	h := fnv.New64a()
	h.Write([]byte(kind))
	var b strings.Builder
	for i, s := range list {
		h.Write([]byte(" " + s.ID))
		if i == maxSides {
			break
		}
		d := &a.docs[s.kept.doc]
		c.Sides = append(c.Sides, policy.Side{Document: int(d.number), Name: d.name, Title: d.title, Index: int(s.kept.index), Raw: s.ValueRaw + s.UnitRaw, ID: s.ID, Indicator: s.Indicator,
			Concept: s.Concept, Value: s.Value, Unit: s.Unit, Period: s.Period, Area: s.Area, Comparator: s.Comparator, Status: s.Status})
		if i > 0 {
			b.WriteString("；")
		}
		b.WriteString(shortened(cmp.Or(d.title, path.Base(d.name)), nameRunes) + "：" + s.said())
		if s.docs > 1 {
			b.WriteString(" ×" + strconv.Itoa(s.docs))
		}
	}
	c.ID, c.Computed = hex.EncodeToString(h.Sum(nil)), b.String()
	return c
}

// said is the value as it was printed.
func (s stated) said() string { return boundSign[s.Comparator] + s.ValueRaw + s.UnitRaw }

// boundSign writes bounds as an accountant does.
var boundSign = map[policy.Comparator]string{policy.AtLeast: "≥", policy.MoreThan: ">", policy.AtMost: "≤", policy.LessThan: "<", policy.About: "≈"}
