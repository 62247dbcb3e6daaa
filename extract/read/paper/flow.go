package paper

import "shuzheng/policy"

// A line is one printed line of text.
type line struct {
	Box         // in the upright page
	letters     []letter
	base, size  float32
	bold        bool
	page        int
	part        string
	left, right float32 // margins of its column
	column      int     // counted through the document
	pitch       float32 // usual distance of the base lines in its column
	single      bool    // its column is the only one of the page
	head        bool    // a line is drawn right under it, at the head of the page
	stray       bool    // stands across or askew: no part of the text
	gapped      bool    // has wide gaps, as a row of a table has
	framed      int     // the box around it, from 1; 0 for none
	high, low   float32 // how far it is from the top and the bottom of the page, as shares of its height
}

// An item is a line or a table of a page, in reading order.
type item struct {
	line *line
	grid *grid
}

// A layer is a page on its way into items.
type layer struct {
	p      *Page
	n      int // page number, from 1
	height float32
	out    []item
	column int
	frames []Box
	room   int  // places that the grids of the document may still have
	full   bool // they had no room
	busy   bool // so many lines or grids that they are drawings, and no tables were read
}

// read reads the page and sets its lines and tables, in reading order.
func (l *layer) read() {
	p := l.p
	l.height = float32(p.Height)
	for k, s := range sides(p) {
		s.upright(float32(p.Width), float32(p.Height))
		if k > 0 || s.turn == askew {
			l.strays(s.glyphs)
			continue
		}
		rules := p.Rules
		if s.turn != 0 {
			rules = make([]Box, len(p.Rules))
			for i, b := range p.Rules {
				rules[i] = turned(b, s.turn, float32(p.Width), float32(p.Height))
			}
			if s.turn&1 == 1 {
				l.height = float32(p.Width)
			}
		}
		l.text(s.glyphs, rules)
	}
}

// text reads the glyphs that run along the page.
func (l *layer) text(gs []glyph, rules []Box) {
	ts := tables(rules)
	l.frames = frames(ts)
	l.busy = len(rules) > tooMany || len(grids(ts)) > maxGrids
	ts, rest := fill(l.fitting(grids(ts)), gs)
	rest, unseen := parted(rest, l.p.Picture)
	l.strays(unseen)
	ss := segments(rest)
	for _, t := range ts {
		ss = append(ss, segment{Box: t.Box, base: t.Bottom, table: t})
	}
	parts := columns(ss, 0)
	for _, rows := range parts {
		l.rows(rows, len(parts) == 1)
		l.column++
	}
	l.markHead(outside(rules, ts))
}

// frames are the tables of one column: boxes around text.
func frames(ts []*ruled) (out []Box) {
	for _, t := range ts {
		if t.cols() == 1 {
			out = append(out, t.Box)
		}
	}
	return out
}

// rows reads the rows of one column.
func (l *layer) rows(rows []row, single bool) {
	from := len(l.out)
	end, tries := 0, 0 // of the rows that may be a table without lines
	for i := 0; i < len(rows); i++ {
		if t := rows[i].segments[0].table; t != nil {
			l.out = append(l.out, item{grid: gridOf(t, l.n, l.p.Part)})
			continue
		}
		if i >= end {
			end, tries = looseEnd(rows, i), 0
		}
		if tries++; i < end && tries <= maxTries {
			if g := looseGrid(rows[i:end], l.n, l.p.Part); g != nil {
				l.out = append(l.out, item{grid: g})
				i = end - 1
				continue
			}
		}
		for _, r := range captions(&rows[i]) {
			l.line(&r, single)
		}
	}
	margins(l.out[from:])
}

// maxTries is how many rows may be left out at the head of a table without lines:
// what stands above its columns and fits into none.
const maxTries = 4

// captions cuts a row before each segment that begins as a caption does: 图1 … 图2 ….
func captions(r *row) []row {
	var out []row
	for i, s := range r.segments {
		if i == 0 || isCaption(s.glyphs) {
			out = append(out, row{Box: s.Box, base: s.base, size: s.size})
		}
		last := &out[len(out)-1]
		last.Box, last.segments = last.With(s.Box), append(last.segments, s)
	}
	return out
}

// isCaption says whether gs begin as 图1 and 表2 do.
func isCaption(gs []glyph) bool {
	return len(gs) > 3 && (gs[0].Rune == '图' || gs[0].Rune == '表') && isDigit(gs[1].Rune)
}

// line adds the line of row r; single says that its column is the only one.
func (l *layer) line(r *row, single bool) {
	gs := r.glyphs()
	base, size := mainStyle(gs)
	bold := 0
	for i := range gs {
		if gs[i].Bold {
			bold++
		}
	}
	x := &line{Box: r.Box, letters: letters(gs), base: base, size: size, bold: bold*2 > len(gs), page: l.n, part: l.p.Part,
		column: l.column, single: single, high: r.Top / l.height, low: 1 - r.Bottom/l.height}
	x.gapped = r.gapped()
	for i, f := range l.frames {
		if f.holds(x.midX(), x.midY()) {
			x.framed = i + 1
		}
	}
	l.out = append(l.out, item{line: x})
}

// gapped says whether the segments of r stand so far apart that the row is no line
// of a paragraph.
func (r *row) gapped() bool {
	gaps := float32(0)
	for i := 1; i < len(r.segments); i++ {
		gaps += r.segments[i].Left - r.segments[i-1].Right
	}
	return len(r.segments) > 3 || gaps > 2.5*r.size && gaps > 0.4*r.width()
}

// strays adds what stands across the page or askew, line by line as it was drawn.
func (l *layer) strays(gs []glyph) {
	for _, run := range policy.Runs(gs, func(a, b *glyph) bool { return near(a.at, b.at, b.Size) }) {
		x := &line{letters: letters(run), page: l.n, part: l.p.Part, stray: true, column: l.column}
		l.out = append(l.out, item{line: x})
	}
}

// near says whether b stands beside a.
func near(a, b Box, size float32) bool {
	d := 1.5 * max(size, 1)
	return b.Left-a.Right < d && a.Left-b.Right < d && b.Top-a.Bottom < d && a.Top-b.Bottom < d
}
