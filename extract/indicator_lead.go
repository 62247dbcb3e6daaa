package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// behindTopic moves a behind a heading that runs into the sentence, which a year begins and
// which says its words again: 降水量|2006年全省平均降水量610.8毫米; or behind how it was reckoned.
func (p *passage) behindTopic(a, b int) int {
	k := p.markFrom(a)
	if k == len(p.marks) || p.marks[k].as != policy.AsPeriod || p.marks[k].start <= a || p.marks[k].end >= b {
		return a
	}
	head := p.s[a:p.marks[k].start]
	if reckoned.suffix(head) > 0 || len(head) >= 6 && strings.Contains(p.s[p.marks[k].end:b], head) {
		return p.marks[k].end
	}
	return a
}

// behindTerms moves a behind what only says how the thing must be that [a, b) tells a further term of, and
// behind a quote that a comma cut: 设施完善、|大棚面积, 运转一年以上、|社员数, “先建后补，以奖代补”的方式|专项资金.
func (p *passage) behindTerms(a, b int) int {
	if b-a < 6*len("字") {
		return a
	}
	if i := strings.Index(p.s[a:b], "”"); i >= 0 && !strings.Contains(p.s[a:a+i], "“") {
		a += i + len("”")
		a = min(a+len(p.afterAny(a, "的方式", "方式", "的形式", "的原则", "原则", "的")), b)
	}
	if p.titled() {
		i := max(0, strings.Index(p.s[a:b], "《"))
		if n := sourceLen(p.s[a+i : b]); n > 0 {
			a += i + n // 省政府印发的《规划》提出|
		}
	}
	i := lastIndex(p.s[a:b], "、")
	if i <= 0 || b-a-i < 9 {
		return a
	}
	term, of := p.s[a:a+i], strings.Contains(p.s[a+i:b], "的")
	if !of && (states.suffix(term) > 0 || afterLexicon.suffix(term) > len("内")) || quality.suffix(term) > 0 && containsAny(term, "具有", "具备", "拥有") {
		return a + i + len("、") // 在国内具有影响力、|产值超百亿元的企业
	}
	return a
}

// trimLeft drops leads, periods and relative places from the start of [a, b).
func (p *passage) trimLeft(a, b int) int { return p.trimUntil(a, b, nil) }

// trimUntil is trimLeft that goes no further than where stop says so.
func (p *passage) trimUntil(a, b int, stop func(a int) bool) int {
	for a < b && (stop == nil || !stop(a)) {
		n := p.leadLen(a, b)
		if n == 0 {
			break
		}
		a += n
	}
	return a
}

// leadLen is the length of the mark, period, source, feast, place or word before b that leads from byte a to what is told: 2024年|全市|共|认定.
func (p *passage) leadLen(a, b int) (n int) {
	s := p.s[a:b]
	if s[0] == ' ' {
		return 1
	}
	if got(&n, p.markLead(a, b)) || leadMarks.Begins(s) && got(&n, max(p.quotedPeriod(a, b), p.articleLen(a), bracketLen(s), sourceLen(s))) && n < len(s) {
		return n
	}
	if partnerWords.prefix(s) > 0 && partnerLen(s) > 0 {
		return 0
	}
	if got(&n, feastLen(s)) && n+6 <= len(s) || got(&n, normalize.RelativeAt(s)) && n < len(s) || p.survey.At(a)&placeFirst != 0 && got(&n, p.placeLead(a, s)) || got(&n, p.townLen(a, s)) {
		return n
	}
	return leadWord(s)
}

// leadMarks begin what is quoted, the number of an article, a bracket and who says so.
var leadMarks = policy.WideSetOf("“第（《")

// got makes m of n, and says whether it is any length: of several that something may have the first counts.
func got(n *int, m int) bool {
	*n = m
	return m > 0
}

