package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// headless completes 有研发费用的 with what the clause before it speaks of:
// 规上工业企业中，有研发费用的达到2717家.
func (p *passage) headless(a, b, k int) subject {
	cl := p.marks[k].fig.clause
	if prev := p.previous(k); prev >= 0 && b-a >= 6 && !p.figureIn(clause{start: a, end: b}) {
		if head, rest, ok := strings.Cut(p.known[prev].words, "的"); ok && strings.HasSuffix(head, p.s[b-3:b]) {
			return p.known[prev].as(p.s[a:b]+"的"+rest, policy.Span{Start: a, End: b}) // 五星级的社会组织26家，|四星级|的48家
		}
	}
	if cl == 0 || p.after(b, "的"+p.s[p.marks[k].start:p.marks[k].end]) || p.beforeAny(p.clauses[cl-1].end, "中", "里") == "" {
		return subject{}
	}
	a -= len("有") * btoi(p.before(a, "有"))
	from, to := p.trim(p.clauses[cl-1].start, p.clauses[cl-1].end-len("中"), p.marks[k].fig)
	if i := p.figureBefore(k); i >= 0 && p.marks[i].start >= from && p.marks[i].end < to && p.countUnit(p.marks[i].fig) {
		from = p.marks[i].end // 126个|省控断面中，水质优良的有118个
	}
	return p.subjectAt(a, b+len("的")).then(p.subjectAt(from, to))
}

// bareVerb completes a verb that stands alone: 发放创新券1677万元，使用558万元 →
// 使用创新券; 吸引18万人次来旅居 → 来旅居.
func (p *passage) bareVerb(a, b, k int) subject {
	m, w := &p.marks[k], p.s[a:b]
	if n := adverbs.prefix(w); n > 0 && verbs.prefix(w[n:]) > 0 {
		a, w = a+n, w[n:] // 基本|建成
	}
	if verbal.prefix(w) != len(w) || heads.prefix(w) == len(w) {
		return subject{}
	}
	if m.fig.kind == normalize.TimeUnit || m.fig.kind == normalize.CurrencyUnit && endsIn(w, "税", "款", "费", "资") {
		return p.subjectAt(a, b) // 办理贷款12亿元、退税8800万元, 累计融资560亿元
	}
	if n := verbal.suffix(p.s[:a]); n > 0 {
		return p.subjectAt(a-n, b)
	}
	if s := p.doneTo(a, b, k); s.words != "" {
		return s
	}
	if prev := p.doneBefore(k); prev >= 0 {
		return p.doneAgain(a, b, k, prev)
	}
	return subject{}
}

// doneTo is what the verb [a, b) is done to that stands behind figure k, in its unit or in the clause before: 提供1900个|学位,
// 惠及2万|户; 推进改造项目，已|开工12个.
func (p *passage) doneTo(a, b, k int) subject {
	m := &p.marks[k]
	end := p.untilNext(k, m.end)
	given := giveLexicon.prefix(p.s[p.figureEnd(m):]) == end-p.figureEnd(m) // 带动20户以上|补助4万元
	if end-m.end >= 6 && !given && p.boundAfterLen(m.end) == 0 && !strings.Contains("、，（和", p.nextRune(m.end)) {
		return p.subjectAt(m.end, end)
	}
	s := p.subjectAt(a, b)
	if n := headcounts[m.fig.Unit]; n != "" && m.fig.Measure == policy.Level && (given || p.endsClause(m.end)) {
		return s.as(s.words + n)
	}
	if oneOf(m.fig.Unit, thingUnits) {
		return p.subjectAt(m.fig.unit.End-len(m.fig.Unit), m.fig.unit.End)
	}
	if works := p.worksBefore(m.fig.clause); works.words != "" && p.countUnit(m.fig) {
		return works.as(s.words+works.words, s.spans...)
	}
	return subject{}
}

// doneBefore is the figure before k that counts what a verb alone before k may be done to, -1 if there is none: 整改50个，整改资金2亿元，
// 移送|3个.
func (p *passage) doneBefore(k int) int {
	prev, f := p.previous(k), p.marks[k].fig
	if j := p.unitBefore(prev, len(p.s), f.Unit); j >= 0 && p.sentence(j) == p.sentence(k) {
		return j
	}
	if j := p.countedAs(prev, k); j >= 0 {
		return j
	}
	return prev
}

// doneAgain is the verb [a, b) with what figure prev tells that another verb was done to.
func (p *passage) doneAgain(a, b, k, prev int) subject {
	w, words, f, s := p.s[a:b], p.known[prev].words, p.marks[k].fig, p.subjectAt(a, b)
	money := f.kind == normalize.CurrencyUnit
	if strings.HasSuffix(words, w) || money && w == "投入" && !endsIn(words, "资金", "经费", "款") {
		return s // 计划开工32项，实际开工32项
	}
	if f.Unit != "%" && (strings.HasSuffix(words, "比重") || p.othersCounted(prev, f)) {
		return s // 高级法院收案900件，占2%。|审结|8000件
	}
	if i := strings.LastIndex(words, "已"); i >= 6 {
		words = words[:i] // 61件工程已完工41件，正在实施20件
	}
	if n := max(verbal.prefix(words), adds.prefix(words)); n > 0 && len(words)-n >= 6 && (nominal.prefix(words[n:]) != 3 || opensWord(words[n:])) { // but 服务业|项目24项，已开工20项
		words = words[n:] // 新开工小区10个、竣工20个
	}
	if n := adverbs.prefix(words); verbs.prefix(words[n:]) == len(words)-n {
		return p.subjectAt(a, f.num.Start) // 关停取缔3家、整改提升2家
	}
	spans := append(s.spans, p.known[prev].spans...)
	if n := verbal.suffix(words); (n == len(w) || verbs.suffix(words) > 6) && len(words)-n >= 6 && !money && !endsIn(words, "组织", "服务", "管理") && p.opens(p.known[prev]) {
		return subject{words[:len(words)-n] + w, spans} // 成品油采购30万吨，销售28万吨
	}
	if n := kin.suffix(words); n > 0 && kinships[w+"面积"]&kinships[words[len(words)-n:]] != 0 {
		return subject{words[:len(words)-n] + w + "面积", spans} // 施工面积9万平方米，其中新开工2万平方米
	}
	return subject{w + words, spans}
}

