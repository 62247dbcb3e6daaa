package paper

import (
	"fmt"
	"slices"

	"shuzheng/policy"
)

// A Builder takes the pages of a document one after the other, so that their glyphs
// need not all be held.
type Builder struct {
	pages    [][]item
	scales   []float64 // by page
	columns  int
	cells    int // places of the grids
	problems []notice
}

// maxCells is how many places the grids of a document may have.
const maxCells = 1_000_000

// A notice is a problem of a page.
type notice struct {
	page    int
	message string
}

// Add takes the next page.
func (b *Builder) Add(p *Page) {
	n := len(b.pages) + 1
	l := &layer{p: p, n: n, column: b.columns, room: maxCells - b.cells}
	l.read()
	its := l.out
	b.columns, b.cells = l.column+1, maxCells-l.room
	if l.busy {
		b.note(n, fmt.Sprintf("第 %d 页线条过多，当作图画，其中的表格按段落读取", n))
	}
	if l.full {
		b.note(n, fmt.Sprintf("第 %d 页：文件里的表格超过 %d 个单元格，此后的表格按段落读取", n, maxCells))
	}
	b.pages, b.scales = append(b.pages, its), append(b.scales, p.Scale)
	if p.Broken > 0 {
		b.note(n, fmt.Sprintf("第 %d 页有 %d 个字符没有对应的文字（字体缺少编码表），可能读错", n, p.Broken))
	}
	if p.Picture && blind(p) {
		b.note(n, fmt.Sprintf("第 %d 页是扫描图片，文字取自它的隐藏文字层（由别的程序识别得到），可能有错", n))
	}
	for _, message := range p.Problems {
		b.note(n, fmt.Sprintf("第 %d 页：%s", n, message))
	}
}

// blind says whether most of the page's characters are not to be seen.
func blind(p *Page) bool {
	n := 0
	for i := range p.Glyphs {
		if p.Glyphs[i].Blind {
			n++
		}
	}
	return n*2 > len(p.Glyphs)
}

// Note notes something about the page that was added last.
func (b *Builder) Note(message string) {
	n := len(b.pages)
	b.note(n, fmt.Sprintf("第 %d 页%s", n, message))
}

// Skip counts a page that holds no wording, and says why.
func (b *Builder) Skip(message string) {
	b.pages, b.scales = append(b.pages, nil), append(b.scales, 0)
	b.Note(message)
}

func (b *Builder) note(page int, message string) {
	b.problems = append(b.problems, notice{page, message})
}

// Empty says whether no page so far holds any wording.
func (b *Builder) Empty() bool {
	return !slices.ContainsFunc(b.pages, func(its []item) bool { return len(its) > 0 })
}

// Document makes the document of the pages.
func (b *Builder) Document(src *policy.Source) *policy.Document {
	doc := &policy.Document{Source: src, Metadata: map[string]policy.Value{}}
	markFurniture(b.pages)
	all := slices.Concat(b.pages...)
	k := measure(all)
	k.settle(all)
	ps := joinTables(k.pieces(all))
	k.headings(ps)
	markBoxes(ps)
	markContents(ps)
	w := &writer{doc: doc, origin: &origin{scales: b.scales}}
	for i := range ps {
		w.block(&ps[i])
	}
	doc.Content, doc.Origin = policy.Plain(w.out.String(), 0), w.origin
	fillIn(doc)
	for _, n := range b.problems {
		doc.Report(w.origin.page(n.page, doc.Content.Len()), n.message)
	}
	return doc
}

// page is the first line's worth of what stands on the page; an empty range where it
// would stand if it holds nothing.
func (o *origin) page(n, end int) policy.Span {
	for i, s := range o.sheets {
		if s.page < n {
			continue
		}
		if s.page > n {
			return policy.Span{Start: s.start, End: s.start}
		}
		if i+1 < len(o.sheets) {
			end = o.sheets[i+1].start
		}
		return policy.Span{Start: s.start, End: end}
	}
	return policy.Span{Start: end, End: end}
}

// fillIn gives blocks and cells their wording.
func fillIn(doc *policy.Document) {
	s := doc.Content.String()
	for i := range doc.Blocks {
		at := doc.Blocks[i].Span
		doc.Blocks[i].Text = policy.Plain(s[at.Start:at.End], at.Start)
	}
	for i := range doc.Tables {
		for k := range doc.Tables[i].Cells {
			c := &doc.Tables[i].Cells[k]
			c.Text = policy.Plain(s[c.Span.Start:c.Span.End], c.Span.Start)
		}
	}
}
