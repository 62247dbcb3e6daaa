package read

import (
	"slices"
	"sort"

	"shuzheng/policy"
)

// A docRow is a row of a table: for each cell the paragraphs in it.
type docRow struct {
	cells [][]docText
	mark  docMark // of the row's end
}

// rowsOf is how many paragraphs from the first on stand in one table.
func rowsOf(all []docText) int {
	n := 0
	for n < len(all) && all[n].mark.inTable {
		n++
	}
	return n
}

// rowsIn cuts the paragraphs of a table into rows and cells. What follows the last
// end of a row, where the file breaks off, is a row too.
func rowsIn(all []docText) (rows []docRow) {
	var row docRow
	from := 0
	for i := range all {
		switch p := &all[i]; {
		case p.mark.rowEnd && p.mark.depth <= 1:
			row.mark = p.mark
			rows = append(rows, row)
			row, from = docRow{}, i+1
		case p.end == docCellMark && p.mark.depth <= 1:
			row.cells = append(row.cells, all[from:i+1])
			from = i + 1
		}
	}
	if from < len(all) {
		row.cells = append(row.cells, all[from:])
	}
	if len(row.cells) > 0 {
		rows = append(rows, row)
	}
	return rows
}

// tableOf writes a table as a grid; one of a single column is a box.
func (d *doc) tableOf(all []docText, kind policy.BlockKind) {
	rows := rowsIn(all)
	g := gridOf(rows)
	if g.cols < 2 || kind == policy.Boilerplate || !d.w.fits(&g) {
		if g.cols < 2 && kind == policy.Paragraph {
			kind = policy.Box
		}
		for i := range all {
			d.paragraph(&all[i], kind)
		}
		return
	}
	d.w.endLine(kind, 0)
	tw := d.w.beginTable(&g)
	var notes []int
	k := 0
	for _, row := range rows {
		for _, paragraphs := range row.cells {
			c := g.cells[k]
			if k++; c.below || c.left {
				continue
			}
			tw.begin(c)
			notes = append(notes, d.cell(paragraphs)...)
			tw.end()
		}
	}
	tw.finish()
	d.writeNotes(notes)
}

// cell writes the paragraphs of a cell and gives the notes they name.
func (d *doc) cell(paragraphs []docText) (notes []int) {
	nested := false
	for i := range paragraphs {
		p := &paragraphs[i]
		nested = nested || p.mark.depth > 1
		if p.mark.depth > 1 && p.mark.rowEnd {
			continue
		}
		d.inherit(&p.mark)
		notes = append(notes, d.words(p)...)
		d.w.endLine(policy.Paragraph, 0)
	}
	if nested {
		d.unread.nested++
	}
	return notes
}

// gridOf lays rows out. Where every row says where its cells begin and end, columns are
// the edges that some row has; else the cells of a row are counted.
func gridOf(rows []docRow) wordGrid {
	g := wordGrid{rows: len(rows)}
	edges := columnEdges(rows)
	for r, row := range rows {
		known := len(edges) > 0 && len(row.mark.edges) == len(row.cells)+1
		for k := range row.cells {
			c := wordCell{row: r, col: k, rowSpan: 1, colSpan: 1, header: row.mark.header}
			if known {
				c.col = edgeAt(edges, row.mark.edges[k])
				c.colSpan = edgeAt(edges, row.mark.edges[k+1]) - c.col
			}
			if k < len(row.mark.joins) {
				c.below = row.mark.joins[k]&joinsAbove != 0
				c.left = row.mark.joins[k]&joinsLeft != 0 && k > 0
			}
			g.cells = append(g.cells, c)
		}
	}
	g.settle()
	return g
}

// columnEdges are the edges of cells over all rows, one for those that miss one another
// by a hair.
func columnEdges(rows []docRow) (edges []int) {
	for _, row := range rows {
		if len(row.mark.edges) != len(row.cells)+1 {
			return nil
		}
		edges = append(edges, row.mark.edges...)
	}
	sort.Ints(edges)
	out := edges[:0]
	for i, e := range edges {
		if i == 0 || e-out[len(out)-1] >= thinColumn {
			out = append(out, e)
		}
	}
	return out
}

// edgeAt is the index of the last edge at or before e, or of one a hair behind it.
func edgeAt(edges []int, e int) int {
	k, found := slices.BinarySearch(edges, e)
	if !found && k > 0 {
		k--
	}
	return k
}

// settle makes the cells follow one another without a gap in their order, drops those
// that are merged away, and gives merged ones their size.
func (g *wordGrid) settle() {
	row, next, head := -1, 0, 0
	for i := range g.cells {
		c := &g.cells[i]
		if c.row != row {
			row, next, head = c.row, 0, i
		}
		if c.left && head < i {
			g.cells[head].colSpan = max(c.col+c.colSpan-g.cells[head].col, g.cells[head].colSpan)
			next = max(next, g.cells[head].col+g.cells[head].colSpan)
			continue
		}
		c.left, head = false, i
		c.col = max(c.col, next)
		c.colSpan = max(c.colSpan, 1)
		next = c.col + c.colSpan
		g.cols = max(g.cols, next)
	}
	for i := range g.cells {
		g.cols = max(g.cols, g.cells[i].col+g.cells[i].colSpan)
	}
	g.merge()
}
