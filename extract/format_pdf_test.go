package extract_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/extract/read/pdfium"
	"shuzheng/extract/read/pdftest"
	"shuzheng/policy"
)

// A typesetter prints a document on pages: one column or two, with running heads
// and page numbers, lines broken as print breaks them.
type typesetter struct {
	pdftest.File
	page       *pdftest.Page
	pages      int
	columns    int
	column     int // on the page
	y          float64
	size       float64
	framed     bool // inside a box
	frameStart float64
}

// The page in points.
const (
	pageWidth, pageHeight = 595, 842
	marginLeft, marginTop = 90, 90
	textWidth, textBottom = 415, 760
	columnGap             = 25
)

func plainPDF(t *testing.T, doc *policy.Document) []byte   { return writePDF(t, doc, 1, 12) }
func columnsPDF(t *testing.T, doc *policy.Document) []byte { return writePDF(t, doc, 2, 9) }

// writePDF prints doc.
func writePDF(t *testing.T, doc *policy.Document, columns int, size float64) []byte {
	t.Helper()
	if !pdfium.Available() {
		t.Skip("this build has no PDFium; make fetches it where npm is installed")
	}
	p := &typesetter{columns: columns, size: size}
	p.nextPage()
	s := doc.Content.String()
	for i := 0; i < len(doc.Blocks); i++ {
		b := &doc.Blocks[i]
		text := b.Text.String()
		if i+1 < len(doc.Blocks) && b.Kind == policy.Heading && !strings.Contains(s[b.Span.End:doc.Blocks[i+1].Span.Start], "\n") {
			i++ // the text runs on behind its heading
			text = s[b.Span.Start:doc.Blocks[i].Span.End]
		}
		if b.Kind != policy.Box || strings.HasPrefix(text, "专栏") {
			p.endFrame()
		}
		switch b.Kind {
		case policy.Title:
			p.title(text)
		case policy.Caption:
			p.centred(text, p.size)
		case policy.TableBlock:
			p.table(&doc.Tables[b.Table])
		case policy.Box:
			p.box(text)
		default:
			p.paragraph(text)
		}
	}
	p.endFrame()
	return p.Bytes()
}

func (p *typesetter) nextPage() {
	p.pages++
	p.page = p.Page(pageWidth, pageHeight)
	p.column, p.y = 0, marginTop
	p.page.Text(marginLeft, 50, 8, "临江市科技创新规划")
	p.page.Line(marginLeft, 54, marginLeft+textWidth, 54)
	p.page.Text(280, 800, 9, "- "+strconv.Itoa(p.pages)+" -")
}

// width is that of a column.
func (p *typesetter) width() float64 {
	if p.columns == 2 {
		return (textWidth - columnGap) / 2
	}
	return textWidth
}

func (p *typesetter) left() float64 {
	return marginLeft + float64(p.column)*(p.width()+columnGap)
}

func (p *typesetter) pitch() float64 { return p.size * 1.75 }

// room goes on to the next column or page where less than h is left, and says so.
func (p *typesetter) room(h float64) bool {
	if p.y+h <= textBottom {
		return false
	}
	if p.column++; p.column == p.columns {
		p.nextPage()
	} else if p.y = marginTop; p.pages == 1 {
		p.y += 80 // the title stands above both columns
	}
	return true
}

// title prints text over the whole width of the page.
func (p *typesetter) title(text string) {
	p.page.Text(marginLeft+(textWidth-pdftest.Width(text, 18))/2, p.y+20, 18, text)
	p.y += 80
}

func (p *typesetter) centred(text string, size float64) {
	for _, line := range broken(text, p.width()-4*size, 0, size) {
		p.room(p.pitch())
		p.page.Text(p.left()+(p.width()-pdftest.Width(line, size))/2, p.y+size, size, line)
		p.y += p.pitch()
	}
}

