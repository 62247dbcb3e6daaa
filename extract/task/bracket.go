package task

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// brackets may stand around a list and inside a name.
var brackets = [...][2]string{{"（", "）"}, {"〔", "〕"}, {"(", ")"}, {"[", "]"}, {"【", "】"}, {"﹝", "﹞"}}

// signs are the brackets and what parts names or ends a list: all that a reader of a list
// stops at, of those that have three bytes.
var signs = policy.WideSetOf("（）〔〕【】﹝﹞、，；。／")

// nextSign is where the first sign, or anything else that is not of three bytes, stands
// in s at or behind byte i, and where that ends.
func nextSign(s string, i int) (at, end int) {
	if i = signs.Skip(s, i); i == len(s) {
		return i, i
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i, i + n
}

// depthOf is what the sign at byte i of s adds to the depth of brackets.
func depthOf(s string, i int) int {
	switch c := s[i]; {
	case c > 0xe3 && c < 0xef: // a Chinese character
		return 0
	case c < 0x80 && c != '(' && c != ')' && c != '[' && c != ']':
		return 0
	}
	for _, b := range brackets {
		switch {
		case strings.HasPrefix(s[i:], b[0]):
			return 1
		case strings.HasPrefix(s[i:], b[1]):
			return -1
		}
	}
	return 0
}
