package read

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
