package main

import (
	"bufio"
	"io"
)

// A linesFile holds one object a line.
type linesFile struct {
	*pending
	documentsOnly
}

func openLines(x *extraction, path string, inputs []input) (output, error) {
	f, err := newPending(path)
	return linesFile{pending: f}, err
}

func (o linesFile) add(r result) error { return writeLine(o.Writer, r.json) }

// A linesStream is a linesFile on standard output: what is written is out.
type linesStream struct {
	*bufio.Writer
	documentsOnly
}

func newLinesStream(w io.Writer) linesStream {
	return linesStream{Writer: bufio.NewWriterSize(w, pendingSize)}
}

func (o linesStream) add(r result) error { return writeLine(o.Writer, r.json) }
func (o linesStream) finish() error      { return o.Flush() }
func (o linesStream) place() error       { return nil }
func (o linesStream) discard()           { o.Flush() }

// writeLine writes a line. A long one goes out without a copy.
func writeLine(w *bufio.Writer, json []byte) error {
	if len(json) > w.Available() {
		w.Flush()
	}
	w.Write(json)
	return w.WriteByte('\n')
}
