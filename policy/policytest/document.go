// Package policytest makes documents for tests from lines that people write, and reads the
// files that hold such lines beside what must be found in them.
package policytest

import (
	"strings"

	"shuzheng/policy"
)

// Document makes a document of lines, a block each: "= " begins a title, "# " a heading,
// "! " what a site writes around the text, "| " a row of a table whose first row is its
// head and whose empty cells go on with the one above, "@ NAME=" what the page says of
// itself, "---" the next article. ⏎ is a line break within a block.
func Document(lines []string) *policy.Document {
	b := builder{doc: &policy.Document{Metadata: map[string]policy.Value{}}, section: -1}
	for _, line := range lines {
		b.add(line)
	}
	b.doc.Content = policy.Plain(b.text.String(), 0)
	return b.doc
}

type builder struct {
	doc     *policy.Document
	text    strings.Builder
	article int
	section int  // the heading that stands above
	inTable bool // the line before was a row
}

func (b *builder) add(line string) {
	if name, value, ok := strings.Cut(line, "="); ok && strings.HasPrefix(name, "@ ") {
		b.doc.Metadata[name[len("@ "):]] = policy.Value{Value: value}
		return
	}
	if line == "---" {
		b.article++
		return
	}
	row, ok := strings.CutPrefix(line, "| ")
	if ok {
		b.row(strings.Split(row, "|"))
	} else {
		b.block(line)
	}
	b.inTable = ok
}

var kinds = map[string]policy.BlockKind{"= ": policy.Title, "# ": policy.Heading, "! ": policy.Boilerplate}

func (b *builder) block(line string) {
	block := b.next(policy.Paragraph)
	for mark, kind := range kinds {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			line, block.Kind, block.Level = rest, kind, 1
		}
	}
	if block.Kind == policy.Heading {
		block.Section, b.section = -1, block.ID
	}
	block.Text, block.Span = b.write(line, "\n")
	b.doc.Blocks = append(b.doc.Blocks, block)
}

func (b *builder) next(kind policy.BlockKind) policy.Block {
	return policy.Block{ID: len(b.doc.Blocks), Kind: kind, Section: b.section, Table: -1, Article: b.article}
}

// write adds a text to the content, and the character that ends it.
func (b *builder) write(s, end string) (policy.Text, policy.Span) {
	s = strings.ReplaceAll(s, "⏎", "\n")
	at := policy.Span{Start: b.text.Len(), End: b.text.Len() + len(s)}
	b.text.WriteString(s + end)
	return policy.Plain(s, at.Start), at
}

func (b *builder) row(cells []string) {
	if !b.inTable {
		block := b.next(policy.TableBlock)
		block.Table = len(b.doc.Tables)
		b.doc.Blocks = append(b.doc.Blocks, block)
		b.doc.Tables = append(b.doc.Tables, policy.Table{Section: b.section, HeaderRows: 1})
	}
	t := &b.doc.Tables[len(b.doc.Tables)-1]
	for col, s := range cells {
		if s = strings.TrimSpace(s); s == "" && t.Rows > 0 {
			lengthen(t, col)
			continue
		}
		text, at := b.write(s, "\t")
		t.Cells = append(t.Cells, policy.Cell{Row: t.Rows, Col: col, RowSpan: 1, ColSpan: 1, Span: at, Text: text})
	}
	b.text.WriteString("\n")
	t.Rows, t.Cols = t.Rows+1, max(t.Cols, len(cells))
}

// lengthen lets the last cell of a column go on for one row more.
func lengthen(t *policy.Table, col int) {
	for i := len(t.Cells) - 1; i >= 0; i-- {
		if t.Cells[i].Col == col {
			t.Cells[i].RowSpan++
			return
		}
	}
}
