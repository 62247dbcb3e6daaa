package pdfium

import (
	"encoding/binary"
	"strings"
	"sync"
)

// A system is what an instance sees of a computer: a folder with one font, no other
// file, a clock that stands still, nobody who listens.
type system struct {
	font  []byte
	files map[uint64]*openFile
	next  uint64
}

// An openFile is the font, or the folder it lies in.
type openFile struct {
	folder bool
	at     int // bytes read, or entries listed
}

func newSystem() *system { return &system{font: theFont(), files: map[uint64]*openFile{}, next: 3} }

// theFont is made once, with the first system.
var theFont = sync.OnceValue(boxFont)

// Where PDFium looks for fonts on this kind of system.
const (
	fontFolder = "/usr/share/fonts"
	fontName   = "box.ttf"
)

// The error numbers of the two interfaces: of the system calls, negative, and of WASI.
const (
	noEntry    = -44
	badFile    = -8
	wasiBad    = 8
	notATyper  = -59
	folderMode = 0o040555
	fileMode   = 0o100444
)

// A memory is that of an instance: n bytes at p, nil where there are not so many.
type memory func(p, n uint64) []byte

// aDay is the time that PDFium sees, in seconds: always the same one.
const aDay = 1_700_000_000

// call answers the import name; what it gives is the result, where it has one.
func (s *system) call(name string, m memory, a []uint64) int64 {
	if len(a) < 2 {
		return s.short(name, a)
	}
	offset := a[1] // the one argument of 64 bits
	for i := range a {
		a[i] = uint64(uint32(a[i])) // what stands above is not defined
	}
	switch name {
	case "__syscall_openat":
		return s.open(m.str(a[1]))
	case "__syscall_getdents64":
		return s.list(a[0], m(a[1], entrySize))
	case "__syscall_fstat64":
		return s.statOpen(a[0], m(a[1], statSize))
	case "__syscall_stat64", "__syscall_lstat64":
		return s.stat(m.str(a[0]), m(a[1], statSize))
	case "__syscall_newfstatat":
		return s.stat(m.str(a[1]), m(a[2], statSize))
	case "__syscall_fcntl64":
		return 0
	case "__syscall_ioctl":
		return notATyper
	case "fd_read":
		return s.read(a[0], m, a[1], a[2], a[3])
	case "fd_seek":
		return s.seek(a[0], int(int64(offset)), a[2], m(a[3], 8))
	case "fd_write":
		return swallow(m, a[1], a[2], a[3])
	case "environ_sizes_get":
		clear(m(a[0], 4))
		clear(m(a[1], 4))
		return 0
	}
	if strings.HasPrefix(name, "__syscall") {
		return noEntry
	}
	return 0 // time zones, environ_get, fd_sync
}

// short is call for the functions of one parameter or none.
func (s *system) short(name string, a []uint64) int64 {
	if name == "fd_close" {
		delete(s.files, uint64(uint32(a[0])))
	}
	return 0
}

// str is the string at p.
func (m memory) str(p uint64) string {
	const longest = 256
	for n := uint64(0); n < longest; n++ {
		if b := m(p, n+1); b == nil || b[n] == 0 {
			return string(m(p, n))
		}
	}
	return ""
}

func (s *system) open(path string) int64 {
	switch strings.TrimSuffix(path, "/") {
	case fontFolder, fontFolder + "/" + fontName:
		fd := s.next
		s.next++
		s.files[fd] = &openFile{folder: !strings.HasSuffix(path, fontName)}
		return int64(fd)
	}
	return noEntry
}

// The layouts that Emscripten's library has of a folder's entry and of a file's
// description.
const (
	entrySize = 280
	statSize  = 96
)

// list writes the next entry of the folder; 0 says that there is none.
func (s *system) list(fd uint64, entry []byte) int64 {
	f := s.files[fd]
	if f == nil || !f.folder || entry == nil {
		return badFile
	}
	if f.at > 0 {
		return 0
	}
	f.at = 1
	clear(entry)
	entry[0], entry[8] = 1, 1 // number of the file, of the next entry
	binary.LittleEndian.PutUint16(entry[16:], entrySize)
	entry[18] = 8 // a file
	copy(entry[19:], fontName)
	return entrySize
}

func (s *system) statOpen(fd uint64, to []byte) int64 {
	f := s.files[fd]
	if f == nil {
		return badFile
	}
	return s.describe(f.folder, to)
}

func (s *system) stat(path string, to []byte) int64 {
	switch strings.TrimSuffix(path, "/") {
	case fontFolder:
		return s.describe(true, to)
	case fontFolder + "/" + fontName:
		return s.describe(false, to)
	}
	return noEntry
}

// describe writes mode and size.
func (s *system) describe(folder bool, to []byte) int64 {
	if to == nil {
		return badFile
	}
	clear(to)
	mode, size := uint32(fileMode), len(s.font)
	if folder {
		mode, size = folderMode, 0
	}
	binary.LittleEndian.PutUint32(to[4:], mode)
	binary.LittleEndian.PutUint64(to[24:], uint64(size))
	return 0
}

// read fills n vectors (place, length) at p from the font and notes how much that was.
func (s *system) read(fd uint64, m memory, p, n, to uint64) int64 {
	f, sum := s.files[fd], m(to, 4)
	if f == nil || f.folder || sum == nil {
		return wasiBad
	}
	total := 0
	for i := range min(n, 16) {
		v := m(p+8*i, 8)
		if v == nil {
			return wasiBad
		}
		b := m(uint64(binary.LittleEndian.Uint32(v)), uint64(binary.LittleEndian.Uint32(v[4:])))
		k := copy(b, s.font[min(f.at, len(s.font)):])
		f.at, total = f.at+k, total+k
	}
	binary.LittleEndian.PutUint32(sum, uint32(total))
	return 0
}

// seek moves in the font and writes where it is then.
func (s *system) seek(fd uint64, by int, from uint64, to []byte) int64 {
	f := s.files[fd]
	if f == nil || f.folder || to == nil {
		return wasiBad
	}
	switch from {
	case 0:
		f.at = by
	case 1:
		f.at += by
	default:
		f.at = len(s.font) + by
	}
	f.at = min(max(f.at, 0), len(s.font))
	binary.LittleEndian.PutUint64(to, uint64(f.at))
	return 0
}

// swallow takes what is written and says so.
func swallow(m memory, p, n, to uint64) int64 {
	total := uint32(0)
	for i := range min(n, 16) {
		if v := m(p+8*i, 8); v != nil {
			total += binary.LittleEndian.Uint32(v[4:])
		}
	}
	if sum := m(to, 4); sum != nil {
		binary.LittleEndian.PutUint32(sum, total)
	}
	return 0
}
