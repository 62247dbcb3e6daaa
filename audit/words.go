package audit

import (
	"strings"

	"shuzheng/policy"
)

// A wordList finds out whether one of its words stands in a text, in one go over it.
type wordList struct {
	words []string
	first *policy.WideSet
}

func newWordList(words ...string) *wordList {
	var all strings.Builder
	for _, w := range words {
		all.WriteString(w[:min(3, len(w))])
	}
	return &wordList{words, policy.WideSetOf(all.String())}
}

// in says whether one of the words stands in s.
func (l *wordList) in(s string) bool {
	for i := l.first.Skip(s, 0); i < len(s); i = l.first.Skip(s, i) {
		for _, w := range l.words {
			if strings.HasPrefix(s[i:], w) {
				return true
			}
		}
		if i++; s[i-1] >= 0xe0 {
			i = min(i+2, len(s))
		}
	}
	return false
}
