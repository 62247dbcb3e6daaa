// Package batch keeps account of a run that writes into a folder, so that a run that
// was killed at any moment goes on where it stood. In come the rows of documents as
// they are done; out comes manifest.jsonl, a line for each document in the order of
// the run, and before that a journal that a later run reads.
//
// A result counts only when its bytes have the sum that its row names, so nothing
// depends on the order in which a disk wrote what: a torn line, a row without its file
// and a file without its row all mean that a document is read again.
package batch

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"time"
)

// A Row is what became of one document.
type Row struct {
	Path    string `json:"path"`              // as the user gave it; archive!member
	Size    int64  `json:"size"`              // of the file, or of the archive it is in
	MTime   string `json:"mtime,omitempty"`   // of that, RFC 3339 in UTC; "" where it must not be relied on
	SHA256  string `json:"sha256,omitempty"`  // of the document's bytes; "" where they could not be read
	Program string `json:"program,omitempty"` // version
	Options string `json:"options,omitempty"` // digest of all that decides what comes out

	File       string `json:"file,omitempty"` // of the result, below the folder, slash-separated
	FileBytes  int64  `json:"file_bytes,omitempty"`
	FileSHA256 string `json:"file_sha256,omitempty"`

	Figures     int `json:"figures"`
	Tables      int `json:"tables"`
	Unexplained int `json:"unexplained"`
	Problems    int `json:"problems"`

	Besides json.RawMessage `json:"besides,omitempty"` // what the workbook shows and the result does not hold

	Failure *Failure `json:"failure,omitempty"` // why there is no result
	Limit   string   `json:"limit,omitempty"`   // that it is one of
	Gone    bool     `json:"gone,omitempty"`    // it was not among the documents of the last run
	Fresh   bool     `json:"fresh,omitempty"`   // in a journal: it had changed just before it was read
}

// A Failure is why a document could not be read.
type Failure struct {
	Kind string `json:"kind"`
	Zh   string `json:"zh"`
	En   string `json:"en"`
}

// The kinds of failures.
const (
	Unreadable = "unreadable" // the file, or what it holds
	Slow       = "slow"       // it took longer than a document may
	Hungry     = "memory"     // it took more memory
	Crashed    = "crash"      // a fault of the program
)

// Lasting says whether a failure is not to be tried again while the document stays the
// same: what is only unreadable costs little, and a missing program may be there by now.
func (f *Failure) Lasting() bool { return f != nil && f.Kind != Unreadable }

// parse reads a line of a manifest or journal; false for one that is no whole row. It
// may be anybody's: the file it names must lie below the folder.
func parse(line []byte) (r Row, ok bool) {
	if err := json.Unmarshal(line, &r); err != nil || r.Path == "" {
		return r, false
	}
	if r.Failure != nil {
		return r, r.File == ""
	}
	return r, len(r.FileSHA256) == 64 && Local(r.File)
}

// Local says whether a name of a result stays below the folder and away from what is
// ours there.
func Local(name string) bool {
	return filepath.IsLocal(filepath.FromSlash(name)) && strings.HasSuffix(name, ".json") && !strings.HasPrefix(name, partFolder+"/")
}

// Time writes a file's time as rows have it.
func Time(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// settled is how far back the clocks of file systems may lag: a file that had changed
// so shortly before it was read may have changed again within one tick.
const settled = 2 * time.Second

// IsFresh says whether a file that had the time changed was read too soon after for
// its time to tell a later change.
func IsFresh(changed, read time.Time) bool { return changed.Add(settled).After(read) }
