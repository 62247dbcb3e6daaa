package batch

import (
	"errors"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// syncers is how many files are made to reach the disk at a time: a file system puts
// those of several into one of its own writes.
const syncers = 8

// settle makes the files that were placed, and the folders they are in, reach the disk.
func (f *Folder) settle() error {
	dirs := map[string]bool{".": true}
	for _, name := range f.placed {
		for dir := path.Dir(name); !dirs[dir]; dir = path.Dir(dir) {
			dirs[dir] = true
		}
	}
	if err := f.syncAll(f.placed); err != nil {
		return err
	}
	for dir := range dirs { // in any order: nothing comes of it but that they are safe
		if err := f.syncDir(dir); err != nil {
			return err
		}
	}
	f.placed = nil
	return nil
}

func (f *Folder) syncAll(names []string) error {
	errs := make([]error, syncers)
	var wg sync.WaitGroup
	for k := range syncers {
		wg.Go(func() {
			for i := k; i < len(names) && errs[k] == nil; i += syncers {
				errs[k] = f.syncFile(names[i])
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

func (f *Folder) syncFile(name string) error {
	file, err := f.root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // taken away by others: the next run sees it
	}
	if err != nil {
		return err
	}
	defer file.Close()
	if runtime.GOOS == "windows" { // only files open for writing can be synced there
		return nil
	}
	return file.Sync()
}

func (f *Folder) syncDir(name string) error { return f.syncFile(name) }

func sortRows(rows []Row) {
	slices.SortFunc(rows, func(a, b Row) int { return strings.Compare(a.Path, b.Path) })
}
