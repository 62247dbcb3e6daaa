package read

import (
	"errors"
	"runtime"
	"testing"
	"time"

	"shuzheng/policy"
)

// A hostileFile is bytes that a reader must survive.
type hostileFile struct {
	name string
	file []byte
}

// endures reads every file: it must end in a document or in an *Error with both
// wordings, in the end and without taking the memory.
func endures(t *testing.T, files []hostileFile) {
	t.Helper()
	for _, f := range files {
		t.Run(f.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			doc, err := Document(&policy.Source{Name: f.name, Bytes: f.file}, Options{MaxUnpacked: 64 << 20})
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if took > patienceWith {
				t.Errorf("took %v", took)
			}
			if grown := after.TotalAlloc - before.TotalAlloc; grown > 1<<30 {
				t.Errorf("allocated %d MiB", grown>>20)
			}
			var known *Error
			switch {
			case err == nil:
				holdStands(t, doc)
			case !errors.As(err, &known) || known.Zh == "" || known.En == "":
				t.Errorf("no error of ours: %v", err)
			}
		})
	}
}

// patienceWith ends what would never end; it is far above what a hostile file takes, on a busy
// machine too.
const patienceWith = 30 * slow * time.Second

// cutAt are the file cut off at many places.
func cutAt(name string, b []byte) []hostileFile {
	var files []hostileFile
	for i := 1; i < 24; i++ {
		files = append(files, hostileFile{name + " cut", b[:len(b)*i/24]})
	}
	return files
}

// holdStands checks that blocks and tables are sound and that every character of the
// Content has a place that can be written.
func holdStands(t *testing.T, doc *policy.Document) {
	t.Helper()
	s := doc.Content.String()
	at := 0
	for i, b := range doc.Blocks {
		if b.ID != i || b.Span.Start < at || b.Span.End < b.Span.Start || b.Span.End > len(s) {
			t.Fatalf("block %d spans %v after %d, of %d", i, b.Span, at, len(s))
		}
		at = b.Span.End
	}
	for i := range doc.Tables {
		holdTable(t, doc, &doc.Tables[i])
	}
	for i := 0; i < len(s); i += 1 + len(s)/500 {
		p := doc.Place(policy.Span{Start: i, End: min(i+3, len(s))})
		if p.Span.Start < 0 || p.Span.End < p.Span.Start || p.Page < 0 || p.Box.Right < p.Box.Left || p.Box.Bottom < p.Box.Top {
			t.Fatalf("byte %d stands at %+v", i, p)
		}
	}
}
