package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// tier is what figure k bounds where it opens a further class of cases, which names no more than how large they are: what the
// class before it bounds. 车价10万元以下的补贴3000元，|10万元至20万元|的补贴5000元.
func (p *passage) tier(k int) subject {
	if !p.opensTier(k) {
		return subject{}
	}
	f := p.marks[k].fig
	for i := k - 1; i >= 0; i-- {
		g := p.marks[i].fig
		if g == nil {
			continue
		}
		if p.clauses[g.clause].sentence < p.clauses[f.clause].sentence-1 {
			break
		}
		if g.Unit == f.Unit && (p.isRange(i) || p.after(p.marks[i].end, "部分") || p.beforeAny(p.marks[i].start, "达到") != "") && benefits.suffix(p.known[i].words) == 0 && p.known[i].words != "" {
			return p.known[i]
		}
	}
	if p.after(p.figureEnd(&p.marks[k]), "部分") {
		return p.inherited(k)
	}
	return subject{}
}

// opensTier says whether the clause of figure k begins with its bounds, and goes on with what holds for the cases
// between them: |5000万元以上|的，奖励10万元; |1万元至5万元|部分报销60%.
func (p *passage) opensTier(k int) bool {
	f := p.figureAt(k)
	if f == nil || f.Measure != policy.Level || !p.isRange(k) || isAge(f) {
		return false
	}
	m, c := &p.marks[k], p.clauses[f.clause].start
	if m.start-c > 12*len("字") {
		return false // most
	}
	start := m.start - len(p.beforeAny(m.start, "满", "已满"))
	if p.boundedBefore(k) {
		start = f.bound[0].Start
	}
	lead := p.s[min(c, start):start]
	if p.afterAny(start, "最高", "最多") != "" || len(lead) > len("带动") || lead != "" && !oneOf(lead, tierLeads) && verbal.prefix(lead) != len(lead) {
		return false // 补助|最高500万元，按项目拨付
	}
	if p.boundsOn(k + 1) {
		m = &p.marks[k+1]
	}
	return holdsForCases(p.s[p.figureEnd(m):])
}

// holdsForCases says whether s goes on behind the bounds of a class of cases with what holds for them: （含）部分, 的，奖励10万元.
func holdsForCases(s string) bool {
	if startsIn(s, "（含", "（不含") {
		s = s[bracketLen(s):]
	}
	if startsIn(s, "部分", "的部分") {
		return true
	}
	s = strings.TrimPrefix(s, "的")
	s = strings.TrimPrefix(s[cases.prefix(s):], "，")
	return startsIn(s, "每", "按", "一次性", "分别", "最高") || giveLexicon.prefix(s) > 0
}

// tierLeads may stand before the bounds of a class, as verbs may: |带动|30户以上的.
var tierLeads = []string{"其中", "对"}

// cases are those that are told apart by how large something of theirs is: 1000万元以上的|企业|，奖励10万元.
var cases = newLexicon([]string{"企业", "项目", "单位", "机构", "个人", "农户", "大户", "主体", "家庭", "职工", "人员", "基地", "合作社", "平台", "商户", "网店"})

// isRange says whether figure k is bounded, by words or by another number.
func (p *passage) isRange(k int) bool {
	f := p.marks[k].fig
	return f.ValueHigh != "" || len(f.bound) > 0 || f.kind == normalize.TimeUnit && p.before(p.marks[k].start, "满")
}
