package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// grantShare reads which share of a base is given: 按设备投入的20%给予补助 →
// 补助占设备投入的比例.
func (p *passage) grantShare(k int) subject {
	f := p.marks[k].fig
	if f.Unit != "%" && f.Unit != "‰" && !isFraction(f) && !(f.Rule == "ratio of two" && p.before(f.num.Start, "的")) {
		return subject{}
	}
	what := p.givenShare(k)
	if what.words == "" {
		return p.shareGiven(k)
	}
	f.ruled = true
	a, b := p.shareBase(k)
	if a == b || p.s[a:b] == what.words {
		what.words += "比例"
		return what
	}
	return p.shareIn(what, a, b)
}

// shareIn is the share that what makes up of [a, b).
func (p *passage) shareIn(what subject, a, b int) subject {
	what.words += "占" + p.s[a:b] + "的比例"
	what.spans = append(what.spans, policy.Span{Start: a, End: b})
	return what
}

// givenShare is the benefit named behind the share of figure k: 20%|给予|一次性补助, 按缴费额的
// 30%|返还, or before what it is a share of: 租金补贴|按租金的50%给予.
func (p *passage) givenShare(k int) subject {
	m := &p.marks[k]
	a, b := p.prefix(k)
	i := lastIndex(p.s[a:b], "按")
	if i > 0 && benefits.suffix(p.s[a:a+i]) > 0 {
		return p.subjectAt(p.trimLeft(a+max(0, lastIndex(p.s[a:a+i], "由")), a+i), a+i)
	}
	end := max(p.clauses[m.fig.clause].end, m.end)
	if c := m.fig.clause + 1; end == m.end && c < len(p.clauses) && p.after(end, "，给予") {
		end = p.clauses[c].end
	}
	for _, g := range [...]string{"给予", "予以"} {
		if i := strings.Index(p.s[m.end:end], g); i >= 0 && i < 30 {
			return p.benefitFrom(p.behindCaps(k, p.trimLeft(m.end+i+len(g), end)), end)
		}
	}
	at := m.end + len(p.afterAny(m.end, "的", "的标准", "的比例", "标准", "比例"))
	at += len(p.afterAny(at, "进行"))
	n := benefits.prefix(p.s[at:end])
	if given := giveLexicon.suffix(p.s[a:b]); n == 0 && given > 0 && b-given == p.clauses[m.fig.clause].start {
		return p.subjectAt(b-given, b) // 投资3000万元以上的，|奖励|5%
	}
	if n == 0 || i < 0 || at+n < end && p.s[at+n]-'0' >= 10 && p.afterAny(at+n, "，", "。", "；", "、", "给", "（") == "" {
		return subject{}
	}
	return p.subjectAt(at, at+n)
}

// behindCaps is where the terms end that begin at byte at, behind the share of figure k: 给予|连续3年|补贴,
// 给予|三年不超过600万元的|补助. at where none do.
func (p *passage) behindCaps(k, at int) int {
	for k++; p.figureAt(k) != nil; k++ {
		m := &p.marks[k]
		if m.start < at || benefits.prefix(p.s[at:]) > 0 || strings.Contains(p.s[at:m.start], "，") || p.trimTail(at, m.start) > at || m.fig.kind != normalize.TimeUnit && m.fig.kind != normalize.CurrencyUnit {
			break
		}
		at = m.end
	}
	return at + len(p.afterAny(at, "的"))
}

// benefitFrom is the benefit that is named from byte i on, to the next mark or number before
// byte end.
func (p *passage) benefitFrom(i, end int) subject {
	to := i
	for to < end && !strings.Contains("，；。（", p.nextRune(to)) && (to == i || p.s[to]-'0' >= 10) {
		to += runeLen(p.s[to])
	}
	if !p.benefit(i, to) {
		return subject{}
	}
	return p.subjectAt(i, to)
}

