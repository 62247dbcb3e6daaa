package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

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
	if n := headcounts[m.fig.Unit]; n != "" && m.fig.Measure == policy.Level && p.endsClause(m.end) {
		s := p.subjectAt(a, b)
		s.words += n // 改造小区26个，惠及2万户
		return s
	}
	if oneOf(m.fig.Unit, thingUnits) {
		return p.subjectAt(m.fig.unit.End-len(m.fig.Unit), m.fig.unit.End) // 提供1900个学位
	}
	if prev := p.previous(k, known); prev >= 0 && strings.HasSuffix(known[prev].words, w) {
		return p.subjectAt(a, b) // 计划开工32项，实际开工32项
	} else if prev >= 0 {
		words := known[prev].words
		if n := verbs.prefix(words); n > 0 && len(words)-n >= 6 {
			words = words[n:] // 新开工小区10个、竣工20个
		}
		return subject{w + words, append(p.subjectAt(a, b).spans, known[prev].spans...)}
	}
	return subject{}
}

// headcounts are what is counted in units of people where nothing else names it.
var headcounts = map[string]string{"人": "人数", "人次": "人次", "户": "户数", "名": "人数"}

// headFirsts are the characters that those units begin with.
var headFirsts = policy.WideSetOf("人户名")

// thingUnits are units that name what is counted.
var thingUnits = []string{"学位", "床位", "车位", "泊位", "机位", "席位", "座位", "网点", "标段"}

// inhabitants names those of a village or town that figure k counts, where [a, b) before it names
// no more than that: 全村312户、1100人.
func (p *passage) inhabitants(k, a, b int, known []subject) subject {
	f := p.marks[k].fig
	if !headFirsts.Begins(f.Unit) {
		return subject{}
	}
	n := headcounts[f.Unit]
	if n == "" || f.Measure != policy.Level {
		return subject{}
	}
	b = p.trimTail(a, b)
	goesOn := b == a && k > 0 && known[k-1].words == "户数" && p.marks[k].start-p.marks[k-1].end <= len("、")
	if f.Unit == "人" && b > a && p.endsClause(p.marks[k].end) && p.onlyPlace(a, b) {
		if prev := p.previous(k, known); prev < 0 || p.marks[prev].fig.Unit != "人" {
			return subject{"人口", p.arena.span(f.unit)} // 我国有近14亿人
		}
	}
	if !goesOn && (b-a > len("全社区") || !startsIn(p.s[a:b], "全", "该", "我", "本") || !endsIn(p.s[a:b], "村", "镇", "乡", "组", "屯", "寨", "社区")) {
		return subject{}
	}
	if n != "户数" {
		n = "人口"
	}
	return subject{n, p.arena.span(f.unit)}
}

// rankOf reads the subject of a rank before its verb: 增速居全省第4位.
func (p *passage) rankOf(k int, known []subject) subject {
	f := p.marks[k].fig
	if f.Measure != policy.Rank {
		return subject{}
	}
	a, b := p.prefix(k)
	at := b
	if i, from := p.rankField(k); i >= 0 {
		if a, b = p.trim(p.clauses[f.clause].start, from, f); b-a < 6 {
			return p.inherited(i, known)
		}
		return p.subjectAt(a, b+len(p.afterAny(b, "幅度", "速度")))
	}
	for _, v := range rankVerbs[:len(rankVerbs)-2] {
		if i := strings.Index(p.s[a:b], v); i >= 0 && a+i < at && (len(v) > 3 || !splitsWord(p.s[a:b], i)) {
			at = a + i
		}
	}
	if i, n := rankLexicon.lastIn(p.s[a:at]); n > 0 && a+i+n == at {
		at = a + i // 签约项目数量全区|第一
	}
	if i := lastIndex(p.s[a:at], "与"); i >= 0 && p.before(at, "并") {
		at = a + i
	}
	a, b = p.trim(a, at, f)
	if s := p.bareRate(a, b, k, known); b > a && s.words != "" {
		return s
	}
	for n := tails.suffix(p.s[a:b]); n > 0 && b > a; n = tails.suffix(p.s[a:b]) {
		b -= n
	}
	if b-a < 6 || p.s[a:b] == "综合" || placeLen(p.s[a:b]) == b-a {
		return p.inherited(k, known)
	}
	return p.subjectAt(a, b)
}

