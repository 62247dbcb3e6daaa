package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A subject is what a figure measures, and where it was read.
type subject struct {
	words string
	spans []policy.Span // in passage.s
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
	subjects := p.arena.subjectList(len(p.marks))
	for k := range p.marks {
		if p.marks[k].fig == nil {
			continue
		}
		subjects[k] = p.subjectOf(k, subjects)
		f := p.marks[k].fig
		f.Indicator = trimMarks(withoutNotes(subjects[k].words))
		f.Evidence.Indicator = p.places(subjects[k].spans)
	}
	p.implyUnits()
}

// withoutNotes is s without the marks of footnotes and brackets that only say how a word is
// used: 谷物[1]播种面积, 占预算（预算调整数，下同）比重.
func withoutNotes(s string) string {
	if i := strings.IndexByte(s, '['); i > 0 {
		if n := strings.IndexByte(s[i:], ']'); n > 1 && footnoteMark(s[:i+n+1]) == n+1 {
			return s[:i] + withoutNotes(s[i+n+1:])
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
func (p *passage) subjectOf(k int, known []subject) subject {
	if s := p.ruled(k); s.words != "" {
		return s
	}
	if s := p.grant(k, known); s.words != "" {
		return s
	}
	if s, ok := p.distributed(k, known); ok {
		return s
	}
	for _, read := range [...]func(p *passage, k int, known []subject) subject{
		(*passage).aimed, (*passage).planned, (*passage).sliceOf, (*passage).grantShare, (*passage).setShare, (*passage).boundedShare, (*passage).allotted, (*passage).ofPlan, (*passage).shareOfSum, (*passage).shareOf, (*passage).rankOf, (*passage).completion, (*passage).lasting, (*passage).perHead, (*passage).own,
	} {
		if s := read(p, k, known); s.words != "" {
			return s
		}
	}
	return p.inherited(k, known)
}

// own is the subject that stands with the figure: what is counted behind it, or the
// noun phrase before it.
func (p *passage) own(k int, known []subject) subject {
	if s := p.placesCounted(k); s.words != "" {
		return s
	}
	if p.householdsOf(k) {
		return p.own(k+1, known)
	}
	a0, b0 := p.prefix(k)
	a0 = p.behindCounted(a0, b0, k, known)
	if p.nextSize(k, b0) {
		return subject{} // 500亩以上的粮油基地、|100亩以上的水产基地
	}
	a, b := p.trim(a0, b0, p.marks[k].fig)
	if s := p.ageOf(k, b0); s.words != "" {
		return s
	}
	if s := p.portion(k); s.words != "" {
		return s
	}
	if s := p.since(k, a0, b0); s.words != "" {
		return s
	}
	if p.marks[k].fig.Unit == "%" && p.beforeAny(b0, joiners...) != "" {
		if s := p.ofEach(k); s.words != "" {
			return s // 98%以上的乡镇和|94%以上的建制村
		}
	}
	if oneOf(p.s[a:b], reckonings) {
		return subject{} // 自然增幅2%
	}
	if ofYear(p.s[a:b]) {
		return subject{} // 第2年100万元
	}
	if n := foremost(p.s[a:b]); n > 0 {
		return p.firstOf(a0, a, b-n, k)
	}
	if s := p.counted(k, a, b); s.words != "" {
		return s
	}
	if s := p.inhabitants(k, a0, b0, known); s.words != "" {
		return s
	}
	if s := p.doers(k, a, b); s.words != "" {
		return s
	}
	if b <= a || p.onlyPlace(a, b) || p.before(a, "（") && oneOf(p.s[a:b], innerParts) {
		return subject{}
	}
	for _, read := range [...]func(p *passage, a, b, k int, known []subject) subject{
		(*passage).graded, (*passage).bareRate, (*passage).headless, (*passage).bareVerb,
	} {
		if s := read(p, a, b, k, known); s.words != "" {
			return s
		}
	}
	if p.s[a:b] == "完成投资" && p.before(a, "累计") {
		if prev := p.previous(k, known); prev >= 0 && p.marks[prev].fig.clause+1 == p.marks[k].fig.clause && strings.HasSuffix(known[prev].words, "投资") {
			return known[prev] // 固定资产投资年均增长23.5%，累计完成投资1008亿元
		}
	}
	s := p.alike(k, a, p.partOf(k, p.cropOf(k, p.sized(p.completed(a0, a, b, k, known), known), known), known), known)
	if s, ok := p.coverage(k, s); ok {
		return s
	}
	if strings.HasSuffix(s.words, "部门") {
		s = p.collected(k, s, known)
	}
	if f := p.marks[k].fig; f.Measure == policy.Change && f.verb.Len() == len("增收") && !endsIn(s.words, "收入", "支出", "数") {
		if w := p.s[f.verb.Start:f.verb.End]; w == "增收" || w == "减收" || w == "增支" || w == "减支" {
			s.words += w // 贫困户人均|增收1490元
		}
	}
	if f := p.marks[k].fig; isAge(f) && !strings.HasSuffix(s.words, "年龄") && !strings.HasSuffix(s.words, "寿命") {
		s.words += "年龄"
	}
	return s
}

// householdsOf says whether figure k counts the households of those whom the next one counts right
// behind it, and nothing names them before: 为|243户|530人发放救助金.
func (p *passage) householdsOf(k int) bool {
	m := &p.marks[k]
	if m.fig.Unit != "户" || k+1 >= len(p.marks) || p.marks[k+1].fig == nil || p.marks[k+1].start != m.end || p.marks[k+1].fig.Unit != "人" {
		return false
	}
	if rest := p.s[p.marks[k+1].end:]; verbs.prefix(rest) == 0 && weak.prefix(rest) == 0 {
		return false
	}
	a, b := p.prefix(k)
	if p.beforeAny(b, "为", "向", "给", "对", "有") != "" {
		return true
	}
	a, b = p.trim(a, b, m.fig)
	return b <= a
}

// subjectAround is [a, b) as a subject, without the year that stands in the middle of it:
// 企业|2019年|工业产值.
func (p *passage) subjectAround(a, b int) subject {
	k := p.markFrom(a)
	if k == len(p.marks) || p.marks[k].as != policy.AsPeriod || p.marks[k].period.Relative || p.marks[k].start < a+6 || p.marks[k].end > b-6 {
		return p.subjectAt(a, b)
	}
	m := &p.marks[k]
	if p.beforeAny(m.start, "“", "《", "（", "、", "于", "在") != "" || p.afterAny(m.end, "”", "》", "以", "前", "后", "、", "版", "度") != "" {
		return p.subjectAt(a, b)
	}
	return subject{p.s[a:m.start] + p.s[m.end:b], []policy.Span{{Start: a, End: m.start}, {Start: m.end, End: b}}}
}

// nextSize says whether figure k bounds the size of the next thing of a list, so that what stands
// before it, up to byte b, is the thing before: 500亩以上的粮油基地、|100亩以上的水产基地.
func (p *passage) nextSize(k, b int) bool {
	m := &p.marks[k]
	n := p.boundAfterLen(m.end)
	if n == 0 || isAge(m.fig) || !p.before(b, "、") || !p.after(m.end+n, "的") {
		return false
	}
	i := p.figureBefore(k)
	return i >= 0 && p.marks[i].fig.clause == m.fig.clause && p.marks[i].fig.Unit == m.fig.Unit && p.after(p.marks[i].end+p.boundAfterLen(p.marks[i].end), "的")
}

// doers is what those do whom figure k counts, where nothing else names them: 有206人|享受工伤保险待遇.
func (p *passage) doers(k, a, b int) subject {
	m := &p.marks[k]
	if a < b || m.fig.Unit != "人" && m.fig.Unit != "户" || m.fig.Measure != policy.Level || !p.before(m.fig.num.Start, "有") && !p.after(m.end, "享受") {
		return subject{}
	}
	end := p.clauses[m.fig.clause].end
	if n := end - m.end; n < 9 || n > 60 || p.nextFigure(k, m.end) < end || verbs.prefix(p.s[m.end:end]) == 0 {
		return subject{}
	}
	return p.subjectAt(m.end, end)
}

// ofYear says whether s says no more than in which year something is given: 第2年, 首年.
func ofYear(s string) bool {
	return s == "首年" || s == "次年" || len(s) <= 12 && strings.HasPrefix(s, "第") && endsIn(s, "年", "个月", "年度")
}

// ageOf reads whose age is bounded where they are named behind it: 45岁及以下的博士研究生 →
// 博士研究生年龄. Nothing may be said of it before byte b.
func (p *passage) ageOf(k, b int) subject {
	m := p.marks[k]
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
	if (n > 0 || m.fig.ValueHigh != "") && end-at >= 6 {
		if n := people.prefix(p.s[at:end]); n > 0 && (heads.suffix(p.s[at:end]) > 0 || p.after(at+n, "的")) {
			end = at + n // 5岁以下儿童|死亡率
		}
		s := p.subjectAt(at, end)
		s.words += "年龄"
		return s
	}
	return subject{}
}

// aimed reads a goal that is named behind its number: 低于5.5%的预期控制目标.
func (p *passage) aimed(k int, _ []subject) subject {
	m := &p.marks[k]
	at := m.end + p.boundAfterLen(m.end)
	if !p.after(at, "的") {
		return subject{}
	}
	at += len("的")
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

// behindCounted moves a, where what may name the figure of mark k begins, behind the things
// that the figure before counts, where they do something: 564万户企业|发放补贴850亿元.
func (p *passage) behindCounted(a, b, k int, known []subject) int {
	i := p.figureBefore(k)
	if i < 0 || a < p.marks[i].end || a > p.marks[i].end+len("以上") || len(known[i].spans) != 1 {
		return a
	}
	w := known[i].spans[0]
	if n := len(p.afterAny(w.End, "和", "及", "与", "以及")); n > 0 && w.Start >= a && w.End+n == b {
		return b // 人才专项资金和|10亿元科技专项资金
	}
	if !p.countUnit(p.marks[i].fig) || w.Start < a || w.Start > a+len("的") || w.End >= b {
		return a
	}
	rest := p.s[w.End:b]
	if n := bracketLen(rest); n > 0 || p.before(w.End, "市）") || p.before(w.End, "区）") {
		return w.End + n // 六个分区（北方六区，下同）|面平均降水量, 31个省（区、市）|夏粮产量
	}
	if n := max(verbs.prefix(rest), weak.prefix(rest)); n == 0 || heads.prefix(rest) > 0 || nominal.prefix(rest[n:]) > 0 {
		return a
	}
	return w.End
}

// partOf completes a part that leaves out what is measured of it with what was measured of
// the whole: 医院病床使用率79.4%，其中公立医院86.0% → 公立医院病床使用率.
func (p *passage) partOf(k int, s subject, known []subject) subject {
	prev, f := p.previous(k, known), p.marks[k].fig
	for ; prev >= 0 && p.marks[prev].fig.Measure != f.Measure; prev = p.previous(prev, known) {
	}
	if prev < 0 || p.marks[prev].fig.Unit != f.Unit || heads.suffix(s.words) > 0 {
		return s
	}
	if !p.amongThem(f.clause) || strings.Contains(p.s[p.marks[prev].end:p.marks[k].start], "。") {
		return s
	}
	whole := known[prev].words
	for n := len(s.words) - 3; n >= 6; n -= 3 { // the end that both share: 医院
		i := strings.Index(whole, s.words[len(s.words)-n:])
		if i >= 0 && i+n < len(whole) && !strings.HasSuffix(whole, s.words) && (f.kind != normalize.CountUnit || heads.suffix(whole[i+n:]) > 0) {
			return subject{s.words + whole[i+n:], append(s.spans[:len(s.spans):len(s.spans)], known[prev].spans...)}
		}
	}
	return s
}

// alike completes what is named after the manner of the one before: 采矿业增加值下降0.4%，制造业增长
// 6.9% → 制造业增加值; 东部地区造林面积5万亩；中部地区面积3万亩. It begins at byte a.
func (p *passage) alike(k, a int, s subject, known []subject) subject {
	if len(s.words) < 6 || !strings.HasSuffix(s.words, "业") && !endsIn(p.s[:a], "区", "部", "市", "县", "省") {
		return s
	}
	f, head := p.marks[k].fig, heads.suffix(s.words)
	if head > 0 && head < len(s.words) || head == 0 && kinds.suffix(s.words) == 0 {
		return s
	}
	prev := p.previous(k, known)
	for ; prev >= 0 && p.marks[prev].fig.Measure != f.Measure; prev = p.previous(prev, known) {
	}
	if prev < 0 || p.marks[prev].fig.Unit != f.Unit || strings.Contains(p.s[p.marks[prev].end:p.marks[k].start], "。") {
		return s
	}
	whole := known[prev].words
	if head > 0 { // the head alone, behind another place
		if p.onlyPlaceBefore(a) && len(whole) > len(s.words) && strings.HasSuffix(whole, s.words) && !strings.Contains(whole, "占") {
			return known[prev]
		}
		return s
	}
	n := heads.suffix(whole)
	if strings.HasPrefix(whole[len(whole)-n:], "工业") && n > len("工业") {
		n -= len("工业") // 食品加工业|增加值
	}
	stem := whole[:len(whole)-n]
	if n == 0 || len(stem) < 9 || s.words[len(s.words)-3:] != stem[len(stem)-3:] {
		return s
	}
	return subject{s.words + whole[len(stem):], append(s.spans[:len(s.spans):len(s.spans)], known[prev].spans...)}
}

// kinds end the names of kinds of industry and enterprise.
var kinds = newLexicon([]string{"业", "企业"})

// onlyPlaceBefore says whether the name of a place stands right before byte a.
func (p *passage) onlyPlaceBefore(a int) bool {
	c := p.clauses[p.clauseAt(a)]
	head := strings.TrimPrefix(p.s[c.start:a], "其中")
	return head != "" && placeLen(head) == len(head)
}

// amongThem says whether 其中 stands in clause c or before it in its sentence.
func (p *passage) amongThem(c int) bool {
	for sentence := p.clauses[c].sentence; c >= 0 && p.clauses[c].sentence == sentence; c-- {
		if strings.Contains(p.s[p.clauses[c].start:p.clauses[c].end], "其中") {
			return true
		}
	}
	return false
}

// membersOf gives a head that opens its clause to those counted right before:
// 规模以上工业企业429户，实现增加值2570亿元 → 规模以上工业企业增加值.
func (p *passage) membersOf(k int, head subject, known []subject) subject {
	prev := p.previous(k, known)
	if prev < 0 || p.marks[prev].fig.kind != normalize.CountUnit || p.marks[prev].fig.clause+1 != p.marks[k].fig.clause {
		return head
	}
	who := known[prev]
	for _, w := range [...]string{"企业", "园区", "单位", "机构", "合作社", "市场", "基地", "大户"} {
		if strings.HasSuffix(who.words, w) {
			return subject{who.words + head.words, append(append([]policy.Span{}, who.spans...), head.spans...)}
		}
	}
	return head
}

// collected gives those who collect a revenue the revenue that the paragraph begins with: 一般公共预算
// 收入2.9亿元，…，其中：税务部门完成1.4亿元.
func (p *passage) collected(k int, who subject, known []subject) subject {
	f := p.marks[k].fig
	if f.kind != normalize.CurrencyUnit || f.Measure != policy.Level || !p.before(f.num.Start, "完成") && !p.before(f.num.Start, "征收") {
		return who
	}
	for i := range known[:k] {
		if known[i].words == "" {
			continue
		}
		if strings.HasSuffix(known[i].words, "收入") {
			who.words += known[i].words
			who.spans = append(who.spans[:len(who.spans):len(who.spans)], known[i].spans...)
		}
		break
	}
	return who
}

// ofWorks gives a head that opens its clause to the works that the clause before names and says no
// more of: 水库除险加固工程，|投资2180万元.
func (p *passage) ofWorks(k int, head subject, known []subject) subject {
	c := p.marks[k].fig.clause - 1
	if who := p.counting(k, known); who.words != "" && strings.HasSuffix(head.words, "总投资") {
		return subject{who.words + head.words, append(append([]policy.Span{}, who.spans...), head.spans...)}
	}
	if c < 0 || p.clauses[c].stop != '，' || !strings.HasSuffix(head.words, "投资") || head.spans[0].Start != p.clauses[c+1].start || works.suffix(p.s[p.clauses[c].start:p.clauses[c].end]) == 0 || p.figureIn(p.clauses[c]) {
		return head
	}
	a, b := p.trim(p.clauses[c].start, p.clauses[c].end, p.marks[k].fig)
	if b-a < 9 {
		return head
	}
	return subject{p.s[a:b] + head.words, append(p.subjectAt(a, b).spans, head.spans...)}
}

// counting is what the figure before k counts, where that closes the clause before: 实施道路工程62个，|
// 总投资7900万元.
func (p *passage) counting(k int, known []subject) subject {
	i := p.figureBefore(k)
	if i < 0 || p.marks[i].fig.clause+1 != p.marks[k].fig.clause || !p.countUnit(p.marks[i].fig) || p.marks[i].fig.Measure != policy.Level || works.suffix(known[i].words) == 0 {
		return subject{}
	}
	return known[i]
}

// works end the names of what is built.
var works = newLexicon([]string{"工程", "项目", "工程一期", "工程二期", "工程三期", "项目一期", "项目二期", "段", "公路", "大桥", "隧道", "水库", "水厂", "污水处理厂", "产业园", "标准厂房"})

// innerParts are the parts of a place for which a bracket says again what was said of it all:
// 城镇化率达到67%（核心区70%）.
var innerParts = []string{"核心区", "中心城区", "主城区", "起步区", "城区", "其中核心区", "其中城区"}

// onlyPlace says whether [a, b) names nothing but a place: （全国2.23%、云川省2.67%）.
func (p *passage) onlyPlace(a, b int) bool {
	s := p.s[a:b]
	if (normalize.MayEndPlace(s) || endsIn(s, "部", "东北", "地区")) && placeLen(s) == len(s) {
		return true
	}
	n, _ := normalize.GuessPlace(s)
	return n == len(s) && !wordsOnly(s)
}

// completed gives a head that a verb parted from its subject back to it:
// 建筑业实现增加值 → 建筑业增加值.
func (p *passage) completed(a0, a, b, k int, known []subject) subject {
	if i := lastIndex(p.s[a:b], "持平、"); i >= 0 {
		a = p.trimLeft(a+i+len("持平、"), b)
	}
	if i := strings.Index(p.s[a:b], "计算"); i >= 0 && b-a-i > len("计算的") && strings.Contains(p.s[max(a0, a-8*len("按")):a], "按") {
		a += i + len("计算") + len(p.afterAny(a+i+len("计算"), "的")) // 按总产值计算的全员劳动生产率, 按常住人口计算人均生产总值
	}
	s := p.subjectAround(a, b)
	if bare := heads.prefix(p.s[a:b]) == b-a; bare && a == a0 {
		return p.ofWorks(k, s, known)
	} else if a == a0 || !bare && !(heads.suffix(p.s[a:b]) > 0 && strings.Contains(p.s[a0:a], "额以上")) {
		return s // but 限额以上企业|实现|消费品零售额
	}
	i := a
	for n := lights.suffix(p.s[a0:i]); n > 0; n = lights.suffix(p.s[a0:i]) {
		i -= n
	}
	from := p.trimLeft(p.behindTopic(a0, i), i)
	to := p.trimTail(from, i)
	if to-from < 6 && i < a {
		return p.membersOf(k, s, known)
	}
	if i == a || to-from < 6 || p.afterVerb(from, to) != from {
		return s
	}
	return subject{p.s[from:to] + s.words, append([]policy.Span{{Start: from, End: to}}, s.spans...)}
}

// previous is the index of the figure before k that it may take its subject from:
// the nearest in the sentence, -1 if none.
func (p *passage) previous(k int, known []subject) int {
	sentence := p.clauses[p.marks[k].fig.clause].sentence
	for i := k - 1; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil || known[i].words == "" || f.whole || p.fieldOf(i) || p.closedBetween(p.marks[i].end, p.marks[k].start) {
			continue
		}
		if p.clauses[f.clause].sentence < sentence-1 {
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
func (p *passage) inherited(k int, known []subject) subject {
	cl := p.marks[k].fig.clause
	if s := p.ofEach(k); s.words != "" {
		return s
	}
	if s := p.portion(k); s.words != "" {
		return s
	}
	prev := p.previous(k, known)
	for c := cl - 1; c >= 0 && p.clauses[c].sentence == p.clauses[cl].sentence; c-- {
		if prev >= 0 && p.marks[prev].fig.clause >= c {
			break
		}
		if p.figureIn(p.clauses[c]) {
			break
		}
		if p.topic(p.clauses[c]) {
			continue
		}
		if a, b := p.trim(p.clauses[c].start, p.threshold(p.clauses[c]), p.marks[k].fig); b-a >= 6 && b-a < 90 {
			return p.subjectAt(a, p.withoutCourse(a, b))
		}
	}
	if prev >= 0 {
		if s := p.ofKind(k, prev, known); s.words != "" {
			return s
		}
		if c := p.condition(k, prev, known); c >= 0 {
			return known[c]
		}
		if c := p.sizeBefore(k, prev); c >= 0 && heads.suffix(known[c].words) > 0 && !endsIn(known[c].words, "项目", "企业") {
			return known[c]
		}
		return known[p.notShare(prev, k, known)]
	}
	if m := p.marks[k]; m.fig.kind == normalize.RatioUnit || m.fig.Unit == "" {
		if end := min(p.clauses[cl].end, p.nextFigure(k, m.end)); end-m.end >= 9 {
			return p.subjectAt(m.end, end) // 三分之一由企业牵头
		}
	}
	return subject{}
}

// ofEach is what a share of several that are told side by side is of, and what that does, which
// stand behind it: 98%以上的乡镇和94%以上的建制村通沥青路.
func (p *passage) ofEach(k int) subject {
	m := &p.marks[k]
	if m.fig.Unit != "%" || m.fig.Measure != policy.Level {
		return subject{}
	}
	at := m.end + p.boundAfterLen(m.end)
	if p.after(at, "的") {
		at += len("的")
	} else if at == m.end {
		return subject{}
	}
	end := min(p.clauses[m.fig.clause].end, p.nextFigure(k, at))
	joined := p.beforeAny(end, joiners...)
	if joined == "" && p.beforeAny(m.fig.num.Start, joiners...) == "" {
		return subject{}
	}
	if end -= len(joined); end-at < 6 {
		return subject{}
	}
	return p.subjectAt(at, end)
}

// withoutCourse is the end of [a, b) without how it went: 民间投资|稳步回升.
func (p *passage) withoutCourse(a, b int) int {
	for _, w := range [...]string{"再创", "创历史", "创下", "创同期"} {
		if i := strings.Index(p.s[a:b], w); i >= 6 {
			return a + i // 粮食产量|再创历史新高
		}
	}
	n := courses.suffix(p.s[a:b])
	if n == 0 {
		return b
	}
	end := b - n
	for m := manners.suffix(p.s[a:end]); m > 0; m = manners.suffix(p.s[a:end]) {
		end -= m
	}
	if end == b-n || end-a < 6 {
		return b // without a manner it may be a name: 收入增长
	}
	return end
}

// courses tell how a value went, manners in what way.
var (
	courses = newLexicon([]string{"增长", "回升", "上升", "下降", "回落", "提升", "提高", "改善", "加快", "扩大", "恢复", "向好", "攀升", "上涨", "减少", "增加", "运行", "发展"})
	manners = newLexicon([]string{"稳步", "持续", "较快", "快速", "平稳", "大幅", "明显", "稳定", "小幅", "逐步", "继续", "保持", "加速", "双双", "均", "高速", "不断", "显著", "总体", "有所", "良好", "健康", "集中", "同时", "陆续", "相继", "纷纷", "现场", "当场", "联手", "携手"})
)

// condition is the condition before figure k, where k is one as well and only what is given
// for the first stands between: 完成投资1000万元以上的，奖励2万元；完成2000万元以上的; 收入100万元至200万元
// 的企业，奖励2万元；200万元以上的. -1 if there is none; prev is the figure before k.
func (p *passage) condition(k, prev int, known []subject) int {
	if !p.conditional(k) || p.conditional(prev) {
		return -1
	}
	sentence := p.clauses[p.marks[k].fig.clause].sentence
	for i := prev - 1; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil {
			continue
		}
		if p.clauses[f.clause].sentence < sentence-1 || f.Unit != p.marks[k].fig.Unit {
			break
		}
		if p.conditional(i) || f.ValueHigh != "" && benefits.suffix(known[i].words) == 0 {
			return i
		}
	}
	return -1
}

// conditional says whether figure k bounds a case: 1000万元以上的，.
func (p *passage) conditional(k int) bool {
	at := p.marks[k].end
	n := p.boundAfterLen(at)
	return (n > 0 || p.boundedBefore(k)) && p.after(at+n, "的") && strings.Contains("，、（给奖", p.nextRune(at+n+len("的")))
}

// portion reads a share that opens its clause and says of what behind it: 94%的贫困县实现摘帽,
// 95%以上的村庄开展了清洁行动.
func (p *passage) portion(k int) subject {
	m := p.marks[k]
	if m.fig.Unit != "%" && m.fig.Unit != "成" {
		return subject{}
	}
	at := m.end + p.boundAfterLen(m.end)
	a, b := p.prefix(k)
	if m.fig.Measure != policy.Level || m.fig.group >= 0 || !p.after(at, "的") || strings.Trim(p.s[a:b], " ，；。、") != "" && p.beforeAny(b, "超过", "超", "约", "近") != p.s[a:b] && !(b-a <= len("项目区") && endsIn(p.s[a:b], "里", "区", "村", "镇", "县", "市", "国")) {
		return subject{}
	}
	end := min(p.clauses[m.fig.clause].end, p.nextFigure(k, at))
	if end-at <= len("的")+3 || end-at > 90 {
		return subject{}
	}
	end -= len(p.beforeAny(end, "和", "及", "与", "、")) // 96%的乡镇|和91%的村通电
	return p.subjectAt(at+len("的"), end)
}

// notShare is the figure before prev in the sentence that is no share, where prev is one
// and mark k is none: 为预算的92.98%，比上年增支8807万元; 完成年度预算的96%，增长8%. Else prev.
func (p *passage) notShare(prev, k int, known []subject) int {
	f := p.marks[k].fig
	if f.Unit == "百分点" || f.Measure != policy.Change && (f.kind != normalize.CountUnit || p.marks[prev].fig.Unit != "%") {
		return prev
	}
	for i := prev; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil {
			continue
		}
		if p.clauses[f.clause].sentence != p.clauses[p.marks[prev].fig.clause].sentence {
			break
		}
		if w := known[i].words; w != "" && !f.whole && !endsIn(w, "比重", "比例", "占比", "完成率") {
			return i
		}
	}
	return prev
}

// topic says whether a clause only tells how what follows is parted: 分季度看, 从环比看,
// 按可比价格计算.
func (p *passage) topic(c clause) bool {
	s := p.s[c.start:c.end]
	return strings.HasSuffix(s, "看") || endsIn(s, "因素", "因素后") && startsIn(s, "考虑", "剔除", "扣除", "还原") || strings.HasPrefix(s, "受") && strings.HasSuffix(s, "影响") || startsIn(s, "居", "位居", "稳居", "跃居", "位列", "名列", "排名", "领跑", "创历史", "好于", "快于", "高于", "低于") || strings.HasSuffix(s, "计算") && startsIn(s, "按", "扣除") || toldBy.suffix(s) > 0
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
