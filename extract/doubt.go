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
		if f.endless {
			doc.Report(at, "分数化不成有限小数，数值只取到四位")
		}
	}
}
