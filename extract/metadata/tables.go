package metadata

import (
	_ "embed"
	"slices"
	"strings"

	"shuzheng/policy"
)

//go:embed labels.tsv
var labelsTSV string

//go:embed pages.tsv
var pagesTSV string

//go:embed words.tsv
var wordsTSV string

var words = policy.WordClasses("words.tsv", wordsTSV)

// The classes of words.tsv.
var (
	paperWords  = words.Of("paper")
	forceWords  = words.Of("force")
	begunWords  = words.Of("begun")
	chiefs      = words.Of("chief")
	siteEnds    = words.Of("site")
	besideWords = words.Of("beside")
)

// A label is a word that stands before a fact about a document.
type label struct {
	word, key string // key is "" for something else
	strong    bool
	rank      int // of its row: of two facts with one key the lower holds
}

// labelsBy are the labels by their last character, the longest first.
var labelsBy = readLabels(labelsTSV)

// readLabels panics on a fault: the table is the program's own.
func readLabels(tsv string) map[string][]label {
	var all []label
	for n, c := range policy.Cells("labels.tsv", tsv, 3) {
		if c[1] != "strong" && c[1] != "weak" {
			panic("labels.tsv: " + c[1] + " is neither strong nor weak")
		}
		for _, w := range strings.Fields(c[2]) {
			if slices.ContainsFunc(all, func(l label) bool { return l.word == w }) {
				panic("labels.tsv: " + w + " stands twice")
			}
			all = append(all, label{w, strings.TrimPrefix(c[0], "-"), c[1] == "strong", n})
		}
	}
	policy.Sort(all, func(a, b label) int { return len(b.word) - len(a.word) })
	return policy.ByLast(all, func(l label) string { return l.word })
}

// labelRank is the rank of the label word, which is one.
func labelRank(word string) int {
	l, _, _ := labelEnding(word, 0, len(word))
	return l.rank
}

// A pageName is the name of a <meta> element that holds a fact.
type pageName struct{ key, name string }

var pageNames = readPages(pagesTSV)

func readPages(tsv string) (all []pageName) {
	for _, c := range policy.Cells("pages.tsv", tsv, 2) {
		for _, name := range strings.Fields(c[1]) {
			all = append(all, pageName{c[0], name})
		}
	}
	return all
}
