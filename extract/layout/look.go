package layout

import "shuzheng/policy"

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
	markBlank       // a blank, full-width or not
)

// narrowMarks are the marks that are one byte each.
var narrowMarks = [0x80]mark{'\t': markTab, '|': markBar, ',': markComma, ' ': markBlank,
	'0': markDigit, '1': markDigit, '2': markDigit, '3': markDigit, '4': markDigit,
	'5': markDigit, '6': markDigit, '7': markDigit, '8': markDigit, '9': markDigit}

// wideMarks are those of three bytes, by the last twelve bits of the character, and
// leadMarks which of them a character of the first byte 0xE0+i may be.
var (
	wideMarks = func() (w [1 << 12]mark) {
		for r, m := range map[rune]mark{'\u3000': markBlank, '。': markStop, '，': markClause, '；': markClause} {
			w[r&0xfff] |= m
		}
		for r := '０'; r <= '９'; r++ {
			w[r&0xfff] |= markDigit
		}
		return w
	}()
	leadMarks = [16]mark{0x3: markBlank | markStop, 0xf: markClause | markDigit}
)

// markSet holds the wide marks.
var markSet = policy.WideSetOf("\u3000。，；０１２３４５６７８９")

// look notes the width, the ending and the marks of the line's wording s.
func (l *line) look(s string) {
	width := 0
	var has mark
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= 0xe0 && c < 0xf0 && i+2 < len(s):
			if j := markSet.Skip(s, i); j > i {
				width += (j - i) / 3 * 2
				i = j
				continue
			}
			width += 2
			has |= wideMarks[int(s[i+1]&63)<<6|int(s[i+2]&63)] & leadMarks[c&15]
			i += 3
		case c < 0x80:
			width++
			has |= narrowMarks[c]
			i++
		default:
			width += int(byteColumns[c])
			i += int(byteLen[c])
		}
	}
	if has&markBlank != 0 && hasGap(s) {
		has |= markGap
	}
	l.width, l.has, l.end = width, has, endOf(s)
}
