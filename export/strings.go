package export

import "shuzheng/policy"

// A stringTable is the texts that cells refer to by number, as spreadsheets keep them
// themselves: a sentence with five figures stands in it once, and so does the name of a
// document or 等于. It is written like the rows of a worksheet, and remembers a bounded number
// of texts: one that was forgotten is written again.
type stringTable struct {
	body
	n      int                     // texts written
	recent [1 << recentBits]recent // by recentPlace
	sealed bool                    // cells keep their texts from now on
}

// A recent is a text of the table.
type recent struct {
	text  []byte
	place int // in the table, from 1; 0 for none
}

const (
	recentBits = 12

	// longestShared is how many bytes a text in the table has at most: so its memory is bounded.
	longestShared = 2048
)

// share puts a cell's text into the table, unless it stands there.
func (t *stringTable) share(c *cell) error {
	if t == nil || t.sealed || c.kind != textCell || len(c.text) > longestShared {
		return nil
	}
	r := &t.recent[recentPlace(c.text)]
	known := r.place > 0 && string(r.text) == c.text
	if !known {
		t.add(c.text)
		r.text, r.place = append(r.text[:0], c.text...), t.n
	}
	c.kind, c.n = sharedCell, r.place-1
	if known {
		return nil
	}
	return t.drain()
}

func (t *stringTable) add(s string) {
	t.raw(`<si>`)
	t.text(s)
	t.raw(`</si>`)
	t.n++
}

// recentPlace tells texts apart by their length and the sixteen bytes at each end, the same on
// every machine.
func recentPlace(s string) uint64 {
	h := uint64(len(s))
	switch n := len(s); {
	case n < 8:
		h = mix(h, few(s))
	case n < 16:
		h = mix(mix(h, policy.Word(s)), policy.Word(s[n-8:]))
	default:
		h = mix(mix(mix(mix(h, policy.Word(s)), policy.Word(s[8:])), policy.Word(s[n-16:])), policy.Word(s[n-8:]))
	}
	return h * 0x9E3779B97F4A7C15 >> (64 - recentBits)
}

func mix(h, w uint64) uint64 {
	h = (h ^ w) * 0x9E3779B97F4A7C15
	return h ^ h>>32
}

const (
	stringsPath   = "xl/sharedStrings.xml"
	relationsPath = "xl/_rels/workbook.xml.rels"

	stringsHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
	stringsTail = `</sst>`

	stringsType = `<Override PartName="/` + stringsPath + `" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>`
	stringsLink = `<Relationship Id="strings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>`
)
