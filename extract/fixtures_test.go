package extract_test

import (
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"shuzheng/extract"
	"shuzheng/policy"
)

// misses prints every difference: go test ./extract -run Fixtures -v -misses.
var misses = flag.Bool("misses", false, "print every figure, field, cell and heading of fixtures/ that came out otherwise")

const fixtureDir = "../fixtures"

// floors are the least rates over all fixtures together; a lower one is a
// regression. Raise them when the reading gets better.
var floors = []struct {
	rate string
	min  float64
}{
	{"figures", 0.99}, {"quote", 0.99}, {"value", 0.99}, {"unit", 0.99}, {"comparator", 0.99}, {"measure", 0.99},
	{"direction", 0.99}, {"status", 0.98}, {"period", 0.95}, {"area", 0.98}, {"indicator", 0.92}, {"strict", 0.87},
	{"tables", 1}, {"cells", 1}, {"cell area", 1}, {"outline", 0.98}, {"level", 0.98}, {"boxes", 1},
	{"not figures", 0.98}, {"kinds", 0.9},
}

// A row is one line of a .tsv file by the names in its header line.
type row map[string]string

// any lists the accepted values of a column, the best first.
func (r row) any(column string) []string { return strings.Split(r[column], "|") }

// readRows reads a .tsv file with a header line; \n in a cell is a line break.
// A file that is not there has no rows.
func readRows(t *testing.T, path string) []row {
	t.Helper()
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	var rows []row
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(head) {
			t.Fatalf("%s:%d: %d cells, the header has %d", path, i+2, len(cells), len(head))
		}
		r := row{}
		for k, c := range cells {
			r[head[k]] = strings.ReplaceAll(c, `\n`, "\n")
		}
		rows = append(rows, r)
	}
	return rows
}

// A grid is a table as a person wrote it down: header rows first.
type grid struct {
	caption, unit, note string
	rows                [][]string
}

// readGrids reads NAME.grid.txt: one line a row, an empty line between tables.
func readGrids(t *testing.T, path string) []grid {
	t.Helper()
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var grids []grid
	for part := range strings.SplitSeq(strings.TrimRight(string(text), "\n"), "\n\n") {
		var g grid
		for line := range strings.SplitSeq(part, "\n") {
			kind, rest, _ := strings.Cut(line, "\t")
			switch kind {
			case "caption":
				g.caption = rest
			case "unit":
				g.unit = rest
			case "note":
				g.note = rest
			case "head", "row":
				g.rows = append(g.rows, strings.Split(rest, "\t"))
			default:
				t.Fatalf("%s: line begins with %q", path, kind)
			}
		}
		grids = append(grids, g)
	}
	return grids
}

// A fixture is a document with what must come out of it.
type fixture struct {
	name, path                                string
	figures, headings, numerals, boxes, cells []row
	grids                                     []grid
}

func readFixtures(t *testing.T) []fixture {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(fixtureDir, "*.want.tsv"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no *.want.tsv in %s: %v", fixtureDir, err)
	}
	var all []fixture
	for _, p := range paths {
		stem := strings.TrimSuffix(p, ".want.tsv")
		f := fixture{
			name:     filepath.Base(stem),
			path:     stem + ".txt",
			figures:  readRows(t, p),
			headings: readRows(t, stem+".outline.tsv"),
			numerals: readRows(t, stem+".numerals.tsv"),
			boxes:    readRows(t, stem+".boxes.tsv"),
			cells:    readRows(t, stem+".cells.tsv"),
			grids:    readGrids(t, stem+".grid.txt"),
		}
		if _, err := os.Stat(f.path); err != nil {
			f.path = stem + ".html"
		}
		all = append(all, f)
	}
	return all
}

