package extract

import (
	"strings"

	"shuzheng/policy"
)

// grant reads what a sum that a policy promises is for: the recipient and the
// benefit. 对省级智能工厂给予一次性奖补，最高100万元 → 省级智能工厂一次性奖补.
func (p *passage) grant(k int) subject {
	m := &p.marks[k]
	f := m.fig
	first := p.behindPretext(p.promiseStart(k), m.start)
	if f.funds = p.funds(k); f.funds || p.tellsCase(k) {
		return subject{}
	}
	if s := p.classed(k, first); s.words != "" {
		return s
	}
	return p.promise(k, first)
}

// promise is what the sentence promises from byte first on with figure k, for whom: 对|企业|给予|一次性奖补|，最高100万元.
func (p *passage) promise(k, first int) subject {
	m := &p.marks[k]
	verb, w := p.giveVerb(first, m.start)
	if verb < 0 {
		return p.givenUnder(k, first)
	}
	if a, b := p.trim(p.clauses[m.fig.clause].start, m.start, m.fig); verb < a && p.namesOther(k, a, b, verb, w) {
		return subject{}
	}
	what := p.given(k, first, verb, w)
	if what.words == "" && w != "发放" {
		return subject{}
	}
	who := p.helped(k, first, verb)
	if i := p.figureBefore(k); i >= 0 && who.words != "" && rankLen(who.words) == len(who.words) {
		who = nextGrade(who, p.known[i], what.words)
	}
	if strings.HasSuffix(who.words, what.words) {
		return who // 企业同样进行奖励, 孤儿每人每月发放1200元
	}
	if same := benefits.endOf(who.words); same != "" && strings.HasSuffix(what.words, same) {
		return what // 购（租）房补贴，…分别给予20万元的购房补贴
	}
	return who.as(who.words+behindSame(who.words, what.words), what.spans...)
}

// helped is who is given figure k by the verb at byte verb: the class or the grade that stands with it, or whom the
// sentence names.
func (p *passage) helped(k, first, verb int) subject {
	m := &p.marks[k]
	c := p.clauses[m.fig.clause].start
	who := p.classOf(k, verb)
	if verb < c && p.after(c, "其中") {
		a, b := p.trim(c, m.start, m.fig)
		who = p.subjectAt(a, p.beforeEach(b)) // 给予补贴，其中|直流桩|每千瓦不超过400元
	} else if verb < c && rankLen(p.s[c:m.start]) == m.start-c {
		who = p.recipient(k, first, verb)
		_, whose, _ := strings.Cut(who.words, "级")
		who = p.subjectAt(c, m.start).as(p.s[c:m.start]+whose, who.spans...)
	}
	if who.words == "" {
		who = p.shareOut(k, p.recipient(k, first, verb))
		p.sized(&who)
	}
	return who
}

// givenUnder is what is given with figure k where no verb of giving leads to it: a benefit behind it, or before 按 and the step
// that it is given for: 一次性扩岗补助|按每招用1人1500元的标准发放.
func (p *passage) givenUnder(k, first int) subject {
	m := &p.marks[k]
	if i := p.figureBefore(k); i >= 0 && p.marks[i].end == m.start {
		c := p.clauses[m.fig.clause].start
		if b := c + max(0, lastIndex(p.s[c:m.start], "按")); benefits.suffix(p.s[c:b]) > 0 {
			return p.subjectAt(p.trimLeft(c, b), b)
		}
	}
	what := p.givenBy(k)
	if what.words != "" && !p.namesNothing(k) {
		return subject{} // but 按每人每天100元给予|实习补贴
	}
	return p.takenBy(k, first, what)
}

// given is what the word w of giving at byte verb gives figure k of, empty where the words before the figure
// name it in full.
func (p *passage) given(k, first, verb int, w string) subject {
	what := p.givenBehind(k, verb+len(w))
	if what.words == "" {
		if p.namesBenefit(k) && handed.prefix(w) == 0 && !p.namesEach(first, verb) {
			return subject{}
		}
		what = p.benefitOf(k, verb+len(w))
	}
	if what.words == "" && handed.prefix(w) > 0 {
		if what = p.benefitTold(k); what.words == "" {
			what = p.titleOf(k)
		}
	}
	if what.words == "" {
		what.words = strings.TrimPrefix(w, "予以") + longer[w]
	}
	if what.words != "给予" && p.ofYear(verb) {
		c := p.clauses[p.clauseAt(verb)].start
		return subject{p.s[c:verb] + what.words, append(p.subjectAt(c, verb).spans, what.spans...)}
	}
	what.words = strings.TrimPrefix(strings.TrimPrefix(what.words, "给予"), "发放")
	return what
}

