package extract

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// saidAgain is the subject of the figure before where [a, b) says its end again of the whole time or of a
// year of it: 固定资产投资年均增长23.5%，累计|完成投资1008亿元; 人工造林7万亩，年均|造林1.4万亩.
func (p *passage) saidAgain(a, b, k int) subject {
	if p.beforeIn(a, spans) == "" {
		return subject{}
	}
	prev := p.previous(k)
	if prev < 0 || b-a < 6 {
		return subject{}
	}
	prev = p.notShare(prev, k)
	if p.sentence(prev) != p.sentence(k) || !strings.HasSuffix(p.known[prev].words, strings.TrimPrefix(p.s[a:b], "完成")) || p.before(b, "投资") && (p.marks[prev].fig.goal || strings.Contains(p.known[prev].words, "计划")) {
		return subject{}
	}
	return p.known[prev]
}

// headAgain is the subject of the figure before where 其中 and a place lead to no more than its head: 一般公共预算支出
// 107.6亿元，其中市本级|支出|26.7亿元.
func (p *passage) headAgain(a, b, k int) subject {
	c := p.marks[k].fig.clause
	prev := p.previous(k)
	if prev < 0 || heads.prefix(p.s[a:b]) != b-a || strings.TrimPrefix(p.s[p.clauses[c].start:a], "其中") == "" || p.marks[prev].fig.Unit != p.marks[k].fig.Unit && p.marks[prev].fig.Measure == policy.Level {
		return subject{}
	}
	s := p.known[prev]
	i := strings.LastIndex(s.words, p.s[a:b])
	if i <= 0 || p.trimLeft(p.clauses[c].start, b) != a {
		return subject{}
	}
	s.words = s.words[:i+b-a]
	return s
}

// spans lead to what is said of the whole time or of a part of it.
var spans = phrases["span"]

// collected gives those who collect a revenue the revenue that the paragraph begins with: 一般公共预算
// 收入2.9亿元，…，其中：税务部门完成1.4亿元.
func (p *passage) collected(k int, who subject) subject {
	f := p.marks[k].fig
	i := slices.IndexFunc(p.known[:k], func(s subject) bool { return s.words != "" })
	if i < 0 || f.kind != normalize.CurrencyUnit || f.Measure != policy.Level || p.beforeAny(f.num.Start, "完成", "征收") == "" || !strings.HasSuffix(p.known[i].words, "收入") {
		return who
	}
	return who.then(p.known[i])
}

// ofWorks gives a head that opens its clause to the works that the clause before names and says no
// more of, and to those that it told more of before: 水库除险加固工程，|投资2180万元; 明湖大桥，全长1617米，|总投资2亿元.
func (p *passage) ofWorks(k int, head subject) subject {
	c, invests := p.marks[k].fig.clause-1, strings.HasSuffix(head.words, "投资")
	if who := p.counting(k); who.words != "" && invests {
		return who.then(head)
	}
	if !invests && sizeNouns.prefix(head.words) < len(head.words) || head.spans[0].Start != p.clauses[c+1].start {
		return head
	}
	for ; c >= 0 && p.clauses[c].stop == '，'; c-- {
		if i := p.markFrom(p.clauses[c].end - 1); p.figureAt(i) != nil && p.marks[i].end == p.clauses[c].end {
			continue
		}
		if p.figureIn(p.clauses[c]) || works.suffix(p.s[p.clauses[c].start:p.clauses[c].end]) == 0 {
			break
		}
		a, b := p.trimClause(c, p.marks[k].fig)
		return p.subjectAt(a, b).then(head)
	}
	return head
}

// completed gives a head that a verb parted from its subject back to it:
// 建筑业实现增加值 → 建筑业增加值.
func (p *passage) completed(a0, a, b, k int) subject {
	has := p.marks[k].fig.has
	if has&turnHinge != 0 {
		a = p.behindTurn(a0, a, b)
		if s := p.foremost(a, b); s.words != "" {
			return s
		}
	}
	s := p.subjectAround(a, b, has)
	if bare := a == b || heads.is(p.s[a:b]); (bare || sizeNouns.is(p.s[a:b])) && (a == a0 || bare && p.trimLeft(a0, b) == a && strings.HasSuffix(s.words, "投资")) {
		return p.ofWorks(k, s)
	} else if a == a0 || !bare && !(heads.suffix(p.s[a:b]) > 0 && strings.Contains(p.s[a0:a], "额以上")) {
		return s // but 限额以上企业|实现|消费品零售额
	}
	i := a0 + len(without(p.s[a0:a], lights))
	from := p.trimLeft(p.behindTopic(a0, i), i)
	to := p.trimTail(from, i)
	if i == a || to-from < 6 || p.afterVerb(from, to) != from {
		return s
	}
	return p.subjectAt(from, to).then(s)
}

