package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// boundedWords set the bound of a share: 奖补总额不高于其上年度贡献的80%.
var boundedWords = phrases["bounded"]

// boundedShare reads X不高于Y的80%: the bound of the share that X makes up of Y.
func (p *passage) boundedShare(k int) subject {
	f := p.marks[k].fig
	if f.Unit == "百分点" || f.Unit == "" && !isFraction(f) {
		return subject{}
	}
	a, b := p.prefix(k)
	end := max(a, b-len("的"))
	i, n := boundedWords.lastIn(p.s[a:end])
	if n == 0 {
		return subject{}
	}
	whole := a + i + n
	whole += len(p.afterAny(whole, "其"))
	s := p.sharer(a, a+i, k)
	if s.words == "" || endsIn(s.words, "比例", "比重", "率") {
		return s
	}
	return s.as(s.words+"占"+p.s[whole:end]+"的比例", policy.Span{Start: whole, End: end})
}

// timesBase reads what is set at so many times something else: 缴存基数|不得高于职工月平均工资的3倍, 家庭财产|不超过低保年标准的4倍.
func (p *passage) timesBase(k int) subject {
	if p.marks[k].fig.Unit != "倍" || p.marks[k].fig.Measure != policy.Multiple {
		return subject{}
	}
	a, b := p.prefix(k)
	i, n := boundedWords.lastIn(p.s[a:b])
	if n == 0 {
		if i, n = settings.lastIn(p.s[a:b]); n == 0 || max(standards.suffix(p.s[a:a+i]), dues.suffix(p.s[a:a+i])) == 0 {
			return subject{}
		}
	}
	return p.sharer(a, a+i, k)
}

// sliceOf reads the part of something that a rate bounds: 60%以下的|增量部分|按1%给予奖励.
func (p *passage) sliceOf(k int) subject {
	m := &p.marks[k]
	at := p.figureEnd(m)
	at += len(p.afterAny(at, "的"))
	i := strings.Index(upTo(p.s[at:], 30), "部分")
	if i <= 0 || strings.ContainsAny(p.s[at:at+i], "，。；、：（") {
		return subject{}
	}
	return p.subjectAt(at, at+i+len("部分"))
}

// standards end the names of what may be set as a share of something else, and settings are the
// verbs that do so.
var (
	standards = phrases["standard"]
	settings  = phrases["setting"]
)

// setShare reads a standard that is a share of another: 补贴标准为最低工资标准的60%.
func (p *passage) setShare(k int) subject {
	a, b := p.prefix(k)
	b = max(a, b-len("的"))
	i, n := settings.lastIn(p.s[a:b])
	if n == 0 {
		return subject{}
	}
	i, n = i+n-settings.suffix(p.s[a:a+i+n]), settings.suffix(p.s[a:a+i+n])
	left := p.trimLeft(a, a+i)
	right := p.trimLeft(a+i+n, b)
	what := p.subjectAt(left, a+i)
	classFirst(&what) // 伤残津贴|一级|为本人工资的90%
	if standards.suffix(what.words)+dues.suffix(what.words) == 0 || b-right < 6 || strings.ContainsAny(p.s[left:b], "，、；（") {
		return subject{}
	}
	return p.shareIn(what, right, b)
}

// What is paid by a share of something, and how: 租金|按市场租金的60%|收取.
var (
	dues   = phrases["dues"]
	paying = phrases["paying"]
)

// paidShare reads which share of a base is paid: 租金按市场租金的60%收取, 按缴费基数的20%缴纳养老保险费. What is paid is that of the
// share before where only who pays is named: 其中低保家庭按10%收取.
func (p *passage) paidShare(k int) subject {
	m, stop := &p.marks[k], p.behindShares(k)
	n := paying.prefix(p.s[stop:])
	a, b := p.prefix(k)
	i := lastIndex(p.s[a:b], "按")
	if n == 0 || i < 0 || giveLexicon.prefix(p.s[stop+n:]) > 0 {
		return subject{}
	}
	from := a + i + len(p.afterAny(a+i, "按", "按照"))
	from += boundedWords.prefix(p.s[from:b])
	to := b - len(p.beforeAny(b, "的"))
	left := p.trimLeft(a+max(0, lastIndex(p.s[a:a+i], "由")), a+i)
	what, end := p.subjectAt(left, p.trimTail(left, a+i)), p.clauses[m.fig.clause].end
	switch at := stop + n; {
	case end-at >= 6 && end-at <= 36 && dues.suffix(p.s[at:end]) > 0:
		what = p.subjectAt(at, end)
	case dues.suffix(what.words) > 0, m.fig.Unit == "":
	default:
		if prev := p.previous(k); prev >= 0 && p.marks[prev].fig.Unit == "%" && strings.Contains(p.known[prev].words, "占") {
			return what.as(what.words+p.known[prev].words, p.known[prev].spans...)
		}
		return subject{}
	}
	if from >= to {
		return what.as(what.words + p.s[stop:stop+n] + "比例") // 由统筹基金按60%支付, 补助资金由市、县按1:1比例承担
	}
	return p.shareIn(what, from, to)
}

