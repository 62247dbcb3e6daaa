package read

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// A docMaker writes files of Word 97: one story, its paragraphs with their properties,
// its pieces as asked for.
type docMaker struct {
	paras []madePara
	notes []madePara // footnotes, one for each character 2 of the paragraphs

	narrow  bool // pieces of a byte a character
	pieces  int  // how many the text is cut into; 0 means 1
	reverse bool // pieces lie in the file from the last to the first
	flags   uint16
	version uint16
	lid     uint16
	change  []byte // properties of the first piece, as fast-saved files have them
}

// A madePara is a paragraph; its runs are set as their properties say.
type madePara struct {
	runs  []madeRun
	end   rune // 13, or 7 for a cell and the end of a row
	props []byte
}

type madeRun struct {
	text  string
	props []byte
}

// sprm is a property with its operand.
func sprm(op int, operand ...byte) []byte {
	b := []byte{byte(op), byte(op >> 8)}
	switch {
	case op == sprmRow:
		b = append(b, byte(len(operand)+1), byte((len(operand)+1)>>8))
	case op>>13 == 6:
		b = append(b, byte(len(operand)))
	}
	return append(b, operand...)
}

// plainPara is a paragraph of one run.
func plainPara(text string, props ...byte) madePara {
	return madePara{runs: []madeRun{{text, nil}}, end: docParagraph, props: props}
}

// cellOf is a cell of one paragraph, rowEnd the end of a row whose cells have these
// edges and joins.
func cellOf(text string) madePara {
	p := plainPara(text, sprm(sprmInTable, 1)...)
	p.end = docCellMark
	return p
}

func rowEnd(edges []int, joins []uint16) madePara {
	row := []byte{byte(len(edges) - 1)}
	for _, e := range edges {
		row = binary.LittleEndian.AppendUint16(row, uint16(e))
	}
	for _, j := range joins {
		row = append(binary.LittleEndian.AppendUint16(row, j), make([]byte, 18)...)
	}
	props := slices.Concat(sprm(sprmInTable, 1), sprm(sprmRowEnd, 1), sprm(sprmRow, row...))
	return madePara{runs: []madeRun{{"", nil}}, end: docCellMark, props: props}
}

// A madeRange is a stretch of characters with properties.
type madeRange struct {
	cp, end int
	props   []byte
}

// streams are the text and the tables.
func (m *docMaker) streams() (main, table []byte) {
	var text []uint16
	var paras, runs []madeRange
	var refs, noteStarts []int
	add := func(p madePara) {
		from := len(text)
		for _, r := range p.runs {
			at := len(text)
			for _, u := range utf16.Encode([]rune(r.text)) {
				if u == docNoteRef {
					refs = append(refs, len(text))
				}
				text = append(text, u)
			}
			runs = append(runs, madeRange{at, len(text), r.props})
		}
		text = append(text, uint16(p.end))
		runs = append(runs, madeRange{len(text) - 1, len(text), nil})
		paras = append(paras, madeRange{from, len(text), p.props})
	}
	for _, p := range m.paras {
		add(p)
	}
	mainLength := len(text)
	for _, p := range m.notes {
		noteStarts = append(noteStarts, len(text)-mainLength)
		add(p)
	}
	noteStarts = append(noteStarts, len(text)-mainLength)
	return m.layOut(text, mainLength, paras, runs, refs, noteStarts)
}

// layOut puts the pieces, the pages of properties and the tables in their places.
func (m *docMaker) layOut(text []uint16, mainLength int, paras, runs []madeRange, refs, noteStarts []int) (main, table []byte) {
	const start = 2048
	main = make([]byte, start)
	n := max(m.pieces, 1)
	cps, fcs := []int{}, make([]int, n)
	for k := range n + 1 {
		cps = append(cps, len(text)*k/n)
	}
	order := make([]int, n)
	for k := range order {
		order[k] = k
		if m.reverse {
			order[k] = n - 1 - k
		}
	}
	place := make([]int, len(text)+1) // by character: its byte
	for _, k := range order {
		fcs[k] = len(main)
		for cp := cps[k]; cp < cps[k+1]; cp++ {
			place[cp] = len(main)
			if m.narrow {
				main = append(main, byte(text[cp]))
			} else {
				main = binary.LittleEndian.AppendUint16(main, text[cp])
			}
		}
	}
	put := func(k int, b []byte) {
		binary.LittleEndian.PutUint32(main[0x9a+8*k:], uint32(len(table)))
		binary.LittleEndian.PutUint32(main[0x9a+8*k+4:], uint32(len(b)))
		table = append(table, b...)
	}
	main = append(main, make([]byte, 512-len(main)%512)...)
	var pages []byte
	main, pages = m.pages(main, paras, place, true)
	put(fibParaPages, pages)
	main, pages = m.pages(main, runs, place, false)
	put(fibCharPages, pages)
	put(fibPieces, m.clx(cps, fcs))
	put(fibFonts, slices.Concat([]byte{2, 0, 0, 0}, madeFont("SimSun"), madeFont("Wingdings")))
	if len(m.notes) > 0 {
		put(fibNoteRefs, append(ints(append(refs, mainLength)), make([]byte, 2*len(refs))...))
		put(fibNotes, ints(append(noteStarts, noteStarts[len(noteStarts)-1])))
	}
	m.fib(main, mainLength, len(text)-mainLength)
	return main, table
}

