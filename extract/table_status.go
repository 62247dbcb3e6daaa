package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// status takes what the cell says of itself, then its note, the header, the time,
// the section, the paper.
func (g *sheet) status(f *policy.Figure, x *cellText, row *rowLabel, h *label, s *scene) {
	f.Status = policy.Actual
	switch {
	case x.status != "":
		f.Status = x.status
		f.Evidence.Status = g.arena.span(x.p.span(x.statusAt.Start, x.statusAt.End))
	case x.star != "" && s.star != "":
		f.Status = s.star
	case h.status != "":
		f.Status, f.Evidence.Status = h.status, g.arena.span(h.statusAt)
	case s.caption.status == policy.Rule, endsIn(h.full, "标准") && strings.HasPrefix(f.Unit, "元"):
		f.Status = policy.Rule
	case g.future(f, s):
		f.Status = policy.Target
	case f.Period != "" && (h.period.ok || row.period.ok || s.caption.period.ok && !s.planned):
	case s.caption.status != "":
		f.Status = s.caption.status
	case s.sec.status != "":
		f.Status = s.sec.status
	case s.st.genre == measures:
		f.Status = policy.Rule
	case s.st.genre == yearPlan || s.st.genre == longPlan && s.caption.period.ok:
		f.Status = policy.Target
	}
}

// future says whether the figure's period lies ahead of the reader: in the years
// of the plan that the caption names, or after the reader's year.
func (g *sheet) future(f *policy.Figure, s *scene) bool {
	y := lastYearOf(f.Period)
	var plan normalize.Period
	switch {
	case s.planned:
		plan = s.caption.period.period
	case !s.caption.period.ok && s.st.genre == longPlan:
		plan = s.st.stated.period
	}
	switch {
	case y == 0:
		return false
	case !plan.Relative && (plan.From.Year < plan.To.Year && s.caption.status != policy.Actual || s.planned && s.caption.status == policy.Target):
		return y >= plan.From.Year
	}
	if !s.st.sure && s.st.eve == 0 { // a year counted in the text is not when the table was made
		from := g.between(f.Table.Col + 1).period.From.Year
		return f.Binding != "" && from > 0 && y >= from
	}
	return s.st.year > 0 && (y > s.st.year || y == s.st.year && s.st.genre == yearPlan)
}

// claim is what the head of a column says of the figures in its cells, else what the caption says.
func (h *label) claim(caption policy.Status) policy.Status {
	switch {
	case h.status != "":
		return h.status
	case endsIn(h.full, "标准"):
		return policy.Rule
	}
	return caption
}
