package read

// fieldMark takes the beginning, the middle or the end of a field.
func (d *docx) fieldMark(x *xmlScanner, t xmlToken) {
	switch kind, _ := x.attr(t, "fldCharType"); kind {
	case "begin":
		d.fields.begin(t.start)
	case "separate":
		d.fields.separate()
	case "end":
		if sign, at := d.fields.end(); sign != "" {
			d.show(at)
			d.w.put(at, t.end-at, sign)
		}
	}
}

// code adds to the instruction of the field that is open.
func (d *docx) code(x *xmlScanner) {
	for depth := x.depth(); x.depth() >= depth; {
		k := x.next()
		if k.kind == xmlEOF {
			return
		}
		if k.kind == xmlText {
			d.fields.add(plainXML(x.s[k.start:min(k.end, k.start+maxCode)]))
		}
	}
}

// simpleField writes the result of a field that is an element.
func (d *docx) simpleField(x *xmlScanner, code string) {
	toc := isContents(code)
	if toc {
		d.fields.tocs++
	}
	d.inlines(x)
	if toc {
		d.fields.tocs--
	}
}
