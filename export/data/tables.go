package data

import (
	"strconv"

	"shuzheng/export"
	"shuzheng/export/codebook"
	"shuzheng/policy"
)

// A field is one column of a table of rows T: its name and how its value is come by.
type field[T any] struct {
	name  string
	value func(*T) string // "" for a missing one
}

// A tableOf is a table of the codebook with the functions of its columns.
type tableOf[T any] struct {
	*codebook.Table
	fields []field[T]
}

// newTable holds the fields against the codebook: the same names in the same order. A
// difference stops the program, since it is one of our own.
func newTable[T any](name string, fields []field[T]) *tableOf[T] {
	t := codebook.Find(name)
	if len(t.Columns) != len(fields) {
		panic("codebook.tsv: " + name + " has other columns than its rows")
	}
	for i, c := range t.Columns {
		if c.Name != fields[i].name {
			panic("codebook.tsv: " + name + "." + c.Name + " is not where " + fields[i].name + " is")
		}
	}
	return &tableOf[T]{t, fields}
}

// A document is a policy.Document with what its rows look up.
type document struct {
	*policy.Document
	*export.Reader
	id     string
	checks unique
}

// document writes all rows of a document, those that others refer to first.
func (w *Writer) document(d *document) error {
	for _, write := range []func(*document) error{
		w.documentRows, w.figureRows, w.tableRows, w.platformRows, w.taskRows, w.otherRows, w.checkRows,
	} {
		if err := write(d); err != nil {
			return err
		}
	}
	return nil
}

// start and end place a span in code points.
func (d *document) start(at policy.Span) string { return strconv.Itoa(d.Rune(at.Start)) }
func (d *document) end(at policy.Span) string   { return strconv.Itoa(d.Rune(at.End)) }

// text is the wording at a place.
func (d *document) text(at policy.Span) string { return d.Content.String()[at.Start:at.End] }

// section is the ID of the section of a block: the heading above it, or itself.
func (d *document) section(block int) string {
	if block < 0 || block >= len(d.Blocks) {
		return preamble
	}
	return sectionID(d.sectionOf(&d.Blocks[block]))
}

func (d *document) sectionAt(at policy.Span) string { return d.section(d.BlockAt(at)) }

// unique tells apart what should not have the same ID but has.
type unique map[string]int

func (u *unique) id(s string) string {
	if *u == nil {
		*u = unique{}
	}
	(*u)[s]++
	if n := (*u)[s]; n > 1 {
		return s + "-" + strconv.Itoa(n)
	}
	return s
}

// positive writes a number that is 0 where there is none.
func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
