package read

import (
	"strconv"
	"strings"

	"shuzheng/policy"
)

// A markdownWriter writes blocks as the builder of web pages does.
type markdownWriter struct {
	builder
	done int // byte of the text up to which all is written
}

// longestFront is how many bytes the lines between --- at the head have at most.
const longestFront = 4096

// frontLines are the lines between --- at the head of s, in which converters note title and
// date, and where they begin; none where other lines stand there: a rule, and text.
func frontLines(s string) (lines []string, at int) {
	if !strings.HasPrefix(s, "---\n") && !strings.HasPrefix(s, "---\r\n") {
		return nil, 0
	}
	end := strings.Index(s[3:min(len(s), longestFront)], "\n---")
	if end < 0 {
		return nil, 0
	}
	at = strings.IndexByte(s, '\n') + 1
	lines = strings.SplitAfter(s[at:max(at, end+4)], "\n")
	for _, line := range lines {
		if key, _, ok := strings.Cut(line, ":"); line != "" && (!ok || strings.ContainsAny(key, " \t#|")) {
			return nil, 0
		}
	}
	return lines, at
}

// front writes these lines as what is no text of the document's.
func (w *markdownWriter) front(s string) {
	lines, at := frontLines(s)
	for _, line := range lines {
		text := strings.TrimRight(line, " \t\r\n")
		w.text(markdownPiece{at, at + len(text), literalPiece}, false, place{kind: policy.Boilerplate})
		w.endLine()
		at += len(line)
		w.done = at + len("---")
	}
}

// block writes one block, unless it lies in what is written already.
func (w *markdownWriter) block(b *markdownBlock) {
	if b.start < w.done {
		return
	}
	w.endLine()
	switch b.kind {
	case markdownMarkup:
		w.markup(b)
	case markdownTable:
		w.pipes(b)
	case markdownHeading:
		w.pieces(b.pieces, place{kind: policy.Heading, level: b.level, joined: true})
	default:
		c := place{kind: policy.Paragraph}
		w.number(b.pieces[0].start, c)
		w.pieces(b.pieces, c)
	}
	w.endLine()
}

// number writes the number before an entry of a list: 1. 建设….
func (w *markdownWriter) number(at int, c place) {
	s := w.d.page
	start := strings.LastIndexByte(s[:at], '\n') + 1
	head := strings.TrimRight(s[start:at], " \t")
	i := len(head) - 1
	if i < 1 || head[i] != '.' && head[i] != ')' {
		return
	}
	for i > 0 && head[i-1] >= '0' && head[i-1] <= '9' {
		i--
	}
	if i < len(head)-1 && strings.Trim(head[:i], " \t>-*+0123456789.)") == "" && start+i >= w.done {
		w.text(markdownPiece{start + i, start + len(head), literalPiece}, false, c)
	}
}

// pieces writes the wording of a block or a cell.
func (w *markdownWriter) pieces(ps []markdownPiece, c place) {
	raised, formula := false, false
	for _, p := range ps {
		if formula && p.kind == plainPiece {
			p.start = w.besideFormula(p)
		}
		formula = p.kind == mathPiece
		switch p.kind {
		case softBreak, hardBreak:
			if rest := strings.TrimLeft(w.d.page[p.end:], "\r\n"); p.kind == hardBreak || strings.HasPrefix(rest, "\u3000") {
				w.lineFeed(c) // a line that is indented by a blank of full width is a paragraph
			} else {
				w.blank('\n')
			}
		case tagPiece:
			switch tag := strings.ToLower(w.d.page[p.start:p.end]); {
			case strings.HasPrefix(tag, "<sup"):
				raised = true
			case strings.HasPrefix(tag, "</sup"):
				raised = false
			case strings.HasPrefix(tag, "<br"):
				w.lineFeed(c)
			}
		case mathPiece:
			if w.gap == blankGap {
				w.gap = feedGap // the blank is the converter's
			}
			l := latexReader{s: w.d.page[p.start:p.end]}
			l.put = func(at, n int, as string) { w.show(p.start+at, n, as, c) }
			l.items(false, false)
		default:
			w.text(p, raised, c)
		}
		w.done = max(w.done, p.end)
	}
}

