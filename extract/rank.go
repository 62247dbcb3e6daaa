package extract

import (
	"cmp"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// rankVerbs stand before a rank in the same clause, as rankJudges do.
var rankVerbs, rankJudges = phrases["rankverb"], phrases["rankjudge"]

var rankLeads = phrases["ranklead"]

// rank reads 第N位, 第N名, 居…第N and 前N位.
func (c *context) rank(n normalize.Numeral) (mark, bool) {
	lead := c.beforeIn(n.Start, rankLeads)
	if lead == "" || n.Exp > 0 {
		return mark{}, false
	}
	start := n.Start - len(lead)
	end, unit := n.End, ""
	if w := c.afterAny(n.End, "位", "名"); w != "" && c.afterAny(n.End, "位数", "名录", "名单", "名义", "名师", "位于") == "" {
		end, unit = n.End+len(w), w
	}
	value, ok := n.Value(c.s)
	if !ok || !c.ranked(start, end, lead, unit) {
		return mark{}, false
	}
	m := c.figure(quantity{numeral: n, end: end, numEnd: n.End, value: value, unit: normalize.Unit{Name: cmp.Or(unit, "位")}, unitSpan: policy.Span{Start: n.End, End: end}})
	f := m.fig
	m.start, f.num.Start, f.clause = start, start, c.clauseAt(start)
	f.ValueRaw, f.Decimals, f.Measure = c.s[n.From:n.To], 0, policy.Rank
	if lead == "前" {
		f.Comparator, f.bound = policy.AtMost, []policy.Span{{Start: start, End: n.Start}}
	}
	return m, true
}

// ranked says whether 第N or 前N is a place in an order, by the verb before it and
// by what follows.
func (c *context) ranked(start, end int, lead, unit string) bool {
	next := c.nextRune(end)
	closes := next == "" || strings.Contains("，。；、）（和及", next)
	if lead == "前" {
		if c.afterAny(end, "的是", "的为", "的分别", "的依次") != "" {
			return false // 居前三位的是青禾县
		}
		of := c.afterAny(end, "水平", "行列", "方阵")
		return (unit != "" || closes || next == "强" || of != "") && (c.rankVerbBefore(start) || of != "" && rankLexicon.suffix(c.s[:start]) > 0)
	}
	if next == "、" && c.numbersKinds(end+len("、")) {
		return false
	}
	if unit == "位" || unit == "名" {
		if c.beforeAny(start, "放在", "摆在") != "" {
			return false // 把安全放在第一位
		}
		return next != "的" || c.rankVerbBefore(start)
	}
	return closes && (rankLexicon.suffix(c.s[:start]) > 0 || c.rankVerbBefore(start)) // 2213家、全省第三
}

// rankVerbBefore says whether one of rankVerbs stands in the clause before byte i.
func (c *context) rankVerbBefore(i int) bool {
	head := c.s[c.clauses[c.clauseAt(i)].start:i]
	return rankVerbs.in(head) || rankJudges.in(head)
}

// numbersKinds says whether a numeral at byte i goes on an enumeration of kinds, not of
// places in an order: 第二、三类医疗器械.
func (c *context) numbersKinds(i int) bool {
	n := normalize.ScanNumeral(c.s, i)
	return n.Form == normalize.Han && n.Start == i && c.afterAny(n.End, "类", "批", "期", "档", "产业", "阶段", "季度", "轮") != ""
}
