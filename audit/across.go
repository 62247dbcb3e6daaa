package audit

import (
	"strings"

	"shuzheng/policy"
)

// An Across keeps what the documents of a run state of the concepts of the table, some
// hundred and fifty bytes a figure, until they can be held against each other. Documents are
// added one after the other and not kept.
type Across struct {
	list  []kept
	words words
	docs  []keptDoc
	limit int
	left  int // figures beyond the limit
}

// A kept is a figure that can be compared with those of other documents. Its words are
// numbers of the pool.
type kept struct {
	concept, area, period, unit, base int32 // what it is about
	indicator, value, high            int32
	raw, unitRaw, scale               int32
	doc, index                        int32
	id                                int32
	decimals                          int16
	comparator, measure               uint8 // places in keptComparators, keptMeasures …
	status, direction                 uint8
	narrowed                          bool // its sentence speaks of a part
}

// A keptDoc is a document with figures that were kept.
type keptDoc struct {
	number      int32 // in the run
	name, title string
	sum         string // of its source: two copies of a file are one document
}

// words holds each word once.
type words struct {
	numbers map[string]int32
	list    []string
}

func (w *words) put(s string) int32 {
	if n, ok := w.numbers[s]; ok {
		return n
	}
	s = strings.Clone(s) // it may be a part of a large text
	n := int32(len(w.list))
	w.list = append(w.list, s)
	w.numbers[s] = n
	return n
}

// MaxAcross is how many figures of a run are compared.
const MaxAcross = 400_000

// NewAcross begins a run. At most limit figures are taken in.
func NewAcross(limit int) *Across {
	return &Across{limit: limit, words: words{numbers: map[string]int32{}}}
}

// Left is how many figures were not taken in for the limit.
func (a *Across) Left() int { return a.left }

// The codes that a kept holds as numbers.
var (
	keptComparators = [...]policy.Comparator{policy.Equal, policy.AtLeast, policy.MoreThan, policy.AtMost, policy.LessThan, policy.About, policy.OverBit, policy.Nearly}
	keptMeasures    = [...]policy.Measure{policy.Level, policy.Change}
	keptStatuses    = [...]policy.Status{policy.Actual, policy.Target, policy.Estimate}
	keptDirections  = [...]policy.Direction{policy.NoDirection, policy.Up, policy.Down}
)

// Add takes in document number n of the run, from 0.
func (a *Across) Add(n int, doc *policy.Document) {
	at := int32(-1)
	for i := range doc.Figures {
		f := &doc.Figures[i]
		if !shared(f) {
			continue
		}
		if len(a.list) >= a.limit {
			a.left++
			continue
		}
		if at < 0 {
			at = int32(len(a.docs))
			a.docs = append(a.docs, keptDoc{int32(n), strings.Clone(doc.Source.Name), strings.Clone(doc.Metadata["title"].Value), doc.Source.SHA256})
		}
		a.list = append(a.list, a.keep(doc, i, at))
	}
}

// shared says whether other documents may state the same as a figure: it has a
// concept, a time and a place of its own.
func shared(f *policy.Figure) bool {
	whole := f.Concept != "" && f.Area != "" && f.Value != "" && f.ValueHigh == ""
	dated := f.Period != "" && !strings.Contains(f.Period, "X")
	return whole && dated && f.Status != policy.Rule && (f.Measure == policy.Level || f.Measure == policy.Change && f.Base != "")
}

func (a *Across) keep(doc *policy.Document, i int, at int32) kept {
	f, w := &doc.Figures[i], &a.words
	return kept{
		concept: w.put(f.Concept), area: w.put(f.Area), period: w.put(f.Period), unit: w.put(f.Unit), base: w.put(f.Base),
		indicator: w.put(f.Indicator), value: w.put(f.Value), high: w.put(f.ValueHigh), raw: w.put(f.ValueRaw), unitRaw: w.put(f.UnitRaw), scale: w.put(f.Scale),
		doc: at, index: int32(i), id: w.put(f.ID), decimals: int16(max(min(f.Decimals, 99), -99)),
		comparator: placeOf(keptComparators[:], f.Comparator), measure: placeOf(keptMeasures[:], f.Measure), status: placeOf(keptStatuses[:], f.Status), direction: placeOf(keptDirections[:], f.Direction),
		narrowed: partial(doc, f),
	}
}

// placeOf is where a code stands in a list, 0 where it does not.
func placeOf[T ~string](list []T, code T) uint8 {
	for i, c := range list {
		if c == code {
			return uint8(i)
		}
	}
	return 0
}

// partial says whether the sentence before a figure makes it one of a part: 其中, 高新区.
func partial(doc *policy.Document, f *policy.Figure) bool {
	if f.Table != nil || f.Block < 0 || f.Block >= len(doc.Blocks) {
		return false
	}
	t := doc.Blocks[f.Block].Text
	s := t.String()[:t.Offset(f.Evidence.Span.Start)]
	for _, mark := range [...]string{"。", "！", "？"} {
		if i := strings.LastIndex(s, mark); i >= 0 {
			s = s[i:]
		}
	}
	return narrowing.in(s)
}

// figure makes the figure of a kept again, as far as it was kept.
func (a *Across) figure(k *kept) policy.Figure {
	w := a.words.list
	return policy.Figure{
		ID: w[k.id], Indicator: w[k.indicator], Concept: w[k.concept], Value: w[k.value], ValueHigh: w[k.high], Unit: w[k.unit], ValueRaw: w[k.raw], UnitRaw: w[k.unitRaw],
		Scale: w[k.scale], Decimals: int(k.decimals), Comparator: keptComparators[k.comparator], Measure: keptMeasures[k.measure], Direction: keptDirections[k.direction],
		Base: w[k.base], Status: keptStatuses[k.status], Period: w[k.period], Area: w[k.area], Block: -1,
	}
}
