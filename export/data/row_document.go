package data

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

var documentTable = newTable("documents", []field[document]{
	{"doc_id", func(d *document) string { return d.id }},
	{"title", func(d *document) string { return d.Name() }},
	{"issuer", metadata("issuer")},
	{"doc_number", metadata("doc_number")},
	{"date", metadata("date")},
	{"publish_date", metadata("publish_date")},
	{"effective_date", metadata("effective_date")},
	{"level", metadata("level")},
	{"validity", metadata("validity")},
	{"subject", metadata("subject")},
	{"region", metadata("region")},
	{"source", metadata("source")},
	{"index_number", metadata("index_number")},
	{"n_figures", func(d *document) string { return strconv.Itoa(len(d.Figures)) }},
	{"n_tables", func(d *document) string { return strconv.Itoa(len(d.Tables)) }},
	{"n_platforms", func(d *document) string { return strconv.Itoa(len(d.Platforms)) }},
	{"n_numerals", func(d *document) string { return strconv.Itoa(len(d.Numerals)) }},
	{"n_unexplained", func(d *document) string { return strconv.Itoa(d.unexplained()) }},
	{"n_problems", func(d *document) string { return strconv.Itoa(len(d.Problems)) }},
	{"n_characters", func(d *document) string { return strconv.Itoa(d.Rune(d.Content.Len())) }},
	{"file", func(d *document) string { return d.Source.Name }},
	{"media_type", func(d *document) string { return d.Source.MediaType }},
	{"charset", func(d *document) string { return d.Source.Charset }},
	{"bytes", func(d *document) string { return positive(len(d.Source.Bytes)) }},
	{"sha256", func(d *document) string { return d.Source.SHA256 }},
})

func metadata(key string) func(*document) string {
	return func(d *document) string { return d.Metadata[key].Value }
}

func (d *document) unexplained() (n int) {
	for i := range d.Numerals {
		if d.Numerals[i].As == policy.Unexplained {
			n++
		}
	}
	return n
}

// A sectionRow is a heading with the text below it.
type sectionRow struct {
	*document
	id    int // of its heading, beforeHeadings
	lines []string
	at    policy.Span
}

// beforeHeadings is the section of what stands before the first heading.
const (
	beforeHeadings = -1
	preamble       = "-1"
)

var sectionTable = newTable("sections", []field[sectionRow]{
	{"doc_id", func(r *sectionRow) string { return r.document.id }},
	{"section_id", func(r *sectionRow) string { return sectionID(r.id) }},
	{"parent_id", func(r *sectionRow) string { return r.parent() }},
	{"level", func(r *sectionRow) string { return r.level() }},
	{"heading", func(r *sectionRow) string { return r.heading() }},
	{"path", func(r *sectionRow) string { return r.path() }},
	{"text", func(r *sectionRow) string { return strings.Join(r.lines, "\n") }},
	{"char_start", func(r *sectionRow) string { return r.start(r.at) }},
	{"char_end", func(r *sectionRow) string { return r.end(r.at) }},
})

func sectionID(id int) string { return strconv.Itoa(id) }

func (r *sectionRow) block() *policy.Block {
	if r.id == beforeHeadings {
		return &policy.Block{Section: beforeHeadings}
	}
	return &r.Blocks[r.id]
}

func (r *sectionRow) parent() string {
	if s := r.block().Section; s >= 0 && s < len(r.Blocks) && heads(&r.Blocks[s]) {
		return sectionID(s)
	}
	return ""
}

func (r *sectionRow) level() string   { return strconv.Itoa(r.block().Level) }
func (r *sectionRow) heading() string { return r.block().Text.String() }

func (r *sectionRow) path() string {
	if above := r.Section(r.id); above != "" {
		return above + " › " + r.heading()
	}
	return r.heading()
}

// heads says whether a block begins a section.
func heads(b *policy.Block) bool { return b.Kind == policy.Heading || b.Kind == policy.Title }

// sectionOf is the ID of the section that a block belongs to: its own if it is a heading.
func (d *document) sectionOf(b *policy.Block) int {
	if heads(b) {
		return b.ID
	}
	if b.Section < 0 || b.Section >= len(d.Blocks) || !heads(&d.Blocks[b.Section]) {
		return beforeHeadings
	}
	return b.Section
}

// documentRows writes the document and its sections. What sites write around a page
// belongs to none, but figures in it have the one before the headings.
func (w *Writer) documentRows(d *document) error {
	if err := put(w, documentTable, d); err != nil {
		return err
	}
	rows := []sectionRow{{document: d, id: beforeHeadings}}
	at := map[int]int{beforeHeadings: 0}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		id := d.sectionOf(b)
		k, known := at[id]
		if !known {
			k = len(rows)
			at[id], rows = k, append(rows, sectionRow{document: d, id: id, at: d.Blocks[id].Span})
		}
		rows[k].add(b)
	}
	return putAll(w, sectionTable, rows, func(_ int, r *sectionRow) sectionRow { return *r })
}

// add takes a block into its section.
func (r *sectionRow) add(b *policy.Block) {
	if heads(b) || b.Kind == policy.Boilerplate {
		return
	}
	if len(r.lines) == 0 && r.id == beforeHeadings {
		r.at = b.Span
	}
	r.at.End = max(r.at.End, b.Span.End)
	if b.Kind == policy.TableBlock && b.Table >= 0 && b.Table < len(r.Tables) {
		r.lines = append(r.lines, gridText(&r.Tables[b.Table]))
		return
	}
	r.lines = append(r.lines, b.Text.String())
}

// gridText is a table as text: a line a row, tabs between its cells.
func gridText(t *policy.Table) string {
	var b strings.Builder
	row := 0
	for i := range t.Cells {
		c := &t.Cells[i]
		switch {
		case i == 0:
		case c.Row != row:
			b.WriteByte('\n')
		default:
			b.WriteByte('\t')
		}
		row = c.Row
		b.WriteString(strings.ReplaceAll(c.Text.String(), "\n", " "))
	}
	return b.String()
}
