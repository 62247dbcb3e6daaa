package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// statuses tells of every figure of the passage whether it is a fact, a goal, an
// estimate or a rule.
func (w *walk) statuses() {
	w.first, w.sentence, w.among, w.carried = 0, beforeText, -1, -1
	w.aims = opensWithAims(w.p.s)
	w.estimatesFrom()
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
			f.Evidence.Status = w.p.arena.span(w.p.span(at.Start, at.End))
		}
		w.fitTime(i)
		f.Binding = w.binding(m)
	}
}

// estimatesFrom finds where the passage says that all figures from here on are estimates, as
// does what follows in the section: 5600亿元（预计数，下同）.
func (w *walk) estimatesFrom() {
	if w.r.estimatesOf == w.p.block.Section {
		w.estimated = 1
		return
	}
	for _, q := range w.cues {
		if q.class != cueEstimate || !w.p.before(int(q.start), "（") {
			continue
		}
		if near := upTo(w.p.s[q.end:], 30); strings.Contains(upTo(near, max(0, strings.Index(near, "）"))), "下同") {
			w.estimated, w.r.estimatesOf = int(q.start)-len("（"), w.p.block.Section
			if k := w.p.figureBefore(w.p.markFrom(w.estimated)); k >= 0 {
				w.r.estimatesIn = w.when[k].period.LastYear()
			}
			return
		}
	}
}

// wholeOf is the figure that mark i is a part of, as the bracket behind that says: 充电桩2万个（其中
// 公共充电桩8000个）. -1 if there is none.
func (w *walk) wholeOf(i int) int {
	b, ok := w.bracketAt(w.p.marks[i].start)
	if !ok {
		return w.wholeBefore(i)
	}
	for i--; i >= 0 && w.p.marks[i].end > b.Start; i-- {
	}
	if !strings.HasPrefix(w.p.s[b.Start:], "（其中") || w.p.figureAt(i) == nil || w.p.marks[i].end+w.p.boundAfterLen(w.p.marks[i].end) != b.Start {
		return -1
	}
	return i
}

// wholeBefore is the figure before 其中 that the parts from there on make up, up to the next ；, or to
// the end of the sentence where 其中： opens a list of them or 其中 the sentence: 计划完成工程42件，其中：新建9
// 件，修复33件.
func (w *walk) wholeBefore(i int) int {
	from, at := w.amongBefore(w.p.marks[i].start), w.p.marks[i].start
	unit := w.p.marks[i].fig.Unit
	if from < w.first || from > w.first && w.semicolonBefore(at) > from && !w.p.after(from, "其中：") && w.p.unitBehind(from) != unit {
		return -1
	}
	k := w.p.figureBefore(w.p.markFrom(from))
	for j := w.p.figureBefore(max(k, 0)); j >= 0 && from > w.first && w.p.marks[k].fig.Unit != unit && w.p.marks[j].fig.clause >= w.p.marks[k].fig.clause-2; j = w.p.figureBefore(j) {
		if w.p.marks[j].fig.Unit == unit && w.p.marks[j].start >= w.first && !w.p.isPlanned(j) {
			return j // 安排项目88个，总投资90亿元，今年投资18亿元，其中工业项目17个; not 完成目标|60亿元|的117%，其中
		}
	}
	if k < 0 || w.p.marks[k].fig.Unit != "%" && w.p.marks[k].fig.Unit != unit || from > w.first && w.p.marks[k].start < w.first || strings.Trim(w.p.s[w.p.marks[k].end:from], "，；。、左右以上 ") != "" {
		return -1
	}
	return k
}

// unitBehind is the unit of the first figure behind byte i, "" if there is none.
func (p *passage) unitBehind(i int) string {
	if f := p.figureAt(p.figureBehind(p.markFrom(i) - 1)); f != nil {
		return f.Unit
	}
	return ""
}

// amongBefore is where the last 其中 before byte i begins, -1 if there is none. It is asked from
// left to right.
func (w *walk) amongBefore(i int) int {
	for w.amongTo < i {
		k := indexByEnd(w.p.s[w.amongTo:i], "其中")
		if k < 0 {
			w.amongTo = i
			break
		}
		w.among, w.amongTo = w.amongTo+k, w.amongTo+k+len("其中")
	}
	return w.among
}

