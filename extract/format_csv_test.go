package extract_test

import (
	"encoding/csv"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/extract"
	"shuzheng/policy"
)

// TestFormatsCSV reads each table of plan.txt from a CSV file of its own, which has
// the caption above and the note below as programs that save tables write them.
func TestFormatsCSV(t *testing.T) {
	plan := document(t, filepath.Join(fixtureDir, "plan.txt"))
	for i := range plan.Tables {
		table := &plan.Tables[i]
		t.Run(table.ID, func(t *testing.T) {
			src := &policy.Source{Name: table.ID + ".csv", Bytes: writeCSV(t, table)}
			doc, err := extract.Document(src, extract.Options{})
			if err != nil || src.MediaType != "text/csv" {
				t.Fatalf("%v, read as %s", err, src.MediaType)
			}
			only := alone(plan, i)
			compare(t, "tables", tablesOf(only), tablesOf(doc))
			compare(t, "figures", figuresOf(only), figuresOf(doc))
		})
	}
}

// writeCSV writes a table with CR LF, as spreadsheet programs do.
func writeCSV(t *testing.T, table *policy.Table) []byte {
	t.Helper()
	var s strings.Builder
	w := csv.NewWriter(&s)
	w.UseCRLF = true
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
