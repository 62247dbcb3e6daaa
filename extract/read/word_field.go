package read

import (
	"strconv"
	"strings"
)

// wordFields are the fields that are open at some place of a document. A field is
// an instruction and then its result; one may lie in another.
type wordFields struct {
	open   []wordField
	coding int // of them, those whose instruction is being read
	tocs   int // of them, tables of contents whose result is being read
}

// A wordField is one that is open.
type wordField struct {
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

// begin opens a field at byte at.
func (f *wordFields) begin(at int) {
	if len(f.open) < maxFields {
		f.open = append(f.open, wordField{coding: true, at: at})
		f.coding++
	}
}

// separate ends the instruction of the innermost field.
func (f *wordFields) separate() {
	if n := len(f.open); n > 0 && f.open[n-1].coding {
		f.result(&f.open[n-1])
	}
}

// result begins the result of a field.
func (f *wordFields) result(one *wordField) {
	one.coding = false
	f.coding--
	if one.toc = isContents(one.code); one.toc {
		f.tocs++
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

// end closes the innermost field. An instruction without a result may draw a number
// in a circle, EQ \o\ac(○,1): that sign, and where the field began.
func (f *wordFields) end() (sign string, at int) {
	n := len(f.open) - 1
	if n < 0 {
		return "", 0
	}
	one := f.open[n]
	f.open = f.open[:n]
	if one.toc {
		f.tocs--
	}
	if one.coding {
		if f.coding--; f.coding == 0 {
			return circled(one.code), one.at
		}
	}
	return "", 0
}

// add adds to the instruction of the innermost field.
func (f *wordFields) add(s string) {
	if n := len(f.open); n > 0 && f.open[n-1].coding && len(f.open[n-1].code) < maxCode {
		f.open[n-1].code += s[:min(len(s), maxCode)]
	}
}

// cut ends the instructions that are open at the end of a paragraph, so that a field
// without an end hides nothing, and counts them.
func (f *wordFields) cut() (n int) {
	for i := range f.open {
		if one := &f.open[i]; one.coding {
			f.result(one)
			n++
		}
	}
	return n
}

// circled is the sign that EQ \o\ac(○,1) draws, "" for any other instruction.
func circled(code string) string {
	code = strings.Map(func(r rune) rune {
		if r == ' ' {
			return -1
		}
		return r
	}, code)
	if !strings.HasPrefix(strings.ToUpper(code), `EQ\O`) {
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
