package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// isRule says whether a figure is set by the paper: a grant, a cap, a condition.
func (w *walk) isRule(i int, n *near) bool {
	m := &w.p.marks[i]
	if m.fig.funds && w.st.genre != measures || w.paidOut(m, n) {
		return false
	}
	given := n.before(cueGrant) > 0 || n.clause(cueGrant)
	if !given && (w.tellsCase(m) || w.conditions(i) || w.whenever(m)) {
		return true
	}
	bound := n.before(cueLimit) > 0 || n.clause(cueLimit)
	happened := n.clause(cueDone) && (n.first[cueGrant].end == 0 || int(n.first[cueDone].end) > w.caseEnd(m))
	if done := max(n.before(cueDone), n.before(cuePaid)); done > 0 {
		happened = happened || done > w.caseEnd(m)
	}
	switch {
	case w.st.genre == measures && w.opensPair(m):
		return false // 水价由|2.1元|调整为2.6元
	case w.st.genre == measures:
		return given || bound || n.before(cueDuty) > 0 || n.clause(cueDuty) || w.sets(i, n, happened)
	case !happened && (w.caps(m) || w.valid(m) || w.marked(m)), w.normed(m):
		return true
	case m.fig.ruled || w.st.genre <= statistics && !w.st.press && m.fig.Comparator != policy.Equal && dutyBounds.suffix(w.p.s[:m.start]) > 0:
		return !happened
	}
	return given && !happened && (bound || w.caseEnd(m) > 0 || w.p.beforeAny(w.p.listStartOf(m), "给予", "奖励", "奖补", "补助", "补贴", "资助", "最高") != "") && w.st.vote <= 0
}

// sets says whether a paper that sets rules sets the figure at mark i where no word near it says so: not under 基本情况 or
// 目标任务, nor 2022年1至8月出口增长13%, nor 2022年，全市受理申报120家.
func (w *walk) sets(i int, n *near, happened bool) bool {
	m, under := &w.p.marks[i], w.sec.status
	if under != "" && under != policy.Rule || happened && w.dated(i) || w.past(i) && ownTotals.in(w.p.s[w.first:m.start]) || w.aimedAt(m, w.when[i]) {
		return false
	}
	if q := n.heard[cueDone]; endsIn(w.p.s[:q.end], "现有") && (int(q.start) == w.first || w.p.beforeAny(int(q.start), "省", "市", "县", "区", "镇", "，") != "") {
		return false // 全市|现有|低保对象3.2万户、特困人员860人
	}
	if n.before(cueAim) > 0 && !w.p.before(n.at(cueAim).End, "目标") { // 达到约定发展目标的，按…
		return false
	}
	return n.before(cuePlan) == 0 || !countsThings(m.fig.Unit)
}

// caps says whether figure m is how far a sum or a time may go: 单户使用额度不超过|2000万元.
func (w *walk) caps(m *mark) bool {
	if m.fig.Comparator == policy.Equal || m.fig.kind == normalize.TimeUnit && w.st.genre > statistics {
		return false // 每天锻炼时间不少于1小时, in a plan
	}
	head := w.p.s[w.p.clauses[m.fig.clause].start:m.start]
	i := lastIndex(head, "不")
	return i > 0 && startsIn(head[i:], "不超过", "不高于", "不低于", "不少于") && endsIn(head[:i], "额度", "期限", "年限", "限额", "利率", "费率", "底价", "期", "时间", "时长", "原则上")
}

// normed says whether figure m is the value that a standard allows: 标准规定不大于|0.2毫克/千克, 标准限值为|60微克/立方米.
func (w *walk) normed(m *mark) bool {
	return m.fig.Measure != policy.Change && norms.in(w.p.s[w.p.clauses[m.fig.clause].start:m.start])
}

// norms are what names such a value.
var norms = newLexicon([]string{"标准规定", "标准限值", "标准值", "排放限值", "限量值"})

