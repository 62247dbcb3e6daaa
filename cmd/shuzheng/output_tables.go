package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shuzheng/export/data"
)

// A tablesFolder is an output of several files in a folder. It is written into a hidden
// one beside its place, or within it where it is there already.
type tablesFolder struct {
	*data.Writer
	dir, hidden string
	fresh       bool // dir is not there yet
}

// openTables opens a folder of tables.
func openTables(begin func(dir string, options data.Options) (*data.Writer, error)) func(*extraction, string, []input) (output, error) {
	return func(x *extraction, path string, inputs []input) (output, error) {
		if at := x.within(inputs, path); at != "" {
			return nil, errOverwrites{at}
		}
		path = filepath.Clean(path)
		_, err := os.Stat(path)
		o := &tablesFolder{dir: path, fresh: err != nil, hidden: hiddenName(path)}
		if !o.fresh {
			o.hidden = hiddenName(filepath.Join(path, "-"))
		}
		if err := os.Mkdir(o.hidden, 0o777); err != nil {
			return nil, err
		}
		if o.Writer, err = begin(o.hidden, dataOptions()); err != nil {
			os.RemoveAll(o.hidden)
			return nil, err
		}
		return o, nil
	}
}

// within gives the first input or table that stands in the folder, "" if none does.
func (x *extraction) within(inputs []input, folder string) string {
	folder = realPath(folder) + string(filepath.Separator)
	for _, in := range inputs {
		if in.path != "-" && strings.HasPrefix(realPath(in.path), folder) {
			return in.path
		}
	}
	for _, file := range x.tables.files() {
		if strings.HasPrefix(realPath(file), folder) {
			return file
		}
	}
	return ""
}

func (o *tablesFolder) add(r result) error          { return o.Add(r.doc) }
func (o *tablesFolder) fail(path, why string) error { return o.Fail(path, why) }
func (o *tablesFolder) finish() error               { return o.Finish() }

// place moves a new folder as a whole. Into one that is there it moves the files, those
// that describe the others last.
func (o *tablesFolder) place() error {
	if o.fresh {
		return os.Rename(o.hidden, o.dir)
	}
	var files []string
	err := filepath.WalkDir(o.hidden, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files = append(files, path[len(o.hidden)+1:])
		}
		return err
	})
	slices.SortStableFunc(files, func(a, b string) int {
		return strings.Count(b, string(filepath.Separator)) - strings.Count(a, string(filepath.Separator))
	})
	for _, name := range files {
		if err == nil {
			err = os.MkdirAll(filepath.Dir(filepath.Join(o.dir, name)), 0o777)
		}
		if err == nil {
			err = os.Rename(filepath.Join(o.hidden, name), filepath.Join(o.dir, name))
		}
	}
	return err
}

func (o *tablesFolder) discard() {
	o.Close()
	os.RemoveAll(o.hidden)
}
