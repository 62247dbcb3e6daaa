package extract

import (
	_ "embed"
	"sort"
	"strings"
)

// A lexicon finds the longest of its words at the start or the end of a text.
type lexicon struct {
	first map[uint32][]string // by first character, longest first
	last  map[uint32][]string // by last character, longest first
}

func newLexicon(words []string) *lexicon {
	l := &lexicon{first: map[uint32][]string{}, last: map[uint32][]string{}}
	words = append([]string(nil), words...)
	sort.SliceStable(words, func(i, j int) bool { return len(words[i]) > len(words[j]) })
	for _, w := range words {
		f, e := charAt(w, 0), charAt(w, lastRuneAt(w))
		l.first[f] = append(l.first[f], w)
		l.last[e] = append(l.last[e], w)
	}
	return l
}

// charAt packs the character of s at byte i, of up to three bytes, into a number.
func charAt(s string, i int) uint32 {
	if s[i] < 0x80 || i+3 > len(s) {
		return uint32(s[i])
	}
	return uint32(s[i])<<16 | uint32(s[i+1])<<8 | uint32(s[i+2])
}

// lastRuneAt is where the last character of s begins.
func lastRuneAt(s string) int {
	i := len(s) - 1
	for i > 0 && s[i]&0xC0 == 0x80 {
		i--
	}
	return max(i, 0)
}

// prefix is the length of the longest word that s begins with, 0 if none.
func (l *lexicon) prefix(s string) int {
	if s == "" {
		return 0
	}
	for _, w := range l.first[charAt(s, 0)] {
		if len(w) <= len(s) && s[:len(w)] == w {
			return len(w)
		}
	}
	return 0
}

// suffix is the length of the longest word that s ends in, 0 if none.
func (l *lexicon) suffix(s string) int {
	if s == "" {
		return 0
	}
	for _, w := range l.last[charAt(s, lastRuneAt(s))] {
		if len(w) <= len(s) && s[len(s)-len(w):] == w {
			return len(w)
		}
	}
	return 0
}

// lastIn is the word of l that begins last in s, and where; n is 0 if none does.
func (l *lexicon) lastIn(s string) (at, n int) {
	for i := len(s); i > 0; {
		i = lastRuneAt(s[:i])
		if n := l.prefix(s[i:]); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

//go:embed phrases.tsv
var phrasesTSV string

// phrases are the classes of phrases.tsv, each a lexicon.
var phrases = loadPhrases(phrasesTSV)

// loadPhrases reads lines of a class, a tab and words parted by blanks.
func loadPhrases(tsv string) map[string]*lexicon {
	words := map[string][]string{}
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		class, list, ok := strings.Cut(line, "\t")
		if !ok {
			panic("extract: phrases.tsv has no tab in: " + line)
		}
		words[class] = append(words[class], strings.Fields(list)...)
	}
	out := map[string]*lexicon{}
	for class, list := range words {
		out[class] = newLexicon(list)
	}
	return out
}

// The classes that rules use, by the name they have in phrases.tsv.
var (
	leads    = phrases["lead"]
	tails    = phrases["tail"]
	verbs    = phrases["verb"]
	weak     = phrases["weak"]
	lights   = phrases["light"]
	rates    = phrases["rate"]
	nominal  = phrases["nominal"]
	heads    = phrases["head"]
	stops    = phrases["stop"]
	benefits = phrases["benefit"]
	grades   = phrases["grade"]
)
