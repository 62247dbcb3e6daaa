package export

import (
	"io"
	"strconv"
	"strings"
)

// A rowXML writes rows as SpreadsheetML. Strings stand inline, so nothing of a
// large sheet has to be kept in memory.
type rowXML struct {
	out     io.Writer
	buf     []byte
	styles  *[styles]int // the workbook's number of each style
	columns []string     // A, B, C …
	row     int
}

// drain hands on what was written, once it is worth it.
func (x *rowXML) drain() error {
	if len(x.buf) < 1<<16 {
		return nil
	}
	return x.flush()
}

// flush hands on what was written.
func (x *rowXML) flush() error {
	_, err := x.out.Write(x.buf)
	x.buf = x.buf[:0]
	return err
}

// write writes a row as line n of its sheet, from 1. It has no errors of its own:
// drain and flush give those of the file.
func (x *rowXML) write(r *row, n int) {
	x.row = n
	x.raw(`<row r="`)
	x.int(n)
	if r.height > 0 {
		x.raw(`" ht="`)
		x.int(r.height)
		x.raw(`" customHeight="1`)
	}
	x.raw(`">`)
	for i := range r.cells {
		x.cell(&r.cells[i], i)
	}
	x.raw(`</row>`)
}

func (x *rowXML) raw(s string) { x.buf = append(x.buf, s...) }

func (x *rowXML) int(n int) { x.buf = strconv.AppendInt(x.buf, int64(n), 10) }

func (x *rowXML) cell(c *cell, col int) {
	x.raw(`<c r="`)
	x.raw(x.column(col))
	x.int(x.row)
	x.raw(`" s="`)
	x.int(x.styles[c.style])
	switch c.kind {
	case blankCell:
		x.raw(`"/>`)
	case numberCell:
		x.raw(`"><v>`)
		x.raw(c.text)
		x.raw(`</v></c>`)
	case textCell:
		x.raw(`" t="inlineStr"><is>`)
		x.text(c.text)
		x.raw(`</is></c>`)
	case markedCell:
		x.raw(`" t="inlineStr"><is>`)
		x.run("", c.text)
		x.run(markedRun, c.mark)
		x.run(plainRun, c.rest)
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

// The properties of rich text, in the order spreadsheets write them.
const (
	markedRun = `<rPr><b/><sz val="10"/><color rgb="FF` + red + `"/><rFont val="` + fontName + `"/><charset val="134"/></rPr>`
	plainRun  = `<rPr><sz val="10"/><color rgb="FF` + ink + `"/><rFont val="` + fontName + `"/><charset val="134"/></rPr>`
)

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
	x.raw(`<t xml:space="preserve">`)
	x.escape(s)
	x.raw(`</t>`)
}

// escape writes s for XML. _x0041_ would be read as the character A by a
// spreadsheet, so the first underscore of such a text is written in that way.
func (x *rowXML) escape(s string) {
	done := 0
	for i := 0; i < len(s); i++ {
		var e string
		switch s[i] {
		case '&':
			e = "&amp;"
		case '<':
			e = "&lt;"
		case '>':
			e = "&gt;"
		case '_':
			if !looksEscaped(s[i:]) {
				continue
			}
			e = "_x005F_"
		default:
			continue
		}
		x.raw(s[done:i])
		x.raw(e)
		done = i + 1
	}
	x.raw(s[done:])
}

// looksEscaped says whether s begins like _x0041_.
func looksEscaped(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	return strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}

// column is the name of column i, from 0.
func (x *rowXML) column(i int) string {
	for len(x.columns) <= i {
		x.columns = append(x.columns, columnName(len(x.columns)))
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
