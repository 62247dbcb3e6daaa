package stored_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/audit"
	"shuzheng/export"
	"shuzheng/export/stored"
	"shuzheng/extract"
	"shuzheng/policy"
)

const room = 64 << 20

// extracted reads one of the fixtures.
func extracted(t testing.TB, file string) *policy.Document {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Document(&policy.Source{Name: filepath.Base(file), Bytes: b}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	audit.Check(doc)
	return doc
}

// read reads documents that must be readable.
func read(t testing.TB, b []byte) (docs []*stored.Document) {
	t.Helper()
	err := stored.Each(bytes.NewReader(b), room, func(d *stored.Document) error {
		docs = append(docs, d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func fixtures(t testing.TB) (files []string) {
	for _, ending := range []string{"*.txt", "*.html", "*.doc"} {
		found, _ := filepath.Glob("../../fixtures/" + ending)
		for _, file := range found {
			if !strings.HasSuffix(file, ".grid.txt") {
				files = append(files, file)
			}
		}
	}
	if len(files) < 8 {
		t.Fatalf("only %d fixtures", len(files))
	}
	return files
}

// What is written, read and written again is the same.
func TestRoundTrip(t *testing.T) {
	for _, file := range fixtures(t) {
		doc := extracted(t, file)
		want := export.AppendJSON(nil, doc)
		back := read(t, want)[0]
		if back.Bytes != len(doc.Source.Bytes) || len(back.Quotes) != len(doc.Figures) {
			t.Errorf("%s: %d bytes, %d quotes", file, back.Bytes, len(back.Quotes))
		}
		back.Source.Bytes = doc.Source.Bytes
		if got := export.AppendJSON(nil, back.Document); !bytes.Equal(got, want) {
			t.Errorf("%s is another:\n%s", file, firstDifference(got, want))
		}
		for i := range doc.Figures {
			if got, want := back.Figures[i].Digest(), doc.Figures[i].Digest(); got != want {
				t.Errorf("%s: figure %d has the digest %s, want %s", file, i, got, want)
			}
		}
	}
}

// Cells of a sheet have places of their own.
func TestCells(t *testing.T) {
	file := filepath.Join(t.TempDir(), "水利.csv")
	if err := os.WriteFile(file, []byte("指标,单位,2024年,2025年\n水库座数,座,12,13\n供水量,万立方米,3500.5,3600\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	doc := extracted(t, file)
	want := export.AppendJSON(nil, doc)
	back := read(t, want)[0]
	back.Source.Bytes = doc.Source.Bytes
	if got := export.AppendJSON(nil, back.Document); len(doc.Figures) != 4 || !bytes.Contains(want, []byte(`"cell":"D3"`)) || !bytes.Equal(got, want) {
		t.Errorf("%d figures\n%s", len(doc.Figures), firstDifference(got, want))
	}
}

func firstDifference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s []byte) string { return string(s[max(0, i-60):min(len(s), i+60)]) }
	return cut(a) + "\n" + cut(b)
}

// The words of blocks and cells name the places they were read from.
func TestPlaces(t *testing.T) {
	for _, file := range fixtures(t) {
		doc := extracted(t, file)
		back := read(t, export.AppendJSON(nil, doc))[0]
		for i, f := range doc.Figures {
			if f.Block != back.Figures[i].Block {
				t.Errorf("%s: figure %d stands in block %d, want %d", file, i, back.Figures[i].Block, f.Block)
				continue
			}
			want, got := doc.Blocks[f.Block].Text, back.Blocks[f.Block].Text
			at := f.Evidence.Span
			if a, b := want.Offset(at.Start), got.Offset(at.Start); a != b {
				t.Errorf("%s: figure %d stands at byte %d of its block, want %d", file, i, b, a)
			}
		}
		for i, table := range doc.Tables {
			if got := back.Tables[i]; got.Block != table.Block || got.Section != table.Section {
				t.Errorf("%s: table %d is in block %d, section %d, want %d, %d", file, i, got.Block, got.Section, table.Block, table.Section)
			}
		}
		for i, b := range doc.Blocks {
			if got := back.Blocks[i].Table; got != b.Table {
				t.Errorf("%s: block %d belongs to table %d, want %d", file, i, got, b.Table)
			}
		}
	}
}

func TestForms(t *testing.T) {
	one := export.AppendJSON(nil, extracted(t, "../../fixtures/report.txt"))
	both := [][]byte{one, one}
	indented := new(bytes.Buffer)
	if err := json.Indent(indented, one, "", "\t"); err != nil {
		t.Fatal(err)
	}
	for form, c := range map[string]struct {
		b    []byte
		want int
	}{
		"object":   {one, 1},
		"lines":    {bytes.Join(both, []byte("\n")), 2},
		"array":    {[]byte("[\n" + string(one) + ",\n" + string(one) + "\n]\n"), 2},
		"none":     {[]byte("[]"), 0},
		"marked":   {[]byte("\ufeff" + string(one)), 1},
		"indented": {indented.Bytes(), 1},
	} {
		if got := len(read(t, c.b)); got != c.want {
			t.Errorf("%s: %d documents, want %d", form, got, c.want)
		}
		for i, d := range read(t, c.b) {
			if again, err := stored.One(bytes.NewReader(c.b), d.At); err != nil || !bytes.Equal(export.AppendJSON(nil, again.Document), export.AppendJSON(nil, d.Document)) {
				t.Errorf("%s: document %d at %v: %v", form, i, d.At, err)
			}
		}
		if looks := stored.Looks(c.b[:min(len(c.b), 64)]); looks != (c.want > 0) {
			t.Errorf("%s: Looks says %v", form, looks)
		}
	}
	if stored.Looks([]byte(`{"type":"FeatureCollection"}`)) || stored.Looks([]byte("数证")) {
		t.Error("files of others look like ours")
	}
	if stored.SchemaName != export.SchemaName {
		t.Errorf("reads %s, written is %s", stored.SchemaName, export.SchemaName)
	}
}

// What somebody wrote into a file is refused with its place.
func TestRefused(t *testing.T) {
	whole := string(export.AppendJSON(nil, extracted(t, "../../fixtures/report.txt")))
	for _, c := range []struct{ old, new, want string }{
		{`"schema":"shuzheng/document/1"`, `"schema":"shuzheng/document/9"`, "schema"},
		{`"length":`, `"length":1`, "text.length"},
		{`"metadata":{`, `"metadata":{"x":{"value":"","start":0,"end":99999999},`, "metadata.x"},
		{`"blocks":[{"id":0`, `"blocks":[{"id":7`, "blocks[0].id"},
		{`"section":null`, `"section":3`, "blocks[0].section"},
		{`"comparator":"="`, `"comparator":"!="`, "comparator"},
		{`"status":"actual"`, `"status":""`, "status"},
		{`"figures":[{"id":"`, `"figures":[{"id":"","indicator":"`, "figures[0].id"},
		{`"value":"`, `"value":"x`, "value"},
		{`"evidence":{"start":`, `"evidence":{"start":9`, "figures[0].evidence.start"},
		{`"indicator":[[`, `"indicator":[[1,2,3],[`, "figures[0].evidence.indicator"},
		{`"rule":`, `"rul":`, "unknown field"},
		{`"as":"period"`, `"as":"perio"`, "as"},
		{`"decimals":`, `"decimals":1.5e`, "document 1"},
		{`"bytes":`, `"bytes":"many","x":`, "source.bytes"},
		{`"problems":[`, `"problems":[}`, "no JSON"},
		{`"problems":[`, "\xff", "no UTF-8"},
	} {
		b := strings.Replace(whole, c.old, c.new, 1)
		if c.want == "value" { // the first is a fact of the metadata
			at := strings.Index(whole, `"figures":[`)
			b = whole[:at] + strings.Replace(whole[at:], c.old, c.new, 1)
		}
		err := stored.Each(strings.NewReader(b), room, func(*stored.Document) error { return nil })
		var wrong *stored.Error
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s for %s: %v", c.new, c.old, err)
		}
	}
	for _, b := range []string{"", "  ", whole[:len(whole)/2], "[" + whole, "[" + whole + "] []", whole + "x", "7"} {
		if err := stored.Each(strings.NewReader(b), room, func(*stored.Document) error { return nil }); err == nil {
			t.Errorf("%.20q is taken", b)
		}
	}
	if err := stored.Each(strings.NewReader(whole), 500, func(*stored.Document) error { return nil }); err == nil || !strings.Contains(err.Error(), "more than 500 bytes") {
		t.Errorf("too large: %v", err)
	}
}

func FuzzEach(f *testing.F) {
	doc := extracted(f, "../../fixtures/report.txt")
	doc.Figures, doc.Numerals = doc.Figures[:min(2, len(doc.Figures))], doc.Numerals[:2]
	f.Add(export.AppendJSON(nil, doc))
	f.Add([]byte(`[{"schema":"shuzheng/document/1","text":{"length":1,"content":"甲"},"blocks":[{"id":0,"kind":"note","start":0,"end":1,"text":"乙丙"}]}]`))
	f.Add([]byte("\ufeff[]"))
	f.Fuzz(func(t *testing.T, b []byte) {
		stored.Each(bytes.NewReader(b), 1<<20, func(d *stored.Document) error {
			out := export.AppendJSON(nil, d.Document)
			if !json.Valid(out) {
				t.Errorf("written again it is no JSON: %s", out)
			}
			return nil
		})
	})
}
