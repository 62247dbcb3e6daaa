package read

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"shuzheng/extract/read/paper"
)

// popplerTime is how long pdftotext may take for a file.
const popplerTime = 2 * time.Minute

// poppler reads the file by pdftotext -bbox: words with boxes, but neither lines nor
// the sizes of type.
func (p *pdf) poppler() error {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		return &Error{"这个版本不含 PDF 引擎；请安装 poppler-utils（pdftotext），或用 make build 重新构建", "this build has no PDF engine; install poppler-utils (pdftotext), or build it anew with make build"}
	}
	ctx, cancel := context.WithTimeout(p.opt.context(), popplerTime)
	defer cancel()
	c := exec.CommandContext(ctx, tool, "-bbox", "-l", strconv.Itoa(p.limit+1), "-enc", "UTF-8", "-", "-")
	var out, told bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr, c.WaitDelay = bytes.NewReader(p.src.Bytes), &out, &told, time.Second
	if err = c.Run(); err != nil {
		return popplerError(ctx, told.String())
	}
	if err = p.bboxes(&out); err == nil && strings.Contains(told.String(), "Missing language pack") {
		p.out.Note("之前有中文字体的编码没有读出；请安装 poppler-data 后再读")
	}
	return err
}

// popplerError words a failure of pdftotext.
func popplerError(ctx context.Context, told string) error {
	switch {
	case ctx.Err() != nil:
		return &Error{"pdftotext 用时过长，已停止；请拆分后再读", "pdftotext took too long and was stopped; split the file first"}
	case strings.Contains(told, "ncorrect password"):
		return &Error{"PDF 已加密，需要密码才能打开；请用阅读器打开后另存为不加密的文件", "the PDF is encrypted; open it with its password and save it without one"}
	}
	return &Error{"PDF 文件已损坏或不完整；请重新下载，或用阅读器打开后另存", "the PDF file is damaged or cut off; get it again, or open and save it"}
}

// bboxes reads the XHTML of pdftotext -bbox: page elements with word elements.
func (p *pdf) bboxes(r io.Reader) error {
	d := xml.NewDecoder(r)
	d.Strict = false
	var page *paper.Page
	n := 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return &Error{"pdftotext 的输出无法读取：" + err.Error(), "the output of pdftotext cannot be read: " + err.Error()}
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "page":
				if n++; n > p.limit {
					return tooManyPages(n, p.limit)
				}
				page = &paper.Page{Width: number(t, "width"), Height: number(t, "height")}
			case "word":
				text, err := d.Token()
				if word, ok := text.(xml.CharData); err == nil && ok && page != nil {
					addWord(page, string(word), paper.Box{Left: float32(number(t, "xMin")), Top: float32(number(t, "yMin")), Right: float32(number(t, "xMax")), Bottom: float32(number(t, "yMax"))})
				}
			}
		case xml.EndElement:
			if t.Name.Local == "page" && page != nil {
				p.add(page)
				page = nil
			}
		}
	}
}

// add takes one page of poppler's.
func (p *pdf) add(page *paper.Page) {
	if p.out.Add(page); len(page.Glyphs) == 0 {
		p.scanned++
		p.out.Note("没有文字层，没有读取；这个版本不含 PDF 引擎，不能识别 PDF 里的图片")
	}
}

// number is the attribute name of t; 0 if it is none or no place on a page.
func number(t xml.StartElement, name string) float64 {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			if v, err := strconv.ParseFloat(a.Value, 64); err == nil && v > -1e6 && v < 1e6 {
				return v
			}
		}
	}
	return 0
}

// addWord adds the characters of a word, which share its box by their widths: half
// as much for one that is not Chinese.
func addWord(page *paper.Page, word string, at paper.Box) {
	if word = strings.TrimSpace(word); word == "" || !utf8.ValidString(word) {
		return
	}
	total := float32(0)
	for _, r := range word {
		total += share(r)
	}
	unit := (at.Right - at.Left) / total
	height := at.Bottom - at.Top
	x := at.Left
	for i, r := range word {
		w := unit * share(r)
		page.Glyphs = append(page.Glyphs, paper.Glyph{Rune: r, Box: paper.Box{Left: x, Top: at.Top, Right: x + w, Bottom: at.Bottom},
			Base: at.Bottom - 0.2*height, Size: height, Space: i == 0})
		x += w
	}
}

func share(r rune) float32 {
	if paper.Wide(r) {
		return 2
	}
	return 1
}