// status weighs the words near a figure, its period, the headings and the kind
// of paper, the nearest first. at is the word that decided, empty if none did.
func (w *walk) status(i int) (s policy.Status, at policy.Span) {
	m := &w.p.marks[i]
	n := w.near(m)
	if n.silent() {
		if k := w.wholeOf(i); k >= 0 && !w.p.isPlanned(i) {
			return w.p.marks[k].fig.Status, at
		}
	}
	switch {
	case m.fig.goal || w.p.fulfilled(m):
		return policy.Target, at
	case w.isEstimate(i, &n):
		return policy.Estimate, n.at(cueEstimate)
	case w.onceBuilt(m, &n):
		return policy.Estimate, at
	case w.isRule(i, &n):
		return policy.Rule, ruleWord(&n)
	}
	estimated := w.estimated > 0 && m.end >= w.estimated
	if s, at := w.saidOf(i, &n); s != "" && (s == policy.Target || !estimated || w.when[i].period.LastYear() != w.r.estimatesIn) {
		return s, at
	}
	if estimated {
		return policy.Estimate, at
	}
	return w.around(i, &n), at
}

// around is the status of the figure at mark i by what stands around its sentence: 下一步，…; under 2030年工作安排.
func (w *walk) around(i int, n *near) policy.Status {
	m, under := &w.p.marks[i], w.sec.status
	switch {
	case w.nextSteps():
		return policy.Target
	case w.carriesOn(i, n):
		w.carried = i
		return policy.Target
	case w.setsTask(i, n):
		return policy.Target
	case w.restsOn(i, n), under == policy.Target && w.stands(m, n):
		return policy.Actual
	case under != "":
		return under
	}
	return w.byPaper(m, n)
}

// carriesOn says whether the sentence of the figure at mark i, which opens with what is to be done, goes on with the plan
// that the sentence before tells: 今年拟建停车场12处。|改造街巷42条，增加停车位900个.
func (w *walk) carriesOn(i int, n *near) bool {
	if w.sec.status != "" || !n.silent() || w.st.genre > statistics {
		return false
	}
	m, first := &w.p.marks[i], w.p.clauseAt(w.first)
	c, nth := m.fig.clause, w.nthYear(m) > 0 // 用三年培育企业300家。第一年培育80家
	if k := w.p.figureBefore(i); k >= 0 && w.p.marks[k].start >= w.first {
		return w.carried == k && (nth || c == w.p.marks[k].fig.clause || w.p.calls(c) || m.fig.Comparator == policy.AtLeast)
	}
	if first == 0 {
		return w.plansOn && (w.p.calls(1) || w.p.calls(c))
	}
	return (nth || w.p.calls(first) && w.p.afterAny(w.first, "共", "累计", "完成") == "") && w.plans(first-1)
}

// calls says whether clause c begins with what is to be done, or to be had: 加大投资力度, 新增企业5家.
func (p *passage) calls(c int) bool { return p.acts(c) || adds.prefix(p.s[p.clauses[c].start:]) > 0 }

// plans says whether the sentence that clause c ends tells last of what is to be done: by its last figure, or else by its words.
func (w *walk) plans(c int) bool {
	from := w.p.sentenceStart(c)
	if k := w.p.figureBefore(w.p.markFrom(w.p.clauses[c].end)); k >= 0 && w.p.marks[k].start >= from {
		return w.p.marks[k].fig.Status == policy.Target
	}
	last := noCue
	for _, q := range w.cues {
		if int(q.start) >= from && int(q.end) <= w.p.clauses[c].end && (q.class == cueAim || q.class == cueDone) {
			last = q.class
		}
	}
	return last == cueAim
}

// goesOnFrom says whether passage p opens with what joins it to the one that was read before, which ends with a plan: 同时，….
func (w *walk) goesOnFrom(p *passage) bool {
	return w.p != nil && w.p.block.ID+1 == p.block.ID && startsIn(p.s, "同时，", "此外，", "另外，", "与此同时，") && w.plans(len(w.p.clauses)-1-btoi(strings.HasSuffix(w.p.s, "。")))
}

