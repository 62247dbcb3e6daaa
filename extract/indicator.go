package extract

import (
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A subject is what a figure measures, and where it was read.
type subject struct {
	words string
	spans []policy.Span // in passage.s
}

// as is s under other words, which stand at more places besides.
func (s subject) as(words string, more ...policy.Span) subject {
	return subject{words, append(s.spans[:len(s.spans):len(s.spans)], more...)}
}

// then is s with t behind it.
func (s subject) then(t subject) subject { return s.as(s.words+t.words, t.spans...) }

// plus is s with w behind it, which stands in no place.
func (s subject) plus(w string) subject { return subject{s.words + w, s.spans} }

// found makes t of s, and says whether that names anything: of several ways to tell what a figure is of the first counts that does.
func (s *subject) found(t subject) bool {
	*s = t
	return t.words != ""
}

func (p *passage) subjectAt(a, b int) subject {
	if a >= b {
		return subject{}
	}
	return subject{p.s[a:b], p.arena.within(policy.Span{Start: a, End: b})}
}

// indicators reads what each figure of the passage measures, and the unit that this implies.
func (p *passage) indicators() {
	if !figuresIn(p) {
		return
	}
	p.known = p.arena.subjectList(len(p.marks))
	for k := range p.marks {
		f := p.marks[k].fig
		if f == nil {
			continue
		}
		s := &p.known[k]
		if *s = p.subjectOf(k); len(s.words) > longestSubject {
			*s = subject{} // put together from itself again and again
		}
		f.Indicator = trimMarks(withoutNotes(s.words))
		f.Evidence.Indicator = p.places(s.spans)
		if p.title != "" && strings.HasSuffix(f.Indicator, p.title) {
			f.Evidence.Indicator = append([]policy.Span{p.above.Span}, f.Evidence.Indicator...)
		}
	}
	p.implyUnits()
}

// longestSubject bounds the name of what a figure measures, in bytes.
const longestSubject = 400 * len("字")

// withoutNotes is s without the marks of footnotes and brackets that only say how a word is
// used, what it is short for or what it covers: 谷物[1]播种面积, 占预算（预算调整数，下同）比重, 新上项目（不含采矿、选矿项目）投资.
func withoutNotes(s string) string {
	if strings.IndexByte(s, '[') < 0 && strings.IndexByte(s, "（"[0]) < 0 {
		return s // most often
	}
	if i := strings.IndexByte(s, '['); i > 0 {
		if n := strings.IndexByte(s[i:], ']'); n > 1 && footnoteMark(s[:i+n+1]) == n+1 {
			return s[:i] + withoutNotes(s[i+n+1:])
		}
	}
	if i := strings.Index(s, "（"); i > 0 && startsIn(s[i+len("（"):], "含", "不含", "包括", "不包括", "全称", "简称", "以下简称") {
		if n := strings.Index(s[i:], "）"); n > len("（不含") && i+n+len("）") < len(s) && !strings.ContainsAny(s[i:i+n], "0123456789") {
			return s[:i] + withoutNotes(s[i+n+len("）"):])
		}
	}
	if i := strings.Index(s, "，下同）"); i > 0 {
		if from := lastIndex(s[:i], "（"); from > 0 {
			return s[:from] + s[i+len("，下同）"):]
		}
	}
	return s
}

// trimMarks takes blanks, commas and 的 off both ends of s.
func trimMarks(s string) string {
	if len(s) > 2 && s[0] >= 0xE4 && s[len(s)-3] >= 0xE4 && !isEdge(s[:3]) && !isEdge(s[len(s)-3:]) {
		return s // most often
	}
	return strings.Trim(s, " 、，的")
}

func isEdge(char string) bool { return char == "、" || char == "，" || char == "的" }

// subjectOf reads the subject of mark k; those before it are known.
func (p *passage) subjectOf(k int) (s subject) {
	f := p.marks[k].fig
	p.prefix(k)
	is := p.factsOf(k)
	f.is = is
	if is.has(isValue|isFined) && s.found(p.fine(k)) || is.has(isValue|isTime) && s.found(p.term(k)) || is.has(isValue|isPriced) && f.has&eachHinge != 0 && s.found(p.step(k)) {
		return s
	} else if is.has(isUnder) && p.boundsOn(k) {
		return p.known[k-1]
	} else if is.has(isLevel|isRange) && s.found(p.tier(k)) || is.has(isLevel|isMoney) && s.found(p.grant(k)) {
		return s
	}
	if f.group >= 0 || !is.has(isLevel) && f.has&evenHinge != 0 {
		if s, ok := p.distributed(k); ok {
			return p.partOf(k, p.marks[k].start, &s)
		}
	}
	if s.found(p.byRule(k)) {
		return s
	}
	return p.agedOf(k, p.inherited(k))
}

// agedOf is what figure k inherits, s, where it is an age: that of the people s, not of what they get. 津贴标准：|80周岁以上|每人每月60元.
func (p *passage) agedOf(k int, s subject) subject {
	f := p.marks[k].fig
	if !isAge(f) || endsIn(s.words, ages...) {
		return s
	}
	return subject{wordIf(people.suffix(s.words) > 0, s.words) + "年龄", append(p.arena.span(f.unit), s.spans...)}
}

// ages are what is measured in years of age.
var ages = []string{"年龄", "寿命"}

// own is the subject that stands with the figure: what is counted behind it, or the
// noun phrase before it.
func (p *passage) own(k int) (s subject) {
	is := p.marks[k].fig.is
	if is.has(isRange) && s.found(p.ofCase(k)) {
		return s
	}
	a, b := p.prefix(k)
	a = p.behindCounted(a, b, k)
	if is.has(isAged) && s.found(p.ageOf(k, b)) || is.has(isShare|isLevel|isOpen) && s.found(p.portion(k)) || is.has(isTime|isUnder) && s.found(p.since(k, a, b)) ||
		is.has(isBounded) && p.nextSize(k, b) {
		return s // empty in 500亩以上的粮油基地、|100亩以上的水产基地
	}
	return p.beside(k, a, b)
}

// ofCase is what figure k bounds where no more than in which case it does is told: what the figure before it bounds.
// 注册资本不低于300万元，从事担保业务的|不低于500万元, but A级的不低于90分，|B级的|不低于80分.
func (p *passage) ofCase(k int) subject {
	if !p.inCase(k) {
		return subject{}
	}
	f, i := p.marks[k].fig, p.figureBefore(k)
	if g := p.figureAt(i); g == nil || g.Unit != f.Unit || g.Comparator != f.Comparator || g.clause == f.clause || p.sentence(i) != p.sentence(k) ||
		p.inCase(i) && p.ofCase(i).words != p.known[i].words {
		return subject{}
	}
	return p.known[i]
}

// inCase says whether 的 stands before the bound of figure k, behind the case in which it bounds: 从事担保业务|的|不低于500万元.
func (p *passage) inCase(k int) bool {
	f := p.marks[k].fig
	return len(f.bound) > 0 && p.before(f.bound[0].Start, "的")
}

// beside is the subject of figure k that stands behind it, or in [a0, b0) before it.
func (p *passage) beside(k, a0, b0 int) (s subject) {
	a, b := p.trim(a0, b0, p.marks[k].fig)
	if words := p.s[a:b]; reckonings.is(words) || b > a && yearLen(words) == b-a {
		return s // 自然增幅2%, 第2年100万元
	}
	if n := foremost(p.s[a:b]); n > 0 {
		return p.firstOf(a0, a, b-n, k)
	}
	is := p.marks[k].fig.is
	if is.has(isOpen) && (is.has(haveBefore|isCount) && s.found(p.ofThose(k)) || s.found(p.counted(k, a, b))) || is.has(isHeads|isLevel) && s.found(p.inhabitants(k, a0, b0)) || is.has(isOpen|isCount|isLevel) && s.found(p.doers(k, a, b)) {
		return s
	}
	if b <= a || p.onlyPlace(a, b) || p.before(a, "（") && oneOf(p.s[a:b], innerParts) {
		return subject{}
	}
	return p.worded(a0, a, b, k)
}

// worded is the subject of figure k that the words [a, b) before it name, with what their clause, from a0,
// and the figures before add to them.
func (p *passage) worded(a0, a, b, k int) (s subject) {
	if age := p.figureAt(k - 1); age != nil && isAge(age) && a == p.marks[k-1].start && b == p.figureEnd(&p.marks[k-1]) {
		if s := p.ofKind(k, k-1); s.words != "" {
			return s // 90周岁以上|每月100元
		}
	}
	if p.before(a, "（") && s.found(p.inBracket(a, b, k)) || spans.mayEnd(p.s[:a]) && s.found(p.saidAgain(a, b, k)) || p.after(p.clauses[p.marks[k].fig.clause].start, "其中") && s.found(p.headAgain(a, b, k)) ||
		s.found(p.graded(a, b, k)) || s.found(p.bareRate(a, b, k)) || p.after(b, "的") && s.found(p.headless(a, b, k)) || verbal.mayEnd(p.s[a:b]) && s.found(p.bareVerb(a, b, k)) {
		return s
	}
	s = p.completed(a0, a, b, k)
	p.sized(&s)
	if kin.is(s.words) {
		p.kinOf(k, &s)
	}
	s = p.partOf(k, a, &s)
	classFirst(&s)
	if strings.HasSuffix(s.words, "部门") {
		s = p.collected(k, s)
	}
	if p.marks[k].fig.is.has(isCount) {
		p.perHeads(k, &s)
	}
	p.withVerb(k, &s)
	return s
}

// withVerb adds to the subject of figure k what only its verb or unit says: 贫困户人均|增收1490元, 平均|年龄.
func (p *passage) withVerb(k int, s *subject) {
	f := p.marks[k].fig
	if f.Measure == policy.Change && f.verb.Len() == len("增收") && !endsIn(s.words, "收入", "支出", "数") {
		switch w := p.s[f.verb.Start:f.verb.End]; w {
		case "增收", "减收", "增支", "减支":
			*s = s.plus(w)
		case "降价", "涨价", "上涨", "下跌":
			*s = s.plus(wordIf(strings.HasSuffix(w, "价") || strings.HasSuffix(s.words, "类"), "价格")) // 食品类|上涨2%
		}
	}
	if isAge(f) && !endsIn(s.words, ages...) {
		*s = s.plus("年龄")
	}
	if f.Comparator == policy.AtMost {
		*s = uncapped(*s)
	}
	if f.Unit == "%" {
		*s = p.paid(k, *s)
	}
	if f.kind == normalize.CurrencyUnit {
		*s = p.withoutEach(*s)
	}
}

// paidShares are what is paid by the rank of who gives care: 一级医院起付线200元，|报销比例|90%.
var paidShares = []string{"报销比例", "支付比例", "补偿比例", "自付比例"}

// paid is s, of which figure k is told in per cent, as the share that somebody pays of it: 政策范围内费用|报销75%, 1万元至5万元|部分报销60%.
func (p *passage) paid(k int, s subject) subject {
	f := p.marks[k].fig
	if f.Measure == policy.Level && (endsIn(s.words, "报销", "支付", "减免", "返还") || bears(s.words) || giveLexicon.suffix(s.words) > 0) {
		s = p.paidFor(k, s).plus("比例")
	} else if f.Measure == policy.Level && oneOf(s.words, paidShares) {
		s = p.paidFor(k, s)
	}
	if c := p.clauses[f.clause].start; strings.HasPrefix(s.words, "部分") && len(s.spans) > 0 && c < s.spans[0].Start && p.figureIn(clause{start: c, end: s.spans[0].Start}) {
		s.words = p.s[c:s.spans[0].Start] + s.words
		s.spans = append([]policy.Span{{Start: c, End: s.spans[0].End}}, s.spans[1:]...)
	}
	return s
}

// uncapped is s without the word that caps what is given: 单个项目|最高|补助.
func uncapped(s subject) subject {
	n := benefits.suffix(s.words)
	if stem, ok := strings.CutSuffix(s.words[:len(s.words)-n], "最高"); ok && n > 0 && stem != "" {
		s.words = stem + s.words[len(s.words)-n:]
	}
	return s
}

// bears says whether words end in that someone pays a part: 农户承担20%.
func bears(words string) bool {
	return endsIn(words, "承担", "负担", "自缴", "自付", "自筹", "分担")
}

// withoutEach is s without the words for each of those in the middle of who gets what: 烈士遗属|每人每年|抚恤金.
func (p *passage) withoutEach(s subject) subject {
	if len(s.spans) != 1 || !strings.Contains(s.words, "每") {
		return s
	}
	w := s.spans[0]
	if n := p.eachBefore(w.End); n > 0 && n <= 12 && len(s.words) == w.Len() && w.Len()-n >= 6 && benefits.suffix(s.words[:w.Len()-n]) > 0 {
		return p.subjectAt(w.Start, w.End-n) // 建设补贴|每个托位
	}
	i := strings.Index(s.words, "每")
	if n := len("每人每年"); i < 6 || len(s.words) != w.Len() || i+n >= len(s.words) || !utf8.RuneStart(s.words[i+n]) || p.eachBefore(w.Start+i+n) != 6 {
		return s
	}
	return subject{s.words[:i] + s.words[i+12:], []policy.Span{{Start: w.Start, End: w.Start + i}, {Start: w.Start + i + 12, End: w.End}}}
}

// households are those whom the figure behind figure k counts, where that tells of their households and they are named or told
// of behind both: 为|243户|530人发放救助金, 860户、|2900人稳定脱贫.
func (p *passage) households(k int) subject {
	m := &p.marks[k]
	next := p.figureAt(k + 1)
	if m.fig.Unit != "户" || next == nil || headcounts[next.Unit] != "人数" || strings.TrimPrefix(p.s[m.end:p.marks[k+1].start], "、") != "" {
		return subject{}
	}
	a, b := p.prefix(k)
	given := p.beforeAny(b, "为", "向", "给", "对", "有") != ""
	a, b = p.trim(a, b, m.fig)
	end := p.marks[k+1].end
	if (given || b <= a) && (p.nounEnd(end, k+1)-end >= 6 || p.doers(k+1, b, b).words != "") {
		next.is = p.factsOf(k + 1)
		return p.own(k + 1)
	}
	return subject{}
}

// subjectAround is [a, b) as a subject, without the year that stands in the middle of it, or 共:
// 企业|2019年|工业产值.
func (p *passage) subjectAround(a, b int, has hinges) subject {
	i, n := -1, 0
	if has&sumHinge != 0 {
		i, n = summing.lastIn(p.s[a:b])
	}
	if i >= 6 && a+i+n <= b-6 && !splitsWord(p.s[:b], a+i) && !splitsWord(p.s[:b], a+i+n) && !p.after(a+i, "共有产权") && (!p.after(a+i, "合计") || lights.prefix(p.s[a+i+n:b]) > 0) {
		return p.subjectAt(a, a+i).then(p.subjectAt(a+i+n, b)) // 水利项目|共|完成投资, 市政府办|全年|办理建议, but 与东盟合计出口
	}
	k := p.markFrom(a)
	if k == len(p.marks) || p.marks[k].as != policy.AsPeriod || p.marks[k].period.Relative || p.marks[k].start < a+6 || p.marks[k].end > b-6 {
		return p.subjectAt(a, b)
	}
	m := &p.marks[k]
	if p.beforeAny(m.start, "“", "《", "（", "、", "于", "在") != "" || p.afterAny(m.end, "”", "》", "以", "前", "后", "、", "版", "度") != "" {
		return p.subjectAt(a, b)
	}
	return p.subjectAt(a, m.start).then(p.subjectAt(m.end, b))
}

// summing are words that say of what is told that it is all there was, or what it was before: 工伤保险|由原来|缴费比例1%降低为.
var summing = newLexicon([]string{"共", "共有", "合计", "共计", "全年", "由原来", "由原来的", "由目前", "由目前的", "由现行", "由现行的"})

// nextSize says whether figure k bounds the size of the next thing of a list, so that what stands
// before it, up to byte b, is the thing before: 500亩以上的粮油基地、|100亩以上的水产基地.
func (p *passage) nextSize(k, b int) bool {
	m := &p.marks[k]
	n := p.figureEnd(m) - m.end
	if n == 0 || isAge(m.fig) || !p.before(b, "、") || !p.after(m.end+n, "的") {
		return false
	}
	i := p.figureBefore(k)
	return i >= 0 && p.marks[i].fig.clause == m.fig.clause && p.marks[i].fig.Unit == m.fig.Unit && p.after(p.figureEnd(&p.marks[i]), "的")
}

// doers is what those do that figure k counts, where nothing before it names them and the figure before
// does not count the same: 有206人|享受工伤保险待遇, 17项立项，40项|正在对接.
func (p *passage) doers(k, a, b int) subject {
	m := &p.marks[k]
	if a < b || !p.countUnit(m.fig) || m.fig.Measure != policy.Level || p.boundAfterLen(m.end) > 0 {
		return subject{}
	}
	end := p.untilNext(k, m.end)
	joined := len(p.beforeAny(end, joiners...))
	if end < p.clauses[m.fig.clause].end && joined == 0 || end-joined-m.end < 6 || end-joined-m.end > 60 {
		return subject{}
	}
	end -= joined
	what := p.s[m.end:end]
	if n := max(manners.prefix(what), adverbs.prefix(what), len(p.afterAny(m.end, "正在", "正", "被", "在", "通过"))); n == 0 && verbal.prefix(what) == 0 {
		return subject{}
	}
	if prev := p.previous(k); prev >= 0 && p.marks[prev].fig.Unit == m.fig.Unit {
		w, rest := p.known[prev].spans, p.beforeAny(m.fig.num.Start, "还有", "尚有", "另有", "仍有") != ""
		if who := headcounts[m.fig.Unit] != "" && p.before(m.fig.num.Start, "有"); rest || !who && (len(w) == 0 || w[0].Start != p.marks[prev].end) {
			return subject{} // 受理案件900件，|620件已审结
		}
	}
	return p.subjectAt(m.end, end)
}

// yearLen is the length of what only says in which year something is given, at the head of s: 第2年, 首年.
func yearLen(s string) int {
	if startsIn(s, "首年", "次年") {
		return len("首年")
	} else if !strings.HasPrefix(s, "第") {
		return 0 // nearly always
	}
	for _, w := range [...]string{"年度", "个月", "年"} {
		if i := strings.Index(upTo(s, 12), w); i > 0 {
			return i + len(w)
		}
	}
	return 0
}

// ageOf reads whose age is bounded where they are named behind it: 45岁及以下的博士研究生 →
// 博士研究生年龄. Nothing may be said of it before byte b.
func (p *passage) ageOf(k, b int) subject {
	m := &p.marks[k]
	if !isAge(m.fig) || p.beforeAny(b, "年龄", "在", "寿命", "不超过", "为") != "" {
		return subject{}
	}
	n := p.boundAfterLen(m.end)
	at := m.end + n
	at += len(p.afterAny(at, "的", "的具有", "具有", "的持有"))
	end := p.nounEnd(at, k)
	if j := strings.Index(p.s[at:end], "每"); j >= 0 {
		end = at + j // 80—89周岁老人|每人每月
	}
	if n == 0 && m.fig.ValueHigh == "" && !(p.before(b, "满") && p.after(m.end, "的")) || end-at < 6 {
		return subject{}
	}
	if n := max(people.prefix(p.s[at:end]), payees.prefix(p.s[at:end])*btoi(endsIn(p.s[at:end], "数", "率"))); n > 0 && (heads.suffix(p.s[at:end]) > 0 || p.after(at+n, "的")) {
		end = at + n // 5岁以下儿童|死亡率
	}
	if verbal.prefix(p.s[at:end]) > 0 && benefits.suffix(p.s[at:end]) > 0 {
		return subject{} // 80周岁以上发放高龄津贴
	}
	return p.subjectAt(at, end).plus("年龄")
}

// aimed reads a goal that is named behind its number: 低于5.5%的预期控制目标.
func (p *passage) aimed(k int) subject {
	m := &p.marks[k]
	at := p.figureEnd(m) + len("的")
	i := strings.Index(p.s[at:min(len(p.s), at+10*len("字"))], "目标")
	if i < 0 || strings.ContainsAny(p.s[at:at+i], "，。；、（") || p.afterAny(at+i+len("目标"), "，", "。", "；", "、") == "" {
		return subject{}
	}
	m.fig.goal = true
	if i == 0 {
		return subject{} // 用水量降低30%的目标
	}
	if m.fig.Comparator == policy.LessThan || m.fig.Comparator == policy.MoreThan {
		m.fig.Comparator, m.fig.bound = policy.Equal, nil
	}
	return p.subjectAt(at, at+i+len("目标"))
}
