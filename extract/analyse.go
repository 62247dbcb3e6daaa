package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"unicode/utf8"

	"shuzheng/extract/platform"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// analyse finds the figures of a document whose blocks are known.
func analyse(doc *policy.Document, opt Options) {
	a := newArena()
	defer a.free()
	survey := a.content(doc)
	analyseIn(a, doc, &survey, opt)
}

// analyseIn is analyse with the survey of the Content.
func analyseIn(a *arena, doc *policy.Document, survey *policy.Survey, opt Options) {
	ts := sheets(doc, a)
	ps := append(passages(doc, a), proseCells(ts)...)
	findAll(ps)
	r := assignContext(doc, ps, opt, a)
	r.region()
	doc.Figures = make([]policy.Figure, 0, countFigures(ts, ps))
	for _, p := range ps {
		collect(doc, p, opt)
		doubts(doc, p)
	}
	placeCells(doc, doc.Figures)
	doc.Figures = cellFigures(doc.Figures, ts, r)
	inReadingOrder(doc)
	number(doc)
	concepts(doc)
	ledger(doc, survey, append(ps, labelCells(ts)...), a)
	platform.FindIn(doc, foldedBlocks(doc, ps, a))
}

// foldedBlocks lists the folded texts of the blocks, by ID, that the passages have.
func foldedBlocks(doc *policy.Document, ps []*passage, a *arena) []platform.Folded {
	out := slices.Grow(a.folded[:0], len(doc.Blocks))[:len(doc.Blocks)]
	clear(out)
	a.folded = out
	for _, p := range ps {
		if id := p.block.ID; id < len(doc.Blocks) && p.block == &doc.Blocks[id] && p.block.Text.Len() <= longPassage { // no cell, no piece
			out[id] = platform.Folded{Text: p.text, Survey: p.survey, Ends: headEnd}
		}
	}
	return out
}

// countFigures is how many figures there may be: those of the prose, and one for each
// numeric cell.
func countFigures(ts []*sheet, ps []*passage) int {
	n := 0
	for _, p := range ps {
		for k := range p.marks {
			if p.marks[k].fig != nil {
				n++
			}
		}
	}
	for _, g := range ts {
		for i := range g.cells {
			if g.cells[i].num != nil {
				n++
			}
		}
	}
	return n
}

// inReadingOrder sorts the figures by place.
func inReadingOrder(doc *policy.Document) {
	figures := doc.Figures
	order := make([]uint64, len(figures)) // place and index: a figure is some 600 bytes, and would be moved often
	for i := range figures {
		order[i] = uint64(figures[i].Evidence.Span.Start)<<32 | uint64(i)
	}
	if slices.IsSorted(order) {
		return
	}
	slices.Sort(order)
	for k := range order {
		putInOrder(figures, order, k)
	}
}

// putInOrder puts the figure into place k whose index stands in order there, the next into
// the place that it leaves, and so on round to k. What is in place is its own.
func putInOrder(figures []policy.Figure, order []uint64, k int) {
	if int(uint32(order[k])) == k {
		return
	}
	first := figures[k]
	for to := k; ; {
		from := int(uint32(order[to]))
		order[to] = uint64(to)
		if from == k {
			figures[to] = first
			return
		}
		figures[to] = figures[from]
		to = from
	}
}

// passages prepares the blocks that are read for figures.
func passages(doc *policy.Document, a *arena) []*passage {
	out := make([]*passage, 0, len(doc.Blocks))
	var line *policy.Block // that stands over the paragraphs behind it as a heading does
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == policy.TableBlock || b.Kind == policy.Boilerplate {
			continue
		}
		rest := b.Text
		for rest.Len() > longPassage {
			at := pieceEnd(rest.String()[:longPassage])
			out = append(out, newPassage(a, b, normalize.Fold(rest.Slice(0, at))))
			rest = rest.Slice(at, rest.Len())
		}
		t := normalize.Folded(b)
		if rest.Len() < b.Text.Len() {
			t = normalize.Fold(rest)
		}
		out = append(out, newPassage(a, b, t))
		if h := b.Section; h >= 0 && h != b.ID && doc.Blocks[h].Kind == policy.Heading {
			out[len(out)-1].above = &doc.Blocks[h]
		}
		if line = lineOver(line, b, out[len(out)-1].s); line != nil && line != b {
			out[len(out)-1].above = line
		}
	}
	return out
}

// longPassage is how many bytes are read together at most. Pages without paragraphs are longer, and
// what is asked of a figure goes over all that stands before it in its passage.
const longPassage = 8192

