package normalize

// A Pair is two characters of three bytes each, as they stand in a text. Words of
// Chinese are told apart by their first two far better than by their first.
type Pair uint64

// PairAt is the six bytes of s from byte i on, of which there must be as many.
func PairAt(s string, i int) Pair {
	s = s[i : i+6]
	low := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
	return Pair(low) | Pair(uint16(s[4])|uint16(s[5])<<8)<<32
}

// hash is a number of 16 bits.
func (p Pair) hash() uint32 { return uint32(p * 0x9E3779B97F4A7C15 >> 48) }

// A PairSet is a set of pairs with a bit for the hash of each: a pair in it is always
// known, and few others are taken for one.
type PairSet [1 << 10]uint64

// Add puts p into the set.
func (t *PairSet) Add(p Pair) {
	h := p.hash()
	t[h>>6] |= 1 << (h & 63)
}

// MayHave says whether p is in the set; it errs on the side of yes.
func (t *PairSet) MayHave(p Pair) bool {
	h := p.hash()
	return t[h>>6]>>(h&63)&1 != 0
}

// A FineSet is a PairSet with two bits of a word for each pair: far fewer others are taken for one.
type FineSet [1 << 10]uint64

// at is the word of p and its bits there.
func (t *FineSet) at(p Pair) (word *uint64, both uint64) {
	h := uint64(p) * 0x9E3779B97F4A7C15
	return &t[h>>54], 1<<(h>>48&63) | 1<<(h>>42&63)
}

// Add puts p into the set.
func (t *FineSet) Add(p Pair) {
	word, both := t.at(p)
	*word |= both
}

// MayHave says whether p is in the set; it errs on the side of yes.
func (t *FineSet) MayHave(p Pair) bool {
	word, both := t.at(p)
	return *word&both == both
}
