package layout

import (
	"strings"

	"shuzheng/policy"
)

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
	if gap > 2 && !(a.end == commaEnd && wrapped) || gap > 4 || b.indent > 1 && b.indent > a.indent+1 {
		return false
	}
	s, next := j.p.str(i), j.p.str(k)
	return j.mayGoOn(i, k, gap, wrapped) && !j.startsItem(a, next, wrapped) && !j.dutyEnds(a, s, gap)
}

// mayGoOn is goesOn for lines of which the second begins no item.
func (j *joiner) mayGoOn(i, k, gap int, wrapped bool) bool {
	a, b := &j.p.lines[i], &j.p.lines[k]
	s, next := j.p.str(i), j.p.str(k)
	switch {
	case MarkerLen(s) == len(s): // a number alone on its line
		return gap < 2
	case goesBefore(firstRune(next)), gap == 0 && wrapped && insideQuotes(s):
		return true
	}
	switch a.end {
	case commaEnd:
		return wrapped || gap == 0 && a.width >= longLine
	case colonEnd, closedEnd:
		return wrapped && b.indent <= 1 && !shortLine(b) && j.reaches(i, 94) && (gap == 0 || k > i+1 && j.f.indented(i))
	}
	return j.openGoesOn(i, k, gap, wrapped)
}

// dutyEnds says whether the paragraph under way names who is in charge (责任单位：市
// 科技局) and ends in s, the wording of line a: at its bracket, or at the blank line
// that follows.
func (j *joiner) dutyEnds(a *line, s string, gap int) bool {
	first := j.p.str(j.cur[0])
	if opensBracket(first) {
		return policy.EndsAny(s, "）", ")") && isDuty(first)
	}
	return gap > 0 && a.end == openEnd && isDuty(first)
}

// openGoesOn is goesOn where line i stops without punctuation.
func (j *joiner) openGoesOn(i, k, gap int, wrapped bool) bool {
	s, next := j.p.str(i), j.p.str(k)
	switch {
	case !j.sentence && titleEnd(s) && !strings.HasPrefix(next, "（"), inBrackets(next) && (gap > 0 || !wrapped || !j.sentence):
		return false
	case gap < 2 && j.sentence && endsInFigure(s) && startsWithUnit(next):
		return true // 入库培育数438⏎家
	case !wrapped:
		return gap == 0 && j.p.lines[i].width <= widestLine && j.p.lines[i].prosy() && (j.alone(i) || j.inColumn(i))
	case gap == 0:
		return j.sentence || j.full(i, k, 75) && (readMarker(s).style == noStyle || j.reaches(i, 86))
	}
	return j.sentence && j.full(i, k, 80)
}

// inBrackets says whether s is a note in brackets and nothing else: （资料图）.
func inBrackets(s string) bool { return opensBracket(s) && policy.EndsAny(s, "）", ")") }

// endsInFigure says whether the last character of s is a figure.
func endsInFigure(s string) bool {
	r, _ := policy.LastRune(s)
	return isDigit(r)
}

// shortLine says whether l is too short to carry on a paragraph whose last line
// was full and closed.
func shortLine(l *line) bool { return l.width < longLine && l.end == openEnd }

// longestYearHead is how many bytes a line like 2023年预期目标 has at most.
const longestYearHead = 48

// startsItem says whether next begins an item or a heading rather than the rest
// of a wrapped sentence.
func (j *joiner) startsItem(a *line, next string, wrapped bool) bool {
	if opensUnit(next) || !j.sentence && isDate(next) || len(next) <= longestYearHead && a.end == openEnd && partOfYears(next) {
		return true
	}
	m := readMarker(next)
	if m.style == noStyle {
		n := bareNumber(next)
		return n == 1 && a.end == colonEnd || n > 1 && bareNumber(j.p.str(j.cur[0])) == n-1 // 01 新建学校5所⏎02 改造公路20公里
	}
	if isBullet(firstRune(next)) || !wrapped || a.end != openEnd && a.end != commaEnd {
		return true
	}
	if first := readMarker(j.p.str(j.cur[0])); first.style == m.style && first.number+1 == m.number && a.end == openEnd {
		return true // 1、… without 。, 2、…
	}
	return m.style <= hanParen && a.end == openEnd && !(j.sentence && j.reaches(j.last, 90))
}

// opensUnit says whether s begins a caption, a note, a box or an attachment.
func opensUnit(s string) bool {
	return unitStarts.begins(s) && (policy.BeginsAny(s, unitWords...) || isCaption(s))
}

// unitWords are what such units begin with, and unitStarts their first characters,
// those of captions with them.
var (
	unitWords  = []string{"专栏", "注：", "注:", "附件", "附表", "单位：", "单位:", "（单位"}
	unitStarts = firstOf(append([]string{"表", "图"}, unitWords...)...)
)

// goesBefore says whether r ends or parts what stands before it, so that no line
// begins with it.
func goesBefore(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '）', '”', '》', '！', '？', '%', '％', '〕', '】':
		return true
	}
	return false
}

// insideQuotes says whether a title, a quotation or a bracket of s is not closed.
func insideQuotes(s string) bool {
	for i := len(s); i > 2; {
		if s[i-3]>>4 != 0xe {
			i--
			continue
		}
		if i -= 3; s[i] > 0xe3 && s[i] < 0xef {
			continue // Han
		}
		switch s[i : i+3] {
		case "《", "“", "（":
			return true
		case "》", "”", "）":
			return false
		}
	}
	return false
}

// reaches says whether line i is at least percent as wide as the column it stands
// in: a line without punctuation that is not is a heading, one that ends in 。 and is
// not ends its paragraph.
func (j *joiner) reaches(i, percent int) bool {
	widest := 0
	for k := max(i-4, 0); k < min(i+5, len(j.p.lines)); k++ {
		if l := &j.p.lines[k]; k != i && l.role == running && l.width <= widestLine && !l.row {
			widest = max(widest, j.reach(k))
		}
	}
	return j.reach(i)*100 >= widest*percent
}

// inColumn says whether line i ends where another line near it does, give or take two
// characters, and none goes farther, as where a print column cuts them.
func (j *joiner) inColumn(i int) bool {
	w, widest := j.reach(i), 0
	if w < 2*longLine {
		return false
	}
	for k := max(i-around, 0); k < min(i+around, len(j.p.lines)) && widest <= w+4; k++ {
		if l := &j.p.lines[k]; k != i && l.role == running && !l.row {
			widest = max(widest, j.reach(k))
		}
	}
	return widest >= w-4 && widest <= w+4
}

// reach is the column at which line i ends.
func (j *joiner) reach(i int) int { return j.p.lines[i].width + min(j.p.lines[i].indent, 8) }

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

// prosy says whether l has a mark that headings seldom have.
func (l *line) prosy() bool { return l.has&(markClause|markStop) != 0 }

// alone says whether too few lines stand around i to tell how the text is set.
func (j *joiner) alone(i int) bool {
	open, closed, _ := j.f.near(i)
	return open+closed <= 3
}

// runeCount is the number of characters of s.
func runeCount(s string) int { return policy.RuneCount(s) }
