package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// partOf gives a part that is named by its kind alone what was measured of the whole: 用电量85亿千瓦时，其中工业52亿
// 千瓦时 → 工业用电量; 采矿业增加值下降0.4%，制造业增长6.9% → 制造业增加值. Its name begins at byte a.
func (p *passage) partOf(k, a int, s *subject) (t subject) {
	f := p.marks[k].fig
	if len(s.words) < 6 || f.is.has(isPercent) && bears(s.words) {
		return *s
	} else if (f.is&(isMoney|isPercent) != 0 || strings.HasSuffix(s.words, "标准")) && t.found(p.standardFor(k, *s)) || f.is.has(isMoney) && t.found(p.ofSeries(k, *s)) {
		return t
	}
	head, persons := heads.suffix(s.words), people.suffix(s.words) > 0
	counts := f.kind == normalize.CountUnit && f.Unit != "件"
	switch alone := head == len(s.words) && !persons; {
	case alone && t.found(p.spentOf(k, *s)):
		return t
	case alone:
	case (counts || !persons) && (head > 0 || measured(s.words)):
		return *s
	case t.found(p.underTitle(k, a, *s)), !persons && t.found(p.amongGoods(k, *s, counts)):
		return t
	}
	prev := p.wholeBefore(k)
	if prev < 0 {
		return *s
	} else if t.found(ofClass(s.words, p.known[prev])) {
		return t
	} else if head == len(s.words) && !persons {
		return p.headIn(p.known[prev], a, *s, f)
	}
	return p.ofWhole(k, a, prev, *s)
}

// underTitle is the part s with what is told of all, in the title, in what the sentence has at its head, or before the bracket that the part
// opens: 一级医院起付线400元（|学生儿童|100元）. Empty where nothing is.
func (p *passage) underTitle(k, a int, s subject) (t subject) {
	if i := p.figureBefore(k); i >= 0 && p.before(a, "（") && p.figureEnd(&p.marks[i])+len("（") == a && people.suffix(s.words) > 0 {
		return s.as(s.words+behindSame(s.words, p.known[i].words), p.known[i].spans...)
	} else if t.found(p.titleOf(k)) && standards.suffix(s.words) == 0 {
		return ofTitle(s, t)
	} else if t.found(p.leading(k)) {
		return s.then(t)
	}
	return subject{}
}

// amongGoods are the goods s with what the sentence says at its head is told of them: 商品零售额中，|粮油食品类|增长8%.
func (p *passage) amongGoods(k int, s subject, counts bool) subject {
	from, to := p.amongThose(k)
	if to <= from || counts && !p.before(to, "产量") {
		return subject{}
	}
	return s.then(p.subjectAt(to-heads.suffix(p.s[from:to]), to))
}

// spentOf is the bare 支出 s of the budget whose revenue was told before: 一般公共预算收入8亿元，为预算的98%；|支出|17亿元.
func (p *passage) spentOf(k int, s subject) subject {
	if s.words != "支出" {
		return subject{}
	}
	i := p.unitBefore(p.sameMeasure(k), len(p.s), p.marks[k].fig.Unit)
	if i < 0 || !strings.HasSuffix(p.known[i].words, "预算收入") {
		return subject{}
	}
	return s.as(strings.TrimSuffix(p.known[i].words, "收入")+s.words, p.known[i].spans...)
}

// headIn is the head s, which the part that figure f tells of is named by alone, with what the whole has before it: 东部地区造林面积5万亩；
// 中部地区|面积3万亩; 货物进出口总额900亿元，其中|出口|500亿元.
func (p *passage) headIn(whole subject, a int, s subject, f *draft) subject {
	stem, ok := strings.CutSuffix(whole.words, s.words)
	switch {
	case strings.Contains(whole.words, "进出口") && oneOf(s.words, ways):
		if f.kind != normalize.CurrencyUnit {
			return s.as(strings.Replace(whole.words, "进出口", s.words, 1), whole.spans...)
		}
	case ok && stem != "" && organisations.suffix(stem) == 0 && p.onlyPlaceBefore(a) && !strings.Contains(stem, "占"):
		return whole
	}
	return s
}

