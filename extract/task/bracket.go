package task

import "shuzheng/policy"

// signs are the brackets and what parts names or ends a list: all that a reader of a list
// stops at, of those that have three bytes.
var signs = policy.WideSetOf("（）〔〕【】﹝﹞、，；。／")

// nextSign is where the first sign, or anything else that is not of three bytes, stands
// in s at or behind byte i, and where that ends.
func nextSign(s string, i int) (at, end int) {
	if i = signs.Skip(s, i); i == len(s) {
		return i, i
	}
	_, n := policy.FirstRune(s[i:])
	return i, i + n
}

// depthOf is what the sign at byte i of s adds to the depth of brackets, which may stand
// around a list and inside a name.
func depthOf(s string, i int) int {
	n := 1
	if s[i] >= 0xe0 {
		n = 3
	}
	switch s[i:min(i+n, len(s))] {
	case "（", "〔", "(", "[", "【", "﹝":
		return 1
	case "）", "〕", ")", "]", "】", "﹞":
		return -1
	}
	return 0
}
