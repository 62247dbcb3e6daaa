package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// The panel shows what all documents of a run say of one concept, place and time.
// A row is a concept × area × measure × base × unit; a column is a period; a cell holds
// the value with the colour of its status. What is stated and what is aimed at are
// different facts, and stand in one cell side by side, never compared.

// A Concept is an indicator of the concept table as the workbook shows it.
type Concept struct {
	Zh, En string
	Order  int // place in the table
}

// A panelRow is a row of the panel.
type panelRow struct {
	first *fact // the key
	name  string
	area  string
	unit  string
	exp   int    // digits by which the values are scaled: 8 for 亿元
	facts []fact // by period, then status
	cells []cell // by column of periods
	clash int    // cells whose sources differ
	lang  Lang
	words []string
}

// A panel is built from the facts when the workbook is written.
type panel struct {
	*Workbook
	facts   []fact
	rows    []panelRow
	periods []int32       // columns
	column  map[int32]int // of a period
	hidden  int           // periods without a column
	left    int           // trends without a chart
	names   map[int32]Concept
	used    [styles]bool
}

// maxPeriods is how many columns periods other than years get.
const maxPeriods = 60

func (w *Workbook) newPanel() *panel {
	p := &panel{Workbook: w, facts: w.facts.list, names: map[int32]Concept{}}
	for i := range p.facts {
		if id := p.facts[i].concept; p.names[id].Zh == "" {
			p.names[id] = w.concept(p.word(id))
		}
	}
	p.columns()
	p.sort()
	p.split()
	return p
}

func (p *panel) word(n int32) string { return p.Workbook.facts.words.words[n] }

// columns orders the periods: years first, then others, both by time.
func (p *panel) columns() {
	seen := map[int32]bool{}
	for i := range p.facts {
		if period := p.facts[i].period; !seen[period] {
			seen[period] = true
			p.periods = append(p.periods, period)
		}
	}
	slices.SortFunc(p.periods, func(a, b int32) int {
		x, y := p.word(a), p.word(b)
		if isYear(x) != isYear(y) {
			return cmp.Compare(b2i(isYear(y)), b2i(isYear(x)))
		}
		return cmp.Compare(x, y)
	})
	if years := countYears(p); len(p.periods) > years+maxPeriods {
		p.hidden = len(p.periods) - years - maxPeriods
		p.periods = p.periods[:years+maxPeriods]
	}
	p.column = make(map[int32]int, len(p.periods))
	for i, period := range p.periods {
		p.column[period] = i
	}
}

func countYears(p *panel) (n int) {
	for _, period := range p.periods {
		if isYear(p.word(period)) {
			n++
		}
	}
	return n
}

func isYear(period string) bool { return len(period) == 4 && policy.AllDigits(period) }

// samePeriod says whether two facts are of one period.
func (f *fact) samePeriod(o *fact) bool { return f.period == o.period }

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Orders of codes in the panel.
var (
	measureOrder = []policy.Measure{policy.Level, policy.Change, policy.Rank, policy.Multiple}
	statusOrder  = []policy.Status{policy.Actual, policy.Estimate, policy.Target, policy.Rule}
)

// sort brings the facts of a row together, and within it those of a period. Concepts
// stand as in their table, areas as they were met, figures as in the workbook; so the facts
// may be left in another order than they came in.
func (p *panel) sort() {
	slices.SortFunc(p.facts, func(a, b fact) int {
		return cmp.Or(p.compareRows(&a, &b), cmp.Compare(p.word(a.period), p.word(b.period)),
			cmp.Compare(slices.Index(statusOrder, a.status), slices.Index(statusOrder, b.status)), cmp.Compare(a.row, b.row))
	})
}

func (p *panel) compareRows(a, b *fact) int {
	if a.concept != b.concept {
		return cmp.Or(cmp.Compare(p.names[a.concept].Order, p.names[b.concept].Order), cmp.Compare(p.word(a.concept), p.word(b.concept)))
	}
	return cmp.Or(cmp.Compare(slices.Index(measureOrder, a.measure), slices.Index(measureOrder, b.measure)), cmp.Compare(a.unit, b.unit),
		cmp.Compare(a.base, b.base), cmp.Compare(a.area, b.area))
}

// concept looks a concept up; one that is not known goes by its ID.
func (w *Workbook) concept(id string) Concept {
	if w.options.Concept != nil {
		if c, ok := w.options.Concept(id); ok {
			return c
		}
	}
	return Concept{Zh: id, En: id}
}

