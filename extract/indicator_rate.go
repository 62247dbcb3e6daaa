package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// rankOf reads the subject of a rank before its verb: 增速居全省第4位.
func (p *passage) rankOf(k int) (s subject) {
	f := p.marks[k].fig
	a, b := p.prefix(k)
	if i, from := p.rankField(k); i >= 0 {
		a, _ = p.prefix(i)
		if a, b = p.trim(a, from, f); b-a < 6 {
			return p.inherited(i)
		} else if s.found(p.bareRate(a, b, i)) {
			return s
		}
		return p.subjectAt(a, b+len(p.afterAny(b, "幅度", "速度")))
	}
	a, b = p.trim(a, p.rankStart(a, b), f)
	if b > a && s.found(p.bareRate(a, b, k)) {
		return s
	}
	if b = a + len(without(p.s[a:max(a, b)], tails)); b-a < 6 {
		return p.inherited(k)
	}
	return p.subjectAt(a, b)
}

// rankStart is where in [a, b) the rank begins to be told: 增速|居全省, 签约项目数量|全区.
func (p *passage) rankStart(a, b int) int {
	at := b
	for _, v := range rankVerbs.words {
		if i := strings.Index(p.s[a:b], v); i >= 0 && a+i < at && !splitsWord(p.s[a:b], i) {
			at = a + i
		}
	}
	return at - rankLexicon.suffix(p.s[a:at])
}

// rankField is the figure that counts those among whom the rank of mark k is held, and where
// they begin to be spoken of: 改善幅度|在全国168个重点城市中排名第17位. -1 where none does.
func (p *passage) rankField(k int) (i, from int) {
	i, from = p.figureBefore(k), p.clauses[p.marks[k].fig.clause].start
	if i < 0 || p.marks[i].start < from || !p.countUnit(p.marks[i].fig) {
		return -1, 0
	}
	from, _ = p.prefix(i) // 增长6%（增幅|在16个县区中排名第五）
	gap := p.s[p.marks[i].end:p.marks[k].start]
	if p.marks[i].start == from && startsIn(gap, "排名", "位列", "位居", "排", "居", "列") {
		return i, from // 六县市|排名第三
	}
	if !strings.Contains(gap, "中") {
		return -1, 0
	}
	j := lastIndex(p.s[from:p.marks[i].start], "在")
	if j < 0 {
		return -1, 0
	}
	return i, from + j
}

// completion reads what a share was completed of: 完成年度任务的76.3%.
func (p *passage) completion(k int) subject {
	a, b := p.prefix(k)
	a = p.trimUntil(a, b, func(a int) bool { return p.afterAny(a, "完成", "实现") != "" })
	end := a + len(without(p.s[a:max(a, b)], reachings))
	if !strings.HasPrefix(p.s[a:b], "完成") && (!strings.HasPrefix(p.s[a:b], "实现") || plans.suffix(p.s[a:end]) == 0) {
		return p.completionOf(a, end, p.marks[k].fig)
	}
	if p.after(a, "完成率") {
		return subject{}
	}
	if i := strings.Index(p.s[a:end], "（"); i > 0 {
		end = a + i // 完成全年目标（4.05亿元）|84.4%
	}
	s := p.subjectAt(a+len("完成"), end)
	if prev := p.previous(k); prev >= 0 && (s.words == "" || plans.suffix(p.known[prev].words) == 0 && plans.suffix(s.words) > 0 && len(s.words) <= len("全年预期目标任务")) {
		s = p.plannedOf(p.known[p.unshared(prev)], s)
	}
	return s.plus(wordIf(s.words != "", "完成率"))
}

// reachings lead to how much was reached: 年度任务|的近.
var reachings = newLexicon([]string{"的", "达", "达到", "约", "近", "超过", "了", "超"})

// completionOf is what [a, end) says that a plan was completed of, with the plan: 城镇新增就业|完成|年度任务. It is empty where no plan
// is named.
func (p *passage) completionOf(a, end int, f *draft) subject {
	i := lastIndex(p.s[a:max(a, end)], "完成")
	if i < 6 || plans.suffix(p.s[a+i:end]) == 0 || p.after(a+i, "完成率") {
		return subject{}
	}
	plan := p.subjectAt(a+i+len("完成"), end)
	from, to := p.trim(a, a+i, f)
	if from >= to || plan.words == "" || p.figureIn(clause{start: from, end: end}) {
		return subject{}
	}
	return p.plannedOf(p.subjectAt(from, to), plan).plus("完成率")
}

