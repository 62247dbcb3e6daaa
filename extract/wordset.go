package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A wordSet is a short list of words, each beginning and ending with a character of
// three bytes, that a rule asks for at one place of a passage. Most places are told by
// one character: nothing of the list begins, or ends, there.
type wordSet struct {
	words        []string
	begins, ends policy.WideSet
}

func newWordSet(words ...string) *wordSet {
	w := &wordSet{words: longestFirst(words)}
	for _, x := range words {
		w.begins.Add(x)
		w.ends.Add(x[len(x)-3:])
	}
	return w
}

// afterIn is the longest word of w that stands at byte i, "" if none.
func (p *passage) afterIn(i int, w *wordSet) string {
	if i >= len(p.s) || !w.begins.Begins(p.s[i:]) {
		return ""
	}
	for _, x := range w.words {
		if policy.Begins(p.s[i:], x) {
			return x
		}
	}
	return ""
}

// beforeIn is the longest word of w that stands right before byte i, "" if none.
func (p *passage) beforeIn(i int, w *wordSet) string {
	if !w.ends.Ends(p.s[:i]) {
		return ""
	}
	for _, x := range w.words {
		if policy.Ends(p.s[:i], x) {
			return x
		}
	}
	return ""
}

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

// lastIndex is strings.LastIndex for words that end in a character of three bytes: it
// goes back a character at a time, and looks at the last byte of each, which tells most.
func lastIndex(s, w string) int {
	n := len(w)
	a, b, c := w[n-3], w[n-2], w[n-1]
	for i := len(s); i >= n; {
		if s[i-1] == c && s[i-2] == b && s[i-3] == a && s[i-n:i-3] == w[:n-3] {
			return i - n
		}
		if s[i-3]>>4 == 0xe {
			i -= 3
		} else {
			i--
		}
	}
	return -1
}
