package policy

import "math/bits"

// Classes gives each character of at most three bytes the classes that a reader wants to
// find again, a bit each.
type Classes [1 << 16]uint8

// Add puts the characters of s into a class.
func (t *Classes) Add(class uint8, s string) {
	for _, r := range s {
		if r < 0xffff { // which stands for what has no classes
			t[r] |= class
		}
	}
}

// A Survey holds for every byte of a text the classes of the character that begins
// there, 0 within a character. A text is gone over once, a character at a time; whoever
// seeks the characters of one class then goes over eight bytes at a time.
type Survey struct {
	classes []uint8 // and some zeros behind them
	length  int
}

// SurveyRoom is how many bytes the survey of a text of n bytes takes.
func SurveyRoom(n int) int { return n + 8 }

// Survey writes the survey of the valid UTF-8 s into room, SurveyRoom(len(s)) zeros.
func (t *Classes) Survey(room []uint8, s string) Survey {
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 {
			room[i] = t[c]
			i++
			continue
		}
		if n := t.pairs(room[i:], s[i:]); n > 0 {
			i += n
			continue
		}
		class, n := t.first(s[i:])
		room[i] = class
		i += n
	}
	return Survey{room, len(s)}
}

// pairs surveys what s begins with as long as two characters of three bytes follow one
// another, as nearly all do, and says how many bytes that are. By itself it needs no more
// values than there are registers.
//
//go:noinline
func (t *Classes) pairs(room []uint8, s string) (i int) {
	room = room[:len(s)]
	for ; i < len(s)-7; i += 6 {
		w := Word(s[i:])
		if w&0xf0_0000f0 != 0xe0_0000e0 {
			break
		}
		r := wides(w)
		room[i], room[i+3] = t[uint16(r)], t[uint16(r>>24)]
	}
	return i
}

// wides are the two characters of three bytes that w begins with, the first byte lowest: one
// from bit 0 on, one from bit 24 on.
func wides(w uint64) uint64 {
	return w<<12&0xf000_00f000 | w>>2&0x0fc0_000fc0 | w>>16&0x003f_00003f
}

// first is the classes of what s begins with, and its bytes: a character of at most three
// bytes, or one byte.
func (t *Classes) first(s string) (class uint8, n int) {
	r, n := narrow(s)
	return t[r], n
}

// In is the classes that the characters of the valid UTF-8 s have, all together.
func (t *Classes) In(s string) (all uint8) {
	for len(s) > 0 {
		class, n := t.first(s)
		all |= class
		s = s[n:]
	}
	return all
}

// At is the classes of the character at byte i.
func (v *Survey) At(i int) uint8 { return v.classes[i] }

// Word is the classes of the eight bytes from byte i on, the first one lowest. i is less
// than the length of the text.
func (v *Survey) Word(i int) uint64 {
	return Word(v.classes[i : i+8 : i+8]) // of known capacity, so that it need not be told from an empty one
}

// In is the classes that the characters from byte i up to byte end have, all together.
func (v *Survey) In(i, end int) uint8 {
	all, rest := uint64(0), v.classes[i:end+8]
	for ; len(rest) > 16; rest = rest[8:] {
		all |= Word(rest)
	}
	if n := len(rest) - 8; n > 0 {
		all |= Word(rest) << (64 - 8*n) // without those behind the end
	}
	all |= all >> 32
	all |= all >> 16
	return uint8(all | all>>8)
}

// Next is where the first character of one of the classes stands at or behind byte i, the
// length of the text if none does.
func (v *Survey) Next(i int, classes uint8) int {
	mask := uint64(classes) * 0x0101010101010101
	for rest := v.classes[min(i, v.length):]; len(rest) > 8; rest = rest[8:] {
		if w := Word(rest) & mask; w != 0 {
			return len(v.classes) - len(rest) + bits.TrailingZeros64(w)/8
		}
	}
	return v.length
}

// NextIn is Next for the characters from byte i up to byte end; end if there is none.
func (v *Survey) NextIn(i, end int, classes uint8) int {
	mask := uint64(classes) * 0x0101010101010101
	for ; i < end; i += 8 {
		if w := v.Word(i) & mask; w != 0 {
			return min(i+bits.TrailingZeros64(w)/8, end)
		}
	}
	return end
}
