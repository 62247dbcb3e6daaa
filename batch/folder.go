package batch

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"
	"time"
)

const (
	// Manifest is the file that lists the documents of a finished run.
	Manifest = "manifest.jsonl"

	partFolder  = ".shuzheng-part" // of a run that goes on or was broken off
	journalName = "journal.jsonl"
)

// ErrBusy says that another run is writing into the folder.
var ErrBusy = errors.New("another run is writing into this folder")

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

// Open makes the folder where there is none, takes it for this run and reads what the
// runs before have left. Close it.
func Open(dir string) (*Folder, error) {
	f := &Folder{dir: dir, prior: map[string]Row{}}
	switch err := os.Mkdir(dir, 0o777); {
	case err == nil:
		f.made = true
	case !errors.Is(err, fs.ErrExist):
		return nil, err
	}
	var err error
	if f.root, err = os.OpenRoot(dir); err != nil {
		return nil, err
	}
	if err = f.take(); err == nil {
		err = f.load()
	}
	if err != nil {
		f.root.Close()
		if f.journal != nil {
			f.journal.Close()
		}
		return nil, err
	}
	return f, nil
}

// take locks the journal: the lock of a process that was killed is gone with it.
func (f *Folder) take() error {
	for {
		if err := f.root.Mkdir(partFolder, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		j, err := f.root.OpenFile(path.Join(partFolder, journalName), os.O_RDWR|os.O_CREATE, 0o666)
		if errors.Is(err, fs.ErrNotExist) {
			continue // the run before has just ended and removed the folder
		}
		if err != nil {
			return err
		}
		if err := lock(j); err != nil {
			j.Close()
			return err
		}
		mine, err := j.Stat()
		if err != nil {
			j.Close()
			return err
		}
		there, err := f.root.Stat(path.Join(partFolder, journalName))
		if err == nil && os.SameFile(mine, there) {
			f.journal = j
			return nil
		}
		j.Close() // it was removed between opening and locking
	}
}

// load reads the manifest and, over it, the journal of a run that was broken off,
// whose torn last line it cuts off.
func (f *Folder) load() error {
	m, err := f.root.Open(Manifest)
	switch {
	case err == nil:
		defer m.Close()
		info, err := m.Stat()
		if err != nil {
			return err
		}
		if _, err := f.rows(m); err != nil {
			return err
		}
		for p, r := range f.prior {
			changed, _ := time.Parse(time.RFC3339Nano, r.MTime)
			r.Fresh = IsFresh(changed, info.ModTime())
			f.prior[p] = r
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	whole, err := f.rows(f.journal)
	if err != nil {
		return err
	}
	f.Broken = whole > 0
	if err := f.journal.Truncate(whole); err != nil {
		return err
	}
	if _, err := f.journal.Seek(whole, io.SeekStart); err != nil {
		return err
	}
	return f.sweep()
}

// rows takes the rows of a manifest or journal and gives the bytes up to the end of
// the last line that is whole.
func (f *Folder) rows(from io.Reader) (whole int64, err error) {
	lines := bufio.NewReaderSize(from, 1<<16)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			return whole, nil
		}
		if err != nil {
			return whole, err
		}
		whole += int64(len(line))
		if r, ok := parse(line); ok {
			r.Program, r.Options = f.shared(r.Program), f.shared(r.Options)
			f.prior[r.Path] = r
		}
	}
}

// shared is s, in one copy: of these there are few.
func (f *Folder) shared(s string) string {
	if known, ok := f.words[s]; ok {
		return known
	}
	if f.words == nil {
		f.words = map[string]string{}
	}
	f.words[s] = s
	return s
}

// sweep removes the files that the run before had begun.
func (f *Folder) sweep() error {
	part, err := f.root.Open(partFolder)
	if err != nil {
		return err
	}
	defer part.Close()
	names, err := part.Readdirnames(-1)
	for _, name := range names {
		if name != journalName {
			f.root.Remove(path.Join(partFolder, name))
		}
	}
	return err
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

// Place moves a temporary file to its place.
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

// Vanished lists the rows of earlier runs that are not among those of this one and
// whose results no other has taken, by path.
func (f *Folder) Vanished(rows []Row) []Row {
	taken := make(map[string]bool, 2*len(rows))
	for i := range rows {
		taken["p"+rows[i].Path] = true
		taken["f"+rows[i].File] = true
	}
	var gone []Row
	for _, r := range f.prior {
		if r.File != "" && !taken["p"+r.Path] && !taken["f"+r.File] {
			r.Gone = true
			gone = append(gone, r)
		}
	}
	sortRows(gone)
	return gone
}

// Prune removes the results of rows, and the folders that are empty then.
func (f *Folder) Prune(gone []Row) error {
	for i := range gone {
		if err := f.root.Remove(gone[i].File); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for dir := path.Dir(gone[i].File); dir != "."; dir = path.Dir(dir) {
			if f.root.Remove(dir) != nil {
				break // not empty
			}
		}
	}
	return nil
}

// Close gives the folder up. What was done stays for the next run; a folder that Open
// made and in which nothing was done is removed.
func (f *Folder) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.journal == nil {
		return f.root.Close()
	}
	info, err := f.journal.Stat()
	switch {
	case err == nil && info.Size() == 0: // nothing to go on from
		err = f.leave()
	case err == nil:
		err = f.journal.Close()
	}
	return errors.Join(err, f.root.Close())
}

// Abandon forgets the run: nothing that it did is worth going on from.
func (f *Folder) Abandon() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.leave()
}

// leave removes what Open made.
func (f *Folder) leave() error {
	err := f.end()
	if f.made {
		os.Remove(f.dir) // if it is empty
	}
	return err
}

// end removes the journal, and the lock with it.
func (f *Folder) end() error {
	f.sweep()
	j := f.journal
	f.journal = nil
	if runtime.GOOS == "windows" { // what is open cannot be removed there
		j.Close()
	}
	f.root.Remove(path.Join(partFolder, journalName))
	f.root.Remove(partFolder)
	if runtime.GOOS == "windows" {
		return nil
	}
	return j.Close()
}

// Finish writes the manifest: rows in their order, then those that are gone. Before
// that it makes all results reach the disk, after it the journal has served.
func (f *Folder) Finish(rows, gone []Row) error {
	if err := f.settle(); err != nil {
		return err
	}
	if err := f.writeManifest(rows, gone); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.end()
}

func (f *Folder) writeManifest(rows, gone []Row) error {
	const temporary = "manifest"
	m, err := f.root.Create(path.Join(partFolder, temporary))
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(m, 1<<16)
	failed := 0
	for i := range rows {
		if rows[i].Failure != nil {
			failed++
		}
	}
	fmt.Fprintf(w, `{"manifest":"shuzheng/manifest/1","documents":%d,"failed":%d,"gone":%d}`+"\n", len(rows)-failed, failed, len(gone))
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for _, list := range [][]Row{rows, gone} {
		for i := range list {
			if err := lines.Encode(&list[i]); err != nil {
				m.Close()
				return err
			}
		}
	}
	err = w.Flush()
	if err == nil {
		err = m.Sync()
	}
	if e := m.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if err := f.root.Rename(path.Join(partFolder, temporary), Manifest); err != nil {
		return err
	}
	return f.syncDir(".")
}
