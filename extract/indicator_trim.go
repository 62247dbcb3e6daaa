package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// trim narrows [a, b) to the noun phrase in it: verbs, times, places, bounds and
// particles at both ends are no part of an indicator.
func (p *passage) trim(a, b int, f *draft) (int, int) {
	if f.object {
		a = max(a, min(b, f.verb.End)) // ，精简比例5%: the clause before ends first
	}
	has := f.has // most often
	if !f.headed || a != f.head.Start || b != f.head.End || b != f.num.Start {
		has = hingesIn(p.s[a:b])
	}
	if b = p.trimRight(a, b, f, has); a == b {
		return a, b
	}
	from := a
	a = p.behindTopic(a, b)
	if has&termHinge != 0 {
		a = p.behindTerms(a, b)
	}
	a = p.trimLeft(a, b)
	if n := p.having(a, b); n >= 0 {
		a -= n
	} else if !headFirsts.Begins(f.Unit) || !p.doing(a, b, f) {
		a = p.afterVerb(a, b)
	}
	if p.before(a, "为") && b > a {
		a = p.behindHelped(a, b)
	}
	if a > from {
		b = p.trimTail(a, b) // what was no tail may be one behind less
	}
	if p.before(b, "年") {
		if n := normalize.ScanNumeral(p.s[:b], a); n.Form != normalize.NoNumeral && n.Start == a && p.s[n.End:b] == "年" {
			return b, b // 提前一年实现
		}
	}
	if has&(dutyHinge|fromHinge|orderHinge|driveHinge) != 0 || p.after(a, "“") || p.before(b, "）") {
		return p.behindHinges(a, b, f, has)
	}
	return a, b
}

// trimClause is clause c trimmed as what figure f is of.
func (p *passage) trimClause(c int, f *draft) (a, b int) {
	return p.trim(p.clauses[c].start, p.clauses[c].end, f)
}

// behindHinges moves a behind what its characters lead over to the noun phrase from: a slogan, a duty, a place in an
// order, what brought a change about.
func (p *passage) behindHinges(a, b int, f *draft, has hinges) (int, int) {
	if a < b && p.after(a, "“") {
		a = p.behindSlogan(a, b)
	}
	if has&(dutyHinge|fromHinge) != 0 {
		a = p.behindDuty(a, b)
	}
	if has&orderHinge != 0 {
		a += orderLen(p.s[a:b])
	}
	if i := strings.Index(p.s[a:b], "带动"); f.Measure == policy.Change && f.Unit == "%" && i > 0 && a+i+len("带动") < b {
		a = p.trimLeft(a+i+len("带动"), b) // 以旧换新带动|家电零售额增长20%
	}
	if p.before(b, "）") && p.before(a, "（") && !strings.Contains(p.s[a:b], "（") {
		b -= len("）") // 15—64岁（劳动适龄人口）
	}
	return a, b
}

// doing says whether [a, b) tells what those whom f counts do, of whom the 的 behind it speaks: 其中|获得奖学金|的有86人.
func (p *passage) doing(a, b int, f *draft) bool {
	return p.after(b, "的") && f.num.Start > b && people.suffix(p.s[a:b]) == 0 && !endsIn(p.s[a:b], "者", "员", "人")
}

// having is how far before a what only tells which things are meant begins: |有|研发活动的企业, |开展研发活动的企业. -1 if none does.
func (p *passage) having(a, b int) int {
	n := len("有") * btoi(p.before(a, "有"))
	if n == 0 && keeping.prefix(p.s[a:]) == 0 || p.after(a, "从事") {
		return -1
	}
	if i := strings.Index(p.s[a:max(a, b)], "的"); i > 0 && a+i+len("的") < b && had.suffix(p.s[a:a+i]) > 0 {
		return n
	}
	return -1
}

// keeping are what they do that have something.
var keeping = newLexicon([]string{"开展", "建有", "设有"})

