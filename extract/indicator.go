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
	return subject{p.s[a:b], []policy.Span{{Start: a, End: b}}}
}

// indicators reads what each figure of the passage measures.
func (p *passage) indicators() {
	subjects := make([]subject, len(p.marks))
	for k := range p.marks {
		if p.marks[k].fig == nil {
			continue
		}
		subjects[k] = p.subjectOf(k, subjects)
		f := p.marks[k].fig
		f.Indicator = strings.Trim(subjects[k].words, " 、，的")
		for _, w := range subjects[k].spans {
			f.Evidence.Indicator = append(f.Evidence.Indicator, p.span(w.Start, w.End))
		}
	}
}

// subjectOf reads the subject of mark k; those before it are known.
func (p *passage) subjectOf(k int, known []subject) subject {
	f := p.marks[k].fig
	if s, ok := p.distributed(k, known); ok {
		return s
	}
	a, b := p.prefix(k)
	if s := p.shareOf(k, a, b, known); s.words != "" {
		return s
	}
	a, b = p.trim(a, b, f)
	if s := p.counted(k, a, b); s.words != "" {
		return s
	}
	if b > a {
		if g := p.graded(a, b, k, known); g.words != "" {
			return g
		}
		return p.subjectAt(a, b)
	}
	return p.inherited(k, known)
}

