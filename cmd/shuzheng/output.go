package main

import (
	"errors"

	"shuzheng/export/data"
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

// A format is a kind of output that -o names by its ending, or --format by its name.
type format struct {
	name     string
	ending   string
	wantJSON bool    // add takes result.json
	open     opening // nil for one that is a folder always
	folder   opening // nil for one that is never a folder
}

// An opening begins an output at a path.
type opening func(x *extraction, path string, inputs []input) (output, error)

// formats lists them in the order of the help. A new one is a file with its output
// and a line here. Of two endings that fit, the first is taken.
func formats() []format {
	return []format{
		{"json", ".json", true, openJSON, nil},
		{"jsonl", ".jsonl", true, openLines, nil},
		{"xlsx", ".xlsx", false, openWorkbook, nil},
		{"html", ".html", false, openPage, nil},
		{"corpus", ".corpus.csv", false, openTable(data.NewCorpus), nil},
		{"csv", ".csv", false, openTable(data.NewCSV), openTables(data.NewCSVFolder)},
		{"parquet", ".parquet", false, openTable(data.NewParquet), openTables(data.NewParquetFolder)},
		{"sqlite", ".sqlite", false, openSQLite, nil},
		{"sqlite", ".db", false, openSQLite, nil},
		{"stata", ".do", false, openScripted(data.NewStata), nil},
		{"r", ".r", false, openScripted(data.NewR), nil},
		{"datapackage", ".datapackage", false, nil, openTables(data.NewPackage)},
	}
}

// documentsOnly is the fail of an output that has no place for failures.
type documentsOnly struct{}

func (documentsOnly) fail(path, why string) error { return nil }

// A both gives every document to two outputs.
type both [2]output

func (o both) each(do func(output) error) error { return errors.Join(do(o[0]), do(o[1])) }

func (o both) add(r result) error { return o.each(func(out output) error { return out.add(r) }) }
func (o both) fail(path, why string) error {
	return o.each(func(out output) error { return out.fail(path, why) })
}
func (o both) finish() error { return o.each(output.finish) }
func (o both) place() error  { return o.each(output.place) }
func (o both) discard()      { o[0].discard(); o[1].discard() }
