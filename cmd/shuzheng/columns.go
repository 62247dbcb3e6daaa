package main

import (
	"strings"
	"unicode"
)

// A Han character takes two columns of a terminal. The blocks from CJK radicals
// on are wide but for the half-width forms: good enough to line up a list.
func columns(r rune) int {
	switch {
	case unicode.Is(unicode.Mn, r):
		return 0
	case r < 0x2e80, r >= 0xff61 && r <= 0xffdc, r >= 0xd800 && r <= 0xf8ff:
		return 1
	}
	return 2
}

// width is the number of columns that s takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

// clip cuts s to at most n columns, with … where something was cut.
func clip(s string, n int) string {
	if width(s) <= n {
		return s
	}
	used := 1
	for i, r := range s {
		if used += columns(r); used > n {
			return s[:i] + "…"
		}
	}
	return s
}

// left and right fill s up to n columns.
func left(s string, n int) string  { return s + strings.Repeat(" ", max(n-width(s), 0)) }
func right(s string, n int) string { return strings.Repeat(" ", max(n-width(s), 0)) + s }

// printable replaces what would steer the terminal: a document or a file name
// may hold control characters.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case !unicode.IsPrint(r) && r != '\u3000':
			return '\ufffd'
		}
		return r
	}, s)
}
