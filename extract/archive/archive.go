// Package archive finds the documents in ZIP, TAR and GZIP files. In goes the path of
// a file; out come its Members, by name and in order, which are unpacked one at a time
// and only when they are read. Nothing is ever written to disk: names are only names.
// An archive in an archive is opened too, to a depth of two.
package archive

import (
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"shuzheng/extract/read"
)

// Limits bound what hostile archives may ask for; 0 means the default.
type Limits struct {
	MaxBytes    int64 // of a member: 64 MiB
	MaxUnpacked int64 // of all members of an archive, or MaxRatio times its size if that is more: 256 MiB
	MaxRatio    int64 // times its packed size that a member of more than 4 MiB may be: 200
	MaxMembers  int   // of an archive and those in it: 20,000
}

const (
	ratioFree = 4 << 20 // bytes of a member that are unpacked whatever their ratio
	maxDepth  = 2
)

// A Member is a document in an archive.
type Member struct {
	Name  string // in the archive: docs/a.txt, inner.zip!a.txt
	Err   error  // why it cannot be read, known already
	from  container
	index int
}

// Read unpacks the member. The error says why it cannot be, and which limit it is beyond.
func (m *Member) Read() ([]byte, error) {
	if m.Err != nil {
		return nil, m.Err
	}
	return m.from.read(m.index)
}

// Skip says that the member will not be read. After it or Read neither may be called.
func (m *Member) Skip() {
	if m.Err == nil {
		m.from.skip(m.index)
	}
}

// A container is an archive whose members are read by their number.
type container interface {
	// read gives the bytes of a member. Every member is read or skipped once, at about
	// its turn; after the last one the container is closed.
	read(index int) ([]byte, error)
	skip(index int)
}

// List names the members of the file at path; ok is false where it is no archive. The
// error says why an archive cannot be read.
func List(path string, limits Limits) (members []Member, ok bool, err error) {
	src := &source{path: path}
	in, size, err := src.open()
	if err != nil {
		return nil, false, nil // whoever reads it will tell
	}
	defer src.close()
	l := lister{limits: limits.filled()}
	kind := kindOf(in, size)
	if kind == none {
		return nil, false, nil
	}
	err = l.list(kind, src, in, size, path, "", 1)
	if err == nil && len(l.members) == 0 {
		err = errEmpty
	}
	return unique(l.members), true, err
}

var errEmpty = &read.Error{Zh: "归档里没有文件", En: "the archive holds no files"}

func (l Limits) filled() Limits {
	if l.MaxBytes <= 0 {
		l.MaxBytes = 64 << 20
	}
	if l.MaxUnpacked <= 0 {
		l.MaxUnpacked = 256 << 20
	}
	if l.MaxRatio <= 0 {
		l.MaxRatio = 200
	}
	if l.MaxMembers <= 0 {
		l.MaxMembers = 20_000
	}
	return l
}

// total is how much may be unpacked of an archive of this size.
func (l Limits) total(size int64) int64 { return max(l.MaxUnpacked, l.MaxRatio*size) }

// A lister collects members.
type lister struct {
	limits  Limits
	members []Member
}

// list adds the members of an archive; prefix stands before their names.
func (l *lister) list(kind kind, src *source, in io.ReaderAt, size int64, name, prefix string, depth int) error {
	if kind == zipped {
		return l.zip(src, in, size, prefix, depth)
	}
	return l.tape(kind, src, in, size, name, prefix, depth)
}

// add adds a member; false says that there are too many.
func (l *lister) add(m Member) error {
	if len(l.members) >= l.limits.MaxMembers {
		return &read.Error{
			Zh: fmt.Sprintf("归档里的文件超过 %d 个，其余没有读取", l.limits.MaxMembers),
			En: fmt.Sprintf("the archive holds more than %d files; the others were not read", l.limits.MaxMembers),
		}
	}
	l.members = append(l.members, m)
	return nil
}

// inner adds the members of an archive that is a member itself; opened is false where
// it is none.
func (l *lister) inner(m Member, data []byte, depth int) (opened bool, err error) {
	src := &source{data: data}
	in, size, _ := src.open()
	kind := kindOf(in, size)
	if kind == none {
		return false, nil
	}
	if depth >= maxDepth {
		m.Err = &read.Error{Zh: "归档套了两层以上；请先解开里面的归档", En: "archives within archives within archives; unpack the inner one first"}
		return true, l.add(m)
	}
	src.data, src.member = nil, &m // unpacked anew when it is read
	before := len(l.members)
	e := l.list(kind, src, in, size, m.Name, m.Name+"!", depth+1)
	if e == nil && len(l.members) == before {
		e = errEmpty
	}
	if e != nil {
		return true, l.add(Member{Name: m.Name, Err: e})
	}
	return true, nil
}

// skipped says whether a name is of a file that nobody means: hidden, or what systems
// add to archives.
func skipped(name string) bool {
	return strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/") || path.Base(name) == "Thumbs.db"
}

// unique makes the names differ.
func unique(members []Member) []Member {
	seen := make(map[string]int, len(members))
	for i := range members {
		m := &members[i]
		seen[m.Name]++
		if n := seen[m.Name]; n > 1 {
			m.Name = fmt.Sprintf("%s (%d)", m.Name, n)
		}
	}
	return members
}

// cleanName is the name of a member as it is shown: decoded, with slashes.
func cleanName(raw string) string {
	return strings.TrimPrefix(strings.ReplaceAll(read.FileName(raw), "\\", "/"), "./")
}

// A source is the bytes of an archive: a file, or a member of another archive that is
// held as long as its own members are read.
type source struct {
	path   string
	member *Member
	data   []byte
	file   *os.File
}

func (s *source) open() (io.ReaderAt, int64, error) {
	switch {
	case s.path != "":
		f, err := os.Open(s.path)
		if err != nil {
			return nil, 0, err
		}
		info, err := f.Stat()
		if err != nil || !info.Mode().IsRegular() {
			f.Close()
			return nil, 0, fmt.Errorf("%s: no file", s.path)
		}
		s.file = f
		return f, info.Size(), nil
	case s.data == nil && s.member != nil:
		var err error
		if s.data, err = s.member.Read(); err != nil {
			return nil, 0, err
		}
	}
	return bytesReader(s.data), int64(len(s.data)), nil
}

func (s *source) close() {
	if s.file != nil {
		s.file.Close()
		s.file = nil
	}
	if s.member != nil {
		s.data = nil
	}
}
