// Package compose writes Documents whose base is made, not found: a reader of
// sheets or of placed characters says what stands in each block and each cell, in
// reading order, and gets the Content with its blocks and tables. The base is the
// Content itself; the reader keeps where each part of it stands in the file.
package compose

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// A Composer writes one Document. One line feed stands between two blocks and two
// rows of a table, a tab between two columns.
type Composer struct {
	doc   *policy.Document
	out   strings.Builder
	start int // of the block being written
	table int // index of the table being written, -1 for none
	row   int
	col   int
}

// New starts the document of src.
func New(src *policy.Source) *Composer {
	return &Composer{doc: &policy.Document{Source: src, Metadata: map[string]policy.Value{}}, table: -1}
}

// Len is the base offset of what is written next, once its block has begun.
func (c *Composer) Len() int { return c.out.Len() }

// Begin begins a block.
func (c *Composer) Begin() {
	if c.out.Len() > 0 {
		c.out.WriteByte('\n')
	}
	c.start = c.out.Len()
}

// Write adds to the block or cell that was begun.
func (c *Composer) Write(s string) { c.out.WriteString(s) }

// End ends a block. An empty one must not be begun.
func (c *Composer) End(kind policy.BlockKind, level int) {
	c.doc.Blocks = append(c.doc.Blocks, policy.Block{
		ID: len(c.doc.Blocks), Kind: kind, Level: level,
		Span: policy.Span{Start: c.start, End: c.out.Len()}, Section: -1, Table: c.table,
	})
}

// Paragraph writes a block of one piece.
func (c *Composer) Paragraph(kind policy.BlockKind, level int, s string) {
	c.Begin()
	c.Write(s)
	c.End(kind, level)
}

// BeginTable begins a grid; its cells follow by row, then column.
func (c *Composer) BeginTable(rows, cols int) {
	c.Begin()
	c.table, c.row, c.col = len(c.doc.Tables), 0, 0
	c.doc.Tables = append(c.doc.Tables, policy.Table{
		ID: "t" + strconv.Itoa(c.table+1), Rows: rows, Cols: cols, Section: -1, Block: len(c.doc.Blocks),
		Cells: make([]policy.Cell, 0, rows*cols),
	})
}

// BeginCell begins the cell at row and col, both from 0, and gives the base offset
// of its first byte.
func (c *Composer) BeginCell(row, col, rowSpan, colSpan int) int {
	c.goTo(row, col)
	t := &c.doc.Tables[c.table]
	t.Cells = append(t.Cells, policy.Cell{
		Row: row, Col: col, RowSpan: rowSpan, ColSpan: colSpan, Span: policy.Span{Start: c.out.Len(), End: c.out.Len()},
	})
	return c.out.Len()
}

// EndCell ends it.
func (c *Composer) EndCell() {
	t := &c.doc.Tables[c.table]
	t.Cells[len(t.Cells)-1].Span.End = c.out.Len()
}

// goTo writes the tabs and line feeds before a place of the grid.
func (c *Composer) goTo(row, col int) {
	last := c.doc.Tables[c.table].Cols - 1
	for ; c.row < row; c.row++ {
		c.tabs(last)
		c.out.WriteByte('\n')
		c.col = 0
	}
	c.tabs(col)
}

func (c *Composer) tabs(col int) {
	for ; c.col < col; c.col++ {
		c.out.WriteByte('\t')
	}
}

// EndTable ends the grid and gives its table, which is to be filled in further.
func (c *Composer) EndTable() *policy.Table {
	t := &c.doc.Tables[c.table]
	c.goTo(t.Rows-1, t.Cols-1)
	t.Span = policy.Span{Start: c.start, End: c.out.Len()}
	c.End(policy.TableBlock, 0)
	c.table = -1
	return t
}

// Report notes a problem at what was written since base offset start.
func (c *Composer) Report(start int, message string) {
	c.doc.Report(policy.Span{Start: min(start, c.out.Len()), End: c.out.Len()}, message)
}

// ReportAt notes a problem at one place.
func (c *Composer) ReportAt(at int, message string) {
	c.doc.Report(policy.Span{Start: at, End: at}, message)
}

// Empty says whether nothing was written.
func (c *Composer) Empty() bool { return len(c.doc.Blocks) == 0 }

// Document is the document, its Texts filled in.
func (c *Composer) Document() *policy.Document {
	s := c.out.String()
	c.doc.Content = policy.Plain(s, 0)
	for i := range c.doc.Blocks {
		at := c.doc.Blocks[i].Span
		c.doc.Blocks[i].Text = policy.Plain(s[at.Start:at.End], at.Start)
	}
	for i := range c.doc.Tables {
		cells := c.doc.Tables[i].Cells
		for k := range cells {
			at := cells[k].Span
			cells[k].Text = policy.Plain(s[at.Start:at.End], at.Start)
		}
	}
	return c.doc
}
