package extract_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shuzheng/policy"
)

// fields are the columns of want.tsv that are scored for each figure found.
var fields = []string{"value", "unit", "comparator", "measure", "direction", "status", "period", "area", "indicator"}

// A tally counts what was right among what was asked for.
type tally struct{ right, of int }

// A score holds the tallies of one document or of several together.
type score struct {
	order   []string
	tallies map[string]*tally
	extra   map[string]int // found, and not asked for
	miss    func(format string, args ...any)
}

func newScore() *score {
	s := &score{tallies: map[string]*tally{}, extra: map[string]int{}, miss: func(string, ...any) {}}
	s.order = append([]string{"figures", "quote"}, fields...)
	s.order = append(s.order, "strict", "tables", "cells", "cell area", "outline", "level", "boxes", "not figures", "kinds")
	for _, name := range s.order {
		s.tallies[name] = &tally{}
	}
	return s
}

func (s *score) count(name string, right bool) {
	s.tallies[name].of++
	if right {
		s.tallies[name].right++
	}
}

func (s *score) add(t *score) {
	for _, name := range s.order {
		s.tallies[name].right += t.tallies[name].right
		s.tallies[name].of += t.tallies[name].of
		s.extra[name] += t.extra[name]
	}
}

// rate is the share that is right; for what can also be found in excess it is
// the harmonic mean of precision and recall.
func (s *score) rate(name string) float64 {
	t := s.tallies[name]
	if t.of+s.extra[name] == 0 {
		return 1
	}
	if s.counted(name) {
		return 2 * float64(t.right) / float64(t.right+s.extra[name]+t.of)
	}
	return float64(t.right) / float64(t.of)
}

// counted says whether things of this name can be found that nobody asked for.
func (s *score) counted(name string) bool {
	return name == "figures" || name == "tables" || name == "outline"
}

func (s *score) String() string {
	var b strings.Builder
	for _, name := range s.order {
		if t := s.tallies[name]; t.of > 0 || s.extra[name] > 0 {
			fmt.Fprintf(&b, "%s %.3f (%d/%d", name, s.rate(name), t.right, t.of)
			if s.extra[name] > 0 {
				fmt.Fprintf(&b, ", %d too many", s.extra[name])
			}
			b.WriteString(")  ")
		}
	}
	return b.String()
}

// document scores all that was read from one fixture.
func (s *score) document(f fixture, doc *policy.Document) {
	s.figures(f, doc)
	s.outline(f, doc)
	s.boxes(f, doc)
	s.numerals(f, doc)
	s.tablesAndCells(f, doc)
}

// figures matches what was found with what is wanted by overlap, each once.
func (s *score) figures(f fixture, doc *policy.Document) {
	content := doc.Content.String()
	used := make([]bool, len(doc.Figures))
	var wanted []policy.Span
	for _, w := range f.figures {
		at, ok := place(content, w)
		if !ok {
			s.count("figures", false)
			s.miss("MISSED %q is not in the content %s times", w["quote"], w["nth"])
			continue
		}
		wanted = append(wanted, at)
		i := slices.IndexFunc(doc.Figures, func(g policy.Figure) bool { return g.Evidence.Span.Overlaps(at) })
		for i >= 0 && i < len(used) && (used[i] || !doc.Figures[i].Evidence.Span.Overlaps(at)) {
			i++
		}
		if found := i >= 0 && i < len(used); found {
			used[i] = true
			if w["optional"] == "" {
				s.count("figures", true)
				s.fields(w, doc.Figures[i], content[doc.Figures[i].Evidence.Span.Start:doc.Figures[i].Evidence.Span.End])
			}
		} else if w["optional"] == "" {
			s.count("figures", false)
			s.miss("MISSED %q %s", w["quote"], w.any("indicator")[0])
		}
	}
	for i, g := range doc.Figures {
		overlaps := func(at policy.Span) bool { return at.Overlaps(g.Evidence.Span) }
		if !used[i] && g.Table == nil && !slices.ContainsFunc(wanted, overlaps) {
			s.extra["figures"]++
			s.miss("FALSE %q %s", content[g.Evidence.Span.Start:g.Evidence.Span.End], g.Indicator)
		}
	}
}

// fields scores each field of a figure that was found.
func (s *score) fields(w row, g policy.Figure, quote string) {
	got := map[string]string{
		"value": g.Value, "unit": g.Unit, "comparator": string(g.Comparator), "measure": string(g.Measure), "direction": string(g.Direction),
		"status": string(g.Status), "period": g.Period, "area": g.Area, "indicator": g.Indicator,
	}
	strict := true
	for _, name := range fields {
		ok := same(name, got[name], w.any(name)) && (name != "value" || sameNumber(g.ValueHigh, w["value_high"]))
		s.count(name, ok)
		strict = strict && ok
		if !ok {
			s.miss("WRONG %q %s: got %q, want %q", w["quote"], name, got[name], w[name])
		}
	}
	s.count("strict", strict)
	s.count("quote", quote == w["quote"])
	if quote != w["quote"] {
		s.miss("WRONG %q quoted as %q", w["quote"], quote)
	}
}

