package verify

import (
	"slices"
	"strings"
	"testing"

	"shuzheng/audit/audittest"
	"shuzheng/export"
)

func TestJSON(t *testing.T) {
	doc := audittest.Fixture(t, "plan.txt")
	whole := string(export.AppendJSON(nil, doc))
	expected, err := ReadJSON([]byte(whole))
	if err != nil || len(expected) != 1 || expected[0].Source.Name != "plan.txt" || len(expected[0].Source.IDs) != len(doc.Figures) {
		t.Fatalf("%+v, %v", expected[0].Source, err)
	}
	object := func(i int) string { // of figure i
		_, rest, _ := strings.Cut(whole, `{"id":"`+doc.Figures[i].ID)
		body, _, _ := strings.Cut(rest, `{"id":"`+doc.Figures[i+1].ID)
		return `{"id":"` + doc.Figures[i].ID + body
	}
	in := func(i int, old, new string) string {
		o := object(i)
		return strings.Replace(whole, o, strings.Replace(o, old, new, 1), 1)
	}
	for name, c := range map[string]struct {
		altered string
		want    []string
	}{
		"nothing":       {whole, nil},
		"laid out":      {strings.ReplaceAll(whole, `,"`, ",\n \""), nil},
		"a value":       {in(3, `"value":"`, `"value":"9`), []string{"edited figures figures[3].value"}},
		"an ID":         {in(3, doc.Figures[3].ID, "0000000000000000"), []string{"edited figures figures[3].id"}},
		"a field gone":  {in(3, `"rule":`, `"rules":`), []string{"edited figures figures[3].rule", "edited figures figures[3].rules"}},
		"a figure gone": {strings.Replace(whole, object(3), "", 1), []string{"missing figures"}},
		"a figure moved": {strings.Replace(strings.Replace(whole, object(3), "", 1), object(9), object(9)+object(3), 1),
			[]string{"moved figures figures[9]"}},
		"a figure twice": {strings.Replace(whole, object(9), object(9)+object(3), 1), []string{"added figures figures[10]"}},
		"the text":       {strings.Replace(whole, "86.4亿元，是2015年", "96.4亿元，是2015年", 1), []string{"edited text text.content"}},
		"a list gone":    {strings.Replace(whole, `"tasks":`, `"works":`, 1), []string{"added works works", "missing tasks tasks"}},
	} {
		got, err := ReadJSON([]byte(c.altered))
		if err != nil {
			t.Fatal(err)
		}
		if words := found(JSON(&expected[0], &got[0])); !slices.Equal(words, c.want) {
			t.Errorf("%s: %q, want %q", name, words, c.want)
		}
	}
}

func TestReadJSON(t *testing.T) {
	one := `{"source":{"name":"甲","sha256":"ab"},"figures":[{"id":"1"}]}`
	for s, want := range map[string]string{one: "", "[" + one + "," + one + "]": "[0][1]", one + "\n" + one + "\n": "[0][1]", "[" + one + "]": "[0]", "\ufeff" + one: ""} {
		list, err := ReadJSON([]byte(s))
		at := ""
		for _, d := range list {
			at += d.At
			if d.Source.Name != "甲" || d.Source.SHA256 != "ab" || !slices.Equal(d.Source.IDs, []string{"1"}) {
				t.Errorf("%s: %+v", s, d)
			}
		}
		if err != nil || at != want {
			t.Errorf("%s: %s, %v", s, at, err)
		}
	}
	if _, err := ReadJSON([]byte(one + "x")); err == nil {
		t.Error("damage passes")
	}
}

func FuzzJSON(f *testing.F) {
	doc := audittest.Fixture(f, "page.html")
	whole := export.AppendJSON(nil, doc)
	expected, err := ReadJSON(whole)
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(`{"figures":[1,{"id":{"id":[null,true]}},"x"],"source":7,"text":[]}`))
	f.Add([]byte(`[[],{},{"figures":{}}]`))
	f.Fuzz(func(t *testing.T, b []byte) {
		list, err := ReadJSON(b)
		if err != nil {
			return
		}
		for i := range list {
			JSON(&expected[0], &list[i])
			if d := JSON(&list[i], &list[i]); len(d) > 0 {
				t.Errorf("%s differs from itself: %+v", b, d)
			}
		}
	})
}
