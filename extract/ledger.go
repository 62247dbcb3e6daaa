package extract

import (
	"slices"
	"strings"

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
		end := numeralEnd(s, i)
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

// numeralEnd is the end of the numeral that begins at byte i of s, i if none does:
// a run of digits, ASCII or full-width, with points between them and commas before
// groups of three, or a run of Chinese numeral characters.
func numeralEnd(s string, i int) int {
	end := digitsEnd(s, i)
	if end == i {
		return hanNumeralEnd(s, i)
	}
	for thousands := end-i <= 3; end < len(s); {
		next := end
		switch s[end] {
		case '.':
			thousands, next = false, digitsEnd(s, end+1)
		case ',':
			if next = digitsEnd(s, end+1); !thousands || next != end+4 {
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

// digitsEnd is the end of the digits that begin at byte i.
func digitsEnd(s string, i int) int {
	for n := digitLen(s, i); n > 0; n = digitLen(s, i) {
		i += n
	}
	return i
}

// digitLen is the length of the digit at byte i, 0 if none is there.
func digitLen(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	if s[i]-'0' < 10 {
		return 1
	}
	if i+3 <= len(s) && s[i] == 0xEF && s[i+1] == 0xBC && s[i+2]-0x90 < 10 {
		return 3 // ０ to ９
	}
	return 0
}

// isHanNumeral marks the characters of Chinese numerals among those from U+3000 on.
var isHanNumeral = func() (set [0x10000 - 0x3000]bool) {
	for _, r := range marks.HanNumerals {
		set[r-0x3000] = true
	}
	return
}()

func hanNumeralEnd(s string, i int) int {
	for i+3 <= len(s) && s[i] >= 0xE3 && s[i] <= 0xE9 {
		r := rune(s[i]&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
		if r < 0x3000 || !isHanNumeral[r-0x3000] {
			break
		}
		i += 3
	}
	return i
}
