package normalize

import (
	_ "embed"
	"fmt"
	"strings"

	"shuzheng/policy"
)

//go:embed organs.tsv
var organsTSV string

// organTable tells the names of public bodies by how they end and begin.
var organTable = readOrgans(organsTSV)

type organWords struct {
	ends, weak, starts, not []string
	endsBy, weakBy          map[string][]string // by the last character
}

// readOrgans panics on a fault: the table is the program's own.
func readOrgans(tsv string) (t organWords) {
	lists := map[string]*[]string{"end": &t.ends, "weak": &t.weak, "start": &t.starts, "not": &t.not}
	for n, c := range policy.Cells("organs.tsv", tsv, 2) {
		to := lists[c[0]]
		if to == nil || *to != nil {
			panic(fmt.Sprintf("organs.tsv:%d: %q: want end, weak, start or not once, and words", n, c[0]))
		}
		*to = strings.Fields(c[1])
	}
	itself := func(w string) string { return w }
	t.endsBy, t.weakBy = policy.ByLast(t.ends, itself), policy.ByLast(t.weak, itself)
	return t
}

// IsOrgan says whether a name has the form of an organ's: 市科技局, 各县（市、区）人民政府,
// 教育部, 市委组织部〔招才局〕. It may not tell every organ: lists behind a label need
// not ask.
func IsOrgan(name string) bool {
	bare := WithoutBracket(name)
	if len(bare) < 6 || len(bare) > longestOrgan {
		return false
	}
	for _, w := range organTable.not {
		if bare == w {
			return false
		}
	}
	last := bare[len(bare)-3:]
	return policy.EndsAny(bare, organTable.endsBy[last]...) || policy.EndsAny(bare, organTable.weakBy[last]...) && BeginsAsOrgan(bare)
}

// longestOrgan is the most bytes that the name of an organ has.
const longestOrgan = 120

// BeginsAsOrgan says whether s begins with the words or the place that names of
// organs begin with.
func BeginsAsOrgan(s string) bool {
	for _, w := range organTable.starts {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	n, _ := MatchPlace(s)
	return n > 0
}

// WithoutBracket is s without a bracket at its end: 市委组织部〔招才局〕.
func WithoutBracket(s string) string {
	if len(s) > 2 && isHanByte(s[len(s)-3]) {
		return s // nearly all
	}
	for _, b := range nameBrackets {
		if in, ok := strings.CutSuffix(s, b[1]); ok {
			if k := strings.LastIndex(in, b[0]); k > 0 {
				return s[:k]
			}
		}
	}
	return s
}

// nameBrackets may stand in the names of organs, folded.
var nameBrackets = [...][2]string{{"（", "）"}, {"〔", "〕"}, {"(", ")"}, {"[", "]"}, {"【", "】"}, {"﹝", "﹞"}}
