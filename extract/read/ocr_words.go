package read

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"shuzheng/extract/read/paper"
	"shuzheng/extract/read/pdfium"
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
	pageLevel = 1
	lineLevel = 4
	wordLevel = 5
)

// assumedResolution is that of pictures that do not tell theirs.
const assumedResolution = 200

// recognise reads a page that was drawn.
func (c *confidence) recognise(i *pdfium.Image) (*paper.Page, error) {
	tsv, err := recognise(picture{greymap(i), i.Resolution})
	if err != nil {
		return nil, err
	}
	pages, err := c.pagesOf(tsv, i.Resolution)
	if err != nil || len(pages) != 1 {
		return nil, errTSV
	}
	return pages[0], nil
}

// greymap is the picture as a PGM file.
func greymap(i *pdfium.Image) []byte {
	return append(fmt.Appendf(nil, "P5 %d %d 255\n", i.Width, i.Height), i.Grey...)
}

// pagesOf makes pages of the TSV. With a resolution their lengths are points; without
// one, as for image files, Place gives pixels.
func (c *confidence) pagesOf(tsv []byte, resolution int) ([]*paper.Page, error) {
	scale := 72 / float64(max(resolution, 0))
	pixel := 0.0
	if resolution == 0 {
		scale, pixel = 72.0/assumedResolution, assumedResolution/72.0
	}
	var pages []*paper.Page
	var here *recognised
	for line := range bytes.Lines(tsv) {
		w, ok := wordOf(string(line))
		if !ok {
			continue
		}
		if w.level == pageLevel {
			here.end(c)
			here = &recognised{page: &paper.Page{Width: w.width * scale, Height: w.height * scale, Part: ocrPart, Scale: pixel}, scale: scale}
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
	line          paper.Box // that the words stand in
	words, doubts int
	sum           float64
}

// add takes one line of the TSV. All words of a printed line get its height: what
// Tesseract gives of single characters is that of the ink.
func (r *recognised) add(w *word) {
	at := paper.Box{Left: float32(w.left * r.scale), Top: float32(w.top * r.scale), Right: float32((w.left + w.width) * r.scale), Bottom: float32((w.top + w.height) * r.scale)}
	switch w.level {
	case lineLevel:
		r.line = at
	case wordLevel:
		r.words++
		r.sum += w.confidence
		if w.confidence < doubtful {
			r.doubts++
		}
		at.Top, at.Bottom = r.line.Top, r.line.Bottom
		addWord(r.page, w.text, at)
	}
}

// end adds the page to the count and notes how sure its reading is.
func (r *recognised) end(c *confidence) {
	if r == nil {
		return
	}
	c.pages++
	c.words += r.words
	c.doubts += r.doubts
	c.sum += r.sum
	if r.doubts > 0 {
		r.page.Problems = append(r.page.Problems, fmt.Sprintf("文字识别（OCR）平均置信度 %.0f%%，其中 %d 处低于 %d%%", r.sum/float64(r.words), r.doubts, doubtful))
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
