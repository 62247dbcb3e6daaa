package normalize

// A suffixSet holds what names end in, as hashes: every run of characters up to the end,
// the whole name too. A few others are taken for members.
type suffixSet [1 << 11]uint64

// add takes in a name.
func (set *suffixSet) add(name []byte) {
	h := uint32(0)
	for i := len(name) - 1; i >= 0; i-- {
		h = suffixHash(h, name[i])
		if name[i]&0xc0 != 0x80 {
			set[h>>6%uint32(len(set))] |= 1 << (h & 63)
		}
	}
}

// has says whether a name may end in s.
func (set *suffixSet) has(s []byte) bool {
	h := uint32(0)
	for i := len(s) - 1; i >= 0; i-- {
		h = suffixHash(h, s[i])
	}
	return set[h>>6%uint32(len(set))]>>(h&63)&1 != 0
}

// suffixHash goes on from the hash of a suffix to that of the one a byte longer.
func suffixHash(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 0x01000193 }

// noteHead takes in words that find looks for at the beginning of a name.
func (t *Concepts) noteHead(words string) {
	t.heads[hashChar(words[:charLen(words[0])])] = true
	t.noteInner(words)
}

// noteInner takes in the characters behind the first of words that may stand before a
// name: where one begins an indicator, what stands before it may have the first.
func (t *Concepts) noteInner(words string) {
	for i := charLen(words[0]); i < len(words); {
		n := min(charLen(words[i]), len(words)-i)
		t.inner[hashChar(words[i:i+n])] = true
		i += n
	}
}
