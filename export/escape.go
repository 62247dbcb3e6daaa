package export

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A byteKind says what escape does where a character begins with a byte.
type byteKind uint8

const (
	oddByte   byteKind = iota // it is looked at
	plainByte                 // it is copied
	wideByte                  // it is copied with the two behind it, where these go on a character
	lastByte                  // so too, but for the last characters of three bytes
)

// byteKinds are those of all bytes.
var byteKinds = func() (kinds [256]byteKind) {
	for c := range kinds {
		switch {
		case c == '\n' || c == '\t' || c >= ' ' && c < 0x7F && !strings.ContainsRune("&<>_", rune(c)):
			kinds[c] = plainByte
		case c == 0xEF:
			kinds[c] = lastByte
		case c > 0xE0 && c < 0xEF && c != 0xED:
			kinds[c] = wideByte
		}
	}
	return kinds
}()

// Of eight bytes the second, third, fifth and sixth go on characters of three bytes where
// they are goOn under goOnMask.
const (
	goOnMask = 0xC0_C0_00_C0_C0_00
	goOn     = 0x80_80_00_80_80_00
)

// escape appends s for XML, made clean: see clean. _x0041_ would be read as the character A by
// a spreadsheet, so the first underscore of such a text is written in that way.
func (x *rowXML) escape(s string) {
	done := 0
	for i := 0; i < len(s); {
		switch byteKinds[s[i]] {
		case plainByte:
			i++
			continue
		case wideByte:
			if i+8 <= len(s) && policy.Word(s[i:])&goOnMask == goOn && byteKinds[s[i+3]] == wideByte {
				i += 6
				continue
			}
			fallthrough
		case lastByte:
			if i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 && (s[i] != 0xEF || s[i+1] != 0xBF) { // not U+FFFE
				i += 3
				continue
			}
		}
		e, n := written(s[i:])
		if e != s[i:i+n] {
			x.raw(s[done:i])
			x.raw(e)
			done = i + n
		}
		i += n
	}
	x.raw(s[done:])
}

// written is how the first character of s is written, and its length in s.
func written(s string) (as string, n int) {
	switch s[0] {
	case '&':
		return "&amp;", 1
	case '<':
		return "&lt;", 1
	case '>':
		return "&gt;", 1
	case '_':
		if looksEscaped(s) {
			return "_x005F_", 1
		}
		return "_", 1
	case '\r':
		if strings.HasPrefix(s, "\r\n") {
			return "\n", 2
		}
	}
	_, n = utf8.DecodeRuneInString(s)
	return clean(s[:n]), n
}

// looksEscaped says whether s begins like _x0041_.
func looksEscaped(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	return strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}