// opens says whether no verb stands before what s names.
func (p *passage) opens(s subject) bool {
	return len(s.spans) > 0 && verbal.suffix(p.s[:s.spans[0].Start]) == 0
}

// othersCounted says whether figure prev counts people or visits, and f what is neither: 检查商户900户次，查处|12起.
func (p *passage) othersCounted(prev int, f *draft) bool {
	u := p.marks[prev].fig.Unit
	return f.kind == normalize.CountUnit && u != f.Unit && (endsIn(u, "次") || headcounts[u] != "") && headcounts[f.Unit] == "" && !endsIn(f.Unit, "次")
}

// worksBefore are the works that the clause before c names and counts none of: 推进改造项目，已|开工12个.
func (p *passage) worksBefore(c int) subject {
	if c == 0 || p.clauses[c-1].stop != '，' || p.figureIn(p.clauses[c-1]) {
		return subject{}
	}
	a, b := p.clauses[c-1].start, p.clauses[c-1].end
	if a = p.afterVerb(p.trimLeft(a, b), b); b-a < 12 || works.suffix(p.s[a:b]) == 0 {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// givenFor is what is given for the time that figure k tells: 给予为期|五年|每人每年10万元的购房补贴.
func (p *passage) givenFor(k int) subject {
	m := &p.marks[k]
	if m.fig.kind != normalize.TimeUnit || p.beforeAny(m.fig.num.Start, "给予为期", "给予") == "" {
		return subject{}
	} else if next := p.nextMark(k); next >= 0 {
		return p.benefitOf(next, m.end)
	}
	return subject{}
}

// lasting reads what went on for a time or a number of times:
// 连续两年举办民族活动, 进出口连续7个季度保持增长.
func (p *passage) lasting(k int) subject {
	m := &p.marks[k]
	if !p.before(m.fig.num.Start, "连续") {
		return subject{}
	}
	a, b := p.prefix(k)
	a, b = p.trim(a, a+len(strings.TrimSuffix(p.s[a:b], "连续")), m.fig)
	if i := a - len("占"); p.before(a, "占") && isPart(p.s[a:b]) {
		return p.shareholder(k, p.clauses[m.fig.clause].start, i).then(p.subjectAt(i, b)) // 占财政支出的比重|连续五年保持在80%以上
	}
	s, end := p.subjectAt(a, b), p.untilNext(k, m.end)
	if s.words == "" && p.afterAny(m.end, "进入", "全国", "全省", "全市", "位居", "居", "位列", "列", "保持", "稳居", "高于", "快于", "低于", "增长", "下降", "超过", "突破", "回升", "回落", "上升", "加快", "实现") != "" {
		if from, to := p.trim(m.end, end, m.fig); p.after(m.end, "保持") && heads.suffix(p.s[from:to]) > 0 {
			return p.subjectAt(from, to) // 连续7年保持破案率100%
		}
		return p.inherited(k) // 连续6个季度进入全省前4位
	}
	return s.then(p.subjectAt(m.end, p.trimTail(m.end, end)))
}

// parted reads in how many years or turns money is handed out: 奖励资金|分三年|拨付, 生活补贴30万元，分两年|等额发放. The money
// stands before it or is what the sum before is of.
func (p *passage) parted(k int) subject {
	m := &p.marks[k]
	n := 0
	if m.fig.kind == normalize.CurrencyUnit || !p.before(m.fig.num.Start, "分") || !got(&n, handingOut.prefix(p.s[m.end:])) {
		return subject{}
	}
	verb := p.subjectAt(m.end, m.end+n)
	a, b := p.prefix(k)
	b = a + len(strings.TrimSuffix(p.s[a:b], "分"))
	if i := lastIndex(p.s[a:b], "按"); i >= 0 {
		b = a + i
	}
	if s := p.subjectAt(p.trim(a, b, m.fig)); benefits.suffix(s.words) > 0 {
		return s.then(verb)
	}
	for i := p.figureBefore(k); i >= 0 && p.sentence(i) == p.sentence(k); i = p.figureBefore(i) {
		if benefits.suffix(p.known[i].words) > 0 {
			return p.known[i].then(verb)
		}
	}
	return verb
}

// handingOut are the verbs of what is done with money in turns.
var handingOut = newLexicon([]string{"拨付", "拨付到位", "发放", "兑现", "支付", "给付", "补助", "奖励", "下达", "到位", "补助到位", "等额发放", "等额拨付", "平均发放", "逐年发放"})

// nextMark is the next figure of the clause of figure k, -1 if there is none.
func (p *passage) nextMark(k int) int {
	next := k + 1
	for next < len(p.marks) && p.marks[next].fig == nil {
		next++
	}
	if f := p.figureAt(next); f != nil && f.clause == p.marks[k].fig.clause {
		return next
	}
	return -1
}
