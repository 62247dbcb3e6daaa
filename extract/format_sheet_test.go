package extract_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"shuzheng/policy"
)

// plainXLSX writes each block into a row and each table into rows of cells; a blank
// row parts what does not belong together.
func plainXLSX(t *testing.T, doc *policy.Document) []byte {
	f := excelize.NewFile()
	row := 1
	put := func(col int, s string) {
		cell, err := excelize.CoordinatesToCellName(col+1, row)
		if err == nil {
			err = f.SetCellStr("Sheet1", cell, s)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range partsOf(doc, true) {
		if p.table == nil {
			if p.kind == policy.Caption {
				row++
			}
			put(0, p.text)
			row++
			continue
		}
		for _, r := range rowsOf(p.table) {
			for c, s := range r {
				put(c, s)
			}
			row++
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