// ints are numbers of four bytes.
func ints(ns []int) (b []byte) {
	for _, n := range ns {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	return b
}

// madeFont is an entry of the table of fonts.
func madeFont(name string) []byte {
	b := append(make([]byte, 40), utf16Name(name+"\x00")...)
	b[0] = byte(len(b) - 1)
	return b
}

// fib fills in the head of the stream.
func (m *docMaker) fib(main []byte, text, notes int) {
	put := binary.LittleEndian.PutUint16
	put(main, 0xa5ec)
	put(main[2:], 0xc1)
	if m.version != 0 {
		put(main[2:], m.version)
	}
	put(main[6:], m.lid)
	put(main[10:], 0x200|m.flags)
	binary.LittleEndian.PutUint32(main[0x4c:], uint32(text))
	binary.LittleEndian.PutUint32(main[0x50:], uint32(notes))
}

// clx is the piece table.
func (m *docMaker) clx(cps, fcs []int) []byte {
	plc := ints(cps)
	for k, fc := range fcs {
		change := uint16(0)
		if k == 0 && m.change != nil {
			change = 1
		}
		if m.narrow {
			fc = fc*2 | 1<<30
		}
		plc = append(binary.LittleEndian.AppendUint32(append(plc, 0, 0), uint32(fc)), byte(change), 0)
	}
	var clx []byte
	if m.change != nil {
		clx = append(append(clx, 1, byte(len(m.change)), 0), m.change...)
	}
	clx = binary.LittleEndian.AppendUint32(append(clx, 2), uint32(len(plc)))
	return append(clx, plc...)
}

// pages writes ranges into pages of 512 bytes, one range a page.
func (m *docMaker) pages(main []byte, ranges []madeRange, place []int, paragraphs bool) (grown, table []byte) {
	size := 2
	if m.narrow {
		size = 1
	}
	var starts, numbers []int
	for _, r := range ranges {
		if r.cp == r.end {
			continue
		}
		from, to := place[r.cp], place[r.end-1]+size
		if to < from { // a piece ends inside the range
			to = from + size
		}
		page := make([]byte, 512)
		binary.LittleEndian.PutUint32(page, uint32(from))
		binary.LittleEndian.PutUint32(page[4:], uint32(to))
		page[511] = 1
		if paragraphs {
			list := append([]byte{0, 0}, r.props...)
			list = append(list, make([]byte, len(list)%2)...)
			page[8] = 32
			page[65] = byte(len(list) / 2)
			copy(page[66:], list)
		} else if r.props != nil {
			page[8] = 32
			page[64] = byte(len(r.props))
			copy(page[65:], r.props)
		}
		starts, numbers = append(starts, from), append(numbers, len(main)/512)
		main = append(main, page...)
	}
	return main, append(ints(append(starts, 1<<20)), ints(numbers)...)
}

// file is the whole compound file.
func (m *docMaker) file() []byte {
	main, table := m.streams()
	return compoundOf(compoundEntry{docStream, main}, compoundEntry{"1Table", table})
}

// An compoundEntry is a stream of a compound file.
type compoundEntry struct {
	name string
	b    []byte
}

// compoundOf packs streams into a compound file of version 3. Streams are padded to the
// size from which they have sectors of their own.
func compoundOf(entries ...compoundEntry) []byte {
	const sector, small, free, last, fatMark = 512, 4096, 0xffffffff, 0xfffffffe, 0xfffffffd
	var body []byte
	var fat []uint32
	add := func(b []byte) (start int) {
		start = len(fat)
		for i := 0; i < len(b); i += sector {
			body = append(body, b[i:min(i+sector, len(b))]...)
			body = append(body, make([]byte, (sector-len(body)%sector)%sector)...)
			fat = append(fat, uint32(len(fat)+1))
		}
		fat[len(fat)-1] = last
		return start
	}
	dir := oleName("Root Entry", 5, free, 1, last, 0)
	for k, e := range entries {
		b := append(slices.Clone(e.b), make([]byte, max(small-len(e.b), 0))...)
		right := uint32(free)
		if k+1 < len(entries) {
			right = uint32(k + 2)
		}
		dir = append(dir, oleName(e.name, 2, right, free, uint32(add(b)), len(b))...)
	}
	dir = append(dir, bytes.Repeat(make([]byte, 128), (4-len(dir)/128%4)%4)...)
	dirStart := add(dir)
	n := len(fat)/127 + 1
	head := make([]byte, sector)
	copy(head, oleMagic)
	for at, v := range map[int]uint16{24: 0x3e, 26: 3, 28: 0xfffe, 30: 9, 32: 6, 44: uint16(n)} {
		binary.LittleEndian.PutUint16(head[at:], v)
	}
	for at, v := range map[int]uint32{48: uint32(dirStart), 56: small, 60: last, 68: last} {
		binary.LittleEndian.PutUint32(head[at:], v)
	}
	for k := range 109 {
		binary.LittleEndian.PutUint32(head[76+4*k:], free)
		if k < n {
			binary.LittleEndian.PutUint32(head[76+4*k:], uint32(len(fat)+k))
		}
	}
	for range n {
		fat = append(fat, fatMark)
	}
	for len(fat)%128 != 0 {
		fat = append(fat, free)
	}
	for _, v := range fat {
		body = binary.LittleEndian.AppendUint32(body, v)
	}
	return append(head, body...)
}

// oleName is an entry of the directory.
func oleName(name string, kind byte, right, child, start uint32, size int) []byte {
	b := make([]byte, 128)
	copy(b, utf16Name(name))
	binary.LittleEndian.PutUint16(b[64:], uint16(2*len(name)+2))
	b[66], b[67] = kind, 1
	for at, v := range map[int]uint32{68: 0xffffffff, 72: right, 76: child, 116: start, 120: uint32(size)} {
		binary.LittleEndian.PutUint32(b[at:], v)
	}
	return b
}
