package export

import (
	"cmp"
	"slices"
	"strconv"

	"shuzheng/policy"
)

// The sheet of trends draws each concept that is known for four years or more: a small
// table of the values, and a line chart over it.

// Limits of the sheet of trends.
const (
	minTrend   = 4   // years with a value
	maxTrends  = 120 // charts
	maxSeries  = 8   // lines of a chart
	maxYears   = 60  // from the first to the last
	chartLines = 16  // rows that a chart takes
	yearWidth  = 9
	nameWidth  = 30
)

// A chart is a line chart on a sheet: its title, where it stands and its data. Rows are
// counted from 0, columns from 1.
type chart struct {
	title, unit string
	row, years  int // first row it covers; columns of data
	header      int // row with the years
	series      []chartSeries
}

// A chartSeries is a line: a row of the sheet.
type chartSeries struct {
	name   string
	row    int
	goal   bool // drawn as a target
	colour int  // that of its area
}

// A trend is a table of values: those of one concept, measure, base and unit.
type trend struct {
	title, unit string
	first, last int
	lines       []trendLine
}

// A trendLine is a row of values by year; one without is blank.
type trendLine struct {
	name   string
	goal   bool
	area   int // which of the chart's
	values map[int]cell
}

// trendSheet lays out the trends below each other.
func (p *panel) trendSheet() (s *sheet, left int, err error) {
	l := p.options.Lang
	s = &sheet{name: l.pick("趋势", "Trends"), tab: green, limit: sheetRows, columns: maxYears + 1}
	s.widths = append(s.widths, nameWidth)
	for range maxYears {
		s.widths = append(s.widths, yearWidth)
	}
	s.empty = &row{height: 30, cells: []cell{styled(gridInfoStyle, l.pick("没有四个及以上年份的标准指标", "No concept is known for four years or more."))}}
	for _, rows := range policy.Runs(p.rows, (*panelRow).sameTrend) {
		t, ok := p.trend(rows)
		if !ok {
			continue
		}
		if len(s.charts) == maxTrends {
			left++
			continue
		}
		if err := p.putTrend(s, t); err != nil {
			return s, left, err
		}
	}
	return s, left, nil
}

// sameTrend says whether two rows of the panel stand in one chart.
func (r *panelRow) sameTrend(o *panelRow) bool {
	a, b := r.first, o.first
	return a.concept == b.concept && a.measure == b.measure && a.base == b.base && a.unit == b.unit
}

// trend makes the table of rows that differ in their area, if one of them is known for
// enough years.
func (p *panel) trend(rows []panelRow) (t trend, ok bool) {
	r := &rows[0]
	if m := r.first.measure; m != policy.Level && m != policy.Change {
		return t, false
	}
	var all []fact
	for i := range rows {
		all = append(all, rows[i].facts...)
	}
	exp := magnitudeOf(all)
	t = trend{title: r.name, unit: magnitudes[exp] + p.word(r.first.unit), first: 9999}
	if r.first.measure == policy.Change {
		t.title += "（" + r.lang.word("measure", string(policy.Change)) + "，" + r.lang.word("base", p.word(r.first.base)) + "）"
	}
	most := 0
	for i := range rows {
		stated, aimed := rows[i].byYear(exp)
		most = max(most, years(stated, aimed))
		t.addLine(cmp.Or(rows[i].area, r.lang.pick("（未写明）", "(not stated)")), stated, false, i)
		t.addLine(rows[i].area+r.lang.pick("（目标）", " (target)"), aimed, true, i)
	}
	t.keepLongest()
	return t, most >= minTrend && t.last-t.first < maxYears
}

// years counts those in either.
func years(a, b map[int]cell) int {
	n := len(a)
	for year := range b {
		if _, both := a[year]; !both {
			n++
		}
	}
	return n
}

// byYear gives the values of a row that are sure: stated or estimated ones without
// bounds on which all sources agree, and those aimed at.
func (r *panelRow) byYear(exp int) (stated, aimed map[int]cell) {
	stated, aimed = map[int]cell{}, map[int]cell{}
	for _, facts := range policy.Runs(r.facts, (*fact).samePeriod) {
		year, err := strconv.Atoi(r.words[facts[0].period])
		if err != nil {
			continue
		}
		for _, s := range r.sure(facts) {
			value := bare(shift(s.value, exp))
			c := number(value, max(int(s.decimals)+exp, 0))
			if c.kind != numberCell {
				continue
			}
			if s.status == policy.Target {
				aimed[year] = c
			} else {
				stated[year] = c
			}
		}
	}
	return stated, aimed
}

// sure lists at most one fact stated and one aimed at.
func (r *panelRow) sure(facts []fact) (list []*fact) {
	byKind := map[bool][]statement{}
	for _, s := range r.statements(facts) {
		goal := s.fact.status == policy.Target
		if s.fact.status != policy.Rule && s.fact.high == "" && (goal || s.fact.comparator == policy.Equal) {
			byKind[goal] = append(byKind[goal], s)
		}
	}
	for _, goal := range []bool{false, true} {
		if all := byKind[goal]; len(all) > 0 && oneValue(all) {
			list = append(list, all[0].fact)
		}
	}
	return list
}

// oneValue says whether statements that begin with one of a status have no other of it:
// a target of 2.8% and one of 2.8% or more are one.
func oneValue(all []statement) bool {
	first := all[0].fact
	return !slices.ContainsFunc(all, func(s statement) bool {
		return s.fact.status == first.status && bare(s.fact.value) != bare(first.value)
	})
}

func (t *trend) addLine(name string, values map[int]cell, goal bool, area int) {
	if len(values) == 0 {
		return
	}
	for year := range values {
		t.first, t.last = min(t.first, year), max(t.last, year)
	}
	t.lines = append(t.lines, trendLine{name, goal, area, values})
}

// keepLongest keeps as many lines as a chart can show, those with most values.
func (t *trend) keepLongest() {
	if len(t.lines) <= maxSeries {
		return
	}
	policy.Sort(t.lines, func(a, b trendLine) int { return len(b.values) - len(a.values) })
	t.lines = t.lines[:maxSeries]
}

// putTrend writes a table and leaves room for its chart.
func (p *panel) putTrend(s *sheet, t trend) error {
	c := chart{title: t.title, unit: t.unit, years: t.last - t.first + 1}
	head := []cell{styled(gridHeadStyle, p.options.Lang.pick("单位：", "Unit: ")+t.unit)}
	for year := t.first; year <= t.last; year++ {
		head = append(head, styled(gridHeadStyle, strconv.Itoa(year)))
	}
	lines := [][]cell{{styled(gridTitleStyle, t.title)}, head}
	c.header = s.rows() + 1
	for _, line := range t.lines {
		c.series = append(c.series, chartSeries{line.name, s.rows() + len(lines), line.goal, line.area})
		lines = append(lines, line.cells(t))
	}
	for _, cells := range lines {
		if err := p.put(s, cells); err != nil {
			return err
		}
	}
	c.row = s.rows()
	for range chartLines + 1 {
		if err := p.put(s, nil); err != nil {
			return err
		}
	}
	s.charts = append(s.charts, c)
	return nil
}

func (l *trendLine) cells(t trend) []cell {
	cells := []cell{styled(gridRowHeadStyle, l.name)}
	for year := t.first; year <= t.last; year++ {
		c, ok := l.values[year]
		if !ok {
			c = cell{style: gridTextStyle}
		} else {
			c.style += gridNumberStyle - numberStyle
		}
		cells = append(cells, c)
	}
	return cells
}
