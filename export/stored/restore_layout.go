package stored

import (
	"sort"

	"shuzheng/policy"
)

// blocks restores the blocks. A section is a block that came before.
func (r *restorer) blocks() {
	end := 0
	for i, b := range r.raw.Blocks {
		span := r.span("blocks", i, "start", b.place)
		section := -1
		if b.Section != nil {
			section = *b.Section
		}
		switch {
		case b.ID != i:
			r.fail("blocks", i, "id", "is not the block's number")
		case section < -1 || section >= i:
			r.fail("blocks", i, "section", "is no block before this one")
		case span.Start < end:
			r.fail("blocks", i, "start", "lies in the block before")
		}
		if r.fault != nil {
			return
		}
		end = span.End
		r.Blocks = append(r.Blocks, policy.Block{ID: i, Kind: oneOf(r, "blocks", i, "kind", b.Kind, blockKinds), Level: b.Level,
			Span: span, Text: aligned(r.Content.Slice(span.Start, span.End), b.Text), Section: section, Table: -1})
	}
}

// tables restores the tables and tells the blocks between caption and note which one
// they belong to.
func (r *restorer) tables() {
	for i, t := range r.raw.Tables {
		out := policy.Table{ID: r.need("tables", i, "id", t.ID), Caption: t.Caption, Unit: t.Unit, Note: t.Note,
			Span: r.span("tables", i, "start", t.place), Rows: t.Rows, Cols: t.Cols, HeaderRows: t.HeaderRows, HeaderCols: t.HeaderCols, Section: -1, Block: -1}
		if out.Rows < 0 || out.Cols < 0 || out.HeaderRows < 0 || out.HeaderCols < 0 {
			r.fail("tables", i, "rows", "is negative")
		}
		for _, c := range t.Cells {
			if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row > t.Rows-c.RowSpan || c.Col > t.Cols-c.ColSpan {
				r.fail("tables", i, "cells", "has one outside the grid")
			}
			span := r.span("tables", i, "cells", c.place)
			out.Cells = append(out.Cells, policy.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Header: c.Header,
				Span: span, Text: aligned(r.Content.Slice(span.Start, span.End), c.Text)})
		}
		if r.fault != nil {
			return
		}
		r.owns(i, &out)
		r.tableOf[out.ID] = i
		r.Tables = append(r.Tables, out)
	}
}

// owns ties table i to its blocks.
func (r *restorer) owns(i int, t *policy.Table) {
	from := sort.Search(len(r.Blocks), func(k int) bool { return r.Blocks[k].Span.Start >= t.Span.Start })
	for k := from; k < len(r.Blocks) && t.Span.Contains(r.Blocks[k].Span); k++ {
		switch b := &r.Blocks[k]; b.Kind {
		case policy.TableBlock:
			b.Table, t.Block, t.Section = i, k, b.Section
		case policy.Caption, policy.Note:
			b.Table = i
		}
	}
}

// block is the ID of the block that holds a place, -1 if none does.
func (r *restorer) block(at policy.Span) int {
	k := sort.Search(len(r.Blocks), func(k int) bool { return r.Blocks[k].Span.Start > at.Start }) - 1
	if k < 0 || at.Start >= r.Blocks[k].Span.End {
		return -1
	}
	return k
}
