package audit

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A fact is a figure made ready for arithmetic.
type fact struct {
	*policy.Figure
	index   int32             // in checker.facts
	value   normalize.Decimal // negative for a fall
	high    normalize.Decimal // the upper end of a range, else value
	exp     int               // power of ten that its magnitude stands for: 8 of 亿
	exact   bool              // counted to ones, so nothing was rounded: 1370家
	name    int32             // of its concept, or else of its indicator; 0 where it has none
	words   int32             // of its indicator, folded
	area    int32
	period  int32
	unit    int32 // in checker.units, as base
	base    int32 // what is left of the unit without what it is per
	group   int32 // of levels about the same; -1 for none
	passage int32 // index in checker.passages, -1 for the only figure of a cell
	at, end int   // the bytes of the numeral in the passage's text
	clause  int   // where its clause begins there, not before the end of the figure before
	prior   int   // the end of the figure before
	stop    int32 // how many sentences end before it
	among   bool  // 其中 stands between the figure before and it
	adds    answer
}

// An answer to a question that is asked often, once it was.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// isLevel says whether the fact is an amount or a share that can be computed with.
func (f *fact) isLevel() bool { return f.Measure == policy.Level && f.Status != policy.Rule }

// isShare says whether the fact is in per cent or the like.
func (f *fact) isShare() bool { return f.Unit == "%" || f.Unit == "‰" || f.Unit == "成" }

// A passage is the text of a paragraph, or of a cell with several figures.
type passage struct {
	s      string
	lo, hi int // facts[lo:hi] stand in it, in order of place
}

// A checker holds a document ready for the rules.
type checker struct {
	doc      *policy.Document
	facts    []fact         // one for each of doc.Figures, in the same order
	all      []*fact        // the same
	kinds    [][]membership // by words, see kindsIn
	passages []passage
	tables   map[string]*policy.Table // by ID
	names                             // of concepts and indicators, areas and periods
	units    unitTable
	groups   groups                           // of levels: by name, area and period
	levels   []int32                          // the first level of each in facts
	next     []int32                          // the next one of the same group, -1 for none
	room     [maxGroup]*fact                  // see chain
	ranges   map[string][2]int                // the facts of each table, as a range
	named    map[string][]int32               // see namesOf
	placed   map[normalize.PlaceLevel][]int32 // see places
	found    []policy.Check
	full     bool
}

// newChecker reads the figures of a document once for all rules.
func newChecker(doc *policy.Document) *checker {
	n := len(doc.Figures)
	c := &checker{
		doc: doc, facts: make([]fact, n), next: make([]int32, n),
		tables: make(map[string]*policy.Table, len(doc.Tables)), names: newNames(n), units: unitTable{names: newNames(32)},
		groups: newGroups(n), named: map[string][]int32{}, ranges: map[string][2]int{},
	}
	for i := range doc.Tables {
		c.tables[doc.Tables[i].ID] = &doc.Tables[i]
	}
	for i := range doc.Figures {
		c.fill(i)
	}
	c.all = make([]*fact, n)
	for i := range c.facts {
		c.all[i] = &c.facts[i]
	}
	c.pass()
	c.group()
	return c
}

// fill makes fact i of figure i. Most figures of a table share words with the one before.
func (c *checker) fill(i int) {
	f := &c.facts[i]
	f.Figure = &c.doc.Figures[i]
	f.index, f.passage = int32(i), -1
	f.value, _ = normalize.ParseDecimal(f.Value)
	f.high = f.value
	if f.ValueHigh != "" {
		f.high, _ = normalize.ParseDecimal(f.ValueHigh)
	}
	if f.Measure == policy.Change {
		f.sign()
	}
	f.exp = exponent(f.Scale)
	var before *fact
	if i > 0 {
		before = &c.facts[i-1]
	}
	if before != nil && before.Indicator == f.Indicator && before.Concept == f.Concept && before.Measure == f.Measure {
		f.name, f.words = before.name, before.words
	} else {
		f.words = c.number(normalize.IndicatorKey(f.Indicator, f.Measure == policy.Change))
		if f.name = f.words; f.Concept != "" {
			f.name = c.number(f.Concept)
		}
	}
	if before != nil && before.Area == f.Area {
		f.area = before.area
	} else {
		f.area = c.number(f.Area)
	}
	if before != nil && before.Period == f.Period {
		f.period = before.period
	} else {
		f.period = c.number(f.Period)
	}
	if before != nil && before.Unit == f.Unit {
		f.unit, f.base = before.unit, before.base
	} else {
		f.unit = c.units.of(f.Unit)
		f.base = c.units.bases[f.unit]
	}
	f.exact = f.Decimals == 0 && f.exp == 0 && c.units.counts[f.unit]
}

