package task

import (
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// marked says whether a block with the marks in may be one that mayHold says yes of.
func marked(in uint8) bool {
	return in&(marks.Bracket|marks.Leading) != 0 || in&marks.Role != 0 && in&marks.Colon != 0
}

// mayHold says whether s has what a list cannot be without: 牵头 behind 由, 责任…： or
// another label, or a bracket that ends in a verb. Many blocks are asked: the characters
// sought tell nearly all others.
func mayHold(s string) bool {
	for i := 0; i+3 <= len(s); {
		c := s[i]
		if c < 0xe0 {
			if c == ')' && endsInVerb(s[:i]) {
				return true
			}
			i++
			continue
		}
		if k := listSet.Skip(s, i); k > i {
			i = k
			continue
		}
		if begunList(s, i) {
			return true
		}
		i += 3
	}
	return strings.HasSuffix(s, ")") && endsInVerb(s[:len(s)-1])
}

// listSet holds the characters that mayHold looks for.
var listSet = policy.WideSetOf("牵责负配单）")

// begunList says whether a list may have its mark at byte i of s.
func begunList(s string, i int) bool {
	if strings.HasPrefix(s[i:], "）") {
		return endsInVerb(s[:i])
	}
	if i+6 > len(s) {
		return false
	}
	switch rest := s[i+6:]; s[i : i+6] {
	case "牵头":
		return labelled(rest) || strings.Contains(s[max(0, i-longestBracket):i], "由")
	case "责任", "负责", "配合":
		return labelled(rest)
	case "单位":
		return organizing(s[:i]) && labelled(rest)
	}
	return false
}

// labelled says whether a label that began before s ends soon: （牵头）单位：.
func labelled(s string) bool {
	return strings.ContainsAny(s[:min(len(s), len("（责任）单位和部门："))], "：:")
}

// endsInVerb says whether s ends in one of the verbs of lists or in what may follow.
func endsInVerb(s string) bool {
	s = strings.TrimRight(s, " \n")
	if len(s) < len("字") {
		return false
	}
	return len(verbs[s[len(s)-len("字"):]]) > 0 || isAside(s)
}

// organizing says whether s ends in a verb that makes 单位 a label.
func organizing(s string) bool {
	return policy.EndsAny(s, organizers...)
}
