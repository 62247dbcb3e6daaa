package policytest

import (
	"slices"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
)

// Sound wants what must be true of the figures and platforms of any document: places inside
// the text that part no character, and wording that is whole.
func Sound(t testing.TB, doc *policy.Document) {
	t.Helper()
	s := doc.Content.String()
	for i := range doc.Figures {
		f := &doc.Figures[i]
		e := &f.Evidence
		inside(t, s, "figure", e.Span)
		inside(t, s, "indicator", e.Indicator...)
		inside(t, s, "period", e.Period...)
		inside(t, s, "comparator", e.Comparator...)
		inside(t, s, "area", e.Area...)
		inside(t, s, "status", e.Status...)
		inside(t, s, "direction", e.Direction...)
		for _, step := range f.Trace {
			inside(t, s, step.Rule, step.Span)
			intact(t, s, step.Rule, step.What, step.Got)
		}
		intact(t, s, f.Rule, f.Indicator, f.Concept, f.Value, f.ValueHigh, f.Unit, f.ValueRaw, f.UnitRaw, f.Base, f.Binding, f.Period, f.PeriodRaw, f.Area)
	}
	for i := range doc.Platforms {
		p := &doc.Platforms[i]
		intact(t, s, "platform", slices.Concat([]string{p.Name, p.Level}, p.Aliases)...)
		for _, m := range p.Mentions {
			inside(t, s, "mention", m.Span)
			intact(t, s, "mention", m.Exact)
		}
		for _, a := range p.Attributes {
			inside(t, s, "attribute", a.Span)
			intact(t, s, "attribute", a.Name, a.Value)
		}
	}
}

// inside wants places of s, read as what, to part no character of it.
func inside(t testing.TB, s, what string, places ...policy.Span) {
	t.Helper()
	for _, w := range places {
		if w.Start < 0 || w.End < w.Start || w.End > len(s) || within(s, w.Start) || within(s, w.End) {
			t.Fatalf("%s at %v of %q", what, w, s)
		}
	}
}

// within says whether byte i of s stands within a character.
func within(s string, i int) bool { return i < len(s) && !utf8.RuneStart(s[i]) }

func intact(t testing.TB, s, what string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !utf8.ValidString(w) {
			t.Fatalf("%s %q is cut in %q", what, w, s)
		}
	}
}