// same compares one field with the accepted values.
func same(field, got string, want []string) bool {
	return slices.ContainsFunc(want, func(w string) bool {
		switch field {
		case "value":
			return sameNumber(got, w)
		case "unit":
			return plainUnit(got) == plainUnit(w)
		case "period":
			return plainPeriod(got) == plainPeriod(w)
		case "area":
			return plainName(got) == plainName(w)
		case "indicator":
			return sameName(got, w)
		default:
			return got == w
		}
	})
}

// sameNumber compares decimals as written, but for zeros at their ends.
func sameNumber(a, b string) bool {
	trim := func(s string) string {
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		return s
	}
	return trim(a) == trim(b)
}

// unitSpellings are units that mean the same.
var unitSpellings = map[string]string{"平方米": "m2", "平方": "m2", "平方千米": "平方公里", "km2": "平方公里", "千米": "公里", "km": "公里", "μg/m3": "微克/立方米"}

func plainUnit(u string) string {
	u = squeeze(norm.NFKC.String(u))
	if rest, ok := strings.CutPrefix(u, "个"); ok && rest != "" {
		u = rest
	}
	if v, ok := unitSpellings[u]; ok {
		return v
	}
	return u
}

// plainPeriod leaves out the marks for an unknown year and for doubt.
func plainPeriod(p string) string {
	p = strings.NewReplacer("XXXX", "", "~", "", "?", "").Replace(p)
	if a, b, ok := strings.Cut(p, "/"); ok && a == b {
		return a
	}
	return p
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// plainName leaves out marks and blanks and the words 的 and 了.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(`“”"'‘’《》〈〉（）()[]【】、，。；：:;,·—-的了`, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// bigrams are the pairs of neighbouring characters of a name.
func bigrams(s string) []string {
	r := []rune(plainName(s))
	if len(r) < 2 {
		return []string{string(r)}
	}
	var pairs []string
	for i := range len(r) - 1 {
		pairs = append(pairs, string(r[i:i+2]))
	}
	return pairs
}

// sameName accepts a name that shares three quarters of its pairs.
func sameName(got, want string) bool {
	if plainName(got) == plainName(want) {
		return true
	}
	if plainName(got) == "" {
		return false
	}
	a, b := bigrams(got), bigrams(want)
	rest, hits := slices.Clone(b), 0
	for _, pair := range a {
		if i := slices.Index(rest, pair); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
			hits++
		}
	}
	return 2*float64(hits)/float64(len(a)+len(b)) >= 0.75
}

// outline compares the headings by their wording, then their levels.
func (s *score) outline(f fixture, doc *policy.Document) {
	got := map[string]int{}
	for _, b := range doc.Blocks {
		if b.Kind == policy.Heading {
			got[plainName(b.Text.String())] = b.Level
		}
	}
	want := map[string]bool{}
	for _, h := range f.headings {
		key := plainName(h["text"])
		want[key] = true
		level, found := got[key]
		if h["optional"] != "" {
			continue
		}
		s.count("outline", found)
		if !found {
			s.miss("MISSED heading %q", h["text"])
			continue
		}
		ok := slices.Contains(h.any("level"), strconv.Itoa(level))
		s.count("level", ok)
		if !ok {
			s.miss("WRONG heading %q: level %d, want %s", h["text"], level, h["level"])
		}
	}
	for _, b := range doc.Blocks {
		if b.Kind == policy.Heading && !want[plainName(b.Text.String())] {
			s.extra["outline"]++
			s.miss("FALSE heading %q", b.Text.String())
		}
	}
}

// boxes asks for a block of kind box that begins with each title.
func (s *score) boxes(f fixture, doc *policy.Document) {
	for _, w := range f.boxes {
		ok := slices.ContainsFunc(doc.Blocks, func(b policy.Block) bool {
			return b.Kind == policy.Box && strings.HasPrefix(plainName(b.Text.String()), plainName(w["title"]))
		})
		s.count("boxes", ok)
		if !ok {
			s.miss("MISSED box %q", w["title"])
		}
	}
}

// numerals asks that nothing listed in numerals.tsv is read as a figure, and
// what the ledger says of it.
func (s *score) numerals(f fixture, doc *policy.Document) {
	for _, w := range f.numerals {
		at, ok := marked(doc.Content.String(), w["where"])
		if !ok {
			s.count("not figures", false)
			s.miss("MISSED %q is not in the content once", w["where"])
			continue
		}
		figure := slices.IndexFunc(doc.Figures, func(g policy.Figure) bool { return g.Evidence.Span.Overlaps(at) })
		s.count("not figures", figure < 0)
		if figure >= 0 {
			s.miss("FALSE figure at %q: %s", w["where"], doc.Figures[figure].Indicator)
		}
		n := slices.IndexFunc(doc.Numerals, func(n policy.Numeral) bool { return n.Span.Overlaps(at) })
		kind := n >= 0 && slices.Contains(w.any("kind"), string(doc.Numerals[n].As))
		s.count("kinds", kind)
		if n < 0 {
			s.miss("MISSED numeral %q", w["where"])
		} else if !kind {
			s.miss("WRONG numeral %q: got %s, want %s", w["where"], doc.Numerals[n].As, w["kind"])
		}
	}
}