// besideFormula is where a piece behind a formula begins without the blank that
// converters set between the two.
func (w *markdownWriter) besideFormula(p markdownPiece) int {
	at := p.start
	for at < p.end && w.d.page[at] == ' ' {
		at++
	}
	if r, _ := decodeRune(w.d.page[at:p.end]); at < p.end && wide(r) {
		return at
	}
	return p.start
}

// show writes n bytes at at as as.
func (w *markdownWriter) show(at, n int, as string, c place) {
	if w.last == 0 && !w.inCell {
		w.line = c
	}
	w.put(at, n, as)
}

// escapable are the characters that a backslash before them makes ordinary.
const escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// text writes a piece of text.
func (w *markdownWriter) text(p markdownPiece, raised bool, c place) {
	if w.last == 0 && !w.inCell {
		w.line = c
	}
	if raised {
		w.raised++
		defer func() { w.raised-- }()
	}
	s := w.d.page
	for at := p.start; at < p.end; {
		k := -1
		if p.kind == plainPiece {
			k = strings.IndexByte(s[at:p.end], '\\')
		}
		if k < 0 || at+k+1 >= p.end {
			w.piece(piece{at, p.end, p.kind == literalPiece})
			return
		}
		if k > 0 {
			w.piece(piece{at, at + k, false})
		}
		at += k
		if strings.IndexByte(escapable, s[at+1]) >= 0 {
			at++
		}
		w.piece(piece{at, at + 1, true})
		at++
	}
}

// markup reads a block of HTML; a table in it goes on to its end tag over blank lines.
func (w *markdownWriter) markup(b *markdownBlock) {
	s := w.d.page
	end := b.end
	lower := strings.ToLower(s[b.start:end])
	if strings.Contains(lower, "<table") && !strings.Contains(lower, "</table") {
		if k := strings.Index(s[end:min(len(s), end+1<<20)], "</table>"); k >= 0 {
			end += k + len("</table>")
		}
	}
	tree, err := parseFragment(s, b.start, end)
	if err != nil {
		return
	}
	w.d, w.next = tree, 0
	c := place{kind: policy.Paragraph, main: true}
	w.walk(tree.root, c)
	w.strays(len(tree.pieces), c)
	w.done = end
}

// pipes writes a table of lines with bars.
func (w *markdownWriter) pipes(b *markdownBlock) {
	cols := 0
	for _, r := range b.rows {
		cols = max(cols, len(r))
	}
	w.begin()
	start, id := w.start, len(w.doc.Tables)
	t := policy.Table{ID: "t" + strconv.Itoa(id+1), Rows: len(b.rows), Cols: cols, HeaderRows: 1, Section: -1, Block: len(w.doc.Blocks)}
	w.inCell = true
	for r, row := range b.rows {
		if r > 0 {
			w.separate("\n")
		}
		for c := range cols {
			if c > 0 {
				w.separate("\t")
			}
			t.Cells = append(t.Cells, w.pipeCell(row, r, c))
		}
	}
	w.inCell = false
	t.Span = policy.Span{Start: start, End: w.out.Len()}
	w.doc.Tables = append(w.doc.Tables, t)
	w.builder.block(policy.TableBlock, 0, start, id)
	w.last, w.sep = 0, "\n"
}

func (w *markdownWriter) pipeCell(row []markdownCell, r, c int) policy.Cell {
	start := w.out.Len()
	w.last, w.sep = 0, ""
	if c < len(row) {
		w.pieces(row[c], place{kind: policy.TableBlock})
	}
	return policy.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Header: r == 0, Span: policy.Span{Start: start, End: w.out.Len()}}
}