// behindTurn moves a behind what only tells in which way what follows is told: 32个实现|增长、|增长面84%, 按总产值计算的|全员
// 劳动生产率, 按常住人口计算|人均生产总值.
func (p *passage) behindTurn(a0, a, b int) int {
	for _, w := range [...]string{"持平、", "增长、"} {
		if i := lastIndex(p.s[a:b], w); i == 0 || i > 0 && w == "持平、" {
			a = p.trimLeft(a+i+len(w), b)
		}
	}
	if i := strings.Index(p.s[a:b], "计算"); i >= 0 && b-a-i > len("计算的") && strings.Contains(p.s[max(a0, a-8*len("按")):a], "按") {
		a += i + len("计算")
		a += len(p.afterAny(a, "的"))
	}
	return a
}

// foremost is of what [a, b) names who has most or least: 平均工资最高的是|外资单位|5万元.
func (p *passage) foremost(a, b int) subject {
	i := strings.Index(p.s[a:b], "的是")
	if i <= 0 || b-a-i <= len("的是") {
		return subject{}
	}
	from, to := p.mostOf(a, a+i)
	if to <= from {
		return subject{}
	}
	return p.subjectAt(a+i+len("的是"), b).then(p.subjectAt(from, to))
}

// sentence is the number of the sentence that figure k stands in.
func (p *passage) sentence(k int) int { return p.clauses[p.marks[k].fig.clause].sentence }

// untilNext is where ends what may be told of figure k from byte i on: with its clause, or at the next figure.
func (p *passage) untilNext(k, i int) int {
	return min(p.clauses[p.marks[k].fig.clause].end, p.nextFigure(k, i))
}

// previous is the index of the figure before k that it may take its subject from:
// the nearest in the sentence, -1 if none.
func (p *passage) previous(k int) int {
	for i := k - 1; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil || p.known[i].words == "" || f.whole || p.fieldOf(i) || p.closedBetween(p.marks[i].end, p.marks[k].start) {
			continue
		}
		if p.sentence(i) < p.sentence(k)-1 {
			return -1
		}
		return i
	}
	return -1
}

// closedBetween says whether a bracket that was open at byte i is closed before j.
func (p *passage) closedBetween(i, j int) bool {
	depth := 0
	for at := p.survey.NextIn(i, j, clauseMark); at < j; at = p.survey.NextIn(at+3, j, clauseMark) {
		switch p.s[at : at+3] {
		case "（":
			depth++
		case "）":
			depth--
		}
		if depth < 0 {
			return true
		}
	}
	return false
}

// inherited is the subject of a figure that names none: that of the figure before
// it (同比增长44.13%), or of the clause before.
func (p *passage) inherited(k int) (s subject) {
	m, prev := &p.marks[k], p.previous(k)
	if s.found(p.clauseBefore(k, prev)) {
		return s
	} else if prev >= 0 {
		return p.figureShared(k, prev)
	} else if s.found(p.titleOf(k)) {
		return s // 提高低保标准。青禾县由5100元提高到
	}
	if end := p.untilNext(k, m.end); end-m.end >= 9 && (m.fig.kind == normalize.RatioUnit || m.fig.Unit == "") {
		return p.subjectAt(m.end, end) // 三分之一由企业牵头
	}
	return s
}

