// Package book finds the program's own tables in a workbook that people have worked
// on: sheets renamed and reordered, columns moved, hidden and added, rows sorted and
// deleted. The cells of a workbook come in, rows by column come out.
package book

import (
	"slices"
	"strings"

	"shuzheng/export"
	"shuzheng/extract/read"
)

// A Table is a worksheet, or the part of one below a row of the program's headings.
type Table struct {
	Sheet    string
	Header   int              // line of the headings, from 1
	English  bool             // some headings are English
	Headings []export.Heading // the program's columns
	Columns  []int            // of each its column on the sheet, -1 where it is gone
	Rows     []Row
}

// A Row is a line of a table. Cells are those of its columns, in the order of
// Headings; an empty one has no text.
type Row struct {
	Line  int // on the sheet, from 1
	Cells []read.Cell
}

// headerRows is how far down headings are looked for: people put titles above.
const headerRows = 60

// Tables finds the tables that have at least the wanted columns, by ID.
func Tables(sheets []read.Worksheet, headings []export.Heading, wanted ...string) []Table {
	return tables(sheets, headings, func(t *Table) bool {
		return !slices.ContainsFunc(wanted, func(id string) bool {
			i := t.Index(id)
			return i < 0 || t.Columns[i] < 0
		})
	})
}

// Likely finds the tables that have most of the columns, whichever they are.
func Likely(sheets []read.Worksheet, headings []export.Heading) []Table {
	return tables(sheets, headings, func(t *Table) bool {
		n := 0
		for _, col := range t.Columns {
			if col >= 0 {
				n++
			}
		}
		return 3*n >= 2*len(headings)
	})
}

func tables(sheets []read.Worksheet, headings []export.Heading, enough func(*Table) bool) (list []Table) {
	for i := range sheets {
		if t, ok := find(&sheets[i], headings, enough); ok {
			list = append(list, t)
		}
	}
	return list
}

func find(s *read.Worksheet, headings []export.Heading, enough func(*Table) bool) (Table, bool) {
	t := Table{Sheet: s.Name, Headings: headings}
	for at := 0; at < len(s.Cells) && s.Cells[at].Row < headerRows; {
		end := rowEnd(s.Cells, at)
		if t.head(s.Cells[at:end]); enough(&t) {
			t.Header = s.Cells[at].Row + 1
			t.rows(s.Cells[end:])
			return t, true
		}
		at = end
	}
	return t, false
}

// rowEnd is the index behind the row that begins at cell i.
func rowEnd(cells []read.Cell, i int) int {
	row := cells[i].Row
	for i < len(cells) && cells[i].Row == row {
		i++
	}
	return i
}

// head takes a row of cells for headings. Of two alike the first counts.
func (t *Table) head(cells []read.Cell) {
	t.Columns, t.English = make([]int, len(t.Headings)), false
	for i, h := range t.Headings {
		t.Columns[i] = -1
		for _, c := range cells {
			if s := strings.TrimSpace(c.Text); s == h.Zh || s == h.En {
				t.Columns[i] = c.Col
				t.English = t.English || s != h.Zh
				break
			}
		}
	}
}

// rows takes the cells below the headings. A row of other columns alone is none.
func (t *Table) rows(cells []read.Cell) {
	own := map[int]int{} // column of the sheet → of the table
	for i, col := range t.Columns {
		if col >= 0 {
			own[col] = i
		}
	}
	for at := 0; at < len(cells); {
		end := rowEnd(cells, at)
		r := Row{Line: cells[at].Row + 1}
		for _, c := range cells[at:end] {
			if i, ok := own[c.Col]; ok {
				if r.Cells == nil {
					r.Cells = make([]read.Cell, len(t.Headings))
				}
				r.Cells[i] = c
				if c.Text == "" {
					r.Cells[i].Text = linkText(c.Formula)
				}
			}
		}
		if r.Cells != nil {
			t.Rows = append(t.Rows, r)
		}
		at = end
	}
}

// Index is the index of the column with an ID, -1 where the table knows none.
func (t *Table) Index(id string) int {
	for i, h := range t.Headings {
		if h.ID == id {
			return i
		}
	}
	return -1
}

// Text is the wording of a row's cell in the column with an ID, without blanks at its ends.
func (t *Table) Text(r *Row, id string) string {
	if i := t.Index(id); i >= 0 {
		return strings.TrimSpace(r.Cells[i].Text)
	}
	return ""
}

// Cell is a row's cell in the column with an ID.
func (t *Table) Cell(r *Row, id string) read.Cell {
	if i := t.Index(id); i >= 0 {
		return r.Cells[i]
	}
	return read.Cell{}
}

// linkText is what a link of ours shows, for programs that save formulas without what
// they gave: 查看 of HYPERLINK("#'证据'!A2","查看").
func linkText(formula string) string {
	rest, ok := strings.CutPrefix(strings.ReplaceAll(formula, " ", ""), `HYPERLINK("`)
	_, shown, more := strings.Cut(rest, `",`)
	if !ok || !more {
		return ""
	}
	return strings.Trim(strings.TrimSuffix(shown, ")"), `"`)
}

// Beside is what stands to the right of a key on the first sheet that has it.
func Beside(sheets []read.Worksheet, key export.Heading) string {
	for _, s := range sheets {
		for i, c := range s.Cells {
			if c.Text != key.Zh && c.Text != key.En {
				continue
			}
			for _, next := range s.Cells[i+1:] {
				if next.Row == c.Row {
					return strings.TrimSpace(next.Text)
				}
			}
		}
	}
	return ""
}
