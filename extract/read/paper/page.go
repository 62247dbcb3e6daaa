// Package paper makes a document of pages on which characters and lines are
// placed, as PDF files, recognised pictures and OFD files have them. In come Pages:
// glyphs with their boxes, ruled lines. Out comes a policy.Document with blocks in
// reading order (paragraphs whose printed lines are joined, tables as grids, running
// heads and page numbers as boilerplate) and an Origin that names page and box of
// every character.
//
// Lengths are points (1/72 inch) from the top left corner of the page as it is shown.
package paper

import "shuzheng/policy"

// A Page is one page as it was read.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph // as the file draws them; blanks may be among them
	Rules         []Box   // thin: horizontal or vertical lines
	Part          string  // what Place names for its characters: "ocr", else ""
	Broken        int     // characters without a known wording
	Picture       bool    // pictures cover most of it
	Drawn         bool    // there are pictures or drawings on it
	Problems      []string
	Scale         float64 // what Place multiplies lengths by; 0 means 1
}

// fewGlyphs is how many characters a scanned page may have, as page numbers that a
// program adds.
const fewGlyphs = 20

// Scanned says whether the page is a picture without a text layer.
func (p *Page) Scanned() bool {
	return p.Drawn && len(p.Glyphs) == 0 || p.Picture && len(p.Glyphs) < fewGlyphs
}

// A Glyph is one character on a page.
type Glyph struct {
	Rune  rune
	Box           // as wide as its advance, as high as its font
	Base  float32 // of the line it stands on
	Size  float32 // of the font
	Turn  uint8   // quarters by which it is turned clockwise
	Bold  bool
	Space bool // a blank stands before it
	Blind bool // not to be seen: the text behind a scanned picture
}

// A Box is a rectangle.
type Box struct {
	Left, Top, Right, Bottom float32
}

func (b Box) width() float32  { return b.Right - b.Left }
func (b Box) height() float32 { return b.Bottom - b.Top }
func (b Box) midX() float32   { return (b.Left + b.Right) / 2 }
func (b Box) midY() float32   { return (b.Top + b.Bottom) / 2 }

// With is the smallest box around b and c.
func (b Box) With(c Box) Box {
	return Box{min(b.Left, c.Left), min(b.Top, c.Top), max(b.Right, c.Right), max(b.Bottom, c.Bottom)}
}

// grown is b and d around it.
func (b Box) grown(d float32) Box { return Box{b.Left - d, b.Top - d, b.Right + d, b.Bottom + d} }

// holds says whether the point lies within b.
func (b Box) holds(x, y float32) bool {
	return x >= b.Left && x <= b.Right && y >= b.Top && y <= b.Bottom
}

func (b Box) rect(scale float64) policy.Rect {
	if scale == 0 {
		scale = 1
	}
	return policy.Rect{Left: float64(b.Left) * scale, Top: float64(b.Top) * scale, Right: float64(b.Right) * scale, Bottom: float64(b.Bottom) * scale}
}
