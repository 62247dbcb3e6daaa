package read

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A docLine is a paragraph whose characters are being written.
type docLine struct {
	*doc
	p      *docText
	set    docChars
	from   int // wording that waits to be written begins here
	at     int
	number bool // still to be written
	shown  bool // something was written
	notes  []int
}

// words writes the wording of a paragraph and gives the notes it names.
func (d *doc) words(p *docText) []int {
	l := docLine{doc: d, p: p, from: p.from, at: p.from}
	num := d.lists[p.mark.list]
	l.number = num != nil
	for i := p.piece; i >= 0 && i < len(d.pieces) && l.at < p.to; i++ {
		piece := &d.pieces[i]
		fc, at := piece.fc, piece.at
		raw := d.main.cut(piece.fc, piece.size())
		if i == p.piece {
			raw, fc, at = d.main.cut(p.fc, piece.fc+piece.size()-p.fc), p.fc, p.from
		}
		l.set = docChars{from: -1, to: -1}
		l.run(piece, raw, fc, at)
	}
	l.flush()
	if l.number && d.w.cells {
		d.w.count(num, max(p.mark.level, 0), p.from, p.to)
	} else if l.number {
		num.next(max(p.mark.level, 0))
	}
	for range d.fields.cut() {
		d.unread.codes++
	}
	return l.notes
}

// run writes what a piece has of the paragraph, from byte fc of the stream on, which
// is byte at of the text.
func (l *docLine) run(piece *docPiece, raw []byte, fc, at int) {
	for len(raw) > 0 && at < l.p.to {
		r, n := piece.first(raw)
		if fc < l.set.from || fc >= l.set.to {
			l.flush()
			l.set = l.charsAt(fc, piece.change)
			switch {
			case l.set.deleted:
				l.unread.deleted++
			case l.set.hidden:
				l.unread.hidden++
			}
		}
		l.at = at
		size := utf8.RuneLen(r)
		l.one(r, size)
		raw, fc, at = raw[n:], fc+n, at+size
		l.at = at
	}
}

// first is the first character of raw and its length in bytes.
func (p *docPiece) first(raw []byte) (rune, int) {
	switch {
	case p.gbk:
		return gbTable().first(raw)
	case !p.narrow:
		r, n, _ := utf16Rune(raw, false)
		return r, n
	case raw[0] >= 0x80 && raw[0] < 0xa0:
		return ansiRunes[raw[0]-0x80], 1
	}
	return rune(raw[0]), 1
}

// one takes the character at byte at.
func (l *docLine) one(r rune, n int) {
	if r >= ' ' && (r != docSymbol || l.set.symbol == 0) && !l.set.raised {
		return // waits with its neighbours
	}
	l.flush()
	l.from = l.at + n
	if l.set.deleted {
		return
	}
	switch r {
	case docFieldFrom:
		l.fields.begin(l.at)
	case docFieldMid:
		l.fields.separate()
	case docFieldTo:
		if sign, from := l.fields.end(); sign != "" {
			l.put(from, l.at+n-from, sign)
		}
	case docNoteRef:
		l.note()
	default:
		if l.fields.coding == 0 && !l.set.hidden {
			l.sign(r, n)
		}
	}
}

// sign writes what stands for a character.
func (l *docLine) sign(r rune, n int) {
	switch {
	case r == docPicture, r == docObject:
		if l.set.special {
			l.unread.pictures++
		}
	case r == docBreak, r == docColumn:
		joined := l.p.mark.centred && r == docBreak || l.p.kind == policy.Heading || l.p.kind == policy.Title
		l.w.lineBreak(l.at, n, l.w.kindOf(l.p.kind), l.p.level, joined)
	case r == '\t':
		l.w.blank(l.at, n, "")
	case r == docHyphen:
		l.put(l.at, n, "-")
	case r == docSymbol && l.set.symbol != 0:
		sign := symbolSign(l.font(l.set.font), rune(l.set.symbol))
		if sign == "" {
			sign, l.unread.symbols = "\uFFFD", l.unread.symbols+1
		}
		l.put(l.at, n, sign)
	case r >= '0' && r <= '9' && l.set.raised:
		l.put(l.at, n, raisedDigits[byte(r)])
	case r >= ' ':
		l.put(l.at, n, "")
	}
}

// put writes n bytes of the text, behind the number of the paragraph.
func (l *docLine) put(at, n int, s string) {
	l.show(at)
	l.w.put(at, n, s)
}

// show is called before anything of the paragraph is written, at byte at of the text.
func (l *docLine) show(at int) {
	if !l.shown {
		l.shown = true
		if l.fields.tocs > 0 {
			l.p.kind = policy.Boilerplate
		}
	}
	l.p.size = max(l.p.size, l.set.size)
	if l.number {
		l.number = false
		l.w.count(l.lists[l.p.mark.list], max(l.p.mark.level, 0), l.p.from, at)
	}
}

// flush writes the wording that waits.
func (l *docLine) flush() {
	from, to := l.from, l.at
	l.from = l.at
	if from >= to || l.set.deleted {
		return
	}
	words := l.w.s[from:to]
	switch {
	case l.fields.coding > 0:
		l.fields.add(words)
	case l.set.hidden:
	default:
		if strings.Trim(words, blanks) != "" {
			l.show(from)
		}
		l.w.words(from, to, true)
	}
}
