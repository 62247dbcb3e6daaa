package read

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// The characters that mean something of their own.
const (
	docPicture   = 0x01
	docNoteRef   = 0x02
	docCellMark  = 0x07
	docObject    = 0x08
	docBreak     = 0x0b
	docPage      = 0x0c
	docParagraph = 0x0d
	docColumn    = 0x0e
	docFieldFrom = 0x13
	docFieldMid  = 0x14
	docFieldTo   = 0x15
	docHyphen    = 0x1e
	docSymbol    = 0x28
)

// A docText is a paragraph of the text.
type docText struct {
	from, to int // its wording, without the mark
	behind   int // the mark
	piece    int // that it begins in
	fc       int // and where in the stream
	end      rune
	mark     docMark
	kind     policy.BlockKind
	level    int // of a heading
	size     int // of its largest characters, in half points
}

// paragraphs cuts the text from byte from to to into paragraphs.
func (d *doc) paragraphs(from, to int) (all []docText) {
	s := d.text.String()
	open := docText{from: from, piece: -1}
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.end <= from || p.at >= to {
			continue
		}
		at, fc := p.at, p.fc
		p.runes(d.main.cut(p.fc, p.size()), func(r rune, n int) {
			if at >= from && at < to {
				if open.piece < 0 {
					open.piece, open.fc = i, fc
				}
				if r == docParagraph || r == docCellMark || r == docPage {
					open.to, open.behind, open.end = at, at+1, r
					open.mark = d.markAt(fc, p.change)
					all = append(all, open)
					open = docText{from: at + 1, piece: -1}
				}
			}
			at += utf8.RuneLen(r)
			fc += n
		})
	}
	if open.piece >= 0 && open.from < to {
		open.to, open.behind, open.end = min(to, len(s)), min(to, len(s)), docParagraph
		open.mark = docMark{outline: -1, list: -1, level: -1}
		all = append(all, open)
	}
	return all
}

// write writes the stories that are read: the text with its notes, then text boxes,
// then headers and footers.
func (d *doc) write() {
	var cps []int
	for story := range storyHeaderBoxes + 2 {
		cps = append(cps, d.fib.start(story))
	}
	at := d.offsets(cps)
	d.noteText = append(d.paragraphs(at[storyFootnotes], at[storyHeaders]), d.paragraphs(at[storyEndnotes], at[storyBoxes])...)
	d.story(d.paragraphs(0, at[storyFootnotes]), policy.Paragraph)
	d.story(d.paragraphs(at[storyBoxes], at[storyHeaderBoxes]), policy.Box)
	d.furniture(d.paragraphs(at[storyHeaders], at[storyMacros]))
}

// story writes paragraphs and the tables among them.
func (d *doc) story(all []docText, kind policy.BlockKind) {
	d.fields = wordFields{}
	for i := 0; i < len(all); {
		if n := rowsOf(all[i:]); n > 0 {
			d.tableOf(all[i:i+n], kind)
			i += n
			continue
		}
		d.paragraph(&all[i], kind)
		i++
	}
	d.w.endLine(kind, 0)
}

// furniture writes headers and footers, each wording once.
func (d *doc) furniture(all []docText) {
	seen := map[string]bool{"": true}
	for i := range all {
		words := strings.Join(strings.Fields(d.w.s[all[i].from:all[i].to]), "")
		if !seen[words] {
			seen[words] = true
			d.story(all[i:i+1], policy.Boilerplate)
		}
	}
}

// paragraph writes a paragraph that stands in no table, and the notes it names.
func (d *doc) paragraph(p *docText, kind policy.BlockKind) {
	of, level := d.inherit(&p.mark)
	if p.kind = kind; kind == policy.Paragraph {
		p.kind, p.level = of, level
	}
	notes := d.words(p)
	d.w.endLine(d.w.titled(d.w.kindOf(p.kind), p.mark.centred, p.size), p.level)
	d.writeNotes(notes)
}
