package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// perHead completes a sum that names only who it holds for with what was given before it:
// 给予展位费80%的补助，|每家企业|每年不超过10万元 → 每家企业补助; 博士每月给予2000元生活补贴，|硕士|每月1000元; 单台
// 最高奖励5万元，|成套|最高10万元.
func (p *passage) perHead(k int) subject {
	f := p.marks[k].fig
	i, each := p.figureBefore(k), p.eachBefore(f.num.Start) > 0
	given := i >= 0 && benefits.suffix(p.known[i].words) > 0
	if f.Comparator != policy.AtMost && !each && !given && (i < 0 || !isAge(p.marks[i].fig)) {
		return subject{} // most sums
	}
	a, b := p.prefix(k)
	a, b = p.trim(a, b, f)
	if i >= 0 && isAge(p.marks[i].fig) && b > p.figureEnd(&p.marks[i]) && a <= p.figureEnd(&p.marks[i]) {
		a, i = p.marks[i].start, p.figureBefore(i) // 70—79周岁老人津贴60元，|80—89周岁老人|每月90元
		given = i >= 0 && benefits.suffix(p.known[i].words) > 0
	}
	if f.Comparator != policy.AtMost && !each && !given || b-a > 12*len("字") || p.benefit(a, b) || standards.suffix(p.s[a:b]) > 0 {
		return subject{}
	}
	s, what, first := p.subjectAt(a, b), subject{}, p.sentenceStart(f.clause)
	if f.Comparator == policy.AtMost && startsIn(s.words, "每", "单", "同一") {
		j, n := benefitNouns.lastIn(p.s[first:f.num.Start])
		what = p.subjectAt(first+j, first+j+n)
	} else if i >= 0 && b > a && (each || given && p.namesWho(a, b) || p.before(f.num.Start, "最高") && heads.suffix(s.words) == 0) && p.marks[i].start >= first && p.marks[i].fig.kind == f.kind {
		what = p.benefitIn(p.known[i])
	}
	if what.words == "" && each && b > a && b-a <= 6*len("字") && (p.namesWho(a, b) || schools.prefix(s.words) > 0) {
		if told := p.benefitTold(k); told.words != "" && p.titleOf(k).words == "" {
			return s.then(told) // 对寄宿生补助生活费，|小学|每生每年1000元
		}
	}
	return whose(s, what)
}

// benefitIn is the benefit that s ends in, as it was written last; empty where it is none.
func (p *passage) benefitIn(s subject) subject {
	n := len(s.spans) - 1
	if n < 0 || benefits.suffix(p.s[s.spans[n].Start:s.spans[n].End]) == 0 {
		return subject{}
	}
	return p.subjectAt(s.spans[n].Start, s.spans[n].End)
}

// whose is what who gets, empty where that is nothing.
func whose(who, what subject) subject {
	if what.words == "" {
		return what
	}
	if c := ofClass(who.words, what); c.words != "" {
		return c.as(c.words, who.spans...) // 一级残疾人护理补贴每月120元，|二级|每月80元
	}
	return who.as(who.words+behindSame(who.words, what.words), what.spans...)
}

// schools are those whose pupils get what is told of them.
var schools = newLexicon([]string{"幼儿园", "小学", "初中", "高中", "普通高中", "中职", "高职", "大学"})

// namesWho says whether [a, b) names no more than people or bodies.
func (p *passage) namesWho(a, b int) bool {
	return b-a >= 6 && b-a <= 12*len("字") && (isWho(p.s[a:b]) || endsIn(p.s[a:b], "本科", "专科", "大专"))
}

// isWho says whether s ends in people or bodies that something may be given to.
func isWho(s string) bool { return people.suffix(s) > 0 || payees.suffix(s) > 0 }

// benefitNouns are what is given, in a word.
var benefitNouns = newLexicon(giveNouns)

// since reads from when a time is counted that something must be done in: 在|受理举报|后15个工作日
// 内, 自|投产之日|起3年内. [a, b) is what stands before the number.
func (p *passage) since(k, a, b int) subject {
	if p.marks[k].fig.Comparator != policy.AtMost {
		return subject{}
	}
	if w := p.beforeAny(b, "毕业", "离校"); w != "" {
		return p.subjectAt(b-len(w), b) // 招用|毕业|2年以内的学生
	}
	if !p.after(p.marks[k].end, "内") {
		return subject{}
	}
	n := len(p.beforeAny(b, "后", "起", "之后", "后的", "之日前"))
	i := -1
	for _, w := range [...]string{"自", "在", "于", "从"} {
		if j := lastIndex(p.s[a:b], w); j > i && !splitsWord(p.s[a:b], j) && !splitsWord(p.s[a:b], j+len(w)) {
			i = j
		}
	}
	from, to := a+i+len("自"), b-n
	if n == 0 || i < 0 || to-from < 6 || strings.ContainsAny(p.s[from:to], "，；0123456789") {
		return subject{}
	}
	return p.subjectAt(from, to)
}

