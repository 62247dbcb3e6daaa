package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"shuzheng/policy"
)

// planComparison is the small plan against one in which a number grew, a figure went and
// one came.
func planComparison(t testing.TB) *policy.Comparison {
	a, b := planDocument(t), planDocument(t)
	f := &b.Figures[0]
	f.Value, f.Status = "1360000000", policy.Target
	c := &policy.Comparison{A: a, B: b, Differences: []policy.Difference{
		{Kind: policy.Changed, A: 0, B: 0, Moved: true, Fields: []policy.FieldChange{{Name: "value", Old: a.Figures[0].Value, New: f.Value},
			{Name: "status", Old: "actual", New: "target"}, {Name: "area", Old: "青禾县", New: ""}}},
		{Kind: policy.Removed, A: 1, B: -1},
		{Kind: policy.Added, A: -1, B: 1},
	}}
	for i := 2; i < len(a.Figures); i++ {
		c.Differences = append(c.Differences, policy.Difference{Kind: policy.Unchanged, A: i, B: i, Moved: i == 2, Reworded: i < 4})
	}
	return c
}

// diffFile is the file the command writes, over some comparisons.
func diffFile(cs ...*policy.Comparison) string {
	out := []byte(`{"schema":"` + DiffSchemaName + `","a":"前","b":"后","documents":[`)
	var all Counts
	for i, c := range cs {
		if i > 0 {
			out = append(out, ',')
		}
		out = AppendComparison(out, c)
		all.Add(CountsOf(c))
	}
	out = AppendCounts(append(out, `],"summary":`...), all)
	return string(append(out, `,"failures":[{"name":"坏.docx","reason":"不是文档"}]}`...))
}

func TestDiffSchema(t *testing.T) {
	c := jsonschema.NewCompiler()
	for name, text := range map[string]string{"urn:shuzheng:document:1": Schema(), "urn:shuzheng:diff:1": DiffSchema()} {
		s, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(name, s); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := c.Compile("urn:shuzheng:diff:1")
	if err != nil {
		t.Fatal(err)
	}
	whole := planComparison(t)
	alone := &policy.Comparison{B: whole.B, Differences: []policy.Difference{{Kind: policy.Added, A: -1, B: 0}}}
	good := diffFile(whole, alone, &policy.Comparison{A: whole.A, B: whole.B})
	if err := validates(schema, good); err != nil {
		t.Error(err)
	}
	for _, change := range [][2]string{
		{`"kind":"removed","fields":[]`, `"kind":"removed","fields":[{"name":"value","old":"1","new":"2"}]`},
		{`"name":"area","old":"青禾县","new":null`, `"name":"colour","old":"青禾县","new":null`},
		{`"summary":{"added":1`, `"summary":{"added":-1`},
		{`"value":"1360000000"`, `"value":1360000000`},
		{`"moved":true`, `"moved":1`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good || validates(schema, bad) == nil {
			t.Errorf("accepted %s", change[1])
		}
	}
}

func validates(s *jsonschema.Schema, text string) error {
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

func TestDiffWorkbook(t *testing.T) {
	c := planComparison(t)
	for _, lang := range []Lang{Chinese, English} {
		w := NewDiffWorkbook(Options{Lang: lang, Version: "1"})
		defer w.Close()
		for range 2 {
			if err := w.Add(c); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Add(&policy.Comparison{A: c.A, Differences: []policy.Difference{{Kind: policy.Removed, A: 0, B: -1}}}); err != nil {
			t.Fatal(err)
		}
		if err := w.Fail("坏.docx", "=不是文档"); err != nil {
			t.Fatal(err)
		}
		var out, again bytes.Buffer
		if _, err := w.WriteTo(&out); err != nil {
			t.Fatal(err)
		}
		if _, err := w.WriteTo(&again); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Errorf("written twice it differs: %v", err)
		}
		sheets := readWorkbook(t, out.Bytes())
		if len(sheets) != 3 || sheets[0].rows != 8 || sheets[1].rows != 4 || sheets[2].rows != 2 {
			t.Fatalf("%d sheets of %d, %d, %d rows", len(sheets), sheets[0].rows, sheets[1].rows, sheets[2].rows)
		}
		if lang == English {
			continue
		}
		for at, want := range map[string]string{"B2": "改动", "F2": "数值\n状态\n地区", "G2": "12.6亿元\n实际\n青禾县", "H2": "12.6亿元\n目标\n—",
			"B3": "删除", "G3": "8.35%", "H3": "", "B4": "新增", "G4": "", "H4": "8.35%", "K2": "1260000000", "L2": "1360000000"} {
			if got := sheets[0].text[at]; got != want {
				t.Errorf("%s holds %q, want %q", at, got, want)
			}
		}
		if got := sheets[1].formula["D2"]; !strings.Contains(got, "差异") || !strings.Contains(got, "A2") {
			t.Errorf("the count leads to %s", got)
		}
	}
}

func TestDiffWorkbookEmpty(t *testing.T) {
	w := NewDiffWorkbook(Options{})
	defer w.Close()
	doc := planDocument(t)
	if err := w.Add(&policy.Comparison{A: doc, B: doc}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := w.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	if got := readWorkbook(t, out.Bytes())[0].text["C2"]; got != "没有差异" {
		t.Errorf("C2 holds %q", got)
	}
}
