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
	return subject{p.s[a:b], p.arena.span(policy.Span{Start: a, End: b})}
}

// indicators reads what each figure of the passage measures.
func (p *passage) indicators() {
	if !figuresIn(p) {
		return
	}
	subjects := make([]subject, len(p.marks))
	for k := range p.marks {
		if p.marks[k].fig == nil {
			continue
		}
		subjects[k] = p.subjectOf(k, subjects)
		f := p.marks[k].fig
		f.Indicator = strings.Trim(subjects[k].words, " 、，的")
		f.Evidence.Indicator = p.places(subjects[k].spans)
	}
}

// subjectOf reads the subject of mark k; those before it are known.
func (p *passage) subjectOf(k int, known []subject) subject {
	if s := p.grant(k, known); s.words != "" {
		return s
	}
	if s, ok := p.distributed(k, known); ok {
		return s
	}
	for _, read := range [...]func(p *passage, k int, known []subject) subject{
		(*passage).grantShare, (*passage).boundedShare, (*passage).shareOf, (*passage).rankOf, (*passage).completion, (*passage).lasting, (*passage).own,
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
	a0, b0 := p.prefix(k)
	a, b := p.trim(a0, b0, p.marks[k].fig)
	if s := p.counted(k, a, b); s.words != "" {
		return s
	}
	if b <= a || p.onlyPlace(a, b) {
		return subject{}
	}
	for _, read := range [...]func(p *passage, a, b, k int, known []subject) subject{
		(*passage).graded, (*passage).bareRate, (*passage).headless, (*passage).bareVerb,
	} {
		if s := read(p, a, b, k, known); s.words != "" {
			return s
		}
	}
	s := p.completed(a0, a, b, k, known)
	if f := p.marks[k].fig; (f.Unit == "周岁" || f.Unit == "岁") && !strings.HasSuffix(s.words, "年龄") && !strings.HasSuffix(s.words, "寿命") {
		s.words += "年龄"
	}
	return s
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

// onlyPlace says whether [a, b) names nothing but a place: （全国2.23%、云川省2.67%）.
func (p *passage) onlyPlace(a, b int) bool {
	s := p.s[a:b]
	if placeLen(s) == len(s) {
		return true
	}
	n, _ := normalize.GuessPlace(s)
	return n == len(s) && !wordsOnly(s)
}

// completed gives a head that a verb parted from its subject back to it:
// 建筑业实现增加值 → 建筑业增加值.
func (p *passage) completed(a0, a, b, k int, known []subject) subject {
	if i := strings.LastIndex(p.s[a:b], "持平、"); i >= 0 {
		a = p.trimLeft(a+i+len("持平、"), b)
	}
	if i := strings.Index(p.s[a:b], "计算的"); i >= 0 && p.beforeAny(a, "按", "按照") != "" {
		a += i + len("计算的") // 按总产值计算的全员劳动生产率
	}
	s := p.subjectAt(a, b)
	if a == a0 || heads.prefix(p.s[a:b]) != b-a {
		return s
	}
	i := a
	for n := lights.suffix(p.s[a0:i]); n > 0; n = lights.suffix(p.s[a0:i]) {
		i -= n
	}
	from := p.trimLeft(a0, i)
	to := p.trimTail(from, i)
	if to-from < 6 && i < a {
		return p.membersOf(k, s, known)
	}
	if i == a || to-from < 6 || p.afterVerb(from, to) != from {
		return s
	}
	return subject{p.s[from:to] + s.words, append([]policy.Span{{Start: from, End: to}}, s.spans...)}
}

// headless completes 有研发费用的 with what the clause before it speaks of:
// 规上工业企业中，有研发费用的达到2717家.
func (p *passage) headless(a, b, k int, _ []subject) subject {
	cl := p.marks[k].fig.clause
	if !p.after(b, "的") || cl == 0 || p.after(b, "的"+p.s[p.marks[k].start:p.marks[k].end]) {
		return subject{}
	}
	before := p.clauses[cl-1]
	if !p.before(before.end, "中") && !p.before(before.end, "里") {
		return subject{}
	}
	if p.before(a, "有") {
		a -= len("有")
	}
	from, to := p.trim(before.start, before.end-len("中"), p.marks[k].fig)
	s := p.subjectAt(a, b+len("的"))
	s.words += p.s[from:to]
	s.spans = append(s.spans, policy.Span{Start: from, End: to})
	return s
}

// bareVerb completes a verb that stands alone: 发放创新券1677万元，使用558万元 →
// 使用创新券; 吸引18万人次来旅居 → 来旅居.
func (p *passage) bareVerb(a, b, k int, known []subject) subject {
	w := p.s[a:b]
	if verbs.prefix(w) != len(w) && weak.prefix(w) != len(w) || heads.prefix(w) == len(w) {
		return subject{}
	}
	m := p.marks[k]
	if m.fig.kind == normalize.TimeUnit {
		return p.subjectAt(a, b)
	}
	if n := max(verbs.suffix(p.s[:a]), weak.suffix(p.s[:a])); n > 0 {
		return p.subjectAt(a-n, b)
	}
	end := min(p.clauses[m.fig.clause].end, p.nextFigure(k, m.end))
	if end-m.end >= 6 && p.boundAfterLen(m.end) == 0 && !strings.Contains("、，（和", p.nextRune(m.end)) {
		return p.subjectAt(m.end, end)
	}
	if prev := p.previous(k, known); prev >= 0 {
		return subject{w + known[prev].words, append(p.subjectAt(a, b).spans, known[prev].spans...)}
	}
	return subject{}
}

func (p *passage) boundAfterLen(i int) int {
	w, _ := p.boundAfter(i)
	return len(w)
}

// rankOf reads the subject of a rank before its verb: 增速居全省第4位.
func (p *passage) rankOf(k int, known []subject) subject {
	f := p.marks[k].fig
	if f.Measure != policy.Rank {
		return subject{}
	}
	a, b := p.prefix(k)
	at := b
	for _, v := range rankVerbs[:len(rankVerbs)-2] {
		if i := strings.Index(p.s[a:b], v); i >= 0 && a+i < at && !splitsWord(p.s[a:b], i) {
			at = a + i
		}
	}
	if i := strings.LastIndex(p.s[a:at], "与"); i >= 0 && p.before(at, "并") {
		at = a + i
	}
	a, b = p.trim(a, at, f)
	if s := p.bareRate(a, b, k, known); b > a && s.words != "" {
		return s
	}
	for n := tails.suffix(p.s[a:b]); n > 0 && b > a; n = tails.suffix(p.s[a:b]) {
		b -= n
	}
	if b-a < 6 || placeLen(p.s[a:b]) == b-a {
		return p.inherited(k, known)
	}
	return p.subjectAt(a, b)
}

// completion reads what a share was completed of: 完成年度任务的76.3%.
func (p *passage) completion(k int, known []subject) subject {
	f := p.marks[k].fig
	if f.Unit != "%" || f.Measure != policy.Level {
		return subject{}
	}
	a, b := p.prefix(k)
	a = p.trimLeftBut(a, b, "完成")
	if !strings.HasPrefix(p.s[a:b], "完成") || p.after(a, "完成率") {
		return subject{}
	}
	end := b
	for n := 1; n > 0 && end > a; {
		n = 0
		if w := p.beforeAny(end, "的", "达", "达到", "约", "近", "超过", "了", "超"); w != "" {
			n = len(w)
		}
		end -= n
	}
	s := p.subjectAt(a+len("完成"), end)
	if prev := p.previous(k, known); s.words == "" && prev >= 0 {
		s = known[prev]
	}
	if s.words != "" {
		s.words += "完成率"
	}
	return s
}

// trimLeftBut is trimLeft that stops at the word w.
func (p *passage) trimLeftBut(a, b int, w string) int {
	for a < b && !strings.HasPrefix(p.s[a:b], w) {
		n := p.leadLen(a, b)
		if n == 0 {
			return a
		}
		a += n
	}
	return a
}

// lasting reads what went on for a time or a number of times:
// 连续两年举办民族活动, 进出口连续7个季度保持增长.
func (p *passage) lasting(k int, _ []subject) subject {
	m := p.marks[k]
	if !p.before(m.fig.num.Start, "连续") || m.fig.Measure != policy.Level {
		return subject{}
	}
	a, b := p.prefix(k)
	a, b = p.trim(a, b-len("连续"), m.fig)
	end := min(p.clauses[m.fig.clause].end, p.nextFigure(k, m.end))
	s := p.subjectAt(a, b)
	if end > m.end {
		s.words += p.s[m.end:end]
		s.spans = append(s.spans, policy.Span{Start: m.end, End: end})
	}
	return s
}

// prefix is the stretch before figure k in which its subject may stand: from the
// figure before it, or the start of its clause or bracket, to its own words.
func (p *passage) prefix(k int) (a, b int) {
	m := p.marks[k]
	a, b = p.clauses[m.fig.clause].start, m.fig.num.Start
	for i := k - 1; i >= 0 && p.marks[i].end > a; i-- {
		if p.marks[i].fig != nil && !p.attributive(i, b) {
			a = p.marks[i].end
			a += p.boundAfterLen(a)
			break
		}
	}
	if i := openBracket(p.s[a:b]); i >= 0 {
		a += i
		if j := lastComma(p.s[a:b]); j >= 0 {
			a += j
		}
	}
	return a, b
}

// attributive says whether figure i only describes the thing counted before byte
// b: 亿元以上项目68个, 3000平方米以上场馆2座.
func (p *passage) attributive(i, b int) bool {
	at := p.marks[i].end
	n := p.boundAfterLen(at)
	if gap := p.s[at:max(at, b)]; n == 0 && len(p.marks[i].fig.bound) > 0 && len(gap) >= 6 && len(gap) <= 24 && heads.suffix(gap) > 0 && !strings.ContainsAny(gap, "、，；。（：0123456789") {
		return true // 超10亿元企业40家
	}
	if n == 0 && p.marks[i].fig.ValueRaw != "" && !p.after(at, "级") {
		return false
	}
	gap := p.s[at+n : max(at+n, b)]
	if p.afterAny(at+n, "或", "且", "和", "并", "及", "的，") != "" {
		return false
	}
	return n > 0 && gap != "" && !strings.ContainsAny(gap, "、，；。（：0123456789")
}

// openBracket is the place behind the last （ of s that is not closed, -1 if none.
func openBracket(s string) int {
	i := strings.LastIndex(s, "（")
	if i < 0 || strings.Contains(s[i:], "）") {
		return -1
	}
	return i + len("（")
}

func lastComma(s string) int {
	best := -1
	for _, w := range [...]string{"，", "；", "。"} {
		if i := strings.LastIndex(s, w); i >= 0 && i+len(w) > best {
			best = i + len(w)
		}
	}
	return best
}

// trim narrows [a, b) to the noun phrase in it: verbs, times, places, bounds and
// particles at both ends are no part of an indicator.
func (p *passage) trim(a, b int, f *draft) (int, int) {
	b = p.trimRight(a, b, f)
	a = p.trimLeft(a, b)
	a = p.afterVerb(a, b)
	b = p.trimTail(a, b)
	return a, b
}

// trimRight cuts a comparison (比上年, 低于全省平均) and what states the value.
func (p *passage) trimRight(a, b int, f *draft) int {
	if f.Measure == policy.Change && f.verb.Len() > 0 && f.verb.Start >= a && f.verb.End <= b && !strings.Contains(p.s[a:b], "拉动") {
		b = f.verb.Start
	}
	if i := comparison(p.s[a:b]); i >= 0 {
		b = a + i
	}
	if i := fromWhen(p.s[a:b]); i >= 0 {
		b = a + i
	}
	return p.trimTail(a, b)
}

// fromWhen is where the 由 or 从 of a from–to pair stands that s ends in: 由原先的,
// 从2015年的; -1 if there is none.
func fromWhen(s string) int {
	for _, w := range [...]string{"由", "从"} {
		from := max(0, len(s)-24) // within a few words of the end
		i := from + strings.LastIndex(s[from:], w)
		if i >= from && !splitsWord(s, i) && !splitsWord(s, i+len(w)) && strings.IndexByte(s[i:], ',') < 0 {
			return i
		}
	}
	return -1
}

// trimTail drops tails and periods from the end of [a, b).
func (p *passage) trimTail(a, b int) int {
	for b > a {
		n := tails.suffix(p.s[a:b])
		if n > 0 && (n <= 3 && splitsWord(p.s[a:b], b-n-a) || p.keepsTail(a, b, n)) {
			n = 0
		}
		if n == 0 {
			n = p.periodTail(a, b)
		}
		if n == 0 {
			break
		}
		reached := p.beforeAny(b, "至", "到") != "" && n == len("至")
		b -= n
		if w, _ := p.changeBefore(b); reached && len(w) > 3 && b-len(w) > a {
			b -= len(w) // 压减至, 提前到
		}
	}
	return b
}

// keepsTail says whether the last n bytes of [a, b) belong to what stands before
// them: 增长 of 资本形成总额拉动生产总值增长.
func (p *passage) keepsTail(a, b, n int) bool {
	w := p.s[b-n : b]
	return (w == "增长" || w == "增加") && strings.Contains(p.s[a:b-n], "拉动")
}

// periodTail is the length of a period that [a, b) ends in, 0 if none.
func (p *passage) periodTail(a, b int) int {
	if k := p.markFrom(b - 1); k < len(p.marks) {
		if m := &p.marks[k]; m.end == b && m.as == policy.AsPeriod && m.start >= a {
			return b - m.start
		}
	}
	for i := a; i < b; {
		start, n, _ := normalize.NextRelative(p.s[:b], i)
		if n == 0 || start >= b {
			return 0
		}
		if start+n == b {
			return n
		}
		i = start + n
	}
	return 0
}

// trimLeft drops leads, periods and relative places from the start of [a, b).
func (p *passage) trimLeft(a, b int) int {
	for a < b {
		n := p.leadLen(a, b)
		if n == 0 {
			return a
		}
		a += n
	}
	return a
}

func (p *passage) leadLen(a, b int) int {
	s := p.s[a:b]
	if s[0] == ' ' {
		return 1
	}
	if k := p.markFrom(a); k < len(p.marks) {
		m := &p.marks[k]
		if m.start <= a && a < m.end && m.end <= b && (m.as == policy.AsPeriod || m.as == policy.AsOrdinal && p.listed(m)) {
			return m.end - a
		}
	}
	if start, n, _ := normalize.NextRelative(s, 0); n > 0 && start == 0 && n < len(s) {
		return n
	}
	if n, _ := normalize.MatchRelativePlace(s); n > 0 && n < len(s) {
		return n
	}
	if n, pl := normalize.MatchPlace(s); n > 0 && n <= len(s) && p.wholePlace(a+n, pl) {
		return n
	}
	n := leads.prefix(s)
	if n == 0 || n == len(s) {
		return n
	}
	if s[:n] == "完成" && s[n:] == "投资" {
		return 0
	}
	if n <= 3 && splitsWord(s, n) || strings.HasPrefix(s[n:], "率") || strings.HasPrefix(s, "增加值") {
		return 0
	}
	return n
}

// listed says whether an ordinal mark is the number of a list, not of a thing.
func (p *passage) listed(m *mark) bool {
	return !p.before(m.start, "第") && p.afterAny(m.end, "是", "要", "、", ".", "）") != ""
}

// wholePlace says whether the place that ends at byte i stands for itself, not for
// the beginning of a name: 临江市新增…, but 临江科技城.
func (p *passage) wholePlace(i int, pl normalize.Place) bool {
	if pl.Level == normalize.Country || pl.Level == normalize.Region {
		return true
	}
	return p.beforeAny(i, "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡") != "" && p.afterAny(i, "级", "属", "场", "政府", "委") == ""
}

// comparison is where a comparison of the kind 比2015年, 较上年末, 与上年相比 begins
// that s ends in, -1 if there is none.
func comparison(s string) int {
	for _, w := range [...]string{"比", "较", "与"} {
		i := strings.LastIndex(s, w)
		if i < 0 {
			continue
		}
		rest := s[i+len(w):]
		if strings.HasPrefix(rest, "重") || strings.HasPrefix(rest, "例") || strings.HasPrefix(rest, "率") {
			continue
		}
		if compareBase(rest) && !strings.Contains(rest, "持平、") && !strings.HasSuffix(s[:i], "占") && !strings.HasSuffix(s[:i], "同") {
			return i
		}
	}
	return -1
}

func compareBase(rest string) bool {
	if rest == "" {
		return false
	}
	if rest[0] >= '0' && rest[0] <= '9' {
		return true
	}
	for _, w := range [...]string{"上", "去年", "前", "同期", "年初", "年末", "全", "规划", "目标", "预期", "“", "改革", "原", "基期", "一季度", "二季度", "三季度"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// afterVerb moves a behind the last verb of [a, b) that is no part of a noun:
// 某科创城集聚高技能人才 → 高技能人才. Verbs that are nouns as well count at the start alone.
func (p *passage) afterVerb(a, b int) int {
	s := p.s
	if strings.Contains(s[a:b], "拉动") {
		return a
	}
	if p.after(a, "每") {
		return a // 每千人口拥有执业医师
	}
	best, depth := a, 0
	for i := a; i < b; {
		if w := p.afterAny(i, "且", "并且", "并"); depth == 0 && w != "" && i > best && !splitsWord(s[:b], i) && !splitsWord(s[:b], i+len(w)) && b-i > 9 {
			best = p.trimLeft(i+len(w), b)
			i = best
			continue
		}
		switch w := s[i:min(i+3, b)]; w {
		case "“", "（", "《":
			depth++
		case "”", "）", "》":
			depth = max(0, depth-1)
		}
		if n := p.verbAt(i, b, i == best); depth == 0 && n > 0 {
			best = p.trimLeft(i+n, b)
			i = best
			continue
		}
		i += runeLen(s[i])
	}
	return best
}

// verbAt is the length of the verb at byte i before b that parts a phrase, 0 if
// none does. At the start of a phrase, nouns that can be verbs count too.
func (p *passage) verbAt(i, b int, start bool) int {
	s := p.s[:b]
	n := verbs.prefix(s[i:])
	light := lights.prefix(s[i:]) == n
	if n == 0 && start {
		n = weak.prefix(s[i:])
		if n > 0 && (b-i-n < 6 || heads.prefix(s[i+n:]) > 0) {
			return 0
		}
	}
	if n == 0 || i+n >= b || splitsWord(s, i) && !start || n <= 3 && splitsWord(s, i+n) {
		return 0
	}
	rest := s[i+n:]
	if strings.HasPrefix(rest, "的") || len(rest) <= 6 {
		return 0 // 集聚企业, 带动消费, 完成投资
	}
	if !light && nominal.suffix(rest) == 3 && max(verbs.prefix(rest), weak.prefix(rest)) == len(rest)-3 {
		return 0 // 引进和申报|入选数
	}
	m := nominal.prefix(rest)
	if m > 0 && (m <= 3 || !light && (!start || m == len(rest))) {
		return 0
	}
	return n
}

// counted reads the thing counted behind a number: 142家企业, 18场技术“云对接”活动.
func (p *passage) counted(k, a, b int) subject {
	m := p.marks[k]
	f := m.fig
	if f.Measure == policy.Rank || f.ValueHigh != "" && f.Unit == "%" {
		return subject{}
	}
	at := m.end
	if w, _ := p.boundAfter(at); w != "" {
		at += len(w)
	}
	if p.after(at, "的") {
		at += len("的")
	}
	end := p.nounEnd(at, k)
	if end == at {
		return subject{}
	}
	if p.countUnit(f) {
		return p.subjectAt(at, end)
	}
	if b > a && max(weak.prefix(p.s[a:b]), verbs.prefix(p.s[a:b])) != b-a || !p.benefit(at, end) {
		return subject{}
	}
	return p.funded(at, k)
}

// funded reads what a sum is for: 100万元经费支持创业服务中心建设, or, where nothing
// follows, what the clause before sets up.
func (p *passage) funded(at, k int) subject {
	end := p.benefitEnd(at, k)
	for _, w := range [...]string{"予以支持", "支持", "用于", "扶持", "予以"} {
		end -= len(w) * btoi(end-at > len(w) && p.before(end, w))
	}
	what := p.subjectAt(at, end)
	cl := p.marks[k].fig.clause
	from := end
	for w := p.afterAny(from, "予以", "支持", "用于", "扶持", "补助", "资助"); w != ""; w = p.afterAny(from, "予以", "支持", "用于", "扶持", "补助", "资助") {
		from += len(w)
	}
	to := min(p.clauses[cl].end, from+90)
	if from == to && cl > 0 && p.clauses[cl-1].sentence == p.clauses[cl].sentence {
		from, to = p.trim(p.clauses[cl-1].start, p.clauses[cl-1].end, p.marks[k].fig)
	}
	if what.words == "" || to-from < 6 || to-from > 90 {
		return what
	}
	what.words = p.s[from:to] + what.words
	what.spans = append(what.spans, policy.Span{Start: from, End: to})
	return what
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// countUnit says whether the unit of f is a classifier, which a noun may follow.
func (p *passage) countUnit(f *draft) bool { return f.kind == normalize.CountUnit || f.Unit == "" }

// benefit says whether [at, end) names what a policy gives.
func (p *passage) benefit(at, end int) bool {
	s := p.s[at:end]
	for i := 0; i < len(s); i += runeLen(s[i]) {
		if benefits.prefix(s[i:]) > 0 {
			return true
		}
	}
	return false
}

// nounEnd is where the noun phrase that begins at byte i ends: at a mark of
// punctuation, a verb, or the next figure.
func (p *passage) nounEnd(i, k int) int {
	s := p.s
	limit := p.clauses[p.marks[k].fig.clause].end
	if k+1 < len(p.marks) {
		for j := k + 1; j < len(p.marks); j++ {
			if p.marks[j].fig != nil || p.marks[j].as == policy.AsPeriod && p.marks[j].start > i {
				limit = min(limit, p.marks[j].start)
				break
			}
		}
	}
	start, quotes := i, 0
	for i < limit {
		switch {
		case strings.HasPrefix(s[i:], "“"):
			quotes++
		case strings.HasPrefix(s[i:], "”"):
			if quotes == 0 {
				return i
			}
			quotes--
		}
		if quotes == 0 {
			if strings.HasPrefix(s[i:], "（") && i > start {
				if j := strings.Index(s[i:limit], "）"); j > 0 && !strings.ContainsAny(s[i:i+j], "0123456789") && i+j+3 < limit && j < 40 {
					i += j + len("）")
					continue
				}
				return i
			}
			if p.nounStops(i, start, limit) {
				return i
			}
		}
		i += runeLen(s[i])
	}
	return limit
}

// nounStops says whether the noun phrase that begins at start ends at byte i.
func (p *passage) nounStops(i, start, limit int) bool {
	s := p.s[:limit]
	if p.after(i, "以上") && p.before(i, "级") || p.after(i, "及") && i > start && i-start <= 9 {
		return false
	}
	if w := p.afterAny(i, "和", "或"); w != "" && i > start && i+len(w) < limit && limit-i > len(w)+3 {
		return false
	}
	if n := weak.prefix(s[i:]); i > start && n > 0 && strings.HasPrefix(s[i+n:], "的") {
		return true
	}
	if n := stops.prefix(s[i:]); n > 0 && (i == start || !splitsWord(s, i)) && (n > 3 || s[i] < 0xE4 || s[i] > 0xE9 || !splitsWord(s, i+n)) {
		return true
	}
	if w, _ := changeAt(s[i:]); len(w) > 3 && p.valueFollows(i+len(w)) && !splitsWord(s, i) && nominal.prefix(s[i+len(w):]) == 0 {
		return true
	}
	if i == start {
		n := verbs.prefix(s[i:])
		return n > 0 && nominal.prefix(s[i+n:]) == 0 && heads.prefix(s[i+n:]) == 0
	}
	n := verbs.prefix(s[i:])
	if n > 0 && !splitsWord(s, i) && nominal.prefix(s[i+n:]) != 3 {
		return true
	}
	if n == 0 && people.suffix(s[start:i]) > 0 {
		n = weak.prefix(s[i:]) // 残疾人|发放补贴
	}
	return n > 0 && !splitsWord(s, i) && nominal.prefix(s[i+n:]) == 0
}

// valueFollows says whether a number or what leads to one stands at byte i.
func (p *passage) valueFollows(i int) bool {
	return i >= len(p.s) || p.s[i]-'0' < 10 || p.afterAny(i, "了", "到", "至", "为", "约", "超", "近", "，", "。", "、") != ""
}

// changeAt is the change word that s begins with.
func changeAt(s string) (w string, says policy.Direction) {
	w = s[:changeLexicon.prefix(s)]
	return w, changeSays[w]
}

// graded completes a grade alone with what is graded: 省级以上科技奖92项，其中国家级6项.
func (p *passage) graded(a, b, k int, known []subject) subject {
	n := grades.prefix(p.s[a:b])
	if n != b-a {
		return subject{}
	}
	prev := p.previous(k, known)
	if prev < 0 || known[prev].words == "" {
		return subject{}
	}
	head := known[prev].words
	if n := grades.prefix(head); n > 0 && n < len(head) {
		head = head[n:]
	}
	s := p.subjectAt(a, b)
	s.words += head
	s.spans = append(s.spans, known[prev].spans...)
	return s
}

// bareRate completes 增速 or 总量 alone with the indicator it belongs to.
func (p *passage) bareRate(a, b, k int, known []subject) subject {
	if n := max(weak.prefix(p.s[a:b]), verbs.prefix(p.s[a:b])); n > 0 && heads.prefix(p.s[a+n:b]) == b-a-n {
		if s := p.scaleOf(a+n, b, k); s.words != "" {
			return s // 建设总投资75亿元的产业园
		}
	}
	if heads.prefix(p.s[a:b]) == b-a {
		if s := p.scaleOf(a, b, k); s.words != "" {
			return s
		}
	}
	if rates.prefix(p.s[a:b]) != b-a {
		return subject{}
	}
	prev := p.previous(k, known)
	if prev < 0 {
		return p.scaleOf(a, b, k)
	}
	s := known[prev]
	if !strings.HasSuffix(s.words, p.s[a:b]) {
		s.words += p.s[a:b]
	}
	s.spans = append(append([]policy.Span{}, s.spans...), policy.Span{Start: a, End: b})
	return s
}

// scaleOf completes 规模20亿元的引导基金 to 引导基金规模.
func (p *passage) scaleOf(a, b, k int) subject {
	at := p.marks[k].end
	if !p.after(at, "的") {
		return subject{}
	}
	at += len("的")
	end := p.nounEnd(at, k)
	if end == at {
		return subject{}
	}
	return subject{p.s[at:end] + p.s[a:b], []policy.Span{{Start: a, End: b}, {Start: at, End: end}}}
}

// previous is the index of the figure before k that it may take its subject from:
// the nearest in the sentence, -1 if none.
func (p *passage) previous(k int, known []subject) int {
	sentence := p.clauses[p.marks[k].fig.clause].sentence
	for i := k - 1; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil || known[i].words == "" || p.closedBetween(p.marks[i].end, p.marks[k].start) {
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
	for at := i; at < j; {
		switch p.s[at:min(at+3, j)] {
		case "（":
			depth++
		case "）":
			depth--
		}
		if depth < 0 {
			return true
		}
		at += runeLen(p.s[at])
	}
	return false
}

// inherited is the subject of a figure that names none: that of the figure before
// it (同比增长44.13%), or of the clause before.
func (p *passage) inherited(k int, known []subject) subject {
	cl := p.marks[k].fig.clause
	prev := p.previous(k, known)
	for c := cl - 1; c >= 0 && p.clauses[c].sentence == p.clauses[cl].sentence; c-- {
		if prev >= 0 && p.marks[prev].fig.clause >= c {
			break
		}
		if p.figureIn(p.clauses[c]) {
			break
		}
		if a, b := p.trim(p.clauses[c].start, p.clauses[c].end, p.marks[k].fig); b-a >= 6 && b-a < 90 {
			return p.subjectAt(a, b)
		}
	}
	if prev >= 0 {
		return known[prev]
	}
	if m := p.marks[k]; m.fig.kind == normalize.RatioUnit || m.fig.Unit == "" {
		if end := min(p.clauses[cl].end, p.nextFigure(k, m.end)); end-m.end >= 9 {
			return p.subjectAt(m.end, end) // 三分之一由企业牵头
		}
	}
	return subject{}
}

// trimShare cuts what states the value behind 占, but not the plan or the year that is
// shared: 占年度计划的112%.
func (p *passage) trimShare(a, b int, f *draft) int {
	if f.Measure == policy.Change && f.verb.Len() > 0 {
		return p.trimRight(a, b, f)
	}
	for b > a {
		n := tails.suffix(p.s[a:b])
		if w := p.s[b-n : b]; n == 0 || n <= 3 && splitsWord(p.s[a:b], b-n-a) || oneOf(w, planWords) {
			break
		}
		b -= n
	}
	return b
}

// planWords are tails of an indicator that are what a share is taken of.
var planWords = []string{"年度", "计划", "目标", "任务", "预期", "全年", "当年", "总体", "整体"}

// figureIn says whether a figure stands in the clause.
func (p *passage) figureIn(c clause) bool {
	for i := p.markFrom(c.start); i < len(p.marks) && p.marks[i].end <= c.end; i++ {
		if p.marks[i].fig != nil {
			return true
		}
	}
	return false
}
