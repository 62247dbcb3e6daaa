package task

import (
	"strings"

	"shuzheng/normalize"
)

// mayHold says whether a word of lists stands in s where it may make one: 牵头, 责任…：,
// 负责…）, or 单位 behind a verb. The third bytes of their first characters tell nearly all others.
func mayHold(s string) bool {
	for i := 0; i+6 <= len(s); {
		if s[i] < 0xe0 {
			i++
			continue
		}
		if c := s[i+2]; listByte[c&0x3f] {
			switch s[i : i+6] {
			case "牵头":
				return true
			case "责任":
				if strings.ContainsAny(s[i+6:min(len(s), i+6+len("（牵头）单位：：："))], "：:") {
					return true
				}
			case "负责", "落实", "配合":
				if rest := s[i+6:]; strings.IndexByte(rest, ')') >= 0 || normalize.IndexChar(rest, "）") >= 0 || strings.HasPrefix(rest, "单位") || strings.HasPrefix(rest, "部门") || strings.HasPrefix(rest, "：") {
					return true
				}
			case "单位":
				if organizing(s[:i]) {
					return true
				}
			}
		}
		i += 3
	}
	return false
}

// listByte marks the third bytes of 牵, 责, 负, 配, 落 and 单.
var listByte = func() (b [64]bool) {
	for _, w := range [...]string{"牵", "责", "负", "配", "落", "单"} {
		b[w[2]&0x3f] = true
	}
	return b
}()

// organizing says whether s ends in a verb that makes 单位 a label.
func organizing(s string) bool {
	for _, w := range [...]string{"主办", "承办", "协办", "实施", "落实", "主责", "参与"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
