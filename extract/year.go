package extract

import (
	"strconv"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// metaDate is the year and month of the date that the page gives for article a, or the year that its number does.
func (r *reading) metaDate(a int) normalize.Period {
	if a > 0 {
		return normalize.Period{}
	}
	v := r.doc.Metadata["date"].Value
	_, p := normalize.MatchPeriod(v)
	if v == "" {
		_, number, _ := strings.Cut(r.doc.Metadata["doc_number"].Value, "〔") // 青政发〔2030〕15号
		p.From.Year = yearOf(number)
		p.To.Year = p.From.Year
	}
	if p.Relative {
		return normalize.Period{}
	}
	return p
}

// pageDate says whether t is the day that passage p of the page is dated by, which nothing is told of.
func (r *reading) pageDate(p *passage, t timeMark) bool {
	if t.period.From.Day == 0 {
		return false
	}
	date := r.doc.Metadata["date"].Span
	return date.Len() > 0 && p.span(t.start, t.end).Contains(date)
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
		if !st.sure && st.year > 0 && st.year == st.over && r.opensWith(a, "今年") {
			st.year++ // 2030年，全县生产总值增长5%。今年的目标是…
		}
		if given > 0 {
			st.give(given)
			continue
		}
		if !st.stated.ok && len(r.articles) > 1 && (st.namesOf(st.year) < 3 || st.year < all.year) {
			st.year = all.year
		}
	}
}

// namesOf is how often the article names a year.
func (st *setting) namesOf(year int) int {
	if k := year - firstYear; k >= 0 && k < yearsSeen {
		return int(st.seen[k])
	}
	return 0
}

// settle finds the reader's year: of the title, of the date, which stands at dated, or the one
// named most.
func (st *setting) settle(date normalize.Period, dated policy.Span) {
	t := st.stated.period
	if st.genre != yearPlan && date.To.Year > 0 && t.From.Year == t.To.Year && t.To.Year > date.To.Year+btoi(date.To.Month >= 10 || date.To.Month == 0) {
		st.aimed, st.stated = st.stated, said{} // 2035年产值将超600亿元
	}
	st.settleYear(date, dated)
	if y := st.next.period.To.Year; st.genre == anyPaper && y > 0 && st.year <= y {
		st.genre, st.year, st.sure = workReport, y, true
	}
	if st.genre == longPlan && t.From.Year < t.To.Year {
		st.eve = t.From.Year - 1
	}
	st.settleGenre(date)
	if y := st.year; st.genre == yearPlan && !st.stated.ok && (st.namesOf(y) > 1 || st.promised && st.sure) {
		st.stated = untoldYear(y) // 分解落实《政府工作报告》, of a year that the text tells
	}
	if st.stated.ok && st.genre == workReport {
		st.stated = said{} // the report tells of the year before
	}
	if st.genre != statistics && st.genre != yearPlan && t.From.Year != t.To.Year {
		if st.genre == longPlan && !st.aimed.ok {
			st.aimed = st.stated
		}
		st.stated = said{}
	}
	if st.genre == anyPaper && st.ofReport && st.sure && !st.aimed.ok {
		st.aimed = untoldYear(st.year) // 市长作政府工作报告。…新增上市公司30家以上
	}
}

// settleYear finds the reader's year.
func (st *setting) settleYear(date normalize.Period, dated policy.Span) {
	t := st.stated.period
	switch {
	case st.stated.ok && t.From.Year == t.To.Year:
		st.year, st.sure, st.dater = t.To.Year, true, st.stated.span
		if st.genre == workReport && date.To.Year == st.year+1 {
			st.year++ // 2031年政府工作报告, read early in 2032
		} else if (st.genre == anyPaper || strings.HasSuffix(st.title, "报告")) && date.To.Year == st.year+1 {
			st.paged = date.To.Year
		}
	case date.To.Year > 0:
		st.year, st.sure, st.dater, st.month = date.To.Year, true, dated, date.To.Month
	case st.stated.ok && st.genre == statistics && !strings.Contains(st.title, "中期"):
		st.year, st.sure, st.dater = t.To.Year, true, st.stated.span // “十六五”发展成就
	case st.stated.ok && st.genre == longPlan:
		st.year = max(t.From.Year-1, st.dated)
	case st.inPlan > 0:
		st.year, st.sure = st.inPlan, true
	default:
		st.year = st.latest()
	}
}

// settleGenre finds what an article is that its title does not tell, or tells wrongly.
func (st *setting) settleGenre(date normalize.Period) {
	t := st.stated.period
	if st.genre == longPlan && (t.From.Year < t.To.Year && t.To.Year <= date.To.Year && genreNamed(st.title) != longPlan || st.vote > 0 && genreOf(st.title) != longPlan) {
		st.genre = anyPaper // news of 2030 about the plan up to 2030; of deeds, one of them a plan
	}
	if plans := st.said[cuePlan]; plans >= 10 && plans > 8*st.said[cueDone]+4*st.said[cueDeed] {
		st.vote -= plans / 4
	}
	if (st.genre == anyPaper || st.genre == longPlan && !st.stated.ok && st.plans == 0) && (st.sets() || st.parts > 1) {
		st.genre = measures
	}
	if st.genre == anyPaper && st.title == "" && st.goals > 0 && st.said[cueDone] < 4 {
		st.genre = longPlan // a plan that begins in the middle
	}
	if st.genre == anyPaper && st.plans == 1 && st.plan.toward && st.planned == 0 && st.vote < 0 && st.years() == 0 {
		st.genre, st.eve, st.aimed = longPlan, st.plan.period.From.Year-1, st.plan // “十三五”期间，全省将….
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

// yearOver says whether 一年来 or 过去一年, in raw, is the year before the reader's: of one who reports
// early in the year, unless it is the only year that is spoken of.
func (st *setting) yearOver(raw string) bool {
	only := st.namesOf(st.year) > 1 && st.namesOf(st.year-1) == 0 && st.month == 0
	return st.year != 0 && !only && (st.genre == workReport && st.month <= 6 || st.month > 0 && st.month <= 3 || st.month == 0 && strings.HasPrefix(raw, "过去"))
}

// reviewed is the year that a report of work looks back on: the one before the reader's, or the reader's where it is
// given late in it, for the next.
func (st *setting) reviewed() int { return st.year - btoi(st.month < 11) }

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
	if policy.Digits(s) < 4 {
		return 0
	}
	y, _ := strconv.Atoi(s[:4])
	return y
}
