package read

import (
	"math"
	"strings"

	"shuzheng/extract/read/paper"
)

// thinRule is how thick, in points, a filled rectangle may be that stands for a line.
const thinRule = 3.0

// path adds the rules of a PathObject.
func (g *ofdPage) path(x *partScanner, m matrix) {
	stroke, fill := x.attr("Stroke") != "false", x.attr("Fill") == "true"
	clear := x.attr("Alpha") == "0"
	data := ""
	x.within(func(kind xmlKind) {
		if kind != xmlStart {
			return
		}
		switch x.name {
		case "StrokeColor":
			stroke = stroke && !isWhite(x.attr("Value"))
		case "FillColor":
			fill = fill && !isWhite(x.attr("Value"))
		case "AbbreviatedData":
			data = x.content()
		case "Clips":
			x.skip()
		}
	})
	if clear || !stroke && !fill {
		return
	}
	w := pathWalker{g: g, m: m, stroke: stroke}
	w.walk(data)
	if w.bends > 12 && fill {
		g.drew.outlines++
	}
}

// isWhite says whether a colour cannot be seen on paper.
func isWhite(value string) bool {
	switch strings.TrimSpace(value) {
	case "255 255 255", "#ff #ff #ff", "#FF #FF #FF", "1 1 1":
		return true
	}
	return false
}

// A rectangle is what a figure covers, on the page.
type rectangle struct{ left, top, right, bottom float64 }

// A pathWalker goes along a path.
type pathWalker struct {
	g      *ofdPage
	m      matrix
	stroke bool
	x, y   float64 // on the page
	sx, sy float64 // where the figure began
	box    rectangle
	lines  int // of the figure
	level  bool
	bends  int // curves and slanting lines of the whole path
}

// operands is how many numbers follow an operator.
var operands = [256]int8{'S': 2, 'M': 2, 'L': 2, 'Q': 4, 'B': 6, 'A': 7}

func (w *pathWalker) walk(data string) {
	var n [7]float64
	for len(data) > 0 {
		op := data[0]
		data = data[1:]
		if op <= ' ' || op == ',' {
			continue
		}
		for i := range operands[op] {
			var used int
			if n[i], used = leadingNumber(data); used == 0 {
				w.finish()
				return
			}
			data = data[used:]
		}
		w.step(op, n)
	}
	w.finish()
}

func (w *pathWalker) step(op byte, n [7]float64) {
	switch op {
	case 'S', 'M':
		w.finish()
		w.x, w.y = w.m.apply(n[0], n[1])
		w.sx, w.sy = w.x, w.y
		w.box, w.level = rectangle{left: w.x, top: w.y, right: w.x, bottom: w.y}, true
	case 'L':
		w.lineTo(w.m.apply(n[0], n[1]))
	case 'C':
		if w.lines > 0 {
			w.lineTo(w.sx, w.sy)
		}
	case 'Q', 'B', 'A':
		last := operands[op]
		w.bends++
		w.level = false
		w.x, w.y = w.m.apply(n[last-2], n[last-1])
	}
}

// lineTo goes straight to a point of the page.
func (w *pathWalker) lineTo(x, y float64) {
	dx, dy := math.Abs(x-w.x), math.Abs(y-w.y)
	if dx > 0.05 && dy > 0.05 {
		w.bends++
	}
	if dx > 1 && dy > 1 {
		w.level = false
	} else if w.stroke && max(dx, dy) > 1 {
		w.rule(rectangle{left: min(x, w.x), top: min(y, w.y), right: max(x, w.x), bottom: max(y, w.y)})
	}
	w.box = rectangle{left: min(w.box.left, x), top: min(w.box.top, y), right: max(w.box.right, x), bottom: max(w.box.bottom, y)}
	w.lines++
	w.x, w.y = x, y
}

// finish ends a figure; a filled thin rectangle is a rule.
func (w *pathWalker) finish() {
	if b := w.box; w.level && w.lines > 0 && !w.stroke && min(b.right-b.left, b.bottom-b.top) <= thinRule {
		w.rule(b)
	}
	w.lines, w.level = 0, false
}

func (w *pathWalker) rule(r rectangle) {
	if !math.IsNaN(r.left + r.top + r.right + r.bottom) {
		w.g.page.Rules = append(w.g.page.Rules, paper.Box{Left: float32(r.left), Top: float32(r.top), Right: float32(r.right), Bottom: float32(r.bottom)})
	}
}