// gridOf spreads the cells of a table over its grid, spans repeated.
func gridOf(t *policy.Table) map[[2]int]string {
	g := map[[2]int]string{}
	for _, c := range t.Cells {
		for r := range max(c.RowSpan, 1) {
			for k := range max(c.ColSpan, 1) {
				g[[2]int{c.Row + r, c.Col + k}] = c.Text.String()
			}
		}
	}
	return g
}

func plainCell(s string) string { return squeeze(norm.NFKC.String(s)) }

// hits counts the cells of a wanted grid that a table has in the same place.
func hits(want grid, got map[[2]int]string) int {
	n := 0
	for r, cells := range want.rows {
		for k, c := range cells {
			if v, there := got[[2]int{r, k}]; (there || c != "") && plainCell(v) == plainCell(c) {
				n++
			}
		}
	}
	return n
}

// tablesAndCells gives each wanted grid the table that agrees with it most.
func (s *score) tablesAndCells(f fixture, doc *policy.Document) {
	used := make([]bool, len(doc.Tables))
	for _, want := range f.grids {
		best, most := -1, 0
		for i := range doc.Tables {
			if n := hits(want, gridOf(&doc.Tables[i])); !used[i] && n > most {
				best, most = i, n
			}
		}
		if best >= 0 {
			used[best] = true
			s.table(want, &doc.Tables[best])
			s.cells(f, want.caption, &doc.Tables[best], doc)
			continue
		}
		s.miss("MISSED table %q", want.caption)
		for _, r := range want.rows {
			s.tallies["tables"].of += len(r)
		}
		s.cells(f, want.caption, nil, doc)
	}
	for i := range doc.Tables {
		if !used[i] {
			s.extra["tables"] += len(doc.Tables[i].Cells)
			s.miss("FALSE table %q, %d cells", doc.Tables[i].Caption, len(doc.Tables[i].Cells))
		}
	}
}

// table scores a grid cell by cell, and its caption, unit and note.
func (s *score) table(want grid, got *policy.Table) {
	have := gridOf(got)
	for r, cells := range want.rows {
		for k, c := range cells {
			ok := plainCell(have[[2]int{r, k}]) == plainCell(c)
			s.count("tables", ok)
			if !ok {
				s.miss("WRONG cell %d,%d of %q: got %q, want %q", r, k, want.caption, have[[2]int{r, k}], c)
			}
		}
	}
	s.extra["tables"] += max(0, len(have)-len(want.rows)*len(want.rows[0]))
	for _, p := range [][3]string{{"caption", got.Caption, want.caption}, {"unit", got.Unit, want.unit}, {"note", got.Note, want.note}} {
		ok := plainCell(strings.TrimPrefix(p[1], "注：")) == plainCell(strings.TrimPrefix(p[2], "注："))
		s.count("tables", ok)
		if !ok {
			s.miss("WRONG %s of %q: got %q, want %q", p[0], want.caption, p[1], p[2])
		}
	}
}

// cells scores the figures read from a table's cells: every field at once.
func (s *score) cells(f fixture, caption string, table *policy.Table, doc *policy.Document) {
	for _, w := range f.cells {
		if w["table"] != caption {
			continue
		}
		i := slices.IndexFunc(doc.Figures, func(g policy.Figure) bool {
			return table != nil && g.Table != nil && g.Table.Table == table.ID && strconv.Itoa(g.Table.Row) == w["row"] && strconv.Itoa(g.Table.Col) == w["col"]
		})
		if i < 0 {
			s.count("cells", false)
			s.count("cell area", false)
			s.miss("MISSED cell %s,%s %q of %q", w["row"], w["col"], w["text"], caption)
			continue
		}
		g := doc.Figures[i]
		ok := same("value", g.Value, w.any("value")) && same("unit", g.Unit, w.any("unit")) && same("comparator", string(g.Comparator), w.any("comparator")) &&
			same("status", string(g.Status), w.any("status")) && same("period", g.Period, w.any("period")) && same("indicator", g.Indicator, w.any("indicator"))
		s.count("cells", ok)
		s.count("cell area", same("area", g.Area, w.any("area")))
		if !ok || !same("area", g.Area, w.any("area")) {
			s.miss("WRONG cell %s,%s %q: got %s %s %s %s %s %q %q, want %v", w["row"], w["col"], w["text"], g.Value, g.Unit, g.Comparator, g.Status, g.Period, g.Area, g.Indicator, w)
		}
	}
}
