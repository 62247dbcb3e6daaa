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
	m := p.marks[k]
	f := m.fig
	if f.kind != normalize.CurrencyUnit || f.Measure != policy.Level {
		return subject{}
	}
	cl := p.clauses[f.clause]
	first := p.sentenceStart(f.clause)
	verbAt, w := p.giveVerb(first, m.start)
	if verbAt < 0 {
		return p.givenAfter(k, cl)
	}
	what := p.givenBehind(k, verbAt+len(w))
	if what.words == "" && p.namesBenefit(k) {
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
	who := p.shareOut(k, p.recipient(first, verbAt))
	if strings.HasSuffix(who.words, what.words) {
		return who // 企业同样进行奖励
	}
	return subject{words: who.words + what.words, spans: append(who.spans, what.spans...)}
}

// givenBehind is the benefit that stands between the verb of giving that ends at byte i and
// figure k, with nothing else: 给予|安家补助|30万元.
func (p *passage) givenBehind(k, i int) subject {
	a, b := p.prefix(k)
	if a, b = p.trim(a, b, p.marks[k].fig); a < i || a > i+len("一次性") || b-a > 24 || benefits.suffix(p.s[a:b]) == 0 || benefits.suffix(p.s[a:b]) == b-a && b-a == 6 {
		return subject{}
	}
	return p.subjectAt(a, b)
}

// givenAfter reads a benefit named behind its sum: 按每人每天100元给予实习补贴.
func (p *passage) givenAfter(k int, cl clause) subject {
	m := p.marks[k]
	for _, w := range giveWords {
		i := strings.Index(p.s[m.end:cl.end], w)
		from := m.end + i + len(w)
		if n := len("的标准，"); p.after(m.end, "的标准，") && p.after(m.end+n, w) {
			i, from = 0, m.end+n+len(w) // 按20元/平方米的标准，给予补助
		}
		if i < 0 || i > 12 {
			continue
		}
		if end := p.benefitEnd(from, k); end > from && p.namesNothing(k) {
			return p.subjectAt(p.trimLeft(from, end), end)
		}
	}
	return subject{}
}

// namesNothing says whether only per-head words lead to figure k: 按每人每天.
func (p *passage) namesNothing(k int) bool {
	a, b := p.prefix(k)
	a, b = p.trim(a, b, p.marks[k].fig)
	return b-a < 6 || strings.HasPrefix(p.s[a:b], "每")
}

// namesBenefit says whether the words before figure k name the benefit in full
// already: 每个企业租金补贴每年不超过5万元.
func (p *passage) namesBenefit(k int) bool {
	a, b := p.prefix(k)
	a, b = p.trim(a, b, p.marks[k].fig)
	n := benefits.suffix(p.s[a:b])
	return n > 0 && b-a-n >= 6 && !containsAny(p.s[a:b], "给予", "予以")
}

// shareOut is the recipient of figure k where several share a list of sums:
// 对省级数字化车间、智能工厂，分别给予50万元、100万元.
func (p *passage) shareOut(k int, who subject) subject {
	f := p.marks[k].fig
	if len(who.spans) == 0 {
		return who
	}
	if f.group < 0 {
		return p.shortRecipient(who)
	}
	n := p.listLen(f.group)
	short := p.shortRecipient(who)
	parts := p.splitList(short.spans[0].Start, short.spans[0].End, false)
	for _, all := range [...]bool{false, true} {
		if len(parts) != n {
			parts = p.splitList(who.spans[0].Start, who.spans[0].End, all)
		}
	}
	if len(parts) != n {
		return short
	}
	if s, ok := p.shaped(parts, k-f.group); ok {
		return s
	}
	w := parts[k-f.group]
	return p.subjectAt(p.trimLeft(w.Start, w.End), w.End)
}

