package data

import (
	"strconv"

	"shuzheng/policy"
)

// A gridRow is a table of a document.
type gridRow struct {
	*document
	*policy.Table
}

var gridTable = newTable("tables", []field[gridRow]{
	{"doc_id", func(r *gridRow) string { return r.id }},
	{"table_id", func(r *gridRow) string { return r.ID }},
	{"caption", func(r *gridRow) string { return r.Caption }},
	{"unit_raw", func(r *gridRow) string { return r.Unit }},
	{"note", func(r *gridRow) string { return r.Note }},
	{"n_rows", func(r *gridRow) string { return strconv.Itoa(r.Rows) }},
	{"n_cols", func(r *gridRow) string { return strconv.Itoa(r.Cols) }},
	{"header_rows", func(r *gridRow) string { return strconv.Itoa(r.HeaderRows) }},
	{"header_cols", func(r *gridRow) string { return strconv.Itoa(r.HeaderCols) }},
	{"section_id", func(r *gridRow) string { return r.section(r.Block) }},
	{"char_start", func(r *gridRow) string { return r.start(r.Span) }},
	{"char_end", func(r *gridRow) string { return r.end(r.Span) }},
})

// A cellRow is one of its cells.
type cellRow struct {
	*document
	table string
	*policy.Cell
}

var cellTable = newTable("cells", []field[cellRow]{
	{"doc_id", func(r *cellRow) string { return r.id }},
	{"table_id", func(r *cellRow) string { return r.table }},
	{"row_index", func(r *cellRow) string { return strconv.Itoa(r.Row) }},
	{"col_index", func(r *cellRow) string { return strconv.Itoa(r.Col) }},
	{"row_span", func(r *cellRow) string { return strconv.Itoa(max(r.RowSpan, 1)) }},
	{"col_span", func(r *cellRow) string { return strconv.Itoa(max(r.ColSpan, 1)) }},
	{"is_header", func(r *cellRow) string { return strconv.FormatBool(r.Header) }},
	{"text", func(r *cellRow) string { return r.Text.String() }},
	{"char_start", func(r *cellRow) string { return r.start(r.Span) }},
	{"char_end", func(r *cellRow) string { return r.end(r.Span) }},
})

// tableRows writes the tables with their cells.
func (w *Writer) tableRows(d *document) error {
	for i := range d.Tables {
		t := &d.Tables[i]
		if err := put(w, gridTable, &gridRow{d, t}); err != nil {
			return err
		}
		err := putAll(w, cellTable, t.Cells, func(_ int, c *policy.Cell) cellRow { return cellRow{d, t.ID, c} })
		if err != nil {
			return err
		}
	}
	return nil
}
