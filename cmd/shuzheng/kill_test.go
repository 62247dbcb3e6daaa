package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"shuzheng/batch"
)

// TestKill kills runs into a folder at random moments and then lets one through: what
// it leaves is, byte for byte, what a run leaves that was never killed. By
// SHUZHENG_KILL=5000,50 it is of so many documents and kills.
func TestKill(t *testing.T) {
	documents, kills := 240, 8
	if s := os.Getenv("SHUZHENG_KILL"); s != "" {
		if _, err := fmt.Sscanf(s, "%d,%d", &documents, &kills); err != nil {
			t.Fatal(err)
		}
	} else if testing.Short() {
		t.Skip("short")
	}
	dir := t.TempDir()
	rng := rand.New(rand.NewPCG(1, 2))
	manyDocuments(t, filepath.Join(dir, "文件"), documents, rng)
	if code := shuzheng(t, dir, "从未中断").wait(t); code != exitFailed { // there are bad ones among them
		t.Fatalf("exit code %d", code)
	}
	done := map[string]int{}
	for k := range kills {
		p := shuzheng(t, dir, "屡次中断", "--jobs", strconv.Itoa(1+k%3))
		moment := killMoment(k, kills, documents, rng)
		if p.until(filepath.Join(dir, "屡次中断"), moment) {
			done[moment.what]++
		}
		p.cmd.Process.Kill()
		p.wait(t)
	}
	t.Logf("killed in time: %v", done)
	for _, what := range []string{"beginning", "reading", "workbook"} {
		if done[what] == 0 {
			t.Errorf("no run was killed at: %s", what)
		}
	}
	if code := shuzheng(t, dir, "屡次中断").wait(t); code != exitFailed {
		t.Fatalf("exit code %d", code)
	}
	sameTree(t, filepath.Join(dir, "从未中断"), filepath.Join(dir, "屡次中断"))
	everyDocumentOnce(t, filepath.Join(dir, "屡次中断", batch.Manifest))
}

// manyDocuments writes documents of pieces of the fixtures: in folders, some bad, some
// of one name, some in an archive.
func manyDocuments(t *testing.T, dir string, n int, rng *rand.Rand) {
	var pieces []string
	files, _ := filepath.Glob("../../fixtures/*.txt")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil && !strings.Contains(file, "utf16") && !strings.Contains(file, "grid") {
			pieces = append(pieces, strings.Split(string(b), "\n")...)
		}
	}
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	for i := range n {
		var b strings.Builder
		for range 5 + rng.IntN(10) {
			b.WriteString(pieces[rng.IntN(len(pieces))] + "\n")
		}
		fmt.Fprintf(&b, "第%d份文件：青禾县有水库%d座。\n", i, i)
		name, text := fmt.Sprintf("%02d/%04d.txt", i/100, i), b.String()
		switch {
		case i%50 == 7:
			text = "" // cannot be read
		case i%40 == 3:
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			w.Write([]byte(text))
			continue
		}
		writeAt(t, filepath.Join(dir, name), text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	writeAt(t, filepath.Join(dir, "归档.zip"), archive.String())
}

func writeAt(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// A victim is a run of the program over 文件 that may be killed.
type victim struct {
	cmd  *exec.Cmd
	errs bytes.Buffer
	end  chan error
}

func shuzheng(t *testing.T, dir, to string, args ...string) *victim {
	t.Helper()
	path, err := exec.LookPath("shuzheng")
	if err != nil {
		t.Fatal(err)
	}
	v := &victim{cmd: exec.Command(path, append([]string{"extract", "文件", "-o", to}, args...)...), end: make(chan error, 1)}
	v.cmd.Dir, v.cmd.Stderr = dir, &v.errs
	if err := v.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { v.end <- v.cmd.Wait() }()
	return v
}

// wait gives the exit code, -1 of one that was killed.
func (v *victim) wait(t *testing.T) int {
	t.Helper()
	err := <-v.end
	code := v.cmd.ProcessState.ExitCode()
	if err != nil && code > exitFailed {
		t.Errorf("%v: %s", err, &v.errs)
	}
	return code
}

// A moment is when to kill: when a file of the unfinished run is so large, and then so
// many steps of a millisecond later.
type moment struct {
	what, file string
	size       int64
	later      int
}

// killMoment spreads the moments over the run: most of them while documents are read,
// each farther on, some at the very beginning, while the workbook is made or put into
// its place.
func killMoment(k, kills, documents int, rng *rand.Rand) moment {
	switch k % 5 {
	case 1:
		return moment{"beginning", "journal.jsonl", 0, rng.IntN(30)}
	case 4:
		return moment{"workbook", ".shuzheng-*", 0, rng.IntN(60)}
	}
	const row = 400 // bytes, about
	return moment{"reading", "journal.jsonl", int64(documents*row) * int64(k+1) / int64(kills+1), rng.IntN(5)}
}

// until waits for the moment; false if the run ended before.
func (v *victim) until(out string, m moment) bool {
	for {
		if found, _ := filepath.Glob(filepath.Join(out, ".shuzheng-part", m.file)); len(found) > 0 {
			if info, err := os.Stat(found[0]); err == nil && info.Size() >= m.size {
				break
			}
		}
		select {
		case err := <-v.end:
			v.end <- err
			return false
		case <-time.After(time.Millisecond / 2):
		}
	}
	time.Sleep(time.Duration(m.later) * time.Millisecond)
	return true
}

// sameTree fails unless two folders hold the same files of the same bytes.
func sameTree(t *testing.T, want, got string) {
	t.Helper()
	a, b := treeOf(t, want), treeOf(t, got)
	for name, text := range a {
		if other, ok := b[name]; !ok {
			t.Errorf("%s is missing", name)
		} else if other != text {
			t.Errorf("%s is another", name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			t.Errorf("%s is too many", name)
		}
	}
	if len(a) < 5 {
		t.Errorf("only %d files", len(a))
	}
}

func treeOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// everyDocumentOnce fails unless a manifest lists as many documents as it says, each
// once.
func everyDocumentOnce(t *testing.T, manifest string) {
	t.Helper()
	f, err := os.Open(manifest)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Scan()
	var first struct{ Documents, Failed int }
	if err := json.Unmarshal(lines.Bytes(), &first); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for lines.Scan() {
		var row batch.Row
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		if seen[row.Path] {
			t.Errorf("%s is listed twice", row.Path)
		}
		seen[row.Path] = true
	}
	if len(seen) != first.Documents+first.Failed || first.Failed == 0 {
		t.Errorf("%d documents listed, %d and %d failed told", len(seen), first.Documents, first.Failed)
	}
}
