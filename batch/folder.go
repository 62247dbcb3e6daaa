package batch

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"
)

const (
	// Manifest is the file that lists the documents of a finished run.
	Manifest = "manifest.jsonl"

	partFolder  = ".shuzheng-part" // of a run that goes on or was broken off
	journalName = "journal.jsonl"
)

// A Folder is an output folder that one run has for itself.
type Folder struct {
	Broken bool // the run before was broken off

	root    *os.Root
	dir     string
	made    bool              // by Open
	prior   map[string]Row    // by path
	words   map[string]string // that many rows share
	mu      sync.Mutex
	journal *os.File
	synced  time.Time
	placed  []string // since Open
}

// Known is how many documents earlier runs have recorded.
func (f *Folder) Known() int { return len(f.prior) }

// Prior gives what an earlier run has recorded of a document.
func (f *Folder) Prior(path string) (Row, bool) {
	r, ok := f.prior[path]
	return r, ok
}

// Drop forgets what an earlier run has recorded of a document.
func (f *Folder) Drop(path string) { delete(f.prior, path) }

// Forget drops all that earlier runs have recorded of documents, but not which results
// are theirs.
func (f *Folder) Forget() {
	for p, r := range f.prior {
		r.SHA256, r.MTime, r.Options = "", "", ""
		f.prior[p] = r
	}
}

// Same says whether a file of this size and time is, by its row alone, the one that was
// read: not where the row is of a file that had just changed.
func (r *Row) Same(size int64, changed time.Time) bool {
	return r.SHA256 != "" && r.Size == size && r.MTime == Time(changed) && !r.Fresh
}

// Temporary is the path of a file that is being written; Place puts it where it belongs.
func (f *Folder) Temporary(name string) string { return filepath.Join(f.dir, partFolder, name) }

// Place moves a temporary file to its place: name is a path below the folder, with slashes.
func (f *Folder) Place(temporary, name string) error {
	if dir := path.Dir(name); dir != "." {
		if err := f.root.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	if err := f.root.Rename(path.Join(partFolder, temporary), name); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.placed = append(f.placed, name)
	return nil
}

// OpenResult opens the result that a row names.
func (f *Folder) OpenResult(r *Row) (*os.File, error) { return f.root.Open(r.File) }

// Record writes a row into the journal. It reaches the disk within seconds; whether a
// killed run lost it or not, the next one ends with the same.
func (f *Folder) Record(r *Row) error {
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, err := f.journal.Write(append(line, '\n')); err != nil {
		return err
	}
	if now := time.Now(); now.Sub(f.synced) > syncPace {
		f.synced = now
		return f.journal.Sync()
	}
	return nil
}

// syncPace is how often the journal is made to reach the disk.
const syncPace = 5 * time.Second
