package layout

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// shared holds real documents with what a careful reader found in them; it is not
// part of the project.
const shared = "../../../shared"

// goldDocs are the documents whose outline and tables are measured here.
var goldDocs = []string{"000", "001", "002", "003", "004", "101", "102", "103", "104", "105", "106", "107", "108", "109", "110", "111", "112"}

type goldHeading struct {
	Text     string
	Level    json.RawMessage
	Optional bool
}

type goldTable struct {
	Caption    string
	Start, End int
	Header     []string
	Rows       [][]string
}

func TestGold(t *testing.T) {
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no ../shared: outlines and tables of real documents are not measured")
	}
	var heads, cells tally
	var right, found int
	for _, name := range goldDocs {
		doc := goldDoc(t, name)
		h, r := scoreOutline(t, name, doc)
		heads.add(h)
		right, found = right+r, found+h.hit
		c := scoreTables(t, name, doc)
		cells.add(c)
		checkDocument(t, doc)
	}
	t.Logf("outline f1 %.4f (%+v), level %d of %d, cells f1 %.4f (%+v)", heads.f1(), heads, right, found, cells.f1(), cells)
	if heads.f1() < 0.97 || float64(right) < 0.97*float64(found) || cells.f1() < 1 {
		t.Error("below the measure")
	}
}

type tally struct{ hit, extra, missed int }

func (a *tally) add(b tally) {
	a.hit, a.extra, a.missed = a.hit+b.hit, a.extra+b.extra, a.missed+b.missed
}

func (a tally) f1() float64 {
	return 2 * float64(a.hit) / float64(max(1, 2*a.hit+a.extra+a.missed))
}

// goldDoc arranges the named document.
func goldDoc(t *testing.T, name string) *policy.Document {
	t.Helper()
	files, _ := filepath.Glob(shared + "/seeds/" + name + "_*.txt")
	more, _ := filepath.Glob(shared + "/gold/text/" + name + "_*.txt")
	files = append(files, more...)
	if len(files) != 1 {
		t.Fatalf("%s: %d files", name, len(files))
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return arranged(string(b))
}

// arranged is the Document of a plain text.
func arranged(s string) *policy.Document {
	doc := &policy.Document{Content: policy.Plain(s, 0)}
	Arrange(doc)
	return doc
}

func scoreOutline(t *testing.T, name string, doc *policy.Document) (c tally, right int) {
	f, err := os.Open(shared + "/gold/" + name + ".outline.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := map[string]goldHeading{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var h goldHeading
		if err := json.Unmarshal(sc.Bytes(), &h); err != nil {
			t.Fatal(err)
		}
		want[plainName(h.Text)] = h
	}
	have := map[string]int{}
	for _, b := range doc.Blocks {
		if b.Kind == policy.Heading {
			n := plainName(b.Text.String())
			have[n] = b.Level
			if _, ok := want[n]; !ok {
				t.Logf("%s: false heading %d %s", name, b.Level, b.Text.String())
			}
		}
	}
	for n, h := range want {
		level, ok := have[n]
		switch {
		case h.Optional:
		case !ok:
			c.missed++
			t.Logf("%s: missed heading %s %s", name, h.Level, h.Text)
		default:
			c.hit++
			var many []int
			var one int
			if json.Unmarshal(h.Level, &one) == nil {
				many = []int{one}
			} else if err := json.Unmarshal(h.Level, &many); err != nil {
				t.Fatal(err)
			}
			ok := false
			for _, l := range many {
				ok = ok || l == level
			}
			if ok {
				right++
			} else {
				t.Logf("%s: level %d, want %s: %s", name, level, h.Level, h.Text)
			}
		}
	}
	for n := range have {
		if _, ok := want[n]; !ok {
			c.extra++
		}
	}
	return c, right
}

// plainName is a heading without white space and marks, full width folded.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if strings.ContainsRune(" \n\t\u3000\u00a0“”\"'‘’《》〈〉()[]【】、,。;:·—-的了", r) {
			return -1
		}
		return r
	}, s)
}

