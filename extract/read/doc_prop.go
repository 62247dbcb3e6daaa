package read

import "sort"

// A docRange says which properties hold for a stretch of the stream.
type docRange struct {
	from, to int // bytes of the stream
	style    int // of a paragraph
	props    octets
}

// The properties that are asked for, by their numbers in [MS-DOC].
const (
	sprmDeleted    = 0x0800
	sprmHidden     = 0x083c
	sprmSpecial    = 0x0855
	sprmRaised     = 0x2a48
	sprmSize       = 0x4a43
	sprmSymbol     = 0x6a09
	sprmCentred    = 0x2403
	sprmCentred2   = 0x2461
	sprmInTable    = 0x2416
	sprmRowEnd     = 0x2417
	sprmDepth      = 0x6649
	sprmInnerCell  = 0x244b
	sprmInnerRow   = 0x244c
	sprmOutline    = 0x2640
	sprmListLevel  = 0x260a
	sprmList       = 0x460b
	sprmRow        = 0xd608
	sprmRowMerge   = 0x5624
	sprmCellMerge  = 0xd62b
	sprmHeaderRow  = 0x3404
	sprmElsewhere  = 0x6646
	sprmElsewhere2 = 0x6645
	sprmTabs       = 0xc615
	sprmOldRow     = 0xd606
)

// each calls do for every property of a list, with its operand.
func (b octets) each(do func(op int, operand octets)) {
	for len(b) >= 3 {
		op := b.u16(0)
		b = b[2:]
		n := [...]int{1, 1, 2, 4, 2, 2, 0, 3}[op>>13]
		skip := 0
		switch {
		case op == sprmRow || op == sprmOldRow:
			skip, n = 2, b.u16(0)-1
		case op == sprmTabs && b.u8(0) == 255:
			return // its length has to be counted, and nothing of use follows
		case op>>13 == 6:
			skip, n = 1, b.u8(0)
		}
		if n < 0 || skip+n > len(b) {
			return
		}
		do(op, b[skip:skip+n])
		b = b[skip+n:]
	}
}

// loadRanges reads the pages that entry k of the FIB names: properties of characters,
// or of paragraphs.
func (d *doc) loadRanges(k int, paragraphs bool) []docRange {
	const page, number = 512, 0x3fffff
	pages := d.pair(k)
	n := (len(pages) - 4) / 8
	var ranges []docRange
	for i := range max(n, 0) {
		at := int(pages.u32(4*(n+1)+4*i)&number) * page
		if p := d.main.cut(at, page); len(p) == page {
			ranges = d.page(ranges, p, paragraphs)
		}
		if len(ranges) > len(d.main) {
			break // more than there are characters: pages are named twice
		}
	}
	sort.SliceStable(ranges, func(a, b int) bool { return ranges[a].from < ranges[b].from })
	return ranges
}

// page reads one page of ranges.
func (d *doc) page(ranges []docRange, p octets, paragraphs bool) []docRange {
	n := p.u8(511)
	for j := range n {
		r := docRange{from: int(p.u32(4 * j)), to: int(p.u32(4*j + 4))}
		if r.to <= r.from || r.to > len(d.main) {
			continue
		}
		if !paragraphs {
			if at := 2 * p.u8(4*(n+1)+j); at > 0 {
				r.props = p.cut(at+1, p.u8(at))
			}
		} else if at := 2 * p.u8(4*(n+1)+13*j); at > 0 {
			list := p.cut(at+1, 2*p.u8(at)-1)
			if p.u8(at) == 0 {
				list = p.cut(at+2, 2*p.u8(at+1))
			}
			r.style, r.props = list.u16(0), list.cut(2, len(list))
		}
		ranges = append(ranges, r)
	}
	return ranges
}

// rangeAt finds the range that holds byte fc of the stream; one of no properties, as
// far as it goes, where there is none.
func rangeAt(ranges []docRange, fc int) docRange {
	k := sort.Search(len(ranges), func(k int) bool { return ranges[k].from > fc })
	if k > 0 && fc < ranges[k-1].to {
		return ranges[k-1]
	}
	r := docRange{from: fc, to: 1 << 30}
	if k < len(ranges) {
		r.to = ranges[k].from
	}
	return r
}

