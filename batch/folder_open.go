package batch

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"time"
)

// ErrBusy says that another run is writing into the folder.
var ErrBusy = errors.New("another run is writing into this folder")

// Open makes the folder where there is none, takes it for this run and reads what the
// runs before have left. Close it. The error is ErrBusy where another run has the folder, else
// one of files.
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
