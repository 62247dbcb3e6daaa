package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// A taking says what a stretch of the Content was taken for.
type taking struct {
	span   policy.Span
	as     policy.NumeralKind
	figure string
}

// numerals are the classes of the characters of numerals.
const numerals = marks.Digit | marks.HanNumeral

// ledger lists every numeral of the Content once, with what it was taken for.
// The list comes from a scan of its own, so that nothing the rules overlooked is
// missing from it: what no rule took is unexplained, what no rule read boilerplate. The
// survey is that of the Content.
func ledger(doc *policy.Document, survey *policy.Survey, ps []*passage, a *arena) {
	taken := takings(doc, ps, a)
	s := doc.Content.String()
	doc.Numerals = make([]policy.Numeral, 0, len(taken)+len(taken)/4)
	k := 0
	for i := survey.Next(0, numerals); i < len(s); i = survey.Next(i, numerals) {
		end := numeralEnd(s, survey, i)
		w := policy.Span{Start: i, End: end}
		for k < len(taken) && taken[k].span.End <= i {
			k++
		}
		if k < len(taken) && taken[k].span.Start <= i && taken[k].span.End < end && strings.IndexByte(s[i:end], ',') >= 0 {
			end = taken[k].span.End // 129,152: two cells, no thousands
			w.End = end
		}
		n := policy.Numeral{Span: w, As: policy.AsBoilerplate}
		for j := k; j < len(taken) && taken[j].span.Start < end; j++ {
			if taken[j].span.Overlaps(w) {
				n.As, n.Figure = taken[j].as, taken[j].figure
				if taken[j].as != policy.Unexplained {
					break
				}
			}
		}
		doc.Numerals = append(doc.Numerals, n)
		i = end
	}
}

// takings lists what the marks took, in order. A mark that became a figure stands
// as that figure, which has the same span.
func takings(doc *policy.Document, ps []*passage, a *arena) []taking {
	out := a.takings[:0]
	date := doc.Metadata["date"].Span
	for _, p := range ps {
		for i := range p.marks {
			if m := &p.marks[i]; m.fig == nil {
				t := taking{p.span(m.start, m.end), m.as, ""}
				if t.as == policy.Unexplained && date.Contains(t.span) {
					t.as = policy.AsPeriod // Tue, 09 Aug 2022
				}
				out = append(out, t)
			}
		}
	}
	if byStart := func(a, b taking) int { return a.span.Start - b.span.Start }; !slices.IsSortedFunc(out, byStart) {
		slices.SortStableFunc(out, byStart)
	}
	a.takings = withFigures(out, doc.Figures)
	return a.takings
}

// withFigures merges figures, which are in order, into marks that are; a figure stands
// before a mark at the same place.
func withFigures(marks []taking, figures []policy.Figure) []taking {
	k := len(marks) - 1
	out := slices.Grow(marks, len(figures))[:len(marks)+len(figures)]
	for i, n := len(figures)-1, len(out)-1; i >= 0; n-- {
		f := &figures[i]
		if k >= 0 && out[k].span.Start >= f.Evidence.Span.Start {
			out[n] = out[k]
			k--
			continue
		}
		out[n] = taking{f.Evidence.Span, policy.AsFigure, f.ID}
		if f.Table != nil {
			out[n].as = policy.AsCell
		}
		i--
	}
	return out
}

// numeralEnd is the end of the numeral that begins at byte i of s, which has this survey: of
// a run of digits, ASCII or full-width, with points between them and commas before
// groups of three, or of a run of Chinese numeral characters.
func numeralEnd(s string, survey *policy.Survey, i int) int {
	end := runEnd(s, survey, i, marks.Digit)
	if end == i {
		return runEnd(s, survey, i, marks.HanNumeral)
	}
	for thousands := end-i <= 3; end < len(s); {
		next := end
		switch s[end] {
		case '.':
			thousands, next = false, runEnd(s, survey, end+1, marks.Digit)
		case ',':
			if next = runEnd(s, survey, end+1, marks.Digit); !thousands || next != end+4 {
				return end
			}
		}
		if next <= end+1 {
			return end
		}
		end = next
	}
	return end
}

// runEnd is the end of the characters of a class that begin at byte i, each of one byte or of three.
func runEnd(s string, survey *policy.Survey, i int, class uint8) int {
	for survey.At(i)&class != 0 {
		if s[i] < utf8.RuneSelf {
			i++
		} else {
			i += 3
		}
	}
	return i
}
