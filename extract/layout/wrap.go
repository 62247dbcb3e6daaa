package layout

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// Joining hard-wrapped lines. A text is wrapped where most of its longer lines
// stop in the middle of a sentence at about the same width; such a line goes on
// in the next. A text with a paragraph a line has long lines that end in 。 or are
// longer than any print column.

const (
	longLine   = 24  // columns from which a line says something about wrapping
	widestLine = 150 // columns no print column exceeds
	around     = 16  // lines on either side that are looked at
	maxLines   = 500 // lines of a paragraph at most
)

// A flow holds, for every line, how many of the lines before it stop open and how
// many are closed.
type flow struct {
	open, closed []int32
	indents      []int32 // lines that begin indented
}

// measure counts open and closed lines.
func (p *page) measure() flow {
	n := len(p.lines) + 1
	f := flow{make([]int32, n), make([]int32, n), make([]int32, n)}
	for i := range p.lines {
		l := &p.lines[i]
		f.open[i+1], f.closed[i+1], f.indents[i+1] = f.open[i], f.closed[i], f.indents[i]
		if l.role != running || l.hashes > 0 || l.hard || l.width < longLine {
			continue
		}
		if l.indent > 1 {
			f.indents[i+1]++
		}
		switch {
		case l.width > widestLine:
			f.closed[i+1] += 2
		case l.end == openEnd || l.end == commaEnd:
			f.open[i+1]++
		default:
			f.closed[i+1]++
		}
	}
	return f
}

// wrapped says whether the lines around i are hard-wrapped.
func (f *flow) wrapped(i int) bool {
	a, b := max(i-around, 0), min(i+around, len(f.open)-1)
	open, closed := f.open[b]-f.open[a], f.closed[b]-f.closed[a]
	return open > 0 && open*5 >= (open+closed)*2
}

// indented says whether paragraphs around i begin with an indent.
func (f *flow) indented(i int) bool {
	a, b := max(i-around, 0), min(i+around, len(f.open)-1)
	n := f.indents[b] - f.indents[a]
	all := f.open[b] - f.open[a] + f.closed[b] - f.closed[a]
	return n > 0 && n*3 <= all*2
}

// A joiner makes units of lines.
type joiner struct {
	p    *page
	f    flow
	cur  []int // lines of the unit under way
	last int   // last line of cur

	sentence bool // cur has the punctuation of prose, so that it is no heading
}

// units joins the page's lines.
func (p *page) units() []unit {
	j := joiner{p: p, f: p.measure()}
	out := make([]unit, 0, len(p.lines))
	table := -1
	for i := range p.lines {
		l := &p.lines[i]
		if l.role == tableLine {
			if l.table != table {
				out = j.flush(out)
				table = l.table
				out = append(out, p.tableUnit(table, l.gap))
			}
			continue
		}
		table = -1
		if l.span.Len() == 0 {
			out = j.flush(out)
			continue
		}
		if l.role == chrome {
			if next := p.nextRunning(i); len(j.cur) > 0 && next > 0 && j.goesOn(j.last, next) {
				continue // a page number within a sentence
			}
			out = j.flush(out)
			out = append(out, p.lineUnit(i, policy.Boilerplate))
			continue
		}
		if len(j.cur) > 0 && !j.goesOn(j.last, i) {
			out = j.flush(out)
		}
		j.sentence = j.sentence || proseStart(p.str(i))
		j.cur = append(j.cur, i)
		j.last = i
	}
	return j.flush(out)
}

// nextRunning is the next line of running text behind the page furniture at i, -1
// if it is far or something else stands before it.
func (p *page) nextRunning(i int) int {
	for k := i + 1; k < len(p.lines) && k < i+6; k++ {
		switch l := &p.lines[k]; {
		case l.role == tableLine || l.span.Len() == 0:
			return -1
		case l.role == running:
			return k
		}
	}
	return -1
}

