package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// distributed reads the subject of a member of a list from the list of things the
// numbers are shared out to: A、B和C分别增长1%、2%和3%.
func (p *passage) distributed(k int) (subject, bool) {
	f := p.marks[k].fig
	if f.group < 0 {
		return p.evenly(k)
	}
	if isAge(f) {
		if s := p.agesOf(k); s.words != "" {
			return s, true
		}
	}
	first := f.group
	if f.Rule == "ratio of three" {
		return p.ofRatio(k, first), true
	}
	return p.inList(k, first)
}

// inList is the subject of figure k of the list from mark first on: one of the things named before it, or of those that a list before
// tells of, or what the first names for all.
func (p *passage) inList(k, first int) (subject, bool) {
	f := p.marks[k].fig
	n, lead := p.listLen(first), p.marks[first].fig
	a, b := p.prefix(first)
	cut := p.trimRight(a, b, lead, hingesIn(p.s[a:b]))
	if i := lastIndex(p.s[a:cut], "分别为"); i > 0 && f.Unit == "%" && dues.suffix(p.s[a:a+i]) > 0 {
		cut = a + i // 全护理、半护理的护理费|分别为平均工资的50%、40%
	}
	if s := p.traded(a, cut, k-first, n); s.words != "" {
		return s, true
	}
	switch items := p.items(a, cut, n); {
	case items == nil:
		return p.dealtOut(k, first, n, cut)
	case !p.placesOnly(items):
		return p.handedBehind(items[k-first], first+n-1), true
	case k == first:
		s := p.inherited(k)
		return s, s.words != ""
	}
	return p.known[first], true
}

// dealtOut is that subject where the list of n names no things itself before byte cut.
func (p *passage) dealtOut(k, first, n, cut int) (subject, bool) {
	if before := p.follows(first, n); before >= 0 {
		return p.sharedOut(k, first, p.known[before+k-first]), true
	}
	a, b := p.prefix(first)
	f, lead := p.marks[k].fig, p.marks[first].fig
	each := lead.Measure == policy.Change && p.trimLeft(a, cut) >= cut && p.nthBefore(first, n, 0) == first-n // 出口5亿元、进口2亿元，|增长4%、12%
	if each || strings.Contains(p.s[a:b], "分别") {
		if s, ok := p.apart(k, first, n, a, cut); ok {
			return s, true
		}
	}
	if k == first {
		return subject{}, false
	}
	f.ruled = f.ruled || lead.ruled // 按租金的100%、|80%|给予补贴
	return p.known[first], true
}

// ofRatio is the subject of figure k of the ratio of three from mark first on: an industry, or what is handed out in the turns of
// it: 安家费30万元，按4:3:3的比例发放; 补贴30万元，分三年|按4:3:3的比例拨付.
func (p *passage) ofRatio(k, first int) subject {
	s, i := p.industry(k-first, first), p.figureBefore(first)
	if i > 0 && p.before(p.marks[i].start, "分") && p.marks[i].fig.kind == normalize.TimeUnit {
		i = p.figureBefore(i)
	}
	if i >= 0 && len(s.spans) == 0 && benefits.suffix(p.known[i].words) > 0 && !strings.Contains(p.s[p.marks[i].end:p.marks[first].start], "产业") {
		return p.known[i]
	}
	return s
}

// apart is the subject of figure k of a list of n from mark first on that 分别 leads to and [a, b) stands before: one standard of its
// own for all, or one of what was counted or named before for each.
func (p *passage) apart(k, first, n, a, b int) (subject, bool) {
	lead := p.marks[first].fig
	if p.namesAnew(a, b, lead) {
		return p.subjectAt(p.trim(a, b, lead)), true
	}
	if i := p.nthBefore(first, n, k-first); i >= 0 && (lead.Unit != "%" || !containsAny(p.s[a:lead.num.Start], "给予", "予以")) {
		return p.rated(p.sharedOut(k, first, p.known[i]), a, b, lead, p.marks[i].fig.Unit != lead.Unit), true
	}
	s, ok := p.clauseItems(first, n, k-first)
	if ok {
		s = p.handedBehind(p.withBenefit(s, a, b, lead), first+n-1)
	}
	return s, ok
}

