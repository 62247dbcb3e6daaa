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

// The words of the table; labels and verbs by their last character, the longest first.
var labels, verbs, asides = readRoles(rolesTSV)

// readRoles panics on a fault: the table is the program's own.
func readRoles(tsv string) (labelsBy, verbsBy map[string][]roleWord, asides []string) {
	var labels, verbs []roleWord
	for n, line := range lines(tsv) {
		c := strings.Split(line, "\t")
		if len(c) != 3 || !slices.Contains([]string{"lead", "responsible", "support", "-"}, c[1]) {
			panic(fmt.Sprintf("roles.tsv: row %d: want kind, role, words", n+1))
		}
		for _, w := range strings.Split(c[2], "、") {
			switch c[0] {
			case "label":
				labels = append(labels, roleWord{w, policy.Role(c[1])})
			case "verb":
				verbs = append(verbs, roleWord{w, policy.Role(c[1])})
			case "aside":
				asides = append(asides, w)
			case "other":
				labels = append(labels, roleWord{w, ""})
			default:
				panic("roles.tsv: unknown kind " + c[0])
			}
		}
	}
	return byLast(longestFirst(labels)), byLast(longestFirst(verbs)), asides
}

func longestFirst(words []roleWord) []roleWord {
	policy.Sort(words, func(a, b roleWord) int { return len(b.word) - len(a.word) })
	for i := 1; i < len(words); i++ {
		if words[i].word == "" || words[i] == words[i-1] {
			panic("roles.tsv: " + words[i].word + " stands twice or is empty")
		}
	}
	return words
}

func byLast(words []roleWord) map[string][]roleWord {
	by := map[string][]roleWord{}
	for _, w := range words {
		last := w.word[len(w.word)-len("字"):]
		by[last] = append(by[last], w)
	}
	return by
}

// lines are the rows of a table of ours, without remarks.
func lines(tsv string) (rows []string) {
	for line := range strings.Lines(tsv) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && line[0] != '#' {
			rows = append(rows, line)
		}
	}
	return rows
}
