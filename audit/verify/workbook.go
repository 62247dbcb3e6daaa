package verify

import (
	"slices"
	"strconv"
	"strings"

	"shuzheng/audit/book"
	"shuzheng/export"
	"shuzheng/extract/read"
)

// A subject is a table of the workbook that is verified: its headings, those that are
// the auditor's, those that tell one row from all others, and what a row is about.
type subject struct {
	zh, en       string
	headings     []export.Heading
	theirs, keys []string
	about        []string
}

func subjects() []subject {
	var theirs []string
	for _, h := range export.VerdictHeadings() {
		theirs = append(theirs, h.ID)
	}
	return []subject{
		{"文档", "Documents", export.DocumentHeadings(), nil, []string{"file", "sha256"}, []string{"title"}},
		{"指标", "Figures", export.FigureHeadings(), theirs, []string{"number", "id", "digest"}, []string{"number", "indicator", "value_raw"}},
		{"证据", "Evidence", export.EvidenceHeadings(), nil, []string{"number", "id", "start"}, []string{"number", "indicator"}},
	}
}

// Workbook compares the sheets of documents, figures and evidence of a workbook with
// the same sheets as they must be. Left out are the rows of documents without a source,
// which stand empty in what is expected.
func Workbook(expected, found []read.Worksheet, without []string) (list []Difference) {
	notExpected, notFound := omissionOf(expected, without), omissionOf(found, without)
	for _, s := range subjects() {
		c := comparison{links: len(without) == 0} // places of tables are not known without their documents
		list = append(list, s.compare(&c, expected, found, &notExpected, &notFound)...)
	}
	return list
}

func (s *subject) compare(c *comparison, expected, found []read.Worksheet, notExpected, notFound *omission) []Difference {
	want, got := book.Likely(expected, s.headings), book.Likely(found, s.headings)
	if len(got) == 0 {
		return []Difference{{Kind: Missing, Sheet: sheetName(want, s.zh)}}
	}
	c.place = cellPlace(got)
	list := s.columns(c, want, got)
	c.expected, c.found = s.records(c, want, notExpected), s.records(c, got, notFound)
	return append(list, c.differences()...)
}

func sheetName(tables []book.Table, usual string) string {
	if len(tables) > 0 {
		return tables[0].Sheet
	}
	return usual
}

// columns finds the columns to compare, and lists those that are gone.
func (s *subject) columns(c *comparison, want, got []book.Table) (list []Difference) {
	for i, h := range s.headings {
		c.columns = append(c.columns, h.Zh)
		if got[0].English {
			c.columns[i] = h.En
		}
		c.keys = append(c.keys, slices.Contains(s.keys, h.ID))
		here := !slices.Contains(s.theirs, h.ID)
		for _, t := range got {
			if here && t.Columns[i] < 0 {
				here = false
				list = append(list, Difference{Kind: Missing, Sheet: t.Sheet, Cell: strconv.Itoa(t.Header), Column: c.columns[i]})
			}
		}
		c.compare = append(c.compare, here)
	}
	return list
}

// records are the rows of the tables, one after the other.
func (s *subject) records(c *comparison, tables []book.Table, skip *omission) (list []record) {
	for i := range tables {
		t := &tables[i]
		for k := range t.Rows {
			r := &t.Rows[k]
			if skip.holds(t, r) {
				continue
			}
			rec := record{line: r.Line, sheet: t.Sheet}
			for col := range r.Cells {
				if x := &r.Cells[col]; x.Text != "" && c.compare[col] {
					rec.cells = append(rec.cells, cell{col, x.Text, strings.ReplaceAll(x.Formula, " ", ""), x.Name()})
				}
			}
			if len(rec.cells) == 0 {
				continue // the auditor's columns alone
			}
			var about []string
			for _, id := range s.about {
				if text := t.Text(r, id); text != "" {
					about = append(about, text)
				}
			}
			rec.about = strings.Join(about, " ")
			list = append(list, rec)
		}
	}
	return list
}

// cellPlace names cells of a row of the tables found that are empty; column -1 is the
// whole row.
func cellPlace(tables []book.Table) func(*record, int) string {
	return func(r *record, column int) string {
		if column < 0 {
			return strconv.Itoa(r.line)
		}
		for i := range tables {
			if tables[i].Sheet == r.sheet {
				at := read.Cell{Row: r.line - 1, Col: tables[i].Columns[column]}
				return at.Name()
			}
		}
		return strconv.Itoa(r.line)
	}
}