// clauseBefore is what a clause before figure k names that no figure stands in, behind prev, the last that may share its subject.
func (p *passage) clauseBefore(k, prev int) subject {
	cl := p.marks[k].fig.clause
	for c := cl - 1; c >= 0 && p.clauses[c].sentence == p.sentence(k) && (prev < 0 || p.marks[prev].fig.clause < c) && !p.figureIn(p.clauses[c]); c-- {
		if p.topic(p.clauses[c]) {
			continue
		}
		a, b := p.clauses[c].start, p.clauses[c].end
		met := p.before(b, "的")
		if a, b = p.trim(a, p.beforeSlogan(a, p.threshold(p.clauses[c])), p.marks[k].fig); b-a < 6 || b-a >= 90 {
			continue
		}
		if s := p.headingOf(k); met && s.words != "" {
			return s // （二）交通补贴: 在县内无住房的，|每年5000元
		}
		if sets(p.s[a:b]) {
			a += changers.prefix(p.s[a:b]) // 提高|低保标准|，每人每月提高40元
		}
		if i := lastIndex(p.s[a:b], "的是"); i > 0 && b-a-i >= len("的是")+6 {
			return p.subjectAt(a+i+len("的是"), b).plus(wordIf(containsAny(p.s[a:a+i], "涨幅", "降幅", "跌幅"), "价格")) // 涨幅最大的是|油菜|，上涨42%
		}
		return p.subjectAt(a, p.withoutCourse(a, b))
	}
	return subject{}
}

// figureShared is what figure k shares with figures before it, of which prev is the last.
func (p *passage) figureShared(k, prev int) (s subject) {
	if s.found(p.ofThatSize(k, prev)) || s.found(p.ofKind(k, prev)) {
		return s
	}
	if c := p.condition(k, prev); c >= 0 {
		return p.known[c]
	}
	if c := p.sizeBefore(k, prev); c >= 0 && heads.suffix(p.known[c].words) > 0 && !endsIn(p.known[c].words, "项目", "企业") {
		return p.known[c]
	}
	return withoutRate(p.known[p.notShare(prev, k)], p.marks[k].fig)
}

// beforeSlogan is where [a, b) ends without the quoted word for what became of it: 不良贷款|实现“双降”.
func (p *passage) beforeSlogan(a, b int) int {
	if !p.before(b, "”") {
		return b
	}
	i := a + max(0, lastIndex(p.s[a:b], "“"))
	if n := lights.suffix(p.s[a:i]); n > 0 && i-n-a >= 6 && b-i <= len("“五连增长”") {
		return i - n
	}
	return b
}

// withoutRate is s as a figure that names nothing is of it: a change in per cent or by so much of no growth, a sum of no share:
// 产值增速高于去年1.2个百分点，6月下降3%; 贷款增速高于全省1.8个百分点，比年初增加356亿元; 补贴按租金的50%给予，最高10万元.
func withoutRate(s subject, f *draft) subject {
	n := 0
	if (f.kind == normalize.CurrencyUnit || f.kind == normalize.TimeUnit) && endsIn(s.words, "比例", "比重") {
		if head, _, of := strings.Cut(s.words, "占"); of {
			n = len(s.words) - len(head)
		}
	} else if f.Measure == policy.Change && (f.Unit == "%" || f.kind == normalize.CurrencyUnit || f.kind == normalize.CountUnit) {
		if n = speeds.suffix(s.words); strings.HasSuffix(s.words, "完成率") {
			n = rates.suffix(s.words) // 研发费用…，年度任务完成率107%，累计增速25%
		}
	}
	if n < len(s.words) {
		s.words = s.words[:len(s.words)-n]
	}
	return s
}

// withoutCourse is the end of [a, b) without how it went: 民间投资|稳步回升.
func (p *passage) withoutCourse(a, b int) int {
	if end := b; standing.in(p.s[a:b]) {
		for i, n := standing.lastIn(p.s[a:end]); n > 0 && i >= 6; i, n = standing.lastIn(p.s[a:end]) {
			end = a + i
		}
		return p.trimTail(a, end) // 粮食产量|再创历史新高
	}
	went := p.s[a : b-courses.suffix(p.s[a:b])]
	what := without(went, manners)
	if len(went) == b-a || len(what) == len(went) || len(what) < 6 {
		return b // without a manner it may be a name: 收入增长
	}
	return a + len(what)
}

