package read

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"shuzheng/policy"
)

const realPDFs = "../../../shared/documents"

// realPDF reads a document of ../shared.
func realPDF(t *testing.T, name string, opt Options) *policy.Document {
	t.Helper()
	withPDFium(t)
	b, err := os.ReadFile(filepath.Join(realPDFs, name))
	if err != nil {
		t.Skip("no ../shared/documents: real files are not read")
	}
	doc, err := Document(&policy.Source{Name: name, Bytes: b}, opt)
	if err != nil {
		t.Fatal(err)
	}
	holdBlocks(t, doc)
	holdPages(t, doc)
	return doc
}

// The tables of real files have their shapes, and the cells that are easily lost
// stand in them.
func TestRealPDFTables(t *testing.T) {
	b, err := os.ReadFile("testdata/pdf_tables.tsv")
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]*policy.Document{}
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		f := strings.Split(line, "\t")
		if docs[f[0]] == nil {
			docs[f[0]] = realPDF(t, f[0], Options{})
		}
		n := make([]int, 7)
		for k := range n {
			if n[k], err = strconv.Atoi(f[k+1]); err != nil {
				t.Fatalf("line %d: %v", i+2, err)
			}
		}
		if n[0] > len(docs[f[0]].Tables) {
			t.Errorf("%s: %d tables", f[0], len(docs[f[0]].Tables))
			continue
		}
		checkCell(t, &docs[f[0]].Tables[n[0]-1], f[0], n[1:], f[8])
	}
}

// checkCell checks rows and columns of the table, and the cell at a row and column with
// its spans.
func checkCell(t *testing.T, tb *policy.Table, file string, n []int, text string) {
	t.Helper()
	if tb.Rows != n[0] || tb.Cols != n[1] {
		t.Errorf("%s, %s: %d×%d, want %d×%d", file, tb.ID, tb.Rows, tb.Cols, n[0], n[1])
	}
	for _, c := range tb.Cells {
		if c.Row == n[2] && c.Col == n[3] {
			if c.RowSpan != n[4] || c.ColSpan != n[5] || c.Text.String() != text {
				t.Errorf("%s, %s: at %d,%d stands %d×%d %q, want %d×%d %q", file, tb.ID, c.Row, c.Col, c.RowSpan, c.ColSpan, c.Text.String(), n[4], n[5], text)
			}
			return
		}
	}
	t.Errorf("%s, %s: no cell at %d,%d", file, tb.ID, n[2], n[3])
}

// All numerals that pdftotext shows stand in the text.
func TestRealPDFNumerals(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("no pdftotext to compare with")
	}
	files, _ := filepath.Glob(filepath.Join(realPDFs, "*.pdf"))
	if len(files) == 0 {
		t.Skip("no ../shared/documents: real files are not read")
	}
	for _, file := range files {
		shown, err := exec.Command(tool, file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		doc := realPDF(t, filepath.Base(file), Options{})
		all, missing := 0, 0
		have := numerals(doc.Content.String())
		for n, count := range numerals(string(shown)) {
			all += count
			missing += max(count-have[n], 0)
		}
		t.Logf("%s: %d numerals, %d missing", filepath.Base(file), all, missing)
		if missing*200 > all || all == 0 {
			t.Errorf("%s: %d of %d numerals are missing", file, missing, all)
		}
	}
}

// numerals counts the runs of figures with points and commas in s.
func numerals(s string) map[string]int {
	count := map[string]int{}
	for _, n := range strings.FieldsFunc(s, func(r rune) bool { return !(r >= '0' && r <= '9' || r == '.' || r == ',') }) {
		if n = strings.Trim(n, ".,"); n != "" {
			count[n]++
		}
	}
	return count
}
