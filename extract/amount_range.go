package extract

import (
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// rangeMarks stand between the two ends of a range, as - and ~ do.
var rangeMarks = phrases["range"]

// rangeMark is the mark of a range at byte i, "" if none stands there.
func (p *passage) rangeMark(i int) string {
	if i < len(p.s) && (p.s[i] == '-' || p.s[i] == '~') {
		return p.s[i : i+1]
	}
	if i < len(p.s) && p.s[i] == ' ' {
		return p.spacedMark(i)
	}
	return p.afterIn(i, rangeMarks)
}

// spacedMark is the range mark behind the blank at byte i, with the blanks: 0.51| -0.64元/千瓦时, 0.5| - 0.6元; "" where the
// next number may be one below zero of its own, as in 3.2 -4.5 or 3.2 -4.5%.
func (p *passage) spacedMark(i int) string {
	rest := p.s[i+1:]
	if i == 0 || p.s[i-1]-'0' >= 10 || rest == "" || rest[0] != '-' && rest[0] != '~' {
		return ""
	}
	number := strings.TrimPrefix(rest[1:], " ")
	unit := strings.TrimLeft(number, "0123456789.")
	if len(unit) == len(number) || unit == "" || unit[0] < utf8.RuneSelf {
		return ""
	}
	return p.s[i : len(p.s)-len(number)]
}

// includedLen is the length of the bracket at byte i that says whether the end of a range is
// part of it: 300万元|（含300万元）|至500万元. 0 if there is none.
func (c *context) includedLen(i int) int {
	if i >= len(c.s) || c.afterIn(i, includes) == "" {
		return 0
	}
	n := bracketLen(c.s[i:min(len(c.s), i+maxAside)])
	if strings.ContainsAny(c.s[i:i+n], "，；。：！？") {
		return 0 // a figure lies in one clause
	}
	return n
}

// rangeAmount reads two numerals as the ends of one range. 从3家到8家 is none: it
// tells of two times.
func (c *context) rangeAmount(n normalize.Numeral) (mark, bool) {
	if m, ok := c.neighbours(n); ok {
		return m, true
	}
	if at := n.End + c.unitLen(n.End); c.rangeMark(n.End) == "" && c.rangeMark(at+c.includedLen(at)) == "" && !(c.after(at, "以上") && c.rangeMark(at+len("以上")) != "") {
		return mark{}, false
	}
	low, high, ok := c.rangeEnds(n)
	if !ok {
		return mark{}, false
	}
	low.value = low.value.Shift(c.sharedMagnitude(low, high)) // 10～15亿元, 三到五万: both in 亿, 万
	if low.value.Cmp(high.value) > 0 {
		return mark{}, false
	}
	f := c.figure(high)
	f.start = n.Start
	f.fig.num.Start = n.Start
	f.fig.Value, f.fig.ValueHigh = low.value.String(), high.value.String()
	f.fig.ValueRaw = c.s[n.Start:high.numeral.To]
	f.fig.clause = c.clauseAt(n.Start)
	if high.over.Len() == 0 {
		f.fig.Comparator = policy.Equal
	}
	return f, true
}

// rangeEnds reads the two ends of the range that numeral n begins.
func (c *context) rangeEnds(n normalize.Numeral) (low, high quantity, ok bool) {
	low = c.quantityAt(n)
	at := low.end + c.includedLen(low.end)
	at += len(c.afterAny(at, "以上")) // 300亩以上至500亩
	sep := c.rangeMark(at)
	if sep == "" && at != low.numEnd {
		at = low.numEnd
		sep = c.rangeMark(at)
	}
	if sep == "" || !low.valued || (sep == "至" || sep == "到") && c.beforeAny(n.Start, "从", "由", "自") != "" {
		return
	}
	m := normalize.ScanNumeral(c.s, at+len(sep))
	if m.Form == normalize.NoNumeral {
		return
	}
	high = c.quantityAt(m)
	return low, high, high.valued && (low.unit.Name == "" || low.unit.Name == high.unit.Name) && (high.unit.Name != "" || c.bareEnds(low, high))
}

// bareEnds says whether low and high are ends of a range whose unit is not written: 10万-100万的贷款,
// 酸碱度为7.4-7.8.
func (c *context) bareEnds(low, high quantity) bool {
	return low.exp > 0 && high.exp > 0 || c.decimal(low.numeral) && c.decimal(high.numeral) && c.beforeIn(low.numeral.Start, statedBefore) != "" && c.endsClause(high.end)
}

// sharedMagnitude is the power of ten behind the upper end of a range that holds for
// the lower end too, 0 if that has its own.
func (c *context) sharedMagnitude(low, high quantity) int {
	if low.exp > 0 || low.unit.Name != "" {
		return 0
	}
	if high.exp > 0 || high.numeral.Form != normalize.Han || low.value.Cmp(normalize.Int(10)) >= 0 {
		return high.exp
	}
	s := c.s[high.numeral.From:high.numeral.To]
	if len(s) <= 3 {
		return 0
	}
	_, exp := normalize.ScanMagnitude(s, 3)
	return exp
}
