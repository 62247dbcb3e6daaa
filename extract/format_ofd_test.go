package extract_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
)

// An ofdPrinter sets a document on pages of A4, 40 characters a line.
type ofdPrinter struct {
	pages []*strings.Builder
	y     float64 // of the next line, mm from the top
	id    int
}

const (
	ofdSize   = 4.0 // mm of the type
	ofdLead   = 7.0
	ofdLeft   = 25.0
	ofdColumn = 40 // characters a line
	ofdBottom = 270.0
)

// plainOFD prints the blocks: paragraphs indented by two characters, the title in the
// middle, tables in rules, a running head and a page number on every page.
func plainOFD(t *testing.T, doc *policy.Document) []byte {
	p := &ofdPrinter{}
	p.page()
	for _, b := range partsOf(doc, true) {
		switch {
		case b.table != nil:
			p.table(rowsOf(b.table))
		case b.kind == policy.Title:
			p.words(b.text, (210-float64(len([]rune(b.text)))*6)/2, 6)
			p.y += 2 * ofdLead
		case b.kind == policy.Caption:
			p.room(8)
			p.words(b.text, (210-float64(len([]rune(b.text)))*ofdSize)/2, ofdSize)
			p.y += ofdLead
		default:
			p.paragraph(b.text)
		}
	}
	return p.pack(t)
}

// page starts a page.
func (p *ofdPrinter) page() {
	p.pages = append(p.pages, &strings.Builder{})
	p.y = 10
	p.words("临江市人民政府公报", 85, 3)
	p.y = 285
	p.words(fmt.Sprintf("— %d —", len(p.pages)), 100, 3)
	p.y = 30
}

// room starts a page where fewer lines are left.
func (p *ofdPrinter) room(lines float64) {
	if p.y+lines*ofdLead > ofdBottom {
		p.page()
	}
}

// width is how broad a character is, in sizes.
func ofdWidth(r rune) float64 {
	if r < 0x2000 {
		return 0.5
	}
	return 1
}

func (p *ofdPrinter) paragraph(s string) {
	x := ofdLeft + 2*ofdSize
	for i, line := range ofdLines("　　"+s, ofdColumn) {
		p.room(1)
		if i == 0 {
			line = strings.TrimPrefix(line, "　　")
		}
		p.words(line, x, ofdSize)
		p.y += ofdLead
		x = ofdLeft
	}
}

// ofdLines breaks s into lines of so many sizes; words and numbers are not broken.
func ofdLines(s string, room float64) []string {
	var lines []string
	line, width := "", 0.0
	for len(s) > 0 {
		n, broad := 0, 0.0
		for i, r := range s {
			if i > 0 && (r >= 0x2000 || s[0] >= 0x80) {
				break
			}
			n, broad = i+utf8.RuneLen(r), broad+ofdWidth(r)
		}
		if width+broad > room && line != "" {
			lines = append(lines, line)
			line, width = "", 0
		}
		line, width = line+s[:n], width+broad
		s = s[n:]
	}
	return append(lines, line)
}

// words writes characters at x; every few of them are an object of their own, so that
// numbers are cut in two.
func (p *ofdPrinter) words(s string, x, size float64) {
	rs := []rune(s)
	for len(rs) > 0 {
		n := min(len(rs), 7)
		p.id++
		var deltas []string
		width := 0.0
		for _, r := range rs[:n] {
			deltas = append(deltas, fmt.Sprintf("%.3f", ofdWidth(r)*size))
			width += ofdWidth(r) * size
		}
		var text bytes.Buffer
		xml.EscapeText(&text, []byte(string(rs[:n])))
		fmt.Fprintf(p.pages[len(p.pages)-1], `<ofd:TextObject ID="%d" Boundary="%.3f %.3f %.3f %.3f" Font="1" Size="%.3f"><ofd:TextCode X="0" Y="%.3f" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`,
			p.id, x, p.y-size, width, size*1.2, size, size, strings.Join(deltas[:n-1], " "), &text)
		x += width
		rs = rs[n:]
	}
}

// rule draws a line.
func (p *ofdPrinter) rule(x0, y0, x1, y1 float64) {
	p.id++
	fmt.Fprintf(p.pages[len(p.pages)-1], `<ofd:PathObject ID="%d" Boundary="%.3f %.3f %.3f %.3f" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L %.3f %.3f</ofd:AbbreviatedData></ofd:PathObject>`,
		p.id, x0, y0, x1-x0, y1-y0, x1-x0, y1-y0)
}

// table prints a grid; one that does not fit goes on over the page, its head repeated.
func (p *ofdPrinter) table(rows [][]string) {
	const width = 160.0
	wide := width / float64(len(rows[0]))
	perLine := wide/ofdSize - 1
	for i := 0; i < len(rows); i++ {
		lines := 1
		for _, s := range rows[i] {
			lines = max(lines, len(ofdLines(s, perLine)))
		}
		high := float64(lines)*ofdLead + 1
		if p.y+high > ofdBottom {
			p.page()
			if i > 0 {
				rows = append(rows[:i:i], append([][]string{rows[0]}, rows[i:]...)...)
				i--
				continue
			}
		}
		top := p.y
		p.rule(ofdLeft, top, ofdLeft+width, top)
		p.rule(ofdLeft, top+high, ofdLeft+width, top+high)
		for c := 0; c <= len(rows[i]); c++ {
			p.rule(ofdLeft+float64(c)*wide, top, ofdLeft+float64(c)*wide, top+high)
		}
		for c, s := range rows[i] {
			p.y = top + ofdLead - 1.5
			for _, line := range ofdLines(s, perLine) {
				p.words(line, ofdLeft+float64(c)*wide+1.5, ofdSize)
				p.y += ofdLead
			}
		}
		p.y = top + high
	}
	p.y += 2 * ofdLead
}

func (p *ofdPrinter) pack(t *testing.T) []byte {
	const space = ` xmlns:ofd="http://www.ofdspec.org/2016"`
	files := [][2]string{
		{"OFD.xml", `<ofd:OFD` + space + ` Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`},
	}
	var list strings.Builder
	for i, page := range p.pages {
		fmt.Fprintf(&list, `<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/content.xml"/>`, 1000+i, i)
		files = append(files, [2]string{fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i),
			`<ofd:Page` + space + `><ofd:Content><ofd:Layer ID="1">` + page.String() + `</ofd:Layer></ofd:Content></ofd:Page>`})
	}
	files = append(files, [2]string{"Doc_0/Document.xml", `<ofd:Document` + space + `><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>` + list.String() + `</ofd:Pages></ofd:Document>`})
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
