package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// metaDate is the year and month of the date that the page gives for article a.
func (r *reading) metaDate(a int) normalize.Period {
	if a > 0 {
		return normalize.Period{}
	}
	v := r.doc.Metadata["date"].Value
	_, p := normalize.MatchPeriod(v)
	if p.Relative {
		return normalize.Period{}
	}
	return p
}

// settle finds the reader's year of each article. An article that hardly names
// one is read in the year of the whole page.
func (r *reading) settle() {
	var all setting
	for a := range r.articles {
		for y, n := range r.articles[a].seen {
			all.seen[y] += n
		}
	}
	all.settle(r.metaDate(0), policy.Span{})
	if y := r.givenYear(0); y > 0 {
		all.give(y)
	}
	for a := range r.articles {
		st := &r.articles[a]
		given := r.givenYear(a)
		st.settle(r.metaDate(a), r.doc.Metadata["date"].Span)
		if given > 0 {
			st.give(given)
			continue
		}
		if !st.stated.ok && len(r.articles) > 1 && (st.named() < 3 || st.year < all.year) {
			st.year = all.year
		}
	}
}

// named is how often the article names its year.
func (st *setting) named() int {
	if k := st.year - firstYear; k >= 0 && k < yearsSeen {
		return int(st.seen[k])
	}
	return 0
}

// settle finds the reader's year: of the title, of the date, which stands at dated, or the one
// named most.
func (st *setting) settle(date normalize.Period, dated policy.Span) {
	t := st.stated.period
	switch {
	case st.stated.ok && t.From.Year == t.To.Year:
		st.year, st.sure, st.dater = t.To.Year, true, st.stated.span
	case date.To.Year > 0:
		st.year, st.sure, st.dater, st.month = date.To.Year, true, dated, date.To.Month
	case st.stated.ok && st.genre == longPlan:
		st.year, st.eve = max(t.From.Year-1, st.dated), t.From.Year-1
	default:
		st.year = st.latest()
	}
	if plans := st.said[cuePlan]; plans >= 10 && plans > 8*st.said[cueDone] {
		st.vote -= plans / 4
	}
	if st.genre == anyPaper && st.sets() {
		st.genre = measures
	}
	if st.genre == anyPaper && st.plans == 1 && st.plan.toward && st.vote < 0 && st.years() == 0 {
		st.genre, st.eve, st.aimed = longPlan, st.plan.period.From.Year-1, st.plan // “十三五”期间，全省将….
	}
	if st.stated.ok && st.genre == workReport && st.year == t.To.Year {
		st.stated = said{} // the report tells of the year before
	}
	if st.genre != statistics && st.genre != yearPlan && t.From.Year != t.To.Year {
		st.stated = said{}
	}
}

// reportYear is the year of months that were said without one: the reader's, or the one before
// where a date early in the year comes before them, as in news of 1-12月 that are of January.
func (st *setting) reportYear(p normalize.Period) int {
	over := p.From.Month > st.month || p.To.Month >= 9 && st.month <= 2
	if st.month > 0 && over && p.From.Year == 0 && p.To.Year == 0 && p.From.Month > 0 && p.Open != normalize.Until {
		return st.year - 1
	}
	return st.year
}

// latest is the last of the years that the text names often.
func (st *setting) latest() int {
	most, year := int16(0), 0
	for _, n := range st.seen {
		most = max(most, n)
	}
	for y, n := range st.seen {
		if n > 0 && 2*n >= most {
			year = firstYear + y
		}
	}
	return year
}

// yearOf is the year that an EDTF string begins with, 0 if it begins with none.
func yearOf(s string) int {
	if len(s) < 4 {
		return 0
	}
	y := 0
	for i := 0; i < 4; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		y = y*10 + int(s[i]-'0')
	}
	return y
}
