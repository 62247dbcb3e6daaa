package platform

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"shuzheng/policy"
)

// A class is what a word does before the head of a name, as words.tsv tells.
type class uint8

const (
	noClass class = iota
	cutClass
	foundClass
	aimClass
	pluralClass
	vagueClass
	gradeClass
	commonClass
	subjectClass
	instClass
	plainClass
	headClass
)

var classes = map[string]class{
	"cut": cutClass, "found": foundClass, "aim": aimClass, "plural": pluralClass, "vague": vagueClass, "grade": gradeClass,
	"common": commonClass, "subject": subjectClass, "inst": instClass, "word": plainClass,
}

// A word is an entry of the lexicon.
type word struct {
	text  string
	prev  uint32 // the character before the last one, 0 for a word of one
	class class
	head  *head // for a headClass word
}

// A lexicon finds the longest word that a text ends in. All words end in a Chinese
// character.
type lexicon struct {
	set   policy.WideSet       // the same as ends, smaller and less sure
	under [1 << 16]uint16      // index in group of the words that end in that character
	group [][]word             // each longest first
	ends  [1 << 16 / 64]uint64 // a bit for each character that a word ends in
	short [1 << 16 / 64]uint64 // a bit for each word of one character
	pairs [1 << 10]uint64      // a bit for each hash of the last two characters of a longer word
}

//go:embed words.tsv
var wordsTSV string

// headEnds finds the heads alone; lists are the classes of words.tsv that are not words before a head: slogan,
// kind, state, goeson. states are those of the class state.
var (
	words, lists = mustWords(wordsTSV, heads)
	headEnds     = lexiconOf(headWords())
	states       = lexiconOf(lists["state"])
)

func mustWords(tsv string, heads []head) (*lexicon, map[string][]string) {
	l, lists, err := parseWords(tsv, heads)
	if err != nil {
		panic(err)
	}
	return l, lists
}

// parseWords reads lines of a class and its words; the error names the line.
func parseWords(tsv string, heads []head) (*lexicon, map[string][]string, error) {
	l, lists := &lexicon{group: make([][]word, 1)}, map[string][]string{}
	seen := map[string]bool{}
	for i := range heads {
		if seen[heads[i].word] {
			return nil, nil, fmt.Errorf("heads.tsv: %s stands there twice", heads[i].word)
		}
		seen[heads[i].word] = true
		l.add(word{text: heads[i].word, class: headClass, head: &heads[i]})
	}
	for i, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, rest, _ := strings.Cut(line, "\t")
		c, known := classes[name]
		for w := range strings.FieldsSeq(rest) {
			switch {
			case name == "slogan" || name == "kind" || name == "state" || name == "goeson":
				lists[name] = append(lists[name], w)
			case !known || seen[w] || !isHan(w, len(w)-3):
				return nil, nil, fmt.Errorf("words.tsv line %d: class %q, word %q: unknown class, a word for the second time or no Chinese one", i+1, name, w)
			default:
				seen[w] = true
				l.add(word{text: w, class: c})
			}
		}
	}
	l.sort()
	for _, list := range lists {
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return l, lists, nil
}

// HeadEnds are the characters that the heads of names end in.
func HeadEnds() string {
	var b strings.Builder
	for i := range heads {
		b.WriteString(heads[i].word[len(heads[i].word)-3:])
	}
	return b.String()
}

func headWords() (out []string) {
	for i := range heads {
		out = append(out, heads[i].word)
	}
	return out
}

// lexiconOf is a lexicon of words without a class.
func lexiconOf(list []string) *lexicon {
	l := &lexicon{group: make([][]word, 1)}
	for _, w := range list {
		l.add(word{text: w})
	}
	l.sort()
	return l
}

// han is the Chinese character at byte i of s, which there must be.
func han(s string, i int) int {
	_ = s[i+2]
	return int(s[i]&0x0f)<<12 | int(s[i+1]&0x3f)<<6 | int(s[i+2]&0x3f)
}

func (l *lexicon) add(w word) {
	c := han(w.text, len(w.text)-3)
	l.ends[c>>6] |= 1 << (c & 63)
	l.set.Add(w.text[len(w.text)-3:])
	if l.under[c] == 0 {
		l.under[c] = uint16(len(l.group))
		l.group = append(l.group, nil)
	}
	if n := len(w.text) - 6; n >= 0 {
		w.prev = uint32(han(w.text, n)) + 1
		h := pair(w.prev, c)
		l.pairs[h>>6] |= 1 << (h & 63)
	} else {
		l.short[c>>6] |= 1 << (c & 63)
	}
	g := &l.group[l.under[c]]
	*g = append(*g, w)
}

// pair hashes the last two characters of a word to 16 bits.
func pair(prev uint32, c int) uint32 { return (prev*40503 + uint32(c)*2654435) >> 3 & 0xffff }

func (l *lexicon) sort() {
	for _, g := range l.group {
		slices.SortStableFunc(g, func(a, b word) int { return len(b.text) - len(a.text) })
	}
}

// may says whether a word may end at byte end of s, in a Chinese character; it errs
// on the side of yes.
func (l *lexicon) may(s string, end int) bool {
	c := han(s, end-3)
	return l.ends[c>>6]>>(c&63)&1 == 1 && l.mayPair(s, end, c)
}

// mayPair asks the same of the last two characters, of which c is the last.
func (l *lexicon) mayPair(s string, end, c int) bool {
	if l.short[c>>6]>>(c&63)&1 == 1 {
		return true
	}
	if end < 6 || !isHan(s, end-6) {
		return false
	}
	h := pair(uint32(han(s, end-6))+1, c)
	return l.pairs[h>>6]>>(h&63)&1 == 1
}

// last is the longest word that s ends in, nil if none; s ends in a Chinese
// character.
func (l *lexicon) last(s string) *word {
	if !l.may(s, len(s)) {
		return nil
	}
	prev := uint32(0)
	if n := len(s) - 6; n >= 0 && isHan(s, n) {
		prev = uint32(han(s, n)) + 1
	}
	g := l.group[l.under[han(s, len(s)-3)]]
	for i := range g {
		w := &g[i]
		if w.prev == 0 || w.prev == prev && (len(w.text) == 6 || len(w.text) <= len(s) && s[len(s)-len(w.text):] == w.text) {
			return w
		}
	}
	return nil
}

// longestPrefix is the longest word of a list that s begins with, "" if none; the
// list stands longest first.
func longestPrefix(list []string, s string) string {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}