// lineUnit is line i as a unit of its own.
func (p *page) lineUnit(i int, kind policy.BlockKind) unit {
	l := &p.lines[i]
	return unit{kind: kind, text: p.text(i), span: l.span, gap: l.gap, depth: l.hashes, table: -1,
		width: l.width, lines: 1, tab: l.tab, bold: l.bold, link: l.link}
}

// flush ends the unit under way.
func (j *joiner) flush(out []unit) []unit {
	if len(j.cur) == 0 {
		return out
	}
	u := j.p.lineUnit(j.cur[0], policy.Paragraph)
	if len(j.cur) > 1 {
		u.text = j.p.join(j.cur)
		u.span = policy.Span{Start: u.span.Start, End: j.p.lines[j.last].span.End}
		u.lines = len(j.cur)
		for _, i := range j.cur {
			u.width = max(u.width, j.p.lines[i].width)
		}
	}
	j.cur, j.sentence = j.cur[:0], false
	return append(out, u)
}

// join puts lines one behind the other: nothing between Han characters, a blank
// between Latin words.
func (p *page) join(lines []int) policy.Text {
	if len(lines) == 1 {
		return p.text(lines[0])
	}
	from, to := p.lines[lines[0]].span.Start, p.lines[lines[len(lines)-1]].span.End
	plain := true
	for _, i := range lines {
		plain = plain && p.lines[i].clean == 0
	}
	if !plain {
		n := len(lines) / 2
		a, b := p.join(lines[:n]), p.join(lines[n:])
		return a.JoinWith(glue(a.String(), b.String()), b)
	}
	e := policy.Plain(p.s[from:to], from).Edit()
	e.Grow(to - from)
	for k, i := range lines {
		w := p.lines[i].span
		if k > 0 {
			if g := glue(p.str(lines[k-1]), p.str(i)); g != "" {
				e.Replace(w.Start-from-e.At(), g)
			} else {
				e.Skip(w.Start - from)
			}
		}
		e.CopyTo(w.End - from)
	}
	return e.Cut()
}

// glue is what stands between two joined lines.
func glue(a, b string) string {
	x, y := lastByte(a), b[0]
	if isLatin(x) && isLatin(y) {
		return " "
	}
	return ""
}

func lastByte(s string) byte { return s[len(s)-1] }

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// goesOn says whether line k continues the paragraph that line i belongs to; lines
// between them are page furniture.
func (j *joiner) goesOn(i, k int) bool {
	a, b := &j.p.lines[i], &j.p.lines[k]
	if len(j.cur) > maxLines || a.stop || a.row || b.row || b.hard || b.tab || a.hashes > 0 || b.hashes > 0 || a.bold != b.bold || a.link || b.link {
		return false
	}
	wrapped := j.f.wrapped(i) && a.width <= widestLine
	gap := b.gap
	if k > i+1 { // page furniture between
		gap = 1
	}
	if gap > 2 && !(a.end == commaEnd && wrapped) || gap > 4 {
		return false
	}
	s, next := j.p.str(i), j.p.str(k)
	if b.indent > 1 && b.indent > a.indent+1 && !(len(j.cur) == 1 && a.indent == 0 && b.indent < 2) {
		return false
	}
	if j.startsItem(a, next, wrapped) {
		return false
	}
	if m := readMarker(s); m.style != noStyle && m.len == len(s) {
		return gap < 2 // a number alone on its line
	}
	if goesBefore(firstRune(next)) || gap == 0 && wrapped && insideQuotes(s) {
		return true
	}
	switch a.end {
	case commaEnd:
		return wrapped || gap == 0 && a.width >= longLine
	case colonEnd, closedEnd:
		return wrapped && b.indent <= 1 && !shortLine(b) && j.reaches(i, 94) && (gap == 0 || k > i+1 && j.f.indented(i))
	}
	if !j.sentence && titleEnd(s) && !strings.HasPrefix(next, "（") {
		return false
	}
	switch {
	case gap < 2 && j.sentence && endsInFigure(s) && startsWithUnit(next):
		return true // 入库培育数438⏎家
	case !wrapped:
		return gap == 0 && j.alone(i) && a.width <= widestLine && proseStart(s)
	case gap == 0:
		return j.sentence || j.full(i, k, 75) && (readMarker(s).style == noStyle || j.reaches(i, 86))
	}
	return j.sentence && j.full(i, k, 80)
}

