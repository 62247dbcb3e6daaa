package audit

import (
	"strings"

	"shuzheng/policy"
)

// maxColumn is how long a column may be in which kinds are looked for.
const maxColumn = 500

// A sheet is a table as rows and columns of facts.
type sheet struct {
	table   *policy.Table
	rows    []sheetRow
	columns [][]*fact // by column of the table
}

// A sheetRow is the facts of one row, and the words before the first of them.
type sheetRow struct {
	label string
	facts []*fact
}

// newSheet arranges the facts of a table, those of cells with several figures left out.
func (c *checker) newSheet(t *policy.Table, facts []fact) *sheet {
	g := &sheet{table: t}
	all := make([]*fact, 0, len(facts))
	from, cell := 0, 0 // of the last row
	for i := range facts {
		f := &facts[i]
		if f.passage >= 0 || f.Table.Col == 0 && c.inWords(f) {
			continue
		}
		if n := len(all); n == 0 || all[n-1].Table.Row != f.Table.Row {
			var label string
			label, cell = rowLabel(t, cell, f.Table)
			g.rows = append(g.rows, sheetRow{label: label})
			from = n
		}
		all = append(all, f)
		g.rows[len(g.rows)-1].facts = all[from:]
	}
	g.columns = columnsOf(all, t.Cols)
	return g
}

// columnsOf puts facts into the columns of a table.
func columnsOf(all []*fact, cols int) [][]*fact {
	sizes := make([]int, cols)
	for _, f := range all {
		if col := f.Table.Col; col < cols {
			sizes[col]++
		}
	}
	columns, room := make([][]*fact, cols), make([]*fact, len(all))
	for col, size := range sizes {
		columns[col], room = room[:0:size], room[size:]
	}
	for _, f := range all {
		if col := f.Table.Col; col < cols {
			columns[col] = append(columns[col], f)
		}
	}
	return columns
}

// inWords says whether the cell of a fact says much more than the number: 20101人大事务
// names a row.
func (c *checker) inWords(f *fact) bool {
	cell := c.cell(f.Table)
	return cell != nil && cell.Text.Len() > f.Evidence.Span.Len()+len("万元")
}

// rowLabel is the words of a row before one of its cells; from is where to look on.
func rowLabel(t *policy.Table, from int, at *policy.CellRef) (string, int) {
	for from < len(t.Cells) && t.Cells[from].Row < at.Row {
		from++
	}
	i := from
	for i < len(t.Cells) && t.Cells[i].Row == at.Row && t.Cells[i].Col < at.Col {
		i++
	}
	if i == from+1 { // as in most tables
		return unspaced(t.Cells[from].Text.String()), i
	}
	var b strings.Builder
	b.Grow(64)
	for j := from; j < i; j++ {
		b.WriteString(unspaced(t.Cells[j].Text.String()))
	}
	return b.String(), i
}

// at is the fact of a row in a column, nil where it has none.
func (r *sheetRow) at(col int) *fact {
	for _, f := range r.facts {
		if f.Table.Col == col {
			return f
		}
	}
	return nil
}

// headings is the last header cell of each column, without spaces.
func headings(t *policy.Table) []string {
	heads := make([]string, t.Cols)
	for i := range t.Cells {
		cell := &t.Cells[i]
		if cell.Row >= t.HeaderRows {
			break
		}
		for col := cell.Col; col < min(cell.Col+max(cell.ColSpan, 1), t.Cols); col++ {
			if s := unspaced(cell.Text.String()); s != "" {
				heads[col] = s
			}
		}
	}
	return heads
}

// beside is the facts of a row on one side of a column, as far as the next total.
func beside(r *sheetRow, heads []string, col, step int) []*fact {
	var parts []*fact
	for at := col + step; at >= 0 && at < len(heads) && !isTotal(heads[at]); at += step {
		if f := r.at(at); f != nil {
			parts = append(parts, f)
		}
	}
	return parts
}