// had end the names of what some have and others do not.
var had = newLexicon([]string{"活动", "机构", "能力", "条件", "设施", "资质", "意愿", "需求", "困难", "经费", "费用", "支出", "站点", "场所", "实绩", "业绩"})

// behindDuty moves a behind who is bound and the word for it, 申请人|须|连续缴纳社保满12个月, and behind a term and the word that
// says what it means, or behind what brought it about: 规模以上工业|指|年主营业务收入2000万元, 改革|使|开办时间, 市政府|决定将|费率由9%.
func (p *passage) behindDuty(a, b int) int {
	s := p.s[a:b]
	for _, w := range [...]string{"应当", "必须", "须", "使", "指", "决定将"} {
		if i := strings.Index(s, w); i > 0 && i+len(w) < len(s) && (len(w) > len("须") || !splitsWord(s, i) && !splitsWord(s, i+len(w))) && (w != "使" || i >= 6) {
			return p.trimLeft(a+i+len(w), b)
		}
	}
	return a
}

// behindSlogan moves a behind the slogan at byte a that was reached before what is measured is named: 实现“五个更加”|农业产值.
func (p *passage) behindSlogan(a, b int) int {
	i := a + max(0, strings.Index(p.s[a:b], "”")) + len("”")
	k := p.markFrom(a)
	if b-i < 9 || k == len(p.marks) || p.marks[k].start > i || p.marks[k].as != policy.AsName || lights.suffix(p.s[:a]) == 0 || heads.suffix(p.s[i:b]) == 0 {
		return a
	}
	return i
}

// behindHelped moves a behind those whom something is done for: 为|群众|节约费用, 为|残疾人|适配器具.
func (p *passage) behindHelped(a, b int) int {
	for i := a; i < b && i-a <= 15; i += runeLen(p.s[i]) {
		if n := max(people.prefix(p.s[i:b]), payees.prefix(p.s[i:b])); n > 0 && verbal.prefix(p.s[i+n:b]) > 0 {
			return p.trimLeft(i+n, b)
		}
	}
	return a
}

// trimRight cuts a comparison (比上年, 低于全省平均) and what states the value. The hinges are those of [a, b).
func (p *passage) trimRight(a, b int, f *draft, has hinges) int {
	if f.Measure == policy.Change || has&endHinges != 0 {
		b = p.beforeHinges(a, b, f, has)
	}
	if f.Measure == policy.Multiple || isFraction(f) {
		b = p.beforeAverage(a, b)
	}
	if strings.HasSuffix(p.s[a:b], "分") && oneOf(f.Unit, turns) {
		b -= len("分") // 护理标准分三档
	}
	b = p.trimTail(a, b)
	if f.kind == normalize.CurrencyUnit {
		if n := p.eachBefore(b); b-n-a >= 6 && (p.before(b, "每人次") || n == len("每辆") && max(benefits.suffix(p.s[a:b-n]), standards.suffix(p.s[a:b-n])) > 0) {
			b -= n // 购置补贴|每辆不超过1万元
		}
	}
	if has&byHinge != 0 || p.before(b, "为单位") {
		return p.beforeReckoning(a, b, f, has)
	}
	return b
}

// beforeHinges ends [a, b) before what its characters lead to: a change, a comparison, a place in an order, from where it came.
func (p *passage) beforeHinges(a, b int, f *draft, has hinges) int {
	if f.Measure == policy.Change {
		b = p.beforeChange(a, b, f, has)
	}
	if has&heldHinges != 0 {
		b = p.beforeHeld(a, b, f, has)
	}
	if has&leagueHinge != 0 {
		b = p.beforeLeague(a, b, f)
	}
	if has&fromHinge != 0 {
		b = a + beforeWhen(p.s[a:b])
	}
	if i := has.last(setHinge, p.s[a:b], "标准为"); i > 0 {
		b = a + i + len("标准") // 补贴标准|为建筑面积每平方米
	}
	return b
}