// setsTask says whether the first sentence of a paragraph names what was to be done, as the next tells how much of it was: 新建
// 幼儿园|4所|。已建成3所.
func (w *walk) setsTask(i int, n *near) bool {
	return w.first == 0 && w.st.genre == statistics && n.silent() && w.sentence < len(w.p.s) && tallies(w.p.marks[i].fig) &&
		startsIn(w.p.s[w.sentence+len("。"):], "已完成", "已建成", "已开工", "已改造", "已新增", "实际", "目前已", "目前，已", "截至")
}

// restsOn says whether the clause of the figure at mark i only tells more of what the one before says there is: 现有茶园4.2万
// 亩，|年产值3.6亿元; not 去年失业率为2.8%，今年|控制在4%以内.
func (w *walk) restsOn(i int, n *near) bool {
	k, c := w.p.figureBefore(i), w.p.marks[i].fig.clause
	if k < 0 || n.aim.end > 0 || n.heard[cueDone].end == 0 || w.p.marks[k].start < w.first || w.p.marks[k].fig.Status != policy.Actual || w.p.marks[k].fig.clause+1 != c {
		return false
	}
	from := w.p.clauses[c].start
	return w.saidAt(w.when[i]) < from && w.p.clauses[c-1].stop == '，' && !w.p.acts(c) && w.p.marks[i].start-from <= len("年产值达到约")
}

// saidAt is where the passage itself says s, -1 if it is said elsewhere.
func (w *walk) saidAt(s said) int {
	if !w.p.block.Span.Contains(s.span) {
		return -1
	}
	return w.p.text.Offset(s.span.Start)
}

// isEstimate says whether an estimate bears on the figure at mark i, and no goal that was named since.
func (w *walk) isEstimate(i int, n *near) bool {
	m, at := &w.p.marks[i], n.at(cueEstimate)
	if at.Start >= m.end && w.saidAt(w.when[i]) >= at.End && w.p.clauses[m.fig.clause].end > at.End {
		return true // 其余3个预计9月底前开工
	}
	aimed := n.before(cueAim) > at.End && aimReach(w.p.s[n.aim.start:n.aim.end]) == sentenceAim
	if n.before(cueEstimate) == 0 || aimed || w.longPast(i) {
		return false
	}
	if n.clause(cueEstimate) || m.fig.Comparator == policy.About || w.reckoned(at.End) && w.holdsOn(m, at) {
		return true
	}
	return !n.clause(cueDone) && (w.goesOn(m, at) || w.p.among(m.fig.clause, "。；") >= 0 || w.opensWith(at))
}

// holdsOn says whether no ； ends what at reckons before figure m, as it opens its sentence or the next time is told
// behind ；: 预计到2030年达到3亿元；到2035年….
func (w *walk) holdsOn(m *mark, at policy.Span) bool {
	i := w.semicolonBefore(m.start)
	return i <= at.End || at.Start <= w.first+len("截至目前，") || w.p.afterAny(i, "到", "至") != ""
}

// goesOn says whether the clause of figure m only goes on with what the clause before it reckons: 预计
// 全年支出9000万元，占总收入的10%; 预计年产值5亿元，税收|3000万元.
func (w *walk) goesOn(m *mark, at policy.Span) bool {
	c := m.fig.clause
	if k := w.p.figureBefore(w.p.markAt(m.start)); k >= 0 && w.p.marks[k].fig.clause == c-1 && w.p.clauses[c-1].stop == '，' && m.start-w.p.clauses[c].start <= len("带动就业约") && w.p.marks[k].fig.Status == policy.Estimate {
		return true
	}
	return c > 0 && w.p.clauses[c-1].sentence == w.p.clauses[c].sentence && at.Start >= w.p.clauses[c-1].start && onwards.prefix(w.p.s[w.p.clauses[c].start:]) > 0
}

// nextSteps says whether the paragraph tells of what comes next, or belongs to a
// list of goals.
func (w *walk) nextSteps() bool {
	return opensNext(w.p.s) || startsIn(w.p.s, "围绕上述目标", "围绕以上目标", "为实现上述目标", "为实现以上目标", "实现上述目标") || w.r.introAim && w.r.introOf == w.p.block.Section
}

// opensNext says whether s begins with what comes next: 下一步，我们将重点抓好以下工作：.
func opensNext(s string) bool {
	return startsIn(s, "下一步", "接下来", "下阶段", "下一阶段")
}