// reckoned is of what the sum of figure k is told by the share of something else right before it: 预备费按不低于本级支出的1%安排|1.8亿元.
func (p *passage) reckoned(k int) subject {
	share, m := p.figureAt(k-1), &p.marks[k]
	if share == nil || share.Unit != "%" || share.clause != m.fig.clause {
		return subject{}
	}
	verb, from := p.s[p.marks[k-1].end:m.start], p.clauses[share.clause].start
	i := lastIndex(p.s[from:p.marks[k-1].start], "按")
	if i < 6 || len(verb) == 0 || len(verb) > len("的比例安排") || strings.ContainsAny(verb, "、（）") || !p.before(share.num.Start, "的") {
		return subject{}
	}
	return p.subjectAt(p.trim(from, from+i, m.fig))
}

// behindShares is where the share of figure k ends, with the one of a further payer: 单位按工资总额的2%、|个人按本人工资的1%|缴纳失业保险费.
func (p *passage) behindShares(k int) int {
	m := &p.marks[k]
	stop := m.end
	if next := p.figureAt(k + 1); next != nil && next.Unit == "%" && next.clause == m.fig.clause && p.after(stop, "、") && strings.Contains(p.s[stop:next.num.Start], "按") {
		stop = p.marks[k+1].end
	}
	stop += len(p.afterAny(stop, "的比例", "比例"))
	return stop + len(p.afterAny(stop, "共同"))
}

// ofPlan reads 为调整预算数的100.66%: how much of what was planned was reached.
func (p *passage) ofPlan(k int) subject {
	f := p.marks[k].fig
	a, b := p.prefix(k)
	end := b - len("的")
	if end <= a {
		return subject{}
	}
	a += len(p.afterAny(a, "，", "；"))
	from := a + len(p.afterAny(a, "为", "是", "占", "相当于", "达到", "达"))
	prev := p.previous(k)
	if plan := p.s[from:end]; from == a || prev < 0 || plans.suffix(plan) == 0 || len(plan) > 30 || f.clause == p.marks[prev].fig.clause {
		return subject{}
	}
	s := p.known[prev]
	return s.as(s.words+"占"+p.s[from:end]+"比重", policy.Span{Start: from, End: end})
}

// shareOfSum reads 占Y2410亿元的35.7%: the share of Y, the sum of which is told.
func (p *passage) shareOfSum(k int) subject {
	i := k - 1
	if p.figureAt(i) == nil || p.s[p.marks[i].end:p.marks[k].start] != "的" {
		return subject{}
	}
	a, b := p.prefix(i)
	j := lastIndex(p.s[a:b], "占")
	if j < 0 {
		return subject{}
	}
	j += a
	right := p.trimTail(j+len("占"), b)
	s := p.sharer(a, j, i)
	p.marks[i].fig.whole = true
	return s.as(s.words+p.s[j:right]+"比重", policy.Span{Start: j, End: right})
}

// sharer is what makes up a share: what [a, b) names, or else what was spoken of last.
func (p *passage) sharer(a, b, k int) subject {
	from := p.afterVerb(p.trimLeft(a, b), b)
	if to := p.trimTail(from, b); to > from {
		return p.subjectAt(from, to)
	}
	return p.inherited(k)
}

// shareOf reads X占Y比重: the share of Y that X makes up.
func (p *passage) shareOf(k int) subject {
	f := p.marks[k].fig
	if f.Unit == "" && !strings.Contains(f.ValueRaw, "分之") {
		return subject{}
	}
	a, b := p.prefix(k)
	i := lastIndex(p.s[a:b], "占")
	if i < 0 {
		return p.reachedShare(a, b, f)
	}
	i += a
	if p.afterAny(i, "占地", "占用", "占有", "占领") != "" && !p.after(i, "占地区") && !p.after(i, "占地方") {
		return subject{}
	}
	s := p.shareholder(k, a, i)
	if left, right := p.sharedWhole(i, b, k); right > left {
		s = s.as(s.words+"占"+p.s[left:right], policy.Span{Start: i, End: i + len("占")}, policy.Span{Start: left, End: right})
	}
	if !endsIn(s.words, "比重", "比例", "比") {
		s.words += "比重"
	}
	return s
}

