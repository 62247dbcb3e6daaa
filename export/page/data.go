package page

import (
	"encoding/json"
	"sort"
	"strings"
	"unicode/utf8"

	"shuzheng/export"
	"shuzheng/policy"
)

// pageData is what the page knows besides its documents.
type pageData struct {
	Version   string                         `json:"version"`
	Lang      string                         `json:"lang"`
	Title     string                         `json:"title"`
	Documents []entry                        `json:"documents"`
	Verdicts  []policy.Verdict               `json:"verdicts"` // given before
	Run       []runData                      `json:"run"`      // of several documents
	Failures  []Failure                      `json:"failures"`
	Links     []Link                         `json:"links"`
	Strings   map[string][2]string           `json:"strings"` // wording in Chinese and in English
	Words     map[string]map[string][]string `json:"words"`   // by field and code: zh, en, notes
}

// An entry is a document in the list of documents, which is shown before the documents
// themselves are looked into.
type entry struct {
	Name         string `json:"name"`
	File         string `json:"file"`
	SHA256       string `json:"sha256"`
	Figures      int    `json:"figures"`
	Unexplained  int    `json:"unexplained"`
	Inconsistent int    `json:"inconsistent"`
	Problems     int    `json:"problems"`
}

func newEntry(doc *policy.Document) entry {
	e := entry{Name: export.DocumentName(doc), File: doc.Source.Name, SHA256: doc.Source.SHA256, Figures: len(doc.Figures), Problems: len(doc.Problems)}
	for i := range doc.Numerals {
		if doc.Numerals[i].As == policy.Unexplained {
			e.Unexplained++
		}
	}
	for i := range doc.Checks {
		if doc.Checks[i].Result == policy.Inconsistent {
			e.Inconsistent++
		}
	}
	return e
}

// documentData is what the page knows of a document. Places are those of spots.of.
type documentData struct {
	Name       string               `json:"name"`
	File       string               `json:"file"`
	Media      string               `json:"media"`
	Charset    string               `json:"charset"`
	Bytes      int                  `json:"bytes"`
	SHA256     string               `json:"sha256"`
	Characters int                  `json:"characters"`
	Metadata   []metadataData       `json:"metadata"`
	Blocks     []blockData          `json:"blocks"`
	Figures    []figureData         `json:"figures"`
	Numerals   []int                `json:"numerals"` // unit, start, end, kind, number of the figure or -1
	Kinds      []policy.NumeralKind `json:"kinds"`    // that the numerals name by number
	Checks     []checkData          `json:"checks"`
	Platforms  []platformData       `json:"platforms"`
	Tasks      []taskData           `json:"tasks"`
	References []referenceData      `json:"references"`
	Problems   []problemData        `json:"problems"`
	Concepts   map[string][2]string `json:"concepts"` // names of those that the figures have
}

type metadataData struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	At    []int  `json:"at,omitempty"`
}

type blockData struct {
	Kind    policy.BlockKind `json:"kind"`
	Level   int              `json:"level,omitempty"`
	Text    string           `json:"text,omitempty"`
	Section int              `json:"section"`
	Article int              `json:"article,omitempty"`
	Table   *tableData       `json:"table,omitempty"`
}

type tableData struct {
	ID         string     `json:"id"`
	Caption    string     `json:"caption,omitempty"`
	Rows       int        `json:"rows"`
	Cols       int        `json:"cols"`
	HeaderRows int        `json:"header_rows"`
	HeaderCols int        `json:"header_cols"`
	Cells      []cellData `json:"cells"`
}

type cellData struct {
	Row     int    `json:"r"`
	Col     int    `json:"c"`
	RowSpan int    `json:"rs,omitempty"` // left out where 1
	ColSpan int    `json:"cs,omitempty"`
	Header  bool   `json:"h,omitempty"`
	Text    string `json:"t"`
}

// A gathering collects the data of one document.
type gathering struct {
	doc    *policy.Document
	index  *export.Index
	spots  *spots
	number map[string]int // of each figure, by ID
}