// opensWithAims says whether a paragraph begins with what announces a list of goals: 今年的主要任务
// 是：….
func opensWithAims(s string) bool {
	head := upTo(s, 150)
	i := normalize.IndexChar(head, "：")
	return i > 0 && endsIn(head[:i], "报告建议", "报告提出", "任务是", "任务为", "目标是", "目标为", "目标任务", "预期目标", "目标安排", "主要任务", "工作任务") && !strings.Contains(head[:i], "。")
}

// saidOf reads what the sentence itself says: 力争, 已, a year gone by or to come. "" where it says nothing.
func (w *walk) saidOf(i int, n *near) (s policy.Status, at policy.Span) {
	aim, done := n.before(cueAim), n.before(cueDone)
	behind := n.clause(cueDone) && done == 0
	if behind {
		done = 1
	}
	switch {
	case w.setsOut(i, n):
		return policy.Actual, at
	case aim > 0 && aim >= done && (n.clause(cueAim) || !n.clause(cueDone)):
		return policy.Target, n.at(cueAim)
	case w.future(i, n), done == 0 && w.aims:
		return policy.Target, at
	case w.past(i):
		return policy.Actual, at
	case done > aim && (todays.suffix(w.p.s[:done]) > 0 || endsIn(w.p.s[:done], "已", "已经") && (n.clause(cueDone) || todays.in(w.p.s[w.first:done]) || w.already(i, n))),
		behind && done > aim && endsIn(w.p.s[:n.first[cueDone].end], "已", "已经"), // 11个项目已相继开工
		n.clause(cueDone) && w.sec.status != policy.Target && w.st.vote >= 0:
		return policy.Actual, n.at(cueDone)
	}
	return "", at
}

// setsOut says whether the figure at mark i is what a goal sets out from: 从2020年的|12家增加到2025年的20家.
func (w *walk) setsOut(i int, n *near) bool {
	s := w.when[i]
	if s.from {
		return w.st.year == 0 || s.period.LastYear() <= w.st.year
	}
	return !s.ok && w.opensPair(&w.p.marks[i]) || n.clause(cueDone) && endsIn(w.p.s[:n.first[cueDone].end], "现有") && w.isPresent(&w.p.marks[i]) || present.suffix(w.p.s[:w.p.marks[i].start]) > 0
}

// future says whether the period of the figure at mark i lies ahead of the reader.
func (w *walk) future(i int, n *near) bool {
	s := w.when[i]
	to := s.period.LastYear()
	switch {
	case s.ok && s.period.Relative && s.toward:
		return s.period.To.Year >= 0 && !w.reached(s, n) && !w.toldSince(i, n) // 今后五年, whichever those are
	case !s.ok || to <= w.st.eve || s.asOf || strings.HasSuffix(s.raw, "年来"):
		return false //  由2015年的30亿元提高到2020年的47亿元, in a plan from 2021 on
	case s.toward && to > w.st.year && w.st.year > 0:
		done := w.p.s[:n.heard[cueDone].end]
		return n.aim.end > 0 || !endsIn(done, "已") && (n.first[cueDone].end > 0 || !endsIn(done, "现有", "共有")) // 至2023年6月底，已整改…, in a report on 2022
	case s.toward && (w.st.year == 0 || to == w.st.year && (!w.st.sure || endsIn(s.raw, "底前"))):
		return w.sec.status != policy.Actual && !w.reached(s, n) && n.heard[cueDone].end == 0 && n.first[cueDone].end == 0
	}
	planned := to >= w.st.year && w.st.year > 0 && w.sec.status == policy.Target && !w.already(i, n) && todays.prefix(w.p.s[n.first[cueDone].start:]) == 0
	told := s.period.From.Month > 0 && w.st.genre <= statistics && w.sec.status != policy.Target && w.st.month == 0 // 2024年上半年, in a paper on 2023
	return w.st.sure && to > w.st.year && n.first[cueDone].end == 0 && !told && !w.doneTo(s, n) || planned
}

// already says whether 已 tells the figure at mark i, or one of which its clause tells how much was done: 已开工22个，完成投资|9亿元.
func (w *walk) already(i int, n *near) bool {
	q, from := n.first[cueDone], w.p.clauses[w.p.marks[i].fig.clause].start
	if q.end == 0 && w.p.afterAny(from, "完成", "实现", "占") != "" {
		q = n.heard[cueDone]
	}
	return endsIn(w.p.s[:q.end], "已", "已经")
}

