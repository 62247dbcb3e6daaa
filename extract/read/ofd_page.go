package read

import (
	"fmt"
	"math"
	"strings"

	"shuzheng/extract/read/paper"
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
	page *paper.Page
	drew ofdDrawn
}

// ofdDrawn counts what was drawn on a page and holds no text.
type ofdDrawn struct {
	images   float64 // greatest share of the page that one image covers
	outlines int     // paths that may be characters
}

// page draws the page of a part, its templates first.
func (d *ofd) page(part string) error {
	p, err := d.part(part)
	if err != nil {
		return err
	}
	g := &ofdPage{ofd: d, page: &paper.Page{Part: part}}
	box, templates := g.head(p.scan())
	g.page.Width, g.page.Height = box[2]*pointsPerMM, box[3]*pointsPerMM
	m := matrix{pointsPerMM, 0, 0, pointsPerMM, -box[0] * pointsPerMM, -box[1] * pointsPerMM}
	for _, id := range templates {
		if t, err := d.part(d.templates[id]); err == nil {
			g.draw(t, 0, m, 0)
		}
	}
	g.draw(p, 0, m, 0)
	delete(d.texts, d.pack.own(part)) // a page is drawn once
	g.tell()
	d.out.Add(g.page)
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
func (g *ofdPage) draw(p *ofdPart, at int, m matrix, nesting int) {
	x := scanPart(p.s, at)
	for nesting == 0 || g.borrowed > 0 {
		switch x.next() {
		case xmlEOF:
			if x.x.err != nil && at == 0 {
				g.note("数据不完整，只读到断开处")
			}
			return
		case xmlStart:
			g.object(x, m, nesting)
		}
	}
}

// object draws the object whose tag was just read; of containers it draws nothing:
// their objects follow.
func (g *ofdPage) object(x *partScanner, m matrix, nesting int) {
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
		g.text(x, m)
	case "PathObject":
		g.path(x, m)
	case "ImageObject":
		g.image(x, m)
	default:
		if u, ok := g.units[x.attr("ResourceID")]; ok && nesting < maxNesting {
			if r, err := g.part(u.part); err == nil {
				g.draw(r, u.at, m, nesting+1)
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
	d := &g.drew
	g.page.Picture, g.page.Drawn = d.images > 0.6, d.images > 0
	switch {
	case len(g.page.Glyphs) == 0 && d.images > 0.2:
		g.why = "页面只有图像，没有文字"
		g.note(g.why)
	case len(g.page.Glyphs) == 0 && d.outlines > 0:
		g.why = "页面的文字是画成的图形（路径），没有读取"
		g.note(g.why)
	case d.outlines > 0:
		g.note(fmt.Sprintf("有 %d 处画成图形（路径）的内容，可能是文字，没有读取", d.outlines))
	}
	if g.borrowed <= 0 {
		g.note("借用的图形过多，没有读完")
	}
}

// note notes a problem of the page.
func (g *ofdPage) note(message string) { g.page.Problems = append(g.page.Problems, message) }
