// Package verify compares what a workbook or a file of JSON holds with what its
// sources say: the same tables, made anew from the sources, come in beside those that
// were found; every cell and row that differs comes out with its place.
package verify

import (
	"cmp"

	"shuzheng/audit/order"
	"shuzheng/policy"
)

// A Kind says how a place differs.
type Kind string

// The kinds of differences.
const (
	Edited  Kind = "edited"  // a cell holds something else
	Missing Kind = "missing" // a row, column or sheet is gone
	Added   Kind = "added"   // a row that the sources do not give
	Moved   Kind = "moved"   // a row stands elsewhere in the order
)

// A Difference is one cell, row, column or sheet that is not as the sources give it.
type Difference struct {
	Kind     Kind
	Sheet    string // as the file names it
	Cell     string // B7; of a whole row its line, of JSON the path; "" where there is none
	Column   string // heading of the cell or column; "" for a row
	Row      string // what the row is about: 研发经费支出 12.6亿元
	Expected string
	Found    string
}

// A record is a row to compare: its cells in the order of their columns, empty ones
// left out.
type record struct {
	line  int    // on its sheet, or index in its list
	sheet string // that it stands on
	cells []cell
	about string
}

// A cell is one cell of a record.
type cell struct {
	column int
	value  string
	link   string // formula; "" where there is none
	place  string
}

// A comparison is of one table that was expected with what was found of it.
type comparison struct {
	columns  []string // headings
	keys     []bool   // of the columns: those that tell one row from all others
	expected []record
	found    []record
	compare  []bool // of the columns: those that are there in both
	links    bool   // formulas are compared

	place func(r *record, column int) string // of a cell that is not in the record
}

// differences lists what differs, by place.
func (c *comparison) differences() (list []Difference) {
	partner := c.match() // of each found record, index in expected or -1
	moved := order.Moved(partner)
	all := append(c.ofFound(partner, moved), c.ofMissing(partner, moved)...)
	policy.Sort(all, func(a, b placed) int { return cmp.Compare(a.order, b.order) })
	for _, p := range all {
		list = append(list, p.differences...)
	}
	return list
}

// placed are differences with the index of the found record they stand at.
type placed struct {
	order       int
	differences []Difference
}

// ofFound lists, for each record that was found, how it differs from its partner.
func (c *comparison) ofFound(partner []int, moved []bool) (all []placed) {
	for i, j := range partner {
		r := &c.found[i]
		if j < 0 {
			all = append(all, placed{i, []Difference{{Kind: Added, Sheet: r.sheet, Cell: c.place(r, -1), Row: r.about}}})
			continue
		}
		d := c.cells(&c.expected[j], r)
		if moved[i] {
			d = append(d, Difference{Kind: Moved, Sheet: r.sheet, Cell: c.place(r, -1), Row: r.about, Expected: c.neighbour(j)})
		}
		all = append(all, placed{i, d})
	}
	return all
}

// ofMissing lists the expected records that have no partner, each where it belongs.
func (c *comparison) ofMissing(partner []int, moved []bool) (all []placed) {
	at := make([]int, len(c.expected)) // where among the found ones an expected one belongs
	taken := make([]bool, len(c.expected))
	for i, j := range partner {
		if j < 0 {
			continue
		}
		taken[j] = true
		if !moved[i] {
			at[j] = i
		}
	}
	for j := range c.expected {
		if j > 0 && at[j] == 0 {
			at[j] = at[j-1]
		}
		if !taken[j] {
			r := &c.expected[j]
			all = append(all, placed{at[j], []Difference{{Kind: Missing, Sheet: c.sheetNear(at[j], r), Row: r.about, Expected: c.neighbour(j)}}})
		}
	}
	return all
}

// sheetNear is the sheet that a missing row would stand on.
func (c *comparison) sheetNear(i int, r *record) string {
	if i < len(c.found) {
		return c.found[i].sheet
	}
	return r.sheet
}

// neighbour tells where a row belongs: behind which other.
func (c *comparison) neighbour(j int) string {
	if j == 0 {
		return ""
	}
	return c.expected[j-1].about
}

// cells lists the cells of one row that differ.
func (c *comparison) cells(want, got *record) (list []Difference) {
	for i, k := 0, 0; i < len(want.cells) || k < len(got.cells); {
		var a, b cell
		switch {
		case k == len(got.cells) || i < len(want.cells) && want.cells[i].column < got.cells[k].column:
			a, i = want.cells[i], i+1
			b.column, b.place = a.column, c.place(got, a.column)
		case i == len(want.cells) || got.cells[k].column < want.cells[i].column:
			b, k = got.cells[k], k+1
		default:
			a, b, i, k = want.cells[i], got.cells[k], i+1, k+1
		}
		if !c.compare[b.column] {
			continue
		}
		d := Difference{Kind: Edited, Sheet: got.sheet, Cell: b.place, Column: c.columns[b.column], Row: want.about, Expected: a.value, Found: b.value}
		switch {
		case a.value != b.value:
			list = append(list, d)
		case c.links && a.link != "" && b.link != "" && a.link != b.link:
			d.Expected, d.Found = "="+a.link, "="+b.link
			list = append(list, d)
		}
	}
	return list
}
