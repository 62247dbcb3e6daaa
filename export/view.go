package export

import (
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// A view is a document as the sheets show it: with names for people, and with
// what is looked up for every row.
type view struct {
	lang    Lang
	doc     *policy.Document
	index   *Index
	name    string // title, else file name
	tables  map[string]*policy.Table
	figures map[string]int // number in the workbook of each figure, by ID
	grids   map[string]gridOrigin
	concept func(id string) string // its name

	figureOf map[string]*policy.Figure // by ID; nil where no platform names one

	sectionOf    int    // the block whose section was asked for last
	sectionWords string // of it
}

func newView(doc *policy.Document, lang Lang) *view {
	v := &view{lang: lang, doc: doc, index: NewIndex(doc), name: documentName(doc),
		tables: doc.TablesByID(), figures: make(map[string]int, len(doc.Figures)), grids: map[string]gridOrigin{}, sectionOf: -1}
	if len(doc.Platforms) > 0 {
		v.figureOf = make(map[string]*policy.Figure, len(doc.Figures))
		for i := range doc.Figures {
			v.figureOf[doc.Figures[i].ID] = &doc.Figures[i]
		}
	}
	return v
}

// word words a code in the workbook's language.
func (v *view) word(field, code string) string { return v.lang.word(field, code) }

// documentName is the title as the metadata or else the text gives it, or the name
// of the file where there is none.
func documentName(doc *policy.Document) string {
	if title := doc.Metadata["title"].Value; title != "" {
		return title
	}
	for i := range doc.Blocks {
		if b := &doc.Blocks[i]; b.Kind == policy.Title && b.Text.Len() > 0 {
			return b.Text.String()
		}
	}
	return path.Base(strings.ReplaceAll(doc.Source.Name, `\`, "/"))
}

// section words the headings that enclose a block: 二、主要目标 › （一）总体目标. The rows of
// a block stand one below the other.
func (v *view) section(block int) string {
	if block != v.sectionOf || block < 0 {
		v.sectionOf, v.sectionWords = block, v.sectionAt(block)
	}
	return v.sectionWords
}

func (v *view) sectionAt(block int) string {
	var names []string
	for _, id := range sections(v.doc, block) {
		if b := &v.doc.Blocks[id]; b.Kind != policy.Title {
			names = append(names, shorten(b.Text.String(), headingRunes))
		}
	}
	return strings.Join(names, " › ")
}

// How much is shown of a heading, and of the sentence on each side of a figure.
const (
	headingRunes  = 40
	sentenceRunes = 120
)

// shorten keeps the first n characters.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range len(s) {
		if s[i]&0xC0 == 0x80 {
			continue // inside a character
		}
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}

// A quote is a sentence taken apart at what it is quoted for.
type quote struct{ before, exact, after string }

func (q quote) String() string { return q.before + q.exact + q.after }

// quote gives the sentence a figure stands in, or its row of a table.
func (v *view) quote(f *policy.Figure) quote {
	at := f.Evidence.Span
	if f.Table != nil {
		if t := v.tables[f.Table.Table]; t != nil {
			return tableQuote(t, f.Table.Row, at)
		}
	}
	if f.Block >= 0 && f.Block < len(v.doc.Blocks) {
		t := v.doc.Blocks[f.Block].Text
		return sentence(t.String(), t.Offset(at.Start), t.Offset(at.End))
	}
	return sentence(v.index.text, at.Start, at.End)
}

// sentenceAt gives the sentence that a place of the text stands in, with the line
// breaks of its block joined.
func (v *view) sentenceAt(at policy.Span) quote {
	i := sort.Search(len(v.doc.Blocks), func(i int) bool { return v.doc.Blocks[i].Span.End > at.Start })
	if i < len(v.doc.Blocks) && v.doc.Blocks[i].Span.Contains(at) && v.doc.Blocks[i].Kind != policy.TableBlock {
		t := v.doc.Blocks[i].Text
		return sentence(t.String(), t.Offset(at.Start), t.Offset(at.End))
	}
	return sentence(v.index.text, at.Start, at.End)
}

// sentence cuts the sentence around s[i:j] out of s.
func sentence(s string, i, j int) quote {
	j = max(i, j)
	return quote{sentenceStart(s[:i]), s[i:j], sentenceEnd(s[j:])}
}

func sentenceStart(s string) string {
	n := 0
	for i := len(s); i > 0; n++ {
		r, size := policy.LastRune(s[:i])
		if endsSentence(r) {
			return strings.TrimLeft(s[i:], " \t\u3000")
		}
		if n == sentenceRunes {
			return "…" + s[i:]
		}
		i -= size
	}
	return strings.TrimLeft(s, " \t\u3000")
}

func sentenceEnd(s string) string {
	n := 0
	for i := 0; i < len(s); n++ {
		r, size := policy.FirstRune(s[i:])
		switch {
		case r == '\n':
			return s[:i]
		case endsSentence(r):
			return s[:i+size]
		case n == sentenceRunes:
			return s[:i] + "…"
		}
		i += size
	}
	return s
}

func endsSentence(r rune) bool {
	return r == '。' || r == '！' || r == '？' || r == '；' || r == '\n'
}

// tableQuote is a row of a table with a bar between the cells.
func tableQuote(t *policy.Table, row int, at policy.Span) quote {
	var q quote
	var b strings.Builder
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Row > row || c.Row+max(c.RowSpan, 1) <= row {
			continue
		}
		if b.Len() > 0 || q.exact != "" {
			b.WriteString(" ｜ ")
		}
		s := c.Text.String()
		if q.exact == "" && c.Span.Contains(at) {
			i := c.Text.Offset(at.Start)
			j := max(i, c.Text.Offset(at.End))
			b.WriteString(s[:i])
			q.before, q.exact = b.String(), s[i:j]
			b.Reset()
			s = s[j:]
		}
		b.WriteString(s)
	}
	q.before, q.after = lastRunes(q.before), shorten(b.String(), sentenceRunes)
	return q
}

// lastRunes keeps as much of a text's end as is shown before a figure.
func lastRunes(s string) string {
	extra := utf8.RuneCountInString(s) - sentenceRunes
	for i := range s {
		if extra <= 0 {
			if i == 0 {
				return s
			}
			return "…" + s[i:]
		}
		extra--
	}
	return ""
}

// where words the places a field was read at: 研发经费支出（35–41）.
func (v *view) where(spans []policy.Span) string {
	var room [160]byte // most are no longer
	b := room[:0]
	for i, s := range spans {
		if i > 0 {
			b = append(b, "；"...)
		}
		b = append(b, shorten(v.index.text[s.Start:s.End], headingRunes)...)
		b = append(b, "（"...)
		b = append(appendInt(b, v.index.Rune(s.Start)), "–"...)
		b = append(appendInt(b, v.index.Rune(s.End)), "）"...)
	}
	return string(b)
}

// lastLine and firstLine keep what stands in the same line as a numeral.
func lastLine(s string) string {
	return strings.TrimLeft(s[strings.LastIndexByte(s, '\n')+1:], " \t\u3000")
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimRight(line, " \t\r\u3000")
}