// valid says whether figure m is how long the paper itself holds: 本批复有效期|2年.
func (w *walk) valid(m *mark) bool {
	return m.fig.kind == normalize.TimeUnit && w.p.beforeAny(m.start, "有效期", "有效期为", "有效期限为") != ""
}

// marked says whether figure m is a mark of an examination that is to be held: 中考总分为|810分, 少数民族考生加|5分.
func (w *walk) marked(m *mark) bool {
	return m.fig.Unit == "分" && w.st.genre != statistics && examinations.in(w.p.s[w.first:m.start])
}

// aimedAt says whether figure m of a paper that sets rules is what that is to bring by s, or what is to be made: 到2030年，全县建成
// 特色街区5条; 新增停车位|800个; 面向社会招聘工作人员|86名.
func (w *walk) aimedAt(m *mark, s said) bool {
	if s.toward && s.period.To.Month == 0 && s.period.To.Year > 0 && w.p.block.Span.Contains(s.span) {
		return true
	}
	from := w.p.clauses[m.fig.clause].start
	return tallies(m.fig) && (adds.prefix(w.p.s[from+adverbs.prefix(w.p.s[from:]):]) > 0 || hires.in(w.p.s[from:m.start]))
}

// paidOut says whether the clause of figure m tells of money that was handed out: 近日|下达补贴资金1.6亿元,
// 已累计|拨付2亿元.
func (w *walk) paidOut(m *mark, n *near) bool {
	at := n.first[cuePaid]
	return at.end > 0 && int(at.start) <= m.start && m.fig.kind == normalize.CurrencyUnit &&
		endsIn(w.p.s[w.p.clauses[m.fig.clause].start:at.start], "近日", "日前", "已", "已经", "共", "累计")
}

// dated says whether the time of mark i is a stretch of the reader's year or a year that is told of.
func (w *walk) dated(i int) bool {
	s := w.when[i]
	return s.ok && !s.toward && s.period.Open == normalize.Closed && w.p.block.Span.Contains(s.span)
}

// conditions says whether the bound of mark i tells for whom something is to be done: 对年营业收入3亿元以上|10亿元以下
// 的企业，实行联系制度; 占地2万平方米以上的|公园应当….
func (w *walk) conditions(i int) bool {
	p, m := w.p, &w.p.marks[i]
	if p.before(m.start, "满") && startsIn(p.s[m.end:], "应当", "必须", "的") && dutyWords.in(p.s[m.end:p.clauses[m.fig.clause].end]) {
		return true // 出生满|3个月|应当接种疫苗
	}
	if c := m.fig.Comparator; c == policy.Equal || countsThings(m.fig.Unit) {
		return false
	}
	if next := p.figureAt(i + 1); next != nil && p.marks[i+1].start == m.end+p.boundAfterLen(m.end) {
		i++ // of a range
	}
	end := p.clauses[m.fig.clause].end
	if !p.bounding(i) && !p.after(p.marks[i].end+p.boundAfterLen(p.marks[i].end), "的") || end > w.sentence {
		return false
	}
	return p.afterAny(p.clauses[m.fig.clause].start, "对", "凡") != "" && p.clauses[m.fig.clause].stop == '，' || dutyWords.in(p.s[p.marks[i].end:end])
}

// whenever says whether the clause of figure m tells when something is to be done: 当日降雨量达到|50毫米|以上时，启动Ⅲ级响应.
func (w *walk) whenever(m *mark) bool {
	c := w.p.clauses[m.fig.clause]
	return c.stop == '，' && c.end < w.sentence && w.st.said[cueGrant]+w.st.said[cueDuty] > 0 &&
		endsIn(w.p.s[:c.end], "时", "的") && startsIn(w.p.s[c.start:], "当", "如", "若")
}

