package data

import (
	"slices"
	"strconv"
	"strings"

	"shuzheng/export"
	"shuzheng/export/codebook"
	"shuzheng/policy"
)

// Options say what goes into the outputs besides documents.
type Options struct {
	Version string // of the program, named in the metadata of a Data Package

	// Concept names a concept in Chinese and English; without it concepts go by their IDs.
	Concept func(id string) (zh, en string)
}

// A sink takes the rows of tables in the order they come, and makes a file of them.
type sink interface {
	row(t *codebook.Table, values []string) error
	finish() error // all rows are there
	close()        // gives up what is held; after finish it does nothing
}

// A Writer makes the rows of documents and hands them to one output.
//
//	w, err := data.NewSQLite(path, options)
//	defer w.Close()
//	err = w.Add(doc) // for each document
//	err = w.Finish()
type Writer struct {
	options Options
	out     sink
	wanted  map[string]bool // names of the tables that the output takes

	seen     map[string]int  // documents of the same bytes, by the beginning of their sum
	concepts map[string]bool // that occurred
	problems int
	values   []string // of the last row
}

// newWriter writes the tables named, all where none is.
func newWriter(out sink, options Options, tables ...string) *Writer {
	w := &Writer{options: options, out: out, wanted: map[string]bool{}, seen: map[string]int{}, concepts: map[string]bool{}}
	for _, t := range codebook.Tables() {
		w.wanted[t.Name] = len(tables) == 0 || slices.Contains(tables, t.Name)
	}
	return w
}

// Add writes the rows of a document. After an error the output is of no use.
func (w *Writer) Add(doc *policy.Document) error {
	d := &document{Document: doc, Reader: export.NewReader(doc), id: w.name(doc)}
	return w.document(d)
}

// name gives a document its ID: the beginning of the sum of its bytes, told apart
// where several files have the same.
func (w *Writer) name(doc *policy.Document) string {
	id := doc.Source.SHA256[:min(len(doc.Source.SHA256), idDigits)]
	w.seen[id]++
	if n := w.seen[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return strings.Clone(id)
}

// idDigits is how much of the sum is shown: enough for a thousand million files.
const idDigits = 16

// Fail notes a file that could not be read, with the reason.
func (w *Writer) Fail(name, reason string) error {
	if !w.wanted["problems"] {
		return nil
	}
	w.problems++
	return put(w, problemTable, &problemRow{number: w.problems, file: name, message: reason})
}

// Finish writes what is known only at the end. The output is whole then.
func (w *Writer) Finish() error {
	if err := w.closing(); err != nil {
		return err
	}
	return w.out.finish()
}

// Close gives up what the output holds.
func (w *Writer) Close() { w.out.close() }

// put writes one row of a table, if the output takes that.
func put[T any](w *Writer, t *tableOf[T], r *T) error {
	if !w.wanted[t.Name] {
		return nil
	}
	w.values = w.values[:0]
	for i := range t.fields {
		w.values = append(w.values, export.Visible(t.fields[i].value(r)))
	}
	return w.out.row(t.Table, w.values)
}

// putAll writes a row for each of a list.
func putAll[T, E any](w *Writer, t *tableOf[T], list []E, row func(i int, e *E) T) error {
	if !w.wanted[t.Name] {
		return nil
	}
	for i := range list {
		r := row(i, &list[i])
		if err := put(w, t, &r); err != nil {
			return err
		}
	}
	return nil
}