// plannedOf is what of was planned of, with what was planned: 技术交易额|年度任务.
func (p *passage) plannedOf(of, plan subject) subject {
	if plan.words == "" {
		return of
	}
	return of.then(plan)
}

// unshared is the figure prev, or, where that is a share, the last before it in its sentence that is none.
func (p *passage) unshared(prev int) int {
	for i := prev; i >= 0; i = p.figureBefore(i) {
		if p.sentence(i) != p.sentence(prev) {
			break
		} else if w := p.known[i].words; w != "" && !p.marks[i].fig.whole && !isPart(w) {
			return i
		}
	}
	return prev
}

// averages tell among whom the sum before is shared out.
var averages = []string{"户均", "人均", "亩均", "村均", "企均"}

// bareRate completes 增速 or 总量 alone with the indicator it belongs to.
func (p *passage) bareRate(a, b, k int) (s subject) {
	w, f := p.s[a:b], p.marks[k].fig
	if p.after(p.marks[k].end, "的") {
		n := verbal.prefix(w)
		n *= btoi(n < len(w) && heads.prefix(w[n:]) == len(w)-n)
		if (n > 0 || heads.prefix(w) == len(w)) && s.found(p.scaleOf(a+n, b, k)) {
			return s // 建设总投资75亿元的产业园
		}
	}
	held := strings.HasSuffix(w, "之比") && p.before(a, "与") // 经费支出46亿元，与|GDP之比|为2.18%
	each := f.kind == normalize.CurrencyUnit && f.Measure == policy.Level && oneOf(w, averages)
	if !rates.is(w) && !held && !each {
		return subject{}
	}
	a -= len("与") * btoi(held)
	scale := p.scaleOf(a, b, k)
	if scale.words != "" && f.kind == normalize.CurrencyUnit {
		return scale // 设立领导小组，设立总规模20亿元的产业基金
	}
	s = p.inherited(k)
	if wholeHeads.prefix(w) == len(w) {
		s = p.wholeOf(k, s)
	}
	switch {
	case each:
		return s.as(w+s.words, policy.Span{Start: a, End: b}) // 发放补贴2800万元，|户均|780元
	case s.words == "":
		return scale
	case rates.is(s.words):
		return p.subjectAt(a, b) // 总量380亿元，|增量|居全省第二
	}
	return p.withRate(a, b, w, f, s)
}

// withRate is s with the rate w that [a, b) says figure f is of it: 研发经费投入60亿元，|投入强度|2.4%.
func (p *passage) withRate(a, b int, w string, f *draft, s subject) subject {
	s.words = s.words[:len(s.words)-extremes.suffix(s.words)]
	if w == "增量" || speeds.prefix(w) == len(w) {
		s.words = strings.TrimSuffix(s.words[:len(s.words)-speeds.suffix(s.words)], "总量") // 生产总值总量居第八，|增速|居第二
	}
	if v := f.verb; f.Measure == policy.Change && v.End == a && v.Len() > 0 && endsIn(w, "比例", "幅度", "率") {
		a = v.Start // 编制总数控制在1.2万名以内，|精简比例|不低于5%
	}
	if !strings.HasSuffix(s.words, p.s[a:b]) {
		s.words += behindSame(s.words, p.s[a:b])
	}
	return s.as(s.words, policy.Span{Start: a, End: b})
}

// wholeOf is what figure k sums up, which names no more than that it does: what 其中 parted before it, s, or what the sentence
// before speaks of: 新登记|经营主体|6万户，其中企业2万户，总量48万户.
func (p *passage) wholeOf(k int, s subject) subject {
	if i := p.figureBefore(k); i >= 0 && s.words != "" {
		if at := p.among(p.marks[i].fig.clause, "。；"); at >= 0 {
			if i = p.figureBefore(p.markFrom(at)); i < 0 {
				return subject{} // 其中2个，总数8个
			}
			return p.known[i].as(p.known[i].words[adds.prefix(p.known[i].words):])
		}
	}
	if s.words == "" {
		return p.saidBefore(p.marks[k].fig.clause)
	}
	return s
}