// prefix is the stretch before figure k in which its subject may stand: from the
// figure before it, or the start of its clause or bracket, to its own words.
func (p *passage) prefix(k int) (a, b int) {
	m := p.marks[k]
	a, b = p.clauses[m.fig.clause].start, m.fig.num.Start
	for i := k - 1; i >= 0 && p.marks[i].end > a; i-- {
		if p.marks[i].fig != nil {
			a = p.marks[i].end
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
	if f.Measure == policy.Change && f.verb.Len() > 0 && f.verb.Start >= a && f.verb.End <= b && !strings.Contains(p.s[f.verb.Start:f.verb.End], "拉动") {
		b = f.verb.Start
	}
	b = p.trimTail(a, b)
	if i := comparison(p.s[a:b]); i >= 0 {
		b = p.trimTail(a, a+i)
	}
	return b
}

// trimTail drops tails and periods from the end of [a, b).
func (p *passage) trimTail(a, b int) int {
	for b > a {
		n := tails.suffix(p.s[a:b])
		if n > 0 && p.keepsTail(a, b, n) {
			n = 0
		}
		if n == 0 {
			n = p.periodTail(a, b)
		}
		if n == 0 {
			break
		}
		b -= n
	}
	return b
}

// keepsTail says whether the last n bytes of [a, b) belong to the noun before
// them: 净增加 is a tail, 税收增长 of 拉动…增长 is none.
func (p *passage) keepsTail(a, b, n int) bool {
	w := p.s[b-n : b]
	if (w == "增长" || w == "增加") && strings.Contains(p.s[a:b-n], "拉动") {
		return true
	}
	if w == "中" && p.beforeAny(b, "集中", "其中", "年中", "高中", "初中", "空中", "规上工业企业中") != "" && b-a <= 2*len("集中") {
		return p.before(b, "高中") || p.before(b, "初中")
	}
	if (w == "了" || w == "位" || w == "列" || w == "前" || w == "后" || w == "内" || w == "能" || w == "要" || w == "任务" || w == "目标" || w == "高于" || w == "平均") && p.beforeAny(b, "单位", "岗位", "床位", "学位", "车位", "泊位", "席位", "班列", "系列", "专列", "国内", "省内", "市内", "境内", "县内", "区内", "室内", "功能", "产能", "储能", "节能", "动能", "热能", "电能", "智能", "光能", "性能", "职能", "主要", "需要", "重要", "摘要", "之前", "空前", "目前", "售后", "今后", "水位", "部位", "地位", "定位", "方位") != "" {
		return true
	}
	return false
}

// periodTail is the length of a period that [a, b) ends in, 0 if none.
func (p *passage) periodTail(a, b int) int {
	for k := range p.marks {
		m := &p.marks[k]
		if m.end == b && m.as == policy.AsPeriod && m.start >= a {
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
	for k := range p.marks {
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
	if n > 0 && n < len(s) && startsNoun(s, n) {
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

// startsNoun says whether the lead of n bytes at the start of s is only the
// beginning of a noun: 均 of 均值, 增加 of 增加值, 年末 of 年末实有.
func startsNoun(s string, n int) bool {
	for _, w := range [...]string{"增加值", "新增贷款", "在校", "在册", "在建", "在岗", "在职", "在线", "中小", "中介", "中央", "中心", "中国", "中医", "中欧", "中级", "中高", "中等", "中型", "中药", "中试", "中低", "中学", "中职", "人均", "对外", "对口", "对台", "实际", "主要", "基本", "直接", "间接", "共建", "共享", "共有产权", "共同富裕", "共青团", "把关", "是非", "按揭", "有机", "有效", "有色", "有线", "有研", "有进", "向上", "向外", "由于", "和谐", "和美", "与会", "前沿", "前期", "前置", "前海", "上市", "上规", "上级", "上云", "上海", "上学", "上网", "里程", "所有", "等级", "等外", "总体", "总", "内河", "内资", "内贸", "内需", "内陆", "内生", "后备", "后续", "能源", "能耗", "能繁", "能力", "可再生", "可支配", "可循环", "可用", "可利用", "应用", "应急", "应税", "应届", "应缴", "其他", "其它", "本外币", "本级", "本科", "本地", "本土", "该", "到位", "到户", "到期", "至诚", "让利", "如", "底", "将军", "要素", "又", "末端", "超高", "超算", "超级", "超市", "超低", "超长", "超大", "近海", "近零", "近岸", "近郊", "再生", "再贷款", "再就业", "再保险", "计划生育", "计划内", "年内", "为民", "为老", "的士", "之", "需求", "首次", "均衡", "努力", "综合", "持续", "全面", "已", "另", "使用", "使馆", "力", "都市", "都江", "新增", "平均", "年均", "实现", "完成"} {
		if len(w) > n && strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
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
		if compareBase(rest) && !strings.HasSuffix(s[:i], "占") && !strings.HasSuffix(s[:i], "同") {
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

// afterVerb moves a behind the last verb of [a, b) that is no part of a noun.
func (p *passage) afterVerb(a, b int) int {
	s := p.s
	if strings.Contains(s[a:b], "拉动") {
		return a
	}
	depth := 0
	best := a
	for i := a; i < b; {
		switch {
		case strings.HasPrefix(s[i:b], "“"), strings.HasPrefix(s[i:b], "（"), strings.HasPrefix(s[i:b], "《"):
			depth++
		case strings.HasPrefix(s[i:b], "”"), strings.HasPrefix(s[i:b], "）"), strings.HasPrefix(s[i:b], "》"):
			depth = max(0, depth-1)
		}
		if n := verbs.prefix(s[i:b]); depth == 0 && n > 0 && i+n < b && nominal.prefix(s[i+n:b]) == 0 && s[i+n:b] != "的" && !strings.HasPrefix(s[i+n:b], "的") {
			best = p.trimLeft(i+n, b)
			i = max(best, i+n)
			continue
		}
		i += runeLen(s[i])
	}
	return best
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
	if !p.countUnit(f) && !(b <= a && p.benefit(at, end)) {
		return subject{}
	}
	return p.subjectAt(at, end)
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
			if p.marks[j].fig != nil || p.marks[j].as == policy.AsPeriod {
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
			if stops.prefix(s[i:limit]) > 0 && !startsNoun(s[i:limit], stops.prefix(s[i:limit])) {
				return i
			}
			if n := verbs.prefix(s[i:limit]); n > 0 && (i == start && nominal.prefix(s[i+n:limit]) == 0 && heads.prefix(s[i+n:limit]) == 0 || i > start && nominal.prefix(s[i+n:limit]) == 0 && i+n < limit) {
				return i
			}
		}
		i += runeLen(s[i])
	}
	return limit
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

// previous is the index of the figure before k that it may take its subject from:
// the nearest in the sentence, -1 if none.
func (p *passage) previous(k int, known []subject) int {
	sentence := p.clauses[p.marks[k].fig.clause].sentence
	for i := k - 1; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil || known[i].words == "" {
			continue
		}
		if p.clauses[f.clause].sentence < sentence-1 {
			return -1
		}
		return i
	}
	return -1
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
		if a, b := p.trim(p.clauses[c].start, p.clauses[c].end, p.marks[k].fig); b-a >= 6 && b-a < 90 {
			return p.subjectAt(a, b)
		}
	}
	if prev >= 0 {
		return known[prev]
	}
	return subject{}
}

// shareOf reads X占Y比重: the share of Y that X makes up.
func (p *passage) shareOf(k, a, b int, known []subject) subject {
	f := p.marks[k].fig
	i := strings.LastIndex(p.s[a:b], "占")
	if i < 0 || f.Unit != "%" && f.Unit != "百分点" && f.Unit != "‰" && f.Unit != "成" {
		return subject{}
	}
	i += a
	if p.afterAny(i, "占地", "占用", "占有", "占领") != "" {
		return subject{}
	}
	right := p.trimRight(i+len("占"), b, f)
	xa := p.afterVerbShare(p.trimLeft(a, i), i)
	xb := p.trimTail(xa, i)
	var s subject
	if xb > xa {
		s = p.subjectAt(xa, xb)
	} else if prev := p.previous(k, known); prev >= 0 {
		s = known[prev]
		if j := strings.Index(s.words, "占"); j > 0 {
			s.words = s.words[:j]
		}
	}
	if right > i {
		s.spans = append(s.spans, policy.Span{Start: i, End: right})
		s.words += p.s[i:right]
	}
	if !strings.HasSuffix(s.words, "比重") && !strings.HasSuffix(s.words, "比例") && !strings.HasSuffix(s.words, "比") {
		s.words += "比重"
	}
	return s
}

func (p *passage) afterVerbShare(a, b int) int { return p.afterVerb(a, b) }