// namesOther says whether [a, b), the words before figure k, name something else than is given with the word w at
// byte verb: 给予补助，|个人缴费标准|400元; 给予补助，|每家企业|最高20万元; 每亩补助150元，|稻谷补贴|120元.
func (p *passage) namesOther(k, a, b, verb int, w string) bool {
	f, words, c := p.marks[k].fig, p.s[a:max(a, b)], p.clauseAt(verb)
	if i := p.figureBefore(k); i >= 0 && p.marks[i].fig.clause < f.clause && benefits.suffix(p.known[i].words) > 0 &&
		(p.marks[i].start > verb && p.namesWho(a, b) || // 博士给予购房补贴20万元，|硕士|10万元
			p.marks[i].fig.clause > c && (words == "" || len(words) <= len("每年度") && strings.HasPrefix(words, "每"))) {
		return true // 每千瓦补助200元，运营补贴每千瓦时0.1元，|每年最高10万元
	}
	n := benefits.suffix(words)
	return len(words) >= len("缴费标准") && standards.suffix(words) > 0 ||
		c < f.clause && !oneOf(w, giveWords) && (n > 0 && len(words) >= n+6 || n == 0 && f.Comparator == policy.Equal && sizeable(words)) ||
		c+1 == f.clause && f.Comparator == policy.AtMost && p.afterAny(a, "每家", "每户", "单个", "单家", "单户", "同一") != ""
}

// behindPretext moves i behind the clauses before byte to that only lead to what is given: 其中，|对…,
// 为满足居民需求，|给予….
func (p *passage) behindPretext(i, to int) int {
	for c := p.clauseAt(i); c+1 < len(p.clauses) && p.clauses[c+1].start < to; c++ {
		if at := &p.clauses[c]; pretexts.prefix(p.s[at.start:]) == 0 && p.trimLeft(at.start, at.end) < at.end {
			break
		}
		i = p.clauses[c+1].start
	}
	return i
}

// funds says whether the sentence tells before figure k what a sum is made up of that was or is to be
// spent: 总投资1660万元，其中中央财政补助|800万元; 资金来源：市级配套|120万元.
func (p *passage) funds(k int) bool {
	c := p.marks[k].fig.clause
	for c > 0 && p.clauses[c-1].sentence == p.clauses[c].sentence {
		c--
	}
	head := p.s[p.clauses[c].start:p.marks[k].start]
	if strings.Contains(head, "资金来源") {
		return true
	}
	i := strings.Index(head, "投资")
	return i >= 0 && strings.Contains(head[i:], "其中") && !containsAny(head, "给予", "奖励", "的，")
}

// tellsCase says whether figure k bounds what it names itself, and is not given: 对设备投入在|300万
// 元以上的项目.
func (p *passage) tellsCase(k int) bool {
	m := &p.marks[k]
	if m.fig.Comparator != policy.AtLeast || p.boundAfterLen(m.end) == 0 {
		return false
	}
	a, b := p.prefix(k)
	from, to := p.trim(a, b, m.fig)
	return to-from >= 6 && !giveLexicon.in(p.s[a:b])
}

// takenBy is what is given with who of a list is given figure k: 收住中度、重度失能老年人的，|分别按|200元、400元给予补贴.
func (p *passage) takenBy(k, first int, what subject) subject {
	g := p.marks[k].fig.group
	if g < 0 && len(what.words) == len("补贴") {
		return p.takenByUnit(k, first, what)
	}
	if g < 0 || what.words == "" {
		return what
	}
	a, b := p.prefix(g)
	i := strings.Index(p.s[a:b], "分别按")
	if i < 0 || a+i <= first {
		return what
	}
	return p.shareOut(k, p.recipient(k, first, a+i)).then(what)
}

// takenByUnit is what is given by the unit with who is given figure k: |孵化基地|按入驻企业每户3000元给予|补贴.
func (p *passage) takenByUnit(k, first int, what subject) subject {
	a, b := p.prefix(k)
	i := lastIndex(p.s[a:b], "按")
	if c := p.clauses[p.marks[k].fig.clause].start; i == 0 && a == c && c > first && p.before(c, "的，") {
		return p.recipient(k, first, a).then(what) // 组织包机的，|按每人20元给予|奖励
	}
	if i < 6 || p.eachBefore(b) == 0 {
		return what
	}
	return p.subjectAt(p.trimLeft(a, a+i), p.trimTail(a, a+i)).then(what)
}

// promiseStart is where the part of the sentence begins that may promise figure k: sentenceStart, or where no more than a
// rank leads to it that of the part before, which leads to the sums: 对A级景区给予奖励，标准为：|5A级50万元.
func (p *passage) promiseStart(k int) int {
	c := p.marks[k].fig.clause
	start := p.sentenceStart(c)
	if from := p.clauses[c].start; p.before(start, "：") && rankLen(p.s[from:p.marks[k].start]) == p.marks[k].start-from && endsIn(p.s[:start], "标准为：", "标准：", "如下：") {
		return p.sentenceStart(p.clauseAt(start) - 1)
	}
	return start
}

// sentenceStart is where the part of the sentence that clause c belongs to begins:
// behind the ；or 。 before it.
func (p *passage) sentenceStart(c int) int {
	for c > 0 && p.clauses[c-1].sentence == p.clauses[c].sentence && p.clauses[c-1].stop != '：' {
		c--
	}
	return p.clauses[c].start
}