// shaped reads a list inside a longer phrase by the shape of its items: in 评定为
// 国家级、省级、市级孵化器 the item 省级 shows where the first begins and the last ends.
func (p *passage) shaped(parts []policy.Span, i int) (subject, bool) {
	first, last := parts[0], parts[len(parts)-1]
	head, tail := gradeEnd(p.s[first.Start:first.End]), gradeBegin(p.s[last.Start:last.End])
	if n, m := p.sumEnd(first), p.sumBegin(last); n > 0 && m > 0 {
		head, tail = n, m
	}
	if len(parts) > 2 && (head == 0 || tail == 0) {
		n := parts[1].Len()
		for _, w := range parts[1 : len(parts)-1] {
			if w.Len() != n {
				return subject{}, false
			}
		}
		head, tail = n, n
	}
	if head == 0 || tail == 0 || head > 36 || head > first.Len() || tail >= last.Len() {
		return subject{}, false
	}
	w := parts[i]
	switch i {
	case 0:
		w.Start = w.End - head
	case len(parts) - 1:
		w.End = w.Start + tail
	}
	rest := policy.Span{Start: last.Start + tail, End: last.End}
	return subject{p.s[w.Start:w.End] + p.s[rest.Start:rest.End], []policy.Span{w, rest}}, true
}

// gradeEnd is the length of the rank that s ends in, gradeBegin of the one that it begins
// with: 入选国家|、|省“英才计划”的专家. 0 where there is none.
func gradeEnd(s string) int {
	if n := grades.suffix(s); n > 0 {
		return n
	}
	return 3 * btoi(endsIn(s, "省", "市"))
}

func gradeBegin(s string) int {
	if n := grades.prefix(s); n > 0 {
		return n
	}
	return 3 * btoi(startsIn(s, "省", "市", "县", "区") && !startsIn(s, "市场", "市民", "市政", "县域", "区域", "区块"))
}

// sumEnd is how long the figure is that w ends in, sumBegin the one that it begins with:
// 对年营业收入突破|5000万元|、1亿元、|5亿元|的企业. 0 where there is none.
func (p *passage) sumEnd(w policy.Span) int {
	k := p.markFrom(w.End - 1)
	if k == len(p.marks) || p.marks[k].fig == nil || p.marks[k].end != w.End || p.marks[k].start < w.Start {
		return 0
	}
	return w.End - p.marks[k].start
}

func (p *passage) sumBegin(w policy.Span) int {
	k := p.markFrom(w.Start)
	if k == len(p.marks) || p.marks[k].fig == nil || p.marks[k].start != w.Start || p.marks[k].end >= w.End {
		return 0
	}
	return p.marks[k].end - w.Start
}

// giveWords promise a benefit; the later ones only where a sum, a bound or the end
// of the clause follows (奖励最高50万元), not in 奖励资金.
var (
	giveWords = []string{"给予", "予以", "领取"}
	giveNouns = []string{"奖励", "补助", "补贴", "资助", "奖补", "补偿", "贴息", "扶持", "配套"}

	giveLexicon = newLexicon(slices.Concat(giveWords, giveNouns))
)

// giveVerb is the last word of giving in [from, to) and where it stands, -1 if none.
func (p *passage) giveVerb(from, to int) (at int, w string) {
	at = -1
	if _, n := giveLexicon.lastIn(p.s[from:to]); n == 0 {
		return
	}
	for _, g := range giveWords {
		if i := lastIndex(p.s[from:to], g); i >= 0 && from+i > at {
			at, w = from+i, g
		}
	}
	if at >= 0 {
		return
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
		if j == to || p.afterAny(j, "最高", "不超过", "每", "一次性", "标准", "，", "：", "金额", "给") != "" || p.s[j]-'0' < 10 {
			at, w = from+i, g
		}
	}
	return
}

