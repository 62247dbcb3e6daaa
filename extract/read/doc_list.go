package read

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// docFormats are the formats of numbers by their codes in the file.
var docFormats = [...]string{
	"decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText", "hex", "chicago",
	"ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth", "decimal", "japaneseLegal", "japaneseDigitalTenThousand",
	"decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung",
	"decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional",
	"ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand",
	"taiwaneseDigital", "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand",
}

// docFormat is the format of a code, none for 0xFF.
func docFormat(code int) string {
	switch {
	case code < len(docFormats):
		return docFormats[code]
	case code == 0xff:
		return "none"
	}
	return "decimal"
}

// maxLists is how many lists a file may define.
const maxLists = 4000

// loadLists reads the lists: their levels stand behind the table of lists, and the
// paragraphs name them by another table.
func (d *doc) loadLists() {
	d.lists = map[int]*wordNum{}
	table := d.pair(fibLists)
	n := min(table.u16(0), maxLists)
	const entry = 28
	rest := d.table.cut(d.pairStart(fibLists)+2+entry*n, len(d.table))
	byID := map[uint32]*wordList{}
	for k := range n {
		at := 2 + entry*k
		levels := maxLevels
		if table.u8(at+26)&1 != 0 {
			levels = 1
		}
		l := newWordList()
		for i := range levels {
			l.levels[i], rest = readDocLevel(rest)
		}
		byID[table.u32(at)] = l
	}
	d.loadOverrides(byID)
}

// pairStart is where entry k of the FIB begins in the table stream.
func (d *doc) pairStart(k int) int { return int(d.main.u32(0x9a + 8*k)) }

// readDocLevel reads one level and gives what follows it.
func readDocLevel(b octets) (wordLevel, octets) {
	const fixed = 28
	l := wordLevel{start: int(b.u32(0) & 0x7fff), format: docFormat(b.u8(4)), restart: -1}
	flags := b.u8(5)
	l.legal = flags&4 != 0
	if flags&8 != 0 {
		l.restart = b.u8(26)
	}
	l.behind = [...]string{"tab", "space", "nothing", "tab"}[b.u8(15)&3]
	at := fixed + b.u8(24) + b.u8(25)
	n := b.u16(at)
	l.text = levelText(b.cut(at+2, 2*n))
	return l, b.cut(at+2+2*n, len(b))
}

// levelText writes the numbers of levels, characters 0 to 8, as %1 to %9.
func levelText(b octets) string {
	var units []uint16
	for i := 0; i+2 <= len(b) && i < 200; i += 2 {
		units = append(units, uint16(b.u16(i)))
	}
	var out strings.Builder
	for _, r := range utf16.Decode(units) {
		if r < maxLevels {
			out.WriteString("%" + strconv.Itoa(int(r)+1))
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// loadOverrides reads the table by which paragraphs name lists, with what each has
// of its own.
func (d *doc) loadOverrides(byID map[uint32]*wordList) {
	const entry = 16
	table := d.pair(fibListsOfParas)
	n := int(min(table.u32(0), maxLists))
	rest := table.cut(4+entry*n, len(table))
	for k := range n {
		at := 4 + entry*k
		num := &wordNum{list: byID[table.u32(at)], levels: map[int]wordLevel{}, starts: map[int]int{}}
		rest = num.readOwn(rest.cut(4, len(rest)), table.u8(at+12))
		if num.list != nil {
			d.lists[k+1] = num
		}
	}
}

// readOwn reads n levels of a list's own and gives what follows them.
func (n *wordNum) readOwn(b octets, levels int) octets {
	for range min(levels, maxLevels) {
		start, flags := int(b.u32(0)&0x7fff), b.u32(4)
		k := int(flags & 15)
		b = b.cut(8, len(b))
		if flags&0x20 != 0 {
			var l wordLevel
			if l, b = readDocLevel(b); k < maxLevels {
				n.levels[k] = l
			}
		}
		if flags&0x10 != 0 && k < maxLevels {
			n.starts[k] = start
		}
	}
	return b
}
