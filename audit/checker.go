package audit

import (
	"cmp"
	"sort"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A checker holds a document ready for the rules. The Document keeps nothing of it, so its
// lists serve the next one.
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
	excesses []excess // of the passage
	own      lists
}

// lists are those that one rule at a time has for its own.
type lists struct {
	names          names
	groups         groups
	order          []int32
	heads          []headGroup
	rows, captions []numbered
	claims         []counted
	items          []item
	plans          []plan
}

// begin reads the figures of a document once for all rules.
func (c *checker) begin(doc *policy.Document) {
	n := len(doc.Figures)
	*c = checker{
		doc: doc, facts: zeros(c.facts, n), all: zeros(c.all, n), kinds: c.kinds[:0], passages: c.passages[:0],
		tables: doc.TablesByID(), names: c.names, units: c.units, groups: c.groups,
		levels: c.levels[:0], next: zeros(c.next, n), ranges: map[string][2]int{}, named: map[string][]int32{},
		found: c.found[:0], own: c.own,
	}
	c.names.begin(n)
	c.units.begin()
	c.groups.begin(n)
	for i := range doc.Figures {
		c.fill(i)
	}
	for i := range c.facts {
		c.all[i] = &c.facts[i]
	}
	c.pass()
	c.tabulate()
	c.group()
}

// fill makes fact i of figure i.
func (c *checker) fill(i int) {
	f := &c.facts[i]
	f.Figure = &c.doc.Figures[i]
	f.index, f.passage = int32(i), -1
	f.level = f.Measure == policy.Level && f.Status != policy.Rule
	f.share = f.Unit == "%" || f.Unit == "‰" || f.Unit == "成"
	f.goal, f.ranged = f.Status == policy.Target, f.ValueHigh != ""
	f.value, _ = normalize.ParseDecimal(f.Value)
	if f.high = f.value; f.ranged {
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
	c.numberWords(f, before)
	f.exact = f.Decimals == 0 && f.exp == 0 && c.units.counts[f.unit]
}

// numberWords numbers the name, area, period and unit of a fact. Most share some with the
// fact before, nil for none.
func (c *checker) numberWords(f, before *fact) {
	switch f.like = f.index; {
	case before != nil && before.Indicator == f.Indicator && before.Concept == f.Concept && before.Measure == f.Measure:
		f.like, f.name = before.like, before.name
	case f.Concept != "":
		f.name = c.number(f.Concept)
	default:
		f.name = c.wordsOf(f)
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
}

// wordsOf numbers what the indicator of a fact says in other words too.
func (c *checker) wordsOf(f *fact) int32 {
	if f = &c.facts[f.like]; f.words == 0 {
		f.words = c.number(normalize.IndicatorKey(f.Indicator, f.Measure == policy.Change))
	}
	return f.words
}

// cell finds the cell of a table; nil where it has none of its own there.
func (c *checker) cell(ref *policy.CellRef) *policy.Cell {
	t := c.tables[ref.Table]
	if t == nil {
		return nil
	}
	i, ok := sort.Find(len(t.Cells), func(i int) int { return cmp.Or(ref.Row-t.Cells[i].Row, ref.Col-t.Cells[i].Col) })
	if !ok {
		return nil
	}
	return &t.Cells[i]
}

// group chains the levels that are about the same, in order of place.
func (c *checker) group() {
	for i := len(c.facts) - 1; i >= 0; i-- { // from the end, so that each comes before the next
		f := &c.facts[i]
		c.next[i], f.group = -1, -1
		if !f.level || f.name == 0 {
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
		if f.base != like.base || f.ranged {
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
	if a, b := f.goal == like.goal, best.goal == like.goal; a != b {
		return a
	}
	if a, b := f.Comparator == policy.Equal, best.Comparator == policy.Equal; a != b {
		return a
	}
	return f.Decimals > best.Decimals
}
