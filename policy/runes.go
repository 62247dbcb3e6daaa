package policy

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// A RuneIndex turns byte offsets of one string into counts of code points. It
// keeps one bit a byte, set where a code point begins, and a count every 64
// bytes, so that an answer is one look-up and one count of bits.
type RuneIndex struct {
	blocks []runeBlock
	length int
}

// A runeBlock is 64 bytes of the string.
type runeBlock struct {
	before int    // code points that begin before it
	starts uint64 // bit i: a code point begins at its byte i
}

// NewRuneIndex counts the code points of s, which must be valid UTF-8.
func NewRuneIndex(s string) *RuneIndex {
	x := new(RuneIndex)
	x.Count(s)
	return x
}

// Count makes x the index of s, in the room that it has.
func (x *RuneIndex) Count(s string) {
	x.blocks, x.length = slices.Grow(x.blocks[:0], len(s)/64+1)[:len(s)/64+1], len(s)
	n := 0
	for k := range x.blocks {
		b := runeBlock{n, runeStarts(s[k*64 : min(k*64+64, len(s))])}
		n += bits.OnesCount64(b.starts)
		x.blocks[k] = b
	}
}

// Runes is the number of code points before byte offset off, 0 ≤ off ≤ len.
func (x *RuneIndex) Runes(off int) int {
	b, bit := &x.blocks[uint(off)/64], uint(off)%64 // unsigned: without a look at the sign
	return b.before + bits.OnesCount64(b.starts&(1<<bit-1))
}

// Skip is the byte offset n code points after off, before it for a negative n, and
// no farther than the string goes.
func (x *RuneIndex) Skip(off, n int) int {
	want := max(x.Runes(off)+n, 0)
	k := off / 64
	for k > 0 && x.blocks[k].before > want {
		k--
	}
	for k+1 < len(x.blocks) && x.blocks[k+1].before <= want {
		k++
	}
	starts := x.blocks[k].starts
	for i := x.blocks[k].before; i < want && starts != 0; i++ {
		starts &= starts - 1 // takes the lowest bit away
	}
	return min(k*64+bits.TrailingZeros64(starts), x.length)
}

// runeStarts has bit i set where byte i of s, at most 64 bytes, begins a code point.
func runeStarts(s string) (starts uint64) {
	if len(s) == 64 { // written out: a third of the time of the loop below
		return startBits(Word(s)) | startBits(Word(s[8:]))<<8 | startBits(Word(s[16:]))<<16 | startBits(Word(s[24:]))<<24 |
			startBits(Word(s[32:]))<<32 | startBits(Word(s[40:]))<<40 | startBits(Word(s[48:]))<<48 | startBits(Word(s[56:]))<<56
	}
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			starts |= 1 << i
		}
	}
	return starts
}

// startBits is runeStarts for the eight bytes of w. The product moves the one bit left of each byte side by side to the top.
func startBits(w uint64) uint64 { return begins(w) * 0x0102040810204080 >> 56 }

// Columns is the width of the valid UTF-8 s as print sets it: a Han character, like all of
// three bytes and more, takes two columns, a Latin letter or figure one.
func Columns(s string) (n int) {
	for ; len(s) > 8; s = s[8:] {
		n += columns(Word(s))
	}
	for i := range len(s) {
		n += columns(uint64(s[i]) | 0x8080808080808000)
	}
	return n
}

