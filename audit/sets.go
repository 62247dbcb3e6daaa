package audit

import (
	_ "embed"
	"fmt"
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

// kind is which kind of a set a name is of, and the name without it: 第一产业增加值 is
// the first of its set, of 增加值.
func (s *kindSet) kind(name string) (kind int, stem string, ok bool) {
	for k, names := range s.kinds {
		for _, w := range names {
			if i := strings.Index(name, w); i >= 0 {
				return k, name[:i] + name[i+len(w):], true
			}
		}
	}
	return 0, "", false
}

// isWhole says whether a name is that of what the kinds with a stem make up.
func (s *kindSet) isWhole(name, stem string) bool {
	if _, _, part := s.kind(name); part && !policy.HoldsAny(name, s.wholes...) {
		return false
	}
	return policy.HoldsAny(name, s.wholes...) || stem != "" && strings.Contains(name, stem)
}