// sign makes the value of a fall negative, whether it is written 下降1.8% or 增长-1.8%.
func (f *fact) sign() {
	if f.value.Sign() < 0 {
		f.value = f.value.Neg()
	}
	if f.high.Sign() < 0 {
		f.high = f.high.Neg()
	}
	if f.Direction == policy.Down {
		f.value, f.high = f.high.Neg(), f.value.Neg()
	}
}

// exponent is n of a scale that is 10 to the n, 0 for any other.
func exponent(scale string) int {
	if len(scale) < 2 || scale[0] != '1' || strings.Trim(scale[1:], "0") != "" {
		return 0
	}
	return len(scale) - 1
}

// A unitTable numbers units.
type unitTable struct {
	names
	bases  []int32 // by number: what is left without what it is per
	counts []bool  // by number: it counts things
}

// of is the number of a unit.
func (t *unitTable) of(unit string) int32 {
	n := t.number(unit)
	for len(t.bases) < len(t.keys) {
		u := t.keys[len(t.bases)]
		size, known := normalize.MatchUnit(u)
		t.counts = append(t.counts, size == len(u) && known.Kind == normalize.CountUnit)
		base, _, _ := strings.Cut(u, "/")
		t.bases = append(t.bases, t.number(base)) // where it is new, it follows
	}
	return n
}

// pass puts the facts of one paragraph, or of one cell, into one passage.
func (c *checker) pass() {
	for lo := 0; lo < len(c.facts); {
		hi := lo + 1
		for hi < len(c.facts) && samePlace(c.facts[lo].Figure, c.facts[hi].Figure) {
			hi++
		}
		if t := c.facts[lo].Table; t == nil || hi-lo > 1 {
			c.passage(lo, hi)
		}
		c.extend(lo, hi)
		lo = hi
	}
}

// extend notes that facts[lo:hi], if they are of a table, follow its others.
func (c *checker) extend(lo, hi int) {
	t := c.facts[lo].Table
	if t == nil {
		return
	}
	r, ok := c.ranges[t.Table]
	if !ok {
		r[0] = lo
	} else if r[1] != lo {
		return // out of order: what is not together is left out
	}
	r[1] = hi
	c.ranges[t.Table] = r
}

// tableFacts is the facts of a table, by row and column.
func (c *checker) tableFacts(id string) []fact {
	r := c.ranges[id]
	return c.facts[r[0]:r[1]]
}

// samePlace says whether two figures stand in the same paragraph or the same cell.
func samePlace(a, b *policy.Figure) bool {
	if a.Table == nil || b.Table == nil {
		return a.Table == b.Table && a.Block == b.Block
	}
	return *a.Table == *b.Table
}

// passage makes one of facts[lo:hi], if their text is there.
func (c *checker) passage(lo, hi int) {
	t, ok := c.textOf(c.facts[lo].Figure)
	if !ok {
		return
	}
	for i := lo; i < hi; i++ {
		f := &c.facts[i]
		f.passage = int32(len(c.passages))
		f.at, f.end = t.Offset(f.Evidence.Span.Start), t.Offset(f.Evidence.Span.End)
	}
	c.passages = append(c.passages, passage{t.String(), lo, hi})
	c.scan(&c.passages[len(c.passages)-1])
}

// scan finds, in one go, where the clauses of a passage's facts begin, which sentences
// they stand in and which stand behind 其中.
func (c *checker) scan(p *passage) {
	stops, end := int32(0), 0
	for k := p.lo; k < p.hi; k++ {
		f := &c.facts[k]
		f.prior, f.clause = end, end
		before := p.s[:max(f.at, end)]
		from := end
		if k == p.lo {
			from = lastMark(before) // what stands before it, nobody asks
		}
		for i := nextOf(markFirst, before, from); i < len(before); i = nextOf(markFirst, before, i) {
			n, mark := markAt(before[i:])
			switch mark {
			case stopMark:
				stops++
				f.clause = i + n
			case clauseMark:
				f.clause = i + n
			case amongMark:
				f.among = true
			}
			i += n
		}
		f.clause, f.stop = trimmed(p.s, f.clause, max(f.at, f.clause)), stops
		end = max(end, f.end)
	}
}

