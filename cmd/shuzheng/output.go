package main

import (
	"bufio"
	"errors"
	"io"

	"shuzheng/policy"
)

// A result is what came of one input.
type result struct {
	input
	doc  *policy.Document // nil after an error
	json []byte           // the document's object, where the output wants it; written over later
	err  error
}

// An output takes the documents of a run in order. finish makes it whole, place
// shows it; discard leaves nothing of it, unless it was placed.
type output interface {
	add(r result) error
	finish() error
	place() error
	discard()
}

// A jsonFile is one object, or an array of them where the run is of several documents.
type jsonFile struct {
	*pending
	several bool
	count   int
}

func (o *jsonFile) add(r result) error {
	if o.several {
		o.WriteString(map[bool]string{true: "[\n", false: ",\n"}[o.count == 0])
	}
	o.count++
	_, err := o.Write(r.json) // a bufio.Writer keeps the first error
	return err
}

func (o *jsonFile) finish() error {
	if o.several {
		o.WriteString("\n]")
	}
	o.WriteByte('\n')
	return o.pending.finish()
}

// A linesFile holds one object a line.
type linesFile struct{ *pending }

func (o linesFile) add(r result) error { return writeLine(o.Writer, r.json) }

// A linesStream is a linesFile on standard output: what is written is out.
type linesStream struct{ *bufio.Writer }

func newLinesStream(w io.Writer) linesStream {
	return linesStream{bufio.NewWriterSize(w, pendingSize)}
}

func (o linesStream) add(r result) error { return writeLine(o.Writer, r.json) }
func (o linesStream) finish() error      { return o.Flush() }
func (o linesStream) place() error       { return nil }
func (o linesStream) discard()           { o.Flush() }

func writeLine(w *bufio.Writer, json []byte) error {
	w.Write(json)
	return w.WriteByte('\n')
}

// A both gives every document to two outputs.
type both [2]output

func (o both) each(do func(output) error) error {
	return errors.Join(do(o[0]), do(o[1]))
}

func (o both) add(r result) error { return o.each(func(out output) error { return out.add(r) }) }
func (o both) finish() error      { return o.each(output.finish) }
func (o both) place() error       { return o.each(output.place) }
func (o both) discard()           { o[0].discard(); o[1].discard() }
