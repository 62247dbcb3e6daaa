package read

import (
	"math"
	"strings"

	"shuzheng/extract/read/paged"
)

// A matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix struct{ a, b, c, d, e, f float64 }

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// pointsPerMM turns millimetres into points.
const pointsPerMM = 72 / 25.4

// An ofdUnit is a drawing in a resource that pages put in their place.
type ofdUnit struct {
	part string
	at   int // byte of the part behind the start tag
}

// resources notes the drawings of a resource part.
func (d *ofd) resources(part string) {
	p, err := d.part(part)
	if err != nil || !strings.Contains(p.s, "CompositeGraphicUnit") {
		return
	}
	for x := p.scan(); ; {
		switch x.next() {
		case xmlEOF:
			return
		case xmlStart:
			if x.name == "CompositeGraphicUnit" {
				d.units[x.attr("ID")] = ofdUnit{part, x.end}
			}
		}
	}
}

// An ofdPage draws one page.
type ofdPage struct {
	*ofd
	page *paged.Page
	drew ofdDrawn
	seen map[string]int // part → index in page.Parts
}

// ofdDrawn counts what was drawn on a page and holds no text.
type ofdDrawn struct {
	images   float64 // greatest share of the page that one image covers
	outlines int     // paths that may be characters
	turned   int     // characters set aslant or upright
	nameless int     // glyphs without a character
}

// page draws the page of a part, its templates first.
func (d *ofd) page(part string) error {
	p, err := d.part(part)
	if err != nil {
		return err
	}
	g := &ofdPage{ofd: d, page: &d.pages[len(d.pages)-1], seen: map[string]int{}}
	box, templates := g.head(p.scan())
	g.page.Width, g.page.Height = box[2]*pointsPerMM, box[3]*pointsPerMM
	m := matrix{pointsPerMM, 0, 0, pointsPerMM, -box[0] * pointsPerMM, -box[1] * pointsPerMM}
	for _, id := range templates {
		if t, err := d.part(d.templates[id]); err == nil {
			g.draw(t, d.templates[id], 0, m, 0)
		}
	}
	g.draw(p, part, 0, m, 0)
	delete(d.texts, d.pack.own(part)) // a page is drawn once
	g.tell()
	return nil
}

// head reads what stands before the content of a page.
func (g *ofdPage) head(x *partScanner) (box []float64, templates []string) {
	box = g.box
	for {
		switch x.next() {
		case xmlEOF:
			return box, templates
		case xmlStart:
			switch x.name {
			case "PhysicalBox":
				box = ofdBox(x.content(), box)
			case "Template":
				templates = append(templates, x.attr("TemplateID"))
			case "PageRes":
				g.resources(resolvePart(g.root, x.content()))
			case "Content":
				return box, templates
			}
		}
	}
}

// maxNesting bounds drawings within drawings.
const maxNesting = 8

// draw draws the objects of a part, from byte at to the end of the element it stands in.
func (g *ofdPage) draw(p *ofdPart, name string, at int, m matrix, nesting int) {
	x := scanPart(p.s, at)
	for nesting == 0 || g.borrowed > 0 {
		switch x.next() {
		case xmlEOF:
			if x.x.err != nil && at == 0 {
				g.note("第 %d 页的数据不完整，只读到断开处", g.page.Number)
			}
			return
		case xmlStart:
			g.object(x, p, name, m, nesting)
		}
	}
}

// object draws the object whose tag was just read; of containers it draws nothing:
// their objects follow.
func (g *ofdPage) object(x *partScanner, p *ofdPart, name string, m matrix, nesting int) {
	switch x.name {
	case "TextObject", "PathObject", "ImageObject", "CompositeObject":
	case "Area", "Clips", "Actions":
		x.skip()
		return
	default:
		return
	}
	if nesting > 0 {
		g.borrowed--
	}
	if x.attr("Visible") == "false" {
		x.skip()
		return
	}
	m = placed(x, m)
	switch x.name {
	case "TextObject":
		g.text(x, p, name, m)
	case "PathObject":
		g.path(x, m)
	case "ImageObject":
		g.image(x, m)
	default:
		if u, ok := g.units[x.attr("ResourceID")]; ok && nesting < maxNesting {
			if r, err := g.part(u.part); err == nil {
				g.draw(r, u.part, u.at, m, nesting+1)
			}
		}
	}
}

// placed is m for what stands in the object whose tag was just read.
func placed(x *partScanner, m matrix) matrix {
	var room [6]float64
	if b := ofdNumbers(x.attr("Boundary"), room[:0]); len(b) == 4 {
		m = matrix{1, 0, 0, 1, b[0], b[1]}.then(m)
	}
	if c := ofdNumbers(x.attr("CTM"), room[:0]); len(c) == 6 {
		m = matrix{c[0], c[1], c[2], c[3], c[4], c[5]}.then(m)
	}
	return m
}

// image notes how much of the page an image covers: it is drawn in the unit square.
func (g *ofdPage) image(x *partScanner, m matrix) {
	area := math.Abs(m.a*m.d - m.b*m.c)
	g.drew.images = max(g.drew.images, area/(g.page.Width*g.page.Height))
}

// tell notes what of the page could not be read.
func (g *ofdPage) tell() {
	n, d := g.page.Number, &g.drew
	switch {
	case len(g.page.Glyphs) == 0 && d.images > 0.2:
		g.note("第 %d 页只有图像，没有文字", n)
	case len(g.page.Glyphs) == 0 && d.outlines > 0:
		g.note("第 %d 页的文字是画成的图形（路径），没有读取", n)
	case d.outlines > 0:
		g.note("第 %d 页有 %d 处画成图形（路径）的内容，可能是文字，没有读取", n, d.outlines)
	case d.images > 0.6:
		g.note("第 %d 页是图像，文字取自图像上的文字层，可能是识别（OCR）的结果", n)
	}
	if d.nameless > 0 {
		g.note("第 %d 页有 %d 个字只有字形编号，没有文字", n, d.nameless)
	}
	if d.turned > 0 {
		g.note("第 %d 页有 %d 个斜排或竖转的字（多为水印），没有读取", n, d.turned)
	}
	if g.borrowed <= 0 {
		g.note("第 %d 页借用的图形过多，没有读完", n)
	}
}