// lastMark is where the last mark of a clause or sentence stands in s, 0 if none does.
func lastMark(s string) int {
	for i := backOf(markFirst, s, len(s)); i > 0; i = backOf(markFirst, s, i) {
		i--
		for i > 0 && s[i]&0xc0 == 0x80 {
			i--
		}
		if _, mark := markAt(s[i:]); mark == clauseMark || mark == stopMark {
			return i
		}
	}
	return 0
}

// markFirst holds the wide characters that markAt looks for.
var markFirst = policy.WideSetOf("，。；：！？（其")

// What markAt finds.
const (
	plainMark = iota
	clauseMark
	stopMark
	amongMark
)

// markAt says what s begins with, and how many bytes to go on.
func markAt(s string) (n, mark int) {
	n = charLen(s)
	switch s[:n] {
	case "\n", "。", "！", "？":
		return n, stopMark
	case ",", ";", "(", "\t", "，", "；", "：", "（":
		return n, clauseMark
	case "其":
		if strings.HasPrefix(s, "其中") {
			return len("其中"), amongMark
		}
	}
	return n, plainMark
}

// stopBetween says whether a sentence ends between two facts of one passage.
func stopBetween(a, b *fact) bool { return a.stop != b.stop }

// textOf is the text that a figure stands in.
func (c *checker) textOf(f *policy.Figure) (policy.Text, bool) {
	if f.Table == nil {
		if f.Block < 0 || f.Block >= len(c.doc.Blocks) {
			return policy.Text{}, false
		}
		return c.doc.Blocks[f.Block].Text, true
	}
	if cell := c.cell(f.Table); cell != nil {
		return cell.Text, true
	}
	return policy.Text{}, false
}

// cell finds the cell of a table; nil where it has none of its own there.
func (c *checker) cell(ref *policy.CellRef) *policy.Cell {
	t := c.tables[ref.Table]
	if t == nil {
		return nil
	}
	lo, hi := 0, len(t.Cells) // by row, then column
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if m := &t.Cells[mid]; m.Row < ref.Row || m.Row == ref.Row && m.Col < ref.Col {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(t.Cells) && t.Cells[lo].Row == ref.Row && t.Cells[lo].Col == ref.Col {
		return &t.Cells[lo]
	}
	return nil
}

// group chains the levels that are about the same, in order of place.
func (c *checker) group() {
	for i := len(c.facts) - 1; i >= 0; i-- { // from the end, so that each comes before the next
		f := &c.facts[i]
		c.next[i], f.group = -1, -1
		if !f.isLevel() || f.name == 0 {
			continue
		}
		if f.group = c.groups.number(key{f.name, f.area, f.period}); int(f.group) == len(c.levels) {
			c.levels = append(c.levels, int32(i))
			continue
		}
		c.next[i] = c.levels[f.group]
		c.levels[f.group] = int32(i)
	}
}

// level finds a level of a name, area and period whose unit is that of like, a stated
// one before an estimate, what was reached or what is aimed at as like is. It is nil
// where there is none.
func (c *checker) level(name, area int32, period string, like *fact) *fact {
	p, ok := c.find(period)
	if !ok || name == 0 {
		return nil
	}
	group := c.groups.find(key{name, area, p})
	if group < 0 {
		return nil
	}
	i := c.levels[group]
	var best *fact
	for n := 0; i >= 0 && n < maxGroup; n++ {
		f := &c.facts[i]
		i = c.next[i]
		if f.base != like.base || f.ValueHigh != "" {
			continue
		}
		if best == nil || better(f, best, like) {
			best = f
		}
	}
	return best
}

// better says whether f is the better level to compute with: of the same status as
// like, then a plain number before a bound, then the more precise one.
func better(f, best, like *fact) bool {
	if a, b := f.aims() == like.aims(), best.aims() == like.aims(); a != b {
		return a
	}
	if a, b := f.Comparator == policy.Equal, best.Comparator == policy.Equal; a != b {
		return a
	}
	return f.Decimals > best.Decimals
}

// aims says whether the fact is a goal rather than something reached or expected.
func (f *fact) aims() bool { return f.Status == policy.Target }
