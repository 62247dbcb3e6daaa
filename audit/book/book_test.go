package book

import (
	"testing"

	"shuzheng/export"
	"shuzheng/extract/read"
)

var headings = []export.Heading{{ID: "name", Zh: "名称", En: "Name"}, {ID: "value", Zh: "数值", En: "Value"}, {ID: "note", Zh: "备注", En: "Note"}}

// sheet is a worksheet of rows of cells; "" is none.
func sheet(rows ...[]string) read.Worksheet {
	s := read.Worksheet{Name: "表"}
	for r, row := range rows {
		for c, text := range row {
			if text != "" {
				s.Cells = append(s.Cells, read.Cell{Row: r, Col: c, Text: text})
			}
		}
	}
	return s
}

func TestTables(t *testing.T) {
	for name, c := range map[string]struct {
		sheet   read.Worksheet
		line    int // of the first row, 0 for no table
		english bool
	}{
		"as it is":         {sheet([]string{"名称", "数值", "备注"}, []string{"甲", "1"}), 2, false},
		"columns moved":    {sheet([]string{"", "数值", "另", "名称"}, []string{"", "1", "?", "甲"}), 2, false},
		"lines above":      {sheet([]string{"一张表"}, nil, []string{" 名称 ", "数值"}, nil, []string{"甲", "1"}), 5, false},
		"in English":       {sheet([]string{"Name", "Value"}, []string{"甲", "1"}), 2, true},
		"a heading twice":  {sheet([]string{"名称", "数值", "数值"}, []string{"甲", "1", "2"}), 2, false},
		"a column is gone": {sheet([]string{"名称", "备注"}, []string{"甲", "1"}), 0, false},
		"nothing":          {sheet(), 0, false},
	} {
		list := Tables([]read.Worksheet{c.sheet}, headings, "name", "value")
		if c.line == 0 {
			if len(list) > 0 {
				t.Errorf("%s: %+v", name, list)
			}
			continue
		}
		if len(list) != 1 || len(list[0].Rows) != 1 {
			t.Errorf("%s: %+v", name, list)
			continue
		}
		table, r := &list[0], &list[0].Rows[0]
		if table.Text(r, "name") != "甲" || table.Text(r, "value") != "1" || table.Text(r, "other") != "" || r.Line != c.line || table.English != c.english {
			t.Errorf("%s: %+v", name, table)
		}
	}
	two := sheet([]string{"名称", "数值"}, []string{"甲", "1"})
	if n := len(Likely([]read.Worksheet{two}, headings)); n != 1 {
		t.Errorf("two of three headings make %d tables", n)
	}
	if n := len(Likely([]read.Worksheet{sheet([]string{"名称", "别的"})}, headings)); n != 0 {
		t.Errorf("one of three headings makes %d tables", n)
	}
}

func TestBeside(t *testing.T) {
	s := []read.Worksheet{sheet([]string{"", "数值", "", " 7 "}, []string{"名称"})}
	if got := Beside(s, headings[1]); got != "7" {
		t.Errorf("%q", got)
	}
	if got := Beside(s, headings[0]); got != "" {
		t.Errorf("%q", got)
	}
}

func TestLinkText(t *testing.T) {
	for formula, want := range map[string]string{
		`HYPERLINK("#'证据'!A2","查看")`: "查看", `HYPERLINK("#'证据'!A2", 12)`: "12", `SUM(A1:A2)`: "", "": "", `HYPERLINK("#'证据'!A2")`: "",
	} {
		if got := linkText(formula); got != want {
			t.Errorf("%s shows %q, want %q", formula, got, want)
		}
	}
}
