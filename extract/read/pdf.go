package read

import (
	"bytes"
	"errors"
	"fmt"

	"shuzheng/extract/read/paper"
	"shuzheng/extract/read/pdfium"
	"shuzheng/policy"
)

// isPDF says whether b is a PDF file. A header that is not the very first thing counts
// only at the start of a line and with objects behind it: texts may speak of %PDF-.
func isPDF(b []byte) bool {
	i := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-"))
	return i == 0 || i > 0 && (b[i-1] == '\n' || b[i-1] == '\r') && bytes.Contains(b, []byte(" obj")) && bytes.Contains(b, []byte("startxref"))
}

// readPDF reads a PDF file through PDFium, or in a build without it through poppler's
// pdftotext.
func readPDF(src *policy.Source, opt Options) (*policy.Document, error) {
	p := &pdf{src: src, opt: opt, limit: limitOr(opt.MaxPages, defaultMaxPages), confidence: confidence{opt: &opt}}
	var err error
	if pdfium.Available() {
		err = p.pages()
	} else {
		err = p.poppler()
	}
	if err != nil {
		return nil, err
	}
	if p.out.Empty() {
		return nil, p.nothing()
	}
	doc := p.out.Document(src)
	countAllHeaders(doc)
	p.confidence.report(doc)
	return doc, nil
}

// A pdf is a PDF file on its way into a document.
type pdf struct {
	src        *policy.Source
	opt        Options
	limit      int // pages
	out        paper.Builder
	confidence confidence
	scanned    int // pages without wording
	work       pdfium.Work
	traps      int
	fault      error // why the last page was left out that was
}

// maxTraps is how often PDFium is started anew for one file.
const maxTraps = 3

// pages reads the file page by page.
func (p *pdf) pages() error {
	d, err := pdfium.Open(p.src.Bytes, &p.work)
	if err != nil {
		return pdfError(err)
	}
	defer func() { d.Close() }()
	n, err := d.Pages()
	if err != nil {
		return pdfError(err)
	}
	if n > p.limit {
		return tooManyPages(n, p.limit)
	}
	for i := range n {
		if p.opt.context().Err() != nil {
			return errCanceled
		}
		err := p.page(d, i)
		if err == nil {
			continue
		}
		p.fault = err
		p.out.Skip("无法读取（" + pageFault(err) + "），已跳过")
		if errors.Is(err, pdfium.ErrPage) {
			continue
		}
		if p.traps++; p.traps == maxTraps { // what is left would only cost time
			return pdfError(err)
		}
		d.Close()
		if d, err = pdfium.Open(p.src.Bytes, &p.work); err != nil {
			return pdfError(err)
		}
	}
	return nil
}

// page reads page i, from 0.
func (p *pdf) page(d *pdfium.Document, i int) error {
	page, err := d.Page(i)
	if err != nil {
		return err
	}
	if !page.Scanned() {
		p.out.Add(page)
		return nil
	}
	p.scanned++
	if !p.opt.OCR {
		p.out.Add(page) // what little there is
		p.out.Note("没有文字层（扫描页），没有读取；加 --ocr 可以识别")
		return nil
	}
	m, err := d.Render(i, ocrResolution)
	if err != nil {
		return err
	}
	read, err := p.confidence.page(&greys{m.Width, m.Height, m.Grey, m.Resolution}, false)
	if err != nil {
		return err
	}
	p.out.Add(read)
	return nil
}

// nothing is the error of a file without any wording.
func (p *pdf) nothing() error {
	switch {
	case p.fault != nil:
		return pdfError(p.fault)
	case p.scanned > 0 && !p.opt.OCR:
		return &Error{"PDF 没有文字层（扫描件）；请加 --ocr，用文字识别读取", "the PDF has no text layer (it is scanned); add --ocr to recognise it"}
	case p.scanned > 0:
		return &Error{"PDF 里没有识别出文字", "no text was recognised in the PDF"}
	}
	return &Error{"PDF 里没有文字（可能是空白页，或文字已转成曲线；后者可加 --ocr 试读）", "the PDF holds no text (blank pages, or text drawn as curves: try --ocr for these)"}
}

// pdfError words the errors of PDFium.
func pdfError(err error) error {
	switch {
	case errors.Is(err, pdfium.ErrPassword):
		return &Error{"PDF 已加密，需要密码才能打开；请用阅读器打开后另存为不加密的文件", "the PDF is encrypted; open it with its password and save it without one"}
	case errors.Is(err, pdfium.ErrSecurity):
		return &Error{"PDF 用了不支持的加密方式；请用阅读器打开后另存为不加密的文件", "the PDF is encrypted in a way that is not supported; save it without encryption"}
	case errors.Is(err, pdfium.ErrFormat), errors.Is(err, pdfium.ErrPage):
		return &Error{"PDF 文件已损坏或不完整；请重新下载，或用阅读器打开后另存", "the PDF file is damaged or cut off; get it again, or open and save it"}
	case errors.Is(err, pdfium.ErrMemory):
		return &Error{"PDF 要用的内存超过上限；请拆分后再读", "the PDF needs more memory than it may have; split it first"}
	case errors.Is(err, pdfium.ErrEffort):
		return &Error{"PDF 的内容过于复杂，超过处理上限；请另存或拆分后再读", "the PDF is too complex to be read within bounds; save it anew or split it"}
	}
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	return &Error{"PDF 无法读取：" + err.Error(), "the PDF cannot be read: " + err.Error()}
}

// pageFault says in Chinese why a page was left out.
func pageFault(err error) string {
	var own *Error
	switch {
	case errors.As(err, &own):
		return own.Zh
	case errors.Is(err, pdfium.ErrMemory):
		return "超过内存上限"
	case errors.Is(err, pdfium.ErrEffort):
		return "内容过于复杂，超过处理上限"
	}
	return "页面已损坏"
}

func tooManyPages(n, limit int) error {
	return &Error{
		fmt.Sprintf("页数太多：%d 页，上限 %d 页；请拆分后再读，或调大 --max-pages", n, limit),
		fmt.Sprintf("too many pages: %d, the limit is %d; split the file first, or raise --max-pages", n, limit),
	}
}