// beforeChange ends [a, b) before the word of the change f that stands in it.
func (p *passage) beforeChange(a, b int, f *draft, has hinges) int {
	if f.object || f.verb.Len() == 0 || f.verb.Start < a || f.verb.End > b || has&pullHinge != 0 && strings.Contains(p.s[a:b], "拉动") {
		return b
	}
	b = f.verb.Start
	each := 0
	if f.kind == normalize.CurrencyUnit {
		each = p.eachBefore(b)
	}
	if p.before(b-each, "基础上") {
		b = max(a, b-each-len("基础上"))
		if i := lastIndex(p.s[a:b], "在"); i >= 6 {
			return a + i // 二档电价|在一档基础上加价0.05元
		}
	}
	if i := lastIndex(p.s[a:b], "剔除"); i > 0 {
		b = a + i // 生产总值剔除不可比因素增长7.8%
	}
	if i := lastIndex(p.s[a:b], "（"); i > 0 && p.before(b, "）") && containsAny(p.s[a+i:b], "简称", "下同", "同口径") {
		b = a + i // 比上年同期（以下简称“同比”）增加
	}
	return b
}

// beforeHeld ends [a, b) before what the value is held against: 增速|比规模以上工业快4.2个百分点, 运能|较平日提升28%.
func (p *passage) beforeHeld(a, b int, f *draft, has hinges) int {
	if i := comparison(p.s[a:b], has); i >= 0 {
		return a + i
	} else if f.Measure != policy.Change {
		return b
	}
	for k, w := range [...]string{"比", "较"} {
		if i := has.last(ratioHinge<<k, p.s[a:b], w); i >= 0 && heldAgainst(p.s[a:b], i) {
			return a + i
		}
	}
	return b
}

// beforeLeague ends [a, b) before the words that say which places in an order are told: 投资增速|前三名.
func (p *passage) beforeLeague(a, b int, f *draft) int {
	i := leagueIn(p.s[a:b])
	if i <= 0 {
		return b
	}
	if b = a + i; f.Measure == policy.Change {
		b -= len(p.beforeAny(b, "增速", "增幅"))
	}
	return b
}

// beforeReckoning ends [a, b) before how the value was reckoned: 工业增加值|按可比价格计算, 运营补贴|按床位每张, 护理标准|按低保标准, or over what it is told.
func (p *passage) beforeReckoning(a, b int, f *draft, has hinges) int {
	i, reckoned := has.last(byHinge, p.s[a:b], "按"), p.before(b, "计算")
	switch {
	case p.before(b, "为单位") && strings.Contains(p.s[a:b], "以"):
		return a + lastIndex(p.s[a:b], "以") // 接种率|以乡镇为单位
	case i == 0 && reckoned && containsAny(p.s[a:b], "价", "口径"):
		return a // 按不变价计算|增长6.1%
	case i > 0 && (reckoned || (f.kind == normalize.CurrencyUnit || f.Unit == "%" || f.Measure == policy.Multiple) && givesOrSets(strings.TrimSuffix(p.s[a:a+i], "分别"))):
		return p.trimTail(a, a+i)
	}
	return b
}

// givesOrSets says whether s ends in what a policy gives, or in the standard of something.
func givesOrSets(s string) bool { return max(benefits.suffix(s), standards.suffix(s)) > 0 }

// heldAgainst says whether byte i of s leads to what a change is held against: 较平日, but 占比, 城乡收入比.
func heldAgainst(s string, i int) bool {
	return len(s)-i > 6 && !splitsWord(s, i) && (!splitsWord(s, i+3) || startsIn(s[i:], "比对照")) && !startsIn(s[i+3:], "重", "例", "率", "值", "大", "高", "好", "快") && !endsIn(s[:i], "占", "同", "环", "之", "配")
}

