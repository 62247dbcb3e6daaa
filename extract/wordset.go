package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// is says whether s is a word of l.
func (l *lexicon) is(s string) bool {
	return s != "" && len(s) <= len(l.words[0]) && l.prefix(s) == len(s)
}

// endOf is the longest word of l that s ends with, "" if none.
func (l *lexicon) endOf(s string) string { return s[len(s)-l.suffix(s):] }

// afterIn is the longest word of l that stands at byte i, "" if none.
func (p *passage) afterIn(i int, l *lexicon) string { return p.s[i : i+l.prefix(p.s[i:])] }

// beforeIn is the longest word of l that stands right before byte i, "" if none.
func (p *passage) beforeIn(i int, l *lexicon) string { return p.s[i-l.suffix(p.s[:i]) : i] }

// indexByEnd is strings.Index for words that end in a character of three bytes, for long
// texts: it looks for that character, while most of Chinese begins with the same bytes.
func indexByEnd(s, w string) int {
	head, end := w[:len(w)-3], w[len(w)-3:]
	for i := len(head); i < len(s); i += len(end) {
		k := normalize.IndexChar(s[i:], end)
		if k < 0 {
			break
		}
		if i += k; s[i-len(head):i] == head {
			return i - len(head)
		}
	}
	return -1
}

// lastIndex is strings.LastIndex, quicker.
func lastIndex(s, w string) int { return policy.LastIndex(s, w) }
