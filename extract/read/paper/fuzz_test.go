package paper

import (
	"strings"
	"testing"

	"shuzheng/policy"
)

// FuzzPages places characters and lines as the bytes say: four bytes an item.
func FuzzPages(f *testing.F) {
	f.Add([]byte("aaaabbbbcccc"), byte(3))
	f.Add([]byte("\x00\x10\x10\x20\x01\x10\x10\x20\x02\x10\x10\x20\x03\x10\x10\x20"), byte(1))
	f.Add([]byte(strings.Repeat("\x05\x40\x40\x01\x06\x40\x40\x01", 20)), byte(2))
	f.Fuzz(func(t *testing.T, items []byte, pages byte) {
		var b Builder
		for n := 0; n <= int(pages%4); n++ {
			b.Add(fuzzedPage(items, n))
		}
		doc := b.Document(&policy.Source{})
		s := doc.Content.String()
		at := 0
		for i, x := range doc.Blocks {
			if x.ID != i || x.Span.Start < at || x.Span.End <= x.Span.Start || x.Span.End > len(s) || i > 0 && s[at:x.Span.Start] != "\n" {
				t.Fatalf("block %d spans %v behind %d, of %d", i, x.Span, at, len(s))
			}
			at = x.Span.End
		}
		checkPages(t, doc)
		checkGrids(t, doc)
	})
}

// runes are those that fuzzedPage sets.
var runes = []rune("一二三章第（）、。，12345678.%-—表图专栏目录单位…AB")

func fuzzedPage(items []byte, n int) *Page {
	p := &Page{Width: 600, Height: 800}
	for i := n; i+3 < len(items); i += 4 {
		x, y, k := float32(items[i+1])*2.3, float32(items[i+2])*3, items[i+3]
		switch {
		case items[i]%3 == 1:
			p.Rules = append(p.Rules, Box{x, y, x + float32(k)*4, y + 0.5})
		case items[i]%3 == 2:
			p.Rules = append(p.Rules, Box{x, y, x + 0.5, y + float32(k)*4})
		default:
			size := float32(6 + k%16)
			p.Glyphs = append(p.Glyphs, Glyph{Rune: runes[int(k)%len(runes)], Size: size, Base: y + size*0.8,
				Box: Box{x, y, x + size, y + size}, Turn: items[i] / 3 % 12 / 7, Space: k&1 == 1, Bold: k&2 == 2})
		}
	}
	return p
}

// checkPages checks that every block names a page.
func checkPages(t *testing.T, doc *policy.Document) {
	t.Helper()
	for _, b := range doc.Blocks {
		if at := doc.Place(b.Span); at.Page < 1 && strings.TrimSpace(b.Text.String()) != "" && b.Kind != policy.TableBlock {
			t.Fatalf("block %d, %q, has no page", b.ID, b.Text.String())
		}
	}
}

// checkGrids checks that the cells of each table cover each place at most once.
func checkGrids(t *testing.T, doc *policy.Document) {
	t.Helper()
	for _, tb := range doc.Tables {
		taken := map[[2]int]bool{}
		for _, c := range tb.Cells {
			if c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > tb.Rows || c.Col+c.ColSpan > tb.Cols {
				t.Fatalf("%s: the cell at %d,%d covers %d×%d of %d×%d", tb.ID, c.Row, c.Col, c.RowSpan, c.ColSpan, tb.Rows, tb.Cols)
			}
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				for k := c.Col; k < c.Col+c.ColSpan; k++ {
					if taken[[2]int{r, k}] {
						t.Fatalf("%s: two cells at %d,%d", tb.ID, r, k)
					}
					taken[[2]int{r, k}] = true
				}
			}
		}
	}
}
