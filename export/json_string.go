package export

import (
	"fmt"
	"math/bits"
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

// appendQuoted appends a range of the Content as a JSON string.
func (x *Index) appendQuoted(dst []byte, at policy.Span) []byte {
	dst = append(dst, '"')
	done := at.Start
	for i := x.special.next(at.Start, at.End); i < at.End; i = x.special.next(done, at.End) {
		esc, n := escape(x.text[i:])
		dst = append(append(dst, x.text[done:i]...), esc...)
		done = i + n
	}
	return append(append(dst, x.text[done:at.End]...), '"')
}

// A specialBytes has a bit for each byte of a text, set where a character begins that no
// JSON string holds as it is. A text is asked many times over: as a whole, in its blocks,
// in what stands around each figure.
type specialBytes []uint64

// specialBytesOf finds them in s, which must be valid UTF-8.
func specialBytesOf(s string) specialBytes {
	x := make(specialBytes, len(s)/64+1)
	rest := s
	for ; len(rest) >= 8; rest = rest[8:] {
		for m := maySpecial(eight(rest)); m != 0; m &= m - 1 {
			if k := bits.TrailingZeros64(m) / 8 & 7; !plain[rest[k]] {
				x.mark(s, len(s)-len(rest)+k)
			}
		}
	}
	for i := len(s) - len(rest); i < len(s); i++ {
		if !plain[s[i]] {
			x.mark(s, i)
		}
	}
	return x
}

// mark notes byte i, unless it begins a harmless character with 0xE2: “, …, —.
func (x specialBytes) mark(s string, i int) {
	if s[i] != 0xe2 || s[i+1] == 0x80 && s[i+2]&^1 == 0xa8 {
		x[i/64] |= 1 << (i % 64)
	}
}

// next is the first marked byte from i on, end if there is none before it.
func (x specialBytes) next(i, end int) int {
	if i >= end {
		return end
	}
	k := i / 64
	for m := x[k] >> (i % 64) << (i % 64); ; m = x[k] {
		if m != 0 {
			return min(k*64+bits.TrailingZeros64(m), end)
		}
		if k++; k*64 >= end {
			return end
		}
	}
}

// appendString appends s, which is valid UTF-8, as a JSON string. What needs no escape
// is copied in long runs.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	done := 0
	for i := unescaped(s); i < len(s); i += unescaped(s[i:]) {
		esc, n := escape(s[i:])
		if esc != "" {
			dst = append(append(dst, s[done:i]...), esc...)
			done = i + n
		}
		i += n
	}
	return append(append(dst, s[done:]...), '"')
}

// unescaped is the number of bytes at the beginning of s that stand in a JSON string as
// they are: no control, no quote, no backslash, and no 0xE2, with which the line
// separators begin. It looks at eight bytes at a time.
func unescaped(s string) int {
	rest := s
	for len(rest) >= 8 {
		for m := maySpecial(eight(rest)); m != 0; m &= m - 1 {
			if k := bits.TrailingZeros64(m) / 8 & 7; !plain[rest[k]] {
				return len(s) - len(rest) + k
			}
		}
		rest = rest[8:]
	}
	for rest != "" && plain[rest[0]] {
		rest = rest[1:]
	}
	return len(s) - len(rest)
}

// eight is the first eight bytes of s, the first one lowest; one load after compiling.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// maySpecial has the top bit set of each of the eight bytes of w that is ASCII or 0xE2.
// Most words of a Chinese text have neither, and need no closer look.
func maySpecial(w uint64) uint64 {
	x := w ^ ones*0xe2
	return ^(w & (x&(ones*0x7f) + ones*0x7f | x)) & (ones * 0x80)
}

// ones is a one in each of eight bytes.
const ones = 0x0101010101010101

// plain marks the bytes that stand in a JSON string as they are.
var plain = func() (t [256]bool) {
	for b := range t {
		t[b] = b >= 0x20 && b != '"' && b != '\\' && b != 0xe2
	}
	return t
}()

// escape gives what stands in a JSON string for the character s begins with, ""
// for itself, and its length in bytes. JSON allows U+2028 and U+2029, but the
// older readers of JavaScript do not.
func escape(s string) (string, int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r < 0x20 || r == '"' || r == '\\':
		return escapes[r], n
	case r == '\u2028':
		return `\u2028`, n
	case r == '\u2029':
		return `\u2029`, n
	case r == utf8.RuneError && n == 1:
		return "\ufffd", n
	}
	return "", n
}

// escapes are those of the ASCII that is not plain.
var escapes = func() (t [utf8.RuneSelf]string) {
	for b := range 0x20 {
		t[b] = fmt.Sprintf(`\u%04x`, b)
	}
	t['"'], t['\\'], t['\n'], t['\r'], t['\t'] = `\"`, `\\`, `\n`, `\r`, `\t`
	return t
}()
