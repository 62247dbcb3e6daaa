package policy

import (
	"math/bits"
	"slices"
)

// A WordIndex finds the longest of its words at the start of a text, or at its end. It lists them by the character there
// and what stands beside it. It is small, for most of it is to stay in the cache.
type WordIndex struct {
	near  SmallSet // these characters: most questions end there
	under []uint32 // for each key where the words under it begin in the list; a power of two of them
	list  string   // words between their lengths and numbers, the longest first; a 0 ends those of a key
}

// LongestWord is how many bytes a word of an index may have.
const LongestWord = 255

// IndexStarts is the index by which words are found at the start of a text. The longest are to stand first.
func IndexStarts(words []string) *WordIndex {
	return newWordIndex(words, firstChar, func(string) [3]int { return [...]int{1, 2, besideFirst} })
}

// IndexEnds is IndexStarts for the end of a text.
func IndexEnds(words []string) *WordIndex {
	return newWordIndex(words, finalChar, func(w string) [3]int { return [...]int{len(w) - 2, len(w) - 1, len(w) - besideFinal} })
}

// newWordIndex lists words. At the places in them that the function gives stand the last two bytes of the characters by which
// they are listed, which char tells, and the last byte of those beside them.
func newWordIndex(words []string, char func(w string) uint32, places func(w string) [3]int) *WordIndex {
	x := &WordIndex{near: NewSmallSet(len(words)), under: make([]uint32, 4<<bits.Len(uint(len(words))))}
	keys := make([]int, 0, 2*len(words)) // and behind them the places of the words
	for i, w := range words {
		at := places(w)
		x.near.Add(lastBits(w, at[0]), lastBits(w, at[1]))
		for k, beside := byte(0), lastBits(w, at[2]); k < 8; k++ {
			if beside>>k&0x0101010101010101 != 0 { // a word of one character stands under all
				keys = append(keys, x.key(char(w), k)<<32|i)
			}
		}
	}
	slices.Sort(keys)
	list := []byte{0}
	for i, k := range keys {
		if i == 0 || k>>32 != keys[i-1]>>32 {
			list = append(list, 0)
			x.under[k>>32] = uint32(len(list))
		}
		w := words[uint32(k)]
		list = append(append(append(list, byte(len(w))), w...), byte(k), byte(k>>8), byte(k>>16))
	}
	x.list = string(append(list, 0))
	return x
}

// lastBits is a bit for the last six of byte i of w, all bits where w has no such byte.
func lastBits(w string, i int) uint64 {
	if i < 0 || i >= len(w) {
		return 1<<64 - 1
	}
	return 1 << (w[i] & 63)
}

// key is what words are listed by with a character and the last bits of the one beside it. A few others share it.
func (x *WordIndex) key(char uint32, beside byte) int {
	return int(char*0x9E3779B1>>16<<3|uint32(beside&7)) & (len(x.under) - 1)
}

// Where the last byte of the character beside that of three bytes stands that a text begins with, or ends in, from there.
const besideFirst, besideFinal = 5, 4

// firstChar tells the character that s begins with.
func firstChar(s string) uint32 {
	if s[0] < 0xe0 || len(s) < 3 {
		return uint32(s[0])
	}
	return uint32(s[1])<<8 | uint32(s[2])
}

// finalChar tells the character that s ends with.
func finalChar(s string) uint32 {
	n := len(s)
	if s[n-1] < 0x80 || n < 2 {
		return uint32(s[n-1])
	}
	return uint32(s[n-2])<<8 | uint32(s[n-1])
}

// Prefix is the length of the longest word that s begins with, 0 if it begins with none.
func (x *WordIndex) Prefix(s string) int {
	if s == "" || len(s) > 2 && !x.near.Has(s[1], s[2]) {
		return 0
	}
	n, _ := x.First(s)
	return n
}

// First is Prefix of what is not empty, and where in the list the words behind that one stand.
func (x *WordIndex) First(s string) (n int, then uint32) {
	beside := byte(0)
	if len(s) > besideFirst {
		beside = s[besideFirst]
	}
	if at := x.under[x.key(firstChar(s), beside)]; at > 0 {
		return x.Next(at, s)
	}
	return 0, 0
}

