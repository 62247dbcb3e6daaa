package data

import (
	"io"
	"strings"

	"shuzheng/export/codebook"
)

// A csvFile is one table as CSV (RFC 4180, UTF-8, lines that end in a line feed).
type csvFile struct {
	out   io.Writer
	guard bool // for spreadsheets: see guarded
	line  []byte
}

// byteOrderMark tells a spreadsheet that what follows is UTF-8.
const byteOrderMark = "\ufeff"

// head writes the line of names.
func (f *csvFile) head(names []string) error {
	if f.guard {
		f.line = append(f.line, byteOrderMark...)
	}
	return f.fields(names)
}

// row writes a line of values of the table's columns.
func (f *csvFile) row(t *codebook.Table, values []string) error {
	if f.guard {
		for i, s := range values {
			if t.Columns[i].Type == codebook.String {
				values[i] = guarded(s)
			}
		}
	}
	return f.fields(values)
}

// fields writes one line. A line of one empty field would be an empty line.
func (f *csvFile) fields(values []string) error {
	for i, s := range values {
		if i > 0 {
			f.line = append(f.line, ',')
		}
		f.line = appendField(f.line, s)
	}
	f.line = append(f.line, '\n')
	_, err := f.out.Write(f.line)
	f.line = f.line[:0]
	return err
}

// appendField quotes what needs quotes; blanks at the ends do, since some readers drop
// them.
func appendField(line []byte, s string) []byte {
	if !strings.ContainsAny(s, ",\"\n\r") && strings.Trim(s, " \t") == s {
		return append(line, s...)
	}
	line = append(line, '"')
	for i := range len(s) {
		if s[i] == '"' {
			line = append(line, '"')
		}
		line = append(line, s[i])
	}
	return append(line, '"')
}

// columnNames are those of a table.
func columnNames(t *codebook.Table) []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// An excelFile is the table of figures as a spreadsheet reads it.
type excelFile struct{ csvFile }

// NewCSV writes the figures as CSV for spreadsheets: with a byte-order mark, and with
// an apostrophe before a text that would become a formula or another number. Numbers
// stay as they are.
func NewCSV(out io.Writer, options Options) (*Writer, error) {
	f := &excelFile{csvFile{out: out, guard: true}}
	return newWriter(f, options, "figures"), f.head(columnNames(figureTable.Table))
}

func (f *excelFile) finish() error { return nil }
func (f *excelFile) close()        {}
