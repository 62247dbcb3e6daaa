package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// fitTime gives a goal of a plan that names no other time the plan's years, and takes away the time that what is
// inherited cannot have: a goal no month gone by, a rule and what comes once something is built none.
func (w *walk) fitTime(i int) {
	m, s := &w.p.marks[i], w.when[i]
	f := m.fig
	switch goal := f.Status == policy.Target; {
	case goal && w.st.aimed.ok && (!s.ok || w.st.aimed.plan && w.allYears(i)):
		w.set(f, w.st.aimed)
	case goal && startsIn(s.raw, "去年", "上年") && s.period.LastYear() > 0 && w.aimedSince(f, s):
		w.set(f, s.at(s.period.LastYear()+1)) // 去年开工的38个项目，确保年内竣工15个
	case goal && s.ok && s.span == w.st.report.span && s.period.From == s.period.To && s.period.From.Month == 0 && !s.period.Relative && w.st.said[cueDone] > 0 && w.st.genre == anyPaper && containsAny(w.p.s[w.first:m.start], "预期目标", "主要目标", "奋斗目标"):
		w.set(f, said{}) // 预期目标：…, in news of a report on the year before
	case goal && s.news:
		w.set(f, said{}) // 3月5日，记者获悉，全省将建成变电站12座
	case goal && s.ok && s.span == w.st.report.span && s.period.From.Month > 0 && s.period.To.Month < w.st.month:
		w.set(f, said{})
	}
	if e := f.Evidence.Period; f.Status == policy.Rule || f.Status == policy.Estimate && w.builtBefore(m.start) && len(e) > 0 && e[0].Start < w.p.span(w.builtAt, w.builtAt).Start {
		w.forgetTime(m)
	}
}

// aimedSince says whether the aim that figure f is of stands in a clause behind that in which s is said.
func (w *walk) aimedSince(f *draft, s said) bool {
	e := f.Evidence.Status
	if len(e) == 0 || !w.p.block.Span.Contains(s.span) {
		return false
	}
	c := w.p.clauses[w.p.clauseAt(w.p.text.Offset(s.span.Start))]
	return e[0].Start >= w.p.span(c.start, c.end).End
}

// isPresent says whether m is how much there is now of what is to change: 现行|16%的税率, 现有泊位|12个.
func (w *walk) isPresent(m *mark) bool {
	head := w.p.s[w.p.clauses[m.fig.clause].start:m.start]
	if present.suffix(head) > 0 {
		return true
	}
	i := lastIndex(head, "现有")
	return i >= 0 && m.fig.Comparator == policy.Equal && m.fig.Unit != "%" && !containsAny(head[i:], "完成", "改", "淘汰", "全", "达到", "增", "将", "，")
}

// allYears says whether the goal at mark i is one of all years of the plan, though one of them was named before:
// 每年安排资金10亿元, 规划期内新建幼儿园120所.
func (w *walk) allYears(i int) bool {
	m, s := &w.p.marks[i], w.when[i].span
	clause := w.p.s[w.p.clauses[m.fig.clause].start:m.start]
	return planSpans.in(clause) || yearlySums.in(clause) && !w.p.span(w.first, m.start).Contains(s)
}

// What tells that all years of a plan are meant, whatever is named beside it, and where nothing is.
var planSpans, yearlySums = phrases["planspan"], phrases["yearly"]

// forgetTime drops the period of a rule unless its own clause gives one: a rule
// holds as long as the paper does.
func (w *walk) forgetTime(m *mark) {
	f := m.fig
	if e := f.Evidence.Period; len(e) > 0 {
		c := w.p.clauses[w.p.clauseAt(m.start)]
		if _, p := normalize.MatchPeriod(f.PeriodRaw); !p.Relative && w.p.span(c.start, c.end).Contains(e[0]) {
			return
		}
	}
	f.Period, f.PeriodRaw, f.Evidence.Period = "", "", nil
}
