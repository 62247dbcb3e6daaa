package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"shuzheng/extract/archive"
	"shuzheng/policy"
)

// An input is one document to read.
type input struct {
	path string // as the user gave it, or below the folder given; "-" for standard input
	name string // slash-separated, within the folder given: names the result in an output folder
	err  error  // why it cannot be read, known already

	member  *archive.Member // what it is in an archive, nil for a file of its own
	archive string          // path of that

	unsettled bool // it may still be written to
}

// file is the path of the file that an input is or is in.
func (in *input) file() string {
	if in.member != nil {
		return in.archive
	}
	return in.path
}

// skip says that an input will not be read: its archive need not wait for that.
func (in *input) skip() {
	if in.member != nil {
		in.member.Skip()
	}
}

// inputsOf lists the documents that paths name: files as given, the files of a
// folder and of its folders by name. Left out are hidden files (.git, .DS_Store),
// what is named twice, and result, which an earlier run may have left in a folder.
// Of an archive every document in it is listed, as path!name.
func inputsOf(paths []string, result string, limits archive.Limits) []input {
	g := gathering{seen: map[string]bool{}, limits: limits}
	g.all(paths, result)
	return g.inputs
}

// filesOf shows the files that inputsOf would look into to visit.
func filesOf(paths []string, result string, visit func(in input, info fs.FileInfo)) {
	g := gathering{seen: map[string]bool{}, visit: visit}
	g.all(paths, result)
}

func (g *gathering) all(paths []string, result string) {
	if result != "" {
		g.result = realPath(result)
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case path == "-":
			g.add(input{path: path, name: "stdin"}, path)
		case err != nil:
			g.add(input{path: path, err: err}, realPath(path))
		case info.IsDir():
			g.folder(path, "")
		default:
			g.file(input{path: path, name: filepath.Base(path)}, realPath(path), info)
		}
	}
}

// A gathering collects inputs.
type gathering struct {
	inputs []input
	seen   map[string]bool // by their real paths
	result string
	limits archive.Limits
	visit  func(in input, info fs.FileInfo)
}

// file adds a file, or the documents in it if it is an archive. Nobody looks into a
// pipe before its turn.
func (g *gathering) file(in input, real string, info fs.FileInfo) {
	if in.err == nil && g.visit != nil {
		g.visit(in, info)
		return
	}
	if in.err != nil || !info.Mode().IsRegular() {
		g.add(in, real)
		return
	}
	members, ok, err := archive.List(in.path, g.limits)
	if !ok {
		g.add(in, real)
		return
	}
	for i := range members {
		m := &members[i]
		member := input{path: in.path + "!" + m.Name, name: in.name + path.Clean("/"+strings.ReplaceAll(m.Name, "!", "/")), err: m.Err, member: m, archive: in.path}
		g.add(member, member.path)
	}
	if err != nil {
		in.err = err
		g.add(in, real)
	}
}

func (g *gathering) add(in input, real string) {
	if !g.seen[real] {
		g.seen[real] = true
		g.inputs = append(g.inputs, in)
	}
}

// folder adds the files below root/below. Links to folders are not followed:
// they may lead in a circle.
func (g *gathering) folder(root, below string) {
	path := filepath.Join(root, below)
	entries, err := os.ReadDir(path) // sorted by name
	folder := realPath(path)
	if err != nil {
		g.add(input{path: path, err: err}, folder)
		return
	}
	for _, e := range entries {
		name := filepath.Join(below, e.Name())
		file, real := filepath.Join(root, name), filepath.Join(folder, e.Name())
		if e.Type()&fs.ModeSymlink != 0 {
			real = realPath(file)
		}
		if strings.HasPrefix(e.Name(), ".") || real == g.result {
			continue
		}
		if e.IsDir() {
			g.folder(root, name)
		} else if info, err := os.Stat(file); err != nil || info.Mode().IsRegular() {
			g.file(input{path: file, name: filepath.ToSlash(name), err: err}, real, info)
		}
	}
}

// realPath is one spelling of a path, so that two can be compared.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil { // not there yet
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// A tooLarge is the error of a file with more bytes than --max-bytes.
type tooLarge struct{ limit int64 }

func (e tooLarge) Error() string { return fmt.Sprintf("more than %d bytes", e.limit) }

// source reads an input whole; one of more than limit bytes is refused before
// it fills the memory.
func (in input) source(stdin io.Reader, limit int64) (*policy.Source, error) {
	if in.err != nil {
		return nil, in.err
	}
	if in.member != nil {
		b, err := in.member.Read()
		return &policy.Source{Name: filepath.ToSlash(in.path), Bytes: b}, err
	}
	from := stdin
	var b bytes.Buffer
	if in.path != "-" {
		f, err := os.Open(in.path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			if info.Size() > limit {
				return nil, tooLarge{limit}
			}
			b.Grow(int(info.Size()) + bytes.MinRead) // read at once, and room to see the end
		}
		from = f
	}
	if _, err := b.ReadFrom(io.LimitReader(from, limit+1)); err != nil {
		return nil, err
	}
	if int64(b.Len()) > limit {
		return nil, tooLarge{limit}
	}
	return &policy.Source{Name: filepath.ToSlash(in.path), Bytes: b.Bytes()}, nil
}
