package diff

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A context is the words around a figure, without white space.
type context struct {
	whole         string // the sentence, or caption, row and column of a cell
	before, after string // at most nearby characters of it on each side
	at            place
}

// A place is a sentence or a cell of one document.
type place struct {
	table    string
	row, col int // of the cell; of a sentence its block and where it begins
}

// nearby is how many characters on each side tell one figure from another: about the
// clause it stands in.
const nearby = 28

// contexts knows the tables of a document.
type contexts struct {
	doc    *policy.Document
	tables map[string]*policy.Table
	heads  map[string]*heads // of those that were asked for
}

func newContexts(doc *policy.Document) *contexts {
	return &contexts{doc, doc.TablesByID(), map[string]*heads{}}
}

// of gives the context of a figure.
func (c *contexts) of(f *policy.Figure) context {
	if f.Table != nil {
		if h := c.headsOf(f.Table.Table); h != nil {
			return h.context(f.Table)
		}
	}
	at := f.Evidence.Span
	s, i, j, block := c.doc.Content.String(), at.Start, at.End, -1
	if 0 <= f.Block && f.Block < len(c.doc.Blocks) {
		t := c.doc.Blocks[f.Block].Text
		s, i, j, block = t.String(), t.Offset(at.Start), t.Offset(at.End), f.Block
	}
	from, to := sentence(s, i, max(i, j))
	return context{whole: unspaced(s[from:to]), before: lastRunes(unspaced(s[from:i]), nearby), after: firstRunes(unspaced(s[max(i, j):to]), nearby),
		at: place{row: block, col: from}}
}

// farthest is how many bytes away the end of a sentence is looked for.
const farthest = 1200

// sentence is the range of the sentence around s[i:j].
func sentence(s string, i, j int) (from, to int) {
	from, to = max(0, i-farthest), min(len(s), j+farthest)
	for from < i && !utf8.RuneStart(s[from]) {
		from++
	}
	for to < len(s) && to > j && !utf8.RuneStart(s[to]) {
		to--
	}
	if k := strings.LastIndexAny(s[from:i], stops); k >= 0 {
		_, n := utf8.DecodeRuneInString(s[from+k:])
		from += k + n
	}
	if k := strings.IndexAny(s[j:to], stops); k >= 0 {
		to = j + k
	}
	return from, to
}

// stops end a sentence.
const stops = "。！？；\n"

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; i > 0 && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// heads are what stands above and beside the cells of a table.
type heads struct {
	table    *policy.Table
	caption  string
	row, col map[int]string
	left     int // how many rows and columns heads may still be said of
}

// mostHeads bounds what a table of overlapping cells costs.
const mostHeads = 1 << 20

// headsOf gathers those of a table once; nil where there is no such table.
func (c *contexts) headsOf(id string) *heads {
	h, t := c.heads[id], c.tables[id]
	if h != nil || t == nil {
		return h
	}
	h = &heads{table: t, caption: unspaced(t.Caption), row: map[int]string{}, col: map[int]string{}, left: mostHeads}
	for k := range t.Cells {
		cell := &t.Cells[k]
		text := unspaced(cell.Text.String())
		switch {
		case text == "":
		case cell.Row < t.HeaderRows:
			h.say(h.col, cell.Col, cell.ColSpan, text)
		case cell.Col < max(t.HeaderCols, 1):
			h.say(h.row, cell.Row, cell.RowSpan, text)
		}
	}
	c.heads[id] = h
	return h
}

// say notes a head of n lines.
func (h *heads) say(lines map[int]string, from, n int, text string) {
	for i := from; i < from+n && h.left > 0; i++ {
		if len(lines[i]) < farthest {
			lines[i] = join(lines[i], text)
		}
		h.left--
	}
}

// join puts one head under another.
func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "›" + b
}

// context is what is said of a cell by where it stands.
func (h *heads) context(c *policy.CellRef) context {
	row, col := h.row[c.Row], h.col[c.Col]
	return context{whole: h.caption + "｜" + row + "｜" + col, before: lastRunes(row, nearby), after: firstRunes(col, nearby),
		at: place{h.table.ID, c.Row, c.Col}}
}
