package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"time"
)

// A folder is the documents below one folder of the disk. All goes through an os.Root:
// a link that leads out of the folder is no file.
type folder struct {
	root *os.Root
	now  func() time.Time

	mu      sync.Mutex
	listed  time.Time // when files and byID were made
	files   []file
	byID    map[string]string // path by ID
	partial bool              // there are more than are listed
}

// A file is one document of the folder, as it was when it was listed.
type file struct {
	id, path string // slash-separated, below the folder
	size     int64
	changed  time.Time
}

// maxListed is how many documents a folder shows.
const maxListed = 10000

// relist is how old a list may be before the folder is looked through again.
const relist = 2 * time.Second

// endings are those of documents; nothing else of the folder is shown.
var endings = map[string]bool{".txt": true, ".text": true, ".md": true, ".markdown": true, ".html": true, ".htm": true, ".xhtml": true, ".mht": true,
	".pdf": true, ".ofd": true, ".doc": true, ".docx": true, ".docm": true, ".wps": true, ".rtf": true, ".odt": true,
	".xls": true, ".xlsx": true, ".xlsm": true, ".et": true, ".csv": true, ".tsv": true,
	".png": true, ".jpg": true, ".jpeg": true, ".tif": true, ".tiff": true, ".bmp": true}

// list gives the documents by path.
func (f *folder) list() (files []file, partial bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if now := f.now(); f.byID == nil || now.Sub(f.listed) >= relist || now.Before(f.listed) {
		if err := f.walk(); err != nil {
			return nil, false, err
		}
		f.listed = now
	}
	return f.files, f.partial, nil
}

// errFull ends a walk.
var errFull = errors.New("full")

// walk looks the folder through; hidden files and folders are left out, and links to
// folders not followed: they may lead in a circle.
func (f *folder) walk() error {
	f.files, f.byID, f.partial = nil, map[string]string{}, false
	err := fs.WalkDir(f.root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case name == "." && err != nil:
			return err
		case err != nil:
			return nil // a folder that may not be read
		case name != "." && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir() || !endings[strings.ToLower(path.Ext(name))]:
			return nil
		}
		info, err := f.root.Stat(name) // of what a link leads to, if that is within
		if err != nil || !info.Mode().IsRegular() {
			return nil
		}
		if len(f.files) == maxListed {
			f.partial = true
			return errFull
		}
		one := file{idOf(name), name, info.Size(), info.ModTime()}
		f.files = append(f.files, one)
		f.byID[one.id] = name
		return nil
	})
	if errors.Is(err, errFull) {
		return nil
	}
	return err
}

// idOf names a document in addresses: 16 hexadecimal digits of its path.
func idOf(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:8])
}

// find gives a document as it is now; ok is false where there is none by this ID.
func (f *folder) find(id string) (one file, ok bool) {
	if _, _, err := f.list(); err != nil {
		return file{}, false
	}
	f.mu.Lock()
	name, ok := f.byID[id]
	f.mu.Unlock()
	if !ok {
		return file{}, false
	}
	info, err := f.root.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return file{}, false
	}
	return file{id, name, info.Size(), info.ModTime()}, true
}

// errTooLarge is the error of a document of more bytes than are read.
var errTooLarge = errors.New("too large")

// read reads a document whole.
func (f *folder) read(one file, limit int64) ([]byte, error) {
	in, err := f.root.Open(one.path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrNotExist
	}
	if info.Size() > limit {
		return nil, errTooLarge
	}
	b, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = errTooLarge
	}
	return b, err
}
