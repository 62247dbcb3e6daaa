package export

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"unicode/utf8"

	"shuzheng/policy"
)

// appendInt is strconv.AppendInt, quicker for the usual, a place of five digits; a
// document has some thirty places a figure.
func appendInt(dst []byte, n int) []byte {
	if n < 0 || n > 999999 {
		return strconv.AppendInt(dst, int64(n), 10)
	}
	u := uint32(n)
	low := digitPairs[u%100]
	if u < 100 {
		if u < 10 {
			return append(dst, low[1])
		}
		return append(dst, low[0], low[1])
	}
	u /= 100
	mid := digitPairs[u%100]
	if u < 100 {
		if u < 10 {
			return append(dst, mid[1], low[0], low[1])
		}
		return append(dst, mid[0], mid[1], low[0], low[1])
	}
	high := digitPairs[u/100]
	if u < 1000 {
		return append(dst, high[1], mid[0], mid[1], low[0], low[1])
	}
	return append(dst, high[0], high[1], mid[0], mid[1], low[0], low[1])
}

// digitPairs are the numbers from 00 to 99.
var digitPairs = func() (t [100][2]byte) {
	for i := range t {
		t[i] = [2]byte{byte('0' + i/10), byte('0' + i%10)}
	}
	return t
}()

// appendString appends s, which is valid UTF-8, as a JSON string. Most strings need no
// escape: they are copied while they are looked at.
func appendString(dst []byte, s string) []byte {
	if len(s) < 8 {
		if special(few(s)) != 0 {
			return appendEscaped(dst, s, nil)
		}
		return append(append(append(dst, '"'), s...), '"')
	}
	n := len(dst) + 1
	out := append(slices.Grow(dst, len(s)+2), '"')[:n+len(s)]
	to := out[n:]
	for rest := s; len(rest) > 8 && len(to) > 8; rest, to = rest[8:], to[8:] {
		w := policy.Word(rest)
		if maySpecial(w) != 0 && special(w) != 0 {
			return appendEscaped(dst, s, nil)
		}
		binary.LittleEndian.PutUint64(to, w)
	}
	w := policy.Word(s[len(s)-8:])
	if special(w) != 0 {
		return appendEscaped(dst, s, nil)
	}
	binary.LittleEndian.PutUint64(out[len(out)-8:], w)
	return append(out, '"')
}

// appendEscaped is appendString for any s; q, unless nil, takes note of every escape. It
// looks at eight bytes at a time; what needs no escape is copied in long runs.
func appendEscaped(dst []byte, s string, q *quotedText) []byte {
	e := escaper{dst: append(dst, '"'), s: s, note: q}
	i := 0
	for ; i <= len(s)-8; i += 8 {
		if w := policy.Word(s[i:]); maySpecial(w) != 0 {
			for m := special(w); m != 0; m &= m - 1 {
				e.at(i + bits.TrailingZeros64(m)/8)
			}
		}
	}
	for ; i < len(s); i++ {
		if !plain[s[i]] {
			e.at(i)
		}
	}
	return append(append(e.dst, s[e.done:]...), '"')
}

// An escaper is the work of appendEscaped.
type escaper struct {
	dst  []byte
	s    string
	done int // bytes of s that are written
	note *quotedText
}

// at escapes the character at byte i, unless it need not be.
func (e *escaper) at(i int) {
	esc, n := escape(e.s[i:])
	if n == 0 {
		return
	}
	e.dst = append(append(e.dst, e.s[e.done:i]...), esc...)
	e.done = i + n
	if e.note != nil {
		e.note.note(i, n, esc)
	}
}

// few is the bytes of s, fewer than eight, in any order, some twice or blanks among them.
func few(s string) uint64 {
	if n := len(s); n >= 4 {
		return uint64(four(s)) | uint64(four(s[n-4:]))<<32
	}
	w := uint64(ones * ' ')
	for i := range len(s) {
		w = w<<8 | uint64(s[i])
	}
	return w
}

// four is the first four bytes of s, the first one lowest.
func four(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// maySpecial has the top bit set of each of the eight bytes of w that is ASCII or 0xE2.
// Most words of a Chinese text have neither, and need no closer look.
func maySpecial(w uint64) uint64 {
	x := w ^ ones*0xe2
	return ^(w & (x&(ones*0x7f) + ones*0x7f | x)) & (ones * 0x80)
}

// ones is a one in each of eight bytes.
const ones = 0x0101010101010101

// special has the top bit set of each of the eight bytes of w that is a control, a quote,
// a backslash or 0xE2.
func special(w uint64) uint64 {
	const low = ones * 0x7f
	ascii, wide := w&low, w^ones*0xe2
	// the seven bits of a byte, and 0x7f on top of them, reach the eighth unless they are all 0
	needs := ^((ascii+ones*0x60)&(ascii^ones*'"'+low)&(ascii^ones*'\\'+low) | w)
	return (needs | ^(wide&low + low | wide)) & (ones * 0x80)
}

// plain marks the bytes that stand in a JSON string as they are, whatever follows them.
var plain = func() (t [256]bool) {
	for b := range t {
		t[b] = b >= 0x20 && b != '"' && b != '\\' && b != 0xe2
	}
	return t
}()

// escape gives what stands in a JSON string for the character s begins with, which is not
// plain, and the length of that in bytes: 0 where it stands for itself, as “ and … do. JSON
// allows U+2028 and U+2029, but the older readers of JavaScript do not.
func escape(s string) (string, int) {
	switch c := s[0]; {
	case c < utf8.RuneSelf:
		return escapes[c], 1
	case len(s) < 3 || s[1]&0xc0 != 0x80 || s[2]&0xc0 != 0x80:
		return "\ufffd", 1 // not UTF-8
	case s[1] == 0x80 && s[2]&^1 == 0xa8:
		return separators[s[2]&1], 3
	}
	return "", 0
}

// separators are the escapes of U+2028 and U+2029.
var separators = [2]string{`\u2028`, `\u2029`}

// escapes are those of the ASCII that is not plain.
var escapes = func() (t [utf8.RuneSelf]string) {
	for b := range 0x20 {
		t[b] = fmt.Sprintf(`\u%04x`, b)
	}
	t['"'], t['\\'], t['\n'], t['\r'], t['\t'] = `\"`, `\\`, `\n`, `\r`, `\t`
	return t
}()
