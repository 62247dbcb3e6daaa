package normalize

import (
	_ "embed"
	"sync"
)

//go:embed common.txt
var commonTXT string

// commonWords is a set of words with a bit for the hash of each: ten in eleven that are
// none are told by the bit. The words stay where they lie in the text, so that the set is
// made sooner than a map of them.
type commonWords struct {
	text  string
	slots [1 << 15]uint32 // by hash: 1 + where the word begins
	bits  [1 << 17 / 64]uint64
}

// common holds the commoner words of two and three characters.
var common = sync.OnceValue(func() *commonWords {
	c := &commonWords{text: commonTXT}
	for i := 0; i < len(c.text); i++ {
		n := 0
		for i+n < len(c.text) && c.text[i+n] > ' ' {
			n++
		}
		if n > 5 {
			c.add(i, n)
			i += n
		}
	}
	return c
})

// add notes the word of n bytes at byte i of the text.
func (c *commonWords) add(i, n int) {
	h := commonHash(c.text[i : i+n])
	c.bits[h>>6] |= 1 << (h & 63)
	k := h % uint32(len(c.slots))
	for c.slots[k] != 0 {
		k = (k + 1) % uint32(len(c.slots))
	}
	c.slots[k] = uint32(i + 1)
}

// CommonWord says whether w is one of the commoner Chinese words of two and three
// characters. They tell where a phrase may be cut and where not, and what is no
// name: 就 may be dropped from 就有3家, not from 就业.
func CommonWord(w string) bool { return common().has(w) }

func (c *commonWords) has(w string) bool {
	if len(w) < 6 {
		return false
	}
	h := commonHash(w)
	if c.bits[h>>6]>>(h&63)&1 == 0 {
		return false
	}
	for k := h % uint32(len(c.slots)); c.slots[k] != 0; k = (k + 1) % uint32(len(c.slots)) {
		rest := c.text[c.slots[k]-1:]
		if len(rest) >= len(w) && rest[:len(w)] == w && (len(rest) == len(w) || rest[len(w)] <= ' ') {
			return true
		}
	}
	return false
}

// commonHash hashes a word of two or three characters to 17 bits.
func commonHash(w string) uint32 {
	h := uint64(PairAt(w, 0))
	if len(w) > 8 {
		h ^= (uint64(w[6]) | uint64(w[7])<<8 | uint64(w[8])<<16) << 24 * 0xff51afd7ed558ccd
	}
	return uint32(h * 0x9E3779B97F4A7C15 >> (64 - 17))
}