// turns are what something is parted into.
var turns = []string{"年", "档", "类", "批", "次", "期", "步", "级"}

// beforeAverage ends [a, b) before the average that the value is a multiple of: 劳动生产率|是全省平均水平的1.5倍.
func (p *passage) beforeAverage(a, b int) int {
	s := p.s[a:b]
	if !endsIn(s, "平均水平的", "平均水平", "平均值的", "平均数的", "平均的") {
		return b
	}
	i, n := averageLeads.lastIn(s[:lastIndex(s, "平均")])
	if n == 0 {
		return a // 、全国平均水平的1.7倍
	}
	return a + i
}

// averageLeads lead to the average that something is a multiple of.
var averageLeads = newLexicon([]string{"为", "是", "相当于", "达", "达到"})

// beforeWhen is the length of s without the 由 or 从 of a from–to pair and what follows it at the end: 由原先的,
// 从2015年的, 由2010年第六次全国人口普查的.
func beforeWhen(s string) int {
	for _, w := range [...]string{"由", "从"} {
		from := max(0, len(s)-60)
		i := from + lastIndex(s[from:], w)
		if i < from || splitsWord(s, i+len(w)) || i == 0 && (bears(s) || strings.HasSuffix(s, "支付")) {
			continue
		}
		if max(titles.suffix(s[:i]), standards.suffix(s[:i])) > 0 {
			return i // 缴费比例|从本单位工资总额的2%下调
		}
		if len(s)-i <= 24 && heads.suffix(s) == 0 && !strings.HasSuffix(s, "率") || s[i+len(w)]-'0' < 10 && strings.Contains(upTo(s[i:], 24), "年") { // within a few words of the end, or a year; but 认罪认罚从宽适用率
			return i
		}
	}
	return len(s)
}

// trimTail drops tails and periods from the end of [a, b).
func (p *passage) trimTail(a, b int) int {
	for b > a {
		n := tails.suffix(p.s[a:b])
		if n > 3 && b-n-a >= 6 && !p.after(b-n, "不") && normalize.CommonWord(p.s[b-n-3:b-n+3]) && !normalize.CommonWord(p.s[b-n-6:b-n]) {
			if m := tails.suffix(p.s[b-n+3 : b]); m > 0 {
				n = m // 累计|为
			}
		}
		if n > 0 && (n <= 3 && splitsWord(p.s[a:b], b-n-a) && !endsIn(p.s[a:b], "满分为", "总分为", "得分为", "均分为") || p.keepsTail(a, b, n)) {
			n = 0
		}
		if n == 0 {
			n = p.periodTail(a, b)
		}
		if n == 0 {
			n = max(footnoteMark(p.s[a:b]), glossLen(p.s[a:b]))
		}
		if n == 0 {
			break
		}
		b -= n
	}
	return b
}

// without is s without the words of l that it ends in, one behind the other: 产值|达到|了.
func without(s string, l *lexicon) string {
	for n := l.suffix(s); n > 0; n = l.suffix(s) {
		s = s[:len(s)-n]
	}
	return s
}

// footnoteMark is the length of the mark of a footnote that s ends in: 毛入园率[4]. 0 if
// there is none.
func footnoteMark(s string) int {
	if !strings.HasSuffix(s, "]") {
		return 0
	}
	i := strings.LastIndexByte(s, '[')
	if i < 0 || strings.Trim(s[i+1:len(s)-1], "0123456789") != "" {
		return 0
	}
	return len(s) - i
}

// glossLen is the length of a bracket that s ends in and that only tells how something is
// reckoned: 性别比（以女性为100）, 价格指数（上年=100）, or has its value: 生产总值（310亿元）. 0 if there is none.
func glossLen(s string) int {
	if !strings.HasSuffix(s, "）") {
		return 0
	}
	i := lastIndex(s, "（")
	if i == 0 && strings.HasSuffix(s, "下同）") {
		return len(s) // 从不足5万元（人民币，下同）到|15万元
	}
	if i <= 0 || glosses.prefix(s[i+len("（"):]) == 0 && !strings.Contains(s[i:], "=100") && s[i+len("（")]-'0' >= 10 {
		return 0
	}
	return len(s) - i
}

