package pdfium

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"shuzheng/extract/read/paper"
	"shuzheng/extract/read/pdftest"
)

// open opens a file; in a build without PDFium the test is skipped.
func open(t *testing.T, b []byte) *Document {
	t.Helper()
	if !Available() {
		t.Skip("this build has no PDFium; make fetches it where npm is installed, and go test -tags pdfium tests it")
	}
	d, err := Open(b, &Work{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	return d
}

func page(t *testing.T, d *Document, i int) *paper.Page {
	t.Helper()
	p, err := d.Page(i)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func wording(p *paper.Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

func TestGlyphs(t *testing.T) {
	var f pdftest.File
	p := f.Page(595, 842)
	p.Text(90, 100, 12, "临江市2025年")
	p.Hidden(90, 130, 12, "隐")
	p.Turned(50, 400, 12, "侧")
	got := page(t, open(t, f.Bytes()), 0)
	if w := wording(got); w != "临江市2025年隐侧" {
		t.Fatalf("read %q", w)
	}
	first, last := got.Glyphs[0], got.Glyphs[len(got.Glyphs)-1]
	if math.Abs(float64(first.Left-90)) > 0.1 || math.Abs(float64(first.Right-102)) > 0.1 || math.Abs(float64(first.Base-100)) > 0.1 || first.Size != 12 || first.Turn != 0 {
		t.Errorf("the first stands at %+v", first)
	}
	if last.Turn != 3 || !got.Glyphs[len(got.Glyphs)-2].Blind {
		t.Errorf("the last: %+v, the hidden one: %+v", last, got.Glyphs[len(got.Glyphs)-2])
	}
}

// A character alone in its text object counts, though the file does not hold its font.
func TestSingleCharacters(t *testing.T) {
	var f pdftest.File
	p := f.Page(595, 842)
	for i, s := range []string{"增", "长", "6", ".", "5", "％"} {
		p.Text(90+14*float64(i), 100, 12, s)
	}
	if w := wording(page(t, open(t, f.Bytes()), 0)); strings.ReplaceAll(w, " ", "") != "增长6.5％" {
		t.Errorf("read %q", w)
	}
}

// What is filled into a form is read.
func TestForm(t *testing.T) {
	font := "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
	drawn := "BT /F1 12 Tf 2 4 Td (119.9) Tj ET"
	d := open(t, pdftest.Objects("",
		"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>",
		"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] /Resources << >> >>",
		"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T (a) /V (119.9) /Rect [100 700 200 720] /AP << /N 5 0 R >> >>",
		fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources %s /Length %d >>\nstream\n%s\nendstream", font, len(drawn), drawn)))
	p := page(t, d, 0)
	if w := wording(p); w != "119.9" || p.Glyphs[0].Left < 100 || p.Glyphs[0].Left > 105 {
		t.Errorf("read %q at %+v", w, p.Glyphs)
	}
}

// On a page that readers turn, places are those of the page as it is shown.
func TestTurnedPage(t *testing.T) {
	for _, c := range []struct {
		rotate        int
		width, height float64
		x, y          float32 // where the character's origin is shown
	}{{0, 600, 800, 90, 100}, {90, 800, 600, 700, 90}, {180, 600, 800, 510, 700}, {270, 800, 600, 100, 510}} {
		var f pdftest.File
		p := f.Page(600, 800)
		p.Rotate = c.rotate
		p.Text(90, 100, 12, "甲")
		p.Line(90, 120, 290, 120)
		got := page(t, open(t, f.Bytes()), 0)
		g, r := got.Glyphs[0], got.Rules[0]
		if got.Width != c.width || got.Height != c.height || int(g.Turn) != c.rotate/90 {
			t.Errorf("turned by %d: %v×%v, the character by %d", c.rotate, got.Width, got.Height, g.Turn)
		}
		if g.Left > c.x+3 || g.Right < c.x-3 || g.Top > c.y+3 || g.Bottom < c.y-3 {
			t.Errorf("turned by %d: the character stands at %+v", c.rotate, g.Box)
		}
		if across := r.Right-r.Left > r.Bottom-r.Top; across != (c.rotate%180 == 0) {
			t.Errorf("turned by %d: the line at %+v", c.rotate, r)
		}
	}
}

func TestRules(t *testing.T) {
	var f pdftest.File
	p := f.Page(595, 842)
	p.Line(90, 100, 290, 100)
	p.Fill(90, 110, 290, 110.5) // a line, as some programs draw it
	p.Fill(90, 200, 290, 300)   // a surface
	p.Raw("1 1 1 RG 90 50 m 290 50 l S")
	p.Raw("0 0 0 RG 90 40 m 290 30 l S")
	got := page(t, open(t, f.Bytes()), 0)
	if len(got.Rules) != 2 || got.Rules[0].Top != 100 || got.Rules[0].Left != 90 || got.Rules[0].Right != 290 {
		t.Errorf("the lines are %+v", got.Rules)
	}
}

func TestRender(t *testing.T) {
	var f pdftest.File
	p := f.Page(144, 72)
	p.Fill(0, 0, 72, 72)
	d := open(t, f.Bytes())
	m, err := d.Render(0, 100)
	if err != nil {
		t.Fatal(err)
	}
	if m.Width != 200 || m.Height != 100 || m.Grey[50*200+50] != 0 || m.Grey[50*200+150] != 0xff {
		t.Errorf("%d×%d, left %d, right %d", m.Width, m.Height, m.Grey[50*200+50], m.Grey[50*200+150])
	}
}

// A page that asks for too much work spoils its Document and no other one.
func TestEffort(t *testing.T) {
	var f pdftest.File
	f.Page(595, 842).Text(90, 100, 12, "甲")
	d := open(t, f.Bytes())
	d.work.done = fileFuel + eachFuel + 1
	if _, err := d.Page(0); !errors.Is(err, ErrEffort) {
		t.Errorf("a file without work left: %v", err)
	}
	if w := wording(page(t, open(t, f.Bytes()), 0)); w != "甲" {
		t.Errorf("the next one reads %q", w)
	}
}

// Without a folder that can be written, machine code is made anew and kept nowhere.
func TestCacheFolder(t *testing.T) {
	file := t.TempDir() + "/file"
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", file)
	if dir := cacheFolder(); dir != "" {
		t.Errorf("a file serves as a folder: %s", dir)
	}
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("HOME", "")
	if dir := cacheFolder(); dir != "" {
		t.Errorf("without a home: %s", dir)
	}
}
