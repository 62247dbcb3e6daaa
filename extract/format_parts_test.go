package extract_test

import (
	"strings"

	"shuzheng/policy"
)

// A part is a block of a document that is to be written in another format.
type part struct {
	kind  policy.BlockKind
	level int
	text  string
	table *policy.Table
}

// partsOf are the blocks of a document; a heading and the text that runs in behind it
// are one where lines says so.
func partsOf(doc *policy.Document, lines bool) []part {
	var parts []part
	for i, b := range doc.Blocks {
		if n := len(parts) - 1; lines && i > 0 && parts[n].kind == policy.Heading {
			before := doc.Blocks[i-1].Span
			if gap := doc.Content.String()[before.End:b.Span.Start]; !strings.Contains(gap, "\n") {
				parts[n] = part{kind: policy.Paragraph, text: parts[n].text + gap + b.Text.String()}
				continue
			}
		}
		p := part{kind: b.Kind, level: b.Level, text: b.Text.String()}
		if b.Kind == policy.TableBlock {
			p.table = &doc.Tables[b.Table]
		}
		parts = append(parts, p)
	}
	return parts
}

// rowsOf is a table's wording by row and column.
func rowsOf(t *policy.Table) [][]string {
	rows := make([][]string, t.Rows)
	for i := range rows {
		rows[i] = make([]string, t.Cols)
	}
	for _, c := range t.Cells {
		rows[c.Row][c.Col] = c.Text.String()
	}
	return rows
}
