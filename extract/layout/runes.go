package layout

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// blankLen is the length in bytes of the white space character that s begins
// with, 0 if there is none.
func blankLen(s string) int {
	if s == "" {
		return 0
	}
	switch c := s[0]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f':
		return 1
	case c < utf8.RuneSelf:
		return 0
	}
	switch {
	case strings.HasPrefix(s, "\u00a0"), strings.HasPrefix(s, "\u0085"):
		return 2
	case strings.HasPrefix(s, "\u3000"), strings.HasPrefix(s, "\u200b"), strings.HasPrefix(s, "\ufeff"),
		len(s) >= 3 && s[0] == 0xe2 && s[1] == 0x80 && s[2] >= 0x80 && s[2] <= 0x8a: // en quad … hair space
		return 3
	}
	return 0
}

// skipBlanks is the first place from i on in s that is not white space.
func skipBlanks(s string, i int) int {
	for {
		n := blankLen(s[i:])
		if n == 0 {
			return i
		}
		i += n
	}
}

// trimEnd is the end of s[a:b] without the white space it ends with.
func trimEnd(s string, a, b int) int {
	for b > a {
		if c := s[b-1]; c > ' ' && c < utf8.RuneSelf || b-a > 2 && s[b-3] > 0xe3 && s[b-3] < 0xef {
			break // a sign or letter, a Chinese character
		}
		r, n := policy.LastRune(s[a:b])
		if r == utf8.RuneError || r > ' ' && blankLen(s[b-n:b]) == 0 {
			break
		}
		b -= n
	}
	return b
}

// trim is s without the white space at both ends.
func trim(s string) string {
	a := skipBlanks(s, 0)
	return s[a:trimEnd(s, a, len(s))]
}

// isDigit says whether r is an Arabic figure, half or full width.
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isHan says whether r is a Chinese character.
func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r == '〇' || r >= 0x20000 && r <= 0x3ffff
}

// isHanDigit says whether r is one of the characters of Chinese numerals.
func isHanDigit(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '两':
		return true
	}
	return false
}

// firstRune is the character s begins with, 0 if s is empty.
func firstRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := policy.FirstRune(s)
	return r
}

// An ending says how a line stops.
type ending uint8

const (
	openEnd   ending = iota // in the middle of a sentence, or without punctuation at all
	commaEnd                // at a mark that something must follow: ，、（“
	colonEnd                // at ：
	closedEnd               // at the end of a sentence or of a clause: 。！？；
)

// isComma says whether r asks for something to follow.
func isComma(r rune) bool {
	switch r {
	case '，', ',', '、', '（', '(', '“', '‘', '《', '〈', '「', '『', '【', '[', '—', '-', '～', '~', '·', '+', '/':
		return true
	}
	return false
}

// isCloser says whether r closes a quotation or a bracket.
func isCloser(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', ')', '】', '》', '〉', '"', ']':
		return true
	}
	return false
}

// endOf reads the ending of s, looking behind closing quotes and brackets.
func endOf(s string) ending {
	if n := len(s); n > 2 && s[n-3] > 0xe3 && s[n-3] < 0xef {
		return openEnd // a Chinese character
	}
	for quoted := false; len(s) > 0; quoted = true {
		r, n := policy.LastRune(s)
		switch r {
		case '。', '！', '？', '；', '!', '?', ';', '…', '．':
			return closedEnd
		}
		switch {
		case isCloser(r):
			s = s[:len(s)-n]
			continue
		case quoted:
		case r == '：' || r == ':':
			return colonEnd
		case isComma(r):
			return commaEnd
		}
		return openEnd
	}
	return openEnd
}
