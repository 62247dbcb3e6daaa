package audit

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"shuzheng/policy"
)

//go:embed sets.tsv
var setsTSV string

// A kindSet is kinds of things that together make up a whole: 男性 and 女性.
type kindSet struct {
	kinds  [][]string // the names of each
	wholes []string   // words in the name of the whole
}

// kindSets are the lines of sets.tsv.
var kindSets = readSets(setsTSV)

// readSets panics on a fault: the table is the program's own.
func readSets(tsv string) (sets []kindSet) {
	for n, cols := range policy.Cells("sets.tsv", tsv, 3) {
		if cols[0] == "" || cols[1] == "" {
			panic(fmt.Sprintf("sets.tsv:%d: want kinds, words of the whole, example", n))
		}
		s := kindSet{wholes: strings.Split(cols[1], "、")}
		for kind := range strings.SplitSeq(cols[0], "、") {
			s.kinds = append(s.kinds, strings.Split(kind, "|"))
		}
		sets = append(sets, s)
	}
	return sets
}

// isWhole says whether a name is that of what the kinds with a stem make up.
func (s *kindSet) isWhole(name, stem string) bool {
	part := slices.ContainsFunc(s.kinds, func(names []string) bool { return policy.HoldsAny(name, names...) })
	return policy.HoldsAny(name, s.wholes...) || !part && stem != "" && strings.Contains(name, stem)
}
