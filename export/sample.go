package export

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// A Sample is a part of the figures of a workbook, to be checked by hand.
type Sample struct {
	About  []SampleLine // what it is of, how it was drawn
	Strata []SampleStratum
	Rows   []SampleRow // in the order of the workbook
}

// A SampleLine is a line of the first sheet; Note may be "".
type SampleLine struct {
	Key         Heading
	Value, Note string
}

// A SampleStratum is a part of the population that was drawn from on its own.
type SampleStratum struct {
	Name       string
	All, Drawn int
}

// A SampleRow is a figure as the workbook shows it: texts by the ID of their column.
type SampleRow struct {
	Stratum string
	Texts   map[string]string
	Verdict []policy.Verdict // those given before
}

// A sampleLine is what the columns of a sample see.
type sampleLine struct {
	*SampleRow
	lang   Lang
	number int
	seen   sight
}

// Headings of a sample besides those of the sheet of figures.
var (
	SampleNumber  = Heading{"sample", "样本序号", "Sample no."}
	StratumName   = Heading{"stratum", "层", "Stratum"}
	StratumAll    = Heading{"all", "总体数", "Population"}
	StratumDrawn  = Heading{"drawn", "样本数", "Sample"}
	ConfidenceKey = Heading{"confidence", "置信水平", "Confidence"}
)

// SampleFigures are the columns of figures and evidence that a sample shows, by ID.
func SampleFigures() []string {
	return []string{"number", "document", "indicator", "value", "unit", "value_raw", "period", "area", "status", "measure", "section", "sentence", "line", "place", "file"}
}

// SampleHeadings are the columns of the sheet of the sample.
func SampleHeadings() []Heading { return headings(sampleColumns()) }

// StratumHeadings are those of the sheet of strata.
func StratumHeadings() []Heading { return []Heading{StratumName, StratumAll, StratumDrawn} }

// sampleColumns are those of a sample: what is needed to find the place in the source,
// then what the auditor fills.
func sampleColumns() []column[sampleLine] {
	list := []column[sampleLine]{
		{SampleNumber.ID, SampleNumber.Zh, SampleNumber.En, 9, numberColumn, func(r *sampleLine) cell { return count(r.number) }},
		{StratumName.ID, StratumName.Zh, StratumName.En, 14, wrapColumn, func(r *sampleLine) cell { return styled(faintStyle, r.Stratum) }},
	}
	named := append(headings(auditedColumns), headings(evidenceColumns)...)
	for _, id := range SampleFigures() {
		h := named[slices.IndexFunc(named, func(h Heading) bool { return h.ID == id })]
		list = append(list, column[sampleLine]{id, h.Zh, h.En, sampleWidths[id], wrapColumn, func(r *sampleLine) cell { return r.text(id) }})
	}
	for i := range verdictColumns {
		c := &verdictColumns[i]
		list = append(list, column[sampleLine]{c.id, c.zh, c.en, c.width, c.kind, func(r *sampleLine) cell {
			if c.kind == hiddenColumn {
				return styled(faintStyle, r.Texts[c.id])
			}
			return c.value(&figureRow{view: &view{lang: r.lang}, seen: r.seen})
		}})
	}
	return list
}

// sampleWidths are the widths of its columns, in digits.
var sampleWidths = map[string]float64{"number": 8, "document": 22, "indicator": 26, "value": 16, "unit": 9, "value_raw": 14, "period": 12, "area": 11, "status": 8, "measure": 8,
	"section": 26, "sentence": 60, "line": 7, "place": 14, "file": 26}

// text is a cell with what the workbook shows.
func (r *sampleLine) text(id string) cell {
	s := r.Texts[id]
	switch id {
	case "value":
		_, fraction, _ := strings.Cut(s, ".")
		return number(s, len(fraction))
	case "number", "line":
		if n, err := strconv.Atoi(s); err == nil {
			return count(n)
		}
	case "indicator":
		return styled(strongStyle, s)
	case "unit", "value_raw", "period", "area", "status", "measure", "place":
		return centred(s)
	case "section", "file", "document":
		return styled(faintStyle, s)
	}
	return wrapped(s)
}

// WriteTo writes the sample as a workbook: what it is, its rows, its strata. The
// options' Concept and Verdicts are not used.
func (s *Sample) WriteTo(out io.Writer, options Options) error {
	w := Workbook{options: options, press: newPress()}
	defer w.press.close()
	l := options.Lang
	rows := newSheet(l, "样本", "Sample", blue, 4, sampleColumns())
	rows.form = verdictFormAt(l, len(sampleColumns())-len(verdictColumns))
	strata := newSheet(l, "分层", "Strata", faint, 0, []column[SampleStratum]{
		{StratumName.ID, StratumName.Zh, StratumName.En, 40, wrapColumn, func(p *SampleStratum) cell { return wrapped(p.Name) }},
		{StratumAll.ID, StratumAll.Zh, StratumAll.En, 14, numberColumn, func(p *SampleStratum) cell { return count(p.All) }},
		{StratumDrawn.ID, StratumDrawn.Zh, StratumDrawn.En, 14, numberColumn, func(p *SampleStratum) cell { return count(p.Drawn) }},
	})
	sheets := []*sheet{s.cover(l), rows, strata}
	columns := sampleColumns()
	for i := range s.Rows {
		r := sampleLine{SampleRow: &s.Rows[i], lang: l, number: i + 1, seen: sightOf(s.Rows[i].Verdict, s.Rows[i].Texts["digest"])}
		if err := w.put(rows, fill(&w, columns, &r)); err != nil {
			return err
		}
	}
	for i := range s.Strata {
		p := &s.Strata[i]
		if err := w.put(strata, []cell{wrapped(p.Name), count(p.All), count(p.Drawn)}); err != nil {
			return err
		}
	}
	var used [styles]bool
	return writeXLSX(out, w.press, options, sheets, &used)
}

// cover is the first sheet of a sample.
func (s *Sample) cover(l Lang) *sheet {
	c := coverSheet{&sheet{name: l.pick("抽样", "Draw"), widths: []float64{3, 20, 30, 84}, tab: navy, limit: sheetRows, spools: []*spool{{}}, columns: 4}, l}
	c.line(14)
	c.line(40, cell{style: coverTitleStyle}, styled(coverTitleStyle, l.pick("抽样复核", "A sample to check")))
	c.section(l.pick("怎样抽的", "How it was drawn"))
	for _, line := range s.About {
		c.entry(styled(coverKeyStyle, l.pick(line.Key.Zh, line.Key.En)), styled(coverTextStyle, line.Value), coverLine{zh: line.Note, en: line.Note})
	}
	c.section(l.pick("怎样做", "What to do"))
	for _, n := range []coverLine{
		{"核对", "Check", "在“样本”表中逐项对照原文，填“结论”；有误的写更正值和理由。每一项都要填：没填的、存疑的，推算时都按有误计。", "Hold each row of Sample against its source and choose a verdict; where it is wrong say what it should be. Fill every row: those left open or doubtful count as wrong."},
		{"推算", "Estimate", "填好保存，运行 shuzheng audit estimate 本文件，得到总体错误率的上限。", "Save, then run shuzheng audit estimate on this file for the upper bound of all errors."},
		{"收回", "Keep", "运行 shuzheng audit merge 本文件 -o verdicts.jsonl，把结论收进结论文件。", "shuzheng audit merge takes the verdicts of this file into verdicts.jsonl."},
	} {
		c.entry(styled(coverKeyStyle, l.pick(n.zhKey, n.enKey)), cell{}, n)
	}
	return c.sheet
}
