package read

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // for image.Decode
	_ "image/png"  // for image.Decode
	"slices"

	"shuzheng/extract/read/paper"
)

// Lines in pictures: runs of dark dots that are long and thin. They are the lines of
// tables; Tesseract takes them for letters, so they are wiped out before it looks.

// A greys is a picture in grey, row by row.
type greys struct {
	width, height int
	dots          []byte
	resolution    int // dots per inch
}

const (
	dark        = 140
	maxPicture  = 100_000_000 // dots
	longAcross  = 0.5         // inches: shorter runs are strokes of letters
	longDown    = 0.22
	thickest    = 0.05
	brokenFor   = 2 // dots that may be missing in a line
	maxLineRuns = 4_000
	nearLine    = 4 // dots between lines that touch
)

// decodePicture reads an image file whose format the standard library knows; nil for others.
func decodePicture(b []byte) *greys {
	c, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil || c.Width < 1 || c.Height < 1 || c.Width > maxPicture/c.Height {
		return nil
	}
	m, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	g := &greys{width: c.Width, height: c.Height, dots: make([]byte, 0, c.Width*c.Height)}
	g.resolution = min(max(max(c.Width, c.Height)*100/1169, 72), 600) // as if it showed a page of A4
	at := m.Bounds()
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			g.dots = append(g.dots, color.GrayModel.Convert(m.At(x, y)).(color.Gray).Y)
		}
	}
	return g
}

// A run is a stretch of dark dots [from, to) in the rows [first, last].
type run struct{ from, to, first, last int }

// lines finds the lines across, or down the picture, in dots.
func (g *greys) lines(down bool) []run {
	rows, length, least := g.height, g.width, int(longAcross*float64(g.resolution))
	if down {
		rows, length, least = g.width, g.height, int(longDown*float64(g.resolution))
	}
	var open, done []run
	for row := 0; row < rows && len(done) < maxLineRuns; row++ {
		open, done = grow(open, done, g.runs(row, length, least, down), row)
	}
	done = append(done, open...)
	thick := max(int(thickest*float64(g.resolution)), 3)
	return slices.DeleteFunc(done, func(r run) bool { return r.last-r.first >= thick })
}

// runs are the dark runs of one row, or of one column, of at least so many dots.
func (g *greys) runs(row, length, least int, down bool) (out []run) {
	start, step := row*g.width, 1
	if down {
		start, step = row, g.width
	}
	from, light := -1, 0
	for i, at := 0, start; i < length; i, at = i+1, at+step {
		if g.dots[at] < dark {
			if from < 0 {
				from = i
			}
			light = 0
		} else if from >= 0 {
			if light++; light > brokenFor {
				out = longRun(out, from, i+1-light, row, least)
				from, light = -1, 0
			}
		}
	}
	if from >= 0 {
		out = longRun(out, from, length-light, row, least)
	}
	return out
}

func longRun(out []run, from, to, row, least int) []run {
	if to-from < least {
		return out
	}
	return append(out, run{from, to, row, row})
}

// grow joins the runs of a row to those of the row before it that they touch.
func grow(open, done, here []run, row int) ([]run, []run) {
	for _, o := range open {
		joined := false
		for i := range here {
			if h := &here[i]; h.from < o.to && o.from < h.to {
				h.from, h.to, h.first = min(h.from, o.from), max(h.to, o.to), min(h.first, o.first)
				joined = true
				break
			}
		}
		if !joined {
			done = append(done, o)
		}
	}
	return here, done
}

// connectedLines leaves out the runs that touch no line of the other direction, for
// they are strokes of large letters: all such upright ones, and those across that are
// shorter than long.
func connectedLines(across, down []run, long int) ([]run, []run) {
	down = slices.DeleteFunc(down, func(d run) bool {
		return !slices.ContainsFunc(across, func(a run) bool { return a.touches(d) })
	})
	across = slices.DeleteFunc(across, func(a run) bool {
		return a.to-a.from < long && !slices.ContainsFunc(down, func(d run) bool { return a.touches(d) })
	})
	return across, down
}

// touches says whether the line across a touches the upright line d.
func (a run) touches(d run) bool {
	return a.from-nearLine <= d.last && d.first <= a.to+nearLine && a.first <= d.to+nearLine && d.from-nearLine <= a.last
}

// takeLines wipes the lines out of the picture and gives them in points.
func (g *greys) takeLines() (rules []paper.Box) {
	across, down := connectedLines(g.lines(false), g.lines(true), 3*int(longAcross*float64(g.resolution)))
	scale := 72 / float32(g.resolution)
	for _, r := range across {
		rules = append(rules, paper.Box{Left: float32(r.from) * scale, Top: float32(r.first) * scale, Right: float32(r.to) * scale, Bottom: float32(r.last+1) * scale})
		g.wipe(r.from, r.first, r.to, r.last+1)
	}
	for _, r := range down {
		rules = append(rules, paper.Box{Left: float32(r.first) * scale, Top: float32(r.from) * scale, Right: float32(r.last+1) * scale, Bottom: float32(r.to) * scale})
		g.wipe(r.first, r.from, r.last+1, r.to)
	}
	return rules
}

// wipe makes a rectangle, and the grey dots at its sides, white.
func (g *greys) wipe(left, top, right, bottom int) {
	left, right = max(left-1, 0), min(right+1, g.width)
	for y := max(top-1, 0); y < min(bottom+1, g.height); y++ {
		row := g.dots[y*g.width+left : y*g.width+right]
		for i := range row {
			row[i] = 0xff
		}
	}
}
