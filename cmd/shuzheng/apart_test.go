package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What workers read and write down is the same as what this process reads: the
// outputs tried here show between them all that there is of a document.
func TestApart(t *testing.T) {
	dir := t.TempDir()
	for _, to := range []string{"a.json", "a.xlsx", "a.html", "a.sqlite"} {
		var got [2][]byte
		for i := range got {
			x, f := newExtraction(&program{in: strings.NewReader(""), out: io.Discard, err: io.Discard, lang: chinese})
			path := filepath.Join(dir, to)
			if code := x.begin(f, []string{"../../fixtures", "-o", path, "--quiet"}); code != goOn {
				t.Fatalf("%s: exit code %d", to, code)
			}
			if i == 1 {
				if err := x.readsApart(); err != nil {
					t.Fatal(err)
				}
			}
			x.run(x.open)
			var err error
			if got[i], err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(got[0], got[1]) {
			t.Errorf("%s: %d bytes read here, %d read apart, and they differ", to, len(got[0]), len(got[1]))
		}
	}
}

func TestSkipping(t *testing.T) {
	for _, pieces := range [][]string{{"甲乙", "丙丁"}, {"甲乙丙丁"}, {"甲", "乙丙", "丁"}} {
		for skip := range len("甲乙丙丁") + 1 {
			var out bytes.Buffer
			w := &skipping{w: &out, left: int64(skip)}
			for _, p := range pieces {
				if n, err := w.Write([]byte(p)); n != len(p) || err != nil {
					t.Fatalf("%d bytes written of %d: %v", n, len(p), err)
				}
			}
			if out.String() != "甲乙丙丁"[skip:] {
				t.Errorf("%d skipped of %q: %q", skip, pieces, out.String())
			}
		}
	}
}
