// Package extract turns the bytes of a policy document into its text, blocks and
// tables, the figures in them with the place of every field, and the ledger of
// its numerals.
package extract

import (
	"shuzheng/extract/layout"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// Options say how a document is read. The zero value is ready to use.
type Options struct {
	Read  read.Options
	Trace bool // keep the derivation of every figure
}

// Document reads src: text, layout, tables, figures and the ledger. The error
// says why a file could not be read at all; all else is in Document.Problems.
func Document(src *policy.Source, opt Options) (*policy.Document, error) {
	doc, err := read.Document(src, opt.Read)
	if err != nil {
		return nil, err
	}
	layout.Arrange(doc)
	analyse(doc, opt)
	return doc, nil
}

// Phrase reads s as one paragraph.
func Phrase(s string, opt Options) *policy.Document {
	doc := &policy.Document{
		Source:  &policy.Source{Name: "", MediaType: "text/plain", Charset: "utf-8", Bytes: []byte(s)},
		Content: policy.Plain(s, 0),
	}
	doc.Blocks = []policy.Block{{Kind: policy.Paragraph, Span: policy.Span{Start: 0, End: len(s)}, Text: policy.Plain(s, 0), Section: -1, Table: -1}}
	analyse(doc, opt)
	return doc
}
