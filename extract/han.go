package extract

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// Chinese numerals are seldom figures: 四届 and 两个项目 are, 三大任务, 两个维护 and
// “六个一” are names.

// strongUnits make a figure of any Chinese numeral before them.
var strongUnits = map[string]bool{"%": true, "百分点": true, "番": true, "倍": true, "成": true, "元": true, "万元": true, "亩": true, "吨": true,
	"公里": true, "平方公里": true, "平方米": true, "米": true, "公顷": true, "千瓦": true, "人次": true, "工作日": true, "美元": true, "立方米": true, "‰": true}

// The words that make figures of Chinese numerals behind them, or none.
var (
	onesBefore  = phrases["one"]
	notCounted  = phrases["notcounted"]
	passedBy    = phrases["round"]
	measuredPer = phrases["permoney"]
)

// idle are things that are counted for effect, not in the world: 三个方面.
var idle = phrases["idle"]

// hanSlogan says whether a Chinese numeral is part of a slogan: “十百千万”, 四大工程,
// a numeral in short quotes.
func (c *context) hanSlogan(n normalize.Numeral) bool {
	if c.afterAny(n.End, "大") != "" && c.afterAny(n.End, "大型", "大于", "大中") == "" {
		return true
	}
	if _, ok := n.Value(c.s); !ok {
		_, _, near := normalize.Neighbours(c.s[n.From:n.To]) // 两三千元
		return !near
	}
	return c.shortQuote(n.Start)
}

// shortQuote says whether byte i stands in “…” of at most twelve characters.
func (p *passage) shortQuote(i int) bool {
	if !p.inQuotes(i) {
		return false
	}
	open := lastIndex(p.s[:i], "“")
	end := strings.Index(p.s[i:min(len(p.s), i+60)], "”")
	return end >= 0 && i+end-open <= len("“")+12*3
}

// countsForReal says whether a Chinese numeral before a unit counts things in the
// world.
func (c *context) countsForReal(n normalize.Numeral, q quantity) bool {
	switch q.unit.Name {
	case "级", "分", "点", "角", "步", "星", "环", "方面": // 四星级, 五环以内; 科创、人才、楼宇七个方面
		return false
	case "村":
		if c.beforeAny(n.Start, "镇", "乡", "街道") != "" && c.beforeAny(n.Start, "全镇", "全乡", "各镇", "各乡") == "" {
			return false // 兴隆镇八一村
		}
	case "年":
		if c.beforeAny(n.Start, "高", "初") != "" {
			return false // 高二年
		}
	case "期":
		if c.beforeAny(n.Start, "连续", "举办", "开办", "共") == "" {
			return false // 高铁三期
		}
	}
	switch {
	case c.inSeries(n, q): // 一类、二类、三类区
		return false
	case bareMagnitude(c.s[n.Start:n.End]):
		return c.magnitudeForReal(n, q)
	case q.value.Cmp(normalize.Int(1)) == 0:
		return c.realOne(n, q)
	case strongUnits[q.unit.Name] || c.shortQuote(n.Start):
		return strongUnits[q.unit.Name]
	}
	if w := c.afterIn(q.end, idle); w != "" && (len(w) > 3 || q.unit.Name == "个") {
		return false
	}
	if last := c.figureAt(len(c.marks) - 1); last != nil && c.lastEnd()+c.boundAfterLen(c.lastEnd()) == n.Start {
		return true // 三年以上|十年以下
	}
	return c.beforeIn(n.Start, notCounted) == ""
}

// magnitudeForReal is countsForReal for 百, 千, 万, 亿 alone: 上亿元.
func (c *context) magnitudeForReal(n normalize.Numeral, q quantity) bool {
	money := q.unit.Name == "元"
	switch {
	case c.unitAlone(n.Start, q),
		c.before(n.Start, "每") && (q.unit.Kind == normalize.AreaUnit || q.unit.Kind == normalize.LengthUnit),          // 公路密度每|百平方公里|132公里, 每|百公里|节约80元
		money && q.over.Len() == 0 && c.endsClause(q.end) && c.beforeAny(n.Start, "投资", "资金", "收入", "产值", "规模") != "", // 总投资亿元: the number was left out
		money && (c.beforeAny(n.Start, "每", "单位") != "" || perMoney(c.s[q.end:])):                                     // 万元GDP能耗, 每百元营业收入
		return false
	case q.unit.Kind != normalize.CountUnit && q.unit.Kind != normalize.TimeUnit && q.unit.Kind != normalize.CurrencyUnit:
		return true
	}
	return strongUnits[q.unit.Name] || q.over.Len() > 0 || c.beforeIn(n.Start, passedBy) != ""
}

