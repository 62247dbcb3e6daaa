package platform_test

import (
	"os"
	"strings"
	"testing"

	"shuzheng/extract"
	"shuzheng/policy"
)

// TestPlatforms reads testdata/platforms.txt.
func TestPlatforms(t *testing.T) {
	data, err := os.ReadFile("testdata/platforms.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(string(data), "\n== ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		text, want, ok := strings.Cut(rest, "\n--")
		if !ok {
			t.Fatalf("%s: no line --", name)
		}
		t.Run(name, func(t *testing.T) {
			doc, err := extract.Document(&policy.Source{Name: "text.txt", Bytes: []byte(text + "\n")}, extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			hold(t, doc, strings.Split(strings.TrimSpace(want), "\n"))
		})
	}
}

// hold compares the platforms of doc with the lines of a case.
func hold(t *testing.T, doc *policy.Document, lines []string) {
	got := doc.Platforms
	for _, line := range lines {
		if line == "" {
			continue
		}
		f := strings.Split(line+" | | | | | ", "|")
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		if len(got) == 0 {
			t.Errorf("missed %s", f[0])
			continue
		}
		p := &got[0]
		if got = got[1:]; p.Name != f[0] || string(p.Type) != f[1] || p.Level != f[2] {
			t.Errorf("got %s | %s | %s, want %s | %s | %s", p.Name, p.Type, p.Level, f[0], f[1], f[2])
		}
		if m := mentions(p); f[3] != "" && m != f[3] {
			t.Errorf("%s: mentions %s, want %s", p.Name, m, f[3])
		}
		if a := attributes(p); f[4] != "" && a != strings.TrimPrefix(f[4], "无") {
			t.Errorf("%s: attributes %s, want %s", p.Name, a, f[4])
		}
		if g := figures(doc, p); g != f[5] && (f[5] != "" || f[4] != "") {
			t.Errorf("%s: figures %s, want %s", p.Name, g, f[5])
		}
	}
	for _, p := range got {
		t.Errorf("%s | %s is no platform of the text", p.Name, p.Type)
	}
}

func mentions(p *policy.Platform) string {
	var out []string
	for _, m := range p.Mentions {
		out = append(out, m.Exact)
	}
	return strings.Join(out, " ; ")
}

func attributes(p *policy.Platform) string {
	var out []string
	for _, a := range p.Attributes {
		out = append(out, a.Name+"="+a.Value)
	}
	return strings.Join(out, " ; ")
}

func figures(doc *policy.Document, p *policy.Platform) string {
	var out []string
	for _, id := range p.Figures {
		for i := range doc.Figures {
			if f := &doc.Figures[i]; f.ID == id {
				out = append(out, doc.Content.String()[f.Evidence.Span.Start:f.Evidence.Span.End])
			}
		}
	}
	return strings.Join(out, " ; ")
}