// document is the JSON of a document.
func (w *Writer) document(doc *policy.Document) ([]byte, error) {
	g := &gathering{doc: doc, index: export.NewIndex(doc), spots: newSpots(doc), number: map[string]int{}}
	for i := range doc.Figures {
		g.number[doc.Figures[i].ID] = i
	}
	src := doc.Source
	d := &documentData{
		Name: export.DocumentName(doc), File: src.Name, Media: src.MediaType, Charset: src.Charset, Bytes: len(src.Bytes), SHA256: src.SHA256,
		Characters: utf8.RuneCountInString(doc.Content.String()),
		Metadata:   g.metadata(), Blocks: g.blocks(),
		Figures: each(doc.Figures, g.figure), Kinds: numeralKinds, Numerals: g.numerals(),
		Checks: each(doc.Checks, g.check), Platforms: each(doc.Platforms, g.platform), Tasks: each(doc.Tasks, g.task),
		References: each(doc.References, g.reference), Problems: each(doc.Problems, g.problem),
		Concepts: w.concepts(doc),
	}
	return marshal(d)
}

// each makes the data of every item; an empty list is [], not null.
func each[T, D any](items []T, make_ func(*T) D) []D {
	list := make([]D, 0, len(items))
	for i := range items {
		list = append(list, make_(&items[i]))
	}
	return list
}

// marshal writes JSON in which <, > and & stand escaped, so that nothing in it ends the
// element it is put in.
func marshal(v any) ([]byte, error) { return json.Marshal(v) }

// concepts names those that the figures have.
func (w *Writer) concepts(doc *policy.Document) map[string][2]string {
	names := map[string][2]string{}
	for i := range doc.Figures {
		id := doc.Figures[i].Concept
		if id == "" || w.opt.Concept == nil {
			continue
		}
		if zh, en := w.opt.Concept(id); zh != "" {
			names[id] = [2]string{zh, en}
		}
	}
	return names
}

// hiddenKeys begin the metadata that a page's author wrote for machines.
const hiddenKeys = "meta:"

// metadata lists what people look for first; the rest follows by name.
func (g *gathering) metadata() []metadataData {
	order := map[string]int{"title": 1, "issuer": 2, "doc_number": 3, "date": 4, "effective_date": 5, "level": 6, "validity": 7, "subject": 8, "region": 9}
	list := []metadataData{}
	for key, v := range g.doc.Metadata {
		if v.Value != "" && !strings.HasPrefix(key, hiddenKeys) {
			list = append(list, metadataData{key, v.Value, g.at(v.Span)})
		}
	}
	rank := func(key string) int {
		if n := order[key]; n > 0 {
			return n
		}
		return len(order) + 1
	}
	sort.Slice(list, func(i, j int) bool {
		if a, b := rank(list[i].Key), rank(list[j].Key); a != b {
			return a < b
		}
		return list[i].Key < list[j].Key
	})
	return list
}

func (g *gathering) blocks() []blockData {
	return each(g.doc.Blocks, func(b *policy.Block) blockData {
		d := blockData{Kind: b.Kind, Level: b.Level, Section: b.Section, Article: b.Article}
		if t := tableOf(g.doc, b); t != nil {
			d.Table = table(t)
		} else {
			d.Text = b.Text.String()
		}
		return d
	})
}

func table(t *policy.Table) *tableData {
	return &tableData{t.ID, t.Caption, t.Rows, t.Cols, t.HeaderRows, t.HeaderCols, each(t.Cells, func(c *policy.Cell) cellData {
		d := cellData{Row: c.Row, Col: c.Col, Header: c.Header, Text: c.Text.String()}
		if c.RowSpan > 1 {
			d.RowSpan = c.RowSpan
		}
		if c.ColSpan > 1 {
			d.ColSpan = c.ColSpan
		}
		return d
	})}
}

// at is where a place is shown, nothing for an empty one.
func (g *gathering) at(s policy.Span) []int {
	if s.Len() <= 0 {
		return nil
	}
	return g.spots.of(nil, s)
}
