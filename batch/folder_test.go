package batch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const sum = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

func rowOf(path string) Row {
	return Row{Path: path, Size: 3, MTime: "2026-01-02T03:04:05Z", SHA256: sum, File: path + ".json", FileBytes: 2, FileSHA256: sum}
}

func open(t *testing.T, dir string) *Folder {
	t.Helper()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// What was recorded is there when the run was killed, but for a line that is torn; the
// rows of the journal go over those of the manifest.
func TestJournal(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "结果")
	f := open(t, dir)
	a, b := rowOf("甲"), rowOf("乙")
	if err := f.Finish([]Row{a, b}, nil); err != nil {
		t.Fatal(err)
	}
	f.Close()
	f = open(t, dir)
	if f.Broken || f.Known() != 2 {
		t.Fatalf("broken %v, %d rows", f.Broken, f.Known())
	}
	a.Figures = 7
	c := rowOf("丙")
	for _, r := range []*Row{&a, &c} {
		if err := f.Record(r); err != nil {
			t.Fatal(err)
		}
	}
	f.journal.WriteString("{\"path\":\"丁\",\"si")
	f.journal.Close() // killed

	f = open(t, dir)
	defer f.Close()
	if got, ok := f.Prior("甲"); !ok || got.Figures != 7 || !f.Broken || f.Known() != 3 {
		t.Errorf("%v %v, broken %v, %d rows", got, ok, f.Broken, f.Known())
	}
	d := rowOf("丁")
	if err := f.Record(&d); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(f.Temporary(journalName))
	if lines := strings.Split(string(text), "\n"); err != nil || len(lines) != 4 || !strings.HasPrefix(lines[2], `{"path":"丁"`) {
		t.Errorf("%v: the journal is %s", err, text)
	}
}

// Two runs do not write into one folder, whatever became of the journal between.
func TestLock(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "结果")
	f := open(t, dir)
	if _, err := Open(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("got %v, want ErrBusy", err)
	}
	f.Close()
	if _, err := os.Stat(dir); err == nil {
		t.Error("a folder in which nothing was done was left")
	}
	g := open(t, dir)
	if err := g.Finish([]Row{rowOf("甲")}, nil); err != nil {
		t.Fatal(err)
	}
	h := open(t, dir) // g has finished and waits to be closed
	if err := errors.Join(g.Close(), h.Close()); err != nil {
		t.Error(err)
	}
}

// A file that changed just before it was read may have changed again unseen.
func TestSame(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 6000, time.UTC)
	r := rowOf("甲")
	r.MTime = Time(at)
	if !r.Same(3, at) || r.Same(4, at) || r.Same(3, at.Add(time.Microsecond)) {
		t.Error("size and time must both be the same")
	}
	r.Fresh = true
	if r.Same(3, at) {
		t.Error("the time of a fresh file was relied on")
	}
	if !IsFresh(at, at.Add(time.Second)) || IsFresh(at, at.Add(time.Minute)) {
		t.Error("fresh is what changed within two seconds before")
	}
}

// The manifest may be anybody's: no row of it leads out of the folder.
func FuzzRow(f *testing.F) {
	for _, s := range []string{`{"path":"a","file":"a.json","file_sha256":"` + sum + `"}`, `{"path":"a","file":"../a.json","file_sha256":"` + sum + `"}`,
		`{"path":"a","file":"/a.json","file_sha256":"` + sum + `"}`, `{"path":"a","failure":{"kind":"slow"}}`, `{"manifest":"shuzheng/manifest/1"}`, "\x00\x00", `{"path":"a`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		r, ok := parse(line)
		if !ok {
			return
		}
		if r.Path == "" || r.Failure == nil && (!filepath.IsLocal(filepath.FromSlash(r.File)) || filepath.Ext(r.File) != ".json") || r.Failure != nil && r.File != "" {
			t.Errorf("%s gives %+v", line, r)
		}
	})
}
