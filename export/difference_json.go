package export

import (
	_ "embed"
	"strings"

	"shuzheng/policy"
)

// DiffSchemaName is the value of "schema" in what is written of two versions.
const DiffSchemaName = "shuzheng/diff/1"

//go:embed diff.schema.json
var diffSchema string

// DiffSchema is the JSON Schema of the file that holds comparisons: an object with
// schema, a and b (the paths), documents (what AppendComparison writes), summary
// (what AppendCounts writes) and failures.
func DiffSchema() string { return diffSchema }

// Counts are how many figures became what.
type Counts struct{ Added, Removed, Changed, Unchanged, Moved, Reworded int }

// CountsOf counts those of a comparison.
func CountsOf(c *policy.Comparison) (n Counts) {
	for i := range c.Differences {
		switch d := &c.Differences[i]; d.Kind {
		case policy.Added:
			n.Added++
		case policy.Removed:
			n.Removed++
		case policy.Changed:
			n.Changed++
		default:
			n.Unchanged++
			n.Moved += oneIf(d.Moved)
			n.Reworded += oneIf(d.Reworded)
		}
	}
	return n
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Add adds the counts of another comparison.
func (n *Counts) Add(m Counts) {
	n.Added += m.Added
	n.Removed += m.Removed
	n.Changed += m.Changed
	n.Unchanged += m.Unchanged
	n.Moved += m.Moved
	n.Reworded += m.Reworded
}

// Equal says that nothing was added, removed or changed.
func (n Counts) Equal() bool { return n.Added+n.Removed+n.Changed == 0 }

// AppendCounts appends counts as a JSON object.
func AppendCounts(dst []byte, n Counts) []byte {
	w := jsonWriter{buf: dst}
	w.int(`{"added":`, n.Added)
	w.int(`,"removed":`, n.Removed)
	w.int(`,"changed":`, n.Changed)
	w.int(`,"unchanged":`, n.Unchanged)
	w.int(`,"moved":`, n.Moved)
	w.int(`,"reworded":`, n.Reworded)
	w.raw(`}`)
	return w.buf
}

// AppendComparison appends the JSON object of two versions of a document: what they
// are, how much differs, every difference with the figures of both versions whole, and
// the rest by their IDs.
func AppendComparison(dst []byte, c *policy.Comparison) []byte {
	w := comparisonWriter{jsonWriter{buf: dst}, c, sideOf(c.A), sideOf(c.B)}
	w.version(`{"a":`, c.A)
	w.version(`,"b":`, c.B)
	w.raw(`,"summary":`)
	w.buf = AppendCounts(w.buf, CountsOf(c))
	sep := `,"differences":[`
	for i := range c.Differences {
		if d := &c.Differences[i]; d.Kind != policy.Unchanged {
			w.raw(sep)
			w.difference(d)
			sep = `,`
		}
	}
	w.raw(strings.TrimSuffix(sep, `,`))
	sep = `],"unchanged":[`
	for i := range c.Differences {
		if d := &c.Differences[i]; d.Kind == policy.Unchanged {
			w.raw(sep)
			w.code(`{"a":"`, c.A.Figures[d.A].ID)
			w.code(`,"b":"`, c.B.Figures[d.B].ID)
			w.bool(`,"moved":`, d.Moved)
			w.bool(`,"reworded":`, d.Reworded)
			w.raw(`}`)
			sep = `,`
		}
	}
	w.raw(strings.TrimSuffix(sep, `,`))
	w.raw(`]}`)
	return w.buf
}

// A comparisonWriter writes a comparison; a and b know the places of the two texts.
type comparisonWriter struct {
	jsonWriter
	c    *policy.Comparison
	a, b *Index
}

func sideOf(doc *policy.Document) *Index {
	if doc == nil {
		return nil
	}
	return NewIndex(doc)
}

// version names one of the two documents.
func (w *comparisonWriter) version(key string, doc *policy.Document) {
	w.raw(key)
	if doc == nil {
		w.raw(`null`)
		return
	}
	w.str(`{"name":`, strings.ToValidUTF8(doc.Source.Name, "\ufffd"))
	w.opt(`,"title":`, doc.Metadata["title"].Value)
	w.opt(`,"sha256":`, doc.Source.SHA256)
	w.int(`,"figures":`, len(doc.Figures))
	w.raw(`}`)
}

func (w *comparisonWriter) difference(d *policy.Difference) {
	w.code(`{"kind":"`, string(d.Kind))
	list(&w.jsonWriter, `,"fields":[`, d.Fields, (*jsonWriter).fieldChange)
	w.bool(`,"moved":`, d.Moved)
	w.bool(`,"reworded":`, d.Reworded)
	w.figureOf(`,"a":`, w.c.A, d.A, w.a)
	w.figureOf(`,"b":`, w.c.B, d.B, w.b)
	w.raw(`}`)
}

func (w *jsonWriter) fieldChange(f *policy.FieldChange) {
	w.code(`{"name":"`, f.Name)
	w.opt(`,"old":`, f.Old)
	w.opt(`,"new":`, f.New)
	w.raw(`}`)
}

func (w *comparisonWriter) figureOf(key string, doc *policy.Document, i int, at *Index) {
	w.raw(key)
	if i < 0 {
		w.raw(`null`)
		return
	}
	w.buf = AppendFigure(w.buf, doc, &doc.Figures[i], at)
}
