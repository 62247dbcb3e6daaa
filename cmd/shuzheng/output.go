package main

import (
	"errors"

	"shuzheng/policy"
)

// A result is what came of one input.
type result struct {
	input
	doc  *policy.Document // nil after an error
	json []byte           // the document's object, where the output wants it; written over later
	err  error
}

// An output takes the documents of a run in order: add those that were read, fail
// those that were not, with the reason in the user's words. finish makes it whole,
// place shows it; discard leaves nothing of it, unless it was placed.
type output interface {
	add(r result) error
	fail(path, why string) error
	finish() error
	place() error
	discard()
}

// A format is a kind of file that -o names by its ending.
type format struct {
	ending   string
	wantJSON bool // add takes result.json
	open     func(x *extraction, path string, inputs []input) (output, error)
}

// formats lists them in the order of the help. A new one is a file with its output
// and a line here.
func formats() []format {
	return []format{
		{".json", true, openJSON},
		{".jsonl", true, openLines},
		{".xlsx", false, openWorkbook},
		{".html", false, openPage},
	}
}

// documentsOnly is the fail of an output that has no place for failures.
type documentsOnly struct{}

func (documentsOnly) fail(path, why string) error { return nil }

// A both gives every document to two outputs.
type both [2]output

func (o both) each(do func(output) error) error {
	return errors.Join(do(o[0]), do(o[1]))
}

func (o both) add(r result) error { return o.each(func(out output) error { return out.add(r) }) }
func (o both) fail(path, why string) error {
	return o.each(func(out output) error { return out.fail(path, why) })
}
func (o both) finish() error { return o.each(output.finish) }
func (o both) place() error  { return o.each(output.place) }
func (o both) discard()      { o[0].discard(); o[1].discard() }
