package extract_test

import (
	"encoding/csv"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"shuzheng/policy"
)

// csvFormats are how programs save tables: the name, what parts the fields, the charset
// and how the bytes are made.
var csvFormats = []struct {
	name    string
	comma   rune
	charset string
	in      encoding.Encoding
}{
	{"表.csv", ',', "utf-8", unicode.UTF8BOM},
	{"表 gbk.csv", ',', "gb18030", gbk},
	{"表;.csv", ';', "utf-8", encoding.Nop},
	{"表.tsv", '\t', "utf-16le", markedLE},
	{"表", ',', "utf-8", encoding.Nop},
}

// TestFormatsCSV reads each table of plan.txt from a file of its own, which has the
// caption above and the note below.
func TestFormatsCSV(t *testing.T) {
	plan := document(t, filepath.Join(fixtureDir, "plan.txt"))
	for i := range plan.Tables {
		only := alone(plan, i)
		for _, f := range csvFormats {
			t.Run(plan.Tables[i].ID+" "+f.name, func(t *testing.T) {
				b, err := f.in.NewEncoder().Bytes(writeCSV(t, &plan.Tables[i], f.comma))
				if err != nil {
					t.Fatal(err)
				}
				doc := readAs(t, "text/csv "+f.charset, &policy.Source{Name: f.name, Bytes: b})
				compare(t, "tables", tablesOf(only), tablesOf(doc))
				compare(t, "figures", figuresOf(only), figuresOf(doc))
			})
		}
	}
}

// writeCSV writes a table with CR LF, as spreadsheet programs do.
func writeCSV(t *testing.T, table *policy.Table, comma rune) []byte {
	t.Helper()
	var s strings.Builder
	w := csv.NewWriter(&s)
	w.Comma, w.UseCRLF = comma, true
	line := func(text string) []string { return append([]string{text}, make([]string, table.Cols-1)...) }
	rows := append([][]string{line(table.Caption)}, rowsOf(table)...)
	if table.Note != "" {
		rows = append(rows, line(table.Note))
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return []byte(s.String())
}

// alone is the i-th table of doc and its figures, as those of the one table of a
// document.
func alone(doc *policy.Document, i int) *policy.Document {
	only := &policy.Document{Tables: []policy.Table{doc.Tables[i]}}
	only.Tables[0].ID = "t1"
	for _, f := range doc.Figures {
		if f.Table == nil || f.Table.Table != doc.Tables[i].ID {
			continue
		}
		cell := *f.Table
		cell.Table = "t1"
		f.Table = &cell
		only.Figures = append(only.Figures, f)
	}
	return only
}
