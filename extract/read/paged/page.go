// Package paged makes Documents of pages on which characters are placed and lines
// are drawn. In come Pages of Glyphs and Rules in points; out comes a Document with
// paragraphs in reading order, tables as the rules frame them, running heads and
// page numbers as boilerplate, and an Origin that knows page, box and bytes of
// every character.
package paged

import "shuzheng/policy"

// A Page is what a reader found on one page. Lengths are points from the page's top
// left corner.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Parts         []string // members of the package that its glyphs come from
	Glyphs        []Glyph
	Rules         []Rule
}

// A Glyph is one placed character.
type Glyph struct {
	R      rune
	X      float64 // where it begins
	Base   float64 // its base line
	Width  float64
	Size   float64     // of the type
	Spaced bool        // the file has a blank before it
	Part   int         // index in Page.Parts
	At     policy.Span // bytes of that part
}

// top and bottom are the usual reach of a Chinese character over and under its base
// line.
func (g *Glyph) top() float64    { return g.Base - 0.86*g.Size }
func (g *Glyph) bottom() float64 { return g.Base + 0.14*g.Size }
func (g *Glyph) right() float64  { return g.X + g.Width }

func (g *Glyph) box() policy.Rect {
	return policy.Rect{Left: g.X, Top: g.top(), Right: g.right(), Bottom: g.bottom()}
}

// A Rule is a drawn line, horizontal or vertical: X0 ≤ X1, Y0 ≤ Y1.
type Rule struct{ X0, Y0, X1, Y1 float64 }

func (r *Rule) horizontal() bool { return r.X1-r.X0 >= r.Y1-r.Y0 }

// union is the least rectangle that holds a and b.
func union(a, b policy.Rect) policy.Rect {
	return policy.Rect{Left: min(a.Left, b.Left), Top: min(a.Top, b.Top), Right: max(a.Right, b.Right), Bottom: max(a.Bottom, b.Bottom)}
}
