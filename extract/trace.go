package extract

import (
	"strings"

	"shuzheng/policy"
)

// derivation lists how each field of a figure came about, in reading order of the
// fields: what was taken, from which words.
func (p *passage) derivation(f *draft) []policy.Step {
	steps := []policy.Step{{Rule: f.Rule, What: "value", Got: f.Value, Span: p.span(f.num.Start, f.num.End)}}
	add := func(rule, what, got string, spans []policy.Span) {
		if got == "" {
			return
		}
		st := policy.Step{Rule: rule, What: what, Got: got}
		if len(spans) > 0 {
			st.Span = spans[0]
		}
		steps = append(steps, st)
	}
	if f.unit.Len() > 0 {
		add("unit table", "unit", f.Unit, []policy.Span{p.span(f.unit.Start, f.unit.End)})
	} else {
		add("implied unit", "unit", f.Unit, nil)
	}
	if f.Comparator != policy.Equal {
		add("bound word", "comparator", string(f.Comparator), f.Evidence.Comparator)
	}
	what := string(f.Measure)
	if f.Direction != policy.NoDirection {
		what += " " + string(f.Direction)
	}
	add(f.measureRule(), "measure", what, f.Evidence.Direction)
	add("comparison", "base", f.Base, nil)
	add("subject", "indicator", f.Indicator, f.Evidence.Indicator)
	add("period in context", "period", strings.TrimSpace(f.Period+" "+f.PeriodRaw), f.Evidence.Period)
	add("area in context", "area", f.Area, f.Evidence.Area)
	add("status in context", "status", string(f.Status), f.Evidence.Status)
	return steps
}

// measureRule names what made the figure a level, change, rank or multiple.
func (f *draft) measureRule() string {
	switch {
	case f.Measure == policy.Change:
		return "change word"
	case f.Measure == policy.Level:
		return "no change word"
	}
	return f.Rule
}
