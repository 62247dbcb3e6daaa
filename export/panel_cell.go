package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// fillCells makes the cells of a row; its facts stand on the sheet of sources from row
// at on, where each cell leads.
func (p *panel) fillCells(r *panelRow, sources *sheet, at int) {
	r.cells = make([]cell, len(p.periods))
	for i := range r.cells {
		r.cells[i].style = centreStyle
	}
	for from, facts := range policy.Runs(r.facts, (*fact).samePeriod) {
		if col, ok := p.column[facts[0].period]; ok {
			c, clash := r.cell(facts)
			if clash {
				r.clash++
			}
			c.place = sources.place(at+from, 0)
			r.cells[col] = c
		}
	}
}

// A statement is a value with how often it is made.
type statement struct {
	fact    *fact // the one with the most digits
	sources int
}

// cell shows the facts of one row and period: one value as a number in the colour of
// its status; what differs side by side, with ≠ between values of one status.
func (r *panelRow) cell(facts []fact) (c cell, clash bool) {
	var parts []string
	all := r.statements(facts)
	if f := all[0].fact; len(all) == 1 && f.comparator == policy.Equal && f.high == "" {
		if c, ok := r.number(f, all[0].sources); ok {
			return c, false
		}
	}
	several := all[0].fact.status != all[len(all)-1].fact.status
	for i, s := range all {
		text := r.say(s, len(all) > 1)
		switch {
		case i > 0 && s.fact.status == all[i-1].fact.status && bothEqual(s.fact, all[i-1].fact):
			clash = true
			text = "≠ " + text
		case several && (i == 0 || s.fact.status != all[i-1].fact.status):
			text = r.lang.word("status", string(s.fact.status)) + " " + text
		}
		parts = append(parts, text)
	}
	c = cell{kind: linkCell, style: panelTextStyle, text: shorten(strings.Join(parts, "\n"), maxLinkText)}
	switch {
	case clash:
		c.style = panelAlarmStyle
	case !several:
		c.style = panelTextStyles[all[0].fact.status]
	}
	return c, clash
}

// maxLinkText is within what a formula may hold as a text, in characters.
const maxLinkText = 200

func bothEqual(a, b *fact) bool {
	return a.comparator == policy.Equal && b.comparator == policy.Equal && a.high == "" && b.high == ""
}

// statements brings together the facts that agree: of one status and bound, and one
// value, or one value more or less rounded. Those with most sources stand first.
func (r *panelRow) statements(facts []fact) []statement {
	var all []statement
next:
	for i := range facts {
		f := &facts[i]
		for k := range all {
			if s := &all[k]; s.fact.same(f) {
				s.sources++
				if f.decimals > s.fact.decimals {
					s.fact = f
				}
				continue next
			}
		}
		all = append(all, statement{f, 1})
	}
	policy.Sort(all, func(a, b statement) int {
		return cmp.Or(cmp.Compare(slices.Index(statusOrder, a.fact.status), slices.Index(statusOrder, b.fact.status)), -cmp.Compare(a.sources, b.sources))
	})
	return all
}

func (f *fact) same(g *fact) bool {
	if f.status != g.status || f.comparator != g.comparator || f.high != g.high {
		return false
	}
	if f.comparator != policy.Equal || f.high != "" {
		return bare(f.value) == bare(g.value)
	}
	return agree(f.value, int(f.decimals), g.value, int(g.decimals))
}

// digits is how many digits after the point a value is shown with.
func (r *panelRow) digits(f *fact) int { return max(int(f.decimals)+r.exp, 0) }

// number is a value that a spreadsheet can reckon with, if it can hold it.
func (r *panelRow) number(f *fact, sources int) (cell, bool) {
	text := bare(shift(f.value, r.exp))
	whole, fraction, ok := splitNumber(text)
	if !ok || len(whole)+len(fraction) > exactDigits {
		return cell{}, false
	}
	d := min(max(r.digits(f), len(fraction)), panelDecimals)
	status := max(slices.Index(statusOrder, f.status), 0)
	s := panelNumberStyle + style((status*(panelDecimals+1)+d)*panelSources+min(sources, panelSources)-1)
	return cell{kind: countLink, style: s, text: text}, true
}

// say words a statement: ≥3.0, 10～15, 约1,200; with ×2 for two sources.
func (r *panelRow) say(s statement, counted bool) string {
	f := s.fact
	text := printed(shift(f.value, r.exp), r.digits(f))
	if f.high != "" {
		text += "～" + printed(shift(f.high, r.exp), r.digits(f))
	}
	text = bounds[f.comparator].before + text + bounds[f.comparator].after
	if s.sources > 1 {
		text += " ×" + strconv.Itoa(s.sources)
	}
	return text
}

// bounds are the signs of the comparators.
var bounds = map[policy.Comparator]struct{ before, after string }{
	policy.AtLeast: {before: "≥"}, policy.MoreThan: {before: ">"}, policy.AtMost: {before: "≤"}, policy.LessThan: {before: "<"},
	policy.About: {before: "≈"}, policy.OverBit: {after: "+"}, policy.Nearly: {before: "≲"},
}

// panelTextStyles give a cell of words the colour of its status.
var panelTextStyles = map[policy.Status]style{policy.Actual: panelTextStyle, policy.Target: panelTargetStyle, policy.Estimate: panelEstimateStyle, policy.Rule: panelRuleStyle}