// condition is the condition before figure k, where k is one as well and only what is given
// for the first stands between: 完成投资1000万元以上的，奖励2万元；完成2000万元以上的; 收入100万元至200万元
// 的企业，奖励2万元；200万元以上的. -1 if there is none; prev is the figure before k.
func (p *passage) condition(k, prev int) int {
	each := p.marks[k].fig.verb // 每增加|5000平方米，增补10万元
	if !p.conditional(k) && (each.Len() == 0 || !p.before(each.Start, "每")) || p.conditional(prev) {
		return -1
	}
	for i := p.figureBefore(prev); i >= 0; i = p.figureBefore(i) {
		f := p.marks[i].fig
		if p.sentence(i) < p.sentence(k)-1 || f.Unit != p.marks[k].fig.Unit {
			break
		}
		if p.conditional(i) || f.ValueHigh != "" && benefits.suffix(p.known[i].words) == 0 {
			return i
		}
	}
	return -1
}

// conditional says whether figure k bounds a case: 1000万元以上的，, or 1000万元以上|5000万元以下的，, or is
// reached in it: 达到1亿元，|再奖励20万元.
func (p *passage) conditional(k int) bool {
	at := p.marks[k].end
	n := p.boundAfterLen(at)
	if c := p.marks[k].fig.clause + 1; c < len(p.clauses) && at == p.clauses[c-1].end && p.givenNext(c) {
		return p.beforeAny(p.marks[k].fig.num.Start, "达到", "达", "突破", "超过") != ""
	}
	return (n > 0 || p.boundedBefore(k)) && (p.after(at+n, "的") && strings.Contains("，、（给奖", p.nextRune(at+n+len("的"))) || p.boundsOn(k+1) && p.conditional(k+1))
}

// givenNext says whether clause c begins with what is given: 再奖励20万元.
func (p *passage) givenNext(c int) bool {
	at := p.clauses[c].start
	return giveLexicon.prefix(p.s[at:]) > 0 || giveLexicon.prefix(p.s[at+len(p.afterAny(at, "再", "一次性", "额外", "另")):]) > 0
}

// boundsOn says whether figure k bounds from above what the one right before it bounds from below:
// 1000万元以上|不足5000万元的.
func (p *passage) boundsOn(k int) bool {
	f, low := p.figureAt(k), p.figureAt(k-1)
	if f == nil || low == nil || f.Unit != low.Unit || f.Comparator != policy.AtMost && f.Comparator != policy.LessThan || low.Comparator != policy.AtLeast && low.Comparator != policy.MoreThan && !p.before(low.num.Start, "满") {
		return false
	}
	start := f.num.Start
	if p.boundedBefore(k) {
		start = f.bound[0].Start
	}
	return strings.Trim(p.s[p.figureEnd(&p.marks[k-1]):start], "，、至且并") == ""
}

// topic says whether a clause only tells how what follows is parted: 分季度看, 从环比看,
// 按可比价格计算; or that a plan was done: 已超额完成县里下达的目标任务.
func (p *passage) topic(c clause) bool {
	s := p.s[c.start:c.end]
	held := comparing.prefix(s)
	switch {
	case strings.HasSuffix(s, "看"), toldBy.suffix(s) > 0, held > 0 && !splitsWord(s, held): // 居全省第一, but 居民消费价格指数同比持平
		return true
	case endsIn(s, "任务", "目标", "指标", "计划"):
		return strings.Contains(s, "完成")
	case endsIn(s, "因素", "因素后"):
		return startsIn(s, "考虑", "剔除", "扣除", "还原")
	case strings.HasSuffix(s, "影响"):
		return strings.HasPrefix(s, "受")
	}
	return strings.HasSuffix(s, "计算") && startsIn(s, "按", "扣除")
}

// figureIn says whether a figure stands in the clause.
func (p *passage) figureIn(c clause) bool {
	for i := p.markFrom(c.start); i < len(p.marks) && p.marks[i].end <= c.end; i++ {
		if p.marks[i].fig != nil {
			return true
		}
	}
	return false
}

// countedAs is the last figure before prev that counts things by the unit of figure k, where prev is a sum of money, which
// counts none: 实施项目60项，总投资50亿元，已开工|45项. -1 if there is none.
func (p *passage) countedAs(prev, k int) int {
	f := p.marks[k].fig
	if prev < 0 || f.kind != normalize.CountUnit || p.marks[prev].fig.kind != normalize.CurrencyUnit {
		return -1
	}
	for i := p.previous(prev); i >= 0; i = p.previous(i) {
		if g := p.marks[i].fig; g.kind == normalize.CountUnit && (g.Unit == f.Unit || strings.Contains("个项", g.Unit) && strings.Contains("个项", f.Unit)) {
			return i
		}
	}
	return -1
}
