package extract

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// grant reads what a sum that a policy promises is for: the recipient and the
// benefit. 对省级智能工厂给予一次性奖补，最高100万元 → 省级智能工厂一次性奖补.
func (p *passage) grant(k int, known []subject) subject {
	m := &p.marks[k]
	f := m.fig
	if f.kind != normalize.CurrencyUnit || f.Measure != policy.Level {
		return subject{}
	}
	cl := p.clauses[f.clause]
	first := p.behindPretext(p.sentenceStart(f.clause), m.start)
	if f.funds = p.funds(k); f.funds || p.tellsCase(k) {
		return subject{}
	}
	verbAt, w := p.giveVerb(first, m.start)
	if verbAt < 0 {
		return p.takenBy(k, first, p.givenAfter(k, cl))
	}
	if a, b := p.trim(cl.start, m.start, f); verbAt < a && p.namesOther(k, a, b, verbAt, w) {
		return subject{}
	}
	what := p.givenBehind(k, verbAt+len(w))
	if what.words == "" && p.namesBenefit(k) && !p.namesEach(first, verbAt) {
		return subject{}
	}
	if what.words == "" {
		what = p.benefitOf(k, verbAt+len(w), cl)
	}
	if what.words == "" {
		what.words = strings.TrimPrefix(w, "予以")
	}
	if what.words == "给予" {
		return subject{}
	}
	if c := p.clauses[p.clauseAt(verbAt)].start; p.ofYear(verbAt) {
		what = subject{p.s[c:verbAt] + what.words, append(p.subjectAt(c, verbAt).spans, what.spans...)}
	}
	who := p.classOf(k, verbAt)
	if who.words == "" {
		who = p.sized(p.shareOut(k, p.recipient(k, first, verbAt)), known)
	}
	if strings.HasSuffix(who.words, what.words) {
		return who // 企业同样进行奖励
	}
	if n := benefits.suffix(who.words); n > 0 && strings.HasSuffix(what.words, who.words[len(who.words)-n:]) {
		return what // 购（租）房补贴，…分别给予20万元的购房补贴
	}
	return subject{words: who.words + what.words, spans: append(who.spans, what.spans...)}
}

// namesOther says whether [a, b), the words before figure k, name something else than is given with the word w at
// byte verb: 给予补助，|个人缴费标准|400元; 给予补助，|每家企业|最高20万元; 每亩补助150元，|稻谷补贴|120元.
func (p *passage) namesOther(k, a, b, verb int, w string) bool {
	f, words := p.marks[k].fig, p.s[a:max(a, b)]
	if len(words) >= len("缴费标准") && standards.suffix(words) > 0 {
		return true
	}
	c := p.clauseAt(verb)
	if n := benefits.suffix(words); c < f.clause && !oneOf(w, giveWords) && (n > 0 && len(words) >= n+6 || n == 0 && f.Comparator == policy.Equal && sizeable(words)) {
		return true
	}
	return c+1 == f.clause && f.Comparator == policy.AtMost && p.afterAny(a, "每家", "每户", "单个", "单家", "单户", "同一") != ""
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
	if _, n := giveLexicon.lastIn(p.s[a:b]); n > 0 {
		return false
	}
	a, b = p.trim(a, b, m.fig)
	return b-a >= 6
}