// A docChars is how characters are set.
type docChars struct {
	from, to                int
	deleted, hidden, raised bool
	symbol, font            int // code of a symbol, and the font it is of
	size                    int // in half points, 0 where it says nothing
	special                 bool
}

// charsAt is how the character at byte fc of the stream is set.
func (d *doc) charsAt(fc int, change octets) docChars {
	r := rangeAt(d.chars, fc)
	c := docChars{from: r.from, to: r.to}
	take := func(op int, v octets) {
		switch op {
		case sprmDeleted:
			c.deleted = v.u8(0) != 0
		case sprmHidden:
			c.hidden = v.u8(0) == 1 || v.u8(0) == 0x81
		case sprmRaised:
			c.raised = v.u8(0) == 1
		case sprmSymbol:
			c.font, c.symbol = v.u16(0), v.u16(2)
		case sprmSize:
			c.size = v.u16(0)
		case sprmSpecial:
			c.special = v.u8(0) != 0
		}
	}
	r.props.each(take)
	change.each(take)
	return c
}

// A docMark is what the end of a paragraph says of it.
type docMark struct {
	style           int
	inTable, rowEnd bool
	depth           int // of tables
	innerCell       bool
	outline         int
	centred         bool
	list, level     int
	header          bool
	edges           []int // of a row: where its cells begin and the last one ends
	joins           []byte
}

// How a cell of a row goes on.
const (
	joinsLeft = 1 << iota
	joinsAbove
	joinsBelow // and begins there
)

// markAt reads the properties of the paragraph whose mark is at byte fc of the stream.
func (d *doc) markAt(fc int, change octets) docMark {
	r := rangeAt(d.marks, fc)
	m := docMark{style: r.style, outline: -1, list: -1, level: -1}
	var take func(op int, v octets)
	deep := 0
	take = func(op int, v octets) {
		if (op == sprmElsewhere || op == sprmElsewhere2) && deep == 0 {
			deep++ // a list too large for its page
			at := int(v.u32(0))
			d.data.cut(at+2, d.data.u16(at)).each(take)
			return
		}
		m.take(op, v)
	}
	r.props.each(take)
	change.each(take)
	return m
}

// take reads one property of a paragraph.
func (m *docMark) take(op int, v octets) {
	switch op {
	case sprmInTable:
		m.inTable = v.u8(0) != 0
	case sprmRowEnd:
		m.rowEnd = v.u8(0) != 0
	case sprmDepth:
		m.depth = int(min(v.u32(0), 100))
	case sprmInnerCell, sprmInnerRow:
		m.innerCell = true
	case sprmOutline:
		m.outline = v.u8(0)
	case sprmCentred, sprmCentred2:
		m.centred = v.u8(0) == 1
	case sprmList:
		m.list = v.u16(0)
	case sprmListLevel:
		m.level = v.u8(0)
	case sprmHeaderRow:
		m.header = v.u8(0) != 0
	case sprmRow:
		m.row(v)
	case sprmRowMerge:
		for k := v.u8(0) + 1; k < v.u8(1) && k < len(m.joins); k++ {
			m.joins[k] |= joinsLeft
		}
	case sprmCellMerge:
		if k := v.u8(0); k < len(m.joins) {
			m.joins[k] = m.joins[k]&^(joinsAbove|joinsBelow) | [4]byte{0, joinsAbove, 0, joinsBelow}[v.u8(1)&3]
		}
	}
}

// row reads the definition of a row: the edges of its cells and how they are merged.
func (m *docMark) row(v octets) {
	const cellSize, maxRow = 20, 63
	n := v.u8(0)
	if n > maxRow || len(v) < 1+2*(n+1) {
		return
	}
	m.edges, m.joins = make([]int, n+1), make([]byte, n)
	for k := range m.edges {
		m.edges[k] = int(int16(v.u16(1 + 2*k)))
	}
	for k := range n {
		flags := v.u16(1 + 2*(n+1) + cellSize*k)
		switch {
		case flags&0x40 != 0:
			m.joins[k] = joinsBelow
		case flags&0x20 != 0:
			m.joins[k] = joinsAbove
		}
		if flags&3 == 2 {
			m.joins[k] |= joinsLeft
		}
	}
}