// endsInFigure says whether the last character of s is a figure.
func endsInFigure(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isDigit(r)
}

// shortLine says whether l is too short to carry on a paragraph whose last line
// was full and closed.
func shortLine(l *line) bool { return l.width < longLine && l.end == openEnd }

// startsItem says whether next begins an item or a heading rather than the rest
// of a wrapped sentence.
func (j *joiner) startsItem(a *line, next string, wrapped bool) bool {
	if opensUnit(next) || !j.sentence && isDate(next) {
		return true
	}
	m := readMarker(next)
	if m.style == noStyle {
		return false
	}
	if !wrapped || a.end != openEnd && a.end != commaEnd {
		return true
	}
	return m.style <= hanParen && a.end == openEnd && !(j.sentence && j.reaches(j.last, 90))
}

// opensUnit says whether s begins a caption, a note, a box or an attachment.
func opensUnit(s string) bool {
	for _, w := range [...]string{"专栏", "注：", "注:", "附件", "附表", "单位：", "单位:", "（单位"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return isCaption(s)
}

// goesBefore says whether r ends or parts what stands before it, so that no line
// begins with it.
func goesBefore(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '）', '”', '》', '！', '？', '%', '％', '〕', '】':
		return true
	}
	return false
}

// insideQuotes says whether a title or a quotation of s is not closed.
func insideQuotes(s string) bool {
	return strings.LastIndex(s, "《") > strings.LastIndex(s, "》") || strings.LastIndex(s, "“") > strings.LastIndex(s, "”") ||
		strings.LastIndex(s, "（") > strings.LastIndex(s, "）")
}

// reaches says whether line i is at least percent as wide as the column it stands
// in: a line without punctuation that is not is a heading, one that ends in 。 and is
// not ends its paragraph.
func (j *joiner) reaches(i, percent int) bool {
	widest := 0
	for k := max(i-4, 0); k < min(i+5, len(j.p.lines)); k++ {
		if l := &j.p.lines[k]; k != i && l.role == running && l.width <= widestLine && !l.row {
			widest = max(widest, l.width+min(l.indent, 8))
		}
	}
	l := &j.p.lines[i]
	return (l.width+min(l.indent, 8))*100 >= widest*percent
}

// full says whether line i reaches at least percent of the width of its column,
// which is told by the line after it and by the one before it in the paragraph.
func (j *joiner) full(i, k, percent int) bool {
	w := j.p.lines[i].width * 100
	next := &j.p.lines[k]
	if n := len(j.cur); n > 1 && w >= j.p.lines[j.cur[n-2]].width*percent {
		return true
	}
	if next.end == openEnd || next.end == commaEnd || next.width >= longLine {
		return w >= next.width*percent && (j.p.lines[i].width >= longLine || len(j.cur) > 1)
	}
	return j.p.lines[i].width >= longLine // the next line is a short last one
}

// proseStart says whether s has a mark that headings seldom have.
func proseStart(s string) bool {
	return strings.Contains(s, "，") || strings.Contains(s, "。") || strings.Contains(s, "；")
}

// alone says whether too few lines stand around i to tell how the text is set.
func (j *joiner) alone(i int) bool {
	a, b := max(i-around, 0), min(i+around, len(j.f.open)-1)
	return j.f.open[b]-j.f.open[a]+j.f.closed[b]-j.f.closed[a] <= 3
}

// runeCount is the number of characters of s.
func runeCount(s string) int { return utf8.RuneCountInString(s) }
