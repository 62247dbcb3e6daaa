package stored

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"shuzheng/policy"
)

// A fault is an Error whose document is not known here.
type fault struct{ at, what string }

// A restorer turns the shapes of one document into a policy.Document. The first fault
// it meets is kept.
type restorer struct {
	*policy.Document
	raw    *document
	runes  *policy.RuneIndex
	places places

	tableOf map[string]int // by ID
	fault   *fault
}

// restore gives the document of what was read.
func (d *document) restore() (*Document, *fault) {
	if d.Schema != SchemaName {
		return nil, &fault{"schema", fmt.Sprintf("is %.60q, not %q", d.Schema, SchemaName)}
	}
	r := restorer{raw: d, runes: policy.NewRuneIndex(d.Text.Content), places: places{}, tableOf: map[string]int{}, Document: &policy.Document{
		Source:  &policy.Source{Name: d.Source.Name, MediaType: d.Source.MediaType, Charset: d.Source.Charset, Size: d.Source.Bytes, SHA256: d.Source.SHA256},
		Content: policy.Plain(d.Text.Content, 0)}}
	if n := utf8.RuneCountInString(d.Text.Content); n != d.Text.Length {
		r.fail("text.length", 0, "", fmt.Sprintf("is %d, the content has %d code points", d.Text.Length, n))
	}
	r.metadata()
	r.blocks()
	r.tables()
	r.figures()
	r.named()
	r.ledger()
	if r.fault != nil {
		return nil, r.fault
	}
	r.Origin = r.places
	return &Document{Document: r.Document, Bytes: d.Source.Bytes, TextSum: d.Text.SHA256, Quotes: d.quotes()}, nil
}

// fail keeps the first fault: list[i].key.
func (r *restorer) fail(list string, i int, key, what string) {
	if r.fault != nil {
		return
	}
	at := list
	if key != "" {
		at = fmt.Sprintf("%s[%d].%s", list, i, key)
	}
	r.fault = &fault{at, what}
}

// span turns code points into bytes.
func (r *restorer) span(list string, i int, key string, p place) policy.Span {
	if p.Start < 0 || p.Start > p.End || p.End > r.raw.Text.Length || r.fault != nil {
		r.fail(list, i, key, fmt.Sprintf("[%d, %d) is no place in a text of %d code points", p.Start, p.End, r.raw.Text.Length))
		return policy.Span{}
	}
	start := r.runes.Skip(0, p.Start)
	return policy.Span{Start: start, End: r.runes.Skip(start, p.End-p.Start)}
}

// spans turns pairs of code points into bytes.
func (r *restorer) spans(i int, key string, pairs [][]int) (out []policy.Span) {
	for _, p := range pairs {
		if len(p) != 2 {
			r.fail("figures", i, "evidence."+key, "is no list of pairs")
			return nil
		}
		out = append(out, r.span("figures", i, "evidence."+key, place{p[0], p[1]}))
	}
	return out
}

// oneOf refuses a code that is not in the list.
func oneOf[T ~string](r *restorer, list string, i int, key, code string, known []T) T {
	if !slices.Contains(known, T(code)) {
		r.fail(list, i, key, fmt.Sprintf("%.60q is none of %q", code, known))
	}
	return T(code)
}

// need refuses what is empty.
func (r *restorer) need(list string, i int, key, s string) string {
	if s == "" {
		r.fail(list, i, key, "is missing")
	}
	return s
}

func (r *restorer) metadata() {
	r.Metadata = make(map[string]policy.Value, len(r.raw.Metadata))
	for key, v := range r.raw.Metadata {
		r.Metadata[key] = policy.Value{Value: v.Value, Span: r.span("metadata."+key, 0, "", v.place)}
	}
}

// named restores platforms, tasks and references.
func (r *restorer) named() {
	for i, p := range r.raw.Platforms {
		out := policy.Platform{ID: r.need("platforms", i, "id", p.ID), Name: r.need("platforms", i, "name", p.Name),
			Type: policy.PlatformType(p.Type), Level: p.Level, Aliases: p.Aliases, Figures: p.Figures}
		for _, m := range p.Mentions {
			out.Mentions = append(out.Mentions, policy.Mention{Span: r.span("platforms", i, "mentions", m.place), Exact: m.Exact})
		}
		for _, a := range p.Attributes {
			out.Attributes = append(out.Attributes, policy.Attribute{Name: a.Name, Value: a.Value, Span: r.span("platforms", i, "attributes", a.place)})
		}
		r.Platforms = append(r.Platforms, out)
	}
	for i, t := range r.raw.Tasks {
		r.Tasks = append(r.Tasks, policy.Task{Span: r.span("tasks", i, "start", t.place), Task: t.Task, Section: -1,
			Lead: organs(t.Lead, policy.Leads), Responsible: organs(t.Responsible, policy.Answers)})
	}
	for i, c := range r.raw.References {
		r.References = append(r.References, policy.Reference{Title: c.Title, DocNumber: c.DocNumber, Span: r.span("references", i, "start", c.place)})
	}
}

func organs(names []string, role policy.Role) (out []policy.Organ) {
	for _, name := range names {
		out = append(out, policy.Organ{Name: name, Role: role})
	}
	return out
}

// ledger restores numerals, checks and problems.
func (r *restorer) ledger() {
	for i, n := range r.raw.Numerals {
		r.Numerals = append(r.Numerals, policy.Numeral{Span: r.span("numerals", i, "start", n.place),
			As: oneOf(r, "numerals", i, "as", n.As, numeralKinds), Figure: n.Figure})
	}
	for i, c := range r.raw.Checks {
		r.Checks = append(r.Checks, policy.Check{ID: r.need("checks", i, "id", c.ID), Kind: oneOf(r, "checks", i, "kind", c.Kind, checkKinds),
			Result: oneOf(r, "checks", i, "result", c.Result, checkResults), Claim: r.span("checks", i, "start", c.place),
			Stated: c.Stated, Computed: c.Computed, Figures: c.Figures, Reason: c.Explain})
	}
	for i, p := range r.raw.Problems {
		r.Problems = append(r.Problems, policy.Problem{Span: r.span("problems", i, "start", p.place), Message: p.Message})
	}
}

// The codes of closed lists.
var (
	blockKinds = []policy.BlockKind{policy.Title, policy.Heading, policy.Paragraph, policy.Caption, policy.TableBlock, policy.Note,
		policy.Box, policy.Boilerplate}
	comparators = []policy.Comparator{policy.Equal, policy.AtLeast, policy.MoreThan, policy.AtMost, policy.LessThan, policy.About,
		policy.OverBit, policy.Nearly}
	measures     = []policy.Measure{policy.Level, policy.Change, policy.Rank, policy.Multiple}
	directions   = []policy.Direction{policy.NoDirection, policy.Up, policy.Down}
	statuses     = []policy.Status{policy.Actual, policy.Target, policy.Estimate, policy.Rule}
	numeralKinds = []policy.NumeralKind{policy.AsFigure, policy.AsCell, policy.AsPeriod, policy.AsOrdinal, policy.AsIdentifier,
		policy.AsName, policy.AsWord, policy.AsBoilerplate, policy.Unexplained}
	checkKinds = []policy.CheckKind{policy.SumCheck, policy.DifferenceCheck, policy.GrowthCheck, policy.MultipleCheck, policy.ShareCheck,
		policy.DistanceCheck, policy.OrderCheck, policy.CountCheck, policy.RowCheck, policy.AgreementCheck, policy.ProgressCheck}
	checkResults = []policy.CheckResult{policy.Consistent, policy.Inconsistent, policy.Unchecked}
)
