package task

import "strings"

// brackets may stand around a list and inside a name.
var brackets = [...][2]string{{"（", "）"}, {"〔", "〕"}, {"(", ")"}, {"[", "]"}, {"【", "】"}, {"﹝", "﹞"}}

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
