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