// sharedWhole is what 占 at byte i before b says that figure k is a share of, or the clause that says whereof all are.
func (p *passage) sharedWhole(i, b, k int) (left, right int) {
	left = i + len("占")
	left += len(p.afterAny(left, "到"))
	right = p.trimShare(left, b, p.marks[k].fig)
	if of := left + len("比"); p.after(left, "比") && of < right {
		if n, _ := normalize.MatchPeriod(p.s[of:right]); n == right-of {
			right = of // 清洁能源占比2025年底达到30%
		}
	}
	if right = left + beforeWhen(p.s[left:right]); right > left { // 占GDP比重从2020年的7.8%
		return left, right
	}
	return p.amongThose(k)
}

// shareholder is what makes up the share of figure k: what stands in [a, i) before 占, or else what was
// spoken of last.
func (p *passage) shareholder(k, a, i int) (s subject) {
	left := p.trimLeft(p.behindTerms(a, i), i)
	from := p.afterVerb(left, i)
	to := p.trimTail(from, i)
	if j := lastIndex(p.s[from:max(from, to)], "的"); j > 0 && from+j+len("的") < to {
		from -= max(verbs.suffix(p.s[left:from]), weak.suffix(p.s[left:from])) // |使用|地下水的户占2%
		if n := len(p.beforeAny(left, "拥有", "有")); n > 0 {
			from = left - n // |有|幼儿园的村占32%
		}
	}
	if c := p.figureBefore(k); c >= 0 && p.marks[c].end > from && p.beforeAny(i, "且", "并且", "并") != "" && p.known[c].words != "" {
		return p.known[c] // 研发投入超过500万元且|占营业收入比例
	}
	if p.before(to, "投资") && p.after(to, "计划") {
		to = i // 年度投资计划占
	}
	if to > from && !(p.onlyPlace(from, to) && k > 0 && p.among(p.marks[k].fig.clause, "。") >= 0) {
		return p.subjectAt(from, to)
	}
	if prev := p.previous(k); prev >= 0 {
		s = p.known[prev]
		if j := strings.Index(s.words, "占"); j > 0 {
			s.words = s.words[:j]
		}
	}
	return s
}

// amongThose is what the sentence of figure k says at its head that all in it are among: 新增|贷款|中，制造业占36%.
func (p *passage) amongThose(k int) (a, b int) {
	first := p.clauseAt(p.sentenceStart(p.marks[k].fig.clause))
	for first > 0 && p.clauses[first-1].stop == '；' && !p.before(p.clauses[first].end, "中") {
		first = p.clauseAt(p.sentenceStart(first - 1)) // 产品产量中，水泥8万吨；|汽车2万辆
	}
	c := p.clauses[first]
	if c.stop != '，' || !p.before(c.end, "中") || c.end > p.marks[k].start || p.figureIn(c) {
		return 0, 0
	}
	b = c.end - len("中")
	a = p.afterVerb(p.trimLeft(c.start, b), b)
	if a -= len(p.beforeAny(a, "新增")); b-a < 6 || heads.suffix(p.s[a:b]) == 0 {
		return 0, 0
	}
	return a, b
}

// reachedShare reads X达到Y的30%: the share of Y that X makes up, where both are amounts.
func (p *passage) reachedShare(a, b int, f *draft) subject {
	end := b - len("的")
	if f.Measure != policy.Level || !p.before(b, "的") || end <= a {
		return subject{}
	}
	i := lastIndex(p.s[a:end], "达到")
	if i <= 0 || plans.suffix(p.s[a:end]) > 0 || !sizeable(p.s[a:a+i]) || !sizeable(p.s[a+i:end]) {
		return subject{}
	}
	s := p.subjectAt(p.trimLeft(a, a+i), a+i)
	whole := policy.Span{Start: a + i + len("达到"), End: end}
	return s.as(s.words+"占"+p.s[whole.Start:whole.End]+"比重", whole)
}

// sizeable says whether s ends in what is measured in amounts: 人数, 研发投入, 响应能力.
func sizeable(s string) bool {
	return max(heads.suffix(s), fees.suffix(s), amounts.suffix(s)) > 0
}

// trimShare cuts what states the value behind 占, but not the plan or the year that is
// shared: 占年度计划的112%.
func (p *passage) trimShare(a, b int, f *draft) int {
	if f.Measure == policy.Change && f.verb.Len() > 0 {
		return p.trimRight(a, b, f, hingesIn(p.s[a:b]))
	}
	for b > a {
		n := tails.suffix(p.s[a:b])
		if w := p.s[b-n : b]; n == 0 || n <= 3 && splitsWord(p.s[a:b], b-n-a) || planWords.prefix(w) > 0 && planWords.suffix(w) > 0 {
			break
		}
		b -= n
	}
	return b
}

// planWords are tails of an indicator that are what a share is taken of.
var planWords = phrases["sharedplan"]
