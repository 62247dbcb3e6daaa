package layout

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"shuzheng/policy"
)

// TestWrapped sets the real documents in lines of a page's width, in several ways,
// and wants the same headings and the same figures in one block each.
func TestWrapped(t *testing.T) {
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no ../shared: real documents are not set anew")
	}
	for _, way := range []struct {
		name         string
		width        int
		indent       string
		blank, pages bool
	}{
		{"indented", 72, "    ", false, false},
		{"full-width indent, pages", 64, "　　", false, true},
		{"blank lines between", 80, "", true, false},
		{"indented, pages, blank lines", 84, "    ", true, true},
	} {
		t.Run(way.name, func(t *testing.T) {
			var heads tally
			broken, all := 0, 0
			for _, name := range []string{"000", "001", "002", "101", "102", "103", "107", "109"} {
				doc := goldDoc(t, name)
				again := arranged(setAnew(doc, way.width, way.indent, way.blank, way.pages))
				checkDocument(t, again)
				heads.add(sameHeadings(t, name, doc, again))
				b, n := brokenParagraphs(t, name, doc, again)
				broken, all = broken+b, all+n
			}
			t.Logf("headings f1 %.4f (%+v), %d of %d paragraphs not whole", heads.f1(), heads, broken, all)
			if heads.f1() < 0.97 || broken*100 > all*3 {
				t.Error("below the measure")
			}
		})
	}
}

// setAnew is the text of doc hard-wrapped at width columns; tables are left out.
func setAnew(doc *policy.Document, width int, indent string, blank, pages bool) string {
	var w strings.Builder
	lines, page := 0, 1
	put := func(s string) {
		w.WriteString(s + "\n")
		if lines++; pages && lines%28 == 0 {
			fmt.Fprintf(&w, "\n%s- %d -\n\f", strings.Repeat(" ", width/2), page)
			page++
		}
	}
	for i, b := range doc.Blocks {
		s := b.Text.String()
		switch b.Kind {
		case policy.TableBlock, policy.Caption, policy.Note, policy.Boilerplate, policy.Box:
			continue
		case policy.Heading:
			if i+1 < len(doc.Blocks) && doc.Blocks[i+1].Span.Start <= b.Span.End+len("。")+8 && b.Span.End < doc.Blocks[i+1].Span.Start &&
				!strings.Contains(doc.Content.String()[b.Span.End:doc.Blocks[i+1].Span.Start], "\n") {
				s += doc.Content.String()[b.Span.End:doc.Blocks[i+1].Span.Start] + doc.Blocks[i+1].Text.String()
				doc.Blocks[i+1].Kind = policy.Boilerplate
			}
		}
		if b.Kind != policy.Title {
			s = indent + s
		}
		for s != "" {
			n, cols := 0, 0
			for k, r := range s {
				if c := policy.Columns(string(r)); cols+c > width && !goesBefore(r) {
					break
				} else {
					cols, n = cols+c, k+len(string(r))
				}
			}
			put(s[:n])
			s = s[n:]
		}
		if blank {
			put("")
		}
	}
	return w.String()
}

func sameHeadings(t *testing.T, name string, a, b *policy.Document) (c tally) {
	want := map[string]bool{}
	for _, x := range a.Blocks {
		if x.Kind == policy.Heading {
			want[plainName(x.Text.String())] = true
		}
	}
	seen := map[string]bool{}
	for _, x := range b.Blocks {
		if x.Kind != policy.Heading || seen[plainName(x.Text.String())] {
			continue
		}
		n := plainName(x.Text.String())
		seen[n] = true
		if want[n] {
			c.hit++
		} else {
			c.extra++
			t.Logf("%s: false heading %s", name, x.Text.String())
		}
	}
	for n := range want {
		if !seen[n] {
			c.missed++
			t.Logf("%s: missed heading %s", name, n)
		}
	}
	return c
}

// brokenParagraphs counts the paragraphs of a with figures that no block of b holds
// as a whole.
func brokenParagraphs(t *testing.T, name string, a, b *policy.Document) (broken, all int) {
	have := map[string]bool{}
	for _, x := range b.Blocks {
		have[squeeze(x.Text.String())] = true
	}
	for _, x := range a.Blocks {
		if x.Kind != policy.Paragraph || !strings.ContainsAny(x.Text.String(), "0123456789") {
			continue
		}
		all++
		if !have[squeeze(x.Text.String())] {
			broken++
			t.Logf("%s: not whole: %.60s", name, x.Text.String())
		}
	}
	return broken, all
}
