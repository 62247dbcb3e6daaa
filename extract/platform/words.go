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

var classes = map[string]class{
	"cut": cutClass, "found": foundClass, "aim": aimClass, "plural": pluralClass, "vague": vagueClass, "grade": gradeClass,
	"common": commonClass, "subject": subjectClass, "site": siteClass, "inst": instClass, "word": plainClass,
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

// listClasses are the names of these classes.
var listClasses = map[string]bool{
	"slogan": true, "kind": true, "state": true, "goeson": true,
	"candidate": true, "ours": true, "use": true, "countverb": true, "counter": true, "granted": true, "call": true, "service": true, "remark": true,
}

// readWords reads lines of a class and its words. It panics on a fault: the table is the program's own.
func readWords(tsv string, heads []head) (*lexicon, policy.WordTable) {
	all, lists := make([]lemma, 0, len(heads)+len(tsv)/8), policy.WordTable{}
	seen := make(map[string]bool, cap(all))
	for i := range heads {
		if seen[heads[i].word] {
			panic("heads.tsv: " + heads[i].word + " stands there twice")
		}
		seen[heads[i].word] = true
		all = append(all, lemma{text: heads[i].word, class: headClass, head: &heads[i]})
	}
	for n, cells := range policy.Cells("words.tsv", tsv, 2) {
		name := cells[0]
		c, known := classes[name]
		isList := listClasses[name]
		for w := range strings.FieldsSeq(cells[1]) {
			switch {
			case !allHan(w):
				panic(fmt.Sprintf("words.tsv:%d: want Chinese words, got %q", n, w))
			case isList:
				lists[name] = append(lists[name], w)
			case !known || seen[w]:
				panic(fmt.Sprintf("words.tsv:%d: class %q, word %q: unknown class, or a word for the second time", n, name, w))
			default:
				seen[w] = true
				all = append(all, lemma{text: w, class: c})
			}
		}
	}
	return newLexicon(all), lists
}

// HeadEnds are the characters that the heads of names end in.
func HeadEnds() string {
	var b strings.Builder
	for i := range heads {
		b.WriteString(heads[i].word[len(heads[i].word)-3:])
	}
	return b.String()
}
