package extract

import "strings"

// ordered end what is told by its number: 第四个.
var ordered = newLexicon([]string{"个", "家", "座", "条", "项"})

// foremost is the length of what tells of a place in an order at the end of s: 首个, 第四个.
// 0 if it does not end so.
func foremost(s string) int {
	if n := firsts.suffix(s); n > 0 {
		return n
	}
	if ordered.suffix(s) == 0 {
		return 0
	}
	i := lastIndex(s, "第")
	if i < 0 || len(s)-i > 15 || strings.Trim(s[i+3:len(s)-3], "一二三四五六七八九十0123456789") != "" {
		return 0
	}
	return len(s) - i
}

// firstOf reads what is measured where only an order stands before the number: what
// becomes the first (产值突破300亿元，成为首个300亿元园区), or the thing behind it (首个超百亿元
// 水利工程). [a0, b) is what stands before the order, trimmed to [a, b).
func (p *passage) firstOf(a0, a, b, k int) subject {
	m := &p.marks[k]
	if i := lastIndex(p.s[a0:b], "成为"); i >= 0 {
		from, to := p.trim(a0, a0+i, m.fig)
		return p.subjectAt(from, to) // empty where it stands in the clause before
	}
	at := p.figureEnd(m)
	if end := p.nounEnd(at, k); end-at >= 6 {
		return p.subjectAt(at, end)
	}
	return subject{}
}
