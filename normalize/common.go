package normalize

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed common.txt
var commonTXT string

// commonWords is a set of words with a bit for the hash of each: ten in eleven that are
// none are told by the bit. A word stands in its slot as a whole, so that it is found with
// one look at a memory that is seldom at hand.
type commonWords struct {
	slots [1 << 15]uint64 // by hash: the keys of the words
	bits  [1 << 17 / 64]uint64
}

// common holds the commoner words of two and three characters.
var common = sync.OnceValue(func() *commonWords {
	c := new(commonWords)
	for w := range strings.FieldsSeq(commonTXT) {
		c.add(commonKey(w))
	}
	return c
})

// add notes the word with a key.
func (c *commonWords) add(key uint64) {
	h := commonHash(key)
	c.bits[h>>6] |= 1 << (h & 63)
	k := h % uint32(len(c.slots))
	for c.slots[k] != 0 {
		k = (k + 1) % uint32(len(c.slots))
	}
	c.slots[k] = key
}

// CommonWord says whether w is one of the commoner Chinese words of two and three
// characters. They tell where a phrase may be cut and where not, and what is no
// name: 就 may be dropped from 就有3家, not from 就业.
func CommonWord(w string) bool { return common().has(w) }

// SplitsWord says whether a cut at byte i of s falls inside a common word, or a character.
func SplitsWord(s string, i int) bool {
	if i < len(s) && s[i]&0xC0 == 0x80 {
		return true
	}
	if i < 3 || i+3 > len(s) || !isHanByte(s[i-3]) || !isHanByte(s[i]) {
		return false
	}
	c := common()
	return c.has(s[i-3:i+3]) || i >= 6 && c.has(s[i-6:i+3]) || i+6 <= len(s) && c.has(s[i-3:i+6])
}

func (c *commonWords) has(w string) bool {
	key := commonKey(w)
	h := commonHash(key)
	if key == 0 || c.bits[h>>6]>>(h&63)&1 == 0 {
		return false
	}
	for k := h % uint32(len(c.slots)); c.slots[k] != 0; k = (k + 1) % uint32(len(c.slots)) {
		if c.slots[k] == key {
			return true
		}
	}
	return false
}

// commonKey tells a word of two characters, or of three, the last of them Chinese, from all
// others; 0 is of no such word.
func commonKey(w string) uint64 {
	switch {
	case len(w) == 6:
		return uint64(PairAt(w, 0))
	case len(w) == 9 && w[6]>>4 == 0xe:
		return uint64(PairAt(w, 0)) | (uint64(w[6]&15)<<12|uint64(w[7]&63)<<6|uint64(w[8]&63))<<48
	}
	return 0
}

// commonHash hashes a key to 17 bits.
func commonHash(key uint64) uint32 { return uint32(key * 0x9E3779B97F4A7C15 >> (64 - 17)) }
