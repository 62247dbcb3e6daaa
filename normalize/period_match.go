package normalize

import (
	"strings"
)

// MatchPeriod reads the longest expression of time that s begins with: 2020年6月,
// 1～6月, “十三五”时期, 去年同期, 2023-08-09. n is its length in bytes, 0 where s begins
// with none. s is folded. Lengths of time (3个月, 15年, 五年行动) are no periods.
func MatchPeriod(s string) (n int, p Period) {
	if len(s) < 3 || !mayBegin(s) {
		return 0, Period{}
	}
	c := timeCursor{s: s}
	c.any("截至", "截止到", "截止", "到", "自", "从")
	begun := c.i
	p, ok := c.period()
	if !ok {
		return 0, Period{}
	}
	if p.Open == Closed && begun > 0 {
		p.Open = prefixOpen(s[:begun], s[c.i:])
	}
	return c.i, p
}

// prefixOpen reads 到2025年 and 从2020年; 从2020年的 begins a pair of figures, not a stretch.
func prefixOpen(prefix, rest string) Open {
	if prefix == "从" || prefix == "自" {
		return Closed
	}
	return Until
}

// mayBegin sorts out by the first byte or character what cannot begin a period.
func mayBegin(s string) bool {
	if s[0] < 0x80 {
		return digitsMayBegin(s)
	}
	switch s[:3] {
	case "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "“", "第", "到", "截", "自", "从":
		return true
	}
	return relativeFirst(s)
}

// digitsMayBegin sorts out numerals by what follows the digits: 36.5, 500家, 20%.
func digitsMayBegin(s string) bool {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 0 || n > 4 || n == 3 || n == len(s) {
		return false
	}
	switch s[n] {
	case '-', '~', 'O', 'o':
		return true
	case '/', '.':
		return n == 4
	}
	if s[n] < 0x80 || n+3 > len(s) {
		return false
	}
	switch s[n : n+3] {
	case "年", "月", "日", "号", "季", "世", "～", "—", "–", "－", "至", "到", "个", "、", "和", "及", "与", "学", "财", "○", "〇":
		return true
	}
	return false
}

// period reads a whole expression.
func (c *timeCursor) period() (Period, bool) {
	start := c.i
	p, ok := c.plan()
	if !ok {
		c.i = start
		p, ok = c.iso()
	}
	if !ok {
		c.i = start
		p, ok = c.shortRange()
	}
	if !ok {
		c.i = start
		p, ok = c.dated()
	}
	if !ok {
		c.i = start
		p, ok = c.span()
	}
	if !ok {
		c.i = start
		p, ok = c.era()
	}
	return p, ok
}

// HeaderPeriod reads s when the whole of it is a period, also a bare year, as table
// headers and parentheses give it: 2015, 2020年, 1～6月.
func HeaderPeriod(s string) (Period, bool) {
	s = strings.TrimSpace(s)
	if n, p := MatchPeriod(s); n > 0 && n == len(s) {
		return p, true
	}
	c := timeCursor{s: s}
	if y, ok := c.fourDigits(); ok && c.i == len(s) && y >= 1900 && y < 2100 {
		return Period{From: Moment{Year: y}, To: Moment{Year: y}}, true
	}
	return Period{}, false
}
