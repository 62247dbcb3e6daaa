package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/go-ego/gse"
)

//go:embed words.tsv
var wordsTSV string

// wordLists reads words.tsv into one word a line, as gse's dictionaries have it.
// The weight grows with the length: the longer word is the likelier reading.
func wordLists(tsv string) string {
	var b strings.Builder
	b.Grow(4 * len(tsv))
	seen := map[string]bool{}
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		tag, words, ok := strings.Cut(line, "\t")
		if !ok {
			panic("extract: words.tsv has no tab in: " + line)
		}
		for _, w := range strings.Fields(words) {
			if !seen[w] && len(w) > 3 {
				seen[w] = true
				fmt.Fprintf(&b, "%s %d %s\n", w, 100, tag)
			}
		}
	}
	return b.String()
}

// segmenter is gse over words.tsv, loaded when the first document asks for it. It
// is kept in a plain variable: handed to a generic function its type would count as
// used through an interface, and the linker would keep the 30 MB of dictionaries
// that gse embeds.
var (
	segmenter     gse.Segmenter
	segmenterOnce sync.Once
)

func loadSegmenter() {
	segmenter.NotLoadHMM, segmenter.SkipLog = true, true
	if err := segmenter.LoadDictStr(wordLists(wordsTSV)); err != nil {
		panic("extract: words.tsv: " + err.Error())
	}
}

// numeralWords are the words of words.tsv by their first two characters: some two
// hundred begin with 一 alone.
var numeralWords = sync.OnceValue(func() *wordIndex {
	var words []string
	for line := range strings.Lines(wordsTSV) {
		_, list, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || line[0] == '#' {
			continue
		}
		for _, w := range strings.Fields(list) {
			if len(w) > 3 {
				words = append(words, w)
			}
		}
	}
	x := newWordIndex(longestFirst(words), func(w string) uint16 { return pairAt(w, 0) })
	return &x
})

// pairAt mixes the character of s at byte i with the next.
func pairAt(s string, i int) uint16 {
	next := i + runeLen(s[i])
	if next >= len(s) {
		return charAt(s, i)
	}
	return charAt(s, i)*0x9E35 + charAt(s, next)
}

// A word is a stretch of a text that the segmenter takes for one word.
type word struct{ start, end int }

// longestWord is how many bytes before a numeral a word that holds it may begin.
const longestWord = 27

// wordAt finds the word of words.tsv that holds byte i of s[from:to]. Where one
// alone comes into question there is nothing to segment; where several overlap, gse
// decides.
func wordAt(s string, from, to, i int) (word, bool) {
	l := numeralWords()
	best, found, clash := word{}, false, false
	for j := max(from, i-longestWord); j < to && (j <= i || found && j < best.end); {
		if s[j] < 0xE3 {
			j += runeLen(s[j])
			continue
		}
		if s[j]&0xC0 == 0x80 {
			j++
			continue
		}
		for _, w := range l.at(pairAt(s[:to], j)) {
			if !strings.HasPrefix(s[j:to], w) {
				continue
			}
			x := word{j, j + len(w)}
			switch holds := x.start <= i && i < x.end; {
			case holds && (!found || x.start <= best.start && best.end <= x.end):
				best, found = x, true // 一体化 holds 一体: the longer is the likelier
			case found && best.start <= x.start && x.end <= best.end:
			case holds || found && x.start < best.end:
				clash = true
			}
		}
		j += 3
	}
	if !found {
		return word{}, false
	}
	if clash || overlapsBefore(l, s, from, best.start) {
		return segmentedAt(s, from, to, i)
	}
	return best, true
}

// overlapsBefore says whether a word that begins before byte start reaches over it.
func overlapsBefore(l *wordIndex, s string, from, start int) bool {
	for j := start - 3; j >= max(from, start-longestWord); j-- {
		if s[j] < 0xE3 {
			continue
		}
		for _, w := range l.at(pairAt(s, j)) {
			if j+len(w) > start && strings.HasPrefix(s[j:], w) {
				return true
			}
		}
	}
	return false
}

// segmentedAt is the word that holds byte i where gse cuts s[from:to] into words.
func segmentedAt(s string, from, to, i int) (word, bool) {
	segmenterOnce.Do(loadSegmenter)
	for _, seg := range segmenter.Segment([]byte(s[from:to])) {
		w := word{from + seg.Start(), from + seg.End()}
		if w.start <= i && i < w.end {
			return w, w.end-w.start > 3
		}
	}
	return word{}, false
}