// leading is of what the sentence says before that those it lists have most: 工资最高的3个行业分别是|金融业|5万元; 单位数居前三位的行业是：
// |批发业|3万个，占40%；…. Empty where it does not.
func (p *passage) leading(k int) subject {
	f := p.marks[k].fig
	for i := p.figureBefore(k); i >= 0; i = p.figureBefore(i) {
		g := p.marks[i].fig
		c := p.clauses[g.clause]
		switch {
		case c.stop == '。':
			return subject{}
		case p.before(g.num.Start, "的") && enumerating.in(p.s[p.marks[i].end:c.end]):
			a, b := p.mostOf(c.start, g.num.Start-len("的"))
			s := withoutRate(p.subjectAt(p.trimLeft(a, b), b), f)
			s.words = s.words[speeds.prefix(s.words):] // 增速最高的3个行业依次为|住宿业|下降3%
			return s
		case c.stop == '：' && g.Measure != policy.Rank:
			return subject{}
		case c.stop == '：':
			s := withoutRate(p.known[i], f)
			if n := headOf(s.words); n > 0 && !p.countUnit(f) {
				s.words = s.words[len(s.words)-n:]
			}
			return s
		}
	}
	return subject{}
}

// mostOf is of what [a, b) says that somebody has most or least: |年平均工资|最高. Empty where it does not.
func (p *passage) mostOf(a, b int) (from, to int) {
	n := superlatives.suffix(p.s[a:max(a, b)])
	if to = b - n; n == 0 || max(heads.suffix(p.s[a:to]), amounts.suffix(p.s[a:to])) == 0 {
		return a, a
	}
	return a, to
}

var superlatives = newLexicon([]string{"最高", "最低", "最多", "最少", "最大", "最小"})

// standardFor is the standard s with those for whom it is told that it holds, empty where s is none or they are not told: 租房补贴标准为|博士|
// 每月1500元, 起付线分别为|一级医院|200元.
func (p *passage) standardFor(k int, s subject) subject {
	const apart = len("分别为")
	f := p.marks[k].fig
	if len(s.spans) > 0 && strings.HasSuffix(s.words, "标准") && p.after(s.spans[0].End, "为") {
		return p.heldFor(k, s.spans[0].End+len("为"), s)
	}
	if !f.is.has(isMoney) && !f.is.has(isPercent) {
		return subject{}
	}
	if i := strings.Index(s.words, "分别为"); i > 0 && len(s.spans) == 1 && p.after(s.spans[0].Start, s.words[:i+apart]) && i+apart < len(s.words) && p.nextMark(k) >= 0 {
		a := s.spans[0].Start
		return p.heldFor(k, a+i+apart, p.subjectAt(a, a+i))
	}
	if f.kind == normalize.CurrencyUnit && bareStandards.prefix(s.words) == len(s.words) {
		return p.standardOf(k, s)
	}
	return subject{}
}

// ofTitle is the part s of what the title t says that all is of: 创业贷款：个人20万元，|期限|3年.
func ofTitle(s, t subject) subject {
	if endsIn(s.words, "期限", "年限", "利率") {
		return t.then(s)
	}
	return s.as(s.words+behindSame(s.words, t.words), t.spans...)
}

// ways are the ways that trade goes.
var ways = []string{"进口", "出口"}

// ofWhole is the part s, of which figure k tells, with the head of the whole of which figure prev does.
func (p *passage) ofWhole(k, a, prev int, s subject) subject {
	f, whole := p.marks[k].fig, p.known[prev].words
	if nextOf(s.words, whole) || people.suffix(s.words) > 0 && standards.suffix(whole) > 0 || (verbs.suffix(p.s[:a]) == 0 || leads.suffix(p.s[:a]) > 0) && p.among(f.clause, "。") >= 0 { // not 其中耕地8亩；建成|果园5亩
		// nor, 其中税收8亿元；财政支出10亿元，|项目支出|3亿元
		head := p.elided(k, s.words, whole)
		part := strings.Replace(head, "生产总值", "增加值", 1) // 生产总值增长6%。分产业看，第一产业增长3%
		if head != "" && (p.sentence(prev) == p.sentence(k) || endsIn(p.known[p.sameMeasure(k)].words, head, part)) {
			return s.as(s.words+part, p.known[prev].spans...)
		}
	} else if kinds.suffix(s.words) > 0 && (f.kind != normalize.CountUnit || f.Unit == "件") {
		if stem := len(whole) - headOf(whole); stem >= 9 && stem < len(whole) && s.words[len(s.words)-3:] == whole[stem-3:stem] {
			return s.as(s.words+whole[stem:], p.known[prev].spans...)
		}
	}
	return s
}

