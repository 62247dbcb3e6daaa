package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// What closes the number of a list: 1、 （1） 一是.
var (
	listMarks = phrases["listmark"]
	listVerbs = phrases["listverb"]
)

// listNumber takes the number of a list.
func (c *context) listNumber(n normalize.Numeral) (mark, bool) {
	ordinal := mark{start: n.Start, end: n.End, as: policy.AsOrdinal}
	if n.Form != normalize.Han && n.Form != normalize.Arabic || n.Exp > 0 {
		return mark{}, false
	}
	if c.before(n.Start, "（") && c.after(n.End, "）") {
		return ordinal, len(c.s[n.Start:n.End]) <= 9
	}
	cl := c.clauses[c.clauseAt(n.Start)]
	atHead := n.Start-cl.start <= 12 && (n.Start == cl.start || !normalize.HanEdges(c.s[cl.start:n.Start]) && strings.Trim(c.s[cl.start:n.Start], " “（#*—-•·") == "")
	if atHead && n.Form == normalize.Han && c.afterIn(n.End, listVerbs) != "" && n.End-n.Start <= 6 {
		return ordinal, true
	}
	w := c.afterIn(n.End, listMarks)
	if w == "" && n.End < len(c.s) && c.s[n.End] < 0x80 {
		w = c.afterAny(n.End, ".", ") ")
	}
	if atHead && cl.start == 0 {
		return ordinal, w != "" && n.End-n.Start <= 9 || n.Form == normalize.Arabic && c.bareNumber(n)
	}
	return ordinal, n.Form == normalize.Arabic && n.To-n.From <= 2 && (w == "." || w == "、") && c.startsItem(n.Start, n.End+len(w))
}

// bareNumber says whether numeral n, which opens a block, is the number of an item though nothing parts it from what is to
// be done, or from anything where it is filled up with a nought: |16|筹建住房1000套, |02|居民补助….
func (c *context) bareNumber(n normalize.Numeral) bool {
	rest := c.s[n.End:]
	return n.Start == 0 && n.To-n.From <= 2 && n.To == n.End && c.unitLen(n.End) == 0 &&
		(c.s[0] == '0' && n.To == 2 && rest != "" && rest[0] >= 0xE4 || verbal.prefix(rest) > 0)
}

// startsItem says whether an item of a list goes on at byte end, whose number begins
// at byte start: behind the end of a sentence or the word that opens the list, or behind a figure without anything
// between: 餐饮业0.8元/平方米.月|4、集贸市场1元.
func (c *context) startsItem(start, end int) bool {
	behind := c.figureEnds(start)
	start = len(strings.TrimRight(c.s[:start], " "))
	end = len(c.s) - len(strings.TrimLeft(c.s[end:], " "))
	return (behind || c.beforeAny(start, "。", "；", "：", "）") != "") && end < len(c.s) && (c.s[end] >= 0xE3 || isDigitAt(c.s[end:]))
}

// figureEnds says whether the mark before is a figure with a unit that ends at byte i.
func (c *context) figureEnds(i int) bool {
	k := len(c.marks) - 1
	return k >= 0 && c.marks[k].end == i && c.marks[k].fig != nil && c.marks[k].fig.unit.Len() > 0
}

// counterNouns take a number of their own: 表3, 附件1, 专栏2-1.
var counterNouns = phrases["counter"]

// ordinal takes 第N with what it numbers, and the number of a table or annex.
func (c *context) ordinal(n normalize.Numeral) (mark, bool) {
	end := c.ordinalEnd(n)
	return mark{start: n.Start, end: end, as: policy.AsOrdinal}, end > 0
}

// ordinalEnd is where numeral n ends as a number in an order, 0 if it is none.
func (c *context) ordinalEnd(n normalize.Numeral) int {
	if c.before(n.Start, "第") {
		return c.orderEnd(n.End)
	}
	w := c.afterAny(n.End, "届", "次", "周年")
	switch end := n.End + len(w); {
	case w == "周年" && !c.before(n.Start, "满"), // 成立70周年
		w == "届" && n.Form == normalize.Arabic && n.To-n.From == 4, // 2020届高校毕业生
		w != "" && w != "周年" && c.session(n, end):
		return end
	case n.Start == 0:
		return c.tableNumberEnd(n)
	}
	return c.counterEnd(n)
}

// orderEnd is where the numbers of an order end of which the first ends at byte i: 第一|、二|批, 第3|至5|年.
func (c *context) orderEnd(i int) int {
	for w := c.afterAny(i, orderJoints...); w != ""; w = c.afterAny(i, orderJoints...) {
		m := normalize.ScanNumeral(c.s, i+len(w))
		if m.Form == normalize.NoNumeral || c.unitLen(m.End) == 0 || w != "、" && c.afterAny(m.End, "年", "个月", "学年", "季度", "批", "期", "名") == "" {
			break
		}
		i = m.End
	}
	return i
}

// counterEnd is where the number of a table or annex ends that numeral n begins, 0 if it is none: 表|3|, 专栏|2-1|.
func (c *context) counterEnd(n normalize.Numeral) int {
	w := c.beforeIn(n.Start, counterNouns)
	at := n.Start - len(w)
	if w == "" || n.Exp > 0 || c.unitLen(n.End) > 0 || w == "表" && c.beforeAny(at, "代", "列", "报", "发", "图", "电", "手") != "" && !c.before(at, "附") {
		return 0
	}
	if c.after(n.End, "-") {
		if m := normalize.ScanNumeral(c.s, n.End+1); m.Form != normalize.NoNumeral {
			return m.End
		}
	}
	return n.End
}

// tableNumberEnd is where the number ends that opens the passage as that of a table in a yearbook, 0 if none
// does: 8-18|主要年份粮食产量.
func (c *context) tableNumberEnd(n normalize.Numeral) int {
	if n.Form != normalize.Arabic || n.To-n.From > 2 || n.Exp > 0 || !c.after(n.End, "-") {
		return 0
	}
	m := normalize.ScanNumeral(c.s, n.End+1)
	if m.Form != normalize.Arabic || m.To-m.From > 2 || policy.HanRun(c.s[m.End:]) == 0 || c.unitLen(m.End) > 0 {
		return 0
	}
	return m.End
}

// orderJoints join the numbers of an order.
var orderJoints = []string{"、", "至", "到", "-", "—", "～"}

// sessions follow the number of a congress or its meeting, congresses stand before it.
var sessions, congresses = phrases["session"], phrases["congress"]

// session says whether a numeral with 届 or 次 numbers a congress or its meeting:
// 党的十九届五中全会, 市委七届八次全会.
func (c *context) session(n normalize.Numeral, end int) bool {
	if c.afterIn(end, sessions) != "" || c.beforeIn(n.Start, congresses) != "" {
		return true
	}
	m := normalize.ScanNumeral(c.s, end+len(c.afterAny(end, "、", "和")))
	return m.Form == normalize.Han && c.afterAny(m.End, "中全会", "次全会", "次会议", "届", "次全体会议", "次党代会", "次代表大会", "中、") != ""
}
