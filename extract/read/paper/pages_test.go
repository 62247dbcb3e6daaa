package paper

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
)

// The cases of testdata/pages.txt: pages drawn with characters, and what must be read.
// A place is half as wide as a Chinese character; ┌─┬┐ and so on are lines; ^ raises
// the number that follows, _ lowers it, * sets the line in larger type, = page = begins a page.
const (
	place  = 6  // points
	pitch  = 18 // of the lines
	emSize = 12
)

func TestPages(t *testing.T) {
	b, err := os.ReadFile("testdata/pages.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range strings.Split(string(b), "\n## ")[1:] {
		name, body, _ := strings.Cut(c, "\n")
		drawn, want, ok := strings.Cut(body, "\n--\n")
		if !ok {
			t.Fatalf("case %d, %s: no line --", i+1, name)
		}
		t.Run(name, func(t *testing.T) {
			var b Builder
			for art := range strings.SplitSeq(drawn, "\n= page =\n") {
				b.Add(drawPage(art))
			}
			doc := b.Document(&policy.Source{})
			if got := outcome(doc); got != strings.TrimSpace(want) {
				t.Errorf("read as\n%s\n\nwant\n%s", got, strings.TrimSpace(want))
			}
			checkPlaces(t, doc)
		})
	}
}

// arms says to which sides a character's line goes: left, right, up, down.
var arms = map[rune]string{
	'─': "lr", '│': "ud", '┌': "rd", '┐': "ld", '└': "ru", '┘': "lu", '├': "rud", '┤': "lud", '┬': "lrd", '┴': "lru", '┼': "lrud",
}

// drawPage makes a page of its picture.
func drawPage(art string) *Page {
	p := &Page{Width: 600, Height: 800}
	for row, line := range strings.Split(art, "\n") {
		larger := strings.HasPrefix(line, "*")
		x, y := float32(0), float32(row*pitch)+40
		space, shift := false, float32(0)
		for _, r := range strings.TrimPrefix(line, "*") {
			w := float32(place)
			if Wide(r) {
				w *= 2
			}
			switch {
			case arms[r] != "":
				p.Rules = append(p.Rules, pieces(arms[r], x+place/2, y+pitch/2)...)
			case r == '^':
				shift = -4
				continue
			case r == '_':
				shift = 2
				continue
			case r == ' ':
				space = true
			default:
				if r != '.' && !isDigit(r) {
					shift = 0
				}
				g := Glyph{Rune: r, Size: emSize, Base: y + 13, Box: Box{x, y + 2, x + w, y + 16}, Space: space}
				if larger {
					g.Size = 16
				}
				if shift != 0 {
					g.Size, g.Base = 7, g.Base+shift
					g.Box = Box{x, g.Base - 6, x + w, g.Base + 1}
				}
				p.Glyphs = append(p.Glyphs, g)
				space = false
			}
			x += w
		}
	}
	return p
}

// pieces are the lines from the middle of a place to its sides.
func pieces(arms string, x, y float32) (out []Box) {
	for _, a := range arms {
		switch a {
		case 'l':
			out = append(out, Box{x - place/2, y, x, y})
		case 'r':
			out = append(out, Box{x, y, x + place/2, y})
		case 'u':
			out = append(out, Box{x, y - pitch/2, x, y})
		case 'd':
			out = append(out, Box{x, y, x, y + pitch/2})
		}
	}
	return out
}

// outcome writes the blocks and the grids down.
func outcome(doc *policy.Document) string {
	var w strings.Builder
	for _, b := range doc.Blocks {
		if b.Kind != policy.TableBlock {
			fmt.Fprintf(&w, "%s: %s\n", b.Kind, b.Text.String())
			continue
		}
		t := &doc.Tables[b.Table]
		fmt.Fprintf(&w, "table: %d×%d\n", t.Rows, t.Cols)
		row := 0
		for i, c := range t.Cells {
			if i > 0 && c.Row != row {
				w.WriteString("\n")
			} else if i > 0 {
				w.WriteString(" | ")
			}
			row = c.Row
			w.WriteString(c.Text.String())
			if c.RowSpan > 1 || c.ColSpan > 1 {
				fmt.Fprintf(&w, "{%d×%d}", c.RowSpan, c.ColSpan)
			}
		}
		w.WriteString("\n")
	}
	return strings.TrimSpace(w.String())
}

// checkPlaces checks that each character of a block names a place on its page.
func checkPlaces(t *testing.T, doc *policy.Document) {
	t.Helper()
	for _, b := range doc.Blocks {
		page := 0
		for i, r := range b.Text.String() {
			at := doc.Place(b.Text.Span(i, i+utf8.RuneLen(r)))
			if at.Page < page || at.Page == 0 || at.Box.Right < at.Box.Left {
				t.Fatalf("%q of %q stands at %+v, behind page %d", r, b.Text.String(), at, page)
			}
			page = at.Page
		}
	}
}