const hanDigits = "一二三四五六七八九"

// seriesUnits name the classes that a paper tells apart.
var seriesUnits = phrases["series"]

// inSeries says whether a Chinese numeral is one of the classes named side by side or one after the other:
// 二类、三类区.
func (c *context) inSeries(n normalize.Numeral, q quantity) bool {
	unit := c.afterIn(n.End, seriesUnits)
	if unit == "" {
		return false
	}
	if rest := c.s[n.End+len(unit):]; strings.HasPrefix(rest, "、") {
		next := normalize.ScanNumeral(c.s, n.End+len(unit)+len("、"))
		v, ok := next.Value(c.s)
		return ok && next.Form == normalize.Han && c.after(next.End, unit) && v.Cmp(q.value.Add(normalize.Int(1))) == 0
	}
	if i := n.Start - len("一、"); i >= 0 && c.before(n.Start, "、") && normalize.HanDigit(c.s[i:]) > 0 {
		return true // 一、二类水质
	}
	if i := strings.Index(hanDigits, c.s[n.Start:n.End]); i > 0 && strings.Contains(c.s[:n.Start], hanDigits[i-len("一"):i]+unit) {
		return true // 二类地区300元，三类地区200元
	}
	if !c.before(n.Start, unit+"、") || len(c.marks) == 0 {
		return false
	}
	last := c.marks[len(c.marks)-1]
	return last.fig == nil && last.end <= n.Start-len("、") && last.end >= n.Start-len(unit+"、")
}

// unitAlone says whether a magnitude with its unit, from byte i, tells in what something
// is measured: 经费支出（亿元）, （万元、%）, 单位：万元.
func (c *context) unitAlone(i int, q quantity) bool {
	if c.beforeAny(i, "单位：", "单位:") != "" {
		return true
	}
	return c.beforeAny(i, "（", "(") != "" && q.over.Len() == 0 && c.afterAny(q.end, "）", ")", "、", "，", ",") != ""
}

// endsClause says whether a clause ends at byte i.
func (p *passage) endsClause(i int) bool {
	next := p.nextRune(i)
	return next == "" || strings.Contains("，。；、）】", next)
}

// bareMagnitude says whether the numeral is 百, 千, 万, 亿 alone.
func bareMagnitude(w string) bool {
	return w == "百" || w == "千" || w == "万" || w == "亿" || w == "千万" || w == "百万"
}

// realOne says whether 一 with its unit is a count: 减少为跑一次, 满一年, 增长一倍.
func (c *context) realOne(n normalize.Numeral, q quantity) bool {
	if strongUnits[q.unit.Name] {
		return q.unit.Name != "米" && q.unit.Name != "公里" || c.before(n.Start, "约")
	}
	if c.beforeIn(n.Start, onesBefore) != "" || q.unit.Kind == normalize.TimeUnit && c.boundAfterLen(q.end) > len("内") {
		return true // 经营一年以上
	}
	at := c.clauseAt(n.Start)
	if f := c.figureAt(len(c.marks) - 1); f != nil && f.Unit == q.unit.Name && f.clause == at && containsAny(c.s[c.lastEnd():n.Start], "为", "到", "至") {
		return true
	}
	head := c.s[c.clauses[at].start:n.Start]
	if !slices.Contains(builtUnits.words, q.unit.Name) || !c.endsClause(q.end) || len(head) < len("新建小学") || strings.Contains(head[len(head)-6:], "一") {
		return false
	}
	return adds.in(head) || acts.in(head)
}

// builtUnits count what is built or bought, and stand behind it: 新建幼儿园一所, but 实现一村一所.
var builtUnits = phrases["built"]

// hanKind says what a Chinese numeral before a unit is that counts nothing.
func (c *context) hanKind(n normalize.Numeral) policy.NumeralKind {
	if v, ok := n.Value(c.s); ok && v.Cmp(normalize.Int(1)) > 0 && !bareMagnitude(c.s[n.Start:n.End]) {
		return policy.AsName
	}
	return policy.AsWord
}

// perMoney says whether s names what is measured by the unit of money before it.
func perMoney(s string) bool {
	return measuredPer.prefix(s) > 0
}
