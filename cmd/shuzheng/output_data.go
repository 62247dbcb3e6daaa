package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"shuzheng/export/data"
	"shuzheng/normalize"
)

// A dataFile is an output of tables for statistics programs: one file, or two that
// belong together.
type dataFile struct {
	*data.Writer
	files []*pending
}

// newDataFile begins the files at paths and lets open begin what is in them.
func newDataFile(open func(files []*pending) (*data.Writer, error), paths ...string) (output, error) {
	o := &dataFile{}
	for _, path := range paths {
		f, err := newPending(path)
		if err != nil {
			o.discard()
			return nil, err
		}
		o.files = append(o.files, f)
	}
	var err error
	if o.Writer, err = open(o.files); err != nil {
		o.discard()
		return nil, err
	}
	return o, nil
}

// dataOptions name the concepts of the table in use.
func dataOptions() data.Options {
	return data.Options{Version: version(), Concept: func(id string) (zh, en string) {
		if c := normalize.ConceptByID(id); c != nil {
			return c.Zh, c.En
		}
		return id, id
	}}
}

// openTable opens a file of one table.
func openTable(begin func(io.Writer, data.Options) (*data.Writer, error)) func(*extraction, string, []input) (output, error) {
	return func(x *extraction, path string, inputs []input) (output, error) {
		return newDataFile(func(f []*pending) (*data.Writer, error) { return begin(f[0], dataOptions()) }, path)
	}
}

// openScripted opens a script and, beside it, the CSV that it loads.
func openScripted(begin func(csv, script io.Writer, csvName, scriptName string, options data.Options) (*data.Writer, error)) func(*extraction, string, []input) (output, error) {
	return func(x *extraction, path string, inputs []input) (output, error) {
		csv := strings.TrimSuffix(path, filepath.Ext(path)) + ".csv"
		if x.reads(inputs, csv) != "" {
			return nil, errOverwrites{csv}
		}
		if !data.MayReplace(csv) {
			return nil, errTaken{csv}
		}
		return newDataFile(func(f []*pending) (*data.Writer, error) {
			return begin(f[0], f[1], filepath.Base(csv), filepath.Base(path), dataOptions())
		}, csv, path)
	}
}

// An errOverwrites is the error of an output that would replace an input.
type errOverwrites struct{ path string }

func (e errOverwrites) Error() string { return e.path }

// An errTaken is the error of an output beside the one named that would replace somebody's file.
type errTaken struct{ path string }

func (e errTaken) Error() string { return e.path }

func (o *dataFile) add(r result) error          { return o.Add(r.doc) }
func (o *dataFile) fail(path, why string) error { return o.Fail(path, why) }

func (o *dataFile) finish() error {
	if err := o.Finish(); err != nil {
		return err
	}
	return o.each((*pending).finish)
}

func (o *dataFile) place() error { return o.each((*pending).place) }

func (o *dataFile) each(do func(*pending) error) error {
	for _, f := range o.files {
		if err := do(f); err != nil {
			return err
		}
	}
	return nil
}

func (o *dataFile) discard() {
	if o.Writer != nil {
		o.Close()
	}
	for _, f := range o.files {
		f.discard()
	}
}

// A databaseFile is an output that writes its file itself, under a hidden name.
type databaseFile struct {
	*data.Writer
	hidden, path string
}

func openSQLite(x *extraction, path string, inputs []input) (output, error) {
	o := &databaseFile{hidden: hiddenName(path), path: path}
	f, err := os.OpenFile(o.hidden, os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	f.Close()
	if o.Writer, err = data.NewSQLite(o.hidden, dataOptions()); err != nil {
		os.Remove(o.hidden)
		return nil, err
	}
	return o, nil
}

func (o *databaseFile) add(r result) error          { return o.Add(r.doc) }
func (o *databaseFile) fail(path, why string) error { return o.Fail(path, why) }
func (o *databaseFile) finish() error               { return o.Finish() }
func (o *databaseFile) place() error                { return os.Rename(o.hidden, o.path) }

func (o *databaseFile) discard() {
	o.Close()
	os.Remove(o.hidden)
}
