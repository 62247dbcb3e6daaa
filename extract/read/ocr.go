package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"shuzheng/extract/read/paper"
	"shuzheng/policy"
)

// Recognition of pictures by Tesseract, a program that users install. It gets a
// picture on standard input and gives words with boxes on standard output, so no file
// is ever made.

const (
	ocrResolution = 300 // dots per inch at which pages are drawn
	ocrLanguage   = "chi_sim"
	ocrPart       = "ocr" // what Place names as the part of recognised characters
	doubtful      = 60    // a confidence, of 100, below which a word should be looked at
)

// tesseract finds the program and its Chinese language once.
var tesseract = sync.OnceValues(func() (string, error) {
	tool, err := exec.LookPath("tesseract")
	if err != nil {
		return "", &Error{"文字识别（--ocr）需要 tesseract；请先安装（Debian/Ubuntu：apt-get install tesseract-ocr tesseract-ocr-chi-sim）",
			"--ocr needs tesseract; install it first (Debian/Ubuntu: apt-get install tesseract-ocr tesseract-ocr-chi-sim)"}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, tool, "--list-langs").CombinedOutput()
	if err != nil || !hasLine(string(out), ocrLanguage) {
		return "", &Error{"tesseract 没有简体中文（chi_sim）语言包；请先安装（Debian/Ubuntu：apt-get install tesseract-ocr-chi-sim）",
			"tesseract has no simplified Chinese (chi_sim); install it first (Debian/Ubuntu: apt-get install tesseract-ocr-chi-sim)"}
	}
	return tool, nil
})

func hasLine(s, line string) bool {
	return slices.ContainsFunc(strings.Split(s, "\n"), func(l string) bool { return strings.TrimSpace(l) == line })
}

// CheckOCR says what is missing for recognition: an *Error, or nil.
func CheckOCR() error {
	_, err := tesseract()
	return err
}

// recognise runs Tesseract on an image file and gives its table of words: TSV. The
// resolution is 0 where it is not known.
func recognise(opt *Options, picture []byte, resolution int) ([]byte, error) {
	tool, err := tesseract()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(opt.context(), pageTime)
	defer cancel()
	args := []string{"stdin", "stdout", "-l", ocrLanguage}
	if resolution > 0 {
		args = append(args, "--dpi", strconv.Itoa(resolution))
	}
	c := exec.CommandContext(ctx, tool, append(args, "tsv")...)
	c.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // documents are read side by side already
	var told bytes.Buffer
	c.Stdin, c.Stderr, c.WaitDelay = bytes.NewReader(picture), &told, time.Second
	out, err := c.Output()
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return nil, errCanceled
	case ctx.Err() != nil:
		return nil, &Error{fmt.Sprintf("文字识别超过 %s，已停止", pageTime), fmt.Sprintf("recognition took longer than %s and was stopped", pageTime)}
	case err != nil:
		return nil, &Error{"图片无法识别：" + firstLine(told.String(), err), "the picture cannot be recognised: " + firstLine(told.String(), err)}
	}
	return out, nil
}

// firstLine is the first line of what a program told, or the error it ended with.
func firstLine(told string, err error) string {
	if line, _, _ := strings.Cut(strings.TrimSpace(told), "\n"); line != "" {
		return line
	}
	return err.Error()
}

// confidence counts how sure the recognition was.
type confidence struct {
	opt          *Options
	pages, words int
	sum          float64
}

// report notes that the document was recognised, as a reader should know.
func (c *confidence) report(doc *policy.Document) {
	if c.pages == 0 || c.words == 0 {
		return
	}
	doc.Report(policy.Span{}, fmt.Sprintf("%d 页文字由识别（OCR）得到，平均置信度 %.0f%%；数字请对照原件", c.pages, c.sum/float64(c.words)))
}

// readPicture reads an image file.
func readPicture(src *policy.Source, opt Options) (*policy.Document, error) {
	if !opt.OCR {
		return nil, &Error{"这是图片；请加 --ocr，用文字识别读取", "this is a picture; add --ocr to recognise its text"}
	}
	c := confidence{opt: &opt}
	var b paper.Builder
	pages, err := c.pictures(src.Bytes)
	if err != nil {
		return nil, err
	}
	if n := limitOr(opt.MaxPages, defaultMaxPages); len(pages) > n {
		return nil, tooManyPages(len(pages), n)
	}
	for _, p := range pages {
		b.Add(p)
	}
	if b.Empty() {
		return nil, &Error{"图片里没有识别出文字", "no text was recognised in the picture"}
	}
	doc := b.Document(src)
	countAllHeaders(doc)
	c.report(doc)
	return doc, nil
}

// pictures recognises an image file: a page of its own, or several in a TIFF file.
func (c *confidence) pictures(b []byte) ([]*paper.Page, error) {
	if g := decodePicture(b); g != nil {
		p, err := c.page(g, true)
		return []*paper.Page{p}, err
	}
	tsv, err := recognise(c.opt, b, 0)
	if err != nil {
		return nil, err
	}
	return c.pagesOf(tsv, assumedResolution, true)
}

// errTSV is the error of an answer that Tesseract does not give.
var errTSV = &Error{"tesseract 的输出无法读取", "the output of tesseract cannot be read"}
