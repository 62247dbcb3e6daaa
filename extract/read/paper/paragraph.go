package paper

import (
	"strings"

	"shuzheng/policy"
)

// A piece is a block on its way into the document: joined lines, or a table.
type piece struct {
	kind  policy.BlockKind
	level int
	lines []*line
	grid  *grid
}

// A book is what is known of the document as a whole.
type book struct {
	size     float32 // of most of its text
	left     float32 // margins of most of its lines
	right    float32
	indented bool // paragraphs begin with an indent
}

// measure looks at all lines of the text.
func measure(items []item) (b book) {
	sizes, lefts, rights := map[float32]int{}, map[float32]int{}, map[float32]int{}
	for i := range items {
		x := items[i].line
		if x == nil || x.stray {
			continue
		}
		sizes[half(x.size)] += len(x.letters)
		if x.single && x.framed == 0 && x.width() > 20*x.size {
			lefts[half(x.left)]++
			rights[half(x.right)]++
		}
	}
	b.size, b.left, b.right = most(sizes), most(lefts), most(rights)
	begins, goesOn := 0, 0
	for i := range items {
		if x := items[i].line; x != nil && !x.stray && x.width() > 15*x.size {
			if d := x.Left - x.left; d > 1.2*x.size && d < 3*x.size {
				begins++
			} else if d <= 1.2*x.size {
				goesOn++
			}
		}
	}
	b.indented = begins > 0 && begins*12 >= goesOn
	return b
}

// half is x to the half point.
func half(x float32) float32 { return float32(int(x*2+0.5)) / 2 }

// most is the key with the highest count, the lowest of several.
func most(count map[float32]int) (best float32) {
	n := 0
	for k, c := range count {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

// settle gives the lines of columns that are too short to tell their margins those
// of the document.
func (b *book) settle(items []item) {
	for i := range items {
		x := items[i].line
		if x == nil || !x.single || x.framed > 0 || b.right <= b.left {
			continue
		}
		if x.left >= b.left-1 && x.left < b.left+8*x.size && x.right <= b.right+x.size {
			x.left, x.right = b.left, max(b.right, x.right)
		}
	}
}

// pieces joins lines into paragraphs. Strays come behind the paragraph that they
// would stand in.
func (b *book) pieces(items []item) []piece {
	var out, held []piece
	open := -1 // the paragraph that may go on
	for i := range items {
		x := items[i].line
		switch {
		case x == nil:
			open, out, held = -1, append(append(out, held...), piece{kind: policy.TableBlock, grid: items[i].grid}), nil
		case x.stray:
			held = append(held, piece{kind: policy.Boilerplate, lines: []*line{x}})
		case open >= 0 && b.goesOn(out[open].lines, x):
			out[open].lines = append(out[open].lines, x)
		default:
			out, held = append(out, held...), nil
			open, out = len(out), append(out, piece{kind: policy.Paragraph, lines: []*line{x}})
		}
	}
	return append(out, held...)
}

// goesOn says whether the line x goes on with the paragraph that lines are of.
func (b *book) goesOn(lines []*line, x *line) bool {
	a := lines[len(lines)-1]
	if a.gapped || x.gapped || a.framed != x.framed && a.page == x.page || abs(a.size-x.size) > 0.12*max(a.size, x.size) {
		return false
	}
	if isDigit(a.letters[len(a.letters)-1].r) && isContentsLine(a.str()) {
		return false
	}
	next := x.first()
	if a.column != x.column {
		return b.overEdge(lines, x)
	}
	if x.base-a.base > 1.45*a.pitch+0.3*a.size && x.base-a.base > 1.45*b.usualPitch(lines) {
		return false
	}
	if x.Top < a.midY() { // side by side
		return false
	}
	if lines[0].isCaption() && abs(a.midX()-x.midX()) < a.size && x.Left-x.left > x.size && !a.closed() {
		return !x.isCaption() && !opensBracket(next)
	}
	if a.centred() && x.centred() {
		return b.isHeadline(a) && b.isHeadline(x) && !opensBracket(next) && !a.closed()
	}
	indent := x.Left - x.left
	if indent > 1.2*x.size {
		if b.indented && indent < 3*x.size { // the indent of a first line
			return false
		}
		return abs(a.Left-x.Left) < 0.5*x.size && a.full(x) && !a.closed() && a.bold == x.bold && !isMarker(x.str())
	}
	if goesBefore(next) {
		return true
	}
	return a.full(x) && !(isMarker(x.str()) && a.closed()) && (a.bold == x.bold || !a.closed() && !isMarker(lines[0].str()))
}

// usualPitch is how far apart the lines of a paragraph stand, as far as it is known.
func (b *book) usualPitch(lines []*line) float32 {
	if n := len(lines); n >= 2 && lines[n-1].column == lines[n-2].column {
		return lines[n-1].base - lines[n-2].base
	}
	return lines[0].pitch
}

// overEdge says whether the paragraph goes on in the next column or on the next page.
func (b *book) overEdge(lines []*line, x *line) bool {
	a := lines[len(lines)-1]
	switch {
	case x.Left-x.left > 1.2*x.size || !a.full(x) || a.centred():
		return false
	case !a.closed():
		return !isMarker(x.str())
	}
	return b.indented && !isMarker(x.str())
}

// full says whether a reaches its margin, so far that the first word of x would not
// have fitted.
func (a *line) full(x *line) bool { return a.right-a.Right < 1.6*a.size+x.firstWord() }

// firstWord is how wide the Latin word or the number is that the line begins with.
func (x *line) firstWord() float32 {
	n := 0
	for n < len(x.letters) && x.letters[n].r != ' ' && !Wide(x.letters[n].r) {
		n++
	}
	if n == 0 {
		return 0
	}
	return max(x.letters[n-1].at.Right-x.letters[0].at.Left, 0)
}

// centred says whether the line stands in the middle of its column, away from both
// margins.
func (a *line) centred() bool {
	l, r := a.Left-a.left, a.right-a.Right
	return l > 2.5*a.size && r > 2.5*a.size && abs(l-r) < 2*a.size
}

// isHeadline says whether x is larger than the text.
func (b *book) isHeadline(x *line) bool { return x.size >= 1.12*b.size }

// isCaption says whether x begins as a caption does: 表1, 图 2.
func (x *line) isCaption() bool {
	s := strings.ReplaceAll(x.str(), " ", "")
	rest, table := strings.CutPrefix(s, "表")
	if !table {
		rest, table = strings.CutPrefix(s, "图")
	}
	return table && numberLen(rest) > 0
}

// first is the first character.
func (x *line) first() rune { return x.letters[0].r }

func (x *line) str() string { return str(x.letters) }

// closed says whether the line ends as a sentence or an item does.
func (x *line) closed() bool {
	return strings.ContainsRune("。；：！？;:!?", x.letters[len(x.letters)-1].r)
}
