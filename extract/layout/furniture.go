package layout

import (
	"strings"

	"shuzheng/policy"
)

// furniture marks the lines that belong to the site or the printed page: page
// numbers, running heads, tables of contents, menus, footers, bare links.
func (p *page) furniture() {
	p.frontMatter()
	p.pageNumbers()
	p.runningHeads()
	for i := range p.lines {
		l := &p.lines[i]
		if l.role == running && (l.link || l.width < chromeRow && l.has&markDigit != 0 && isContentsLine(p.str(i))) {
			l.role = chrome
			if i > 0 && isContentsHead(p.str(i-1)) {
				p.lines[i-1].role = chrome
			}
		}
	}
	p.contents()
	p.strayHead()
	p.webChrome()
}

// mostFront is in how many lines at the head the date of a page is looked for.
const mostFront = 6

// frontMatter marks the lines at the head that name what a collector of pages noted of the text, two
// or more of them: title: …, date: ….
func (p *page) frontMatter() {
	n := 0
	for n < len(p.lines) && policy.FrontKey(p.str(n)) != "" {
		n++
	}
	for i := range p.lines[:min(len(p.lines), max(n, mostFront))] {
		if i < n && n > 1 || policy.FrontKey(p.str(i)) == "date" {
			p.lines[i].role = chrome
		}
	}
}

// pageNumber reads a line that is a page number: 12, - 12 -, 第 3 页 共 9 页. Sure
// is false for a bare number, which may be anything.
func pageNumber(s string) (n int, sure, ok bool) {
	if len(s) > 40 {
		return 0, false, false
	}
	if v, k := readArabic(s); k > 0 && k == len(s) {
		return v, false, true
	}
	core := strings.Trim(s, "-—－–─·•. \u00a0\u3000")
	_, mark := policy.FirstRune(s) // at both ends
	if v, k := readArabic(core); k > 0 && k == len(core) && v > 0 && core != s && !strings.HasPrefix(s, core) {
		return v, true, !strings.ContainsAny(s, ".") && strings.HasSuffix(s, s[:mark])
	}
	if rest, found := strings.CutPrefix(s, "第"); found {
		rest = rest[skipBlanks(rest, 0):]
		v, k := readArabic(rest)
		rest = rest[skipBlanks(rest, k):]
		if k > 0 && strings.HasPrefix(rest, "页") && strings.Trim(rest, "页共/，, 0123456789\u00a0") == "" {
			return v, true, true
		}
	}
	return 0, false, false
}

// pageNumbers marks page numbers: those between marks, and bare ones that stand at
// the edge of a page, far indented, or count up through the text.
func (p *page) pageNumbers() {
	var found []int // lines that may be page numbers
	var values []int
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != running || l.width > 30 || l.hashes > 0 || l.has&markDigit == 0 {
			continue
		}
		v, sure, ok := pageNumber(p.str(i))
		if !ok {
			continue
		}
		if sure || l.sheet || i+1 < len(p.lines) && p.lines[i+1].sheet || l.indent >= 12 && l.gap > 0 {
			l.role = chrome
		}
		found, values = append(found, i), append(values, v)
	}
	for k := 1; k < len(found); k++ {
		a, b := found[k-1], found[k]
		near := p.lines[a].role == chrome || p.lines[b].role == chrome
		if values[k] == values[k-1]+1 && (b-a >= 8 || near && b-a >= 3) {
			p.lines[a].role, p.lines[b].role = chrome, chrome
		}
	}
}

// runningHeads marks lines that come again and again at the edge of pages: three
// times, or twice as the first line of a page.
func (p *page) runningHeads() {
	count := map[string]int{}
	var edges []int
	for i := range p.lines {
		if p.atEdge(i) {
			edges = append(edges, i)
			s := withoutDigits(p.str(i))
			count[s]++
			if p.lines[i].sheet {
				count[s] += 2
			}
		}
	}
	if len(edges) > 1 {
		count[withoutDigits(p.str(0))]++ // the title, which heads of pages repeat
	}
	for _, i := range edges {
		if n := count[withoutDigits(p.str(i))]; n >= 4 || n == 3 && !p.lines[i].sheet {
			p.lines[i].role = chrome
		}
	}
}

// atEdge says whether line i is short and stands first or last on a page, page
// numbers not counted.
func (p *page) atEdge(i int) bool {
	l := &p.lines[i]
	if l.role != running || l.width > 80 || l.end == closedEnd || l.span.Len() == 0 {
		return false
	}
	if l.sheet || i > 0 && p.isPageNumber(i-1) {
		return true
	}
	return i+1 < len(p.lines) && (p.lines[i+1].sheet || p.isPageNumber(i+1))
}

func (p *page) isPageNumber(i int) bool {
	if p.lines[i].role != chrome {
		return false
	}
	_, _, ok := pageNumber(p.str(i))
	return ok
}

// withoutDigits is s with every run of figures and blanks as one mark.
func withoutDigits(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case isDigit(r) || r == ' ' || r == '\u3000' || r == '\u00a0':
			if t := b.String(); !strings.HasSuffix(t, "#") {
				b.WriteByte('#')
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isContentsLine says whether s is a line of a table of contents: 一、发展基础……3.
func isContentsLine(s string) bool {
	if s == "" || s[len(s)-1] > '9' && s[len(s)-1] != 0xa0 {
		return false
	}
	end := strings.TrimRight(s, "0123456789 \u00a0")
	if len(end) == len(s) {
		return false
	}
	for _, dots := range [...]string{"……", "....", "····", "．．．", "…", "\t"} {
		if strings.HasSuffix(end, dots) {
			return len(end) > len(dots)
		}
	}
	return false
}

// contents marks a table of contents without page numbers: the lines from 目录 on
// until its first entry comes again.
func (p *page) contents() {
	for i := 0; i+1 < len(p.lines) && i < 400; i++ {
		if p.lines[i].role != running || p.lines[i].width > 12 || !isContentsHead(p.str(i)) {
			continue
		}
		first := withoutBlanks(p.str(i + 1))
		for k := i + 2; k < len(p.lines) && k < i+400; k++ {
			if l := &p.lines[k]; l.end == closedEnd && l.width > 40 {
				break
			}
			if withoutBlanks(p.str(k)) == first {
				p.markChrome(i, k)
				return
			}
		}
	}
}

// markChrome marks the lines [i, end).
func (p *page) markChrome(i, end int) {
	for ; i < end; i++ {
		if p.lines[i].role == running {
			p.lines[i].role = chrome
		}
	}
}

// withoutBlanks is s without white space and without a page number at its end.
func withoutBlanks(s string) string {
	return strings.TrimRight(strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\u3000' || r == '\u00a0' {
			return -1
		}
		return r
	}, s), "0123456789")
}

// isContentsHead says whether s is 目录, with blanks or without.
func isContentsHead(s string) bool {
	rest, ok := strings.CutPrefix(s, "目")
	return ok && trim(rest) == "录"
}

// strayHead marks a first line that is a copy of a later heading which is not the
// first of its series: what is left of a menu, or of a page that began before.
func (p *page) strayHead() {
	if len(p.lines) == 0 || p.lines[0].role != running {
		return
	}
	s := p.str(0)
	r := readUnit(s)
	if r.style == noStyle || r.shape != whole || r.number < 2 {
		return
	}
	for i := 1; i < len(p.lines); i++ {
		if p.lines[i].width == p.lines[0].width && p.str(i) == s {
			p.lines[0].role = chrome
			return
		}
	}
}
