package platform

import (
	_ "embed"
	"fmt"
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
	siteClass
	instClass
	plainClass
	headClass
)

// classes are the names of classes; those that are lists, not words before a head, have none.
var classes = map[string]class{
	"cut": cutClass, "found": foundClass, "aim": aimClass, "plural": pluralClass, "vague": vagueClass, "grade": gradeClass,
	"common": commonClass, "subject": subjectClass, "site": siteClass, "inst": instClass, "word": plainClass,
	"slogan": 0, "kind": 0, "state": 0, "goeson": 0, "candidate": 0, "ours": 0, "use": 0,
	"countverb": 0, "counter": 0, "granted": 0, "call": 0, "service": 0, "remark": 0,
}

//go:embed words.tsv
var wordsTSV string

// The lists are the classes of words.tsv that are not words before a head.
var (
	words, lists = readWords(wordsTSV, heads)
	states       = lexiconOf(lists.Of("state"))
	slogans      = lexiconOf(lists.Of("slogan"))
	stateWords   = openingsOf(lists.Of("state"))
	kindWords    = openingsOf(lists.Of("kind"))
	goesOnWords  = openingsOf(lists.Of("goeson"))
	useVerbs     = openingsOf(lists.Of("use"))
	counters     = openingsOf(lists.Of("counter"))
	kindBefore   = openingsOf(lists.Of("candidate"))
	countVerbs   = openingsOf(lists.Of("countverb"))
	granted      = openingsOf(lists.Of("granted"))
	calls        = openingsOf(lists.Of("call"))
	serviceWords = openingsOf(lists.Of("service"))
	ours         = lists.Of("ours")
	remarks      = lists.Of("remark")
)

// readWords reads lines of a class and its words. It panics on a fault: the table is the program's own.
func readWords(tsv string, heads []head) (*lexicon, policy.WordTable) {
	all, lists := make([]lemma, 0, len(heads)+len(tsv)/8), policy.WordTable{}
	seen := make(map[string]bool, cap(all))
	add := func(line int, e lemma) {
		if seen[e.text] {
			panic(fmt.Sprintf("words.tsv:%d: %s stands there or in heads.tsv twice", line, e.text))
		}
		seen[e.text] = true
		all = append(all, e)
	}
	for i := range heads {
		add(0, lemma{text: heads[i].word, class: headClass})
	}
	for n, cells := range policy.Cells("words.tsv", tsv, 2) {
		name := cells[0]
		c, known := classes[name]
		for w := range strings.FieldsSeq(cells[1]) {
			switch {
			case !known || !allHan(w):
				panic(fmt.Sprintf("words.tsv:%d: want a class and Chinese words, got %q", n, cells))
			case c == noClass:
				lists[name] = append(lists[name], w)
			default:
				add(n, lemma{text: w, class: c})
			}
		}
	}
	return newLexicon(all, heads), lists
}

// HeadEnds are the characters that the heads of names end in.
func HeadEnds() string {
	var b strings.Builder
	for i := range heads {
		b.WriteString(heads[i].word[len(heads[i].word)-3:])
	}
	return b.String()
}