// markLead is the length of what is left before b of the period or the number of a list at byte a, 0 if neither is there.
func (p *passage) markLead(a, b int) int {
	k := p.markFrom(a)
	if k == len(p.marks) || p.marks[k].start > a+len("自") || p.marks[k].end > b {
		return 0
	}
	switch m := &p.marks[k]; {
	case m.as == policy.AsPeriod && (m.start <= a || p.afterAny(a, "自", "从") != ""):
		return m.end - a
	case m.as == policy.AsOrdinal && m.start <= a && p.listed(m):
		return min(m.end+len(p.afterAny(m.end, ".")), b) - a // 3.新认定的孵化器
	}
	return 0
}

// placeLead is the length of the place that the phrase s at byte a is about, at its head: 临江市|新增…, but 临江科技城.
func (p *passage) placeLead(a int, s string) int {
	n, pl := normalize.MatchPlace(s)
	switch {
	case n == 0:
		return 0
	case n < len(s) && pl.Scope != normalize.Named:
		return n
	case !p.wholePlace(a+n, pl) || p.after(a+n, "同胞"):
		return 0
	case s[n:] == "区":
		return len(s) // 临江市|区|为2010元
	}
	return n + len(p.afterAny(a+n, "及周边地区", "及其周边地区", "地区", "区域"))
}

// leadWord is the length of the lead that s begins with and that is no part of a word: 共|有效监测, but 直接纠错率.
func leadWord(s string) int {
	n := leads.prefix(s)
	switch lead := s[:n]; {
	case n == 0 || n == len(s):
		return n
	case wholes.prefix(s) > 0, s == "完成投资", strings.HasPrefix(s[n:], "率"), n <= 3 && splitsWord(s, n) && !actsFrom(s, n):
		return 0
	case strings.HasSuffix(s, "率") && oneOf(lead, rateKinds):
		return 0
	case strings.HasSuffix(lead, "次") && len(s) > n+len("普查共")+6 && startsIn(s[n+len("普查"):], "共"):
		return n + len("普查共") // 本次|评估共|抽查单位
	case n > 3 && endsIn(lead, "有", "上") && splitsWord(s, n) && !normalize.CommonWord(upTo(s[n:], 6)):
		return n - len("有") // 共|有效监测, 加|上级补助
	}
	return n
}

// rateKinds are leads that tell rates apart.
var rateKinds = []string{"直接", "间接", "有效", "一次性"}

// actsFrom says whether a verb begins at byte n of s, so that the word that s begins with is none: 已|建设,
// 并|存栏, but 再就业.
func actsFrom(s string, n int) bool {
	v := verbal.prefix(s[n:])
	return v > 3 && !splitsWord(s[n:], v) && !normalize.CommonWord(s[:n+v])
}

// townLen is the length of the town or village at byte a, where s begins, behind the start of a clause, a
// date or a lead: 其中|大坝镇|粮食产量, but 建成|大坝镇污水处理厂. 0 where none stands so.
func (p *passage) townLen(a int, s string) int {
	n := townAt(s)
	if n == 0 || n == len(s) || p.afterAny(a+n, "级", "属", "政府", "党委", "人民", "办", "民", "委", "中心", "卫生", "小学", "中学") != "" {
		return 0
	}
	if k := p.markFrom(a - 1); a == p.clauses[p.clauseAt(a)].start || k < len(p.marks) && p.marks[k].end == a || leads.suffix(p.s[:a]) > 0 || p.beforeAny(a, "县", "区", "市", "镇", "乡") != "" {
		return n
	}
	return 0
}

// townAt is the length of a town or village that no table holds at the start of s, told by its form. 0 if
// none is there.
func townAt(s string) int {
	i := 6
	for i <= 15 && i+3 <= len(s) && !townEnds.Begins(s[i:]) {
		i += 3
	}
	if i > 15 || i+3 > len(s) || startsIn(s, "乡", "镇", "村", "第", "全", "各", "本", "该", "某") {
		return 0
	}
	if i <= 9 && s[i:i+3] == "村" && !wordsOnly(s) && verbs.prefix(s) < 6 && !splitsWord(s, i) && !splitsWord(s, i+3) && !unnamed.in(s[:i]) {
		return i + len("村")
	}
	if n, _ := guess(s); n >= 9 && endsIn(s[:n], "镇", "乡", "街道") {
		return n
	}
	return 0
}

