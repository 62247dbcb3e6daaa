package main

import (
	"bytes"
	"strings"
	"testing"

	"shuzheng/policy"
)

func TestSummary(t *testing.T) {
	var out bytes.Buffer
	text := "青禾县有水库\n12座\x1b[31m。"
	doc := &policy.Document{Source: &policy.Source{}, Content: policy.Plain(text, 0)}
	for range summaryRows + 3 {
		doc.Figures = append(doc.Figures, policy.Figure{Indicator: "水库\x1b", Value: "12", Unit: "座", Comparator: policy.AtLeast,
			Period: "2025", Area: "青禾县", Evidence: policy.Evidence{Span: policy.Span{Start: 19, End: 25}}})
	}
	s := newSummary(&program{out: &out, lang: chinese})
	if err := s.add(result{input: input{path: "青禾\n.txt"}, doc: doc}); err != nil {
		t.Fatal(err)
	}
	s.finish()
	lines := strings.Split(out.String(), "\n")
	if want := "    2  2025                    >= 12座\ufffd  青禾县        水库\ufffd"; lines[1] != want {
		t.Errorf("got  %q\nwant %q", lines[1], want)
	}
	if want := "  … 还有 3 个，写成表格：-o 结果.xlsx"; lines[summaryRows+1] != want {
		t.Errorf("got %q", lines[summaryRows+1])
	}
	if strings.Contains(out.String(), "\x1b") {
		t.Error("a control character of the document reaches the terminal")
	}
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	b := newProgress(&out, 2, &program{err: &out})
	b.next = b.next.Add(-progressDelay)
	b.step("a.txt")
	if out.Len() > 0 {
		t.Errorf("drawn though this is no terminal: %q", out.String())
	}
	b.width = 20
	b.draw("很长的文件名.txt")
	if got := strings.TrimPrefix(out.String(), "\r\x1b[K"); width(got) > 19 {
		t.Errorf("%q takes %d columns of 20", got, width(got))
	}
	out.Reset()
	b.Write([]byte("message\n"))
	b.clear()
	if got := out.String(); got != "\r\x1b[Kmessage\n" {
		t.Errorf("got %q", got)
	}
}
