package export

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"shuzheng/policy"
)

// SchemaName is the value of "schema" in every document written here.
const SchemaName = "shuzheng/document/1"

// AppendJSON appends the JSON object of a document to dst: compact, valid UTF-8,
// no line break at its end, the same bytes for the same document. Schema says
// what every key holds.
func AppendJSON(dst []byte, doc *policy.Document) []byte {
	t := tables.Get().(*jsonTables)
	defer tables.Put(t)
	t.index.begin(doc)
	room := 5*doc.Content.Len() + 1000*len(doc.Figures) // few documents take more
	w := jsonWriter{buf: slices.Grow(dst, room), doc: doc, at: &t.index, quoted: &t.quoted}
	w.str(`{"schema":`, SchemaName)
	w.source()
	w.text()
	w.metadata()
	list(&w, `,"blocks":[`, doc.Blocks, (*jsonWriter).block)
	list(&w, `,"tables":[`, doc.Tables, (*jsonWriter).table)
	list(&w, `,"figures":[`, doc.Figures, (*jsonWriter).figure)
	list(&w, `,"platforms":[`, doc.Platforms, (*jsonWriter).platform)
	list(&w, `,"tasks":[`, doc.Tasks, (*jsonWriter).task)
	list(&w, `,"references":[`, doc.References, (*jsonWriter).reference)
	list(&w, `,"numerals":[`, doc.Numerals, (*jsonWriter).numeral)
	list(&w, `,"checks":[`, doc.Checks, (*jsonWriter).check)
	list(&w, `,"problems":[`, doc.Problems, (*jsonWriter).problem)
	w.raw(`}`)
	return w.buf
}

// AppendFigure appends the JSON object of one of a document's figures to dst, as
// it stands in "figures" of AppendJSON. The index is that of the same document.
func AppendFigure(dst []byte, doc *policy.Document, f *policy.Figure, index *Index) []byte {
	w := jsonWriter{buf: dst, doc: doc, at: index}
	w.figure(f)
	return w.buf
}

// A jsonWriter appends JSON. Its methods take the key with the punctuation
// around it, so what is written can be read off the code.
type jsonWriter struct {
	buf    []byte
	doc    *policy.Document
	at     *Index
	quoted *quotedText // the Content, where it was written

	pathOf int         // block of the figure before
	path   policy.Span // where its sections stand in buf
}

// jsonTables say where the places of one document stand in the JSON.
type jsonTables struct {
	index  Index
	quoted quotedText
}

// tables keeps those that no document is written with.
var tables = sync.Pool{New: func() any { return new(jsonTables) }}

func (w *jsonWriter) raw(s string) { w.buf = append(w.buf, s...) }

func (w *jsonWriter) str(key, s string) {
	w.buf = appendString(append(w.buf, key...), s) // here and below: keys are constants, most of few bytes, and cost least where they are written
}

func (w *jsonWriter) quote(s string) { w.buf = appendString(w.buf, s) }

// code writes a string that needs no escape: an identifier, a number, a word of a closed
// list. The key ends with the opening quote.
func (w *jsonWriter) code(key, s string) {
	w.raw(key)
	w.raw(s)
	w.raw(`"`)
}

// opt is str with null for the empty string.
func (w *jsonWriter) opt(key, s string) {
	w.buf = appendOpt(append(w.buf, key...), s)
}

func appendOpt(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	return appendString(dst, s)
}

// optCode is code with null for the empty string. The key ends before the quote.
func (w *jsonWriter) optCode(key, s string) {
	w.buf = appendCode(append(w.buf, key...), s)
}

func appendCode(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	return append(append(append(dst, '"'), s...), '"')
}

func (w *jsonWriter) int(key string, n int) {
	w.buf = appendInt(append(w.buf, key...), n)
}

func (w *jsonWriter) bool(key string, b bool) {
	w.raw(key)
	w.buf = strconv.AppendBool(w.buf, b)
}

// span writes start and end in code points.
func (w *jsonWriter) span(key string, s policy.Span) {
	w.raw(key)
	w.startEnd(s)
}

func (w *jsonWriter) startEnd(s policy.Span) {
	b := append(appendInt(w.buf, w.at.Rune(s.Start)), `,"end":`...)
	w.buf = appendInt(b, w.at.Rune(s.End))
}

// spans writes an array of pairs of start and end.
func (w *jsonWriter) spans(key string, spans []policy.Span) {
	w.raw(key)
	w.pairs(spans)
}

func (w *jsonWriter) pairs(spans []policy.Span) {
	b := w.buf
	for i, s := range spans {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendInt(append(b, '['), w.at.Rune(s.Start)), ',')
		b = append(appendInt(b, w.at.Rune(s.End)), ']')
	}
	w.buf = append(b, ']')
}

