package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// TestTableFigures reads testdata/tables.txt.
func TestTableFigures(t *testing.T) {
	data, err := os.ReadFile("testdata/tables.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(string(data), "\n== ")[1:] {
		doc, want := tableCase(part)
		t.Run(doc.Tables[0].Caption, func(t *testing.T) {
			got := map[string]string{}
			a := new(arena)
			r := newReading(doc, passages(doc, a), Options{}, a)
			for _, f := range cellFigures(nil, sheets(doc, a), r) {
				if f.Area == r.articles[0].place.name {
					f.Area = ""
				}
				got[fmt.Sprintf("%d,%d", f.Table.Row, f.Table.Col)] = told(&f)
				if c := doc.Content.String(); !strings.Contains(strings.NewReplacer(" ", "", "，", "").Replace(c[f.Evidence.Span.Start:f.Evidence.Span.End]), f.ValueRaw) {
					t.Errorf("%q is not in its evidence %q", f.ValueRaw, c[f.Evidence.Span.Start:f.Evidence.Span.End])
				}
			}
			for at, w := range want {
				if got[at] != w {
					t.Errorf("cell %s:\n got %s\nwant %s", at, got[at], w)
				}
				delete(got, at)
			}
			for at, g := range got {
				t.Errorf("cell %s is no figure, got %s", at, g)
			}
		})
	}
}

// told writes a figure as testdata/tables.txt does.
func told(f *policy.Figure) string {
	value := f.Value
	if f.ValueHigh != "" {
		value += "～" + f.ValueHigh
	}
	var more []string
	for _, w := range [...]string{string(f.Comparator), string(f.Measure), string(f.Direction), string(f.Status), f.Area, f.Binding} {
		if w != "" && w != "=" && w != "level" && w != "actual" {
			more = append(more, w)
		}
	}
	return strings.TrimRight(f.Indicator+" | "+strings.TrimSpace(value+" "+f.Unit)+" | "+f.Period+" | "+strings.Join(more, " "), " |")
}

// tableCase makes a document of one case, and the figures wanted by cell.
func tableCase(part string) (*policy.Document, map[string]string) {
	t := policy.Table{ID: "t1", HeaderRows: 1, Section: -1, Block: -1}
	var title string
	var rows [][]string
	want := map[string]string{}
	for i, line := range strings.Split(part, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch {
		case i == 0:
			t.Caption = line
		case line == "" || line[0] == '#':
		case line[0] == '>':
			at, told, _ := strings.Cut(line[2:], " ")
			fields := strings.Split(told, "|")
			for k := range fields {
				fields[k] = strings.TrimSpace(fields[k])
			}
			want[at] = strings.TrimRight(strings.Join(wide(fields), " | "), " |")
		case key == "title":
			title = value
		case key == "unit":
			t.Unit = value
		case key == "note":
			t.Note = value
		case key == "head":
			fmt.Sscan(value, &t.HeaderRows)
		default:
			rows = append(rows, strings.Split(line, " | "))
		}
	}
	return tableDocument(title, t, rows), want
}

// wide brings a told figure to its four fields: the third may be missing.
func wide(fields []string) []string {
	for len(fields) < 4 {
		fields = append(fields, "")
	}
	return fields
}

// tableDocument writes the cells into a document, one a line.
func tableDocument(title string, t policy.Table, rows [][]string) *policy.Document {
	text := title + "\n"
	t.Rows, t.Cols = len(rows), len(rows[0])
	at := map[[2]int]int{}
	for r, row := range rows {
		for c, s := range row {
			if k, ok := at[[2]int{r - 1, c}]; s == "^" && ok {
				at[[2]int{r, c}] = k
				t.Cells[k].RowSpan = r - t.Cells[k].Row + 1
				continue
			}
			if k, ok := at[[2]int{r, c - 1}]; s == "<" && ok {
				at[[2]int{r, c}] = k
				t.Cells[k].ColSpan = c - t.Cells[k].Col + 1
				continue
			}
			at[[2]int{r, c}] = len(t.Cells)
			w := policy.Span{Start: len(text), End: len(text) + len(s)}
			t.Cells = append(t.Cells, policy.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Span: w, Text: policy.Plain(s, w.Start)})
			text += s + "\n"
		}
	}
	doc := &policy.Document{
		Source: &policy.Source{Bytes: []byte(text)}, Content: policy.Plain(text, 0), Tables: []policy.Table{t},
		Blocks: []policy.Block{{Kind: policy.Title, Span: policy.Span{End: len(title)}, Text: policy.Plain(title, 0), Section: -1, Table: -1}},
	}
	doc.Metadata = map[string]policy.Value{}
	return doc
}

// FuzzTable builds tables of any shape out of a string.
func FuzzTable(f *testing.F) {
	f.Add("指标|2020年|2025年\n面积（亩）|12|≥15", 3, 1)
	f.Add("（|[|〔\n-|±|1～", 2, 0)
	f.Fuzz(func(t *testing.T, s string, cols, head int) {
		if cols < 1 || cols > 8 || !strings.ContainsAny(s, "|\n") {
			return
		}
		s = strings.ToValidUTF8(s, "")
		cells := strings.FieldsFunc(s, func(r rune) bool { return r == '|' || r == '\n' })
		var rows [][]string
		for len(cells) >= cols {
			rows, cells = append(rows, cells[:cols]), cells[cols:]
		}
		if len(rows) == 0 {
			return
		}
		a := new(arena)
		doc := tableDocument("", policy.Table{ID: "t1", HeaderRows: head, Section: -1, Block: -1, Caption: s, Unit: s, Note: s}, rows)
		r := newReading(doc, passages(doc, a), Options{}, a)
		ts := sheets(doc, a)
		doc.Figures = cellFigures(nil, ts, r)
		policytest.Sound(t, doc)
		for _, x := range doc.Figures {
			if x.Value == "" || x.Evidence.Span.Len() <= 0 || x.Evidence.Span.End > doc.Content.Len() {
				t.Fatalf("%+v", x)
			}
		}
		labelCells(ts)
		proseCells(ts)
	})
}