// placesOnly says whether the things that numbers are shared out to are places, which leave
// out what is measured: 青禾县和松山区分别偏多27.9%和19.2%.
func (p *passage) placesOnly(items []subject) bool {
	for i := range items {
		if w := items[i].spans; len(w) > 1 || len(w) == 1 && !p.onlyPlace(w[0].Start, w[0].End) {
			return false
		}
	}
	return true
}

// namesAnew says whether [a, b), which leads to a list of sums, names a standard of its own,
// which no list before it has to do with: 小时最低工资标准|分别为13元、12元.
func (p *passage) namesAnew(a, b int, lead *draft) bool {
	return p.beforeAny(b, "标准", "水平") != "" && (b-a > len("最低工资标准") || lead.Measure == policy.Change && b-a >= len("补助标准")) && !strings.Contains(p.s[a:b], "、")
}

// rated is what was counted before with the rate of it that [a, b) names, 建议20件、提案30件全部办结，|满意率|分别达99%和98%,
// or with another measure in its unit: 图书20种、报纸3种，|总印数|分别达到9万册和8万份.
func (p *passage) rated(s subject, a, b int, lead *draft, other bool) subject {
	a, b = p.trim(a, b, lead)
	if n := len(s.spans) - 1; b > a && n > 0 && max(standards.suffix(p.s[a:b]), titles.suffix(p.s[a:b])) > 0 && standards.suffix(p.s[s.spans[n].Start:s.spans[n].End]) > 0 {
		s = subject{s.words[:len(s.words)-s.spans[n].Len()], s.spans[:n]} // 一级、二级医院起付线分别为200元、400元，|报销比例|分别为
		return s.then(p.subjectAt(a, b))
	}
	if s := p.classRated(s, a, b); s.words != "" && lead.Measure == policy.Level {
		return s
	}
	if lead.Measure == policy.Level && b > a && (outcomes.prefix(p.s[a:b]) == b-a || heads.prefix(p.s[a:b]) == b-a && p.before(b, "率") || other && b-a <= 15 && amounts.suffix(p.s[a:b]) > 0) {
		return s.then(p.subjectAt(a, b))
	}
	return s
}

// withBenefit adds to who is given a list of sums what is given, or what the sums are: 博士、硕士，分别
// 发放|生活补贴|3000元、2000元; 新材料、新能源项目各1个，分别投资8亿元、10亿元. It stands at the end of [a, b).
func (p *passage) withBenefit(who subject, a, b int, lead *draft) subject {
	if lead.kind != normalize.CurrencyUnit && lead.Unit != "%" {
		return who
	}
	if i := lastIndex(p.s[a:b], "发放"); i >= 0 {
		a += i + len("发放")
	}
	if a, b = p.trim(a, b, lead); b-a > 24 || max(benefits.suffix(p.s[a:b]), standards.suffix(p.s[a:b]), titles.suffix(p.s[a:b])) == 0 && (a == b || heads.suffix(p.s[a:b]) != b-a) {
		return who
	}
	return who.then(p.subjectAt(a, b))
}

// handedBehind adds to who is given a list of sums what is given, where it stands behind figure last, the last of them: 博士、硕士，
// 每月分别发放3000元、1500元|生活补贴.
func (p *passage) handedBehind(who subject, last int) subject {
	m := &p.marks[last]
	at := p.figureEnd(m)
	if n := max(paying.prefix(p.s[at:]), benefits.prefix(p.s[at:])); n > 0 && m.fig.Unit == "%" && m.fig.Measure == policy.Level && rankLen(who.words) > 0 {
		return who.as(who.words+p.s[at:at+n]+"比例", policy.Span{Start: at, End: at + n}) // 一级、二级医院分别按90%、80%报销
	}
	if m.fig.kind != normalize.CurrencyUnit || benefits.suffix(who.words) > 0 {
		return who
	}
	end := p.benefitEnd(at, last)
	if end <= at || end-at > 8*len("字") || !p.benefit(at, end) {
		return who
	}
	return who.then(p.subjectAt(at, end))
}

// shareAfter finds the whole of the shares that the list from mark first on tells of, from
// byte from on: ，占规模以上工业增加值比重分别为12.1%和32.6%.
func (p *passage) shareAfter(from, first int) (whole policy.Span, ok bool) {
	from += len(p.afterAny(from, "，", "；", "分别", "，分别", "；分别"))
	f := p.marks[first].fig
	if !p.after(from, "占") || f.Unit != "%" && f.Unit != "百分点" {
		return policy.Span{}, false
	}
	return policy.Span{Start: from, End: p.trimShare(from, f.num.Start, f)}, true
}

