package page

import (
	"sort"

	"shuzheng/policy"
)

// A unit is a stretch of a document that the page shows as one: the wording of a block,
// or of a cell of a table.
type unit struct {
	text policy.Text
	span policy.Span // in Content
	at   *wideIndex
}

// spots finds places of the Content in the units. Units are numbered in the order of
// the blocks, those of a table in the order of its cells; the page counts alike.
type spots struct {
	units []unit
	order []int // of the units that have a place in the Content, by place
	first []int // number of the first unit of each block
}

func newSpots(doc *policy.Document) *spots {
	s := &spots{first: make([]int, len(doc.Blocks))}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		s.first[i] = len(s.units)
		if t := tableOf(doc, b); t != nil {
			for k := range t.Cells {
				s.add(t.Cells[k].Text, t.Cells[k].Span)
			}
			continue
		}
		s.add(b.Text, b.Span)
	}
	sort.SliceStable(s.order, func(i, j int) bool { return s.units[s.order[i]].span.Start < s.units[s.order[j]].span.Start })
	return s
}

// tableOf is the table that a block shows, nil for any other block.
func tableOf(doc *policy.Document, b *policy.Block) *policy.Table {
	if b.Kind != policy.TableBlock || b.Table < 0 || b.Table >= len(doc.Tables) {
		return nil
	}
	return &doc.Tables[b.Table]
}

func (s *spots) add(text policy.Text, span policy.Span) {
	if text.Len() > 0 && span.Len() > 0 {
		s.order = append(s.order, len(s.units))
	}
	s.units = append(s.units, unit{text: text, span: span})
}

// of appends where a place is shown: number of the unit, start and end in UTF-16 units,
// for each piece of it. What lies between units is shown nowhere.
func (s *spots) of(dst []int, at policy.Span) []int {
	k := sort.Search(len(s.order), func(k int) bool { return s.units[s.order[k]].span.End > at.Start })
	for ; k < len(s.order); k++ {
		n := s.order[k]
		u := &s.units[n]
		if u.span.Start >= at.End {
			break
		}
		if u.at == nil {
			u.at = newWideIndex(u.text.String())
		}
		a, b := u.at.wide(u.text.Offset(at.Start)), u.at.wide(u.text.Offset(at.End))
		if a < b {
			dst = append(dst, n, a, b)
		}
	}
	return dst
}

// all is of for several places.
func (s *spots) all(spans []policy.Span) (dst []int) {
	for _, at := range spans {
		dst = s.of(dst, at)
	}
	return dst
}

// A wideIndex turns byte offsets of a string into counts of UTF-16 units, which is how
// scripts count.
type wideIndex struct {
	runes *policy.RuneIndex
	pairs []int // where the characters begin that take two units
}

func newWideIndex(s string) *wideIndex {
	x := &wideIndex{runes: policy.NewRuneIndex(s)}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xf0 {
			x.pairs = append(x.pairs, i)
		}
	}
	return x
}

func (x *wideIndex) wide(off int) int { return x.runes.Runes(off) + sort.SearchInts(x.pairs, off) }