// paragraph prints text with its first line indented, in pieces as programs draw it.
func (p *typesetter) paragraph(text string) {
	x, w, indent := p.left(), p.width(), 2*p.size
	if p.framed {
		w -= 2 * p.size
	}
	for i, line := range broken(text, w, indent, p.size) {
		if p.room(p.pitch()) {
			x = p.left()
		}
		at := x
		if p.framed {
			at += p.size
		}
		if i == 0 {
			at += indent
		}
		for line != "" {
			n := len(line)
			if rs := []rune(line); len(rs) > 9 {
				n = len(string(rs[:9]))
			}
			p.page.Text(at, p.y+p.size, p.size, line[:n])
			at += pdftest.Width(line[:n], p.size)
			line = line[n:]
		}
		p.y += p.pitch()
	}
}

// box prints text in a frame, which goes on with the next box block.
func (p *typesetter) box(text string) {
	if !p.framed {
		p.y += p.pitch() / 2
		p.room(8 * p.pitch()) // whole on one page
		p.framed, p.frameStart = true, p.y
	}
	p.paragraph(text)
}

func (p *typesetter) endFrame() {
	if p.framed {
		p.page.Frame(p.left(), p.frameStart, p.left()+p.width(), p.y)
		p.y += p.pitch()
		p.framed = false
	}
}

// table prints a ruled table; its header is printed again on each page.
func (p *typesetter) table(t *policy.Table) {
	x := columnEdges(t, p.width())
	for row := range t.Rows {
		cells, height := p.rowLines(t, row, x)
		if p.room(height) && row > 0 {
			head, h := p.rowLines(t, 0, x)
			p.row(head, h, x)
		}
		p.row(cells, height, x)
	}
	p.y += p.pitch() / 2
}

// columnEdges gives the second column, which names the indicators, the most room.
func columnEdges(t *policy.Table, width float64) []float64 {
	x := []float64{0}
	for col := range t.Cols {
		share := 1.0
		if col == 1 {
			share = 3
		}
		x = append(x, x[col]+width*share/float64(t.Cols+2))
	}
	return x
}

// rowLines breaks the cells of a row into lines and gives the height of the row.
func (p *typesetter) rowLines(t *policy.Table, row int, x []float64) (cells [][]string, height float64) {
	most := 1
	for _, c := range t.Cells {
		if c.Row == row {
			cells = append(cells, broken(c.Text.String(), x[c.Col+1]-x[c.Col]-4, 0, 8))
			most = max(most, len(cells[len(cells)-1]))
		}
	}
	return cells, float64(most)*10 + 8
}

// row prints a row with its lines; the one below by a thin rectangle, as some
// programs do.
func (p *typesetter) row(cells [][]string, height float64, x []float64) {
	left := p.left()
	p.page.Line(left, p.y, left+x[len(x)-1], p.y)
	for i, lines := range cells {
		p.page.Line(left+x[i], p.y, left+x[i], p.y+height)
		for k, line := range lines {
			p.page.Text(left+x[i]+2, p.y+10+float64(k)*10, 8, line)
		}
	}
	p.page.Line(left+x[len(x)-1], p.y, left+x[len(x)-1], p.y+height)
	p.y += height
	p.page.Fill(left, p.y-0.25, left+x[len(x)-1], p.y+0.25)
}

// broken breaks text into lines; figures and Latin words stay whole, and no line
// begins with a mark that belongs to what stands before it.
func broken(text string, width, indent, size float64) (lines []string) {
	room := width - indent
	line := ""
	for text != "" {
		n := unbreakable(text)
		if line != "" && pdftest.Width(line+text[:n], size) > room {
			lines, line, room = append(lines, line), "", width
		}
		line += text[:n]
		text = text[n:]
	}
	return append(lines, line)
}

// unbreakable is the length of what stays together at the start of s.
func unbreakable(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	if s[0] < 0x80 && s[0] != ' ' {
		for n < len(s) && s[n] < 0x80 && s[n] != ' ' {
			n++
		}
	}
	for n < len(s) {
		r, k := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune("，。、；：）”》！？%％〕】", r) {
			break
		}
		n += k
	}
	return n
}
