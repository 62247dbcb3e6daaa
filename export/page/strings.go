package page

import (
	_ "embed"
	"fmt"

	"shuzheng/export"
	"shuzheng/policy"
)

//go:embed strings.tsv
var stringsTSV string

// pageStrings are the wordings of the page's own buttons and messages, by key.
var pageStrings = readStrings(stringsTSV)

// readStrings panics on a fault: the table is the program's own.
func readStrings(tsv string) map[string][2]string {
	table := map[string][2]string{}
	for n, c := range policy.Cells("strings.tsv", tsv, 3) {
		if c[0] == "" || c[1] == "" || c[2] == "" {
			panic(fmt.Sprintf("strings.tsv:%d: not a key and two wordings", n))
		}
		if _, twice := table[c[0]]; twice {
			panic(fmt.Sprintf("strings.tsv:%d: %s stands twice", n, c[0]))
		}
		table[c[0]] = [2]string{c[1], c[2]}
	}
	return table
}

// pageWords are the wordings of codes by field and code, and "order" with the codes of
// each field as they are to be shown.
func pageWords() map[string]map[string][]string {
	fields := map[string]map[string][]string{"order": {}}
	for _, w := range export.Wordings() {
		if fields[w.Field] == nil {
			fields[w.Field] = map[string][]string{}
		}
		fields[w.Field][w.Code] = []string{w.Zh, w.En, w.ZhNote, w.EnNote}
		fields["order"][w.Field] = append(fields["order"][w.Field], w.Code)
	}
	return fields
}
