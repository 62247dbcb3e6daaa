package read

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A markdownBlock is a leaf among the blocks of a Markdown text.
type markdownBlock struct {
	kind   markdownKind
	level  int              // of a heading
	start  int              // first byte of its wording
	end    int              // of markup: behind the last byte
	pieces []markdownPiece  // wording in order
	rows   [][]markdownCell // of a table
}

type markdownKind uint8

const (
	markdownText markdownKind = iota
	markdownHeading
	markdownMarkup // HTML
	markdownTable
)

// A markdownCell is the wording of a cell.
type markdownCell []markdownPiece

// A markdownPiece is a stretch of the text as it stands in its block.
type markdownPiece struct {
	start, end int
	kind       pieceKind
}

type pieceKind uint8

const (
	plainPiece   pieceKind = iota // escapes and references mean something
	literalPiece                  // nothing does
	mathPiece                     // LaTeX
	softBreak                     // the line goes on in the next
	hardBreak                     // the line ends
	tagPiece                      // an HTML tag
)

// markdownParser knows the tables and footnotes that converters write, and formulas
// in dollar signs.
var markdownParser = func() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(mathParser{}, 150), util.Prioritized(extension.NewFootnoteParser(), 101))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(), util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0), util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
	p.AddOptions(parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)))
	return p
}()

// parseMarkdown lists the blocks of s. The library is given text that may be hostile:
// what it stumbles over is an error.
func parseMarkdown(s string) (blocks []markdownBlock, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			blocks, err = nil, fmt.Errorf("%v", fault)
		}
	}()
	t := markdownTree{source: []byte(s)}
	root := markdownParser.Parse(text.NewReader(t.source))
	t.blocks(root, 0)
	return t.out, nil
}

// A markdownTree lists the leaves of the library's tree.
type markdownTree struct {
	source []byte
	out    []markdownBlock
}

// blocks lists the blocks under n.
func (t *markdownTree) blocks(n ast.Node, depth int) {
	for c := n.FirstChild(); c != nil && depth < 200; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			t.add(markdownBlock{kind: markdownHeading, level: c.Level, pieces: t.inlines(c, nil)})
		case *ast.Paragraph, *ast.TextBlock:
			t.add(markdownBlock{pieces: t.inlines(c, nil)})
		case *ast.HTMLBlock:
			t.markup(c)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			t.code(c.Lines())
		case *east.Table:
			t.table(c)
		case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		default:
			t.blocks(c, depth+1)
		}
	}
}

// add adds a block that has wording.
func (t *markdownTree) add(b markdownBlock) {
	if len(b.pieces) > 0 {
		b.start = b.pieces[0].start
		t.out = append(t.out, b)
	}
}

func (t *markdownTree) markup(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	b := markdownBlock{kind: markdownMarkup, start: lines.At(0).Start, end: lines.At(lines.Len() - 1).Stop}
	if n.HasClosure() {
		b.end = n.ClosureLine.Stop
	}
	t.out = append(t.out, b)
}

// code lists the lines of a block of code, each a block.
func (t *markdownTree) code(lines *text.Segments) {
	for i := range lines.Len() {
		l := lines.At(i)
		t.add(markdownBlock{pieces: []markdownPiece{{l.Start, l.Stop, literalPiece}}})
	}
}

// table reads a table. Lines without a bar right under it are text, though Markdown takes them for rows of one cell.
func (t *markdownTree) table(n *east.Table) {
	b := markdownBlock{kind: markdownTable, start: -1}
	end := n.LastChild()
	for end != nil && !t.barred(end) {
		end = end.PreviousSibling()
	}
	row := n.FirstChild()
	for ; row != nil && row.PreviousSibling() != end; row = row.NextSibling() {
		var cells []markdownCell
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			pieces := t.inlines(c, nil)
			if b.start < 0 && len(pieces) > 0 {
				b.start = pieces[0].start
			}
			cells = append(cells, pieces)
		}
		b.rows = append(b.rows, cells)
	}
	if b.start >= 0 {
		t.out = append(t.out, b)
	}
	for ; row != nil; row = row.NextSibling() {
		t.add(markdownBlock{pieces: t.inlines(row, nil)})
	}
}

// barred says whether the line of a row has a bar.
func (t *markdownTree) barred(row ast.Node) bool {
	pieces := t.inlines(row, nil)
	if len(pieces) == 0 {
		return true
	}
	i := pieces[0].start
	line, _, _ := bytes.Cut(t.source[bytes.LastIndexByte(t.source[:i], '\n')+1:], []byte{'\n'})
	return bytes.IndexByte(line, '|') >= 0
}

// inlines appends the wording under n. Pictures have none.
func (t *markdownTree) inlines(n ast.Node, out []markdownPiece) []markdownPiece {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			out = t.text(c, out)
		case *mathNode:
			out = append(out, markdownPiece{c.start, c.end, mathPiece})
		case *ast.RawHTML:
			if s := c.Segments; s.Len() > 0 {
				out = append(out, markdownPiece{s.At(0).Start, s.At(s.Len() - 1).Stop, tagPiece})
			}
		case *ast.Image, *east.FootnoteLink, *east.FootnoteBacklink:
		case *ast.AutoLink:
			if at := c.Pos(); at >= 0 {
				out = append(out, markdownPiece{at, at + len(c.Label(t.source)), literalPiece})
			}
		default:
			out = t.inlines(c, out)
		}
	}
	return out
}

func (t *markdownTree) text(n *ast.Text, out []markdownPiece) []markdownPiece {
	kind := plainPiece
	if n.IsRaw() {
		kind = literalPiece
	}
	out = append(out, markdownPiece{n.Segment.Start, n.Segment.Stop, kind})
	switch {
	case n.HardLineBreak():
		out = append(out, markdownPiece{n.Segment.Stop, n.Segment.Stop, hardBreak})
	case n.SoftLineBreak():
		out = append(out, markdownPiece{n.Segment.Stop, n.Segment.Stop, softBreak})
	}
	return out
}

// A mathNode is a formula between dollar signs.
type mathNode struct {
	ast.BaseInline
	start, end int // of what stands between them
}

var kindMath = ast.NewNodeKind("Math")

// Kind implements ast.Node.
func (n *mathNode) Kind() ast.NodeKind { return kindMath }

// Dump implements ast.Node.
func (n *mathNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A mathParser finds formulas.
type mathParser struct{}

// Trigger is what a formula begins with.
func (mathParser) Trigger() []byte { return []byte{'$'} }

// Parse reads a formula; nil where the dollar sign is one.
func (mathParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	n, open := formulaLength(line)
	if n == 0 {
		return nil
	}
	block.Advance(n)
	return &mathNode{start: at.Start + open, end: at.Start + n - open}
}