// givenBehind is the benefit that stands between the verb of giving that ends at byte i and
// figure k, with nothing else: 给予|安家补助|30万元.
func (p *passage) givenBehind(k, i int) subject {
	a, b := p.prefix(k)
	if a > i {
		return subject{} // 给予30万元安家费、每月|3000元
	}
	if a, b = p.trim(a, b, p.marks[k].fig); a < i || a > i+len("一次性") || b-a > 24 || benefits.suffix(p.s[a:b]) == 0 || benefits.suffix(p.s[a:b]) == b-a && b-a == 6 {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// givenAfter reads a benefit named behind its sum: 按每人每天100元给予实习补贴.
func (p *passage) givenAfter(k int, cl clause) subject {
	m := &p.marks[k]
	for _, w := range [...]string{"给予", "予以", "领取", "进行", "发放"} {
		i := strings.Index(p.s[m.end:cl.end], w)
		from := m.end + i + len(w)
		if n := len("的标准，"); p.after(m.end, "的标准，") && p.after(m.end+n, w) {
			i, from = 0, m.end+n+len(w) // 按20元/平方米的标准，给予补助
		}
		if i < 0 || i > len("的资助标准") {
			continue
		}
		if end := p.benefitEnd(from, k); end > from && p.namesNothing(k) {
			return p.subjectAt(from, end)
		}
	}
	return subject{}
}

// takenBy is what is given with who of a list is given figure k: 收住中度、重度失能老年人的，|分别按|200元、400元给予补贴.
func (p *passage) takenBy(k, first int, what subject) subject {
	g := p.marks[k].fig.group
	if g < 0 || what.words == "" {
		return what
	}
	a, b := p.prefix(g)
	i := strings.Index(p.s[a:b], "分别按")
	if i < 0 || a+i <= first {
		return what
	}
	who := p.shareOut(k, p.recipient(k, first, a+i))
	return who.as(who.words+what.words, what.spans...)
}

// takes are the verbs of those who are given something.
var takes = newLexicon([]string{"申请", "申领", "享受", "获得", "可获", "得到", "获取", "领取"})

// namesNothing says whether only per-head words lead to figure k: 按每人每天.
func (p *passage) namesNothing(k int) bool {
	a, b := p.prefix(k)
	a, b = p.trim(a, b, p.marks[k].fig)
	return b-a < 6 || startsIn(p.s[a:b], "每", "进行每")
}

// namesEach says whether the verb at byte i only says of what each gets the benefit that is promised, and what
// stands before, from byte from on, who: 对农户，|每亩补助; 改建床位|每张补助; 玉米种植|每亩补助.
func (p *passage) namesEach(from, i int) bool {
	c := p.clauseAt(i)
	n := p.eachBefore(i)
	return n > 0 && (i-n-p.clauses[c].start >= 6 || c > p.clauseAt(from) && (p.opensCase(from) || p.before(p.clauses[c-1].end, "的") || p.boundedClause(c-1)))
}

// boundedClause says whether clause c ends in a figure that a bound stands behind: 库容500立方米以上，.
func (p *passage) boundedClause(c int) bool {
	k := p.markFrom(p.clauses[c].end) - 1
	return k >= 0 && p.marks[k].fig != nil && p.marks[k].end > p.clauses[c].start && p.figureEnd(&p.marks[k]) == p.clauses[c].end
}

// namesBenefit says whether the words before figure k name the benefit in full
// already: 每个企业租金补贴每年不超过5万元.
func (p *passage) namesBenefit(k int) bool {
	a, b := p.prefix(k)
	if i := lastIndex(p.s[a:b], "基础上"); i > 0 {
		a += i + len("基础上") // 市级在省级奖补基础上|一次性奖补
	}
	a, b = p.trim(a, b, p.marks[k].fig)
	if a += max(len(p.afterAny(a, "最高", "最低", "最多")), yearLen(p.s[a:max(a, b)])); a >= b {
		return false
	}
	sum := len(p.beforeAny(b, "额度", "总额", "金额", "标准", "额"))
	b -= sum
	n := benefits.suffix(p.s[a:b])
	return n > 0 && (b-a-n >= 6 || sum >= len("金额")) && !containsAny(p.s[a:b], "给予", "予以")
}

// giveWords promise a benefit; the later ones only where a sum, a bound or the end
// of the clause follows (奖励最高50万元), not in 奖励资金.
var (
	giveWords = []string{"给予", "予以", "领取"}
	giveNouns = []string{"奖励", "补助", "补贴", "资助", "奖补", "补偿", "贴息", "扶持", "配套", "返还", "增补"}

	giveLexicon = newLexicon(slices.Concat(giveWords, giveNouns))
)

// giveVerb is the last word of giving in [from, to) and where it stands, -1 if none.
func (p *passage) giveVerb(from, to int) (at int, w string) {
	if k := p.markAt(to); p.before(to, "发放") && p.eachBefore(to-len("发放")) > 0 && p.benefitEnd(p.marks[k].end, k) > p.marks[k].end {
		return to - len("发放"), "发放" // 孤儿每人每月|发放|1100元生活费
	}
	at = -1
	if _, n := giveLexicon.lastIn(p.s[from:to]); n == 0 {
		return
	}
	for _, g := range giveWords {
		if i := lastIndex(p.s[from:to], g); i >= 0 && from+i > at {
			at, w = from+i, g
		}
	}
	if at >= 0 { // 给予行政处罚的，最高|奖励
		i := lastIndex(p.s[at:to], "，")
		if i < 0 {
			return
		}
		from = at + i + len("，")
	}
	for _, g := range giveNouns {
		i := lastIndex(p.s[from:to], g)
		if i < 0 || from+i <= at {
			continue
		}
		j := from + i + len(g)
		if !p.startsPromise(from+i, from) {
			continue
		}
		if j == to || p.afterAny(j, "最高", "不超过", "每", "一次性", "，", "：", "金额", "给", "人民币", "达", "可达") != "" || p.s[j]-'0' < 10 || p.rewarded(j, p.markAt(to)).words != "" {
			at, w = from+i, g
		}
	}
	return
}

// startsPromise says whether a word of giving at byte i is the verb of its clause
// (每人补贴500元, 一次性奖励5万元), not the end of a noun (发放技能补贴500万元).
func (p *passage) startsPromise(i, from int) bool {
	if k := p.markFrom(i - 1); k < len(p.marks) && p.marks[k].end == i && p.marks[k].fig != nil {
		return p.marks[k].fig.kind != normalize.CurrencyUnit || !p.after(i+len("奖补"), "，") // 每增加1万美元|奖励300元, but 每亩90元|奖补，拨款60万元
	}
	return i == from || p.eachBefore(i) > 0 || p.ofYear(i) || p.beforeAny(i, "，", "；", "。", "：", "（", "一次性", "财政", "再", "分别", "可", "予以", "额外", "另", "按", "标准", "省级", "市级", "区级", "县级", "名", "个", "家", "的", "最高", "最低", "最多") != ""
}

// ofYear says whether no more stands before byte i in its clause than in which year something is given:
// 第一年|补助5万元.
func (p *passage) ofYear(i int) bool {
	c := p.clauses[p.clauseAt(i)].start
	return i > c && yearLen(p.s[c:i]) == i-c
}

// eachBefore is the length of the word for each of those counted that ends at byte i: 每张, 每平方米. 0 where
// none does.
func (p *passage) eachBefore(i int) int {
	from := max(0, i-len("每平方米"))
	if k := lastIndex(p.s[from:i], "每"); k >= 0 && !strings.ContainsAny(p.s[from+k:i], "，、；的0123456789") {
		return i - from - k
	}
	return 0
}

// sentenceStart is where the part of the sentence that clause c belongs to begins:
// behind the ；or 。 before it.
func (p *passage) sentenceStart(c int) int {
	for c > 0 && p.clauses[c-1].sentence == p.clauses[c].sentence && p.clauses[c-1].stop != '：' {
		c--
	}
	return p.clauses[c].start
}

// benefitOf is what is given: named behind the sum, or before it behind the verb.
func (p *passage) benefitOf(k, from int, cl clause) subject {
	m := &p.marks[k]
	if s := p.nextBenefit(k, from); s.words != "" {
		return s
	}
	at := m.end
	for {
		if n := max(len(p.afterAny(at, "、", "的", "和", "、连续", "）")), bracketLen(p.s[at:])); n > 0 {
			at += n // 50万元（复评20万元）|的奖励
		} else if p.figureAt(k+1) != nil && p.marks[k+1].start == at {
			at, k = p.marks[k+1].end, k+1
		} else {
			break
		}
	}
	if n := p.boundAfterLen(at); n > 0 {
		at += n
	}
	if end := p.benefitEnd(at, k); end > at {
		return p.subjectAt(at, end)
	}
	if s := p.shareBenefit(k, from); s.words != "" {
		return s
	}
	end := from
	limit := min(m.start, p.firstFigure(from))
	for end < limit && !strings.Contains("，；。、：（", p.nextRune(end)) {
		end += runeLen(p.s[end])
	}
	a, b := p.trim(from, end, m.fig)
	if b > a && p.benefit(a, b) {
		return p.subjectAt(a, b)
	}
	if n := benefits.suffix(p.s[from:end]); n > 0 && end == limit {
		return p.subjectAt(end-n, end) // 给予|奖励|30万元
	}
	return subject{}
}

// silent says whether [a, b), the words before figure k, name nothing that it measures.
func (p *passage) silent(a, b, k int) bool {
	a, b = p.trim(a, b, p.marks[k].fig)
	return a >= b
}

// shareBenefit is the benefit named behind a share that stands between byte from and figure
// k, its cap: 给予购房款的5%|一次性补助|，最高200万元.
func (p *passage) shareBenefit(k, from int) subject {
	if a, b := p.prefix(k); !p.silent(a, b, k) {
		return subject{}
	}
	for j := p.markFrom(from); j < k; j++ {
		if f := p.marks[j].fig; f == nil || f.Unit != "%" || p.marks[j].start < from {
			continue
		}
		at := p.marks[j].end
		at += len(p.afterAny(at, "的"))
		if end := p.benefitEnd(at, j); end > at {
			return p.subjectAt(at, end)
		}
	}
	return subject{}
}

// nextBenefit is the benefit named between figure k and the one before it, where that is
// given by the same verb: 给予安家补助30万元、|购房补贴|20万元.
func (p *passage) nextBenefit(k, from int) subject {
	a, b := p.prefix(k)
	if a <= from || k == 0 || p.marks[k-1].fig == nil || a == p.marks[k-1].end && p.afterAny(a, joiners...) == "" {
		return subject{} // 给予30万元安家费、每月|3000元
	}
	a, b = p.trim(a, b, p.marks[k].fig)
	if n := benefits.suffix(p.s[a:b]); n == 0 || b-a > 24 || n < 12 && n == b-a {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// nextFigure is where the first figure behind byte i begins that follows mark k, the
// end of the passage if none does.
func (p *passage) nextFigure(k, i int) int {
	for j := max(k+1, p.markFrom(i)); j < len(p.marks); j++ {
		if p.marks[j].fig != nil && p.marks[j].start >= i {
			return p.marks[j].start
		}
	}
	return len(p.s)
}

// firstFigure is where the first figure at or behind byte i begins.
func (p *passage) firstFigure(i int) int { return p.nextFigure(-1, i) }

// benefitEnd is where the benefit that is named at byte i ends: behind the last word
// of giving before the phrase does, i if it names none.
func (p *passage) benefitEnd(i, k int) int {
	limit := max(p.clauses[p.marks[k].fig.clause].end, p.clauses[p.clauseAt(i)].end)
	limit = min(limit, p.nextFigure(k, i))
	end := i
	for at := i; at < limit && at-i <= 54 && !strings.Contains("、（）", p.nextRune(at)); {
		if n := benefits.prefix(p.s[at:limit]); n > 0 {
			at += n
			end = at
			continue
		}
		at += runeLen(p.s[at])
	}
	return end
}
