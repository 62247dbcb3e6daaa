package extract

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// A taking says what a stretch of the Content was taken for.
type taking struct {
	span   policy.Span
	as     policy.NumeralKind
	figure string
}

// ledger lists every numeral of the Content once, with what it was taken for.
// The list comes from a scan of its own, so that nothing the rules overlooked is
// missing from it: what no rule took is unexplained, what no rule read boilerplate.
func ledger(doc *policy.Document, ps []*passage, a *arena) {
	taken := takings(doc, ps, a)
	s := doc.Content.String()
	doc.Numerals = make([]policy.Numeral, 0, len(taken)+len(taken)/8)
	k := 0
	for i := nextNumeral(s, 0); i < len(s); i = nextNumeral(s, i) {
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

// nextNumeral is where the next numeral at or behind byte i begins, len(s) if none
// does.
func nextNumeral(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c < 0x80:
			if c-'0' < 10 {
				return i
			}
			i++
		case c >= 0xE3 && c <= 0xE9:
			if n := numeralSet.Skip(s, i); n > i {
				i = n
				continue
			}
			if hanNumeralEnd(s, i) > i {
				return i
			}
			i += 3
		case c == 0xEF:
			if digitLen(s, i) > 0 {
				return i
			}
			i += 3
		default:
			i += runeLen(c)
		}
	}
	return len(s)
}

// takings lists what the marks took, in order. A mark that became a figure stands
// as that figure, which has the same span.
func takings(doc *policy.Document, ps []*passage, a *arena) []taking {
	out := a.takings[:0]
	for _, p := range ps {
		for i := range p.marks {
			if m := &p.marks[i]; m.fig == nil {
				out = append(out, taking{p.span(m.start, m.end), m.as, ""})
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

// hanNumerals are the characters of Chinese numerals.
const hanNumerals = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅兩萬億貳參陸"

// isHanNumeral marks them among the characters from U+3000 on.
var isHanNumeral = func() (set [0x10000 - 0x3000]bool) {
	for _, r := range hanNumerals {
		set[r-0x3000] = true
	}
	return
}()

// numeralSet holds these and the full-width digits.
var numeralSet = policy.WideSetOf(hanNumerals + "０１２３４５６７８９")

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
