package archive

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"shuzheng/extract/read"
)

var errDamaged = &read.Error{Zh: "归档已损坏或不完整（目录读不出）；请重新获取", En: "the archive is damaged or incomplete (its directory cannot be read); get it again"}

// zip adds the members of a ZIP archive.
func (l *lister) zip(src *source, in io.ReaderAt, size int64, prefix string, depth int) error {
	z, err := zip.NewReader(in, size)
	if z == nil || err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return errDamaged
	}
	c := &zipArchive{src: src, limits: l.limits, left: l.limits.total(size)}
	for i, f := range z.File {
		name := zipName(f)
		if !f.Mode().IsRegular() || strings.HasSuffix(name, "/") || skipped(name) {
			continue
		}
		m := Member{Name: prefix + name, from: c, index: i, Err: unreadable(f)}
		opened := false
		if m.Err == nil && mayHold(f) {
			if data, err := unpack(f, l.limits.MaxBytes, l.limits.MaxRatio); err == nil {
				opened, err = l.inner(m, data, depth)
				if err != nil {
					return err
				}
			}
		}
		if opened {
			c.count++ // read when its own members are
			continue
		}
		if err := l.add(m); err != nil {
			return err
		}
		if m.Err == nil {
			c.count++
		}
	}
	return nil
}

// zipName is the name of a member. Where the archive does not say that it is UTF-8 it
// may hold the name in UTF-8 beside it.
func zipName(f *zip.File) string {
	const unicodePath = 0x7075
	for x := f.Extra; len(x) >= 4; {
		id, n := binary.LittleEndian.Uint16(x), int(binary.LittleEndian.Uint16(x[2:]))
		if n > len(x)-4 {
			break
		}
		if id == unicodePath && n > 5 {
			return cleanName(string(x[9 : 4+n]))
		}
		x = x[4+n:]
	}
	return cleanName(f.Name)
}

// unreadable is why a member cannot be read, nil where it can.
func unreadable(f *zip.File) error {
	switch {
	case f.Flags&1 != 0:
		return &read.Error{Zh: "已加密；请先用密码解开归档", En: "it is encrypted; unpack the archive with its password first"}
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return &read.Error{Zh: fmt.Sprintf("压缩方法（%d）不支持；请先解开归档", f.Method), En: fmt.Sprintf("compression method %d is not supported; unpack the archive first", f.Method)}
	}
	return nil
}

// documentEndings are those of packages that are documents: they need not be unpacked
// to see that they are no archives.
var documentEndings = map[string]bool{".docx": true, ".xlsx": true, ".pptx": true, ".ofd": true, ".docm": true, ".xlsm": true, ".odt": true, ".ods": true, ".wps": true, ".et": true, ".epub": true}

// mayHold says whether a member may be an archive itself.
func mayHold(f *zip.File) bool {
	if documentEndings[strings.ToLower(path.Ext(f.Name))] {
		return false
	}
	r, err := f.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	head := make([]byte, 512)
	n, _ := io.ReadFull(r, head)
	return mayBegin(head[:n])
}

// mayBegin says whether head is the beginning of an archive.
func mayBegin(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("\x1f\x8b\x08")) || isTape(head)
}

// unpack reads a member of at most limit bytes, or ratio times its packed size. What it says of its size is not
// believed.
func unpack(f *zip.File, limit, ratio int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, damagedMember()
	}
	defer r.Close()
	most := min(limit, max(ratioFree, ratio*int64(min(f.CompressedSize64, 1<<40))))
	return readAll(r, most, int64(min(f.UncompressedSize64, 1<<40)))
}

// readAll reads at most limit bytes, of which usual are expected.
func readAll(r io.Reader, limit, usual int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(min(usual, limit, 1<<20)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if int64(b.Len()) > limit {
		return nil, &read.Error{
			Zh: fmt.Sprintf("解开后超过 %d 字节；若文件可信，请调大 --max-bytes 或先解开归档", limit),
			En: fmt.Sprintf("it unpacks to more than %d bytes; if you trust it, raise --max-bytes or unpack the archive first", limit),
		}
	}
	if err != nil {
		return nil, damagedMember()
	}
	return b.Bytes(), nil
}

func damagedMember() error {
	return &read.Error{Zh: "在归档里已损坏，解不开；请重新获取", En: "it is damaged in the archive and cannot be unpacked; get it again"}
}

// A zipArchive reads members of a ZIP file, several at a time.
type zipArchive struct {
	src    *source
	limits Limits

	mu    sync.Mutex
	z     *zip.Reader
	count int   // members that are still to be read
	left  int64 // bytes that may still be unpacked
}

func (a *zipArchive) read(index int) ([]byte, error) {
	f, limit, err := a.take(index)
	defer a.done()
	if err != nil {
		return nil, err
	}
	data, err := unpack(f, limit, a.limits.MaxRatio)
	a.mu.Lock()
	a.left -= int64(len(data))
	a.mu.Unlock()
	return data, err
}

func (a *zipArchive) skip(int) { a.done() }

// take opens the archive for its first member.
func (a *zipArchive) take(index int) (*zip.File, int64, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.z == nil {
		in, size, err := a.src.open()
		if err != nil {
			return nil, 0, err
		}
		if a.z, err = zip.NewReader(in, size); a.z == nil || err != nil && !errors.Is(err, zip.ErrInsecurePath) {
			return nil, 0, errDamaged
		}
	}
	if index >= len(a.z.File) || a.left <= 0 {
		return nil, 0, tooMuch()
	}
	return a.z.File[index], min(a.limits.MaxBytes, a.left), nil
}

func tooMuch() error {
	return &read.Error{Zh: "归档解开的内容超过上限（--max-unpacked），没有读取", En: "the archive unpacks to more than the limit (--max-unpacked); this file was not read"}
}

// done closes the archive behind its last member.
func (a *zipArchive) done() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.count--; a.count <= 0 {
		a.src.close()
		a.z = nil
	}
}