// toldSince says whether the figure at mark i stands behind a ； and a deed that was told since its time was named:
// 预计年底前完工；乙工程已|完成征迁，总投资8645万元.
func (w *walk) toldSince(i int, n *near) bool {
	at := w.saidAt(w.when[i])
	if n.heard[cueDone].end == 0 || at < 0 {
		return false
	}
	semi := w.semicolonBefore(w.p.marks[i].start)
	return int(n.heard[cueDone].start) >= semi && semi > at
}

// doneTo says whether s only names what was done, as the clause says before it: 已提前下达|2025年|资金640万元，下达率|90%.
func (w *walk) doneTo(s said, n *near) bool {
	q, at := n.heard[cueDone], w.saidAt(s)
	return endsIn(w.p.s[:q.end], "已", "已经") && int(q.end) <= at && w.p.clauseAt(int(q.start)) == w.p.clauseAt(at)
}

// reached says whether a text that tells of deeds counts up to s: 到7月末，…; 由2016年的1万元增至2020年的1.4万元.
func (w *walk) reached(s said, n *near) bool {
	counted := w.st.year == 0 && s.paired || (w.st.year > 0 || s.period.From.Month > 0) && s.period.From.Year <= w.st.year
	return w.st.vote > 0 && counted && !endsIn(s.raw, "前") && !n.clause(cueAim)
}

// past says whether the period of the figure at mark i lies behind the reader, and
// was said in the passage itself.
func (w *walk) past(i int) bool {
	s := w.when[i]
	to := s.period.LastYear()
	switch {
	case !s.ok || !w.p.block.Span.Contains(s.span):
		return false
	case s.period.Relative && s.period.To.Year < 0, strings.HasSuffix(s.raw, "年来"):
		return true // 去年, whichever that was; 近三年来
	case to == 0:
		return false
	case to <= w.st.eve, s.asOf && to <= w.st.year:
		return true // “十三五”时期, 到2020年 in a plan for the next
	case (s.toward || w.sec.status == policy.Target && w.st.genre >= yearPlan) && (!w.st.sure || w.st.genre == longPlan), w.st.year == 0:
		return false // nor is 2030年，新建基地2万亩, among the goals of a plan of untold years
	}
	return to < w.st.year || to == w.st.year && w.st.genre == statistics
}

// longPast says whether the figure at mark i is of a year that was over before the last one
// began, as the passage itself says: 预计2024年达到…；由2019年的19.8亿元增至….
func (w *walk) longPast(i int) bool {
	s := w.when[i]
	to := s.period.LastYear()
	return s.ok && to > 0 && w.st.sure && to < w.st.year-1 && w.p.block.Span.Contains(s.span)
}

// byPaper is the status that the kind of paper and its tone suggest.
func (w *walk) byPaper(m *mark, n *near) policy.Status {
	switch w.st.genre {
	case measures:
		if n.silent() && w.aimedAt(m, said{}) {
			return policy.Target
		}
	case yearPlan, longPlan:
		return policy.Target
	}
	if w.demanded(m, n) || w.st.genre != statistics && (w.st.wants() || w.r.turned) {
		return policy.Target
	}
	return policy.Actual
}

// demanded says whether the clause of figure m says before it that it must be so: 整改率须达到|100%.
func (w *walk) demanded(m *mark, n *near) bool {
	q := n.first[cueDuty]
	return q.end > 0 && int(q.end) <= m.start && !n.clause(cueDone)
}

// wants says whether the words of a paper that no title tells are those of a plan: far more aims
// than deeds, or no deed and many a 达到80%以上.
func (st *setting) wants() bool {
	done, plans := st.said[cueDone], st.said[cueAim]+st.said[cuePlan]
	return st.vote < 0 && (st.said[cueAim] > 0 && plans > 4*(done+st.said[cueDeed]) && plans >= 15 || done == 0 && st.least >= 5)
}

// binding reads 约束性 and 预期性 behind a figure or before it in its clause.
func (w *walk) binding(m *mark) string {
	c := w.p.clauses[w.p.clauseAt(m.start)]
	s := w.p.s[c.start:c.end]
	if normalize.IndexChar(s, "性") >= 0 {
		for _, b := range [...]string{"约束性", "预期性"} {
			if strings.Contains(s, b) {
				return b
			}
		}
	}
	return ""
}
