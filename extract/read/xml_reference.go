package read

import (
	"strings"
	"unicode/utf8"
)

// xmlReference is the character that the reference at the start of s stands for and
// its length in bytes, 0 where s begins with none: &amp; &#25968; &#x6570;. Entities
// of a document's own are never expanded.
func xmlReference(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 0 || s[0] != '&' {
		return "", 0
	}
	switch name := s[1:end]; name {
	case "amp":
		return "&", end + 1
	case "lt":
		return "<", end + 1
	case "gt":
		return ">", end + 1
	case "quot":
		return `"`, end + 1
	case "apos":
		return "'", end + 1
	default:
		if r := numbered(name); r > 0 {
			return string(r), end + 1
		}
	}
	return "", 0
}

// numbered is the character that #25968 or #x6570 stands for, 0 for none.
func numbered(name string) rune {
	if len(name) < 2 || name[0] != '#' {
		return 0
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	v := 0
	for _, c := range []byte(digits) {
		d := hexDigit(c)
		if d < 0 || d >= base {
			return 0
		}
		v = v*base + d
	}
	if digits == "" || !utf8.ValidRune(rune(v)) {
		return 0
	}
	return rune(v)
}

// hexDigit is the value of a hexadecimal digit, -1 for what is none.
func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
