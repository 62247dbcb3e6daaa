package extract

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed common.txt
var commonTXT string

// common holds the commoner words of two and three characters. They tell where a
// phrase may be cut and where not: 就 may be dropped from 就有3家, not from 就业.
var common = sync.OnceValue(func() map[string]struct{} {
	words := strings.Fields(commonTXT)
	m := make(map[string]struct{}, len(words))
	for _, w := range words {
		m[w] = struct{}{}
	}
	return m
})

// splitsWord says whether a cut at byte i of s falls inside a common word.
func splitsWord(s string, i int) bool {
	words := common()
	for _, w := range [...][2]int{{3, 3}, {6, 3}, {3, 6}} {
		a, b := i-w[0], i+w[1]
		if a < 0 || b > len(s) || s[a] < 0xE3 {
			continue
		}
		if _, ok := words[s[a:b]]; ok {
			return true
		}
	}
	return false
}