// townEnds end the names of towns and villages.
var townEnds = policy.WideSetOf("村镇乡道")

// quotedPeriod is the length of a period in quotation marks that [a, b) begins with:
// “十四五”时期投资, or of a mark of quotation that stays open. 0 if there is none.
func (p *passage) quotedPeriod(a, b int) int {
	if !p.after(a, "“") {
		return 0
	}
	if !strings.Contains(p.s[a:b], "”") {
		return len("“") // “新增学位|3万个”项目
	}
	k := p.markFrom(a + len("“"))
	if k == len(p.marks) || p.marks[k].start > a+len("“") || p.marks[k].as != policy.AsPeriod {
		return 0
	}
	end := p.marks[k].end
	end += len(p.afterAny(end, "”"))
	if end >= b || !strings.Contains(p.s[a:end], "”") {
		return 0
	}
	return end - a
}

// articleLen is the length of the number of an article that the passage begins with, where a
// is its start: 第五条|固定资产投资. 0 if there is none.
func (p *passage) articleLen(a int) int {
	if a > 0 || !p.after(a, "第") {
		return 0
	}
	k := p.markFrom(len("第"))
	if k == len(p.marks) || p.marks[k].start != len("第") || p.marks[k].as != policy.AsOrdinal || !p.after(p.marks[k].end, "条") {
		return 0
	}
	return p.marks[k].end + len("条")
}

// bracketLen is the length of the bracket that s begins with: （复审）. 0 if there is none.
func bracketLen(s string) int {
	if !strings.HasPrefix(s, "（") {
		return 0
	}
	if i := strings.Index(s, "）"); i > 0 {
		return i + len("）")
	}
	return 0
}

// sourceLen is the length of who says so at the head of s: 《规划》提出. 0 if it does not
// begin so.
func sourceLen(s string) int {
	if !strings.HasPrefix(s, "《") {
		return 0
	}
	i := strings.Index(s, "》") + len("》")
	n := paperSays.prefix(s[i:])
	return (i + n) * btoi(i > len("《") && n > 0)
}

// paperSays is what papers do by what stands in them.
var paperSays = newLexicon([]string{"提出", "要求", "明确", "确定", "指出", "显示", "规定", "强调"})

// feastLen is the length of the days of a feast at the head of s: 春节假期期间, 黄金周. 0 if it does not
// begin so.
func feastLen(s string) int {
	near := upTo(s, 30)
	if !feastBehind.In(near) {
		return 0
	}
	for _, w := range [...]string{"期间", "首日", "假期", "长假"} {
		if i := strings.Index(near, w); i > 0 && (feasts.suffix(near[:i]) > 0 || startsIn(near[i+len(w):], "全市", "全县", "全省", "全区")) {
			return i + len(w)
		}
	}
	return 0
}

// feastBehind are the first characters of what stands behind the name of a feast.
var feastBehind = policy.WideSetOf("期首假")

// listed says whether an ordinal mark is the number of a list, not of a thing, nor the first of several:
// 一、二、三产业.
func (p *passage) listed(m *mark) bool {
	return !p.before(m.start, "第") && !p.after(m.end, "、二") && p.afterAny(m.end, "是", "要", "、", ".", "）") != "" || m.start == 0 && m.end <= len("16")
}

// wholePlace says whether the place that ends at byte i stands for itself, not for
// the beginning of a name: 临江市新增…, but 临江科技城.
func (p *passage) wholePlace(i int, pl normalize.Place) bool {
	if pl.Level == normalize.Country || pl.Level == normalize.Region {
		return true
	}
	if n, inner := normalize.MatchPlace(p.s[i:]); n > 0 && pl.Level == normalize.Province && inner.Scope == normalize.Named && inner.Level > pl.Level && strings.HasSuffix(inner.Name, p.s[i+n-3:i+n]) {
		return true // 内蒙古|青禾县
	}
	return p.beforeAny(i, "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡") != "" && p.afterAny(i, "级", "属", "场", "政府", "委") == ""
}