// list writes an array whose elements each write themselves.
func list[T any](w *jsonWriter, key string, items []T, write func(*jsonWriter, *T)) {
	w.raw(key)
	for i := range items {
		if i > 0 {
			w.raw(",")
		}
		write(w, &items[i])
	}
	w.raw("]")
}

func (w *jsonWriter) source() {
	s := w.doc.Source
	w.str(`,"source":{"name":`, strings.ToValidUTF8(s.Name, "\ufffd"))
	w.opt(`,"media_type":`, s.MediaType)
	w.opt(`,"charset":`, s.Charset)
	w.int(`,"bytes":`, s.Len())
	w.opt(`,"sha256":`, s.SHA256)
	w.raw(`}`)
}

func (w *jsonWriter) text() {
	text := w.at.text
	w.int(`,"text":{"length":`, w.at.Rune(len(text)))
	w.str(`,"sha256":`, w.textSum())
	w.raw(`,"content":`)
	w.buf = w.quoted.appendText(w.buf, text)
	w.raw(`}`)
}

// textSum is the SHA-256 of the text; most often it is that of the file too, which
// need not be summed up again.
func (w *jsonWriter) textSum() string {
	text, src := w.at.text, w.doc.Source
	if src.SHA256 != "" && w.doc.Origin == nil && src.Bytes != nil && w.doc.Content.Stands(len(src.Bytes)) {
		return src.SHA256
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// metadataKeys come first and in this order; any other follows by name.
var metadataKeys = []string{"title", "issuer", "doc_number", "date", "effective_date", "level", "validity", "subject", "region"}

func (w *jsonWriter) metadata() {
	sep := `,"metadata":{`
	for _, key := range orderedKeys(w.doc.Metadata) {
		v := w.doc.Metadata[key]
		w.str(sep, strings.ToValidUTF8(key, "\ufffd"))
		w.str(`:{"value":`, strings.ToValidUTF8(v.Value, "\ufffd"))
		if v.Span.Len() > 0 {
			w.span(`,"start":`, v.Span)
		}
		w.raw(`}`)
		sep = `,`
	}
	if sep != `,` {
		w.raw(sep)
	}
	w.raw(`}`)
}

func orderedKeys(m map[string]policy.Value) []string {
	keys := make([]string, 0, len(m))
	for _, k := range metadataKeys {
		if _, ok := m[k]; ok {
			keys = append(keys, k)
		}
	}
	known := len(keys)
	for k := range m {
		if !slices.Contains(metadataKeys, k) {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys[known:])
	return keys
}

func (w *jsonWriter) block(b *policy.Block) {
	w.int(`{"id":`, b.ID)
	w.code(`,"kind":"`, string(b.Kind))
	if b.Kind == policy.Heading {
		w.int(`,"level":`, b.Level)
	}
	w.span(`,"start":`, b.Span)
	w.wording(`,"text":`, b.Span, b.Text.String())
	if b.Section >= 0 {
		w.int(`,"section":`, b.Section)
	} else {
		w.raw(`,"section":null`)
	}
	w.raw(`}`)
}

func (w *jsonWriter) table(t *policy.Table) {
	w.str(`{"id":`, t.ID)
	w.opt(`,"caption":`, t.Caption)
	w.opt(`,"unit":`, t.Unit)
	w.opt(`,"note":`, t.Note)
	w.span(`,"start":`, t.Span)
	w.int(`,"rows":`, t.Rows)
	w.int(`,"cols":`, t.Cols)
	w.int(`,"header_rows":`, t.HeaderRows)
	w.int(`,"header_cols":`, t.HeaderCols)
	list(w, `,"cells":[`, t.Cells, (*jsonWriter).cell)
	w.raw(`}`)
}

func (w *jsonWriter) cell(c *policy.Cell) {
	w.int(`{"row":`, c.Row)
	w.int(`,"col":`, c.Col)
	w.int(`,"rowspan":`, c.RowSpan)
	w.int(`,"colspan":`, c.ColSpan)
	w.bool(`,"header":`, c.Header)
	w.wording(`,"text":`, c.Span, c.Text.String())
	w.span(`,"start":`, c.Span)
	w.raw(`}`)
}

func (w *jsonWriter) figure(f *policy.Figure) {
	w.code(`{"id":"`, f.ID)
	w.opt(`,"indicator":`, f.Indicator)
	w.opt(`,"concept":`, f.Concept)
	w.code(`,"value":"`, f.Value)
	w.optCode(`,"value_high":`, f.ValueHigh)
	w.opt(`,"unit":`, f.Unit)
	w.str(`,"value_raw":`, f.ValueRaw)
	w.opt(`,"unit_raw":`, f.UnitRaw)
	w.optCode(`,"scale":`, f.Scale)
	w.int(`,"decimals":`, f.Decimals)
	w.code(`,"comparator":"`, string(f.Comparator))
	w.code(`,"measure":"`, string(f.Measure))
	w.optCode(`,"direction":`, string(f.Direction))
	w.opt(`,"base":`, f.Base)
	w.code(`,"status":"`, string(f.Status))
	w.opt(`,"binding":`, f.Binding)
	w.optCode(`,"period":`, f.Period)
	w.opt(`,"period_raw":`, f.PeriodRaw)
	w.opt(`,"area":`, f.Area)
	w.sections(f.Block)
	w.cellRef(f.Table)
	w.evidence(&f.Evidence)
	w.optCode(`,"rule":`, f.Rule)
	w.raw(`}`)
}

// sections writes the sections of a block; those of the figure before are copied, since
// the figures of a block follow one another.
func (w *jsonWriter) sections(block int) {
	w.raw(`,"section":[`)
	if w.path.Len() > 0 && block == w.pathOf {
		w.buf = append(w.buf, w.buf[w.path.Start:w.path.End]...)
		return
	}
	w.pathOf, w.path.Start = block, len(w.buf)
	for i, id := range sections(w.doc, block) {
		if i > 0 {
			w.raw(",")
		}
		w.int("", id)
	}
	w.raw("]")
	w.path.End = len(w.buf)
}

// sections is Document.Sections for a block that may not be there: a phrase has none.
func sections(doc *policy.Document, block int) []int {
	if block < 0 || block >= len(doc.Blocks) {
		return nil
	}
	return doc.Sections(block)
}

func (w *jsonWriter) cellRef(c *policy.CellRef) {
	if c == nil {
		w.raw(`,"table":null`)
		return
	}
	w.str(`,"table":{"id":`, c.Table)
	w.int(`,"row":`, c.Row)
	w.int(`,"col":`, c.Col)
	w.raw(`}`)
}

func (w *jsonWriter) evidence(e *policy.Evidence) {
	from, to := w.at.around(e.Span)
	w.span(`,"evidence":{"start":`, e.Span)
	w.content(`,"exact":`, e.Span)
	w.content(`,"prefix":`, policy.Span{Start: from, End: e.Span.Start})
	w.content(`,"suffix":`, policy.Span{Start: e.Span.End, End: to})
	w.int(`,"line":`, w.at.Line(e.Span.Start))
	w.place(w.doc.Place(e.Span))
	w.spans(`,"indicator":[`, e.Indicator)
	w.spans(`,"period":[`, e.Period)
	w.spans(`,"comparator":[`, e.Comparator)
	w.spans(`,"area":[`, e.Area)
	w.spans(`,"status":[`, e.Status)
	w.spans(`,"direction":[`, e.Direction)
	w.raw(`}`)
}

// place writes where the file has it: page and box, part and bytes, sheet and cell.
func (w *jsonWriter) place(at policy.Place) {
	if at.Page > 0 {
		w.int(`,"page":`, at.Page)
		w.box(`,"bbox":[`, at.Box)
	}
	w.raw(`,"source":{`)
	if at.Part != "" {
		w.str(`"part":`, at.Part)
		w.raw(`,`)
	}
	if at.Cell != "" {
		w.str(`"cell":`, at.Cell)
		w.raw(`,`)
	}
	if at.Stored != "" {
		w.str(`"stored":`, at.Stored)
		w.raw(`,`)
	}
	w.int(`"start":`, at.Span.Start)
	w.int(`,"end":`, at.Span.End)
	w.raw(`}`)
}

// box writes points to a hundredth.
func (w *jsonWriter) box(key string, b policy.Rect) {
	for _, x := range [...]float64{b.Left, b.Top, b.Right, b.Bottom} {
		w.raw(key)
		w.buf = strconv.AppendFloat(w.buf, x, 'f', 2, 64)
		key = ","
	}
	w.raw(`]`)
}

func (w *jsonWriter) numeral(n *policy.Numeral) {
	w.span(`{"start":`, n.Span)
	w.content(`,"exact":`, n.Span)
	w.code(`,"as":"`, string(n.As))
	if n.Figure == "" {
		w.raw(`,"figure":null}`)
		return
	}
	w.code(`,"figure":"`, n.Figure)
	w.raw(`}`)
}

func (w *jsonWriter) problem(p *policy.Problem) {
	w.span(`{"start":`, p.Span)
	w.str(`,"message":`, p.Message)
	w.raw(`}`)
}
