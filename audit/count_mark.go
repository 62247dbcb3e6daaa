package audit

import (
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A markStyle is a way of numbering what is listed.
type markStyle uint8

// The styles.
const (
	noMark     markStyle = iota
	hanIs                // 一是
	ordinal              // 第一，第一步，第一部分
	chapter              // 第一章
	section              // 第一节
	article              // 第一条
	hanComma             // 一、
	hanParen             // （一）
	arabicDot            // 1. 1、
	arabicWrap           // （1） 1）
	circled              // ①
)

// markSet begins all marks that begin with a wide character.
var markSet = policy.WideSetOf("一二三四五六七八九十第（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

// readMark reads the number that s begins with: its style, the number, and its length.
func readMark(s string) (style markStyle, n, size int) {
	if s == "" || s[0] >= utf8.RuneSelf && !markSet.Begins(s) || s[0] < utf8.RuneSelf && s[0] != '(' && (s[0] < '0' || s[0] > '9') {
		return noMark, 0, 0
	}
	r, w := policy.FirstRune(s)
	switch {
	case r >= '①' && r <= '⑳':
		return circled, int(r-'①') + 1, w
	case r == '第':
		return ordinalMark(s)
	case r == '（' || r == '(':
		return bracketMark(s, w)
	case r >= '0' && r <= '9':
		return arabicMark(s)
	}
	digits := hanLen(s)
	if digits == 0 {
		return noMark, 0, 0
	}
	n = hanNumber(s[:digits])
	switch {
	case n == 0:
	case strings.HasPrefix(s[digits:], "是"):
		return hanIs, n, digits + len("是")
	case strings.HasPrefix(s[digits:], "、") && hanLen(s[digits+len("、"):]) == 0: // not 三、四线城市
		return hanComma, n, digits + len("、")
	}
	return noMark, 0, 0
}

// hanLen is the length of the Han digits that s begins with, 两 not among them.
func hanLen(s string) int {
	i := 0
	for normalize.HanDigit(s[i:]) > 0 {
		i += 3
	}
	return i
}

// ordinalMarks are what a numbered part is called. What is cited (第三条规定) is no mark.
var ordinalMarks = [...]struct {
	word  string
	style markStyle
}{{"章", chapter}, {"节", section}, {"条", article}, {"部分", ordinal}, {"步", ordinal}, {"阶段", ordinal}, {"方面", ordinal}, {"，", ordinal}, {"、", ordinal}, {"是", ordinal}, {"：", ordinal}}

func ordinalMark(s string) (markStyle, int, int) {
	rest := s[len("第"):]
	digits := hanLen(rest)
	for digits < len(rest) && digits < 3 && rest[digits] >= '0' && rest[digits] <= '9' {
		digits++
	}
	n := smallNumber(rest[:digits])
	if n == 0 {
		return noMark, 0, 0
	}
	for _, m := range ordinalMarks {
		if strings.HasPrefix(rest[digits:], m.word) {
			return m.style, n, len("第") + digits + len(m.word)
		}
	}
	return noMark, 0, 0
}

// maxMark is beyond the number in a bracket, in bytes.
const maxMark = len("三十一") + 1

func bracketMark(s string, open int) (markStyle, int, int) {
	rest := s[open:]
	end, limit := 0, min(len(rest), maxMark)
	for end < limit && rest[end] != ')' && !strings.HasPrefix(rest[end:], "）") {
		end++
	}
	if end == 0 || end == limit {
		return noMark, 0, 0
	}
	n := smallNumber(rest[:end])
	if n == 0 {
		return noMark, 0, 0
	}
	style := hanParen
	if rest[0] < utf8.RuneSelf {
		style = arabicWrap
	}
	_, w := policy.FirstRune(rest[end:])
	return style, n, open + end + w
}

func arabicMark(s string) (markStyle, int, int) {
	i := policy.Digits(s)
	n := smallNumber(s[:i])
	if n == 0 || i > 2 {
		return noMark, 0, 0
	}
	for _, m := range [...]string{".", "．", "、", "）", ")"} {
		if !strings.HasPrefix(s[i:], m) {
			continue
		}
		after := s[i+len(m):]
		if after != "" && after[0] >= '0' && after[0] <= '9' { // 3.5, 1.1
			return noMark, 0, 0
		}
		if m == "）" || m == ")" {
			return arabicWrap, n, i + len(m)
		}
		return arabicDot, n, i + len(m)
	}
	return noMark, 0, 0
}

// bounds says whether a text ends where a listed item may begin: at its beginning or
// behind a mark of a sentence.
func bounds(before string) bool {
	before = strings.TrimRight(before, " ")
	if before == "" {
		return true
	}
	r, _ := policy.LastRune(before)
	return endsClause(r)
}

// nextBound is the first byte behind i where a listed item may begin, len(s) where none may.
func nextBound(s string, i int) int {
	for i = nextOf(clauses, s, i); i < len(s); i = nextOf(clauses, s, i) {
		r, size := policy.FirstRune(s[i:])
		if i += size; endsClause(r) {
			for i < len(s) && s[i] == ' ' {
				i++
			}
			return i
		}
	}
	return len(s)
}
