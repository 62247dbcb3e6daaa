package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// analyse finds the figures of a document whose blocks are known.
func analyse(doc *policy.Document, opt Options) {
	ts := sheets(doc)
	ps := append(passages(doc), proseCells(ts)...)
	for _, p := range ps {
		p.find()
	}
	r := assignContext(doc, ps)
	for _, p := range ps {
		collect(doc, p, opt)
	}
	placeCells(doc, doc.Figures)
	doc.Figures = append(doc.Figures, cellFigures(ts, r)...)
	sort.SliceStable(doc.Figures, func(i, j int) bool { return doc.Figures[i].Evidence.Span.Start < doc.Figures[j].Evidence.Span.Start })
	number(doc)
	ledger(doc, append(ps, labelCells(ts)...))
}

// passages prepares the blocks that are read for figures.
func passages(doc *policy.Document) []*passage {
	var out []*passage
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == policy.TableBlock || b.Kind == policy.Boilerplate {
			continue
		}
		out = append(out, newPassage(b, b.Text))
	}
	return out
}

func newPassage(b *policy.Block, t policy.Text) *passage {
	t = normalize.Fold(t)
	s := t.String()
	return &passage{block: b, text: t, s: s, quoted: strings.Contains(s, "“"), titled: strings.Contains(s, "《")}
}

// find marks the numerals of the passage and reads the figures among them.
func (p *passage) find() {
	p.clauses = splitClauses(p.s)
	c := &context{passage: p}
	c.scan()
	if p.block.Kind == policy.Heading || p.block.Kind == policy.Title || p.block.Kind == policy.Caption {
		p.unfigure()
		return
	}
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
	p.indicators()
	p.implyUnits()
}

// unfigure takes the figures of a heading for parts of its name: no figure stands
// in a heading.
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
		for _, w := range f.bound {
			f.Evidence.Comparator = append(f.Evidence.Comparator, p.span(w.Start, w.End))
		}
		if f.verb.Len() > 0 {
			f.Evidence.Direction = append(f.Evidence.Direction, p.span(f.verb.Start, f.verb.End))
		}
		if opt.Trace {
			f.Trace = p.derivation(f)
		}
		doc.Figures = append(doc.Figures, f.Figure)
	}
}

// number gives every figure its ID: of the source's bytes and its place.
func number(doc *policy.Document) {
	sum := doc.Source.SHA256
	var buf []byte
	for i := range doc.Figures {
		f := &doc.Figures[i]
		buf = append(buf[:0], sum...)
		at := doc.Content.Span(f.Evidence.Span.Start, f.Evidence.Span.End)
		buf = strconv.AppendInt(append(buf, ':'), int64(at.Start), 10)
		buf = strconv.AppendInt(append(buf, '-'), int64(at.End), 10)
		h := sha256.Sum256(buf)
		f.ID = hex.EncodeToString(h[:8])
	}
}