// keepsTail says whether the last n bytes of [a, b) belong to what stands before
// them: 增长 of 资本形成总额拉动生产总值增长.
func (p *passage) keepsTail(a, b, n int) bool {
	w, head := p.s[b-n:b], p.s[a:b-n]
	switch w {
	case "安排": // 预备费|安排1200万元, but 就业安排
		return !endsIn(head, "收入", "支出", "费", "资金")
	case "等", "中": // 一等, 临江一中, but 三分之一等
		if m := len(head); m >= 3 && normalize.HanDigit(head[m-3:]) > 0 && !p.before(b-n-3, "之") {
			return true
		}
	case "计划": // 招生计划|达9000人
		return p.afterAny(b, "达", "为", "增", "减", "由", "从") != ""
	case "奖励": // 同一家旅行社奖励不超过10万元
		return len(head) >= 6 && tails.suffix(head) == 0 && !endsIn(head, "一次性")
	case "增长", "增加":
		return strings.Contains(head, "拉动")
	}
	kept := keptTails[w]
	return kept != nil && kept.suffix(head) > 0
}

// keptTails are the tails that belong to some words before them, with these: 运|能, 收入|总计, 人员招|录.
var keptTails = classesUnder("kept/")

// periodTail is the length of a period that [a, b) ends in, 0 if none.
func (p *passage) periodTail(a, b int) int {
	if k := p.markFrom(b - 1); k < len(p.marks) {
		if m := &p.marks[k]; m.end >= b && m.start < b && m.as == policy.AsPeriod && m.start >= a {
			return b - m.start
		}
	}
	for i := p.survey.NextIn(a, b, timeFirst); i < b; {
		n := 0
		if normalize.RelativeMayBegin(p.s[:b], i) {
			n, _ = normalize.MatchPeriod(p.s[i:b])
		}
		if n > 0 && i+n == b && !(p.before(i, "合") && p.after(i, "同期")) && !p.before(i, "结转") {
			return n // but not that of 合同期, 结转下年
		}
		i = p.survey.NextIn(i+max(n, 1), b, timeFirst)
	}
	return 0
}

// comparison is where a comparison of the kind 比2015年, 较上年末, 与上年相比 begins
// that s ends in, -1 if there is none; has are the hinges of s.
func comparison(s string, has hinges) int {
	for k, w := range [...]string{"比", "较", "与"} {
		i := has.last(ratioHinge<<k, s, w)
		if i < 0 {
			continue
		}
		switch rest := s[i+len(w):]; {
		case w == "与" && splitsWord(s, i): // 参与
		case w == "与" && strings.HasSuffix(rest, "相比") && !strings.Contains(rest, "，"):
			return i // 与第六次人口普查相比
		case w == "与" && partnerLen(s[i:]) > 0: // 与“一带一路”沿线国家进出口
		case compareBase(rest) && !startsIn(rest, "重", "例", "率") && !strings.Contains(rest, "持平、"):
			if w == "比" && (endsIn(s[:i], "环", "同") && !splitsWord(s[:i], i-3) || strings.HasSuffix(s[:i], "相")) {
				i -= len("环") // 环比7月, 相比“十二五”末
			}
			if !endsIn(s[:i], "占", "同") {
				return i
			}
		}
	}
	return -1
}

// compareBase says whether rest begins with what something is held against: 上年, 2015年, 年初.
func compareBase(rest string) bool {
	n, _ := normalize.MatchPeriod(rest)
	return n > 0 || comparedWith.prefix(rest) > 0 || rest != "" && rest[0]-'0' < 10
}

var comparedWith = phrases["comparedwith"]
