package read

import "shuzheng/policy"

// A docStyleSheet is one style of the file.
type docStyleSheet struct {
	built int // number of a built-in style: 1 to 9 headings, 19 to 27 contents
	base  int
	mark  docMark
}

// Built-in styles, by their numbers.
const (
	builtHeading1 = 1
	builtHeading9 = 9
	builtTOC1     = 19
	builtTOC9     = 27
	builtTitle    = 62
	noBase        = 0xfff
)

// loadStyles reads the style sheet.
func (d *doc) loadStyles() {
	const maxStyles = 4095
	d.marks, d.chars = d.loadRanges(fibParaPages, true), d.loadRanges(fibCharPages, false)
	sheet := d.pair(fibStyles)
	info := sheet.u16(0)
	n, fixed := min(sheet.u16(2), maxStyles), sheet.u16(4)
	rest := sheet.cut(2+info, len(sheet))
	for range n {
		size := rest.u16(0)
		d.styles = append(d.styles, readStyleSheet(rest.cut(2, size), fixed))
		if rest = rest.cut(2+size, len(rest)); len(rest) == 0 {
			return
		}
	}
}

// readStyleSheet reads one style, whose fixed part has this many bytes.
func readStyleSheet(b octets, fixed int) docStyleSheet {
	s := docStyleSheet{base: noBase, mark: docMark{outline: -1, list: -1, level: -1}}
	if len(b) < 10 {
		return s
	}
	const paragraph = 1
	s.built, s.base = b.u16(0)&0xfff, b.u16(2)>>4
	if b.u16(2)&0xf != paragraph {
		return s
	}
	at := fixed + 2 + 2*b.u16(fixed) + 2 // behind the name
	list := b.cut(at+2, b.u16(at))
	list.cut(2, len(list)).each(s.mark.take)
	return s
}

// inherit fills in what a paragraph leaves to its style and to those it is based on,
// and says what the style makes of it.
func (d *doc) inherit(m *docMark) (kind policy.BlockKind, level int) {
	kind = policy.Paragraph
	for k, id := 0, m.style; k < maxBased && id < len(d.styles); k++ {
		s := &d.styles[id]
		switch {
		case kind != policy.Paragraph:
		case s.built >= builtHeading1 && s.built <= builtHeading9:
			if m.outline < 0 {
				m.outline = s.built - 1
			}
		case s.built >= builtTOC1 && s.built <= builtTOC9:
			kind = policy.Boilerplate
		case s.built == builtTitle:
			kind = policy.Title
		}
		m.inherit(&s.mark)
		id = s.base
	}
	if kind == policy.Paragraph && m.outline >= 0 && m.outline < 9 {
		return policy.Heading, m.outline + 1
	}
	return kind, 0
}

// inherit fills in what m leaves open.
func (m *docMark) inherit(from *docMark) {
	if m.outline < 0 {
		m.outline = from.outline
	}
	if m.list < 0 {
		m.list = from.list
	}
	if m.level < 0 {
		m.level = from.level
	}
	m.centred = m.centred || from.centred
}

// font is the name of a font by its index. The table of fonts holds entries of any
// length; the name stands at the same place in each.
func (d *doc) font(index int) string {
	const head, name = 4, 40
	table := d.pair(fibFonts)
	if index >= table.u16(0) {
		return ""
	}
	for table = table.cut(head, len(table)); index > 0 && len(table) > 0; index-- {
		table = table.cut(1+table.u8(0), len(table))
	}
	entry := table.cut(name, 1+table.u8(0)-name)
	var out []byte
	for i := 0; entry.u16(i) != 0; i += 2 {
		out = append(out, entry[i]) // fonts of symbols have names in ASCII
	}
	return string(out)
}
