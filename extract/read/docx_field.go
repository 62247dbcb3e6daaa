package read

import (
	"strconv"
	"strings"
)

// A docxField is a field that is open: its instruction, then its result.
type docxField struct {
	coding bool // the instruction is being read
	toc    bool // the result is a table of contents
	code   string
	at     int // where it begins
}

// What a document's fields may be: instructions are short, and few lie in one another.
const (
	maxCode   = 500
	maxFields = 200
)

// fieldMark takes the beginning, the middle or the end of a field.
func (d *docx) fieldMark(x *xmlScanner, t xmlToken) {
	kind, _ := x.attr(t, "fldCharType")
	n := len(d.fields)
	switch {
	case kind == "begin" && n < maxFields:
		d.fields = append(d.fields, docxField{coding: true, at: t.start})
		d.coding++
	case kind == "separate" && n > 0 && d.fields[n-1].coding:
		d.result(&d.fields[n-1])
	case kind == "end" && n > 0:
		d.endField(t)
	}
}

// result begins the result of a field.
func (d *docx) result(f *docxField) {
	f.coding = false
	d.coding--
	if f.toc = isContents(f.code); f.toc {
		d.tocs++
	}
}

// isContents says whether the result of an instruction is a generated list of what
// stands elsewhere: contents, tables, an index.
func isContents(code string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	switch strings.ToUpper(word) {
	case "TOC", "INDEX", "TOA", "RD":
		return true
	}
	return false
}

// endField closes the innermost field. An instruction without a result may draw a
// number in a circle: EQ \o\ac(○,1).
func (d *docx) endField(t xmlToken) {
	n := len(d.fields) - 1
	f := d.fields[n]
	d.fields = d.fields[:n]
	if f.toc {
		d.tocs--
	}
	if !f.coding {
		return
	}
	d.coding--
	if sign := circled(f.code); sign != "" && d.coding == 0 {
		d.show(f.at)
		d.w.put(f.at, t.end-f.at, sign)
	}
}

// circled is the sign that EQ \o\ac(○,1) draws, "" for any other instruction.
func circled(code string) string {
	code = strings.Map(func(r rune) rune {
		if r == ' ' {
			return -1
		}
		return r
	}, code)
	if !strings.HasPrefix(strings.ToUpper(code), "EQ\\O") {
		return ""
	}
	_, args, _ := strings.Cut(code, "(")
	ring, inner, _ := strings.Cut(strings.TrimSuffix(args, ")"), ",")
	n, err := strconv.Atoi(inner)
	if ring != "○" && ring != "◯" || err != nil || n < 1 || n > len(circles[0].signs) {
		return inner
	}
	return string(circles[0].signs[n-1])
}

// code adds to the instruction of the field that is open.
func (d *docx) code(x *xmlScanner) {
	for depth := x.depth(); x.depth() >= depth; {
		k := x.next()
		n := len(d.fields)
		if k.kind == xmlEOF {
			return
		}
		if f := d.fields; k.kind == xmlText && n > 0 && f[n-1].coding && len(f[n-1].code) < maxCode {
			f[n-1].code += plainXML(x.s[k.start:min(k.end, k.start+maxCode)])
		}
	}
}

// closeCodes ends the instructions that are open at the end of a paragraph, so that
// a field without an end hides nothing.
func (d *docx) closeCodes() {
	for i := range d.fields {
		if f := &d.fields[i]; f.coding {
			d.miss(&d.unread.codes)
			d.result(f)
		}
	}
}

// simpleField writes the result of a field that is an element.
func (d *docx) simpleField(x *xmlScanner, code string) {
	toc := isContents(code)
	if toc {
		d.tocs++
	}
	d.inlines(x)
	if toc {
		d.tocs--
	}
}