// standardOf is the bare standard s with what the title and the clause before say of what and for whom it is: 护理补贴：一级残疾人，
// |补贴标准|每月90元.
func (p *passage) standardOf(k int, s subject) subject {
	if t := p.titleOf(k); t.words != "" && t.words != s.words && standards.suffix(t.words) == 0 {
		s = t.as(t.words+behindSame(t.words, s.words), s.spans...)
	}
	c := p.marks[k].fig.clause - 1
	if c < 0 || p.clauses[c].stop != '，' || p.figureIn(p.clauses[c]) {
		return s
	}
	a, b := p.trimClause(c, p.marks[k].fig)
	if !p.namesWho(a, b) {
		return s
	}
	return p.subjectAt(a, b).then(s)
}

// bareStandards are standards that do not say of what they are.
var bareStandards = newLexicon([]string{"标准", "补贴标准", "补助标准", "资助标准", "平均资助标准", "发放标准", "具体标准", "保障标准"})

// nextOf says whether part is a further one of those that whole is of one: 第二阶梯 after 第一阶梯水价, 二类地区.
func nextOf(part, whole string) bool {
	return strings.HasPrefix(part, "第") && strings.Contains(whole, "第") || normalize.HanDigit(part) > 0 && seriesUnits.prefix(part[3:]) > 0 && strings.Contains(whole, part[3:])
}

// measured says whether words end in what is measured, besides heads: 增值税, 出栏, 补贴.
func measured(words string) bool {
	return amounts.suffix(words) > 0 || kin.suffix(words) > 0 || benefits.suffix(words) > 0
}

// wholeBefore is the figure before k that may be of the whole that k is of a part of: the last of its
// measure, where that has its unit, in the same sentence or one that 其中 goes on; of parts that are
// told one by one it is the one before 其中. -1 if there is none.
func (p *passage) wholeBefore(k int) int {
	f, prev := p.marks[k].fig, p.sameMeasure(k)
	if prev < 0 {
		return -1
	}
	at := p.among(f.clause, "。")
	if at < 0 && f.Measure == policy.Change && f.Unit == "%" {
		at = p.amongClasses(k)
	}
	if p.marks[prev].fig.Unit != f.Unit {
		if prev = p.unitBefore(prev, at, f.Unit); prev < 0 {
			return -1
		}
	}
	from := p.marks[prev].end
	if i := strings.Index(p.s[from:p.marks[k].start], "。"); i >= 0 && (at < from || from+i+len("。") < at && !strings.Contains(p.s[from+i:at], "大类") || strings.Contains(p.s[at:p.marks[k].start], "。")) {
		return -1
	}
	for i := prev; i >= 0 && p.marks[i].fig.Unit == f.Unit; i = p.sameMeasure(i) {
		if at < 0 || p.marks[i].start < at {
			return i
		}
	}
	return prev
}

// amongClasses is where the sentence of figure k begins, if the one before tells of the classes that its parts are of:
// 38个行业大类中32个增长。|采矿业增长3%. -1 if it does not.
func (p *passage) amongClasses(k int) int {
	i := lastIndex(p.s[:p.marks[k].start], "。")
	if i > 0 && strings.Contains(p.s[max(0, i-50*len("字")):i], "大类") {
		return i + len("。")
	}
	return -1
}

// unitBefore is the last figure from i back that has a unit, where all are told before the 其中 at byte at:
// 参保人数50万人，参保率96%，其中职工医保20万人. -1 if there is none.
func (p *passage) unitBefore(i, at int, unit string) int {
	for i >= 0 && p.marks[i].fig.Unit != unit {
		if p.marks[i].end > at {
			return -1
		}
		i = p.sameMeasure(i)
	}
	return i
}

