package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

var periodLeads = phrases["periodlead"]

// periodMark takes what normalize reads as a period, with what leads it.
func (c *context) periodMark(n normalize.Numeral) (mark, bool) {
	if !c.dateable(n) {
		if w := c.afterAny(n.End, "多年", "余年"); w != "" && n.Exp == 0 && c.beforeAny(n.Start, "经过", "历经") != "" {
			return mark{start: n.Start, end: n.End + len(w), as: policy.AsPeriod}, true // 经过30多年发展
		}
		return mark{}, false
	}
	if m, ok := c.fromJanuary(n); ok {
		return m, true
	}
	if lead := c.beforeIn(n.Start, periodLeads); lead != "" {
		if start := n.Start - len(lead); start >= c.lastEnd() && (lead != "前" || normalize.RelativeMayBegin(c.s, start)) {
			if k, p := normalize.MatchPeriod(c.s[start:]); start+k >= n.To && k > 0 {
				return mark{start: start, end: start + k, as: policy.AsPeriod, period: p}, true
			}
		}
	}
	if k, p := normalize.MatchPeriod(c.s[n.Start:]); n.Start+k >= n.From && k > 0 && !(n.Form == normalize.Han && p.Relative && c.shortQuote(n.Start)) {
		return mark{start: n.Start, end: n.Start + k, as: policy.AsPeriod, period: p}, true
	}
	return c.timespan(n)
}

// fromJanuary reads months from the first on, which is called 元: 元至5月, 元-5月.
func (c *context) fromJanuary(n normalize.Numeral) (mark, bool) {
	switch charBefore(c.s, n.Start) {
	case '至', '-', '～':
	default:
		return mark{}, false // as nearly all
	}
	w := c.beforeAny(n.Start, "元月至", "元月-", "元月～", "元至", "元-", "元～")
	start := n.Start - len(w)
	if w == "" || start > 0 && (c.s[start-1] < 0x80 || c.beforeAny(start, "亿", "万", "千", "百", "美", "港") != "") {
		return mark{}, false
	}
	k, p := normalize.MatchPeriod(c.s[start:])
	return mark{start: start, end: start + k, as: policy.AsPeriod, period: p}, start+k >= n.To
}

// dateable says whether what follows numeral n may make a date or plan of it: most
// numerals count something, and need no closer look.
func (c *context) dateable(n normalize.Numeral) bool {
	if n.Form == normalize.Dotted {
		return true
	}
	if n.To == len(c.s) {
		return n.To-n.From >= 6
	}
	if b := c.s[n.To]; b < 0x80 {
		return b == '-' || b == '/' || b == '.' || b == ' ' || b == ':' || b == '"' && n.Form != normalize.Arabic
	}
	return n.Form != normalize.Arabic && n.To-n.From >= 6 || // 十四五, 二〇三五
		c.afterIn(n.To, dateMarks) != "" && !(c.after(n.To, "日") && c.beforeIn(n.Start, daysLed) != "")
}

// daysLed stand before days that are a length of time: 不得少于|5日.
var daysLed = phrases["daysled"]

// dateMarks follow the numeral of a date or plan.
var dateMarks = phrases["datemark"]

// The units of a time span, what is done in it, and the verbs that make it a figure: 提前3个月.
var (
	spanUnits   = phrases["spanunit"]
	spanEfforts = phrases["spaneffort"]
	spanDeeds   = phrases["spandeed"]
	spanBounds  = phrases["spanbound"]
	spanVerbs   = phrases["spanverb"]
)

