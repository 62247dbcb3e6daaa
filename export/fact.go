package export

import (
	"strings"

	"shuzheng/policy"
)

// maxFacts is how many figures the panel takes in: about a hundred bytes each.
const maxFacts = 500_000

// A fact is a figure of the panel: one with a concept and a period. The numbers of
// words are those of the pool they were put into.
type fact struct {
	value, high string
	unit, base  int32
	concept     int32
	area        int32
	period      int32
	indicator   int32
	document    int32 // its name
	row         int32 // on the sheets of figures and evidence
	decimals    int16
	comparator  policy.Comparator
	measure     policy.Measure
	status      policy.Status
}

// facts are the figures of the panel, and the words they share.
type facts struct {
	list  []fact
	words pool
	limit int
	left  int // not taken in for the limit
}

// A pool holds each word once, under a number.
type pool struct {
	numbers map[string]int32
	words   []string
}

// put gives the number of a word. The pool keeps a copy: the word may be a part of a
// large text.
func (p *pool) put(s string) int32 {
	if n, ok := p.numbers[s]; ok {
		return n
	}
	if p.numbers == nil {
		p.numbers = map[string]int32{}
	}
	s = strings.Clone(s)
	n := int32(len(p.words))
	p.words, p.numbers[s] = append(p.words, s), n
	return n
}

// add takes in a figure that stands in a row of its sheet, if it is one of the panel:
// a period without its year (XXXX-01) has no place there.
func (fs *facts) add(f *policy.Figure, document string, row int) {
	if f.Concept == "" || f.Value == "" || f.Period == "" || strings.Contains(f.Period, "X") {
		return
	}
	if len(fs.list) == fs.limit {
		fs.left++
		return
	}
	w := &fs.words
	value, high, bound := signed(f)
	fs.list = append(fs.list, fact{
		value: strings.Clone(value), high: strings.Clone(high), unit: w.put(f.Unit), base: w.put(f.Base), concept: w.put(f.Concept),
		area: w.put(f.Area), period: w.put(f.Period), indicator: w.put(f.Indicator), document: w.put(document), row: int32(row),
		decimals: int16(max(min(f.Decimals, 99), -99)), comparator: bound, measure: f.Measure, status: f.Status,
	})
}

// signed gives the value, the upper end and the bound of a figure; those of a decrease
// are below zero: 下降5%以上 is at most -5.
func signed(f *policy.Figure) (value, high string, bound policy.Comparator) {
	if f.Measure != policy.Change || f.Direction != policy.Down || strings.HasPrefix(f.Value, "-") {
		return f.Value, f.ValueHigh, f.Comparator
	}
	bound = f.Comparator
	if turned, ok := turnedBounds[bound]; ok {
		bound = turned
	}
	if f.ValueHigh == "" {
		return "-" + f.Value, "", bound
	}
	return "-" + f.ValueHigh, "-" + f.Value, bound
}

// turnedBounds are the bounds of a number with its sign turned.
var turnedBounds = map[policy.Comparator]policy.Comparator{
	policy.AtLeast: policy.AtMost, policy.AtMost: policy.AtLeast, policy.MoreThan: policy.LessThan, policy.LessThan: policy.MoreThan,
}
