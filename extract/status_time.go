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
	case f.Status == policy.Actual && s.toward && (s.span.Start < w.p.block.Span.Start || endsIn(s.raw, "前") && !w.p.span(w.first, w.sentence).Contains(s.span)):
		if s = w.inherited(); s.toward {
			s = said{}
		}
		w.set(f, s) // 3月底前全部开工。补助资金1.8亿元已拨付
	case goal && (s.news || s.ok && s.span == w.st.report.span && w.goesBeyond(m, s)):
		w.set(f, said{}) // 3月5日，记者获悉，全省将建成变电站12座
	}
	if e := f.Evidence.Period; f.Status == policy.Rule || f.Status == policy.Estimate && w.builtBefore(m.start) && len(e) > 0 && e[0].Start < w.p.span(w.builtAt, w.builtAt).Start {
		w.forgetTime(m)
	}
}

// goesBeyond says whether goal m is not of s, the time that an article reports on: months gone by, or the year before
// that of 预期目标：….
func (w *walk) goesBeyond(m *mark, s said) bool {
	if s.period.From.Month > 0 {
		return s.period.To.Month < w.st.month
	}
	return !s.period.Relative && w.st.genre == anyPaper && !w.p.block.Span.Contains(s.span) && goalNames.in(w.p.s[w.first:m.start])
}

var goalNames = newLexicon([]string{"预期目标", "主要目标", "奋斗目标"})

// isPresent says whether m is how much there is now of what is to change: 现行|16%的税率, 现有泊位|12个.
func (w *walk) isPresent(m *mark) bool {
	head := w.p.s[w.p.clauses[m.fig.clause].start:m.start]
	if present.suffix(head) > 0 {
		return true
	}
	i := lastIndex(head, "现有")
	return i >= 0 && m.fig.Comparator != policy.AtLeast && m.fig.Unit != "%" && !containsAny(head[i:], "完成", "改", "淘汰", "全", "达到", "增", "将", "，")
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
