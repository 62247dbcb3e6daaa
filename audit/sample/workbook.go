package sample

import (
	"strconv"

	"shuzheng/audit/book"
	"shuzheng/export"
	"shuzheng/extract/read"
	"shuzheng/policy"
)

// A Population is the figures that a sample is drawn from.
type Population struct {
	Rows    []export.SampleRow
	English bool // the workbook's headings are English
}

// PopulationOf reads the figures of a workbook with the places of their evidence. Rows
// without an ID are none.
func PopulationOf(sheets []read.Worksheet) (p Population) {
	evidence := map[string]map[string]string{}
	wanted := export.SampleFigures()
	for _, t := range book.Likely(sheets, export.EvidenceHeadings()) {
		for i := range t.Rows {
			evidence[t.Text(&t.Rows[i], "id")] = texts(&t, &t.Rows[i], wanted)
		}
	}
	for _, t := range book.Likely(sheets, export.FigureHeadings()) {
		p.English = p.English || t.English
		for i := range t.Rows {
			row := export.SampleRow{Texts: texts(&t, &t.Rows[i], append(wanted, "id", "digest"))}
			id := row.Texts["id"]
			if id == "" {
				continue
			}
			for column, s := range evidence[id] {
				if row.Texts[column] == "" {
					row.Texts[column] = s
				}
			}
			p.Rows = append(p.Rows, row)
		}
	}
	return p
}

// texts are the cells of a row in the columns with some IDs.
func texts(t *book.Table, r *book.Row, ids []string) map[string]string {
	m := map[string]string{}
	for _, id := range ids {
		if s := t.Text(r, id); s != "" {
			m[id] = s
		}
	}
	return m
}

// Strata puts every row into the stratum that its cell in a column names; without a
// column all are in one.
func (p *Population) Strata(column, all, none string) {
	for i := range p.Rows {
		r := &p.Rows[i]
		switch r.Stratum = r.Texts[column]; {
		case column == "":
			r.Stratum = all
		case r.Stratum == "":
			r.Stratum = none
		}
	}
}

// Draw chooses n rows, as Draw does.
func (p *Population) Draw(n int, seed string) (*export.Sample, error) {
	var ids, strata []string
	for i := range p.Rows {
		ids, strata = append(ids, p.Rows[i].Texts["id"]), append(strata, p.Rows[i].Stratum)
	}
	chosen, parts, err := Draw(ids, strata, n, seed)
	if err != nil {
		return nil, err
	}
	s := &export.Sample{}
	for _, i := range chosen {
		s.Rows = append(s.Rows, p.Rows[i])
	}
	for _, part := range parts {
		s.Strata = append(s.Strata, export.SampleStratum(part))
	}
	return s, nil
}

// A Trouble is what keeps a sample from being counted, in both languages.
type Trouble struct {
	Sheet  string
	Line   int // 0 for the whole sheet
	Zh, En string
}

// ResultOf counts what was filled into a sample. A row that is gone counts as not
// looked at; what cannot be read is a Trouble.
func ResultOf(sheets []read.Worksheet) (r Result, confidence string, troubles []Trouble) {
	confidence = book.Beside(sheets, export.ConfidenceKey)
	at, troubles := r.strata(sheets)
	c := counting{Result: &r, at: at, filled: make([]int, len(r.Strata)), seen: map[string]bool{}}
	r.WrongIn = make([]int, len(r.Strata))
	for _, t := range book.Tables(sheets, export.SampleHeadings(), "sample", "stratum", "id", "verdict") {
		for i := range t.Rows {
			if zh, en := c.row(&t, &t.Rows[i]); zh != "" {
				troubles = append(troubles, Trouble{t.Sheet, t.Rows[i].Line, zh, en})
			}
		}
	}
	for i, s := range r.Strata {
		if c.filled[i] > s.Drawn {
			troubles = append(troubles, Trouble{"", 0, "层“" + s.Name + "”的样本比抽出的多", "the stratum “" + s.Name + "” has more rows than were drawn"})
		}
		r.Open += max(0, s.Drawn-c.filled[i])
	}
	if len(r.Strata) == 0 {
		troubles = append(troubles, Trouble{"", 0, "不是 shuzheng audit sample 写出的样本：没有“分层”表", "no sample of shuzheng audit sample: it has no sheet of strata"})
	}
	return r, confidence, troubles
}

// strata reads the sheet of strata; at is where each stands in r.Strata, by its name.
func (r *Result) strata(sheets []read.Worksheet) (at map[string]int, troubles []Trouble) {
	at = map[string]int{}
	for _, t := range book.Tables(sheets, export.StratumHeadings(), "stratum", "all", "drawn") {
		for i := range t.Rows {
			row := &t.Rows[i]
			name := t.Text(row, "stratum")
			all, err := strconv.Atoi(t.Text(row, "all"))
			drawn, errDrawn := strconv.Atoi(t.Text(row, "drawn"))
			if _, twice := at[name]; twice || err != nil || errDrawn != nil || drawn < 1 || all < drawn || all > maxPopulation {
				troubles = append(troubles, Trouble{t.Sheet, row.Line, "这一层的总体数或样本数被改动", "the numbers of this stratum were altered"})
				continue
			}
			at[name] = len(r.Strata)
			r.Strata = append(r.Strata, Stratum{Name: name, All: all, Drawn: drawn})
		}
	}
	return at, troubles
}

// maxPopulation is far above any workbook.
const maxPopulation = 100_000_000

// A counting is a Result being counted.
type counting struct {
	*Result
	at     map[string]int // index of each stratum
	filled []int          // rows of it with a verdict
	seen   map[string]bool
}

// row counts a row, or says what is wrong with it.
func (c *counting) row(t *book.Table, r *book.Row) (zh, en string) {
	id, said := t.Text(r, "sample")+" "+t.Text(r, "id"), t.Text(r, "verdict")
	at, known := c.at[t.Text(r, "stratum")]
	switch {
	case t.Text(r, "id") == "":
		return "", "" // a line that people wrote below
	case !known:
		return "没有这一层", "there is no such stratum"
	case c.seen[id]:
		return "这一项有两行", "this item has two rows"
	}
	c.seen[id] = true
	kind, changed, ok := export.VerdictOf(said)
	switch {
	case said == "" || changed: // open
		return "", ""
	case !ok:
		return "结论“" + said + "”不是“正确、有误、存疑”之一", "the verdict “" + said + "” is none of correct, wrong, doubtful"
	case kind == policy.Wrong:
		c.Wrong++
		c.WrongIn[at]++
	case kind == policy.Doubtful:
		c.Doubtful++
	}
	c.filled[at]++
	return "", ""
}