// split makes rows of the sorted facts.
func (p *panel) split() {
	for _, facts := range policy.Runs(p.facts, func(a, b *fact) bool { return p.compareRows(a, b) == 0 }) {
		p.rows = append(p.rows, p.row(facts))
	}
}

func (p *panel) row(facts []fact) panelRow {
	f := &facts[0]
	r := panelRow{first: f, area: p.word(f.area), facts: facts, lang: p.options.Lang, words: p.Workbook.facts.words.words}
	r.name = p.options.Lang.pick(p.names[f.concept].Zh, p.names[f.concept].En)
	r.exp = magnitudeOf(facts)
	r.unit = magnitudes[r.exp] + p.word(f.unit)
	return r
}

// magnitudes name the powers of ten that values are shown in.
var magnitudes = map[int]string{0: "", 4: "万", 8: "亿"}

// magnitudeOf is the power in which all values of a row stand well: none where they are
// short enough as they are.
func magnitudeOf(facts []fact) int {
	longest, shortest := 0, 99
	for i := range facts {
		whole, _, _ := splitNumber(facts[i].value)
		if strings.Trim(whole, "0") != "" {
			longest, shortest = max(longest, len(whole)), min(shortest, len(whole))
		}
	}
	switch {
	case longest >= 9 && shortest >= 7: // 0.88亿 beside 200亿
		return 8
	case longest >= 8 && shortest >= 5:
		return 4
	}
	return 0
}

// panelColumns are the columns before the periods; the periods and the counts follow.
var panelColumns = []column[panelRow]{
	{"concept", "标准指标", "Concept", 30, wrapColumn, func(r *panelRow) cell { return styled(strongStyle, r.name) }},
	{"area", "地区", "Area", 14, codeColumn, func(r *panelRow) cell { return centred(cmp.Or(r.area, r.lang.pick("（未写明）", "(not stated)"))) }},
	{"unit", "单位", "Unit", 10, codeColumn, func(r *panelRow) cell { return centred(r.unit) }},
	{"measure", "类型", "Measure", 9, codeColumn, func(r *panelRow) cell { return centred(r.lang.word("measure", string(r.first.measure))) }},
	{"base", "对比基准", "Against", 11, codeColumn, func(r *panelRow) cell { return centred(r.lang.word("base", r.words[r.first.base])) }},
	{"sources", "来源", "Sources", 7, numberColumn, func(r *panelRow) cell { return count(len(r.facts)) }},
	{"differ", "不一致", "Differ", 7, numberColumn, differCell},
}

func differCell(r *panelRow) cell {
	if r.clash == 0 {
		return cell{style: countStyle}
	}
	return cell{kind: numberCell, style: alarmCountStyle, text: strconv.Itoa(r.clash)}
}

// periodWidth is that of every column of a period, in digits.
const periodWidth = 14

// sheet lays out the panel; the place of the sources of each cell is known by then.
func (p *panel) sheet(sources *sheet) (*sheet, error) {
	columns := slices.Clone(panelColumns)
	for i, period := range p.periods {
		name := p.word(period)
		columns = append(columns, column[panelRow]{name, name, name, periodWidth, numberColumn, func(r *panelRow) cell { return r.cells[i] }})
	}
	s := newSheet(p.options.Lang, "面板", "Panel", green, 2, columns)
	s.empty = &row{height: 30, cells: []cell{styled(gridInfoStyle, p.options.Lang.pick("没有写明时期的标准指标数据", "There are no figures with a concept and a period."))}}
	s.spools = []*spool{{}} // their styles are known in the end
	at := 0
	for i := range p.rows {
		r := &p.rows[i]
		p.fillCells(r, sources, at)
		at += len(r.facts)
		for _, c := range r.cells {
			p.used[c.style] = true
		}
		if err := p.putOn(s.spools[0], s, fill(p.Workbook, columns, r)); err != nil {
			return s, err
		}
	}
	return s, nil
}

// sheets lays out the sheets of the panel. Those made so far come with an error too:
// their temporary files are to be removed.
func (p *panel) sheets() ([]*sheet, error) {
	sources, err := p.sourceSheet()
	if err != nil {
		return []*sheet{sources}, err
	}
	table, err := p.sheet(sources)
	if err != nil {
		return []*sheet{table, sources}, err
	}
	trends, left, err := p.trendSheet()
	p.left = left
	return []*sheet{table, sources, trends}, err
}
