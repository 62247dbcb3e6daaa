package pdfium

import (
	"bytes"
	"encoding/binary"
)

// A stand-in for Chinese fonts. Files need not hold the fonts they use, and PDFium
// leaves out a character alone in its text object where no font of the system gives
// it an extent. This one gives every character the same box.

const (
	em      = 1000 // units
	ascent  = 880
	descent = -120
)

// boxFont is the font as a TrueType file.
func boxFont() []byte {
	glyph := boxGlyph()
	tables := []fontTable{
		{"OS/2", os2Table()},
		{"cmap", characterMap()},
		{"glyf", append(glyph, glyph...)},
		{"head", words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, em, 0, 0, 0, 0, 0, 0, 0, 0, 0, -ascentDown, em, ascent, 0, 8, 2, 0, 0)},
		{"hhea", words(1, 0, ascent, descent, 0, em, 0, 0, em, 1, 0, 0, 0, 0, 0, 0, 0, 2)},
		{"hmtx", words(em, 0, em, 0)},
		{"loca", words(0, len(glyph)/2, len(glyph))},
		{"maxp", words(1, 0, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
		{"name", nameTable("Shuzheng Box")},
		{"post", words(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	return fontFile(tables)
}

const ascentDown = -descent

// words are the numbers in two bytes each, high byte first.
func words(v ...int) []byte {
	b := make([]byte, 0, 2*len(v))
	for _, n := range v {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	return b
}

// boxGlyph is a rectangle over the whole em: one contour of four points.
func boxGlyph() []byte {
	b := words(1, 0, descent, em, ascent, 3, 0)
	b = append(b, 1, 1, 1, 1) // on the curve, coordinates in words
	b = append(b, words(0, em, 0, -em)...)
	b = append(b, words(descent, 0, em, 0)...)
	return append(b, 0, 0)[:(len(b)+3)&^3]
}

// covered are the ranges of characters that the font has: all but the private ones.
var covered = [][2]int{{0x21, 0x1fff}, {0x2000, 0x33ff}, {0x3400, 0x4dbf}, {0x4dc0, 0x9fff}, {0xa000, 0xd7ff}, {0xf900, 0xfffd}}

// characterMap maps all of covered to glyph 1: a table of format 4 whose ranges
// share one list of ones.
func characterMap() []byte {
	n := len(covered) + 1
	var ends, starts, deltas, offsets []byte
	longest := 0
	for i, r := range covered {
		ends, starts, deltas = append(ends, words(r[1])...), append(starts, words(r[0])...), append(deltas, 0, 0)
		offsets = append(offsets, words(2*(n-i))...)
		longest = max(longest, r[1]-r[0]+1)
	}
	ends, starts, deltas, offsets = append(ends, 0xff, 0xff), append(starts, 0xff, 0xff), append(deltas, 0, 1), append(offsets, 0, 0)
	body := bytes.Join([][]byte{words(0, 2*n, 8, 2, 2*n-8), ends, {0, 0}, starts, deltas, offsets, bytes.Repeat([]byte{0, 1}, longest)}, nil)
	table := append(words(4, len(body)+4), body...)
	return append(words(0, 1, 3, 1, 0, 12), table...)
}

// os2Table says that the font serves the East Asian code pages.
func os2Table() []byte {
	b := words(1, em, 400, 5, 0, 500, 500, 0, 0, 500, 500, 0, 0, 0, 0, 0)
	b = append(b, 2, 0, 5, 3, 0, 0, 0, 0, 0, 0)        // PANOSE
	b = append(b, words(0, 0, 0, 0, 0, 0, 0, 0)...)    // Unicode ranges
	b = append(b, "SZZZ"...)                           // vendor
	b = append(b, words(0x40, 0x2000, 0xffef)...)      // regular; first and last character
	b = append(b, words(ascent, descent, 0, em, 0)...) // line metrics
	return append(b, words(0x001e, 0, 0, 0)...)        // code pages 932, 936, 949, 950
}

// nameTable holds the family, the style, the full and the PostScript name, as
// Macintosh files have them: those PDFium reads.
func nameTable(name string) []byte {
	records := []struct {
		id   int
		text string
	}{{1, name}, {2, "Regular"}, {4, name}, {6, "ShuzhengBox"}}
	b := words(0, len(records), 6+12*len(records))
	var texts []byte
	for _, r := range records {
		b = append(b, words(1, 0, 0, r.id, len(r.text), len(texts))...)
		texts = append(texts, r.text...)
	}
	return append(b, texts...)
}

// A fontTable is one table of a font file.
type fontTable struct {
	tag  string
	data []byte
}

// fontFile puts tables, in the order of their tags, into a file.
func fontFile(tables []fontTable) []byte {
	b := words(1, 0, len(tables), 128, 3, len(tables)*16-128)
	at := len(b) + 16*len(tables)
	var body []byte
	for _, t := range tables {
		padded := append(t.data, make([]byte, -len(t.data)&3)...)
		sum := uint32(0)
		for i := 0; i < len(padded); i += 4 {
			sum += binary.BigEndian.Uint32(padded[i:])
		}
		b = append(b, t.tag...)
		b = binary.BigEndian.AppendUint32(b, sum)
		b = binary.BigEndian.AppendUint32(b, uint32(at+len(body)))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t.data)))
		body = append(body, padded...)
	}
	return append(b, body...)
}
