package export

import (
	"unicode"
	"unicode/utf8"
)

// A rowXML writes rows as SpreadsheetML. Strings stand inline, but those of the
// table of strings, so nothing of a large sheet has to be kept in memory. Each cell says where
// it is, though the format does not ask for it: many readers cannot do without.
type rowXML struct {
	buf     []byte
	styles  *[styles]string // the workbook's number of each style
	columns []string        // how cells of A, B, C … begin
	row     []byte          // what stands in each cell of the row between its column and its style
}

// write writes a row as line n of its sheet, from 1.
func (x *rowXML) write(r *row, n int) {
	x.row = appendInt(x.row[:0], n)
	x.raw(`<row r="`)
	x.buf = append(x.buf, x.row...)
	if r.height > 0 {
		x.raw(`" ht="`)
		x.int(r.height)
		x.raw(`" customHeight="1`)
	}
	x.raw(`">`)
	x.row = append(x.row, `" s="`...)
	for i := range r.cells {
		x.cell(&r.cells[i], i)
	}
	x.raw(`</row>`)
}

func (x *rowXML) raw(s string) { x.buf = append(x.buf, s...) }

func (x *rowXML) int(n int) { x.buf = appendInt(x.buf, n) }

func (x *rowXML) cell(c *cell, col int) {
	b := append(x.buf, x.column(col)...)
	b = append(b, x.row...)
	x.buf = append(b, x.styles[c.style]...)
	switch c.kind {
	case blankCell:
		x.raw(`"/>`)
	case numberCell:
		x.raw(`"><v>`)
		x.raw(c.text)
		x.raw(`</v></c>`)
	case countCell:
		x.raw(`"><v>`)
		x.int(c.n)
		x.raw(`</v></c>`)
	case sharedCell:
		x.raw(`" t="s"><v>`)
		x.int(c.n)
		x.raw(`</v></c>`)
	case textCell:
		x.raw(`" t="inlineStr"><is>`)
		x.text(c.text)
		x.raw(`</is></c>`)
	case markedCell:
		x.raw(`" t="inlineStr"><is>`)
		x.run("", c.text)
		x.run(markedRun, c.mark)
		x.run("", c.rest)
		x.raw(`</is></c>`)
	case linkCell:
		x.link(`" t="str"><f>HYPERLINK("#`, c, `"`)
	case formulaCell:
		x.raw(`" t="str"><f>`)
		x.escape(c.place)
		x.raw(`</f><v>`)
		x.escape(c.text)
		x.raw(`</v></c>`)
	case countLink:
		x.link(`"><f>HYPERLINK("#`, c, ``)
	}
}

// markedRun is the properties of the marked part of a text, in the order spreadsheets write
// them.
const markedRun = `<rPr><b/><sz val="10"/><color rgb="FF` + red + `"/><rFont val="` + fontName + `"/><charset val="134"/></rPr>`

// run writes a stretch of rich text; without properties it looks as the cell does.
func (x *rowXML) run(properties, s string) {
	if s == "" {
		return
	}
	x.raw(`<r>`)
	x.raw(properties)
	x.text(s)
	x.raw(`</r>`)
}

// link writes the program's own formula: its place and wording never come from a document.
func (x *rowXML) link(open string, c *cell, quote string) {
	x.raw(open)
	x.escape(c.place)
	x.raw(`",` + quote)
	x.escape(c.text)
	x.raw(quote + `)</f><v>`)
	x.escape(c.text)
	x.raw(`</v></c>`)
}

func (x *rowXML) text(s string) {
	if spaced(s) {
		x.raw(`<t xml:space="preserve">`)
	} else {
		x.raw(`<t>`)
	}
	x.escape(s)
	x.raw(`</t>`)
}

// spaced says whether blanks begin or end a text, which spreadsheets drop unless they are told.
func spaced(s string) bool {
	if n := len(s); n >= 3 && isHan(s[0]) && isHan(s[n-3]) && s[n-1] >= 0x80 {
		return false // as most texts
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(first) || unicode.IsSpace(last)
}

// isHan says whether a byte begins a character of three bytes behind U+4000, none of
// which is a blank; a character that ends a text two bytes later is one of them then.
func isHan(c byte) bool { return c >= 0xE4 && c <= 0xEF }

// column begins a cell of column i, from 0.
func (x *rowXML) column(i int) string {
	for len(x.columns) <= i {
		x.columns = append(x.columns, `<c r="`+columnName(len(x.columns)))
	}
	return x.columns[i]
}

// columnName names column i from 0: A … Z, AA …
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
