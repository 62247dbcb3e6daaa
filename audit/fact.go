package audit

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A fact is a figure made ready for arithmetic.
type fact struct {
	*policy.Figure
	index   int32             // in checker.facts
	value   normalize.Decimal // negative for a fall
	high    normalize.Decimal // the upper end of a range, else value
	exp     int               // power of ten that its magnitude stands for: 8 of 亿
	exact   bool              // counted to ones, so nothing was rounded: 1370家
	name    int32             // of its concept, or else of its indicator; 0 where it has none
	words   int32             // of its indicator, folded
	area    int32
	period  int32
	unit    int32 // in checker.units, as base
	base    int32 // what is left of the unit without what it is per
	group   int32 // of levels about the same; -1 for none
	passage int32 // index in checker.passages, -1 for the only figure of a cell
	at, end int   // the bytes of the numeral in the passage's text
	clause  int   // where its clause begins there, not before the end of the figure before
	prior   int   // the end of the figure before
	stop    int32 // how many sentences end before it
	among   bool  // 其中 stands between the figure before and it
	adds    answer
}

// An answer to a question that is asked often, once it was.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// isLevel says whether the fact is an amount or a share that can be computed with.
func (f *fact) isLevel() bool { return f.Measure == policy.Level && f.Status != policy.Rule }

// isShare says whether the fact is in per cent or the like.
func (f *fact) isShare() bool { return f.Unit == "%" || f.Unit == "‰" || f.Unit == "成" }

// sign makes the value of a fall negative, whether it is written 下降1.8% or 增长-1.8%.
func (f *fact) sign() {
	if f.value.Sign() < 0 {
		f.value = f.value.Neg()
	}
	if f.high.Sign() < 0 {
		f.high = f.high.Neg()
	}
	if f.Direction == policy.Down {
		f.value, f.high = f.high.Neg(), f.value.Neg()
	}
}

// exponent is n of a scale that is 10 to the n, 0 for any other.
func exponent(scale string) int {
	if len(scale) < 2 || scale[0] != '1' || strings.Trim(scale[1:], "0") != "" {
		return 0
	}
	return len(scale) - 1
}

// A unitTable numbers units.
type unitTable struct {
	names
	bases  []int32 // by number: what is left without what it is per
	counts []bool  // by number: it counts things
}

// begin forgets all units.
func (t *unitTable) begin() {
	t.names.begin(32)
	t.bases, t.counts = t.bases[:0], t.counts[:0]
}

// of is the number of a unit.
func (t *unitTable) of(unit string) int32 {
	n := t.number(unit)
	for len(t.bases) < len(t.keys) {
		u := t.keys[len(t.bases)]
		size, known := normalize.MatchUnit(u)
		t.counts = append(t.counts, size == len(u) && known.Kind == normalize.CountUnit)
		base, _, _ := strings.Cut(u, "/")
		t.bases = append(t.bases, t.number(base)) // where it is new, it follows
	}
	return n
}

// aims says whether the fact is a goal rather than something reached or expected.
func (f *fact) aims() bool { return f.Status == policy.Target }