// onlyYears says whether the years of numeral n, which end at byte i, only say when or how long.
func (c *context) onlyYears(n normalize.Numeral, i int) bool {
	han := n.Form == normalize.Han
	switch {
	case han && c.afterAny(i, "平均", "年均") != "", // 两年平均增长5.3%
		c.afterAny(i, "累计", "共计", "共增", "共减", "共推", "共实", "共完", "共建", "共新", "共投", "共培") != "",                                                        // 五年累计投资406亿元, 十年共增加2万人
		c.afterIn(i, spanEfforts) != "" && (han || c.beforeAny(n.Start, "用", "通过", "花") != "") && c.beforeAny(n.Start, "满", "不足", "不超过", "届满") == "": // 用10年的时间
		return true
	case c.afterIn(i, spanDeeds) == "" || c.beforeIn(n.Start, spanBounds) != "" || c.decimal(n):
		return false
	}
	return strings.ContainsAny(c.s[i:c.clauses[c.clauseAt(i)].end], "0123456789") // 公路里程五年增长2.7万公里
}

// timespan takes the years or months that only say when: 五年实施项目1481项, 前5个月.
func (c *context) timespan(n normalize.Numeral) (mark, bool) {
	at := n.End + btoi(n.End < len(c.s) && c.s[n.End] == ' ')
	w := c.afterIn(at, spanUnits)
	if w == "" || n.Exp > 0 || c.beforeIn(n.Start, spanVerbs) != "" {
		return mark{}, false
	}
	m := mark{start: n.Start, end: at + len(w), as: policy.AsPeriod}
	switch {
	case c.after(m.end, "累计数"): // 〔〕内为5年累计数
		return m, true
	case strings.HasSuffix(w, "年前"): // 辞职是在10年前
		return m, c.beforeAny(n.Start, "满", "届满", "期满") == ""
	case w == "年" && (c.schooling(m.end) || n.Form == normalize.Han && c.plan(m.end)): // 小微企业三年成长计划
		m.as = policy.AsName
		return m, true
	case w == "年" && c.onlyYears(n, m.end),
		strings.HasPrefix(w, "年") && c.beforeAny(n.Start, "经过", "历经", "经过近", "历经近", "经", "经过了") != "": // 经过两年建设
		return m, true
	}
	open := c.afterAny(m.end, "内", "期") == ""
	if lead := c.beforeAny(n.Start, "前", "近", "未来", "过去", "今后", "最近", "再过", "再用", "再奋斗", "奋斗"); lead != "" && open {
		m.start -= len(lead)
		return m, m.start >= c.lastEnd()
	}
	return m, open && c.before(n.Start, "，后") || c.spanAlone(m, w) // 前2年免租金，后3年减半
}

// schooling says whether the years that end at byte i are how long a school takes: 十二年一贯制学校, 三年制高职.
func (c *context) schooling(i int) bool {
	return c.afterAny(i, "一贯制", "制") != "" && c.afterAny(i, "制造", "制定", "制订", "制作", "制度", "制成") == ""
}

// spanAlone says whether the span of mark m, in units of w, stands alone at the head of its clause.
func (c *context) spanAlone(m mark, w string) bool {
	cl := c.clauses[c.clauseAt(m.start)]
	head := c.s[cl.start:m.start]
	if m.end == cl.end && strings.HasSuffix(head, "以来的") || m.end == cl.end && strings.HasSuffix(head, "的") && containsAny(c.s[c.clauses[max(c.clauseAt(m.start)-1, 0)].start:m.start], "是", "为") {
		return true // 是极不平凡的五年
	}
	if !normalize.HanEdges(head) {
		head = strings.Trim(head, " “")
	}
	if head != "" && head != "这" && head != "五年来" || w == "个月" {
		return false
	}
	rest := strings.TrimPrefix(c.s[m.end:cl.end], "内")
	return len(w) > 3 || startsIn(rest, "用于", "分", "累计", "共", "时间", "实际") || verbal.prefix(rest) > 0 || // 3年内分期给予…
		c.after(m.end, "内") && startsIn(rest, "我", "全", "将", "力争") // 5年内我省将完成造林3万亩
}

// plan says whether the years that end at byte i are those of a plan's name:
// 三年行动计划, 三年攻坚.
func (c *context) plan(i int) bool {
	return c.soon(i, "，。；、：（）", "行动", "计划", "规划", "方案", "攻坚", "倍增")
}
