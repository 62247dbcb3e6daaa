package task

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"shuzheng/policy"
)

//go:embed roles.tsv
var rolesTSV string

// A roleWord is a word that tells the role of the organs beside it; "" for one that
// tells of something else.
type roleWord struct {
	word string
	role policy.Role
}

// The words of the table; labels and verbs by their last character, the longest first, and
// those that give no role by their kind.
var labels, verbs, lists = readRoles(rolesTSV)

// The kinds of words that give no role.
var (
	asides     = lists.Of("aside")
	manners    = lists.Of("manner")
	levels     = lists.Of("level")
	organizers = lists.Of("organizing")
	aboutWords = lists.Of("column")
	roleEnds   = lists.Of("columnend")
	itemWords  = lists.Of("item")
)

// readRoles panics on a fault: the table is the program's own.
func readRoles(tsv string) (labelsBy, verbsBy map[string][]roleWord, lists policy.WordTable) {
	var labels, verbs []roleWord
	lists = policy.WordTable{}
	for n, c := range policy.Cells("roles.tsv", tsv, 3) {
		if !slices.Contains([]string{"lead", "responsible", "support", "-"}, c[1]) {
			panic(fmt.Sprintf("roles.tsv:%d: %s is no role", n, c[1]))
		}
		for _, w := range strings.Split(c[2], "、") {
			switch c[0] {
			case "label":
				labels = append(labels, roleWord{w, policy.Role(c[1])})
			case "verb":
				verbs = append(verbs, roleWord{w, policy.Role(c[1])})
			case "other":
				labels = append(labels, roleWord{w, ""})
			case "aside", "manner", "level", "organizing", "column", "columnend", "item":
				lists[c[0]] = append(lists[c[0]], w)
			default:
				panic("roles.tsv: unknown kind " + c[0])
			}
		}
	}
	return byLast(labels), byLast(verbs), lists
}

// byLast sorts words by their last character, the longest first.
func byLast(words []roleWord) map[string][]roleWord {
	policy.Sort(words, func(a, b roleWord) int { return len(b.word) - len(a.word) })
	for i := 1; i < len(words); i++ {
		if words[i].word == "" || words[i] == words[i-1] {
			panic("roles.tsv: " + words[i].word + " stands twice or is empty")
		}
	}
	return policy.ByLast(words, func(w roleWord) string { return w.word })
}
