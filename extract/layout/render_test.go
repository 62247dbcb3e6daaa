package layout

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"shuzheng/extract/read"
	"shuzheng/policy"
)

var show = flag.String("show", "", "print the layout of this text file")

// TestShow prints how a text is read: go test -run Show -show FILE .
func TestShow(t *testing.T) {
	if *show == "" {
		t.Skip("no -show FILE")
	}
	b, err := os.ReadFile(*show)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := read.Document(&policy.Source{Name: *show, Bytes: b}, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	Arrange(doc)
	fmt.Print(render(doc))
	checkDocument(t, doc)
}

// render writes a document's layout, a line for each block and each row:
//
//	heading 1  一、总体要求
//	paragraph  全文……
//	table t1 3×2 head 1,1 unit 万元
//	  | 指标 | 数值 |
func render(doc *policy.Document) string {
	var w strings.Builder
	article := 0
	for _, b := range doc.Blocks {
		if b.Article != article {
			article = b.Article
			fmt.Fprintf(&w, "== article %d\n", article)
		}
		switch {
		case b.Kind == policy.TableBlock && b.Table >= 0:
			renderTable(&w, &doc.Tables[b.Table])
		case b.Kind == policy.Heading:
			fmt.Fprintf(&w, "heading %d  %s\n", b.Level, b.Text.String())
		default:
			fmt.Fprintf(&w, "%s  %s\n", b.Kind, b.Text.String())
		}
	}
	return w.String()
}

func renderTable(w *strings.Builder, t *policy.Table) {
	fmt.Fprintf(w, "table %s %d×%d head %d,%d caption %q unit %q note %q\n", t.ID, t.Rows, t.Cols, t.HeaderRows, t.HeaderCols, t.Caption, t.Unit, t.Note)
	row := -1
	for _, c := range t.Cells {
		if c.Row != row {
			if row >= 0 {
				w.WriteString(" |\n")
			}
			row = c.Row
			w.WriteString(" ")
		}
		fmt.Fprintf(w, " | %s", c.Text.String())
		if c.RowSpan > 1 || c.ColSpan > 1 {
			fmt.Fprintf(w, " [%d×%d]", c.RowSpan, c.ColSpan)
		}
	}
	w.WriteString(" |\n")
}
