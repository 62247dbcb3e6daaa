package page

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"shuzheng/extract"
	"shuzheng/policy"
)

// Every place that the page is given holds the words that the document has there.
func TestPlaces(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../fixtures/*.txt", "../../fixtures/*.html", "../../fixtures/*.doc", "../../../shared/seeds/*.txt", "../../../shared/documents/*"} {
		found, _ := filepath.Glob(pattern)
		files = append(files, found...)
	}
	if len(files) < 10 {
		t.Fatalf("only %d documents", len(files))
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			continue // a folder
		}
		doc, err := extract.Document(&policy.Source{Name: file, Bytes: b}, extract.Options{})
		if err != nil {
			continue // needs a program that is not here
		}
		t.Run(filepath.Base(file), func(t *testing.T) { checkPlaces(t, doc) })
	}
}

// checkPlaces compares what is shown with the Content. Line breaks that were joined are
// in one and not in the other.
func checkPlaces(t *testing.T, doc *policy.Document) {
	var d documentData
	raw, err := NewWriter(nil, Options{}).document(doc)
	if err == nil {
		err = json.Unmarshal(raw, &d)
	}
	if err != nil {
		t.Fatal(err)
	}
	units := unitTexts(&d)
	content := doc.Content.String()
	same := func(what string, at []int, spans ...policy.Span) {
		var want strings.Builder
		for _, s := range spans {
			want.WriteString(content[s.Start:s.End])
		}
		if got := wordsAt(units, at); solid(got) != solid(want.String()) {
			t.Errorf("%s: the page shows %q, the document has %q", what, got, want.String())
		}
	}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		same("figure "+f.ID, d.Figures[i].At, f.Evidence.Span)
		for field, spans := range map[string][]policy.Span{"indicator": f.Evidence.Indicator, "period": f.Evidence.Period, "area": f.Evidence.Area,
			"comparator": f.Evidence.Comparator, "status": f.Evidence.Status, "direction": f.Evidence.Direction} {
			same(f.ID+" "+field, d.Figures[i].Evidence[field], spans...)
		}
	}
	for i := range doc.Platforms {
		for k := range doc.Platforms[i].Mentions {
			same("platform", d.Platforms[i].Mentions[k].At, doc.Platforms[i].Mentions[k].Span)
		}
	}
	if len(d.Numerals) != 5*len(doc.Numerals) {
		t.Errorf("%d numbers for %d numerals", len(d.Numerals), len(doc.Numerals))
	}
}

// unitTexts numbers what is shown as one, as the page does.
func unitTexts(d *documentData) (units [][]uint16) {
	for _, b := range d.Blocks {
		if b.Table == nil {
			units = append(units, utf16.Encode([]rune(b.Text)))
			continue
		}
		for _, c := range b.Table.Cells {
			units = append(units, utf16.Encode([]rune(c.Text)))
		}
	}
	return units
}

func wordsAt(units [][]uint16, at []int) string {
	var b strings.Builder
	for i := 0; i+2 < len(at); i += 3 {
		b.WriteString(string(utf16.Decode(units[at[i]][at[i+1]:at[i+2]])))
	}
	return b.String()
}

// solid leaves out what joins lines.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\u00a0\u3000", r) {
			return -1
		}
		return r
	}, s)
}

// A place in a text with characters of two units, over two blocks, and in none.
func TestSpots(t *testing.T) {
	const text = "甲𠮷1乙\n丙2丁𠮷3\n戊"
	doc := &policy.Document{Source: &policy.Source{}, Content: policy.Plain(text, 0)}
	at := 0
	for i, line := range strings.Split(text, "\n")[:2] {
		s := policy.Span{Start: at, End: at + len(line)}
		doc.Blocks = append(doc.Blocks, policy.Block{ID: i, Kind: policy.Paragraph, Span: s, Text: doc.Content.Slice(s.Start, s.End), Section: -1, Table: -1})
		at = s.End + 1
	}
	spots := newSpots(doc)
	for _, c := range []struct {
		from, to string
		want     []int
	}{
		{"1", "1", []int{0, 3, 4}},
		{"3", "3", []int{1, 5, 6}},
		{"乙", "丙", []int{0, 4, 5, 1, 0, 1}},
		{"戊", "戊", nil},
	} {
		s := policy.Span{Start: strings.Index(text, c.from), End: strings.Index(text, c.to) + len(c.to)}
		got := spots.of(nil, s)
		if len(got) != len(c.want) {
			t.Fatalf("%s…%s: %v, want %v", c.from, c.to, got, c.want)
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Fatalf("%s…%s: %v, want %v", c.from, c.to, got, c.want)
			}
		}
	}
}
