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

// A word is a stretch of a text that the segmenter takes for one word.
type word struct{ start, end int }

// wordsIn lists the words of two or more characters in s[from:to], with their
// places in s.
func wordsIn(s string, from, to int) []word {
	var out []word
	segmenterOnce.Do(loadSegmenter)
	for _, seg := range segmenter.Segment([]byte(s[from:to])) {
		if seg.End()-seg.Start() > 3 && s[from+seg.Start()] >= 0x80 {
			out = append(out, word{from + seg.Start(), from + seg.End()})
		}
	}
	return out
}
