package layout

import "strings"

// A mark is a set of what a wording holds that several passes ask for.
type mark uint8

const (
	markTab    mark = 1 << iota
	markBar         // |
	markComma       // a narrow one
	markDigit       // half or full width
	markGap         // two blanks in a row, or two full-width ones
	markClause      // ， or ；
	markStop        // 。
)

// narrowMarks are the marks that are one byte each.
var narrowMarks = [0x80]mark{'\t': markTab, '|': markBar, ',': markComma,
	'0': markDigit, '1': markDigit, '2': markDigit, '3': markDigit, '4': markDigit,
	'5': markDigit, '6': markDigit, '7': markDigit, '8': markDigit, '9': markDigit}

// look notes the width, the ending and the marks of the line's wording s.
func (l *line) look(s string) {
	width := 0
	var has mark
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c > 0xe3 && c < 0xef: // a Chinese character, as most are
			width += 2
			i += 3
		case c < 0x80:
			width++
			has |= narrowMarks[c]
			i++
			if c == ' ' && i < len(s) && s[i] == ' ' {
				has |= markGap
			}
		case c == 0xe3 || c == 0xef:
			width += 2
			has |= wideMark(s[i:])
			i += 3
		default:
			width += int(byteColumns[c])
			i += int(byteLen[c])
		}
	}
	l.width, l.has, l.end = width, has, endOf(s)
}

// wideMark is the mark of the full-width sign that s begins with, one of U+3000 to
// U+3FFF or U+F000 to U+FFFF.
func wideMark(s string) mark {
	if len(s) < 3 {
		return 0
	}
	switch c := s[2]; [2]byte{s[0], s[1]} {
	case [2]byte{0xe3, 0x80}: // U+3000 to U+303F
		switch {
		case c == 0x82:
			return markStop
		case c == 0x80 && strings.HasPrefix(s[3:], "\u3000"):
			return markGap
		}
	case [2]byte{0xef, 0xbc}: // U+FF00 to U+FF3F
		switch {
		case c == 0x8c || c == 0x9b:
			return markClause
		case c >= 0x90 && c <= 0x99:
			return markDigit
		}
	}
	return 0
}
