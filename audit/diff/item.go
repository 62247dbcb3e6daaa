package diff

import (
	"strings"
	"unicode"

	"shuzheng/policy"
)

// An item is a figure with what it is matched by.
type item struct {
	figure   *policy.Figure
	name     string // the concept, or else the indicator without spaces
	value    string // with the upper end and without closing zeros: 3.2, 5~8
	digest   string // of all that it states
	sentence string // or the head, row and column of a cell; no spaces
	skeleton string // that without digits; "" where too little is left to know it again
	nth      int    // which figure of its sentence or cell, from 0
	grams    []uint32
}

// A key is what the figures of a group have in common; fields left empty do not count.
type key struct {
	digest, words, name, period, area, measure, base, status, unit, value string

	nth int
}

// says tells whether a key means anything: not that of a figure of which nothing is known.
func (k *key) says() bool {
	return k.digest != "" || k.words != "" || k.name != "" || k.value != "" || k.unit != ""
}

// statement is what a figure says without its value.
func (it *item) statement() key {
	f := it.figure
	return key{name: it.name, period: f.Period, area: f.Area, measure: string(f.Measure), base: f.Base, status: string(f.Status), unit: f.Unit}
}

// items prepares the figures of a document.
func items(doc *policy.Document) []item {
	if doc == nil {
		return nil
	}
	list := make([]item, len(doc.Figures))
	around := newContexts(doc)
	nth := map[place]int{}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		it := &list[i]
		*it = item{figure: f, name: name(f), value: number(f), digest: statement(f)}
		c := around.of(f)
		it.sentence, it.skeleton = c.whole, skeleton(c.whole)
		it.grams = grams(c.before, c.after)
		it.nth = nth[c.at]
		nth[c.at]++
	}
	return list
}

// name is what a figure counts: by one name where it has a concept.
func name(f *policy.Figure) string {
	if f.Concept != "" {
		return f.Concept
	}
	return strings.ToLower(unspaced(f.Indicator))
}

// statement is all that a figure states, the wording of a known concept left out.
func statement(f *policy.Figure) string {
	g := *f
	g.Value, g.ValueHigh = plain(f.Value), plain(f.ValueHigh)
	if f.Concept != "" {
		g.Indicator = ""
	}
	return g.Digest()
}

// number is a figure's value, or both ends of its range.
func number(f *policy.Figure) string {
	if f.ValueHigh == "" {
		return plain(f.Value)
	}
	return plain(f.Value) + "~" + plain(f.ValueHigh)
}

// plain is a decimal without closing zeros: 3.20 is 3.2.
func plain(decimal string) string {
	if !strings.Contains(decimal, ".") {
		return decimal
	}
	return strings.TrimSuffix(strings.TrimRight(decimal, "0"), ".")
}

// unspaced drops white space, which layouts put anywhere.
func unspaced(s string) string {
	if strings.IndexFunc(s, unicode.IsSpace) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// known is how many characters without a digit make a sentence that is known again.
const known = 6

// skeleton is a sentence without digits.
func skeleton(s string) string {
	n := 0
	s = strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == '.' || r == '．' {
			return -1
		}
		n++
		return r
	}, s)
	if n < known {
		return ""
	}
	return s
}
