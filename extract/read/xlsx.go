package read

import (
	"strings"

	"shuzheng/policy"
)

// XLSX is a ZIP package: xl/workbook.xml names the sheets, its relations where they
// are; strings and formats have parts of their own.

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func isXLSX(b []byte) bool { return holdsMember(b, "xl/workbook.xml") }

// An xlsx is a workbook on its way to sheets.
type xlsx struct {
	pack    *pack
	styles  styleBook
	strings []string
	left    int // cells that may still be read
}

// An xlsxSheet is what the workbook says of a sheet.
type xlsxSheet struct {
	name, part string
	hidden     bool
}

const xlsxBook = "xl/workbook.xml"

// openXLSX opens a workbook: what its sheets share, and which there are.
func openXLSX(b []byte, opt Options) (*xlsx, []xlsxSheet, error) {
	p, err := openPack(b, opt)
	if err != nil {
		return nil, nil, err
	}
	x := &xlsx{pack: p, left: limitOr(opt.MaxCells, defaultMaxCells)}
	list, err := x.book()
	return x, list, err
}

// readXLSX reads a workbook.
func readXLSX(src *policy.Source, opt Options) (*policy.Document, error) {
	x, list, err := openXLSX(src.Bytes, opt)
	if err != nil {
		return nil, err
	}
	var sheets []*sheet
	for _, s := range list {
		if sheets, err = x.add(sheets, s); err != nil {
			return nil, err
		}
	}
	return sheetDocument(src, sheets, opt)
}

// book reads the workbook and what its sheets share.
func (x *xlsx) book() ([]xlsxSheet, error) {
	b, err := x.pack.read(xlsxBook)
	if err != nil {
		return nil, err
	}
	targets := x.relations()
	var list []xlsxSheet
	for s := scanBytes(b); ; {
		switch s.next() {
		case xmlEOF:
			return list, x.shared(targets)
		case xmlStart:
			switch s.name {
			case "workbookPr":
				v := s.attr("date1904")
				x.styles.since1904 = v == "1" || v == "true"
			case "sheet":
				state := s.attr("state")
				list = append(list, xlsxSheet{s.attr("name"), targets.byID[s.attr("id")], state == "hidden" || state == "veryHidden"})
			}
		}
	}
}

// relations are the parts that the workbook refers to.
type relations struct {
	byID            map[string]string
	strings, styles string
}

func (x *xlsx) relations() relations {
	r := relations{map[string]string{}, "xl/sharedStrings.xml", "xl/styles.xml"}
	b, err := x.pack.read("xl/_rels/workbook.xml.rels")
	if err != nil {
		return r
	}
	for s := scanBytes(b); ; {
		switch s.next() {
		case xmlEOF:
			return r
		case xmlStart:
			if s.name != "Relationship" {
				continue
			}
			part, kind := resolvePart(xlsxBook, s.attr("Target")), s.attr("Type")
			switch {
			case strings.HasSuffix(kind, "/worksheet"):
				r.byID[s.attr("Id")] = part
			case strings.HasSuffix(kind, "/sharedStrings"):
				r.strings = part
			case strings.HasSuffix(kind, "/styles"):
				r.styles = part
			}
		}
	}
}

// shared reads strings and formats; a workbook may lack both.
func (x *xlsx) shared(r relations) error {
	if x.pack.has(r.styles) {
		b, err := x.pack.read(r.styles)
		if err != nil {
			return err
		}
		x.readStyles(b)
	}
	if x.pack.has(r.strings) {
		b, err := x.pack.read(r.strings)
		if err != nil {
			return err
		}
		x.readStrings(b)
	}
	return nil
}

// readStyles reads the formats of numbers and which style has which.
func (x *xlsx) readStyles(b []byte) {
	x.styles.codes = map[int]string{}
	inXfs := false
	for s := scanBytes(b); ; {
		switch s.next() {
		case xmlEOF:
			return
		case xmlStart:
			switch s.name {
			case "numFmt":
				if id := atoi(s.attr("numFmtId")); x.styles.codes[id] == "" { // those of rules for colours follow later
					x.styles.codes[id] = s.attr("formatCode")
				}
			case "cellXfs":
				inXfs = true
			case "xf":
				if inXfs && len(x.styles.formats) < 1<<16 {
					x.styles.formats = append(x.styles.formats, atoi(s.attr("numFmtId")))
				}
			}
		case xmlEnd:
			if s.name == "cellXfs" {
				inXfs = false
			}
		}
	}
}

// readStrings reads the table of strings.
func (x *xlsx) readStrings(b []byte) {
	for s := scanBytes(b); ; {
		switch s.next() {
		case xmlEOF:
			return
		case xmlStart:
			if s.name == "si" {
				x.strings = append(x.strings, richText(s))
			}
		}
	}
}

// richText is the wording of a string that was just opened: its runs without the
// readings over characters; raised digits stay raised.
func richText(s *partScanner) string {
	var all strings.Builder
	raised := false
	s.within(func(kind xmlKind) {
		if kind != xmlStart {
			return
		}
		switch s.name {
		case "r":
			raised = false
		case "vertAlign":
			raised = s.attr("val") == "superscript"
		case "rPh":
			s.skip()
		case "t":
			if t := s.content(); raised {
				all.WriteString(raiseDigits(t))
			} else {
				all.WriteString(t)
			}
		}
	})
	return all.String()
}

// raiseDigits writes digits and signs raised, if s holds nothing else.
func raiseDigits(s string) string {
	var out strings.Builder
	for i := range len(s) {
		r := raisedDigits[s[i]]
		if r == "" {
			return s
		}
		out.WriteString(r)
	}
	return out.String()
}

// atoi reads a small number, 0 where there is none.
func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 9; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
