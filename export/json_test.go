package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
)

// A jsonDocument is what these tests read back.
type jsonDocument struct {
	Schema string
	Text   struct {
		Length  int
		Content string
	}
	Metadata map[string]struct {
		Value      string
		Start, End *int
	}
	Blocks []struct {
		ID         int
		Kind       string
		Level      *int
		Start, End int
		Text       string
		Section    *int
	}
	Tables  []struct{ Cells []struct{ Text string } }
	Figures []struct {
		Indicator, Value, Comparator string
		Direction                    *string
		Section                      []int
		Table                        *struct{ Row, Col int }
		Evidence                     struct {
			Start, End, Line      int
			Exact, Prefix, Suffix string
			Source                struct{ Start, End int }
			Indicator, Period     [][2]int
			Comparator, Area      [][2]int
		}
	}
	Numerals []struct {
		Start, End int
		Exact, As  string
		Figure     *string
	}
	Problems []struct{ Message string }
}

func readJSON(t *testing.T, doc *policy.Document) jsonDocument {
	t.Helper()
	var got jsonDocument
	if err := json.Unmarshal(AppendJSON(nil, doc), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestJSONPositions(t *testing.T) {
	doc := planDocument(t)
	got := readJSON(t, doc)
	runes := []rune(got.Text.Content)
	if len(runes) != got.Text.Length || got.Text.Content != doc.Content.String() {
		t.Errorf("text of length %d, want %d", got.Text.Length, len(runes))
	}
	for _, f := range got.Figures {
		e := f.Evidence
		if s := string(runes[e.Start:e.End]); s != e.Exact {
			t.Errorf("exact %q, at its place %q", e.Exact, s)
		}
		if s := string(doc.Source.Bytes[e.Source.Start:e.Source.End]); s != e.Exact {
			t.Errorf("exact %q, in the source %q", e.Exact, s)
		}
		if !strings.HasSuffix(string(runes[:e.Start]), e.Prefix) || !strings.HasPrefix(string(runes[e.End:]), e.Suffix) {
			t.Errorf("%s: prefix %q, suffix %q", e.Exact, e.Prefix, e.Suffix)
		}
		if n := utf8.RuneCountInString(e.Prefix); n > contextRunes || n < contextRunes && n != e.Start {
			t.Errorf("%s: prefix of %d characters", e.Exact, n)
		}
		if want := strings.Count(string(runes[:e.Start]), "\n") + 1; e.Line != want {
			t.Errorf("%s: line %d, want %d", e.Exact, e.Line, want)
		}
	}
	for _, n := range got.Numerals {
		if s := string(runes[n.Start:n.End]); s != n.Exact {
			t.Errorf("numeral %q, at its place %q", n.Exact, s)
		}
	}
	f := got.Figures[0].Evidence
	for want, at := range map[string][][2]int{"研发经费支出": f.Indicator, "2025年": f.Period, "全县": f.Area} {
		if s := string(runes[at[0][0]:at[0][1]]); s != want {
			t.Errorf("field read at %q, want %q", s, want)
		}
	}
}

func TestJSONFields(t *testing.T) {
	got := readJSON(t, planDocument(t))
	if got.Schema != SchemaName {
		t.Errorf("schema %q", got.Schema)
	}
	if m := got.Metadata; m["title"].Start == nil || *m["title"].End != 14 || m["region"].Start != nil {
		t.Errorf("metadata %+v", m)
	}
	if b := got.Blocks; b[0].Level != nil || b[0].Section != nil || *b[1].Level != 1 || *b[1].Section != 0 || b[1].Text != "一、发展基础" {
		t.Errorf("blocks %+v", b)
	}
	if f := got.Figures; f[0].Direction != nil || *f[1].Direction != "up" || len(f[0].Section) != 2 || f[0].Table != nil || f[8].Table.Row != 1 {
		t.Errorf("figures %+v", f)
	}
	if n := got.Numerals; n[0].Figure != nil || n[0].As != "period" || *n[3].Figure == "" {
		t.Errorf("numerals %+v", n)
	}
	if len(got.Problems) != 1 || len(got.Tables) != 1 || got.Tables[0].Cells[7].Text != "预计9.40" {
		t.Errorf("problems %+v, tables %+v", got.Problems, got.Tables)
	}
}

func TestJSONKeyOrder(t *testing.T) {
	out := string(AppendJSON(nil, planDocument(t)))
	at := 0
	for _, key := range []string{"schema", "source", "text", "metadata", "title", "region", "archive_no", "blocks", "tables", "figures",
		"indicator", "value", "comparator", "period", "section", "evidence", "rule", "platforms", "tasks", "references", "numerals", "checks", "problems"} {
		i := strings.Index(out[at:], `"`+key+`":`)
		if i < 0 {
			t.Fatalf("%q does not follow", key)
		}
		at += i
	}
}

func TestJSONEqualBytes(t *testing.T) {
	if !bytes.Equal(AppendJSON(nil, planDocument(t)), AppendJSON(nil, planDocument(t))) {
		t.Error("two writes differ")
	}
}

func TestJSONEmptyDocument(t *testing.T) {
	got := readJSON(t, newBuilder(t, "空.txt", "").doc)
	if got.Text.Length != 0 || len(got.Figures) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestAppendFigureWithoutBlocks(t *testing.T) {
	b := newBuilder(t, "", "约320家")
	f := b.figure("320家", policy.Figure{Value: "320", Comparator: policy.About})
	out := AppendFigure([]byte("["), b.doc, f, NewIndex(b.doc))
	if !json.Valid(append(out, ']')) || !bytes.Contains(out, []byte(`"section":[]`)) {
		t.Errorf("%s", out)
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "研发", "a\"b\\c\n\r\t\x00\x1f\x7f", "\u2028\u2029“…”", "\xff\xe2", "\xe2\x80", "\xed\xa0\x80", "😀"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := appendString(nil, s)
		var back string
		if err := json.Unmarshal(out, &back); err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		if want := string([]rune(s)); back != want {
			t.Errorf("%q came back as %q", want, back)
		}
		if bytes.ContainsAny(out, "\u2028\u2029") {
			t.Errorf("%q", out)
		}
	})
}

func FuzzIndex(f *testing.F) {
	f.Add("一二三\nabc\n四😀五", uint(3), uint(9), uint(0))
	f.Add(strings.Repeat("长文\n", 999), uint(7000), uint(6930), uint(21))
	f.Fuzz(func(t *testing.T, s string, a, b, c uint) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		x := NewIndex(&policy.Document{Content: policy.Plain(s, 0)})
		for _, n := range []uint{a, b, c} {
			off := int(n % uint(len(s)+1))
			for off > 0 && off < len(s) && !utf8.RuneStart(s[off]) {
				off--
			}
			if got, want := x.Rune(off), utf8.RuneCountInString(s[:off]); got != want {
				t.Errorf("Rune(%d) = %d, want %d", off, got, want)
			}
			if got, want := x.Line(off), strings.Count(s[:off], "\n")+1; got != want {
				t.Errorf("Line(%d) = %d, want %d", off, got, want)
			}
		}
	})
}

func BenchmarkAppendJSON(b *testing.B) {
	doc := manyFigures(b, 2000)
	out := AppendJSON(nil, doc)
	b.SetBytes(int64(len(out)))
	for b.Loop() {
		out = AppendJSON(out[:0], doc)
	}
}

// manyFigures is one document of n sentences with a figure each.
func manyFigures(t testing.TB, n int) *policy.Document {
	const line = "2025年，全县高新技术企业达到320家以上，比上年有所增加，创新主体进一步壮大。\n"
	b := newBuilder(t, "长文.txt", strings.Repeat(line, n))
	for range n {
		at := policy.Span{Start: b.at, End: b.at + len(line)}
		id := b.block(policy.Paragraph, 0, -1, strings.TrimSuffix(line, "\n"))
		b.numeral("2025", policy.AsPeriod)
		f := policy.Figure{Indicator: "高新技术企业数", Value: "320", Unit: "家", ValueRaw: "320", UnitRaw: "家", Scale: "1", Comparator: policy.AtLeast,
			Measure: policy.Level, Status: policy.Actual, Period: "2025", PeriodRaw: "2025年", Area: "青禾县", Block: id}
		f.Evidence.Indicator = b.in(at, "高新技术企业")
		f.Evidence.Period = b.in(at, "2025年")
		f.Evidence.Comparator = b.in(at, "以上")
		f.Evidence.Area = b.in(at, "全县")
		b.figure("320家", f)
		b.at = at.End
	}
	return b.doc
}

func FuzzQuotedText(f *testing.F) {
	for _, s := range []string{"", "研发", "“青禾县”\n\t12家\r\n", "a\"b\\c", strings.Repeat("云川省\n", 40), "\x00", "县\u2028乡"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		var q quotedText
		out := q.appendText([]byte("["), s)
		if want := string(appendString([]byte("["), s)); string(out) != want {
			t.Fatalf("%q became %s, want %s", s, out, want)
		}
		if q.longer != strings.ContainsFunc(s, func(r rune) bool { return len(appendString(nil, string(r))) > utf8.RuneLen(r)+3 }) {
			t.Fatalf("%q: longer is %v", s, q.longer)
		}
		for i := range s {
			if want := appendString(nil, s[i:]); !q.longer && string(out[q.place(i):]) != string(want[1:]) {
				t.Fatalf("%q: byte %d quoted as %s", s, i, out[q.place(i):])
			}
		}
	})
}
