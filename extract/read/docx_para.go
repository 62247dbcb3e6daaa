package read

import (
	"strings"

	"shuzheng/policy"
)

// A docxPara is the paragraph being written.
type docxPara struct {
	kind    policy.BlockKind
	level   int
	joined  bool // its line breaks do not end a block
	centred bool
	size    int  // of its largest characters, in half points; 0 where nobody says
	at      int  // where it begins in the text
	wanted  bool // the number is still to be written
	num     *wordNum
	depth   int  // level in the list
	merged  bool // its end was deleted: the next one goes on with it
	written bool
	hidden  bool
	usual   int // size of characters that say nothing of it
}

// paragraph writes one paragraph, and behind it what hangs on it.
func (d *docx) paragraph(x *xmlScanner, t xmlToken, c docxPlace) {
	merged := d.para.merged
	d.para = docxPara{kind: c.kind, at: t.start}
	ready := false
	for k := range x.children() {
		if !ready {
			ready = true
			own, id := unsetStyle, d.styles.usual
			if k.space == spaceW && k.name == "pPr" {
				own, id = d.paragraphStyle(x, id)
			}
			d.enter(&own, id, c, merged)
			if k.name == "pPr" {
				continue
			}
		}
		d.inline(x, k)
	}
	d.leave(x, c)
}

// paragraphStyle reads w:pPr: what the paragraph asks for itself, and its style.
func (d *docx) paragraphStyle(x *xmlScanner, usual string) (docxStyle, string) {
	own, id := unsetStyle, usual
	for t := range x.children() {
		v, _ := x.attr(t, "val")
		switch t.name {
		case "pStyle":
			id = v
		case "outlineLvl":
			own.outline = boundedNumber(v, 9)
		case "jc":
			own.centred = v
		case "numPr":
			own.readNumber(x)
		case "rPr":
			for k := range x.children() {
				d.para.merged = d.para.merged || k.space == spaceW && k.name == "del"
			}
		}
	}
	return own, id
}

// enter says what the paragraph is, from its own properties and its style's.
func (d *docx) enter(own *docxStyle, styleID string, c docxPlace, merged bool) {
	p, style := &d.para, d.styles.get(styleID)
	p.hidden, p.usual = style.hidden == "1", style.size
	centred := own.centred
	if centred == "" {
		centred = style.centred
	}
	p.centred = centred == "center"
	p.joined = p.centred
	if c.kind == policy.Paragraph && !d.w.cells {
		d.rank(own, style)
	}
	if merged && d.w.last != 0 {
		return
	}
	p.num, p.depth = d.numberOf(own, styleID)
	p.wanted = p.num != nil
}

// rank makes headings, titles and tables of contents of the paragraphs whose style
// says so.
func (d *docx) rank(own, style *docxStyle) {
	p := &d.para
	level := own.outline
	if level < 0 {
		level = style.outline
	}
	switch {
	case strings.HasPrefix(style.name, "toc ") || style.name == "table of figures":
		p.kind = policy.Boilerplate
	case style.name == "title":
		p.kind, p.joined = policy.Title, true
	case level < 0 && strings.HasPrefix(style.name, "heading "):
		p.kind, p.level, p.joined = policy.Heading, max(boundedNumber(style.name[len("heading "):], 9), 1), true
	case level >= 0 && level < 9:
		p.kind, p.level, p.joined = policy.Heading, level+1, true
	}
}

// show is called before anything of the paragraph is written, at byte at.
func (d *docx) show(at int) {
	p := &d.para
	if !p.written {
		p.written = true
		if d.fields.tocs > 0 {
			p.kind = policy.Boilerplate
		}
	}
	if size := d.run.size; size > 0 {
		p.size = max(p.size, size)
	} else {
		p.size = max(p.size, p.usual)
	}
	if p.wanted {
		d.count(at)
	}
}

// count writes the paragraph's number, which stands for its beginning up to byte at.
func (d *docx) count(at int) {
	p := &d.para
	p.wanted = false
	d.w.count(p.num, p.depth, p.at, at)
}

// leave ends the paragraph. A cell that shows nothing but its number is numbered
// (序号), and an empty paragraph counts.
func (d *docx) leave(x *xmlScanner, c docxPlace) {
	p := &d.para
	switch {
	case p.wanted && !p.merged && d.w.cells:
		d.count(x.at)
	case p.wanted && !p.merged:
		p.num.next(p.depth)
	}
	for range d.fields.cut() {
		d.miss(&d.unread.codes)
	}
	if p.merged {
		return
	}
	d.w.endLine(d.w.titled(d.w.kindOf(p.kind), p.centred, p.size), p.level)
	if d.inTable == 0 {
		d.flush()
	}
}

// maxAsides is how many text boxes and notes may hang on one another.
const maxAsides = 4
