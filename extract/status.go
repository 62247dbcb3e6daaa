package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// headingWords tell what a section is about; the last that stands in a heading wins.
var headingWords = [...]struct {
	word   string
	status policy.Status
}{
	{"目标", policy.Target}, {"主要任务", policy.Target}, {"重点任务", policy.Target}, {"工作安排", policy.Target}, {"工作打算", policy.Target}, {"工作部署", policy.Target},
	{"总体要求", policy.Target}, {"总体思路", policy.Target}, {"工作思路", policy.Target}, {"下一步", policy.Target}, {"工作计划", policy.Target}, {"重点工作", policy.Target},
	{"保障措施", policy.Target}, {"保障举措", policy.Target}, {"工作重点", policy.Target}, {"工作要点", policy.Target}, {"主要举措", policy.Target}, {"展望", policy.Target}, {"远景", policy.Target},
	{"发展基础", policy.Actual}, {"现实基础", policy.Actual}, {"工作基础", policy.Actual}, {"回顾", policy.Actual}, {"成效", policy.Actual}, {"成就", policy.Actual}, {"总结", policy.Actual},
	{"完成情况", policy.Actual}, {"发展情况", policy.Actual}, {"执行情况", policy.Actual}, {"工作情况", policy.Actual}, {"进展", policy.Actual}, {"现状", policy.Actual}, {"存在问题", policy.Actual},
	{"主要问题", policy.Actual}, {"发展背景", policy.Actual}, {"基本情况", policy.Actual}, {"开局", policy.Actual}, {"起草过程", policy.Actual},
}

// headingStatus is what a heading says of the figures under it, "" if nothing.
func headingStatus(s string, when said, st *setting) policy.Status {
	best, at := policy.Status(""), -1
	for _, w := range headingWords {
		if k := strings.LastIndex(s, w.word); k > at {
			best, at = w.status, k
		}
	}
	if best == "" && when.ok && st.genre == workReport && when.span.Len() > 0 {
		switch y := when.period.LastYear(); {
		case y == 0:
		case y < st.year:
			return policy.Actual
		default:
			return policy.Target
		}
	}
	return best
}

// statuses tells of every figure of the passage whether it is a fact, a goal, an
// estimate or a rule.
func (w *walk) statuses() {
	w.first, w.sentence = 0, 0
	for i := range w.p.marks {
		f := w.p.marks[i].fig
		if f == nil {
			continue
		}
		m := &w.p.marks[i]
		w.bounds(m.start)
		status, at := w.status(i)
		f.Status = status
		if at.Len() > 0 {
			f.Evidence.Status = []policy.Span{w.p.span(at.Start, at.End)}
		}
		if status == policy.Rule {
			w.forgetTime(m)
		}
		f.Binding = w.binding(m)
	}
}

// bounds finds the 。-sentence that holds byte i.
func (w *walk) bounds(i int) {
	for i >= w.sentence && w.sentence < len(w.p.s) {
		if w.sentence > 0 {
			w.first = w.sentence + len("。")
		}
		w.sentence = max(w.sentenceEnd(w.first), w.first+1)
	}
}

// spent says whether an aim at [start, end) no longer bears on byte i: 拟新增…；
// but 主要目标是：…；….
func (w *walk) spent(start, end, i int) bool {
	word := w.p.s[start:end]
	if startsIn(word, "将", "拟", "争取", "计划") {
		return start < w.p.clauses[w.p.clauseAt(i)].start
	}
	return strings.Contains(w.p.s[end:i], "；") && !strings.Contains(word, "目标")
}

// near are the cues that bear on one figure.
type near struct {
	before [cueClasses]int // end of the last cue of the class before the figure in its sentence, 0 if none
	at     [cueClasses]policy.Span
	clause [cueClasses]bool // one stands in the figure's clause
}

func (w *walk) near(m *mark) near {
	var n near
	c := w.p.clauses[w.p.clauseAt(m.start)]
	inside, bracketed := w.bracketAt(m.start)
	for _, q := range w.cues {
		start, end := int(q.start), int(q.end)
		if b, ok := w.bracketAt(start); ok != bracketed || b != inside {
			continue // what is said in brackets is said of what stands in them
		}
		if end <= w.first || start >= w.sentence {
			continue
		}
		if start >= c.start && end <= c.end {
			n.clause[q.class] = true
			if n.at[q.class].Len() == 0 || start < m.start {
				n.at[q.class] = policy.Span{Start: start, End: end}
			}
		}
		if start < m.start && !(q.class == cueAim && w.spent(start, end, m.start)) {
			n.before[q.class] = end
			n.at[q.class] = policy.Span{Start: start, End: end}
		}
	}
	return n
}

// status weighs the words near a figure, its period, the headings and the kind
// of paper, the nearest first. at is the word that decided, empty if none did.
func (w *walk) status(i int) (s policy.Status, at policy.Span) {
	m := &w.p.marks[i]
	n := w.near(m)
	switch {
	case n.before[cueEstimate] > 0 && (n.clause[cueEstimate] || w.reckoned(n.at[cueEstimate].End)):
		return policy.Estimate, n.at[cueEstimate]
	case w.isRule(m, &n):
		return policy.Rule, ruleWord(&n)
	}
	if s, at, ok := w.saidOf(i, &n); ok {
		return s, at
	}
	if w.nextSteps() {
		return policy.Target, policy.Span{}
	}
	if s := w.sec.status; s != "" {
		if s == policy.Target && (n.clause[cueDone] || w.past(i) || w.stands(m, &n)) {
			return policy.Actual, n.at[cueDone]
		}
		return s, policy.Span{}
	}
	return w.byPaper(), policy.Span{}
}