func scoreTables(t *testing.T, name string, doc *policy.Document) (c tally) {
	var want []goldTable
	b, err := os.ReadFile(shared + "/gold/" + name + ".tables.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	x := policy.NewRuneIndex(doc.Content.String())
	used := map[int]bool{}
	for _, w := range want {
		grid := append([][]string{w.Header}, w.Rows...)
		best := -1
		for k := range doc.Tables {
			if a, e := x.Runes(doc.Tables[k].Span.Start), x.Runes(doc.Tables[k].Span.End); !used[k] && a < w.End && w.Start < e {
				best = k
				break
			}
		}
		have := map[[2]int]string{}
		if best >= 0 {
			used[best] = true
			have = gridOf(&doc.Tables[best])
			if got := doc.Tables[best].Caption; plainName(got) != plainName(w.Caption) {
				t.Errorf("%s: caption %q, want %q", name, got, w.Caption)
			}
		}
		hit := 0
		for r, row := range grid {
			for k, s := range row {
				if got, ok := have[[2]int{r, k}]; ok && squeeze(got) == squeeze(s) {
					hit++
				} else {
					c.missed++
					t.Logf("%s: %s cell %d %d: %q, want %q", name, w.Caption, r, k, got, s)
				}
			}
		}
		c.hit += hit
		c.extra += len(have) - hit
	}
	for k := range doc.Tables {
		if !used[k] {
			c.extra += len(doc.Tables[k].Cells)
			t.Logf("%s: false table %s %d×%d", name, doc.Tables[k].Caption, doc.Tables[k].Rows, doc.Tables[k].Cols)
		}
	}
	return c
}

// gridOf is the text of every place of t, spans repeated.
func gridOf(t *policy.Table) map[[2]int]string {
	g := map[[2]int]string{}
	for _, c := range t.Cells {
		for r := range c.RowSpan {
			for k := range c.ColSpan {
				g[[2]int{c.Row + r, c.Col + k}] = c.Text.String()
			}
		}
	}
	return g
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// checkDocument holds doc against what Arrange promises.
func checkDocument(t *testing.T, doc *policy.Document) {
	t.Helper()
	s := doc.Content.String()
	at := 0
	for i, b := range doc.Blocks {
		if b.ID != i {
			t.Fatalf("block %d has ID %d", i, b.ID)
		}
		if b.Span.Start < at || b.Span.End < b.Span.Start || b.Span.End > len(s) {
			t.Fatalf("block %d at %v: overlaps, out of order or outside the text", i, b.Span)
		}
		at = b.Span.End
		if b.Section >= i || b.Section < -1 {
			t.Fatalf("block %d in section %d", i, b.Section)
		}
		if !utf8.ValidString(b.Text.String()) {
			t.Fatalf("block %d: text cuts a character", i)
		}
		if w := b.Text.Span(0, b.Text.Len()); !b.Span.Contains(w) && b.Text.Len() > 0 {
			t.Fatalf("block %d at %v has text from %v", i, b.Span, w)
		}
		if b.Table >= len(doc.Tables) {
			t.Fatalf("block %d of table %d", i, b.Table)
		}
	}
	for k, tb := range doc.Tables {
		if tb.Block < 0 || tb.Block >= len(doc.Blocks) || doc.Blocks[tb.Block].Table != k {
			t.Fatalf("table %d: block %d", k, tb.Block)
		}
		if !tb.Span.Contains(doc.Blocks[tb.Block].Span) {
			t.Fatalf("table %d at %v, its block at %v", k, tb.Span, doc.Blocks[tb.Block].Span)
		}
		for _, c := range tb.Cells {
			if !doc.Blocks[tb.Block].Span.Contains(c.Span) {
				t.Fatalf("table %d at %v: cell at %v", k, tb.Span, c.Span)
			}
		}
	}
	survey := marks.Survey(doc)
	block := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		for block < len(doc.Blocks) && doc.Blocks[block].Span.End <= i {
			block++
		}
		if (block == len(doc.Blocks) || doc.Blocks[block].Span.Start > i) && !hasMarkup(s, &survey) {
			t.Fatalf("digit at %d in no block: %.40q", i, s[max(0, i-20):])
		}
	}
}
