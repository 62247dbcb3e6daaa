package platform

import (
	_ "embed"
	"fmt"
	"strings"
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

//go:embed words.tsv
var wordsTSV string

// The lists are the classes of words.tsv that are not words before a head: slogan, kind,
// state, goeson.
var (
	words, lists = mustWords(wordsTSV, heads)
	states       = lexiconOf(lists["state"])
	slogans      = lexiconOf(lists["slogan"])
	stateWords   = openingsOf(lists["state"])
	kindWords    = openingsOf(lists["kind"])
	goesOnWords  = openingsOf(lists["goeson"])
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
	all, lists := make([]word, 0, len(heads)+len(tsv)/8), map[string][]string{}
	seen := make(map[string]bool, cap(all))
	for i := range heads {
		if seen[heads[i].word] {
			return nil, nil, fmt.Errorf("heads.tsv: %s stands there twice", heads[i].word)
		}
		seen[heads[i].word] = true
		all = append(all, word{text: heads[i].word, class: headClass, head: &heads[i]})
	}
	for i, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, rest, _ := strings.Cut(line, "\t")
		c, known := classes[name]
		for w := range strings.FieldsSeq(rest) {
			switch {
			case !allHan(w):
				return nil, nil, fmt.Errorf("words.tsv line %d: want Chinese words, got %q", i+1, w)
			case name == "slogan" || name == "kind" || name == "state" || name == "goeson":
				lists[name] = append(lists[name], w)
			case !known || seen[w]:
				return nil, nil, fmt.Errorf("words.tsv line %d: class %q, word %q: unknown class, or a word for the second time", i+1, name, w)
			default:
				seen[w] = true
				all = append(all, word{text: w, class: c})
			}
		}
	}
	return newLexicon(all), lists, nil
}

// HeadEnds are the characters that the heads of names end in.
func HeadEnds() string {
	var b strings.Builder
	for i := range heads {
		b.WriteString(heads[i].word[len(heads[i].word)-3:])
	}
	return b.String()
}
