package data

import (
	"io"
	"strings"

	"shuzheng/export/codebook"
)

// A corpus is one text a row with what is known of its document: the CSV that readtext
// and quanteda take, doc_id first, then text, then the variables of documents.
type corpus struct {
	csvFile
	id        string
	variables []string
	text      []string
}

// NewCorpus writes the documents' texts as CSV. What sites write around a page is left
// out.
func NewCorpus(out io.Writer, options Options) (*Writer, error) {
	c := &corpus{csvFile: csvFile{out: out}}
	names := columnNames(documentTable.Table)
	return newWriter(c, options, "documents", "sections"), c.head(append([]string{names[0], "text"}, names[1:]...))
}

// row puts the sections of a document together; they follow it.
func (c *corpus) row(t *codebook.Table, values []string) error {
	if t.Name == "documents" {
		if err := c.flush(); err != nil {
			return err
		}
		c.id, c.variables = values[0], append(c.variables[:0], values[1:]...)
		return nil
	}
	for _, name := range []string{"heading", "text"} {
		if s := values[t.Column(name)]; s != "" {
			c.text = append(c.text, s)
		}
	}
	return nil
}

// flush writes the document whose sections are all there.
func (c *corpus) flush() error {
	if c.id == "" {
		return nil
	}
	err := c.fields(append([]string{c.id, strings.Join(c.text, "\n")}, c.variables...))
	c.id, c.text = "", c.text[:0]
	return err
}

func (c *corpus) finish() error { return c.flush() }
func (c *corpus) close()        {}