// shareBase is what figure k is the share of: behind 按 (按不高于|租金|的60%), or what stands
// before it (|展位费|按80%). It is empty where neither names it.
func (p *passage) shareBase(k int) (a, b int) {
	f := p.marks[k].fig
	a, b = p.prefix(k)
	i := max(0, lastIndex(p.s[a:b], "按"))
	from, to := p.trim(a+i, b, f)
	if j, n := boundedWords.lastIn(p.s[from:to]); n > 0 {
		from = p.trimLeft(from+j+n, to)
	}
	if from >= to {
		from, to = p.trim(a, a+i, f)
		if fees.suffix(p.s[from:to]) == 0 {
			return a, a
		}
	}
	return from, to
}

// shareGiven reads a share whose benefit is named behind it: 给予设备投入|20%的补助 →
// 补助占设备投入的比例.
func (p *passage) shareGiven(k int) subject {
	last := k
	if p.marks[k].fig.group == k {
		last += p.listLen(k) - 1 // 分别给予|30%、|50%补贴
	}
	at := p.behindCaps(last, p.figureEnd(&p.marks[last]))
	end := p.benefitEnd(at, last)
	if end <= at || end-at > 24 {
		return subject{}
	}
	a, b := p.prefix(k)
	verb, n := p.sharingVerb(a, b)
	if n == 0 {
		return subject{}
	}
	from, to := p.baseBefore(a, b, verb, n)
	to -= len(p.beforeAny(to, "年化")) * btoi(to > from+len("年化"))
	if base := p.s[from:to]; len(base) > 0 && len(base) < 6 || strings.ContainsAny(base, "0123456789，（") || strings.Contains(base, "、") && !sizeable(base) {
		return subject{}
	}
	p.marks[k].fig.ruled = true
	s := p.subjectAt(at, end)
	if from == to || people.suffix(p.s[from:to]) > 0 || p.before(to, "贷款") {
		s.words += "比例" // 给予企业|30%的活动经费补助
		return s
	}
	if last > k && from > verb {
		return p.subjectAt(from, to).as(p.s[from:to]+s.words+"比例", s.spans...) // 分别给予|设备投资额|10%和14%的|奖补
	}
	return p.shareIn(s, from, to)
}

// sharingVerb is where in [a, b) the verb stands that gives a share, and its length, 0 if none does: |给予|省级补助金额的50%配套奖励,
// |申请|贷款利率50%的财政贴息.
func (p *passage) sharingVerb(a, b int) (at, n int) {
	words := p.s[a:b]
	if at = max(lastIndex(words, "给予"), lastIndex(words, "予以")); at >= 0 && !strings.ContainsAny(words[at:], "，、；") {
		return a + at, len("给予")
	}
	if at, n = giveLexicon.lastIn(words); n == 0 {
		at, n = takes.lastIn(words)
	}
	return a + at, n
}

// baseBefore is what a share is of that [a, b) leads to, where the n bytes at byte verb are the
// verb of giving: 给予|商标注册费|50%的补助; 按|核定费用|给予不高于70%的补助; 对|展位费|给予50%补助.
func (p *passage) baseBefore(a, b, verb, n int) (from, to int) {
	from = p.trimLeft(verb+n, b)
	if j, n := boundedWords.lastIn(p.s[from:b]); n > 0 && from+j+n < b {
		from = p.trimLeft(from+j+n, b)
	}
	if to = p.trimTail(from, b); to > from {
		return from, to
	}
	if i := strings.Index(p.s[a:verb], "按"); i >= 0 {
		from = a + i
		return from + len(p.afterAny(from, "按", "按照")), verb
	}
	to = p.trimTail(a, verb)
	from = a + lastIndex(p.s[a:to], "对") + len("对")
	if from < a+len("对") {
		from = p.afterVerb(p.trimLeft(a, to), to) // 租金|分别给予30%、50%补贴
	}
	if fees.suffix(p.s[from:max(from, to)]) > 0 {
		return from, to
	}
	return a, a
}