// FirstRune is utf8.DecodeRuneInString for a part of a valid text, several times as quick
// with Han.
func FirstRune(s string) (rune, int) {
	if len(s) > 2 && s[0]>>4 == 0xe {
		return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

// LastRune is utf8.DecodeLastRuneInString as FirstRune is utf8.DecodeRuneInString.
func LastRune(s string) (rune, int) {
	if n := len(s); n > 2 && s[n-3]>>4 == 0xe {
		return FirstRune(s[n-3:])
	}
	return utf8.DecodeLastRuneInString(s)
}

// RuneCount is the number of characters of the valid UTF-8 s: utf8.RuneCountInString, which
// decodes them, several times as quick with Han.
func RuneCount(s string) (n int) {
	for ; len(s) > 8; s = s[8:] {
		n += int(begins(Word(s)) * 0x0101010101010101 >> 56) // the product adds up in its top byte
	}
	for i := range len(s) {
		n += int(begins(uint64(s[i])) & 1)
	}
	return n
}

// begins has the lowest bit set of those of the eight bytes of w that begin a character: all
// but 10xxxxxx.
func begins(w uint64) uint64 { return (^w | w<<1) >> 7 & 0x0101010101010101 }

// columns is Columns for eight bytes: one for each that begins a character, and one more for
// each from 0xE0 on.
func columns(w uint64) int {
	wide := (w & (w << 1) & (w << 2)) >> 7 & 0x0101010101010101
	return int((begins(w) + wide) * 0x0101010101010101 >> 56)
}

// Word is the first eight bytes of s, the first one lowest; one load after compiling.
func Word[S string | []byte](s S) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// wideLeads has bit i set where all that UTF-8 can write with the first byte 0xE0+i
// is HanRun's: not E0 and ED, which begin errors too, and not E2.
const wideLeads = 0b1101_1111_1111_1010

// HanRun is the length in bytes of the run of Han and other wide characters that s
// begins with: all of three bytes, well-formed, none from U+2000 to U+2FFF, where
// dashes, quotes and line separators stand. It may end early at U+0800 to U+0FFF
// and U+D000 to U+DFFF. It goes over a Chinese text two characters at a time.
func HanRun[S string | []byte](s S) int {
	rest := s
	for len(rest) >= 8 {
		w := Word(rest)
		if w&0xc0c0f0_c0c0f0 != 0x8080e0_8080e0 || wideLeads>>(w&15)&1 == 0 || wideLeads>>(w>>24&15)&1 == 0 {
			break
		}
		rest = rest[6:]
	}
	for len(rest) >= 3 && rest[0]&0xf0 == 0xe0 && wideLeads>>(rest[0]&15)&1 != 0 && rest[1]&0xc0 == 0x80 && rest[2]&0xc0 == 0x80 {
		rest = rest[3:]
	}
	return len(s) - len(rest)
}

// A WideSet is a set of characters of three bytes, told by their last two: a
// character outside it is taken for a member where one of another first byte is. What
// is looked for is rare, so most of a text is passed by this one look.
type WideSet [64]uint64

// WideSetOf is the set of the characters of s that have three bytes.
func WideSetOf(s string) *WideSet {
	set := new(WideSet)
	for _, r := range s {
		if r >= 0x800 && r < 0x10000 {
			set[r>>6&63] |= 1 << (r & 63)
		}
	}
	return set
}

// In says whether s holds a character of the set, or may.
func (set *WideSet) In(s string) bool {
	for i := set.Skip(s, 0); i < len(s); i = set.Skip(s, i+1) {
		if s[i]>>4 == 0xe {
			return true
		}
	}
	return false
}

// Begins says whether s begins with a character of the set.
func (set *WideSet) Begins(s string) bool { return len(s) > 2 && set[s[1]&63]>>(s[2]&63)&1 != 0 }

// Ends says whether s ends in a character of the set.
func (set *WideSet) Ends(s string) bool {
	n := len(s)
	return n > 2 && set[s[n-2]&63]>>(s[n-1]&63)&1 != 0
}

// Add puts the character of three bytes that s begins with into the set.
func (set *WideSet) Add(s string) { set[s[1]&63] |= 1 << (s[2] & 63) }

// Skip goes on from byte i of the valid UTF-8 s over characters of three bytes that
// are not of the set. It stops at any other.
func (set *WideSet) Skip(s string, i int) int {
	rest := s[i:]
	for ; len(rest) >= 8; rest = rest[6:] { // two at a time: a quarter fewer instructions
		w := Word(rest)
		if !set.passes(w) {
			return len(s) - len(rest)
		}
		if !set.passes(w >> 24) {
			return len(s) - len(rest) + 3
		}
	}
	for len(rest) > 2 && set.passes(uint64(rest[0])|uint64(rest[1])<<8|uint64(rest[2])<<16) {
		rest = rest[3:]
	}
	return len(s) - len(rest)
}

// passes says whether w begins with a character of three bytes that is not of the set, the first
// byte lowest.
func (set *WideSet) passes(w uint64) bool {
	return w&0xf0 == 0xe0 && set[w>>8&63]>>(w>>16&63)&1 == 0
}

// WideClasses gives characters of three bytes classes by their last two bytes, a bit
// each, as a WideSet does: a character may have one for the sake of another.
type WideClasses [1 << 14]uint8

// Add puts the characters of s, all of three bytes, into a class.
func (t *WideClasses) Add(class uint8, s string) {
	for ; s != ""; s = s[3:] {
		t[lastTwo(uint64(s[1])<<8|uint64(s[2])<<16)] |= class
	}
}

// lastTwo is a number for the last two of the three bytes that w begins with, the first
// byte lowest.
func lastTwo(w uint64) uint16 { return uint16(w>>8) & (1<<14 - 1) }

// In is the classes that the characters of the valid UTF-8 s have, all together.
func (t *WideClasses) In(s string) (all uint8) {
	for len(s) >= 8 {
		w := Word(s)
		switch {
		case w&0xf0_0000f0 == 0xe0_0000e0: // two at a time
			all |= t[lastTwo(w)] | t[lastTwo(w>>24)]
			s = s[6:]
		case w&0xf0 == 0xe0:
			all |= t[lastTwo(w)]
			s = s[3:]
		default:
			s = s[1:]
		}
	}
	for len(s) > 2 {
		if s[0]>>4 == 0xe {
			all |= t[lastTwo(uint64(s[1])<<8|uint64(s[2])<<16)]
			s = s[2:]
		}
		s = s[1:]
	}
	return all
}
