package normalize

import (
	"strings"

	"shuzheng/policy"
)

// MatchPeriod reads the longest expression of time that s begins with: 2020年6月,
// 1～6月, “十三五”时期, 去年同期, 2023-08-09. n is its length in bytes, 0 where s begins
// with none. s is folded. Lengths of time (3个月, 15年, 五年行动) are no periods.
func MatchPeriod(s string) (n int, p Period) {
	if len(s) < 3 || !mayBegin(s) {
		return 0, Period{}
	}
	c := timeCursor{s: s}
	switch character(s) {
	case '截', '到', '自', '从':
		c.any("截至", "截止到", "截止", "到", "自", "从")
	}
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

// mayBegin sorts out by the first characters what cannot begin a period.
func mayBegin(s string) bool {
	if s[0] < 0x80 {
		return digitsMayBegin(s)
	}
	switch character(s) {
	case '“', '第', '到', '截', '自', '从':
		return true
	case '〇', '○', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return hanMayBegin(s)
	}
	return relativeFirst(s)
}

// digitsMayBegin sorts out numerals by what follows the digits: 36.5, 500家, 20%.
func digitsMayBegin(s string) bool {
	n := policy.Digits(s)
	if n == 0 || n > 4 || n == 3 || n == len(s) {
		return false
	}
	return goesOn(s[n:], n == 4)
}

// hanMayBegin sorts out Chinese numerals by what follows them: 三大, 一批, 二是. One
// with a 五 in it may name a plan.
func hanMayBegin(s string) bool {
	n := 0
	for ; n < len(s); n += 3 {
		switch character(s[n:]) {
		case '五':
			return true
		case '〇', '○', '零', 'Ｏ', '一', '二', '三', '四', '六', '七', '八', '九', '十':
		default:
			return isDigit(s[n]) || s[n] == "О"[0] || goesOn(s[n:], n == 12)
		}
	}
	return false
}

// goesOn says whether rest, what stands behind a numeral, may go on with a period;
// year says that the numeral has as many digits as a year.
func goesOn(rest string, year bool) bool {
	switch rest[0] {
	case '-', '~', 'O', 'o':
		return true
	case '/', '.':
		return year
	}
	switch character(rest) {
	case '年', '月', '日', '号', '季', '世', '～', '—', '–', '－', '至', '到', '学', '财', '○', '〇':
		return true
	case '、':
		return year || len(rest) > 4 && isDigit(rest[3]) // 2019、2020年; 7、8月份
	case '和', '及', '与':
		return year
	case '个':
		return strings.HasPrefix(rest, "个年头") || strings.HasPrefix(rest, "个五年")
	}
	return false
}

// period reads a whole expression.
func (c *timeCursor) period() (p Period, ok bool) {
	if c.yearComes() { // and nothing else than a date begins so
		return c.dated()
	}
	start := c.i
	if c.lengthComes() {
		if p, ok = c.span(); !ok {
			c.i = start
			p, ok = c.era()
		}
		return p, ok
	}
	if !c.wordComes() {
		if p, ok = c.plan(); !ok {
			p, ok = c.iso()
		}
		if !ok {
			c.i = start
			p, ok = c.shortRange()
		}
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

// yearComes says whether a year in figures comes next with 年 behind it, as most do.
func (c *timeCursor) yearComes() bool {
	s := c.rest()
	return len(s) > 6 && (s[0] == '1' || s[0] == '2' && s[1] < '2') && isDigit(s[1]) && isDigit(s[2]) && isDigit(s[3]) && s[4:7] == "年"
}

// lengthComes says whether a number of years in figures comes next, which no date begins with: 3年来, 90年代.
func (c *timeCursor) lengthComes() bool {
	n := policy.Digits(c.rest())
	return (n == 1 || n == 2) && strings.HasPrefix(c.s[c.i+n:], "年")
}

// wordComes says whether a character comes next with which no numeral, no quotation and
// no 第 begins.
func (c *timeCursor) wordComes() bool {
	switch character(c.rest()) {
	case 0, '“', '「', '‘', '第', '〇', '○', '零', 'Ｏ', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return false
	}
	return true
}

// HeaderPeriod reads s when the whole of it is a period, also a bare year, as table
// headers and parentheses give it: 2015, 2020年, 1～6月.
func HeaderPeriod(s string) (Period, bool) {
	s = TrimSpace(s)
	if n, p := MatchPeriod(s); n > 0 && n == len(s) {
		return p, true
	}
	c := timeCursor{s: s}
	if y, ok := c.fourDigits(); ok && c.i == len(s) && y >= 1900 && y < 2100 {
		return Period{From: Moment{Year: y}, To: Moment{Year: y}}, true
	}
	return Period{}, false
}
