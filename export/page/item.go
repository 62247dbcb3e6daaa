package page

import (
	"slices"

	"shuzheng/export"
	"shuzheng/policy"
)

// figureData is a figure. Its keys are short: there may be thousands of them.
type figureData struct {
	ID         string            `json:"id"`
	Digest     string            `json:"digest"`
	Indicator  string            `json:"name,omitempty"`
	Concept    string            `json:"concept,omitempty"`
	Exact      string            `json:"exact"` // the words in the text
	Value      string            `json:"value"`
	ValueHigh  string            `json:"high,omitempty"`
	Unit       string            `json:"unit,omitempty"`
	UnitRaw    string            `json:"unitRaw,omitempty"` // as written; that of a cell stands in a header
	Comparator policy.Comparator `json:"cmp,omitempty"`
	Measure    policy.Measure    `json:"measure"`
	Direction  policy.Direction  `json:"dir,omitempty"`
	Base       string            `json:"base,omitempty"`
	Status     policy.Status     `json:"status"`
	Binding    string            `json:"binding,omitempty"`
	Period     string            `json:"period,omitempty"`
	PeriodRaw  string            `json:"periodRaw,omitempty"`
	Area       string            `json:"area,omitempty"`
	Rule       string            `json:"rule,omitempty"`
	Section    int               `json:"section"` // the heading it stands under, -1 for none
	Cell       []int             `json:"cell,omitempty"`
	Table      string            `json:"table,omitempty"`
	Line       int               `json:"line"`
	Start      int               `json:"start"` // in code points of the document's text
	End        int               `json:"end"`
	Page       int               `json:"page,omitempty"`
	Part       string            `json:"part,omitempty"`
	SheetCell  string            `json:"sheetCell,omitempty"`
	Stored     string            `json:"stored,omitempty"`
	At         []int             `json:"at"`
	Evidence   map[string][]int  `json:"ev,omitempty"` // by field
}

func (g *gathering) figure(f *policy.Figure) figureData {
	at := f.Evidence.Span
	place := g.doc.Place(at)
	d := figureData{
		ID: f.ID, Digest: f.Digest(), Indicator: f.Indicator, Concept: f.Concept, Exact: g.doc.Content.String()[at.Start:at.End],
		Value: f.Value, ValueHigh: f.ValueHigh, Unit: f.Unit, UnitRaw: f.UnitRaw, Comparator: f.Comparator, Measure: f.Measure, Direction: f.Direction,
		Base: f.Base, Status: f.Status, Binding: f.Binding, Period: f.Period, PeriodRaw: f.PeriodRaw, Area: f.Area, Rule: f.Rule,
		Section: g.section(f.Block), Line: g.index.Line(at.Start), Start: g.index.Rune(at.Start), End: g.index.Rune(at.End),
		Page: place.Page, Part: place.Part, SheetCell: place.Cell, Stored: place.Stored,
		At: g.at(at), Evidence: g.evidence(&f.Evidence),
	}
	if d.At == nil {
		d.At = []int{}
	}
	if f.Table != nil {
		d.Table, d.Cell = f.Table.Table, []int{f.Table.Row, f.Table.Col}
	}
	return d
}

// section is the heading a block stands under.
func (g *gathering) section(block int) int {
	if block < 0 || block >= len(g.doc.Blocks) {
		return -1
	}
	return g.doc.Blocks[block].Section
}

func (g *gathering) evidence(e *policy.Evidence) map[string][]int {
	found := map[string][]int{}
	for field, spans := range map[string][]policy.Span{
		"indicator": e.Indicator, "period": e.Period, "comparator": e.Comparator,
		"area": e.Area, "status": e.Status, "direction": e.Direction,
	} {
		if at := g.spots.all(spans); len(at) > 0 {
			found[field] = at
		}
	}
	return found
}

// numeralKinds are those of the ledger, the one that needs an eye first.
var numeralKinds = []policy.NumeralKind{
	policy.Unexplained, policy.AsFigure, policy.AsCell, policy.AsPeriod, policy.AsIdentifier, policy.AsName,
	policy.AsOrdinal, policy.AsWord, policy.AsBoilerplate,
}

// numerals writes the ledger in a row: a numeral takes five numbers.
func (g *gathering) numerals() []int {
	list := make([]int, 0, 5*len(g.doc.Numerals))
	for i := range g.doc.Numerals {
		n := &g.doc.Numerals[i]
		figure, ok := g.number[n.Figure]
		if !ok {
			figure = -1
		}
		at := g.at(n.Span)
		if len(at) == 0 {
			at = []int{-1, 0, 0} // shown nowhere, counted all the same
		}
		list = append(list, at[0], at[1], at[2], slices.Index(numeralKinds, n.As), figure)
	}
	return list
}

