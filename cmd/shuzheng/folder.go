package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"shuzheng/batch"
)

// A folderRun writes into a folder: one JSON for each document, as soon as it is read,
// and when all are there a workbook over them and the manifest. It may be killed at any
// moment; the next one goes on where it stood.
type folderRun struct {
	*extraction
	*batch.Folder
	inputs []input
	names  map[string]string // input path → file in the folder, slash-separated
	digest string            // of all that decides what comes out
	self   string            // this program, for its workers

	rows    []batch.Row    // of the inputs
	mu      sync.Mutex     // of what follows
	traces  map[int][]byte // those that wait for their turn, with --trace
	traced  int
	stopped atomic.Bool // by --fail-fast
}

// writesFolder says whether results go one by one into the folder that -o names, and
// not as tables of all documents.
func (x *extraction) writesFolder() bool {
	f := formatOf(x.to)
	return x.to != "" && x.to != "-" && x.format == nil && (f == nil || f.open != nil) && x.namesFolder()
}

// namesFolder says whether -o names a folder.
func (x *extraction) namesFolder() bool {
	info, err := os.Stat(x.to)
	return err == nil && info.IsDir() || os.IsPathSeparator(x.to[len(x.to)-1]) || filepath.Ext(x.to) == "" && err != nil
}

// newFolderRun takes the folder; it gives an exit code where that cannot be.
func (x *extraction) newFolderRun(inputs []input) (*folderRun, int) {
	r := &folderRun{extraction: x, inputs: inputs, traces: map[int][]byte{}}
	var err error
	if r.digest, err = x.digest(); err != nil {
		return nil, x.cannotWrite(err)
	}
	if r.self, err = os.Executable(); err != nil {
		return nil, x.cannotWrite(err)
	}
	r.Folder, err = batch.Open(filepath.Clean(x.to))
	if errors.Is(err, batch.ErrBusy) {
		x.say("另一个 shuzheng 正在往 %s 里写；请等它结束，或换一个 -o", "another shuzheng is writing into %s; wait for it to end, or choose another -o", x.to)
		return nil, exitFailed
	}
	if err != nil {
		return nil, x.cannotWrite(err)
	}
	r.inputs = slices.DeleteFunc(inputs, func(in input) bool {
		_, known := r.Prior(in.path)
		return in.unsettled && !known // its turn comes
	})
	r.names, r.rows = jsonNames(r.inputs), make([]batch.Row, len(r.inputs))
	if code := r.checkPlaces(); code != goOn {
		r.Close()
		return nil, code
	}
	if x.anew {
		r.Forget()
		x.anew = false // once, where the run is one of --watch
	}
	return r, goOn
}

// checkPlaces refuses a folder whose results would be read or overwrite what is read.
func (r *folderRun) checkPlaces() int {
	for _, path := range r.paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() && realPath(path) == realPath(r.to) {
			return r.usage("结果不能写进要读的文件夹本身：下次会把结果也当作文件来读；请换一个 -o，如 %s", "the results must not go into the very folder that is read, or the next run would read them too; choose another -o, as %s", filepath.Join(r.to, "shuzheng")+string(filepath.Separator))
		}
	}
	targets := []string{filepath.Join(r.to, workbookName), filepath.Join(r.to, batch.Manifest), filepath.Join(r.to, checksName)}
	for _, in := range r.inputs {
		targets = append(targets, filepath.Join(r.to, filepath.FromSlash(r.names[in.path])))
	}
	if at := r.reads(r.inputs, targets...); at != "" {
		return r.overwrites(at)
	}
	return goOn
}

// run reads what has to be read and writes what is over all.
func (r *folderRun) run(ctx context.Context) (t totals, err error) {
	bar := newProgress(r.err, len(r.inputs), r.program)
	if r.quiet {
		bar.silence()
	}
	r.err = bar
	defer func() { bar.clear(); r.err = bar.Writer }()
	if err = r.readAll(ctx, bar); err != nil {
		return t, err
	}
	for i := range r.rows {
		t.addRow(&r.rows[i])
	}
	t.reused = bar.reused
	switch {
	case r.stopped.Load():
		return t, nil
	case t.documents == 0:
		return t, r.finishEmpty()
	}
	bar.again(r.text("写工作簿", "workbook"))
	if err = r.writeWorkbook(ctx, bar); err != nil {
		return t, err
	}
	bar.wait(r.text("收尾 …", "finishing …"))
	return t, r.finish()
}

// finish tells or removes the results of documents that are no more, and writes the
// manifest: from then on the run is done.
func (r *folderRun) finish() error {
	r.settleFresh()
	gone := r.Vanished(r.rows)
	if len(gone) > 0 && r.prune {
		if err := r.Prune(gone); err != nil {
			return err
		}
		r.say("已删除 %d 份不再读取的文件的结果", "removed the results of %d documents that are no longer read", len(gone))
		gone = nil
	}
	if len(gone) > 0 {
		r.say("有 %d 份以前的结果（%s 等），其文件这次不在其中；留着没动，要删除请加 --prune", "%d results of earlier runs (%s …) are of documents that were not among those read; they were left alone, --prune removes them", len(gone), printable(gone[0].Path))
	}
	return r.Finish(r.rows, gone)
}

// finishEmpty ends a run that could read nothing: where there was nothing before there
// is nothing after it.
func (r *folderRun) finishEmpty() error {
	if r.Known() == 0 {
		return r.Abandon()
	}
	return r.finish()
}

// settleFresh looks again at the files that had changed just before they were read: if
// one has changed since, its time says nothing.
func (r *folderRun) settleFresh() {
	for i := range r.rows {
		row := &r.rows[i]
		if !row.Fresh {
			continue
		}
		row.Fresh = false
		if in := &r.inputs[i]; in.member == nil {
			sum, err := hashFile(in.path)
			if err != nil || sum != row.SHA256 {
				row.MTime = ""
			}
		}
	}
}

// addRow counts a row.
func (t *totals) addRow(row *batch.Row) {
	if row.Failure != nil {
		t.failures++
		return
	}
	t.documents++
	t.figures += row.Figures
	t.tables += row.Tables
	t.unexplained += row.Unexplained
}

// statOf gives size and time of the file that an input is or is in; false for what is
// no regular file.
func statOf(in *input) (size int64, changed time.Time, ok bool) {
	if in.path == "-" {
		return 0, time.Time{}, false
	}
	info, err := os.Stat(in.file())
	if err != nil || !info.Mode().IsRegular() {
		return 0, time.Time{}, false
	}
	return info.Size(), info.ModTime(), true
}
