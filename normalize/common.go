package normalize

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed common.txt
var commonTXT string

// commonWords is a set of words with a bit for the hash of each: ten in eleven that are
// none are told by the bit.
type commonWords struct {
	words map[string]struct{}
	bits  [1 << 17 / 64]uint64
}

// common holds the commoner words of two and three characters.
var common = sync.OnceValue(func() *commonWords {
	words := strings.Fields(commonTXT)
	c := &commonWords{words: make(map[string]struct{}, len(words))}
	for _, w := range words {
		h := commonHash(w)
		c.words[w] = struct{}{}
		c.bits[h>>6] |= 1 << (h & 63)
	}
	return c
})

// CommonWord says whether w is one of the commoner Chinese words of two and three
// characters. They tell where a phrase may be cut and where not, and what is no
// name: 就 may be dropped from 就有3家, not from 就业.
func CommonWord(w string) bool { return common().has(w) }

func (c *commonWords) has(w string) bool {
	if h := commonHash(w); c.bits[h>>6]>>(h&63)&1 == 0 {
		return false
	}
	_, ok := c.words[w]
	return ok
}

// commonHash hashes a word to 17 bits.
func commonHash(w string) uint32 {
	var h uint32
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return (h ^ h>>15) & (1<<17 - 1)
}
