package metadata

import (
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// footBlocks is how many of the last blocks of a document are its foot.
const footBlocks = 60

// signature reads the first lines where an organ signs: its name, and below the date,
// or both in one line.
func (f *finder) signature() {
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if f.in[i]&marks.Month == 0 || b.Article > 0 || b.Kind != policy.Paragraph || b.Text.Len() > 2*proseLength || !mayDate(b.Text.String()) {
			continue
		}
		t := f.text(i)
		s := t.String()
		if f.name >= 0 && i < f.name {
			continue
		}
		if iso, n := fullDate(strings.TrimPrefix(s, "（")); n > 0 && f.dated(i, t, n) && (f.above(i) || i+3 >= len(f.doc.Blocks)) {
			start := len(s) - len(strings.TrimPrefix(s, "（"))
			f.set("date", iso, t.Span(start, start+n), signedRank)
			return
		}
		if f.oneLine(t) {
			return
		}
	}
}

// mayDate says whether s may hold a date of day, month and year.
func mayDate(s string) bool {
	return strings.Contains(s, "年") && strings.Contains(s, "月") && strings.Contains(s, "日")
}

// dated says whether block i, which begins with a date of n bytes, is the date of a
// signature: it ends there, or a title is glued to it.
func (f *finder) dated(i int, t policy.Text, n int) bool {
	s := strings.TrimPrefix(t.String(), "（")
	rest := strings.TrimSuffix(s[n:], "）")
	return rest == "" || !strings.ContainsAny(rest, "，。；：、") && len(rest) <= proseLength && !strings.HasPrefix(rest, "印发")
}

// oneLine reads 临江市科技局 2024年3月5日.
func (f *finder) oneLine(t policy.Text) bool {
	s := t.String()
	for k := range s {
		if s[k] < '0' || s[k] > '9' && !strings.HasPrefix(s[k:], "二") {
			continue
		}
		iso, from, to, ok := onlyDate(s[k:])
		if name := s[:k]; ok && signs(name) {
			f.set("issuer", name, t.Span(0, k), signedRank)
			f.set("date", iso, t.Span(k+from, k+to), signedRank)
			return true
		}
		return false
	}
	return false
}

// printed reads the line of the imprint: 2023年8月9日印发.
func (f *finder) printed(i int) {
	b := &f.doc.Blocks[i]
	if b.Text.Len() > proseLength || b.Article > 0 || !strings.Contains(b.Text.String(), "印发") {
		return
	}
	t := f.text(i)
	s, ok := strings.CutSuffix(t.String(), "印发")
	if !ok {
		return
	}
	for k := range s {
		if iso, n := fullDate(s[k:]); n > 0 && k+n == len(s) {
			f.set("date", iso, t.Span(k, k+n), printedRank)
			return
		}
	}
}
