package archive

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"path"
	"strings"
	"sync"

	"shuzheng/extract/read"
)

// A tape goes over the members of a TAR archive, or the one of a GZIP file, from first
// to last.
type tape struct {
	tar  *tar.Reader
	one  io.Reader // of a GZIP file
	name string    // of what it holds
	past bool
}

// newTape starts at the beginning; no more than limit bytes are unpacked.
func newTape(kind kind, in io.ReaderAt, size, limit int64, name string) (*tape, error) {
	r := io.Reader(io.NewSectionReader(in, 0, size))
	if kind != taped {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, errDamaged
		}
		r = &limited{z, limit}
	}
	if kind == gzOne {
		base := path.Base(strings.ReplaceAll(name, "\\", "/"))
		return &tape{one: r, name: strings.TrimSuffix(strings.TrimSuffix(base, ".gz"), ".GZ")}, nil
	}
	return &tape{tar: tar.NewReader(r)}, nil
}

// A limited reader fails where more is read of it than the limit.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, tooMuch()
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

// next goes on to the next member: its name, whether it is a file, and its bytes.
func (t *tape) next() (name string, file bool, r io.Reader, err error) {
	if t.one != nil {
		if t.past {
			return "", false, nil, io.EOF
		}
		t.past = true
		return t.name, true, t.one, nil
	}
	h, err := t.tar.Next()
	if errors.Is(err, tar.ErrInsecurePath) { // a name is only a name
		err = nil
	}
	if err != nil {
		return "", false, nil, err
	}
	return cleanName(h.Name), h.Typeflag == tar.TypeReg && h.FileInfo().Mode().IsRegular(), t.tar, nil
}

// tape adds the members of a TAR archive or a GZIP file.
func (l *lister) tape(kind kind, src *source, in io.ReaderAt, size int64, name, prefix string, depth int) error {
	t, err := newTape(kind, in, size, l.limits.total(size), name)
	if err != nil {
		return err
	}
	c := &tapeArchive{src: src, kind: kind, name: name, limits: l.limits, wanted: map[int]bool{}, kept: map[int]kept{}}
	for i := 0; ; i++ {
		name, file, r, err := t.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return l.brokenOff(prefix, err)
		}
		if !file || skipped(name) {
			continue
		}
		if err := l.tapeMember(Member{Name: prefix + name, from: c, index: i}, r, depth); err != nil {
			return err
		}
		c.wanted[i] = true
	}
}

// brokenOff is the error of an archive that ends early: members so far are read.
func (l *lister) brokenOff(prefix string, err error) error {
	var known *read.Error
	if !errors.As(err, &known) {
		known = errDamaged
	}
	if len(l.members) == 0 {
		return known
	}
	return l.add(Member{Name: prefix + "…", Err: known})
}

// tapeMember adds a member, or those in it if it is an archive.
func (l *lister) tapeMember(m Member, r io.Reader, depth int) error {
	head := make([]byte, 512)
	n, _ := io.ReadFull(r, head)
	if mayBegin(head[:n]) && !documentEndings[strings.ToLower(path.Ext(m.Name))] {
		data, err := readAll(io.MultiReader(bytesReader(head[:n]), r), l.limits.MaxBytes, 0)
		if err == nil {
			if opened, err := l.inner(m, data, depth); opened || err != nil {
				return err
			}
		}
	}
	return l.add(m)
}

// A tapeArchive reads members in about their order.
type tapeArchive struct {
	src    *source
	kind   kind
	name   string
	limits Limits

	mu     sync.Mutex
	t      *tape
	at     int          // number of the member that t gives next
	wanted map[int]bool // still to be read
	kept   map[int]kept // passed over on the way to another
}

// A kept member was unpacked before its turn: several are read at a time.
type kept struct {
	data []byte
	err  error
}

// maxKept bounds the members that wait; what was dropped is found by starting anew.
const maxKept = 32

func (a *tapeArchive) read(index int) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	defer a.done(index)
	if k, ok := a.kept[index]; ok {
		delete(a.kept, index)
		return k.data, k.err
	}
	if a.t == nil || a.at > index {
		a.src.close()
		in, size, err := a.src.open()
		if err != nil {
			return nil, err
		}
		if a.t, err = newTape(a.kind, in, size, a.limits.total(size), a.name); err != nil {
			return nil, err
		}
		a.at = 0
	}
	return a.forward(index)
}

func (a *tapeArchive) skip(index int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.kept, index)
	a.done(index)
}

// forward goes on to a member and keeps those that are wanted on the way.
func (a *tapeArchive) forward(index int) ([]byte, error) {
	for {
		_, _, r, err := a.t.next()
		if err != nil {
			a.t = nil
			return nil, damagedMember()
		}
		i := a.at
		a.at++
		if i < index && (!a.wanted[i] || len(a.kept) >= maxKept) {
			continue
		}
		data, err := readAll(r, a.limits.MaxBytes, 0)
		if i == index {
			return data, err
		}
		a.kept[i] = kept{data, err}
	}
}

// done closes the archive behind its last member.
func (a *tapeArchive) done(index int) {
	delete(a.wanted, index)
	if len(a.wanted) == 0 {
		a.src.close()
		a.t, a.kept = nil, nil
	}
}