type checkData struct {
	ID       string             `json:"id"`
	Kind     policy.CheckKind   `json:"kind"`
	Result   policy.CheckResult `json:"result"`
	Claim    string             `json:"claim"`
	At       []int              `json:"at,omitempty"`
	Stated   string             `json:"stated"`
	Computed string             `json:"computed,omitempty"`
	Explain  [2]string          `json:"explain"` // in Chinese and in English
	Figures  []int              `json:"figures"` // numbers of figures, the stated one first
	Others   int                `json:"others,omitempty"`
}

func (g *gathering) check(c *policy.Check) checkData {
	d := checkData{ID: c.ID, Kind: c.Kind, Result: c.Result, Claim: g.doc.Content.String()[c.Claim.Start:c.Claim.End], At: g.at(c.Claim),
		Stated: c.Stated, Computed: c.Computed, Explain: [2]string{export.ExplainCheck(export.Chinese, c), export.ExplainCheck(export.English, c)}}
	d.Figures, d.Others = g.figures(c.Figures)
	return d
}

// figures numbers those of the document; others says how many are not of it.
func (g *gathering) figures(ids []string) (numbers []int, others int) {
	numbers = []int{}
	for _, id := range ids {
		if n, ok := g.number[id]; ok {
			numbers = append(numbers, n)
		} else {
			others++
		}
	}
	return numbers, others
}

// runData is a check of several documents.
type runData struct {
	ID       string             `json:"id"`
	Kind     policy.CheckKind   `json:"kind"`
	Result   policy.CheckResult `json:"result"`
	Stated   string             `json:"stated"`
	Computed string             `json:"computed,omitempty"`
	Explain  [2]string          `json:"explain"`
	Sides    []sideData         `json:"sides"`
}

// sideData is one figure of it, in words: its document may not be open.
type sideData struct {
	Document  int    `json:"doc"`
	Figure    string `json:"figure"`
	Name      string `json:"name"` // of the document
	Indicator string `json:"indicator,omitempty"`
	Value     string `json:"value"` // as printed
	Period    string `json:"period,omitempty"`
}

func newRunData(c *policy.RunCheck) runData {
	return runData{c.ID, c.Kind, c.Result, c.Stated, c.Computed,
		[2]string{export.ExplainCheck(export.Chinese, &c.Check), export.ExplainCheck(export.English, &c.Check)},
		each(c.Sides, func(s *policy.Side) sideData {
			name := s.Title
			if name == "" {
				name = s.Name
			}
			return sideData{s.Document, s.ID, name, s.Indicator, s.Raw, s.Period}
		})}
}

type platformData struct {
	Name       string              `json:"name"`
	Type       policy.PlatformType `json:"type"`
	Level      string              `json:"level,omitempty"`
	Aliases    []string            `json:"aliases"`
	Mentions   []mentionData       `json:"mentions"`
	Attributes []attributeData     `json:"attributes"`
	Figures    []int               `json:"figures"`
}

type mentionData struct {
	Exact string `json:"exact"`
	At    []int  `json:"at"`
}

type attributeData struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	At    []int  `json:"at,omitempty"`
}

func (g *gathering) platform(p *policy.Platform) platformData {
	d := platformData{Name: p.Name, Type: p.Type, Level: p.Level, Aliases: append([]string{}, p.Aliases...),
		Mentions: each(p.Mentions, func(m *policy.Mention) mentionData {
			return mentionData{m.Exact, append([]int{}, g.at(m.Span)...)}
		}),
		Attributes: each(p.Attributes, func(a *policy.Attribute) attributeData { return attributeData{a.Name, a.Value, g.at(a.Span)} }),
	}
	d.Figures, _ = g.figures(p.Figures)
	return d
}

type taskData struct {
	Task    string      `json:"task"`
	TaskAt  []int       `json:"taskAt,omitempty"`
	At      []int       `json:"at"`
	Section int         `json:"section"`
	Organs  []organData `json:"organs"`
}

type organData struct {
	Name string      `json:"name"`
	Role policy.Role `json:"role"`
	At   []int       `json:"at,omitempty"`
}

func (g *gathering) task(t *policy.Task) taskData {
	organs := slices.Concat(t.Lead, t.Responsible)
	return taskData{t.Task, g.at(t.TaskSpan), append([]int{}, g.at(t.Span)...), t.Section,
		each(organs, func(o *policy.Organ) organData { return organData{o.Name, o.Role, g.at(o.Span)} })}
}

type referenceData struct {
	Title  string `json:"title"`
	Number string `json:"number,omitempty"`
	At     []int  `json:"at"`
}

func (g *gathering) reference(r *policy.Reference) referenceData {
	return referenceData{r.Title, r.DocNumber, append([]int{}, g.at(r.Span)...)}
}

type problemData struct {
	Message [2]string `json:"message"` // in Chinese and in English
	At      []int     `json:"at,omitempty"`
}

func (g *gathering) problem(p *policy.Problem) problemData {
	return problemData{[2]string{p.Message, export.English.Message(p.Message)}, g.at(p.Span)}
}