// rankField is the figure that counts those among whom the rank of mark k is held, and where
// they begin to be spoken of: 改善幅度|在全国168个重点城市中排名第17位. -1 where none does.
func (p *passage) rankField(k int) (i, from int) {
	i, from = p.figureBefore(k), p.clauses[p.marks[k].fig.clause].start
	if i < 0 || p.marks[i].start < from || !p.countUnit(p.marks[i].fig) {
		return -1, 0
	}
	gap := p.s[p.marks[i].end:p.marks[k].start]
	if p.marks[i].start == from && startsIn(gap, "排名", "位列", "位居", "排", "居", "列") {
		return i, from // 六县市|排名第三
	}
	if !strings.Contains(gap, "中") {
		return -1, 0
	}
	j := lastIndex(p.s[from:p.marks[i].start], "在")
	if j < 0 || p.figureBefore(i) >= 0 && p.marks[p.figureBefore(i)].end > from {
		return -1, 0
	}
	return i, from + j
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
	if i := strings.Index(p.s[a:end], "（"); i > 0 {
		end = a + i // 完成全年目标（4.05亿元）|84.4%
	}
	s := p.subjectAt(a+len("完成"), end)
	if prev := p.previous(k, known); prev >= 0 && (s.words == "" || plans.suffix(known[prev].words) == 0 && plans.suffix(s.words) > 0 && len(s.words) <= len("全年预期目标任务")) {
		s = p.plannedOf(known[p.unshared(prev, known)], s)
	}
	if s.words != "" {
		s.words += "完成率"
	}
	return s
}

// plannedOf is what of was planned of, with what was planned: 技术交易额|年度任务.
func (p *passage) plannedOf(of, plan subject) subject {
	if plan.words == "" {
		return of
	}
	return subject{of.words + plan.words, append(of.spans[:len(of.spans):len(of.spans)], plan.spans...)}
}

// unshared is the figure prev, or, where that is a share, the last before it in its sentence that is none.
func (p *passage) unshared(prev int, known []subject) int {
	for i := prev; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil || f.whole || known[i].words == "" {
			continue
		}
		if p.clauses[f.clause].sentence != p.clauses[p.marks[prev].fig.clause].sentence {
			break
		}
		if !endsIn(known[i].words, "比重", "比例", "占比", "完成率") {
			return i
		}
	}
	return prev
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
func (p *passage) lasting(k int, known []subject) subject {
	m := p.marks[k]
	if next := p.nextMark(k); m.fig.kind == normalize.TimeUnit && next >= 0 && p.before(m.fig.num.Start, "给予为期") {
		return p.benefitOf(next, m.end, p.clauses[m.fig.clause]) // 给予为期五年每人每年10万元的购房补贴
	}
	if !p.before(m.fig.num.Start, "连续") || m.fig.Measure != policy.Level {
		return subject{}
	}
	a, b := p.prefix(k)
	a, b = p.trim(a, b-len("连续"), m.fig)
	end := min(p.clauses[m.fig.clause].end, p.nextFigure(k, m.end))
	s := p.subjectAt(a, b)
	if s.words == "" && p.afterAny(m.end, "进入", "位居", "居", "位列", "列", "保持", "稳居", "高于", "快于", "低于", "增长", "下降", "超过", "突破", "回升", "回落", "上升", "加快", "实现") != "" {
		if from, to := p.trim(m.end, end, m.fig); p.after(m.end, "保持") && heads.suffix(p.s[from:to]) > 0 {
			return p.subjectAt(from, to) // 连续7年保持破案率100%
		}
		return p.inherited(k, known) // 连续6个季度进入全省前4位
	}
	if end = p.trimTail(m.end, end); end > m.end {
		s.words += p.s[m.end:end]
		s.spans = append(s.spans, policy.Span{Start: m.end, End: end})
	}
	return s
}

// nextMark is the next figure of the clause of figure k, -1 if there is none.
func (p *passage) nextMark(k int) int {
	for j := k + 1; j < len(p.marks); j++ {
		if f := p.marks[j].fig; f != nil {
			if f.clause == p.marks[k].fig.clause {
				return j
			}
			break
		}
	}
	return -1
}

// graded completes a grade alone with what is graded: 省级以上科技奖92项，其中国家级6项.
func (p *passage) graded(a, b, k int, known []subject) subject {
	n := grades.prefix(p.s[a:b])
	if n != b-a {
		return subject{}
	}
	prev := p.previous(k, known)
	if prev < 0 || known[prev].words == "" || p.marks[k].fig.kind == normalize.CurrencyUnit && p.marks[prev].fig.kind == normalize.CountUnit {
		return subject{} // 评选10项优秀成果，一等奖100万元
	}
	head := known[prev].words
	if grades.prefix(head) == len(head) {
		return subject{} // 一等奖100万元，二等奖50万元
	}
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
	if n := max(weak.prefix(p.s[a:b]), verbs.prefix(p.s[a:b])); n > 0 && a+n < b && heads.prefix(p.s[a+n:b]) == b-a-n {
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
