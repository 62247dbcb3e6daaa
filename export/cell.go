package export

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A cellKind says what a cell holds.
type cellKind uint8

const (
	blankCell cellKind = iota
	textCell
	numberCell // text holds the digits
	countCell  // n
	sharedCell // the text that is n-th in the table of strings, from 0
	markedCell // text, then mark in bold colour, then rest
	linkCell   // text leads to place
	countLink  // the number in text leads to place
	// formulaCell shows text until the formula in place is computed: ours, with nothing of a document in it
	formulaCell
)

// A cell is one cell of a sheet. Its text is only ever text: nothing read from a
// document becomes a formula.
type cell struct {
	kind  cellKind
	style style
	text  string
	mark  string
	rest  string
	place string // of a link: '证据'!A2
	n     int    // not below zero
}

// A row is the cells of one line with its height in points.
type row struct {
	height int
	cells  []cell
}

func wrapped(s string) cell     { return styled(wrapStyle, s) }
func centred(s string) cell     { return styled(centreStyle, s) }
func link(s, place string) cell { return cell{kind: linkCell, style: linkStyle, text: s, place: place} }
func count(n int) cell          { return cell{kind: countCell, style: countStyle, n: n} }
func marked(before, mark, rest string) cell {
	return cell{kind: markedCell, style: wrapStyle, text: before, mark: mark, rest: rest}
}

// linkedCount is a number that leads to its first item; without items it does not.
func linkedCount(n int, place string) cell {
	if n == 0 || place == "" {
		return count(n)
	}
	return cell{kind: countLink, style: linkCountStyle, text: strconv.Itoa(n), place: place}
}

func styled(s style, text string) cell {
	if text == "" {
		return cell{style: s}
	}
	return cell{kind: textCell, style: s, text: text}
}

// exactDigits is how many digits a spreadsheet's numbers hold.
const exactDigits = 15

// number shows a decimal string with as many digits after the point as were
// printed, and never fewer than it has. What a spreadsheet could not hold digit
// by digit stays text.
func number(digits string, printed int) cell {
	whole, fraction, ok := splitNumber(digits)
	if digits == "" {
		return cell{style: numberStyle}
	}
	if !ok || len(whole)+len(fraction) > exactDigits {
		return styled(numberTextStyle, digits)
	}
	d := min(max(printed, len(fraction), 0), maxDecimals)
	return cell{kind: numberCell, style: numberStyle + style(d), text: digits}
}

// splitNumber takes -12.50 apart; the sign is left out.
func splitNumber(s string) (whole, fraction string, ok bool) {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return whole, fraction, policy.AllDigits(whole) && (!point || policy.AllDigits(fraction))
}

// gridNumber makes a table's cell a number when a number format shows it just as
// it was printed: 12.60, 1,234; not 007, not 3%, not 1,23.
func gridNumber(s string) (cell, bool) {
	digits := strings.ReplaceAll(s, ",", "")
	whole, fraction, ok := splitNumber(digits)
	if !ok || len(whole)+len(fraction) > exactDigits || len(whole) > 1 && whole[0] == '0' {
		return cell{}, false
	}
	if s[0] == '-' && strings.Trim(digits, "-0.") == "" {
		return cell{}, false
	}
	base := gridNumberStyle
	if digits != s {
		base = gridGroupStyle
		if group(digits) != s {
			return cell{}, false
		}
	}
	return cell{kind: numberCell, style: base + style(len(fraction)), text: digits}, true
}

// group puts a comma before every third digit of the whole part.
func group(digits string) string {
	whole, fraction, point := strings.Cut(digits, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		whole += "." + fraction
	}
	return sign + whole
}

// maxUnits is how many UTF-16 code units a spreadsheet's cell holds.
const maxUnits = 32767

// cut shortens a text that no cell could hold and says so at its end.
func cut(s string, lang Lang) (string, bool) {
	if len(s) <= maxUnits || units(s) <= maxUnits {
		return s, false
	}
	note := lang.pick("……〔过长截断，全文共", "… [cut here; ") + strconv.Itoa(utf8.RuneCountInString(s)) + lang.pick("字〕", " characters in all]")
	room := maxUnits - units(note)
	for i, r := range s {
		if room -= unitsOf(r); room < 0 {
			return s[:i] + note, true
		}
	}
	return s, false
}

// fitted is a cell that may be too long made one that a spreadsheet can hold, and whether
// it had to be cut.
func fitted(c cell, lang Lang) (cell, bool) {
	if c.kind == markedCell {
		c = styled(c.style, c.text+c.mark+c.rest)
	}
	var wasCut bool
	c.text, wasCut = cut(clean(c.text), lang)
	return c, wasCut
}

func units(s string) (n int) {
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}

func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// clean makes visible what XML cannot hold: control characters become their
// pictures (␀ ␁ …), bytes that are no UTF-8 become U+FFFD. Tabs and line feeds stay.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ':
			return '␀' + r
		case r == 0x7F:
			return '␡'
		case r == 0xFFFE || r == 0xFFFF:
			return utf8.RuneError
		}
		return r
	}, s)
}

// isClean says whether clean has nothing to do. It errs towards no for the rare
// characters U+FFC0 to U+FFFF.
func isClean(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7F || c == 0xEF && strings.HasPrefix(s[i+1:], "\xBF") {
			return false
		}
	}
	return utf8.ValidString(s)
}

// Widths are counted in quarters of a column's digit, which is of the workbook's
// basic size; a Han character of the size of cells is nearly twice as wide.
const (
	letterQuarters = 3 // small letters, on the average
	digitQuarters  = 4
	hanQuarters    = 7
)

// quarters is the width of a character by its first byte; others have none.
var quarters = func() (w [256]uint8) {
	for c := range w {
		switch {
		case c == ' ' || 'a' <= c && c <= 'z':
			w[c] = letterQuarters
		case c < 0x80:
			w[c] = digitQuarters
		case c >= 0xC0:
			w[c] = hanQuarters
		}
	}
	return w
}()

// displayWidth is how wide a text stands, in quarters of a digit.
func displayWidth(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xE0 {
			n += hanQuarters
			i += 2 // over what goes on the character
			continue
		}
		n += int(quarters[s[i]])
	}
	return n
}

// lines is how many lines the parts of a text take in a column of some width in digits.
func lines(width float64, parts ...string) int {
	room := max(int((width-1)*digitQuarters), hanQuarters)
	n, wide := 0, 0
	for _, s := range parts {
		for {
			line, rest, more := strings.Cut(s, "\n")
			wide += displayWidth(line)
			if !more {
				break
			}
			n += max(1, (wide+room-1)/room)
			s, wide = rest, 0
		}
	}
	return n + max(1, (wide+room-1)/room)
}
