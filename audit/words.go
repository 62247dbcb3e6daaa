package audit

import (
	_ "embed"
	"math/bits"
	"strings"

	"shuzheng/policy"
)

//go:embed words.tsv
var wordsTSV string

// wordClasses are the words of words.tsv by their class.
var wordClasses = policy.WordClasses("words.tsv", wordsTSV)

// A wordList finds the words of a list in a text: where one may begin or end is told by
// a single character, and few words share one. Of two that fit the first of the list counts.
type wordList struct {
	words        []string
	first        *policy.WideSet // their first characters, the wide ones
	heads, tails uint64          // the charKeys of their first characters and of their last ones: most texts have no other
	begins       [64]uint64      // by charKey of the first character: the words, a bit each
	ends         [64]uint64      // of the last one
}

// newWordList panics where there are more words than bits.
func newWordList(words ...string) *wordList {
	if len(words) > 64 {
		panic("audit: more than 64 words in a list")
	}
	var firsts strings.Builder
	l := &wordList{words: words}
	for i, w := range words {
		n := charLen(w)
		firsts.WriteString(w[:n])
		l.begins[charKey(w[:n])] |= 1 << i
		l.ends[charKey(w)] |= 1 << i
		l.heads, l.tails = l.heads|1<<charKey(w[:n]), l.tails|1<<charKey(w)
	}
	l.first = policy.WideSetOf(firsts.String())
	return l
}

// charKey tells most characters that a text may end in apart.
func charKey(s string) byte { return s[len(s)-1] & 63 }

// begin is the word that s begins with, "" if none.
func (l *wordList) begin(s string) string {
	if s == "" {
		return ""
	}
	key := charKey(s[:charLen(s)])
	if l.heads>>key&1 == 0 {
		return ""
	}
	for m := l.begins[key]; m != 0; m &= m - 1 {
		if w := l.words[bits.TrailingZeros64(m)]; policy.Begins(s, w) {
			return w
		}
	}
	return ""
}

// end is the word that s ends in, "" if none.
func (l *wordList) end(s string) string {
	if s == "" || l.tails>>charKey(s)&1 == 0 {
		return ""
	}
	for m := l.ends[charKey(s)]; m != 0; m &= m - 1 {
		if w := l.words[bits.TrailingZeros64(m)]; policy.Ends(s, w) {
			return w
		}
	}
	return ""
}

// mayHold is the words, a bit each, that may stand in s: it holds their first characters, or others of one key.
func (l *wordList) mayHold(s string) (words uint64) {
	for i := 0; i < len(s); i += charLen(s[i:]) {
		words |= l.begins[charKey(s[i:i+charLen(s[i:])])]
	}
	return words
}

// in says whether one of the words stands in s.
func (l *wordList) in(s string) bool {
	for i := l.first.Skip(s, 0); i < len(s); i = l.first.Skip(s, i) {
		if l.begin(s[i:]) != "" {
			return true
		}
		i += charLen(s[i:])
	}
	return false
}

// charLen is the length of the first character of s, which is not empty: three bytes or
// one, the rest of others being passed byte by byte.
func charLen(s string) int {
	if s[0]>>4 == 0xe && len(s) > 2 {
		return 3
	}
	return 1
}
