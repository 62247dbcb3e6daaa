package layout

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// Text on the line of a row, where a page lost the line break before a table or behind it:
//
//	表1 主要指标 | 指标 | 单位 | 2025年 |
//	| 研发投入 | 亿元 | 80 |
//	| 专利授权 | 件 | 900 | 注：按当年价计算。

// partTitle gives the wording before the first bar of line i a line of its own, where the rows under it have
// as many bars and begin with one; it says whether it did.
func (p *page) partTitle(i int) bool {
	s := p.str(i)
	k, n := strings.IndexByte(s, '|'), p.barCells(i)
	if k <= 0 || n < 3 || p.parted >= mostParted || !p.framedLine(i+1, n) || !p.framedLine(i+2, n) {
		return false
	}
	p.splitLine(i, k)
	return true
}

// framedLine says whether line k has n cells in bars at both ends.
func (p *page) framedLine(k, n int) bool {
	return p.barCells(k) == n && p.lines[k].gap == 0 && p.str(k)[0] == '|'
}

// partNote gives the note behind the last bar of line k a line of its own, under rows of cols cells that end
// with a bar.
func (p *page) partNote(k int, rows []barRow, cols int) {
	s := p.str(k)
	at := strings.LastIndexByte(s, '|') + 1
	if at > 0 && at < len(s) && p.parted < mostParted && strings.Count(s, "|")+1 == cols && closedRow(rows, cols) && isNote(trim(s[at:])) {
		p.splitLine(k, at)
	}
}

// partRows gives each row of a table that stands on line i as a whole a line of its own, and the wording before
// its head; it says whether it did.
//
//	各镇收入 地区 | 本月 | 累计 | 青禾镇 | 812 | 7230 | 松山镇 | 430 | 4106 |
func (p *page) partRows(i int) bool {
	t := p.text(i)
	parts := cutAt(t, "|")
	if n := len(parts) - 1; parts[n].Len() == 0 {
		parts = parts[:n]
	}
	cols := repeating(rowSorts(parts))
	if cols < 3 || len(parts)%cols != 0 || p.parted+len(parts)/cols > mostParted {
		return false
	}
	for r := len(parts)/cols - 1; r > 0; r-- {
		p.splitLine(i, t.Offset(parts[r*cols].Span(0, 0).Start))
	}
	s := p.str(i)
	if k := strings.LastIndexByte(s[:strings.IndexByte(s, '|')], ' '); k > 0 {
		k = strings.LastIndexByte(trim(s[:k]), ' ') + 1
		if k > 0 && isLoneHead(trim(s[k:strings.IndexByte(s, '|')])) {
			p.splitLine(i, k)
		}
	}
	return true
}

// mostParted is how many lines of a document are cut in two: each moves all that stand behind it.
const mostParted = 1000

// splitLine makes two lines of line i, the second from byte at of its wording on.
func (p *page) splitLine(i, at int) {
	p.parted++
	t := p.text(i)
	p.lines = slices.Insert(p.lines, i+1, p.lines[i])
	for k, t := range [...]policy.Text{t.Slice(0, at).TrimSpace(), t.Slice(at, t.Len()).TrimSpace()} {
		p.reword(i+k, t)
	}
	p.lines[i].hard, p.lines[i].stop = true, true
	p.lines[i+1].gap = 0
}

// reword gives line i another wording.
func (p *page) reword(i int, t policy.Text) {
	l := &p.lines[i]
	l.span = t.Span(0, t.Len())
	p.cleaned = append(p.cleaned, t)
	l.clean = len(p.cleaned)
	l.look(t.String(), p.survey.In(l.span.Start, l.span.End))
	if strings.IndexByte(p.s[l.span.Start:l.span.End], '\t') >= 0 {
		l.has |= markTab // which parted the cells that the line was made of
	}
}
