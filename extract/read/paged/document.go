package paged

import (
	"cmp"
	"math"
	"slices"

	"shuzheng/extract/read/compose"
	"shuzheng/policy"
)

// Document makes the document of src. maxCells bounds the fields of its tables.
func Document(src *policy.Source, pages []Page, maxCells int) *policy.Document {
	bodies, grids := make([][]line, len(pages)), make([][]*grid, len(pages))
	for i := range pages {
		bodies[i], grids[i] = pages[i].parts(&maxCells)
	}
	bodies, edge := furniture(bodies)
	var f flow
	usual := usualMargins(bodies)
	for i := range pages {
		f.page(bodies[i], grids[i], usual)
		f.furniture(edge[i])
	}
	f.settle()
	blocks := overPages(f.blocks)
	markTitle(blocks)
	return write(src, blocks)
}

// parts are the tables of a page and the lines outside them.
func (p *Page) parts(maxCells *int) ([]line, []*grid) {
	var grids []*grid
	fs := frames(p.Rules)
	rest := make([]*Glyph, len(p.Glyphs))
	for i := range p.Glyphs {
		rest[i] = &p.Glyphs[i]
	}
	for i := range fs {
		g := gridOf(&fs[i], maxCells)
		if g == nil || slices.ContainsFunc(grids, func(o *grid) bool { return inside(g.box, o.box) }) {
			continue
		}
		rest = g.fill(p, rest)
		if !g.empty() {
			g.trim()
			grids = append(grids, g)
		}
	}
	slices.SortStableFunc(grids, func(a, b *grid) int { return cmp.Compare(a.box.Top, b.box.Top) })
	return linesOf(p, rest), grids
}

// inside says whether a lies in b.
func inside(a, b policy.Rect) bool {
	return a.Left >= b.Left-near && a.Right <= b.Right+near && a.Top >= b.Top-near && a.Bottom <= b.Bottom+near
}

// usualMargins are the median ones of the pages with enough lines to tell.
func usualMargins(pages [][]line) margins {
	var left, right []float64
	for _, lines := range pages {
		if len(lines) >= 5 {
			m := pageMargins(lines)
			left, right = append(left, m.left), append(right, m.right)
		}
	}
	if len(left) == 0 {
		return margins{}
	}
	slices.Sort(left)
	slices.Sort(right)
	return margins{left[len(left)/2], right[len(right)/2]}
}

// page adds the lines and tables of one page from top to bottom.
func (f *flow) page(lines []line, grids []*grid, usual margins) {
	m := pageMargins(lines)
	if len(lines) < 5 && usual.right > 0 {
		m = margins{min(m.left, usual.left), max(m.right, usual.right)}
	}
	for _, g := range grids {
		n := 0
		for n < len(lines) && lines[n].base < (g.box.Top+g.box.Bottom)/2 {
			n++
		}
		f.lines(lines[:n], m)
		lines = lines[n:]
		f.settle()
		f.blocks = append(f.blocks, block{kind: policy.TableBlock, grid: g})
	}
	f.lines(lines, m)
}

// lines adds lines in the order they are read in.
func (f *flow) lines(lines []line, m margins) {
	if len(lines) == 0 {
		return
	}
	for _, s := range readingOrder(lines) {
		if s.column {
			f.stretch(s.lines, marginsOf(s.lines))
		} else {
			f.stretch(s.lines, m)
		}
	}
}

// furniture keeps running heads and page numbers until the paragraph is over.
func (f *flow) furniture(lines []line) {
	for i := range lines {
		f.edge = append(f.edge, block{kind: policy.Boilerplate, lines: lines[i : i+1]})
	}
}

// markTitle marks the last block in the middle of the first page that is set larger
// than the text, above the text.
func markTitle(blocks []block) {
	body := bodySize(blocks)
	title := -1
	for i := range blocks {
		b := &blocks[i]
		if b.kind == policy.Boilerplate {
			continue
		}
		if b.grid != nil || b.lines[0].page.Number > 1 || len(b.lines) > 1 && !b.where.centred(&b.lines[0]) && b.lines[0].size < 1.15*body {
			break
		}
		if l := &b.lines[0]; l.size >= 1.15*body && middle(b) && len(b.lines) <= 4 {
			title = i
		}
	}
	if title >= 0 {
		blocks[title].kind = policy.Title
	}
}

// middle says whether the lines of b stand in the middle of their page or measure.
func middle(b *block) bool {
	l := &b.lines[len(b.lines)-1]
	return b.where.centred(l) || math.Abs(l.box.Left-(l.page.Width-l.box.Right)) < 3*l.size
}

// bodySize is the size that most characters of running text have.
func bodySize(blocks []block) float64 {
	n := map[int]int{}
	best := 0
	for i := range blocks {
		for k := range blocks[i].lines {
			l := &blocks[i].lines[k]
			size := int(l.size*4 + 0.5)
			n[size] += len(l.glyphs)
			if n[size] > n[best] || n[size] == n[best] && size > best {
				best = size
			}
		}
	}
	return float64(best) / 4
}

// write writes the blocks.
func write(src *policy.Source, blocks []block) *policy.Document {
	w := writer{Composer: compose.New(src), origin: &origin{}}
	for i := range blocks {
		b := &blocks[i]
		if b.grid != nil {
			w.grid(b.grid)
			continue
		}
		w.paragraph(b.kind, b.lines)
	}
	doc := w.Document()
	doc.Origin = w.origin
	return doc
}

func (w *writer) paragraph(kind policy.BlockKind, lines []line) {
	w.Begin()
	w.last = nil
	for i := range lines {
		w.line(&lines[i], 0)
	}
	w.End(kind, 0)
}

// grid writes a table, and behind it its head where later pages repeat it.
func (w *writer) grid(g *grid) {
	w.BeginTable(g.rows, len(g.xs)-1)
	w.cell = true
	for i := range g.cells {
		c := &g.cells[i]
		w.BeginCell(c.row, c.col, c.rows, c.cols)
		w.last = nil
		for k := range c.lines {
			w.line(&c.lines[k], c.right)
		}
		w.EndCell()
	}
	w.EndTable()
	w.cell = false
	for i := range g.again {
		if c := &g.again[i]; len(c.lines) > 0 {
			w.paragraph(policy.Boilerplate, c.lines)
		}
	}
}
