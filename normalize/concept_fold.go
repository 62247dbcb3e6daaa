package normalize

import (
	_ "embed"
	"fmt"
	"sync"

	"shuzheng/policy"
)

//go:embed concept_words.tsv
var conceptWordsTSV string

// A conceptWord is words in the name of an indicator and what stands for them.
type conceptWord struct{ from, to string }

// conceptWords are the lines of concept_words.tsv by where they count, the longest
// words first.
type conceptWords struct {
	any         conceptIndex   // by the first character, as is start
	anyFirst    policy.WideSet // of those, the ones of three bytes
	start       conceptIndex
	end, growth conceptIndex // by the last character
}

// A conceptIndex holds words by hashChar of one of their characters.
type conceptIndex [512][]conceptWord

func (x *conceptIndex) add(char string, word conceptWord) {
	list := &x[hashChar(char)]
	*list = append(*list, word)
	policy.Sort(*list, func(a, b conceptWord) int { return len(b.from) - len(a.from) })
}

// conceptFolding is loaded with the first name that is looked up.
var conceptFolding = sync.OnceValue(func() *conceptWords { return newConceptWords(conceptWordsTSV) })

// newConceptWords panics on a fault: the table is the program's own.
func newConceptWords(tsv string) *conceptWords {
	w := &conceptWords{}
	for n, c := range policy.Cells("concept_words.tsv", tsv, 5) {
		if c[1] == "" || !w.add(c[0], conceptWord{c[1], c[2]}) {
			panic(fmt.Sprintf("concept_words.tsv:%d: want where, words, what stands for them, example, result", n))
		}
	}
	return w
}

// add takes in a line, if where is one of the places there are. What is replaced in
// place must not grow.
func (w *conceptWords) add(where string, word conceptWord) bool {
	if where != "any" && len(word.to) > len(word.from) {
		return false
	}
	first, last := word.from[:charLen(word.from[0])], word.from[policy.LastChar(word.from):]
	switch where {
	case "any":
		w.any.add(first, word)
		if len(first) == 3 {
			w.anyFirst.Add(first)
		}
	case "start":
		w.start.add(first, word)
	case "end":
		w.end.add(last, word)
	case "growth":
		w.growth.add(last, word)
	default:
		return false
	}
	return true
}

// charLen is the length in bytes of the character that c begins.
func charLen(c byte) int {
	switch {
	case c < 0xc0:
		return 1
	case c < 0xe0:
		return 2
	case c < 0xf0:
		return 3
	}
	return 4
}

// hashChar tells most characters apart.
func hashChar[S string | []byte](char S) uint16 {
	if len(char) < 3 {
		return uint16(char[0])
	}
	return (uint16(char[0])<<6 ^ uint16(char[1])<<3 ^ uint16(char[2])) & 511
}

// fold appends to out the name s with all words of any replaced, from left to right.
func (w *conceptWords) fold(out []byte, s string) []byte {
	from := 0
	for i := w.anyFirst.Skip(s, 0); i < len(s); i = w.anyFirst.Skip(s, i) {
		n := min(charLen(s[i]), len(s)-i)
		word := w.any.at(s[i:], hashChar(s[i:i+n]))
		if word == nil {
			i += n
			continue
		}
		out = append(append(out, s[from:i]...), word.to...)
		i += len(word.from)
		from = i
	}
	return append(out, s[from:]...)
}

// at is the word of list that s begins with, nil if none.
func (x *conceptIndex) at(s string, list uint16) *conceptWord {
	for i := range x[list] {
		word := &x[list][i]
		if n := len(word.from); n <= len(s) && s[n-1] == word.from[n-1] && s[:n] == word.from {
			return word
		}
	}
	return nil
}

// trimStart replaces the first words of a folded name, in place, where they are of start.
func (w *conceptWords) trimStart(key []byte) ([]byte, bool) {
	if len(key) < 3 {
		return key, false
	}
	for _, word := range w.start[hashChar(key[:min(charLen(key[0]), len(key))])] {
		if n := len(word.from); len(key) > n && string(key[:n]) == word.from {
			key = key[n-len(word.to):]
			copy(key, word.to)
			return key, true
		}
	}
	return key, false
}

// minStem is how many bytes of a name its end must leave: 人才总量 says more than 人才.
const minStem = 7

// trimEnd is a folded name without words of end, which change nothing: 旅客吞吐量. What
// stands for them is written in place; a table has such words only where a second
// trimEnd does nothing.
func (w *conceptWords) trimEnd(key []byte) []byte {
	if at, to := w.cutEnd(key); at < len(key) {
		return append(key[:at], to...)
	}
	return key
}

// cutEnd is where the words of end begin that a folded name ends in, and what stands for
// them; len(key) where it ends in none.
func (w *conceptWords) cutEnd(key []byte) (at int, to string) {
	if len(key) < minStem {
		return len(key), ""
	}
	for _, word := range w.end[hashChar(key[policy.LastChar(key):])] {
		at := len(key) - len(word.from)
		if at+len(word.to) >= minStem && string(key[at:]) == word.from {
			return at, word.to
		}
	}
	return len(key), ""
}

// trimGrowth is a folded name without 增速 and the like.
func (w *conceptWords) trimGrowth(key []byte) ([]byte, bool) {
	if len(key) < 3 {
		return key, false
	}
	for _, word := range w.growth[hashChar(key[policy.LastChar(key):])] {
		if at := len(key) - len(word.from); at > 0 && string(key[at:]) == word.from {
			return key[:at], true
		}
	}
	return key, false
}
