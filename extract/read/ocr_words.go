package read

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"shuzheng/extract/read/paper"
)

// A word is one line of Tesseract's TSV: level, page, block, paragraph, line, word,
// left, top, width, height, confidence, text.
type word struct {
	level, page              int
	left, top, width, height float64
	confidence               float64
	text                     string
}

// The levels of the TSV.
const (
	tsvPage = 1
	tsvLine = 4
	tsvWord = 5
)

// assumedResolution is that of pictures whose size is not known before they are read.
const assumedResolution = 200

// page recognises a picture of one page. Its places are points, or dots of the picture
// where it is an image file.
func (c *confidence) page(g *greys, file bool) (*paper.Page, error) {
	rules := g.takeLines()
	tsv, err := recognise(c.opt, g.file(), g.resolution)
	if err != nil {
		return nil, err
	}
	pages, err := c.pagesOf(tsv, g.resolution, file)
	if err != nil || len(pages) != 1 {
		return nil, errTSV
	}
	pages[0].Rules = rules
	return pages[0], nil
}

// file is the picture as a PGM file.
func (g *greys) file() []byte {
	return append(fmt.Appendf(nil, "P5 %d %d 255\n", g.width, g.height), g.dots...)
}

// pagesOf makes pages of the TSV of a picture with so many dots per inch.
func (c *confidence) pagesOf(tsv []byte, resolution int, file bool) ([]*paper.Page, error) {
	scale, dots := 72/float64(resolution), 0.0
	if file {
		dots = 1 / scale
	}
	var pages []*paper.Page
	var here *recognised
	for line := range bytes.Lines(tsv) {
		w, ok := wordOf(string(line))
		if !ok {
			continue
		}
		if w.level == tsvPage {
			here.end(c)
			here = &recognised{page: &paper.Page{Width: w.width * scale, Height: w.height * scale, Part: ocrPart, Scale: dots}, scale: scale}
			pages = append(pages, here.page)
		}
		if here == nil {
			return nil, errTSV
		}
		here.add(&w)
	}
	here.end(c)
	return pages, nil
}

// A recognised is a page of the TSV on its way.
type recognised struct {
	page          *paper.Page
	scale         float64
	height        float64 // of the line that the words stand in
	top           float64
	line          []word
	words, doubts int
	sum           float64
}

// add takes one line of the TSV.
func (r *recognised) add(w *word) {
	switch w.level {
	case tsvLine:
		r.endLine()
		r.top, r.height = w.top, w.height
	case tsvWord:
		r.words++
		r.sum += w.confidence
		if w.confidence < doubtful {
			r.doubts++
		}
		r.line = append(r.line, *w)
	}
}

// endLine writes the words of a printed line. All get its height, for Tesseract gives
// only the ink of single characters; and a word reaches to the next one unless a
// blank stands between them: Chinese has none.
func (r *recognised) endLine() {
	end := 0.0 // boxes may overlap, their order is that of the words
	for i := range r.line {
		w := &r.line[i]
		right := max(w.left, end) + 1
		w.left, right = max(w.left, end), max(w.left+w.width, right)
		if i+1 < len(r.line) {
			if next := &r.line[i+1]; next.left-right < r.height && (lastWide(w.text) || firstWide(next.text)) {
				right = max(right, next.left)
			}
		}
		end = right
		addWord(r.page, w.text, paper.Box{Left: float32(w.left * r.scale), Top: float32(r.top * r.scale), Right: float32(right * r.scale), Bottom: float32((r.top + r.height) * r.scale)})
	}
	r.line = r.line[:0]
}

func lastWide(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return paper.Wide(r)
}

func firstWide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return paper.Wide(r)
}

// end adds the page to the count and notes how sure its reading is.
func (r *recognised) end(c *confidence) {
	if r == nil {
		return
	}
	r.endLine()
	c.pages++
	c.words += r.words
	c.sum += r.sum
	if r.doubts > 0 {
		r.page.Problems = append(r.page.Problems, fmt.Sprintf("文字识别（OCR）平均置信度 %.0f%%，%d 处中有 %d 处低于 %d%%", r.sum/float64(r.words), r.words, r.doubts, doubtful))
	}
}

// wordOf reads a line of the TSV; the header line is none.
func wordOf(line string) (w word, ok bool) {
	f := strings.SplitN(strings.TrimRight(line, "\r\n"), "\t", 12)
	if len(f) < 12 {
		return w, false
	}
	var v [11]float64
	for i := range v {
		n, err := strconv.ParseFloat(f[i], 64)
		if err != nil {
			return w, false
		}
		v[i] = n
	}
	return word{int(v[0]), int(v[1]), v[6], v[7], v[8], v[9], v[10], f[11]}, true
}