// saidBefore is of what the sentence before clause c, which that begins a new one behind, says how it went: |经营主体|稳步增长。
func (p *passage) saidBefore(c int) subject {
	if c == 0 || p.clauses[c-1].stop != '。' || p.figureIn(p.clauses[c-1]) {
		return subject{}
	}
	a, b := p.clauses[c-1].start, p.clauses[c-1].end
	for i := a + 6; i < b; i += runeLen(p.s[i]) {
		if manners.prefix(p.s[i:b]) > 0 || p.after(i, "稳中") {
			return p.subjectAt(p.trimLeft(a, i), i)
		}
	}
	return subject{}
}

// extremes are the places where there was most or least of something.
var extremes = newLexicon([]string{"最多处", "最少处", "最大处", "最小处", "最高处", "最低处"})

// wholeHeads are heads that sum up the whole.
var wholeHeads = newLexicon([]string{"总量", "总数", "总额", "总规模"})

// bracketShare is the share of what stands before the bracket that no more than 占 or 占比 opens: |电梯|（占比11.3%）.
func (p *passage) bracketShare(k int) subject {
	a, b := p.prefix(k)
	if !p.before(a, "（") {
		return subject{}
	}
	b -= len(p.beforeAny(b, "为", "达", "达到", "约", "近"))
	switch p.s[a:b] {
	case "占比", "比重", "比例":
		return p.inBracket(a, b, k)
	case "占":
		if s := p.inBracket(a, b, k); s.words != "" {
			s.words = strings.TrimSuffix(s.words, "占") + "比重"
			return s
		}
	}
	return subject{}
}

// inBracket completes a rate or a size alone that opens a bracket with what stands right before that: 集中在|电梯|（占比11.3%）、
// |医疗设备|（占比7.3%）. Behind a figure it is of that.
func (p *passage) inBracket(a, b, k int) subject {
	if b <= a || p.s[a:b] != "占" && rates.prefix(p.s[a:b]) != b-a && heads.prefix(p.s[a:b]) != b-a {
		return subject{}
	}
	to := a - len("（")
	from := p.clauses[p.clauseAt(to)].start
	for _, w := range [...]string{"、", "，", "）", "在", "有", "为", "是", "括"} {
		from = max(from, from+lastIndex(p.s[from:to], w)+len(w)*btoi(strings.Contains(p.s[from:to], w)))
	}
	if i := p.markFrom(from); i < len(p.marks) && p.marks[i].start < to {
		return subject{} // 企业1200家（占比85%）
	}
	from, to = p.trim(from, to, p.marks[k].fig)
	if to-from < 6 || to-from > 12*len("字") {
		return subject{}
	}
	return p.subjectAt(from, to).then(p.subjectAt(a, b))
}

// nextScale completes the sum of figure k, which goes on the list of sums that the one before opens: 总投资26亿元的产业园、|18亿元的|热电联产,
// 投资5亿元的|果蔬加工园.
func (p *passage) nextScale(k int) subject {
	i, f := k-1, p.marks[k].fig
	if f.kind != normalize.CurrencyUnit || p.figureAt(i) == nil || p.marks[i].fig.kind != f.kind || p.marks[i].fig.clause != f.clause || !p.after(p.marks[i].end, "的") {
		return subject{}
	}
	if w := p.known[i].spans; len(w) == 2 && w[0].End <= p.marks[i].start && w[1].Start == p.marks[i].end+len("的") && startsIn(p.s[w[1].End:], "、", "和", "以及") {
		from := f.num.Start - len(p.beforeIn(f.num.Start, scales))
		switch {
		case p.beforeAny(from, "、", "和", "以及") == "":
		case from < f.num.Start:
			return p.scaleOf(from, f.num.Start, k)
		default:
			return p.scaleOf(w[0].Start, w[0].End, k)
		}
	}
	return subject{}
}

// scales are what the sums of such a list may be called again.
var scales = newLexicon([]string{"总投资", "投资"})

// scaleOf completes 规模20亿元的引导基金 to 引导基金规模.
func (p *passage) scaleOf(a, b, k int) subject {
	at := p.marks[k].end
	if !p.after(at, "的") || p.after(at, "的标准") {
		return subject{}
	}
	at += len("的")
	end := p.nounEnd(at, k)
	if end == at || p.afterAny(at, "速度", "增速", "幅度", "比例") != "" {
		return subject{}
	}
	return subject{p.s[at:end] + p.s[a:b], []policy.Span{{Start: a, End: b}, {Start: at, End: end}}}
}
