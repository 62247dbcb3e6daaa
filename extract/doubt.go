package extract

import "shuzheng/policy"

// doubts reports what of a figure was not read, so that nobody takes a gap for a
// statement of the text.
func doubts(doc *policy.Document, p *passage) {
	for k := range p.marks {
		f := p.marks[k].fig
		if f == nil {
			continue
		}
		at := p.span(p.marks[k].start, p.marks[k].end)
		switch {
		case f.Indicator == "":
			doc.Report(at, "没有读出这个数据说的是什么指标")
		case f.Unit == "" && f.Scale != "1":
			doc.Report(at, "原文没有写单位，也推断不出")
		}
		if p.mayGoOn(k) {
			doc.Report(at, "数字前面紧接着另一个数字，可能是同一个数被断开了")
		}
		if f.endless {
			doc.Report(at, "分数化不成有限小数，数值只取到四位")
		}
	}
}

// doubt reports once for a table that what some of its figures measure was not read: nothing
// names it, or several columns of figures are told apart by nothing.
func (g *sheet) doubt(figures []policy.Figure) {
	columns := 0
	for c := range g.cols {
		if g.cols[c].role == valueColumn {
			columns++
		}
	}
	for i := range figures {
		f := &figures[i]
		if f.Indicator == "" || columns > 1 && g.cols[f.Table.Col].head.full == "" {
			g.doc.Report(g.t.Span, "表中有的数据没有读出指标，或者所在的列没有表头")
			return
		}
	}
}

// mayGoOn says whether only a blank or a raised dot stands between the number of figure k and
// another that nothing explains: 达到12 3456家, 1·8左右.
func (p *passage) mayGoOn(k int) bool {
	if k == 0 || p.marks[k-1].fig != nil || p.marks[k-1].as != policy.Unexplained && p.marks[k-1].as != policy.AsName {
		return false
	}
	gap := p.s[p.marks[k-1].end:max(p.marks[k-1].end, p.marks[k].fig.num.Start)]
	return gap == " " || gap == "·" || gap == "'" || gap == "’"
}