// document reads one file of the fixtures.
func document(t *testing.T, path string) *policy.Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Document(&policy.Source{Name: filepath.Base(path), Bytes: b}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// nthIndex is the place of the nth occurrence of s in text, n from 1, or -1.
func nthIndex(text, s string, n int) int {
	at := -1
	for ; n > 0; n-- {
		i := strings.Index(text[at+1:], s)
		if i < 0 {
			return -1
		}
		at += 1 + i
	}
	return at
}

// place finds the quote of a row in text.
func place(text string, r row) (policy.Span, bool) {
	n, err := strconv.Atoi(r["nth"])
	if err != nil || n < 1 {
		return policy.Span{}, false
	}
	at := nthIndex(text, r["quote"], n)
	return policy.Span{Start: at, End: at + len(r["quote"])}, at >= 0
}

// marked finds the numeral that a row's "where" puts in square brackets; the
// words around it must stand in text once only.
func marked(text, where string) (policy.Span, bool) {
	i, j := strings.Index(where, "["), strings.Index(where, "]")
	if i < 0 || j < i {
		return policy.Span{}, false
	}
	plain := where[:i] + where[i+1:j] + where[j+1:]
	if strings.Count(text, plain) != 1 {
		return policy.Span{}, false
	}
	at := strings.Index(text, plain) + i
	return policy.Span{Start: at, End: at + j - i - 1}, true
}

var (
	notText = regexp.MustCompile(`(?s)<(?:script|style|title)\b.*?</(?:script|style|title)>|<!--.*?-->`)
	anyTag  = regexp.MustCompile(`<[^>]*>`)
)

// plainText is a fixture's text without the program's help.
func plainText(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(path, ".html") {
		return html.UnescapeString(anyTag.ReplaceAllString(notText.ReplaceAllString(string(b), ""), ""))
	}
	return string(b)
}

// accepted lists what the columns of a few words may hold.
var accepted = map[string][]string{
	"comparator": {"=", ">=", ">", "<=", "<", "~", "~>", "~<"},
	"measure":    {"level", "change", "rank", "multiple"},
	"direction":  {"", "up", "down"},
	"status":     {"actual", "target", "estimate", "rule"},
	"optional":   {"", "yes"},
	"kind":       {"period", "ordinal", "identifier", "name", "word", "boilerplate"},
}

func checkWords(t *testing.T, what string, r row) {
	for column, words := range accepted {
		if _, there := r[column]; !there {
			continue
		}
		for _, w := range r.any(column) {
			if !slices.Contains(words, w) {
				t.Errorf("%s: %s is %q, not one of %q", what, column, w, words)
			}
		}
	}
}

// TestFixtureTables holds what people wrote in fixtures/ against the documents
// themselves: every quote stands where its row says, in reading order.
func TestFixtureTables(t *testing.T) {
	for _, f := range readFixtures(t) {
		text := plainText(t, f.path)
		last := policy.Span{}
		for i, r := range f.figures {
			at, ok := place(text, r)
			if !ok {
				t.Errorf("%s.want.tsv:%d: %q does not stand in the text %s times", f.name, i+2, r["quote"], r["nth"])
				continue
			}
			if at.Start < last.End {
				t.Errorf("%s.want.tsv:%d: %q stands before the figure above it", f.name, i+2, r["quote"])
			}
			last = at
			checkWords(t, f.name+": "+r["quote"], r)
		}
		for _, r := range f.numerals {
			if _, ok := marked(text, r["where"]); !ok {
				t.Errorf("%s.numerals.tsv: %q does not stand in the text once", f.name, r["where"])
			}
			checkWords(t, f.name+": "+r["where"], r)
		}
		for _, r := range f.headings {
			if !strings.Contains(text, r["text"]) {
				t.Errorf("%s.outline.tsv: %q is not in the text", f.name, r["text"])
			}
		}
		checkGrids(t, f, text)
	}
}

func checkGrids(t *testing.T, f fixture, text string) {
	for _, g := range f.grids {
		if !strings.Contains(text, g.caption) || !strings.Contains(text, g.note) {
			t.Errorf("%s.grid.txt: caption %q or note %q is not in the text", f.name, g.caption, g.note)
		}
		for _, r := range g.rows {
			if len(r) != len(g.rows[0]) {
				t.Errorf("%s.grid.txt: %d cells in %q, %d in the first row", f.name, len(r), r, len(g.rows[0]))
			}
		}
	}
	for _, c := range f.cells {
		i := slices.IndexFunc(f.grids, func(g grid) bool { return g.caption == c["table"] })
		r, errRow := strconv.Atoi(c["row"])
		k, errCol := strconv.Atoi(c["col"])
		if i < 0 || errRow != nil || errCol != nil || r >= len(f.grids[i].rows) || k >= len(f.grids[i].rows[r]) {
			t.Errorf("%s.cells.tsv: no cell %s,%s in %q", f.name, c["row"], c["col"], c["table"])
			continue
		}
		if f.grids[i].rows[r][k] != c["text"] {
			t.Errorf("%s.cells.tsv: cell %d,%d is %q, the grid has %q", f.name, r, k, c["text"], f.grids[i].rows[r][k])
		}
	}
}

// TestFixtures reads every document of fixtures/ and scores what came out.
func TestFixtures(t *testing.T) {
	total := newScore()
	for _, f := range readFixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			s := newScore()
			s.miss = func(format string, args ...any) {
				if *misses {
					t.Logf(format, args...)
				}
			}
			s.document(f, document(t, f.path))
			t.Log(s)
			total.add(s)
		})
	}
	t.Logf("all: %s", total)
	for _, f := range floors {
		if got := total.rate(f.rate); got < f.min {
			t.Errorf("%s is %.3f over all fixtures, must be %.3f or more", f.rate, got, f.min)
		}
	}
}

