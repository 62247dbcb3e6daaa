package read

import (
	"unicode/utf16"
	"unicode/utf8"

	"shuzheng/policy"
)

// A docPiece is a run of characters that lie together in the stream.
type docPiece struct {
	cp, n   int // first character, and how many
	fc      int // first byte in the stream
	narrow  bool
	gbk     bool // narrow, and in a Chinese code page
	change  octets
	at, end int // in the text
	base    int // in the text's base
}

// size is the length of the piece in bytes.
func (p *docPiece) size() int {
	if p.narrow {
		return p.n
	}
	return 2 * p.n
}

// readPieceTable reads the Clx: changes first, then the pieces.
func (d *doc) readPieceTable() error {
	const changes, pieces = 1, 2
	clx := d.pair(fibPieces)
	var grps []octets
	for clx.u8(0) == changes && len(clx) > 3 {
		n := clx.u16(1)
		grps = append(grps, clx.cut(3, n))
		clx = clx.cut(3+n, len(clx))
	}
	if clx.u8(0) != pieces {
		return brokenDOC("没有文字分段表", "there is no piece table")
	}
	table := clx.cut(5, int(min(clx.u32(1), 1<<30)))
	n := (len(table) - 4) / 12
	total := 0
	for k := range max(n, 0) {
		p, ok := d.piece(table, k, n, grps)
		if total += p.size(); !ok || total > 2*len(d.main)+1<<20 {
			return brokenDOC("文字分段表与文件长度不符", "the piece table does not fit the file")
		}
		d.pieces = append(d.pieces, p)
	}
	if len(d.pieces) == 0 {
		return brokenDOC("文字分段表是空的", "the piece table is empty")
	}
	return nil
}

// piece reads entry k of n of the piece table.
func (d *doc) piece(table octets, k, n int, grps []octets) (p docPiece, ok bool) {
	const narrow = 1 << 30
	p.cp = int(table.u32(4 * k))
	p.n = int(table.u32(4*k+4)) - p.cp
	at := 4*(n+1) + 8*k
	fc := table.u32(at + 2)
	p.fc = int(fc &^ (narrow | 1<<31))
	if p.narrow = fc&narrow != 0; p.narrow {
		p.fc /= 2
	}
	p.change = pieceChange(table.u16(at+6), grps)
	last := 0
	if len(d.pieces) > 0 {
		last = d.pieces[len(d.pieces)-1].cp + d.pieces[len(d.pieces)-1].n
	}
	return p, p.n >= 0 && p.n <= len(d.main) && p.cp == last && p.fc+p.size() <= len(d.main)
}

// pieceChange are the properties that a fast-saved file adds to a whole piece: one of
// the lists, or a property of a byte under a short number.
func pieceChange(prm int, grps []octets) octets {
	if prm&1 != 0 {
		if k := prm >> 1; k < len(grps) {
			return grps[k]
		}
		return nil
	}
	short := map[int]int{0x18: sprmInTable, 0x19: sprmRowEnd, 0x41: sprmDeleted}
	if op := short[prm>>1&0x7f]; op != 0 {
		return octets{byte(op), byte(op >> 8), byte(prm >> 8)}
	}
	return nil
}

// loadPieces decodes the text.
func (d *doc) loadPieces() {
	var lay policy.Decoding
	at, base := 0, 0
	for i := range d.pieces {
		p := &d.pieces[i]
		raw := d.main.cut(p.fc, p.size())
		p.gbk = p.narrow && d.fib.chinese && looksGBK(raw)
		p.at, p.base = at, base
		p.runes(raw, func(r rune, n int) {
			lay.Rune(r, n)
			at += utf8.RuneLen(r)
		})
		p.end = at
		base += len(raw)
	}
	d.text = lay.Text()
}

// runes calls do for the characters of the piece and the bytes of each.
func (p *docPiece) runes(raw []byte, do func(r rune, n int)) {
	t := (*hanTable)(nil)
	if p.gbk {
		t = gbTable()
	}
	for len(raw) > 0 {
		r, n := rune(raw[0]), 1
		switch {
		case p.gbk:
			r, n = t.first(raw)
		case !p.narrow:
			if r, n, _ = utf16Rune(raw, false); utf16.IsSurrogate(r) {
				r = utf8.RuneError
			}
		case r >= 0x80 && r < 0xa0:
			r = ansiRunes[r-0x80]
		}
		do(r, n)
		raw = raw[n:]
	}
}

// ansiRunes are the characters 0x80 to 0x9F of code page 1252.
var ansiRunes = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8d, 'Ž', 0x8f,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9d, 'ž', 'Ÿ',
}

// looksGBK says whether the bytes above ASCII are all pairs that stand for common Han
// or for Chinese marks. The format says that narrow pieces are Western; some programs
// write Chinese into them.
func looksGBK(raw []byte) bool {
	t := gbTable()
	pairs := 0
	for i := 0; i < len(raw); i++ {
		if raw[i] < 0x80 {
			continue
		}
		if i+1 == len(raw) || raw[i+1] < 0xa1 || raw[i] < 0xa1 {
			return false
		}
		r, n := t.first(raw[i:])
		han := r >= 0x4e00 && r < 0xa000
		if n != 2 || !han && raw[i] > 0xa3 || han && t.common[r-0x4e00] == 0 {
			return false
		}
		pairs++
		i++
	}
	return pairs >= 4
}

// offsets are the places in the text of characters, whose numbers must rise.
func (d *doc) offsets(cps []int) []int {
	at := make([]int, 0, len(cps))
	for i := range d.pieces {
		p := &d.pieces[i]
		if len(at) == len(cps) || cps[len(at)] >= p.cp+p.n {
			continue
		}
		text, cp := p.at, p.cp
		p.runes(d.main.cut(p.fc, p.size()), func(r rune, size int) {
			for len(at) < len(cps) && cps[len(at)] <= cp {
				at = append(at, text)
			}
			cp += max(size/p.unit(), 1)
			text += utf8.RuneLen(r)
		})
	}
	for len(at) < len(cps) {
		at = append(at, d.text.Len())
	}
	return at
}

// unit is the number of bytes of a character that counts one.
func (p *docPiece) unit() int {
	if p.narrow {
		return 1
	}
	return 2
}

// origin leads from the base back into the stream.
func (d *doc) origin() partOrigin {
	var o partOrigin
	for i := range d.pieces {
		if p := &d.pieces[i]; p.n > 0 {
			o = append(o, partRange{name: docStream, base: p.base, len: p.size(), at: p.fc})
		}
	}
	return o
}
