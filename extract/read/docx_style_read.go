package read

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// loadStyles reads the part of styles; without one, paragraphs have none.
func (d *docx) loadStyles(name string) {
	d.styles.by = map[string]*docxStyle{}
	x := d.side(name)
	if x == nil {
		return
	}
	for t := range x.children() {
		if t.space != spaceW || t.name != "style" {
			continue
		}
		s := unsetStyle
		id, _ := x.attr(t, "styleId")
		kind, _ := x.attr(t, "type")
		usual, _ := x.attr(t, "default")
		if kind == "paragraph" && (usual == "1" || usual == "true") {
			d.styles.usual = id
		}
		s.read(x)
		d.styles.by[id] = &s
	}
	d.sideDone(name, x)
}

// side starts a scanner of a part that holds no wording; nil where there is none.
func (d *docx) side(name string) *xmlScanner {
	b, err := d.zip.readIf(name)
	if err == nil && b == nil {
		return nil
	}
	var t decoded
	if err == nil {
		t, err = decodeXML(b)
	}
	if err != nil {
		d.doc.Report(policy.Span{}, err.Error())
		return nil
	}
	s := t.text.String()
	x := scanXML(s, 0, len(s), d.opt)
	for k := x.next(); k.kind != xmlStart && k.kind != xmlEOF; k = x.next() {
	}
	return x
}

// sideDone reports damage of such a part.
func (d *docx) sideDone(name string, x *xmlScanner) {
	if x.err != nil {
		d.doc.Report(policy.Span{}, inPart(name, x.err).Error())
	}
}

// read takes what the element that is open says: a style, or the properties of a
// paragraph.
func (s *docxStyle) read(x *xmlScanner) {
	for t := range x.children() {
		if t.space != spaceW {
			continue
		}
		v, _ := x.attr(t, "val")
		switch t.name {
		case "name":
			s.name = strings.ToLower(v)
		case "basedOn":
			s.basedOn = v
		case "pPr":
			s.read(x)
		case "rPr":
			s.readRun(x)
		case "outlineLvl":
			s.outline = boundedNumber(v, 9)
		case "jc":
			s.centred = v
		case "numPr":
			s.readNumber(x)
		}
	}
}

// readNumber takes what w:numPr says.
func (s *docxStyle) readNumber(x *xmlScanner) {
	for t := range x.children() {
		v, _ := x.attr(t, "val")
		switch t.name {
		case "numId":
			s.numID = v
		case "ilvl":
			s.level = boundedNumber(v, 8)
		}
	}
}

// readRun takes what w:rPr of a style says.
func (s *docxStyle) readRun(x *xmlScanner) {
	for t := range x.children() {
		v, _ := x.attr(t, "val")
		switch t.name {
		case "sz":
			s.size = max(boundedNumber(v, 1<<12), 0)
		case "vertAlign":
			s.raised = v == "superscript"
		case "vanish":
			s.hidden = onOff(v)
		}
	}
}

// onOff is 0 for a switch that is turned off, else 1.
func onOff(v string) string {
	if v == "0" || v == "false" || v == "off" {
		return "0"
	}
	return "1"
}

// boundedNumber is the number that v says, within 0 and most; -1 for what is none.
func boundedNumber(v string, most int) int {
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 || n > most {
		return -1
	}
	return n
}