// term reads for how long a contract must be: 签订1年以上（含1年）|劳动合同 → 劳动合同期限.
func (p *passage) term(k int) subject {
	at := p.behindBound(p.marks[k].end)
	if p.figureAt(k+1) != nil && p.marks[k+1].start == at {
		at = p.behindBound(p.marks[k+1].end) // 五日以上|十日以下拘留
	}
	at += len(p.afterAny(at, "期"))
	at += bracketLen(p.s[at:min(len(p.s), at+maxAside)])
	at += len(p.afterAny(at, "的"))
	n := contracts.prefix(p.s[at:])
	if n == 0 {
		return subject{}
	}
	s := p.subjectAt(at, at+n)
	s.words += "期限"
	return s
}

// fine reads a sum, a multiple or a share that a fine is set at: 处一千元以上一万元以下罚款,
// 并处违法所得一倍以上三倍以下的罚款, 每日加收滞纳税款万分之五的滞纳金, and the points that are taken off.
func (p *passage) fine(k int) subject {
	f := p.marks[k].fig
	if w := p.beforeAny(f.num.Start, "记", "扣"); f.Unit == "分" && w != "" {
		s := p.subjectAt(f.num.Start-len(w), f.num.Start)
		return s.as(s.words + "分") // 处200元罚款，记6分
	}
	share := oneOf(f.Unit, shareUnits)
	if f.kind != normalize.CurrencyUnit && !share && f.Measure != policy.Multiple {
		return subject{}
	}
	at, n := p.finedWith(k)
	if n == 0 {
		return subject{}
	}
	f.ruled = true
	s := p.subjectAt(at, at+n)
	if share {
		return p.finedShare(k, s)
	}
	return s
}

// finedShare is the share that figure k says the fine s makes up of something: 滞纳金占|滞纳税款|的比例.
func (p *passage) finedShare(k int, s subject) subject {
	a, b := p.prefix(k)
	i, n := fineVerbs.lastIn(p.s[a:b])
	a += (i + n) * btoi(n > 0)
	a += len(p.afterAny(a, "处", "并处", "可处", "可以处", "可以并处"))
	switch b -= len(p.beforeAny(b, "的")); {
	case b-a >= 6:
		return p.shareIn(s, a, b)
	case n > 0:
		return s.as(s.words + "比例") // 按日加收|千分之一|的滞纳金
	}
	return subject{} // 处合同金额5%以上|10%|以下罚款
}

// finedWith is where it is named what figure k is of those that who breaks a rule pays, and the length of the name, 0 if none is.
func (p *passage) finedWith(k int) (at, n int) {
	m := &p.marks[k]
	if !finedFirsts.In(p.s[m.end:max(p.clauses[m.fig.clause].end, m.end)]) {
		return 0, 0 // most often
	}
	at = p.behindBound(m.end)
	at += len(p.afterAny(at, "且不超过", "但不超过", "且不低于", "，但不超过", "，最高不超过", "，且不超过", "或者", "或"))
	if j := k + 1; p.figureAt(j) != nil && p.marks[j].start == at {
		at = p.behindBound(p.marks[j].end)
	}
	at += len(p.afterAny(at, "的", "加收", "加处", "支付", "收取", "缴纳", "交纳"))
	return at, finedFor.prefix(p.s[at:])
}

// shareUnits are the units that shares of a sum are told in.
var shareUnits = []string{"%", "‰", "‱"}

// What is paid by those who break a rule, and the verbs that lead to what it is a share of.
var (
	finedFor  = newLexicon([]string{"罚款", "罚金", "滞纳金", "违约金"})
	fineVerbs = newLexicon([]string{"加收", "加处", "按", "按照"})

	finedFirsts = policy.WideSetOf("罚滞违")
)

// behindBound is where the bound word at byte i ends, with the blanks around it.
func (p *passage) behindBound(i int) int {
	i = len(p.s) - len(strings.TrimLeft(p.s[i:], " "))
	i += p.boundAfterLen(i)
	return len(p.s) - len(strings.TrimLeft(p.s[i:], " "))
}
