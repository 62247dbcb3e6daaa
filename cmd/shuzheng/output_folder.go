package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// A folderOutput is one JSON file a document and a workbook over all. Everything
// is written into a hidden folder beside and moved when the run is over.
type folderOutput struct {
	dir, hidden string
	names       map[string]string // input path → file in dir, slash-separated
	files       []string          // written so far, in dir
	workbook    output
}

// workbookName is the file over all documents of a folder.
const workbookName = "shuzheng.xlsx"

func (o *folderOutput) add(r result) error {
	name := filepath.FromSlash(o.names[r.path])
	file := filepath.Join(o.hidden, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	if err := os.WriteFile(file, append(r.json, '\n'), 0o666); err != nil {
		return err
	}
	o.files = append(o.files, name)
	return o.workbook.add(r)
}

func (o *folderOutput) fail(path, why string) error { return o.workbook.fail(path, why) }

func (o *folderOutput) finish() error { return o.workbook.finish() }

func (o *folderOutput) place() error {
	if err := os.Mkdir(o.dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := o.workbook.place(); err != nil {
		return err
	}
	for _, name := range append(o.files, workbookName) {
		to := filepath.Join(o.dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(o.hidden, name), to); err != nil {
			return err
		}
	}
	return nil
}

func (o *folderOutput) discard() {
	o.workbook.discard()
	os.RemoveAll(o.hidden)
}

// hiddenBeside makes the folder to write into: on the same disk as dir, so that
// moving costs nothing.
func hiddenBeside(dir string) (string, error) {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return os.MkdirTemp(dir, ".shuzheng-*")
	}
	return os.MkdirTemp(filepath.Dir(filepath.Clean(dir)), ".shuzheng-*")
}

// jsonNames gives each input its file in an output folder. The names repeat the
// inputs' folders, never leave the output folder, and differ in more than case:
// a.txt and A.TXT are one file on some disks.
func jsonNames(inputs []input) map[string]string {
	names, taken := make(map[string]string, len(inputs)), map[string]bool{strings.ToLower(workbookName): true}
	for _, in := range inputs {
		name := within(in.name)
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if taken[strings.ToLower(dir)] { // a file stands where the folder would: a.txt and a.txt.json/b.txt
				name = strings.ReplaceAll(name, "/", "_")
				break
			}
		}
		for n := 1; ; n++ {
			full := name + ".json"
			if n > 1 {
				full = fmt.Sprintf("%s-%d.json", name, n)
			}
			if key := strings.ToLower(full); !taken[key] {
				taken[key], names[in.path] = true, full
				break
			}
		}
	}
	return names
}

// nameBytes is how much of a file name is kept: file systems allow 255 bytes,
// and -2.json has to follow.
const nameBytes = 230

// within makes name safe below a folder: no .., no root, no part too long or
// with characters that some file system refuses.
func within(name string) string {
	parts := strings.Split(path.Clean("/" + name)[1:], "/")
	for i, part := range parts {
		part = strings.Map(func(r rune) rune {
			if r < ' ' || r == utf8.RuneError || strings.ContainsRune(`<>:"\|?*`, r) {
				return '_'
			}
			return r
		}, part)
		for len(part) > nameBytes {
			_, n := utf8.DecodeLastRuneInString(part)
			part = part[:len(part)-n]
		}
		parts[i] = part
	}
	if parts[len(parts)-1] == "" {
		parts[len(parts)-1] = "document"
	}
	return strings.Join(parts, "/")
}
