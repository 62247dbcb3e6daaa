package audit

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A fact is a figure made ready for arithmetic.
type fact struct {
	*policy.Figure
	index   int32 // in checker.facts
	like    int32 // the first of those right before it that have its name
	words   int32 // see checker.wordsOf; 0 till then
	name    int32 // of its concept, or else of its indicator; 0 where it has none
	area    int32
	period  int32
	unit    int32  // in checker.units, as base
	base    int32  // what is left of the unit without what it is per
	group   int32  // of levels about the same; -1 for none
	passage int32  // index in checker.passages, -1 for the only figure of a cell
	level   bool   // an amount or a share that can be computed with
	share   bool   // in per cent or the like
	goal    bool   // aimed at rather than reached or expected
	ranged  bool   // from value to high
	exact   bool   // counted to ones, so nothing was rounded: 1370家
	adds    answer // additive

	value   normalize.Decimal // negative for a fall
	high    normalize.Decimal // the upper end of a range, else value
	exp     int               // power of ten that its magnitude stands for: 8 of 亿
	at, end int               // the bytes of the numeral in the passage's text
	prior   int               // the end of the figure before
}

// An answer to a question that is asked often, once it was.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

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
		base := int32(len(t.bases))
		if i := strings.IndexByte(u, '/'); i >= 0 {
			base = t.number(u[:i]) // where it is new, it follows
		}
		t.bases = append(t.bases, base)
	}
	return n
}
