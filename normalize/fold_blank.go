package normalize

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A spacing says whether a text parts every digit from the next by a blank, as some
// programs do that took it out of a page: 2 0 0 5 年, 8 6 . 5 亿元 , 增长.
type spacing uint8

const (
	unknownSpacing spacing = iota
	closeSpacing
	wideSpacing
)

// blanks reads a run of blanks and invisible characters at byte i.
func (f *folder) blanks(i int) (int, string) {
	j := i
	for j < len(f.s) {
		r, n := policy.FirstRune(f.s[j:])
		if !isBlank(r) && !isInvisible(r) {
			break
		}
		j += n
	}
	before, _ := policy.LastRune(f.s[:i])
	after, _ := runeAt(f.s, j)
	if i > 0 && j < len(f.s) && !f.joins(i, j, before, after) && !f.parts(i, j) {
		if f.s[i:j] == " " {
			return 0, ""
		}
		return j - i, " "
	}
	return j - i, ""
}

// joins says whether the blank at [i, j) parts nothing: beside Chinese, and
// between a number and its sign or unit (8.8 %, 100 km).
func (f *folder) joins(i, j int, before, after rune) bool {
	if isChinese(before) || isChinese(after) || before == '∶' || after == '∶' || f.widens(i-1) || f.widens(j) {
		return true
	}
	if numeric(before) && numeric(after) && f.spacing() == wideSpacing {
		return true
	}
	if before == '.' {
		return f.spacedDecimal(i, j)
	}
	if before < '0' || before > '9' {
		return false
	}
	return strings.ContainsRune("%‰℃°㎡㎞㎏㎎", after) || latinUnit(f.s[j:])
}

// parts says whether the one blank at [i, j) parts the thousands of a number, as GB/T 15835
// has it: 5 221公里, 19 067处, 35 349.06亿人. What is counted must follow at once, or a
// unit in letters, lest the cells of a row become one number.
func (f *folder) parts(i, j int) bool {
	return isDigit(f.s[i-1]) && thinBlank(f.s[i:]) == j-i && f.headGroup(i) && f.valueFrom(j)
}

// mostGroups are the groups of three digits that the longest numbers have.
const mostGroups = 6

// headGroup says whether groups of digits end at byte i of which the first has three at
// most, and is no part of another number or name.
func (f *folder) headGroup(i int) bool {
	for range mostGroups {
		n := digitsBefore(f.s, i)
		if i -= n; i == 0 || n > 3 {
			return n <= 3
		}
		_, size := utf8.DecodeLastRuneInString(f.s[:i])
		if n < 3 || size == i || thinBlank(f.s[i-size:]) != size || !isDigit(f.s[i-size-1]) {
			return strings.IndexByte(".,-/", f.s[i-1]) < 0 && !isLatin(rune(f.s[i-1]))
		}
		i -= size
	}
	return false
}

// valueFrom says whether a group of three digits begins at byte j, others perhaps behind it,
// and what is counted, or a unit, behind them.
func (f *folder) valueFrom(j int) bool {
	for n, group := 0, 0; group < mostGroups && digitsAt(f.s, j+n) == 3; n, group = thinBlank(f.s[j:]), group+1 {
		if j += n + 3; thinBlank(f.s[j:]) == 0 {
			break
		}
	}
	if j < 3 || digitsBefore(f.s, j) != 3 {
		return false
	}
	if j+1 < len(f.s) && f.s[j] == '.' && isDigit(f.s[j+1]) {
		for j++; j < len(f.s) && isDigit(f.s[j]); j++ {
		}
	}
	if j < len(f.s) && (isHanByte(f.s[j]) || f.s[j] == '%') {
		return true
	}
	rest := f.s[j+thinBlank(f.s[j:]):]
	return strings.HasPrefix(rest, "万") || strings.HasPrefix(rest, "亿") || latinUnit(rest)
}

// thinBlank is the length of the blank that s begins with, 0 for none and for tabs and breaks.
func thinBlank(s string) int {
	switch r, n := utf8.DecodeRuneInString(s); r {
	case ' ', 0xa0, 0x2005, 0x2006, 0x2009, 0x202f:
		return n
	}
	return 0
}

// spacing looks once whether the text is spaced wide: no two digits touch, some are
// parted by a blank alone, and blanks stand before marks of punctuation too.
func (f *folder) spacing() spacing {
	if f.apart != unknownSpacing {
		return f.apart
	}
	f.apart = closeSpacing
	digits, marks := false, false
	for i := 1; i+1 < len(f.s); i++ {
		switch {
		case isDigit(f.s[i]) && isDigit(f.s[i-1]):
			return f.apart
		case f.s[i] != ' ':
		case isDigit(f.s[i-1]) && isDigit(f.s[i+1]):
			digits = true
		case f.s[i-1] >= 0x80 && strings.IndexByte(",.;:", f.s[i+1]) >= 0, strings.HasPrefix(f.s[i+1:], "，"), strings.HasPrefix(f.s[i+1:], "。"), strings.HasPrefix(f.s[i+1:], "、"):
			marks = true
		}
	}
	if digits && marks {
		f.apart = wideSpacing
	}
	return f.apart
}

// widens says whether the byte at i is narrow punctuation that becomes Chinese.
func (f *folder) widens(i int) bool {
	if widened[f.s[i]] == "" || f.s[i] == ')' {
		return false
	}
	return !f.latin(i) && !f.betweenDigits(i)
}

// latinUnit says whether s begins with a unit written in letters that Chinese
// texts part from the number by a blank.
func latinUnit(s string) bool {
	n := 0
	for n < len(s) && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	switch s[:n] {
	case "km", "m", "cm", "mm", "ha", "t", "kg", "g", "mg", "kV", "kW", "MW", "GW", "kWh", "MWh", "GWh",
		"PFLOPS", "EFLOPS", "TEU", "TB", "PB":
		return true
	}
	return false
}