// tellsCase says whether the sentence goes on to give something in the case that figure m
// tells: 年寄递量达到200万件以上|的，给予15万元奖励; 对投资5000万元以上|的项目，按10%给予补助.
func (w *walk) tellsCase(m *mark) bool {
	if w.st.said[cueGrant] == 0 || m.end > w.sentence {
		return false
	}
	rest := w.p.s[m.end:w.sentence]
	i := strings.Index(rest, "的，")
	if i < 0 && w.p.opensCase(w.p.sentenceStart(m.fig.clause)) && !tallies(m.fig) {
		if i = strings.Index(rest, "的"); i > 0 && strings.Contains(rest[:i], "，") {
			return false
		}
	}
	if i < 0 || strings.Contains(rest[:i], "；") {
		return false
	}
	if j := strings.Index(rest[i:], "；"); j >= 0 {
		rest = rest[:i+j]
	}
	j, k := giveLexicon.lastIn(rest[i:])
	return k > 0 && !containsAny(rest[i:i+j], "已", "共", "累计", "发放", "兑现")
}

// caseEnd is where the case ends that figure m is given in, 0 if the sentence tells none.
func (w *walk) caseEnd(m *mark) int {
	return max(w.p.caseEnd(w.first, m.start), w.p.caseEnd(w.p.sentenceStart(m.fig.clause), m.start))
}

// caseEnd is where the case ends that [from, to) tells before what is promised in it: 同比增长20%以上|的，
// 分别给予奖励; 对新认定的研究中心，|给予50万元. 0 if it tells none, or counts those who were helped.
func (p *passage) caseEnd(from, to int) int {
	for i := lastIndex(p.s[from:to], "的"); i >= 0; i = lastIndex(p.s[from:from+i], "的") {
		if p.afterAny(from+i+len("的"), "，", "给予") != "" && from+i+2*len("的") <= to {
			return from + i
		}
	}
	if !p.opensCase(from) {
		return 0
	}
	i, n := giveLexicon.lastIn(p.s[from:to])
	if n == 0 {
		return 0
	}
	for k := p.markFrom(from); k < len(p.marks) && p.marks[k].end <= from+i; k++ {
		if f := p.marks[k].fig; f != nil && tallies(f) && !p.after(from, "每") {
			return 0
		}
	}
	return from + i
}

// opensCase says whether what stands at byte i tells in which case something is given: 对…的企业, 每|引进
// 一名博士.
func (p *passage) opensCase(i int) bool {
	return p.afterAny(i, "对", "凡", "支持", "鼓励") != "" || p.after(i, "每") && steps.prefix(p.s[i+len("每"):]) > 0
}

// tallies says whether f counts things, and is no bound: 12家.
func tallies(f *draft) bool { return f.Comparator == policy.Equal && countsThings(f.Unit) }

// listStartOf is where the list begins that figure m is of, or m itself: 分别给予|3万元、2万元.
func (p *passage) listStartOf(m *mark) int {
	if g := m.fig.group; g >= 0 && g < len(p.marks) {
		return p.marks[g].start
	}
	return m.start
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

// ruleWord is the word that sets a rule: a cap before a grant, a grant before a duty.
func ruleWord(n *near) policy.Span {
	for _, c := range [...]cueClass{cueLimit, cueGrant, cueDuty} {
		if n.at(c).Len() > 0 {
			return n.at(c)
		}
	}
	return policy.Span{}
}

// stands says whether a figure among plans tells the size of what is there:
// 总建筑面积9800㎡.
func (w *walk) stands(m *mark, n *near) bool {
	switch m.fig.Unit {
	case "平方米", "㎡", "平方公里", "亩", "公顷", "层", "公里":
		c := w.p.clauses[w.p.clauseAt(m.start)]
		return n.before(cueAim) == 0 && m.fig.Comparator != policy.AtLeast && containsAny(w.p.s[c.start:m.end], "面积", "占地", "位于", "租用", "场地", "全长") && !containsAny(w.p.s[c.start:m.end], "规划", "新建", "扩建", "新增", "改造", "建成", "达到")
	}
	return false
}
