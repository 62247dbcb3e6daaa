package data

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"os"
	"path/filepath"

	"shuzheng/export/codebook"
)

// A folder holds one file a table.
type folder struct {
	dir     string
	files   map[string]*tableFile // by the name of the table
	format  fileFormat
	closing func(f *folder) error // what is written beside the tables
}

// A fileFormat makes the sink of one table's file.
type fileFormat struct {
	ending string
	open   func(f *tableFile) (sink, error)
}

// A tableFile is one of them. What is written is counted and summed up.
type tableFile struct {
	*codebook.Table
	sink
	name  string // within the folder, with slashes
	file  *os.File
	buf   *bufio.Writer
	bytes int64
	sum   hash.Hash
}

// newFolder begins an empty file for each table in dir/below.
func newFolder(dir, below string, format fileFormat) (*folder, error) {
	f := &folder{dir: dir, files: map[string]*tableFile{}, format: format}
	if err := os.MkdirAll(filepath.Join(dir, below), 0o777); err != nil {
		return nil, err
	}
	for i := range codebook.Tables() {
		if err := f.open(&codebook.Tables()[i], below); err != nil {
			f.close()
			return nil, err
		}
	}
	return f, nil
}

func (f *folder) open(t *codebook.Table, below string) (err error) {
	file := &tableFile{Table: t, name: t.Name + f.format.ending, sum: sha256.New()}
	if below != "" {
		file.name = below + "/" + file.name
	}
	if file.file, err = os.Create(filepath.Join(f.dir, filepath.FromSlash(file.name))); err != nil {
		return err
	}
	f.files[t.Name] = file
	file.buf = bufio.NewWriterSize(file, 1<<16)
	file.sink, err = f.format.open(file)
	return err
}

// Write passes the bytes on to the file.
func (f *tableFile) Write(p []byte) (int, error) {
	f.sum.Write(p)
	f.bytes += int64(len(p))
	return f.file.Write(p)
}

func (f *folder) row(t *codebook.Table, values []string) error { return f.files[t.Name].row(t, values) }

// finish ends the files, then writes what describes them.
func (f *folder) finish() error {
	for i := range codebook.Tables() {
		file := f.files[codebook.Tables()[i].Name]
		for _, do := range []func() error{file.finish, file.buf.Flush, file.file.Close} {
			if err := do(); err != nil {
				return err
			}
		}
	}
	if f.closing == nil {
		return nil
	}
	return f.closing(f)
}

func (f *folder) close() {
	for _, file := range f.files {
		file.file.Close()
	}
}

// A csvSink is a csvFile as a file of a folder.
type csvSink struct{ csvFile }

func (s *csvSink) finish() error { return nil }
func (s *csvSink) close()        {}

// csvFormat is CSV, for spreadsheets or for programs.
func csvFormat(guard bool) fileFormat {
	return fileFormat{".csv", func(f *tableFile) (sink, error) {
		s := &csvSink{csvFile{out: f.buf, guard: guard}}
		return s, s.head(columnNames(f.Table))
	}}
}

// NewPackage writes all tables as a Data Package (version 2 of the standard) into the
// empty folder dir: data/*.csv, datapackage.json that describes them, and scripts that
// load them into R and Stata.
func NewPackage(dir string, options Options) (*Writer, error) {
	f, err := newFolder(dir, "data", csvFormat(false))
	if err != nil {
		return nil, err
	}
	f.closing = func(f *folder) error {
		if err := f.describe(options.Version); err != nil {
			return err
		}
		return f.scripts()
	}
	return newWriter(f, options), nil
}

// NewCSVFolder writes all tables as CSV for spreadsheets into dir.
func NewCSVFolder(dir string, options Options) (*Writer, error) {
	f, err := newFolder(dir, "", csvFormat(true))
	if err != nil {
		return nil, err
	}
	return newWriter(f, options), nil
}

// describe writes datapackage.json.
func (f *folder) describe(version string) error {
	p := packageOf(version)
	for i := range codebook.Tables() {
		t := &codebook.Tables()[i]
		file := f.files[t.Name]
		p.Resources = append(p.Resources, resourceOf(t, file.name, file.bytes, hex.EncodeToString(file.sum.Sum(nil))))
	}
	b, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(f.dir, "datapackage.json"), append(b, '\n'), 0o666)
}