// TestFixtureEvidence checks that every figure quotes the text: its span lies in
// the content, begins and ends with no blank, and holds the numeral as written.
func TestFixtureEvidence(t *testing.T) {
	for _, f := range readFixtures(t) {
		doc := document(t, f.path)
		content := doc.Content.String()
		for _, g := range doc.Figures {
			at := g.Evidence.Span
			if at.Start < 0 || at.End > len(content) || at.Start >= at.End {
				t.Errorf("%s: %s %s: evidence %v outside the text", f.name, g.Indicator, g.Value, at)
				continue
			}
			quote := content[at.Start:at.End]
			if quote != strings.TrimSpace(quote) || !strings.Contains(squeeze(quote), squeeze(g.ValueRaw)) {
				t.Errorf("%s: %s: evidence %q does not quote %q", f.name, g.Indicator, quote, g.ValueRaw)
			}
		}
	}
}

// TestFixtureCharsets reads the twins of two fixtures in other encodings.
func TestFixtureCharsets(t *testing.T) {
	for _, c := range []struct{ name, twin string }{
		{"page.html", "page_gbk.html"},
		{"communique.txt", "communique_utf16.txt"},
	} {
		want := plainFigures(document(t, filepath.Join(fixtureDir, c.name)))
		got := plainFigures(document(t, filepath.Join(fixtureDir, c.twin)))
		if len(want) == 0 {
			t.Errorf("%s: no figures", c.name)
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d figures, %s has %d", c.twin, len(got), c.name, len(want))
		}
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Errorf("%s: figure %d is\n%s\nin %s it is\n%s", c.twin, i, got[i], c.name, want[i])
				break
			}
		}
	}
}

// plainFigures writes each figure on one line, without what depends on the
// source's bytes.
func plainFigures(doc *policy.Document) []string {
	var lines []string
	for _, g := range doc.Figures {
		lines = append(lines, strings.Join([]string{
			doc.Content.String()[g.Evidence.Span.Start:g.Evidence.Span.End], g.Indicator, g.Value, g.ValueHigh, g.Unit, string(g.Comparator),
			string(g.Measure), string(g.Direction), string(g.Status), g.Period, g.Area, strconv.Itoa(g.Evidence.Span.Start),
		}, " ; "))
	}
	return lines
}