// startsPromise says whether a word of giving at byte i is the verb of its clause
// (每人补贴500元, 一次性奖励5万元), not the end of a noun (发放技能补贴500万元).
func (p *passage) startsPromise(i, from int) bool {
	return i == from || p.beforeAny(i, "，", "；", "。", "：", "（", "一次性", "每年", "每人", "每月", "每户", "每家", "每个", "每亩", "财政", "再", "分别", "可", "予以", "额外", "另", "按", "标准", "省级", "市级", "区级", "县级", "名", "个", "家", "的") != ""
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
	m := p.marks[k]
	if s := p.nextBenefit(k, from); s.words != "" {
		return s
	}
	at := m.end
	for w := p.afterAny(at, "、", "的", "和", "、连续"); w != "" || k+1 < len(p.marks) && p.marks[k+1].start == at && p.marks[k+1].fig != nil; w = p.afterAny(at, "、", "的", "和", "、连续") {
		if w == "" {
			at, k = p.marks[k+1].end, k+1
			continue
		}
		at += len(w)
	}
	if n := p.boundAfterLen(at); n > 0 {
		at += n
	}
	if end := p.benefitEnd(at, k); end > at {
		return p.subjectAt(at, end)
	}
	end := from
	limit := min(m.start, p.firstFigure(from))
	for end < limit && !strings.Contains("，；。、：", p.nextRune(end)) {
		end += runeLen(p.s[end])
	}
	a, b := p.trim(from, end, m.fig)
	if b > a && p.benefit(a, b) {
		return p.subjectAt(a, b)
	}
	if n := benefits.suffix(p.s[from:end]); n > 0 && end == limit {
		return p.subjectAt(end-n, end) // 给予|奖励|30万元
	}
	return p.shareBenefit(k, from)
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
	if a <= from || k == 0 || p.marks[k-1].fig == nil {
		return subject{}
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
	for at := i; at < limit && at-i <= 36 && !strings.Contains("、（）", p.nextRune(at)); {
		if n := benefits.prefix(p.s[at:limit]); n > 0 {
			at += n
			end = at
			continue
		}
		at += runeLen(p.s[at])
	}
	return end
}

// recipient is who or what is helped: behind 对 or before the verb of giving.
func (p *passage) recipient(from, verbAt int) subject {
	head := p.s[from:verbAt]
	a := from
	for _, w := range [...]string{"对", "支持", "鼓励"} {
		if i := lastWhole(head, w); i >= 0 {
			a = from + i + len(w)
			break
		}
	}
	if p.after(a, "对应届") && a == from {
		a += len("对") // 对|应届博士
	}
	b := a
	for b < verbAt && !strings.Contains("，；。", p.nextRune(b)) {
		if n := bracketLen(p.s[b:verbAt]); n > 0 && b > a {
			b += n
			continue
		}
		if p.afterAny(b, "省级", "市级", "区级", "按照", "按", "分别给予", "一次性", "给予", "，", "每年", "最高") != "" && b-a >= 6 && p.cutsRecipient(b, verbAt) {
			break
		}
		b += runeLen(p.s[b])
	}
	if i := strings.Index(p.s[a:b], "并"); i > 0 && strings.ContainsAny(p.s[a+i:b], "0123456789") {
		b = a + i // 实施产业化项目|并完成投资1000万元
	}
	if i := lastIndex(p.s[a:b], "（"); i > 0 && p.before(b, "）") && strings.Contains(p.s[a+i:b], "，") {
		b = a + i // 领军人才（B类，名单见附件）
	}
	if i := lastIndex(p.s[a:b], "）"); i >= 0 && b-a-i > 12 {
		a += i + len("）") // 企业（含材料、装备等环节）购置设备
	}
	a = p.trimLeft(a, b)
	if i := strings.Index(p.s[a:b], "按"); i > 0 && strings.Contains(p.s[a+i:b], "%") {
		b = a + i
	} else if strings.Contains(p.s[a:b], "%") {
		b = a // 按设备购置额的10%给予奖补 names no recipient
	}
	return p.subjectAt(a, p.trimTail(a, b))
}

// shortRecipient is the head of a long recipient: 在园区连续就业满1年的青年 → 青年.
func (p *passage) shortRecipient(who subject) subject {
	a, b := who.spans[0].Start, who.spans[0].End
	if i := lastIndex(p.s[a:b], "的"); i > 0 && b-a > 48 && b-a-i > 9 {
		a += i + len("的")
	}
	return p.subjectAt(a, b)
}

// lastWhole is where the word w stands last in s as a word of its own, -1 if it
// does not.
func lastWhole(s, w string) int {
	for end := len(s); ; {
		i := lastIndex(s[:end], w)
		if i < 0 || !splitsWord(s, i) && !splitsWord(s, i+len(w)) {
			return i
		}
		end = i
	}
}

// grantShare reads which share of a base is given: 按设备投入的20%给予补助 →
// 补助占设备投入的比例.
func (p *passage) grantShare(k int, _ []subject) subject {
	m := p.marks[k]
	f := m.fig
	if f.Unit != "%" || f.Measure != policy.Level {
		return subject{}
	}
	cl := p.clauses[f.clause]
	verb, w := -1, ""
	for _, g := range [...]string{"给予", "予以"} {
		if i := strings.Index(p.s[m.end:cl.end], g); i >= 0 && i < 30 && verb < 0 {
			verb, w = m.end+i, g
		}
	}
	if verb < 0 {
		return p.shareGiven(k)
	}
	a, b := p.prefix(k)
	if i := lastIndex(p.s[a:b], "按"); i >= 0 {
		a += i
	}
	a, b = p.trim(a, b, f)
	from := p.trimLeft(verb+len(w), cl.end)
	to := from
	for to < cl.end && !strings.Contains("，；。（", p.nextRune(to)) && (to == from || p.s[to]-'0' >= 10) {
		to += runeLen(p.s[to])
	}
	if to == from || !p.benefit(from, to) {
		return subject{}
	}
	s := p.subjectAt(from, to)
	if b > a {
		s.words += "占" + p.s[a:b] + "的比例"
		s.spans = append(s.spans, policy.Span{Start: a, End: b})
	} else {
		s.words += "比例"
	}
	return s
}

// shareGiven reads a share whose benefit is named behind it: 给予设备投入|20%的补助 →
// 补助占设备投入的比例.
func (p *passage) shareGiven(k int) subject {
	a, b := p.prefix(k)
	i, n := giveLexicon.lastIn(p.s[a:b])
	at := p.marks[k].end
	at += len(p.afterAny(at, "的"))
	end := p.benefitEnd(at, k)
	if n == 0 || end <= at || end-at > 24 {
		return subject{}
	}
	from := p.trimLeft(a+i+n, b)
	to := p.trimTail(from, b)
	if to == from { // 按核定费用给予不高于70%的补助
		if from, to = a+strings.Index(p.s[a:a+i], "按"), a+i; from >= a {
			from += len(p.afterAny(from, "按", "按照"))
		}
	}
	if from < a || to-from < 6 || strings.ContainsAny(p.s[from:to], "0123456789，、（") {
		return subject{}
	}
	s := p.subjectAt(at, end)
	if people.suffix(p.s[from:to]) > 0 {
		s.words += "比例" // 给予企业|30%的活动经费补助
		return s
	}
	s.words += "占" + p.s[from:to] + "的比例"
	s.spans = append(s.spans, policy.Span{Start: from, End: to})
	return s
}

// cutsRecipient says whether the recipient ends at byte b: 省级 and 市级 do so only
// as those who give (省级给予, 省级按照).
func (p *passage) cutsRecipient(b, verbAt int) bool {
	w := p.afterAny(b, "省级", "市级", "区级")
	if w == "" {
		return true
	}
	return p.afterAny(b+len(w), "给予", "按", "分别", "一次性", "财政", "最高", "奖励", "补助") != "" || b+len(w) == verbAt
}
