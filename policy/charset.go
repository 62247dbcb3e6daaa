package policy

// A CharSet is a set of characters of at most three bytes, a bit each: by the last six bits
// in a word for the first four and the middle six, as they come most quickly from UTF-8.
type CharSet [1 << 10]uint64

// CharSetWith is the set of the characters of chars.
func CharSetWith(chars string) *CharSet {
	set := new(CharSet)
	for _, r := range chars {
		set[r>>2&0x3f0|r>>12] |= 1 << (r & 63)
	}
	return set
}

func (set *CharSet) has(r uint16) bool { return set[r>>2&0x3f0|r>>12]>>(r&63)&1 != 0 }

// begins says whether the character of three bytes is in the set that w begins with, the
// first byte lowest.
func (set *CharSet) begins(w uint64) bool { return set[w>>4&0x3f0|w&15]>>(w>>16&63)&1 != 0 }

// Next is where the first character of the set stands in the valid UTF-8 s from byte i on,
// the length of s if none does. It goes over Han and the signs between two at a time.
func (set *CharSet) Next(s string, i int) int {
	rest := s[i:]
	for {
		for len(rest) >= 8 {
			w := Word(rest)
			if w&0xf0_0000f0 != 0xe0_0000e0 || set.begins(w) || set.begins(w>>24) {
				break
			}
			rest = rest[6:]
		}
		if rest == "" {
			return len(s)
		}
		r, n := narrow(rest)
		if set.has(r) {
			return len(s) - len(rest)
		}
		rest = rest[n:]
	}
}

// narrow is the character that s begins with, and its bytes; U+FFFF, which is none, for a
// byte of one that has four.
func narrow(s string) (r uint16, n int) {
	switch c := s[0]; {
	case c < 0x80:
		return uint16(c), 1
	case c>>4 == 0xe && len(s) > 2:
		return uint16(c)<<12 | uint16(s[1]&0x3f)<<6 | uint16(s[2]&0x3f), 3
	case c>>5 == 0b110 && len(s) > 1:
		return uint16(c&0x1f)<<6 | uint16(s[1]&0x3f), 2
	}
	return 0xffff, 1
}
