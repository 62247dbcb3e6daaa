package task

import (
	"strings"

	"shuzheng/normalize"
)

// isOrgan says whether a name has the form of an organ's: 市科技局, 各县（市、区）人民政府,
// 教育部, 市委组织部〔招才局〕. It may not tell every organ: lists behind a label need
// not ask.
func isOrgan(name string) bool {
	bare := withoutBracket(name)
	if len(bare) < 6 || len(bare) > longestName {
		return false
	}
	for _, w := range notOrgans {
		if bare == w {
			return false
		}
	}
	return hasEnd(bare, ends) || hasEnd(bare, weakEnds) && beginsAsOrgan(bare)
}

// longestName is the most bytes that the name of an organ has.
const longestName = 120

// beginsAsOrgan says whether s begins with the words or the place that names of
// organs begin with.
func beginsAsOrgan(s string) bool {
	for _, w := range starts {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	n, _ := normalize.MatchPlace(s)
	return n > 0
}

func hasEnd(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// withoutBracket is s without a bracket at its end: 市委组织部〔招才局〕.
func withoutBracket(s string) string {
	for _, b := range brackets {
		if in, ok := strings.CutSuffix(s, b[1]); ok {
			if k := strings.LastIndex(in, b[0]); k > 0 {
				return s[:k]
			}
		}
	}
	return s
}

// brackets may stand around a list and inside a name.
var brackets = [...][2]string{{"（", "）"}, {"〔", "〕"}, {"(", ")"}, {"[", "]"}, {"【", "】"}, {"﹝", "﹞"}}

// depthOf is what the sign at byte i of s adds to the depth of brackets.
func depthOf(s string, i int) int {
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
