package read

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A docxPart is a part whose wording is read, and its range in the text of all.
type docxPart struct {
	name     string
	from, to int
}

// scan starts a scanner inside the root element of a part.
func (d *docx) scan(p docxPart) *xmlScanner {
	x := scanXML(d.text.String(), p.from, p.to, d.opt)
	for {
		if t := x.next(); t.kind == xmlStart || t.kind == xmlEOF {
			return x
		}
	}
}

// load unpacks the parts and lays those with wording end to end.
func (d *docx) load() error {
	main := d.related("", "officeDocument", "word/document.xml")[0]
	var lay policy.Decoding
	n := 0
	var err error
	if d.body, err = d.lay(&lay, &n, main); err != nil {
		return err
	}
	dir := path.Dir(main)
	var notes []docxPart
	for _, kind := range []string{"footnotes", "endnotes"} {
		notes = append(notes, d.optional(&lay, &n, d.related(main, kind, path.Join(dir, kind+".xml"))[0]))
	}
	for _, kind := range []string{"header", "footer"} {
		names := d.related(main, kind, "")
		slices.Sort(names)
		for _, name := range slices.Compact(names) {
			d.furnitures = append(d.furnitures, d.optional(&lay, &n, name))
		}
	}
	d.text = lay.Text()
	d.notes = map[string]xmlPlace{}
	for i, p := range notes {
		d.findNotes(p, []string{"f", "e"}[i])
	}
	d.loadStyles(d.related(main, "styles", path.Join(dir, "styles.xml"))[0])
	d.loadNumbering(d.related(main, "numbering", path.Join(dir, "numbering.xml"))[0])
	return nil
}

// lay adds the part of this name to the text; n is the length of the text so far.
func (d *docx) lay(lay *policy.Decoding, n *int, name string) (docxPart, error) {
	b, err := d.zip.read(name)
	if err != nil {
		return docxPart{}, err
	}
	t, err := decodeXML(b)
	if err != nil {
		return docxPart{}, inPart(name, err)
	}
	for _, r := range t.damage {
		d.doc.Report(policy.Span{}, name+"："+r.what)
	}
	p := docxPart{name: name, from: *n}
	base := 0
	if k := len(d.origin); k > 0 {
		base = d.origin[k-1].base + d.origin[k-1].len
	}
	d.origin = append(d.origin, partRange{name: name, base: base, len: len(b)})
	layText(lay, t.text, len(b))
	*n += t.text.Len()
	p.to = *n
	return p, nil
}

// layText writes t, decoded from n bytes, behind what is there. Parts that are no
// UTF-8 are so rare that they may be copied a character at a time.
func layText(lay *policy.Decoding, t policy.Text, n int) {
	s := t.String()
	at := t.Span(0, 0).Start
	lay.Skip(at)
	if t.Span(0, len(s)).Len() == len(s) {
		lay.Copy(s)
		lay.Skip(n - at - len(s))
		return
	}
	for i, r := range s {
		w := t.Span(i, i+utf8.RuneLen(r)).Len()
		lay.Rune(r, w)
		at += w
	}
	lay.Skip(n - at)
}

// optional is lay for a part without which the document can be read.
func (d *docx) optional(lay *policy.Decoding, n *int, name string) docxPart {
	if name == "" || !d.zip.has(name) {
		return docxPart{}
	}
	p, err := d.lay(lay, n, name)
	if err != nil {
		d.doc.Report(policy.Span{}, err.Error())
	}
	return p
}

// related lists the parts to which the part of this name, "" for the package, is
// related in this way; usual where the relationships name none.
func (d *docx) related(name, kind, usual string) []string {
	dir, file := path.Split(name)
	rels := dir + "_rels/" + file + ".rels"
	var names []string
	if b, err := d.zip.readIf(rels); err == nil && b != nil {
		if t, err := decodeXML(b); err == nil {
			names = targets(t.text.String(), dir, kind, d.opt)
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool { return !d.zip.has(n) })
	if len(names) == 0 {
		names = append(names, usual)
	}
	return names
}

// readIf is read for a member that need not be there.
func (p *zipPackage) readIf(name string) ([]byte, error) {
	if !p.has(name) {
		return nil, nil
	}
	return p.read(name)
}

// targets lists the parts named by a list of relationships.
func targets(s, dir, kind string, opt Options) (names []string) {
	x := scanXML(s, 0, len(s), opt)
	for t := x.next(); t.kind != xmlEOF; t = x.next() {
		if t.kind != xmlStart || t.name != "Relationship" {
			continue
		}
		of, _ := x.attr(t, "Type")
		mode, _ := x.attr(t, "TargetMode")
		to, _ := x.attr(t, "Target")
		if strings.HasSuffix(of, "/"+kind) && mode != "External" {
			names = append(names, strings.TrimPrefix(path.Join("/"+dir, to), "/"))
			if strings.HasPrefix(to, "/") {
				names[len(names)-1] = strings.TrimPrefix(path.Clean(to), "/")
			}
		}
	}
	return names
}

// findNotes notes where the footnotes or endnotes of a part stand.
func (d *docx) findNotes(p docxPart, letter string) {
	if p.name == "" {
		return
	}
	x := d.scan(p)
	for t := range x.children() {
		kind, _ := x.attr(t, "type")
		id, _ := x.attr(t, "id")
		if t.space == spaceW && (kind == "" || kind == "normal") {
			d.notes[letter+id] = x.place(t)
		}
	}
	if x.err != nil {
		d.doc.Report(policy.Span{}, inPart(p.name, x.err).Error())
	}
}

// furniture writes the headers and footers, each wording once.
func (d *docx) furniture() {
	seen := map[string]bool{"": true}
	for _, p := range d.furnitures {
		if p.name == "" {
			continue
		}
		x := d.scan(p)
		if words := d.wording(d.scan(p)); !seen[words] {
			seen[words] = true
			d.part(x, docxPlace{kind: policy.Boilerplate})
		}
		if x.err != nil {
			d.doc.Report(d.w.here(), inPart(p.name, x.err).Error())
		}
	}
}

// wording is all that is written in what x scans, without blanks.
func (d *docx) wording(x *xmlScanner) string {
	var b strings.Builder
	for t := x.next(); t.kind != xmlEOF; t = x.next() {
		if t.kind == xmlText {
			for _, f := range strings.Fields(x.s[t.start:t.end]) {
				b.WriteString(f)
			}
		}
	}
	return b.String()
}

// part writes all of what x scans.
func (d *docx) part(x *xmlScanner, c docxPlace) {
	d.fields = wordFields{}
	d.blocks(x, c)
	d.w.endLine(c.kind, 0)
	d.flush()
}
