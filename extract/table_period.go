package extract

import (
	"cmp"
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// period takes the nearest statement of time: of the column, the row, the title
// over some rows, the caption, the section, the title of the article. It gives the column that
// says it.
func (g *sheet) period(f *policy.Figure, x *cellText, row *rowLabel, h *label, s *scene) int {
	own, of := g.ownPeriod(h, s), f.Table.Col
	switch {
	case own.ok || row.period.ok:
	case h.yearly || h.total:
		if !s.caption.period.ok {
			own = g.between(of)
		}
	case h.change || h.rank || h.share():
		own, of = g.leftPeriod(of, s)
	}
	near := [...]*said{own, &row.period, nil, &s.caption.period, &s.sec.stated, &s.st.stated}
	if row.above != nil {
		near[2] = &row.above.period
	}
	for k, t := range near {
		if t == nil || !t.ok {
			continue
		}
		q := g.fitted(t.period, k > 2, h, x, s)
		if e := q.Resolve(s.year); e != "" {
			f.Period, f.PeriodRaw = e, t.raw
			if t.span.Len() > 0 {
				f.Evidence.Period = g.arena.span(t.span)
			}
			break
		}
	}
	return of
}

// yearFor is the year that 上年 and 1—6月 in a table are counted from: of what stands around it, else the only one
// that its heads name.
func (g *sheet) yearFor(s *scene) int {
	if year := cmp.Or(s.caption.period.period.LastYear(), s.sec.stated.period.LastYear(), s.st.year); year > 0 {
		return year
	}
	if ys := g.years(len(g.cols)); len(ys) > 0 && slices.Min(ys) == slices.Max(ys) {
		return ys[0]
	}
	return 0
}

// fitted is the period that a value is for where q is stated: around the table, or else of its row or column.
func (g *sheet) fitted(q normalize.Period, around bool, h *label, x *cellText, s *scene) normalize.Period {
	years := q.From.Year != q.To.Year && !q.Relative
	switch {
	case years && around:
		return g.ofPlan(q, h, x, s)
	case years && h.status == policy.Target && q.Whole():
		q.From = q.To // “十三五”目标: at its end
	case !around && s.summed && q.Whole() && q.From.Year == q.To.Year && endsIn(x.p.s[:x.start], "〔", "[", "【"):
		q.From.Year -= 4 // 〔3200〕 of 2025: in five years
	}
	return q
}

// ownPeriod is the time that a column's header names, also by the month of the table.
func (g *sheet) ownPeriod(h *label, s *scene) *said {
	if h.reach == noReach && !h.earlier {
		return &h.period
	}
	for _, t := range [...]*said{&h.period, &s.caption.period, &s.sec.stated, &s.st.stated} {
		if !t.ok {
			continue
		}
		if h.reach != noReach && t.period.To.Month == 0 || t.period.Relative || t.period.Open != normalize.Closed {
			break
		}
		q := *t
		if h.reach != noReach {
			q.period = h.reach.of(t.period.To)
		}
		if h.earlier {
			q.period.From.Year--
			q.period.To.Year--
		}
		return &q
	}
	return &h.period
}

// of is the months that the reach has where the table is of month m.
func (r reach) of(m normalize.Moment) normalize.Period {
	m.Day = 0
	q := normalize.Period{From: m, To: m}
	switch {
	case r == wholeYear:
		q.From.Month, q.To.Month = 0, 0
	case r == toMonth:
		q.From.Month = 1
	case r == lastMonth && m.Month == 1:
		q.From.Year, q.From.Month = m.Year-1, 12
		q.To = q.From
	case r == lastMonth:
		q.From.Month--
		q.To = q.From
	}
	return q
}

// leftPeriod is the time of the values that the changes in column c belong to, and their column: the later where
// two columns stand side by side, 2023年 | 2022年 | 增长.
func (g *sheet) leftPeriod(c int, s *scene) (*said, int) {
	out, near, first := &said{}, c-1, c-2
	done := startsIn(g.cols[c].head.core, "完成", "为") // 完成预算%
	first += btoi(done)
	for k := c - 1; k >= 0 && k != g.cols[c].name && k >= first; k-- {
		x := &g.cols[k]
		if x.role != valueColumn || x.head.yearly || x.head.reach == lastMonth || x.head.earlier {
			continue
		} else if done && x.head.status == policy.Target || g.lastYear(k) {
			first = k - 1
			continue
		}
		t, beside := g.ownPeriod(&x.head, s), &g.cols[near].head
		if t.ok && (!out.ok || x.head.change == beside.change && x.head.status == beside.status && t.period.LastYear() > out.period.LastYear()) {
			out, near = t, k
		}
	}
	if !out.ok {
		near = c
	}
	return out, near
}

// lastYear says whether column k is for the year before that of the column beside it: 2024年预算 | 上年执行.
func (g *sheet) lastYear(k int) bool {
	q := g.cols[k].head.period.period
	return q.Relative && q.From.Year < 0 && k > 0 && g.cols[k-1].role == valueColumn && !g.cols[k-1].head.ratio()
}

// years are those that the columns of values left of c name.
func (g *sheet) years(c int) (out []int) {
	for k := range g.cols[:c] {
		if y := g.cols[k].head.period.period.LastYear(); g.cols[k].role == valueColumn && y > 0 {
			out = append(out, y)
		}
	}
	return out
}

// between is the time from the first to the last year of the columns left of c,
// over which 年均增长 runs: 2021/2025 for 2020年 and 2025年.
func (g *sheet) between(c int) *said {
	years := g.years(c)
	if len(years) < 2 || years[0] >= years[len(years)-1] {
		return &said{}
	}
	q := normalize.Period{From: normalize.Moment{Year: years[0] + 1}, To: normalize.Moment{Year: years[len(years)-1]}}
	return &said{ok: true, period: q, edtf: q.Resolve(0)}
}

// ofPlan fits the years of a plan that only the caption or the title names to a
// value: a target is for its last year, a base for the year before its first.
func (g *sheet) ofPlan(q normalize.Period, h *label, x *cellText, s *scene) normalize.Period {
	switch {
	case h.yearly || h.total || h.change:
		return q
	case h.status == policy.Target:
		q.From = q.To
	case h.status == policy.Actual && containsAny(h.full, "基", "现状"):
		q.From.Year--
		q.To = q.From
	}
	return q
}

// lastYearOf is the last year that an EDTF period names, 0 if none.
func lastYearOf(edtf string) int {
	if k := strings.LastIndexByte(edtf, '/'); k >= 0 {
		edtf = edtf[k+1:]
	}
	return yearOf(edtf)
}
