package page

import (
	"fmt"
	"io"

	"shuzheng/export"
	"shuzheng/policy"
)

// The limits of one page, which a browser has to hold in memory.
const (
	MaxDocuments = 500
	MaxBytes     = 96 << 20 // of documents, as they are written
)

// Options say what a page is to show besides its documents.
type Options struct {
	Lang     export.Lang // in which the page opens; it can be switched there. "" is Chinese
	Title    string      // of the page; "" is its only document's, or a general one
	Version  string      // of the program
	Failures []Failure   // documents that could not be read; Writer.Fail adds more
	Links    []Link      // other forms of the same result, beside the title

	// Verdicts are those that auditors gave on a figure before, by its ID; nil for none.
	Verdicts func(id string) []policy.Verdict

	// Concept names a concept of the table of concepts; nil leaves their IDs.
	Concept func(id string) (zh, en string)
}

// A Failure is a document that could not be read, and why.
type Failure struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// A Link leads to another form of the result: the workbook, the JSON. URL is relative to
// the page.
type Link struct {
	Zh  string `json:"zh"`
	En  string `json:"en"`
	URL string `json:"url"`
}

// A TooLarge is the error of a page with more than a browser opens with ease.
type TooLarge struct {
	Documents int // how many are in it, with the one that was too much
	Bytes     int64
}

func (e TooLarge) Error() string {
	return fmt.Sprintf("%d documents with %d bytes are too much for one page", e.Documents, e.Bytes)
}

// A Writer writes a page, one document after the other; memory does not grow with their
// number.
type Writer struct {
	w       io.Writer
	opt     Options
	index   []entry
	judged  []policy.Verdict
	run     []runData
	bytes   int64
	started bool
}

// NewWriter starts a page. It is whole only after Close.
func NewWriter(w io.Writer, opt Options) *Writer {
	if opt.Lang == "" {
		opt.Lang = export.Chinese
	}
	opt.Failures = append([]Failure{}, opt.Failures...) // [] rather than null
	opt.Links = append([]Link{}, opt.Links...)
	return &Writer{w: w, opt: opt, index: []entry{}, judged: []policy.Verdict{}, run: []runData{}}
}

// Add writes a document. The error is TooLarge where the page would be more than a browser opens
// with ease, else one of the writer; the page is of no use after it.
func (w *Writer) Add(doc *policy.Document) error {
	if err := w.begin(); err != nil {
		return err
	}
	data, err := w.document(doc)
	if err != nil {
		return err
	}
	w.bytes += int64(len(data))
	if len(w.index) >= MaxDocuments || w.bytes > MaxBytes {
		return TooLarge{len(w.index) + 1, w.bytes}
	}
	w.index = append(w.index, newEntry(doc))
	w.judged = append(w.judged, w.verdicts(doc)...)
	return w.data(fmt.Sprintf("doc-%d", len(w.index)-1), data)
}

// verdicts are those on a document's figures.
func (w *Writer) verdicts(doc *policy.Document) (list []policy.Verdict) {
	if w.opt.Verdicts == nil {
		return nil
	}
	for i := range doc.Figures {
		for _, v := range w.opt.Verdicts(doc.Figures[i].ID) {
			v.SHA256 = doc.Source.SHA256
			list = append(list, v)
		}
	}
	return list
}

// AddRun adds what came of holding the documents against each other; a side's Document
// is the number of an Add, from 0.
func (w *Writer) AddRun(checks []policy.RunCheck) {
	for i := range checks {
		w.run = append(w.run, newRunData(&checks[i]))
		w.count(&checks[i])
	}
}

// count counts a check among those of its documents, once for each.
func (w *Writer) count(c *policy.RunCheck) {
	if c.Result != policy.Inconsistent {
		return
	}
	seen := map[int]bool{}
	for _, side := range c.Sides {
		if n := side.Document; !seen[n] && n >= 0 && n < len(w.index) {
			seen[n] = true
			w.index[n].Inconsistent++
		}
	}
}

// Fail lists a document that could not be read.
func (w *Writer) Fail(name, why string) {
	w.opt.Failures = append(w.opt.Failures, Failure{name, why})
}

// Close writes the end of the page.
func (w *Writer) Close() error {
	if err := w.begin(); err != nil {
		return err
	}
	data, err := marshal(&pageData{
		Version: w.opt.Version, Lang: string(w.opt.Lang), Title: w.opt.Title,
		Documents: w.index, Verdicts: w.judged, Run: w.run, Failures: w.opt.Failures, Links: w.opt.Links,
		Strings: pageStrings, Words: pageWords(),
	})
	if err != nil {
		return err
	}
	if err := w.data("page", data); err != nil {
		return err
	}
	_, err = io.WriteString(w.w, shellEnd())
	return err
}

// begin writes the frame once.
func (w *Writer) begin() error {
	if w.started {
		return nil
	}
	w.started = true
	_, err := io.WriteString(w.w, shellStart(w.opt))
	return err
}

// data writes JSON where the scripts look for it. A browser neither runs nor shows it.
func (w *Writer) data(id string, json []byte) error {
	_, err := fmt.Fprintf(w.w, "<script type=\"application/json\" id=%q>%s</script>\n", id, json)
	return err
}

// Write writes a page of documents.
func Write(w io.Writer, docs []*policy.Document, opt Options) error {
	p := NewWriter(w, opt)
	for _, doc := range docs {
		if err := p.Add(doc); err != nil {
			return err
		}
	}
	return p.Close()
}