// nextSteps says whether the paragraph tells of what comes next, or belongs to a
// list of goals.
func (w *walk) nextSteps() bool {
	return startsIn(w.p.s, "下一步", "接下来", "下阶段", "下一阶段") || w.r.introAim && w.r.introOf == w.p.block.Section
}

// reckoned says whether an estimate governs all that follows in its sentence:
// 气象台预计，…, 预计到2025年，….
func (w *walk) reckoned(end int) bool {
	rest := w.p.s[end:]
	if startsIn(rest, "，", "到", "至", "，到") {
		return true
	}
	n, _ := normalize.MatchPeriod(rest)
	return n > 0
}

// saidOf reads what the sentence itself says: 力争, 已, a year gone by or to come.
func (w *walk) saidOf(i int, n *near) (policy.Status, policy.Span, bool) {
	aim, done := n.before[cueAim], n.before[cueDone]
	if n.clause[cueDone] && done == 0 {
		done = 1
	}
	switch {
	case aim > 0 && n.clause[cueAim] && aim >= done, aim > 0 && !n.clause[cueDone] && aim >= done:
		return policy.Target, n.at[cueAim], true
	case w.future(i, n):
		return policy.Target, policy.Span{}, true
	case w.past(i):
		return policy.Actual, policy.Span{}, true
	case n.clause[cueDone] && w.sec.status != policy.Target && w.st.vote >= 0:
		return policy.Actual, n.at[cueDone], true
	}
	return "", policy.Span{}, false
}

// future says whether the period of the figure at mark i lies ahead of the reader.
func (w *walk) future(i int, n *near) bool {
	s := w.when[i]
	to := s.period.LastYear()
	switch {
	case !s.ok || to == 0:
		return false
	case s.toward && (w.st.year == 0 || to > w.st.year):
		return true
	case s.toward && to == w.st.year && !w.st.sure:
		return w.sec.status != policy.Actual && n.before[cueDone] == 0 && !n.clause[cueDone]
	}
	return w.st.sure && to > w.st.year || to >= w.st.year && w.st.year > 0 && w.sec.status == policy.Target
}

// past says whether the period of the figure at mark i lies behind the reader, and
// was said in the passage itself.
func (w *walk) past(i int) bool {
	s := w.when[i]
	to := s.period.LastYear()
	if !s.ok || to == 0 || s.toward || w.st.year == 0 || !w.p.block.Span.Contains(s.span) {
		return false
	}
	return to < w.st.year || to == w.st.year && w.st.genre == statistics
}

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

// isRule says whether a figure is set by the paper: a grant, a cap, a condition.
func (w *walk) isRule(m *mark, n *near) bool {
	given := n.before[cueGrant] > 0 || n.clause[cueGrant]
	bound := n.before[cueLimit] > 0 || n.clause[cueLimit]
	duty := n.before[cueDuty] > 0 || n.clause[cueDuty]
	happened := n.before[cueDone] > 0 || n.before[cuePaid] > 0 || n.clause[cueDone]
	if w.st.genre == measures {
		planned := n.before[cuePlan] > 0 || n.before[cueAim] > 0
		return given || bound || duty || !planned || !countsThings(m.fig.Unit)
	}
	return given && !happened && (bound || w.p.beforeAny(m.start, "给予", "奖励", "补助", "补贴", "资助", "最高") != "") && (w.st.vote <= 0 || w.sec.status != policy.Actual && w.st.genre != statistics && w.st.genre != anyPaper)
}

// stands says whether a figure among plans tells the size of what is there:
// 总建筑面积9800㎡.
func (w *walk) stands(m *mark, n *near) bool {
	switch m.fig.Unit {
	case "平方米", "㎡", "平方公里", "亩", "公顷", "层", "公里":
		c := w.p.clauses[w.p.clauseAt(m.start)]
		return n.before[cueAim] == 0 && containsAny(w.p.s[c.start:m.end], "面积", "占地", "位于", "租用", "场地", "全长") && !containsAny(w.p.s[c.start:m.end], "规划", "新建", "扩建", "新增", "改造", "建成", "达到")
	}
	return false
}

// countsThings says whether a unit counts what is to be made or done, and is not
// the measure of a condition (年, %, 元, 周岁).
func countsThings(unit string) bool {
	switch unit {
	case "个", "家", "名", "项", "件", "人", "场", "次", "所", "条", "座", "批", "户", "套", "款", "处":
		return true
	}
	return false
}

func ruleWord(n *near) policy.Span {
	for _, c := range [...]cueClass{cueLimit, cueGrant, cueDuty} {
		if n.at[c].Len() > 0 {
			return n.at[c]
		}
	}
	return policy.Span{}
}

// byPaper is the status that the kind of paper and its tone suggest.
func (w *walk) byPaper() policy.Status {
	switch w.st.genre {
	case statistics:
		return policy.Actual
	case yearPlan, longPlan:
		return policy.Target
	}
	if plans := w.st.said[cueAim] + w.st.said[cuePlan]; w.st.vote < 0 && plans >= 15 && plans > 4*w.st.said[cueDone] {
		return policy.Target
	}
	return policy.Actual
}

// binding reads 约束性 and 预期性 behind a figure or before it in its clause.
func (w *walk) binding(m *mark) string {
	c := w.p.clauses[w.p.clauseAt(m.start)]
	for _, b := range [...]string{"约束性", "预期性"} {
		if strings.Contains(w.p.s[c.start:c.end], b) {
			return b
		}
	}
	return ""
}
