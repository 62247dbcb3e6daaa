package read

import "shuzheng/policy"

// blocks writes the paragraphs and tables right inside the open element.
func (d *docx) blocks(x *xmlScanner, c docxPlace) {
	for t := range x.children() {
		d.block(x, t, c)
	}
}

// block writes one child of a body, a cell, a note or a text box.
func (d *docx) block(x *xmlScanner, t xmlToken, c docxPlace) {
	switch {
	case t.space == spaceMC && t.name == "AlternateContent":
		choose(x, func() { d.blocks(x, c) })
	case t.space != spaceW:
	case t.name == "p":
		d.paragraph(x, t, c)
	case t.name == "tbl":
		d.table(x, x.place(t), c)
	case t.name == "sdt":
		contentControl(x, func(contents bool) {
			if contents {
				c.kind = policy.Boilerplate
			}
			d.blocks(x, c)
		})
	case t.name == "altChunk" || t.name == "subDoc":
		d.miss(&d.unread.objects)
	case transparent[t.name]:
		d.blocks(x, c)
	}
}

// transparent are the elements that only stand around their content: the body and
// the single notes, insertions, marks of meaning.
var transparent = map[string]bool{
	"body": true, "ins": true, "moveTo": true, "customXml": true, "smartTag": true, "hyperlink": true, "dir": true, "bdo": true,
}

// choose goes into the first alternative that a document offers; the others say the
// same again.
func choose(x *xmlScanner, inside func()) {
	chosen := false
	for t := range x.children() {
		if !chosen && (t.name == "Choice" || t.name == "Fallback") {
			chosen = true
			inside()
		}
	}
}

// contentControl goes into the content of a content control; contents says that it holds
// a table of contents. What only asks the user to write something is passed over.
func contentControl(x *xmlScanner, inside func(contents bool)) {
	contents, asks := false, false
	for t := range x.children() {
		switch t.name {
		case "sdtPr":
			contents, asks = controlKind(x)
		case "sdtContent":
			if !asks {
				inside(contents)
			}
		}
	}
}

// controlKind reads the properties of a content control.
func controlKind(x *xmlScanner) (contents, asks bool) {
	for t := range x.children() {
		switch t.name {
		case "showingPlcHdr":
			v, _ := x.attr(t, "val")
			asks = onOff(v) == "1"
		case "docPartObj", "docPartList":
			for k := range x.children() {
				v, _ := x.attr(k, "val")
				contents = contents || k.name == "docPartGallery" && v == "Table of Contents"
			}
		}
	}
	return contents, asks
}

// hang keeps a text box or a note for the end of the paragraph it hangs on.
func (d *docx) hang(at xmlPlace, kind policy.BlockKind) {
	if d.para.kind == policy.Boilerplate {
		kind = policy.Boilerplate
	}
	d.pending = append(d.pending, docxAside{at: at, kind: kind})
}

// flush writes the text boxes, notes and inner tables that wait.
func (d *docx) flush() {
	waiting := d.pending
	d.pending = nil
	if len(waiting) == 0 {
		return
	}
	para, fields := d.para, d.fields
	d.asides++
	for _, a := range waiting {
		if d.asides > maxAsides {
			d.miss(&d.unread.deep)
			continue
		}
		if a.table {
			d.table(a.at.scan(), a.at, docxPlace{kind: policy.Paragraph})
		} else {
			d.part(a.at.scan(), docxPlace{kind: a.kind})
		}
	}
	d.asides--
	d.para, d.fields = para, fields
	d.para.merged = false
}
