package policytest

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"shuzheng/policy"
)

// Cases runs a test for each case of a file. Empty lines part the cases; a case is the lines
// of a text, and under them, each behind a tab, what find must give of its document. Lines
// that begin with // say what the case is for.
func Cases(t *testing.T, path string, find func(*policy.Document) []string) {
	t.Helper()
	run(t, path, find, func([]string) {})
}

// Sets is Cases where the order of what is found says nothing.
func Sets(t *testing.T, path string, find func(*policy.Document) []string) {
	t.Helper()
	run(t, path, find, slices.Sort[[]string])
}

func run(t *testing.T, path string, find func(*policy.Document) []string, arrange func([]string)) {
	t.Helper()
	for _, c := range cases(t, path) {
		lines, want := parts(c)
		got := find(Document(lines))
		arrange(got)
		arrange(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot\n\t%s", c, strings.Join(got, "\n\t"))
		}
	}
}

// Fuzz lets fuzzing begin with the cases of a file; check is called with what comes of them.
func Fuzz(f *testing.F, path string, check func(*testing.T, *policy.Document)) {
	for _, c := range cases(f, path) {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check(t, Document(strings.Split(strings.ToValidUTF8(s, ""), "\n")))
	})
}

func cases(t testing.TB, path string) []string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(b)), "\n\n")
}

func parts(c string) (lines, want []string) {
	for line := range strings.SplitSeq(c, "\n") {
		if w, ok := strings.CutPrefix(line, "\t"); ok {
			want = append(want, w)
		} else if !strings.HasPrefix(line, "//") {
			lines = append(lines, line)
		}
	}
	return lines, want
}

// Words are the words of a place of the document, ⏎ for a line break.
func Words(doc *policy.Document, s policy.Span) string {
	return strings.ReplaceAll(doc.Content.String()[s.Start:s.End], "\n", "⏎")
}

// Panics wants f to panic with a message that holds want, as tables of the program's own do at a
// fault; of says what f was given.
func Panics(t *testing.T, of, want string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if got := recover(); got == nil || !strings.Contains(fmt.Sprint(got), want) {
			t.Errorf("%q: got %v, want %q", of, got, want)
		}
	}()
	f()
}
