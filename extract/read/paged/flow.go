package paged

import (
	"math"
	"slices"

	"shuzheng/policy"
)

// A block is what becomes a block of the document.
type block struct {
	kind  policy.BlockKind
	lines []line
	grid  *grid
	where margins
}

// margins are the left and right sides of running text.
type margins struct{ left, right float64 }

// marginsOf are those of lines, told by the longer ones.
func marginsOf(lines []line) margins {
	widest := 0.0
	for i := range lines {
		widest = max(widest, lines[i].box.Right-lines[i].box.Left)
	}
	m := margins{math.Inf(1), 0}
	for i := range lines {
		if b := lines[i].box; b.Right-b.Left >= 0.5*widest {
			m.left, m.right = min(m.left, b.Left), max(m.right, b.Right)
		}
	}
	return m
}

// pageMargins are the margins of a page. Where its lines do not end at one place, the
// right one is as broad as the left.
func pageMargins(lines []line) margins {
	m := marginsOf(lines)
	flush := 0
	for i := range lines {
		if m.right-lines[i].box.Right < 1.2*lines[i].size {
			flush++
		}
	}
	if len(lines) == 0 {
		return m
	}
	if page := lines[0].page.Width; flush < 2 || 5*flush < len(lines) || m.right-m.left < 0.45*page {
		m.right = max(m.right, page-m.left)
	}
	return m
}

// A flow makes paragraphs of lines in reading order, over the ends of columns and
// pages.
type flow struct {
	blocks []block
	leads  float64 // usual distance of base lines
	edge   []block // furniture that waits for the end of a paragraph
}

// stretch adds lines that share margins.
func (f *flow) stretch(lines []line, m margins) {
	f.leads = usualLead(lines)
	for i := 0; i < len(lines); i++ {
		if g, end := loose(lines, i); g != nil {
			f.settle()
			f.blocks = append(f.blocks, block{kind: policy.TableBlock, grid: g})
			i = end - 1
			continue
		}
		if n := len(f.blocks) - 1; n >= 0 && f.goesOn(&f.blocks[n], &lines[i], m) {
			f.blocks[n].lines = append(f.blocks[n].lines, lines[i])
			continue
		}
		f.settle()
		f.blocks = append(f.blocks, block{kind: policy.Paragraph, lines: lines[i : i+1 : i+1], where: m})
	}
}

// settle puts furniture behind the paragraph that went on around it.
func (f *flow) settle() {
	f.blocks = append(f.blocks, f.edge...)
	f.edge = nil
}

// usualLead is the median distance of base lines.
func usualLead(lines []line) float64 {
	var ds []float64
	for i := 1; i < len(lines); i++ {
		if d := lines[i].base - lines[i-1].base; d > 0 {
			ds = append(ds, d)
		}
	}
	if len(ds) == 0 {
		return 0
	}
	slices.Sort(ds)
	return ds[len(ds)/2]
}

// goesOn says whether l goes on with the paragraph b.
func (f *flow) goesOn(b *block, l *line, m margins) bool {
	if b.grid != nil || b.kind != policy.Paragraph {
		return false
	}
	last := &b.lines[len(b.lines)-1]
	if math.Abs(last.size-l.size) > 0.12*l.size || last.parted() || l.parted() {
		return false
	}
	same := last.page == l.page && l.base > last.base
	if same && f.leads > 0 && l.base-last.base > max(1.5*f.leads, 1.3*l.size) {
		return false
	}
	if b.where.centred(last) && m.centred(l) {
		return same && l.base-last.base < 2.2*l.size && last.box.Right-last.box.Left > 8*l.size
	}
	if !b.where.full(last) {
		return false
	}
	if l.box.Left-m.left > 1.2*l.size { // indented: as the line before it, or anew
		return same && math.Abs(l.box.Left-last.box.Left) < 0.5*l.size && !closes(last.last())
	}
	return true
}

// centred says whether l stands in the middle and reaches neither side.
func (m margins) centred(l *line) bool {
	left, right := l.box.Left-m.left, m.right-l.box.Right
	return left > 2*l.size && right > 2*l.size && math.Abs(left-right) < 2*l.size
}

// full says whether l reaches the right side, so that what follows may go on.
func (m margins) full(l *line) bool {
	room := 1.9
	if !wide(l.last()) {
		room = 5 // of a Latin word or number that did not fit
	}
	return m.right-l.box.Right < room*l.size
}

// closes says whether a sentence ends with r.
func closes(r rune) bool {
	switch r {
	case '。', '；', '：', '！', '？', ';', ':', '”':
		return true
	}
	return false
}