// sameMeasure is the last figure before k that tells a level or a change as it does, -1 if there is none.
func (p *passage) sameMeasure(k int) int {
	prev := p.previous(k)
	for ; prev >= 0 && p.marks[prev].fig.Measure != p.marks[k].fig.Measure; prev = p.previous(prev) {
	}
	return prev
}

// elided is what the name of a part, of which figure k tells, leaves out of that of the whole: what
// stands behind the end that both share (病床使用率 of 医院, 公立医院), else what is measured.
func (p *passage) elided(k int, part, whole string) string {
	f, n := p.marks[k].fig, headOf(whole)
	stem := whole[:len(whole)-n]
	if i := strings.Index(whole, "第"); i >= 0 && nextOf(part, whole) && len(whole)-i == len(part) && strings.HasSuffix(whole, part[len(part)-3:]) {
		return whole[:i] // 用水量第二级19—30吨，|第三级|31吨以上
	}
	counts := f.kind == normalize.CountUnit
	if rest := behindShared(part, whole); rest != "" {
		return rest
	} else if rest = behindPeople(part, whole, stem); !counts && rest != "" {
		return rest
	}
	if n >= 6 && len(stem) >= 6 && strings.HasSuffix(stem, part[len(part)-3:]) && people.suffix(stem) == 0 && placeLen(part) < len(part) {
		return whole[len(stem):] // 机动车|保有量: 新能源汽车
	}
	o, m := owners.suffix(part), kin.suffix(whole)
	switch {
	case o > 0 && m > 0 && kinships[part[len(part)-o:]]&kinships[whole[len(whole)-m:]] != 0:
		return whole[len(whole)-m:] // 医疗机构床位数900张，其中医院700张
	case n == len("率"), people.suffix(whole) > 0, strings.Contains(whole, "占"), verbs.prefix(part) > 0, placeLen(part) == len(part):
		return ""
	case len(part) == len("省外") && endsIn(part, "外", "内"):
		return whole // 劳务输出42万人，其中省外28万人
	case counts && (headcounts[f.Unit] != "" || !strings.HasSuffix(whole, "量") || strings.Contains(part, upTo(whole, 6))):
		return "" // 案件900件，其中刑事案件120件; 招生3000人，其中本科900人; 专利授权量90件。按种类分，发明专利申请20件
	case counts, endsIn(part, "区", "县", "市", "级", "省", "镇", "乡", "村", "园"):
		return whole // 发明专利授权量900件，其中高校|700件; 财政支出30亿元，其中市辖区|9亿元
	}
	return whole[len(stem):]
}

// behindShared is what is measured in whole behind the end that part shares with the name before it: 医院|病床使用率, 公立医院. "" where
// nothing is.
func behindShared(part, whole string) string {
	if people.suffix(part) > 0 || strings.HasSuffix(whole, part) {
		return ""
	}
	for m := len(part) - 3; m >= 6; m -= 3 {
		i := strings.Index(whole, part[len(part)-m:])
		if i >= 0 && i+m < len(whole) && headOf(whole[i+m:])+amounts.suffix(whole[i+m:]) > 0 {
			return whole[i+m:]
		}
	}
	return ""
}

// behindPeople is what whole tells of people, whom its stem names, for the people that part names: 毕业生|去向落实率, 本科生;
// 职工|平均工资, 在岗职工. "" where either names none.
func behindPeople(part, whole, stem string) string {
	if people.suffix(part) == 0 && !endsIn(part, "生", "工", "民") || strings.Contains(whole, "占") {
		return ""
	}
	if i, m := people.lastIn(stem); m > 0 && i+m < len(whole) {
		return whole[i+m:]
	}
	return ""
}

// headOf is the length of what words say is measured, at their end: 增加值 of 食品加工业增加值.
func headOf(words string) int {
	n := max(heads.suffix(words), kin.suffix(words))
	if strings.HasPrefix(words[len(words)-n:], "工业") && n > len("工业") {
		n -= len("工业") // 规模以上工业|增加值
	}
	return n
}

// kinds end the names of kinds of industry, of enterprise and of people.
var kinds = newLexicon([]string{"业", "企业", "居民", "类"})