// planAfter is the plan of which the list from mark first on tells how much was done, from byte from on:
// ，分别完成|年计划|的76.5%、89.5%. It is empty where none is named.
func (p *passage) planAfter(from, first int) policy.Span {
	from += len(p.afterAny(from, "，", "；", "分别", "，分别", "；分别"))
	f := p.marks[first].fig
	end := f.num.Start - len(p.beforeAny(f.num.Start, "的"))
	if f.Unit != "%" || !p.after(from, "完成") || end <= from+len("完成") || plans.suffix(p.s[from:end]) == 0 {
		return policy.Span{}
	}
	return policy.Span{Start: from + len("完成"), End: end}
}

// sharedOut is the subject s of the list before, or the share that it makes up where the
// list from mark first on tells of shares.
func (p *passage) sharedOut(k, first int, s subject) subject {
	last := p.figureBefore(first)
	if plan := p.planAfter(p.marks[last].end, first); plan.Len() > 0 {
		s = p.plannedOf(s, p.subjectAt(plan.Start, plan.End))
		s.words += "完成率"
		return s
	}
	whole, share := p.shareAfter(p.marks[last].end, first)
	if !share {
		return s
	}
	s = s.as(s.words+p.s[whole.Start:whole.End], whole)
	if !endsIn(s.words, "比重", "比例", "占比") {
		s.words += "比重"
	}
	return s
}

// countsOn says whether last goes on counting the industries from the item first: 第二、三产业, 二、三产业, 一、二、三次产业.
func countsOn(first, last string) bool {
	return oneOf(strings.TrimPrefix(first, "第"), []string{"一", "二"}) && startsIn(last, "二产", "三产", "三次产")
}

// seriesLen is the length of the class that last begins with, where first ends in another
// of its series: 一类、|二类|地区覆盖率. 0 where it is none.
func seriesLen(first, last string) int {
	for _, w := range [...]string{"星级", "类", "档", "级", "等"} {
		if strings.HasSuffix(first, w) && len(last) > 3+len(w) && strings.HasPrefix(last[3:], w) && normalize.ScanNumeral(last[:3], 0).Form == normalize.Han {
			return 3 + len(w)
		}
	}
	if i := strings.Index(last, "类"); i > 0 && strings.HasSuffix(first, "类") && i+len("类") < len(last) && strings.Trim(last[:i], "ⅠⅡⅢⅣⅤ劣至-～—") == "" {
		return i + len("类") // Ⅰ至Ⅲ类、劣Ⅴ类|水质断面
	}
	return 0
}

// placeLen is the length of the place that s begins with, 地区 included.
func placeLen(s string) int {
	n, _ := normalize.MatchPlace(s)
	if n > 0 && strings.HasPrefix(s[n:], "地区") {
		n += len("地区")
	}
	return n
}

// nthBefore is the i-th of the n figures before mark k in its sentence that are
// levels, which a list of changes is shared out to; -1 if they are fewer.
func (p *passage) nthBefore(k, n, i int) int {
	sentence := p.clauses[p.marks[k].fig.clause].sentence
	var found []int
	for j := k - 1; j >= 0; j-- {
		f := p.marks[j].fig
		if f == nil {
			continue
		}
		if p.clauses[f.clause].sentence != sentence || f.Measure != policy.Level || p.known[j].words == "" {
			break
		}
		if found = append(found, j); len(found) == n {
			return found[n-1-i]
		}
	}
	return -1
}

// evenly reads 均 and 都, which say one thing of several figures: 均列全省第4.
func (p *passage) evenly(k int) (subject, bool) {
	f := p.marks[k].fig
	a, b := p.prefix(k)
	if !startsIn(strings.TrimLeft(p.s[a:b], "，、 "), "均", "都") {
		return subject{}, false
	}
	var out subject
	sentence := p.clauses[f.clause].sentence
	for j := k - 1; j >= 0 && p.marks[j].fig != nil && p.clauses[p.marks[j].fig.clause].sentence == sentence && !strings.Contains(out.words, "、"); j-- {
		s := p.known[j]
		if p.marks[j].fig.Measure != policy.Level || p.fieldOf(j) || strings.Contains(out.words, s.words) {
			continue
		}
		if out.words != "" {
			s.words += "、"
		}
		out = s.then(out)
	}
	return out, out.words != ""
}