// Next is First for the words from place at of the list on. As in Begins the last byte tells most of them.
func (x *WordIndex) Next(at uint32, s string) (n int, then uint32) {
	for list := x.list[at:]; ; {
		n := int(list[0])
		if n == 0 || n <= len(s) && list[n] == s[n-1] && list[1:n+1] == s[:n] {
			return n, uint32(len(x.list) - len(list) + n + 4)
		}
		list = list[n+4:]
	}
}

// Number is which of the words it is that those behind stand at place then of the list.
func (x *WordIndex) Number(then uint32) int {
	w := x.list[then-3 : then]
	return int(w[0]) | int(w[1])<<8 | int(w[2])<<16
}

// LastIn is the word that begins last in s, and where; n is 0 if none does.
func (x *WordIndex) LastIn(s string) (at, n int) {
	for i := x.near.Back(s, len(s)); i > 0; i = x.near.Back(s, i) {
		i = LastChar(s[:i])
		if n, _ := x.First(s[i:]); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

// MayEnd says whether s may end with a word; it errs on the side of yes, and is quick.
func (x *WordIndex) MayEnd(s string) bool {
	n := len(s)
	return n == 1 || n > 1 && x.near.Has(s[n-2], s[n-1])
}

// Suffix is the length of the longest word that s ends with, 0 if it ends with none.
func (x *WordIndex) Suffix(s string) int {
	if !x.MayEnd(s) {
		return 0
	}
	n, _ := x.Last(s)
	return n
}

// Last is Suffix of what is not empty, and where in the list the words behind that one stand.
func (x *WordIndex) Last(s string) (n int, then uint32) {
	beside := byte(0)
	if len(s) >= besideFinal {
		beside = s[len(s)-besideFinal]
	}
	if at := x.under[x.key(finalChar(s), beside)]; at > 0 {
		return x.Before(at, s)
	}
	return 0, 0
}

// Before is Last for the words from place at of the list on. As in Ends the third byte tells most of them.
func (x *WordIndex) Before(at uint32, s string) (n int, then uint32) {
	for list := x.list[at:]; ; {
		n := int(list[0])
		if k := len(s) - n; n == 0 || k >= 0 && (n < 3 || list[3] == s[k+2]) && list[1:n+1] == s[k:] {
			return n, uint32(len(x.list) - len(list) + n + 4)
		}
		list = list[n+4:]
	}
}

// A SmallSet is a WideSet with no more room than its characters need, and told by the same two bytes. Of shorter
// characters it holds the last two bytes that a text has with them.
type SmallSet []uint64

// NewSmallSet is an empty set with room for n characters.
func NewSmallSet(n int) SmallSet { return make(SmallSet, 1<<min(6, bits.Len(uint(n)))) }

// Add puts all that end in one of the bytes a and one of b into the set, told by a bit for the last six of each.
func (set SmallSet) Add(a, b uint64) {
	for ; a != 0; a &= a - 1 {
		set[bits.TrailingZeros64(a)&(len(set)-1)] |= b
	}
}

// Has says whether a character is in the set whose last two bytes are a and b; it errs on the side of yes.
func (set SmallSet) Has(a, b byte) bool { return set[int(a)&(len(set)-1)]>>(b&63)&1 != 0 }

// Back goes back from byte i of the valid UTF-8 s over characters of three bytes that are not of the set. It stops
// at any other.
func (set SmallSet) Back(s string, i int) int {
	rest, mask := s[:i], uint64(len(set)-1)
	for len(rest) > 7 { // two at a time, as WideSet.Skip
		w := Word(rest[len(rest)-8:])
		if w&0xf0_0000f0_0000 != 0xe0_0000e0_0000 || set[w>>48&mask]>>(w>>56&63)&1 != 0 || set[w>>24&mask]>>(w>>32&63)&1 != 0 {
			break
		}
		rest = rest[:len(rest)-6]
	}
	for len(rest) > 2 && rest[len(rest)-3]>>4 == 0xe && !set.Has(rest[len(rest)-2], rest[len(rest)-1]) {
		rest = rest[:len(rest)-3]
	}
	return len(rest)
}
