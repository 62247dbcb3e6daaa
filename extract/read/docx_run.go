package read

import (
	"strings"

	"shuzheng/policy"
)

// A docxRun is how the wording of a run is set.
type docxRun struct {
	raised, hidden bool
	size           int // in half points, 0 where it says nothing
}

// inline writes one child of a paragraph.
func (d *docx) inline(x *xmlScanner, t xmlToken) {
	switch {
	case t.space == spaceM:
		d.formula(x, t)
	case t.space == spaceMC && t.name == "AlternateContent":
		choose(x, func() { d.inlines(x) })
	case t.space != spaceW:
	case t.name == "r":
		d.aRun(x)
	case t.name == "sdt":
		contentControl(x, func(bool) { d.inlines(x) })
	case t.name == "fldSimple":
		code, _ := x.attr(t, "instr")
		d.simpleField(x, code)
	case t.name == "del" || t.name == "moveFrom":
		d.miss(&d.unread.deleted)
	case transparent[t.name]:
		d.inlines(x)
	}
}

// inlines writes the children of the open element.
func (d *docx) inlines(x *xmlScanner) {
	for t := range x.children() {
		d.inline(x, t)
	}
}

// aRun writes a run.
func (d *docx) aRun(x *xmlScanner) {
	d.run = docxRun{hidden: d.para.hidden}
	for t := range x.children() {
		if t.space == spaceW && t.name == "rPr" {
			d.runStyle(x)
			continue
		}
		d.inRun(x, t)
	}
	d.run = docxRun{}
}

// runStyle reads w:rPr.
func (d *docx) runStyle(x *xmlScanner) {
	for t := range x.children() {
		switch t.name {
		case "rStyle":
			v, _ := x.attr(t, "val")
			s := d.styles.get(v)
			d.run.raised = d.run.raised || s.raised
			if s.hidden != "" {
				d.run.hidden = s.hidden == "1"
			}
		case "sz":
			v, _ := x.attr(t, "val")
			d.run.size = max(boundedNumber(v, 1<<12), 0)
		case "vertAlign":
			v, _ := x.attr(t, "val")
			d.run.raised = v == "superscript"
		case "vanish":
			v, _ := x.attr(t, "val")
			d.run.hidden = onOff(v) == "1"
		}
	}
}

// inRun writes one child of a run.
func (d *docx) inRun(x *xmlScanner, t xmlToken) {
	switch {
	case t.space == spaceMC && t.name == "AlternateContent":
		choose(x, func() {
			for k := range x.children() {
				d.inRun(x, k)
			}
		})
	case t.space != spaceW:
	case t.name == "t":
		d.wordsOf(x, t)
	case t.name == "drawing" || t.name == "pict" || t.name == "object":
		d.graphics(x)
	case t.name == "ruby":
		d.ruby(x)
	case t.name == "fldChar":
		d.fieldMark(x, t)
	case t.name == "instrText":
		d.code(x)
	case t.name == "footnoteReference":
		d.note(x, t, "f")
	case t.name == "endnoteReference":
		d.note(x, t, "e")
	case d.fields.coding == 0 && !d.run.hidden:
		d.sign(x, t)
	}
}

// sign writes what stands for a character.
func (d *docx) sign(x *xmlScanner, t xmlToken) {
	p := &d.para
	switch n := t.end - t.start; t.name {
	case "tab", "ptab":
		d.w.blank(t.start, n, "\t")
	case "br", "cr":
		kind, _ := x.attr(t, "type")
		joined := p.joined && (kind == "" || kind == "textWrapping")
		d.w.lineBreak(t.start, n, d.w.kindOf(p.kind), p.level, joined)
	case "noBreakHyphen":
		d.show(t.start)
		d.w.put(t.start, n, "-")
	case "sym":
		d.symbol(x, t)
	}
}

// wordsOf writes the character data of w:t.
func (d *docx) wordsOf(x *xmlScanner, t xmlToken) {
	for depth := x.depth(); x.depth() >= depth; {
		k := x.next()
		if k.kind == xmlEOF {
			return
		}
		if k.kind == xmlText && k.end > k.start {
			from, to := k.start, k.end
			if keep, _ := x.attrIn(t, spaceXML, "space"); keep != "preserve" {
				from, to = trimmed(x.s, from, to)
			}
			d.wordsAt(x.s[:to], from, k.literal)
		}
	}
}

// trimmed leaves out the blanks at both ends of s[from:to].
func trimmed(s string, from, to int) (int, int) {
	words := strings.TrimLeft(s[from:to], " \t\r\n")
	from = to - len(words)
	return from, from + len(strings.TrimRight(words, " \t\r\n"))
}

// wordsAt writes the character data s[from:].
func (d *docx) wordsAt(s string, from int, literal bool) {
	words := s[from:]
	switch {
	case d.fields.coding > 0 || words == "":
		return
	case d.run.hidden:
		d.miss(&d.unread.hidden)
		return
	case strings.Trim(words, blanks) != "":
		d.show(from)
	}
	if d.run.raised && raisable(words) {
		for i := range len(words) {
			d.w.put(from+i, 1, raisedDigits[words[i]])
		}
		return
	}
	d.w.words(from, len(s), literal)
}

// raisable says whether s is a number and nothing else: 10² is not 102.
func raisable(s string) bool {
	for i := range len(s) {
		if raisedDigits[s[i]] == "" {
			return false
		}
	}
	return s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// ruby writes the wording below the small signs that say how it is spoken.
func (d *docx) ruby(x *xmlScanner) {
	outer := d.run
	for t := range x.children() {
		if t.name == "rubyBase" {
			d.inlines(x)
		}
	}
	d.run = outer
}

// formula writes the wording of a formula from left to right: a fraction with a
// stroke, an exponent raised.
func (d *docx) formula(x *xmlScanner, t xmlToken) {
	switch t.name {
	case "t":
		d.wordsOf(x, t)
		return
	case "den":
		d.show(t.start)
		d.w.put(t.start, t.end-t.start, "/")
	case "sup":
		d.run.raised = true
	}
	for k := range x.children() {
		switch {
		case k.space == spaceM:
			d.formula(x, k)
		case k.space == spaceW && k.name == "r":
			d.aRun(x)
		}
	}
	if t.name == "sup" {
		d.run.raised = false
	}
}

// note keeps a footnote or an endnote for the end of the paragraph.
func (d *docx) note(x *xmlScanner, t xmlToken, letter string) {
	id, _ := x.attr(t, "id")
	at, ok := d.notes[letter+id]
	if ok && d.fields.coding == 0 && !d.run.hidden {
		delete(d.notes, letter+id)
		d.hang(at, policy.Note)
	}
}

// graphics looks through a drawing: text boxes are kept for the end of the paragraph,
// what holds wording that is not read is counted.
func (d *docx) graphics(x *xmlScanner) {
	for t := range x.children() {
		switch {
		case t.space == spaceW && t.name == "txbxContent":
			d.hang(x.place(t), policy.Box)
			continue
		case t.space == spaceMC && t.name == "AlternateContent":
			choose(x, func() { d.graphics(x) })
			continue
		case t.space == spaceA && t.name == "blip", t.space == spaceV && t.name == "imagedata":
			d.miss(&d.unread.pictures)
		case t.space == spaceC && t.name == "chart", t.space == spaceO && t.name == "OLEObject", t.name == "relIds":
			d.miss(&d.unread.objects)
		}
		d.graphics(x)
	}
}
