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
	"runtime"
)

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
	err = writeRows(m, rows, gone)
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

// writeRows writes the first line of a manifest, which counts the rows, and a line for each.
func writeRows(out io.Writer, rows, gone []Row) error {
	failed := 0
	for i := range rows {
		if rows[i].Failure != nil {
			failed++
		}
	}
	w := bufio.NewWriterSize(out, 1<<16)
	fmt.Fprintf(w, `{"manifest":"shuzheng/manifest/1","documents":%d,"failed":%d,"gone":%d}`+"\n", len(rows)-failed, failed, len(gone))
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for _, list := range [][]Row{rows, gone} {
		for i := range list {
			if err := lines.Encode(&list[i]); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}