// pieceEnd is where the last sentence of s ends, if need be the last clause, the last word.
func pieceEnd(s string) int {
	for _, stop := range [...]string{"。", "；", "，"} {
		if i := lastIndex(s, stop); i > len(s)/2 {
			return i + len(stop)
		}
	}
	i := len(s)
	for i > len(s)/2 && (i == len(s) || s[i-1] < utf8.RuneSelf || !utf8.RuneStart(s[i])) {
		i--
	}
	return i
}

// newPassage is the passage of a block that is t, which is folded.
func newPassage(a *arena, b *policy.Block, t policy.Text) *passage {
	p := a.passage()
	p.block, p.text, p.s = b, t, t.String()
	p.survey = surveyOf(a, p.s)
	return p
}

// findAll is find for all passages, a stage at a time: the code of one stays in the
// processor's cache, that of all three does not.
func findAll(ps []*passage) {
	for _, p := range ps {
		p.scan()
	}
	for _, p := range ps {
		p.relate()
	}
	for _, p := range ps {
		p.indicators()
	}
}

// find marks the numerals of the passage and reads the figures among them.
func (p *passage) find() {
	p.scan()
	p.relate()
	p.indicators()
}

// scan marks the numerals of the passage.
func (p *passage) scan() {
	if a := p.arena; a != nil {
		p.clauses = a.clauses.keep(p.splitClauses(a.clauses.room(64, clausePiece)))
		p.marks = a.marks.room(64, markPiece)
	} else {
		p.clauses = p.splitClauses(nil)
	}
	c := p.arena.context()
	*c = context{passage: p}
	c.scan()
	if a := p.arena; a != nil {
		p.marks = a.marks.keep(p.marks)
	}
	if p.block.Kind == policy.Caption {
		p.unfigure()
	}
}

// relate reads what each figure is by itself, and to its neighbours: a change, a rank, a
// part of a list, what it is held against.
func (p *passage) relate() {
	if !figuresIn(p) {
		return
	}
	for k := range p.marks {
		if m := &p.marks[k]; m.fig != nil {
			m.fig.past = m.end + p.boundAfterLen(m.end)
		}
	}
	p.sharePoints()
	for k := range p.marks {
		if p.marks[k].fig != nil {
			p.bind(&p.marks[k])
			p.measure(k)
		}
	}
	p.group()
	for k := range p.marks {
		if p.marks[k].fig != nil {
			p.against(k)
		}
	}
}

// unfigure takes the figures of a caption for parts of its name.
func (p *passage) unfigure() {
	for k := range p.marks {
		if p.marks[k].fig != nil {
			p.marks[k].fig, p.marks[k].as = nil, policy.AsName
		}
	}
}

// collect turns the drafts of a passage into the document's figures.
func collect(doc *policy.Document, p *passage, opt Options) {
	for k := range p.marks {
		m := &p.marks[k]
		if m.fig == nil {
			continue
		}
		f := m.fig
		f.Block = p.block.ID
		f.Evidence.Span = p.span(m.start, m.end)
		f.Evidence.Comparator = p.places(f.bound)
		if f.verb.Len() > 0 {
			f.Evidence.Direction = p.arena.span(p.span(f.verb.Start, f.verb.End))
		}
		f.Base = inYearOf(f.Base, f.Period)
		if opt.Trace {
			f.Trace = p.derivation(f)
		}
		doc.Figures = append(doc.Figures, f.Figure)
	}
}

// places turns ranges of the passage into ranges of the document's Content.
func (p *passage) places(in []policy.Span) []policy.Span {
	switch len(in) {
	case 0:
		return nil
	case 1:
		return p.arena.span(p.span(in[0].Start, in[0].End))
	}
	out := make([]policy.Span, len(in))
	for i, w := range in {
		out[i] = p.span(w.Start, w.End)
	}
	return out
}

// number gives every figure its ID: of the source's bytes and its place.
func number(doc *policy.Document) {
	sum := doc.Source.SHA256
	h := sha256.New() // one for all: sha256.Sum256 makes two things each time
	buf, ids := make([]byte, 0, 128), make([]byte, 0, len(doc.Figures)*2*idBytes)
	for i := range doc.Figures {
		buf = append(buf[:0], sum...)
		at := doc.Figures[i].Evidence.Span
		at = doc.Content.Span(at.Start, at.End)
		buf = strconv.AppendInt(append(buf, ':'), int64(at.Start), 10)
		buf = strconv.AppendInt(append(buf, '-'), int64(at.End), 10)
		h.Reset()
		h.Write(buf)
		buf = h.Sum(buf[:0])
		ids = hex.AppendEncode(ids, buf[:idBytes])
	}
	for i, all := 0, string(ids); i < len(doc.Figures); i++ {
		doc.Figures[i].ID = all[i*2*idBytes : (i+1)*2*idBytes]
	}
}

// idBytes is how many bytes of a hash make an ID, two digits each.
const idBytes = 8
