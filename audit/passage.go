package audit

import "shuzheng/policy"

// A passage is the text of a paragraph, or of a cell with several figures.
type passage struct {
	s      string
	lo, hi int // facts[lo:hi] stand in it, in order of place
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
		lo = hi
	}
}

// tabulate notes where the facts of each table stand. What is not together is left out.
func (c *checker) tabulate() {
	for lo, hi := 0, 0; lo < len(c.facts); lo = hi {
		t := c.facts[lo].Table
		for hi = lo + 1; t != nil && hi < len(c.facts) && c.facts[hi].Table != nil && c.facts[hi].Table.Table == t.Table; {
			hi++
		}
		if t == nil {
			continue
		}
		if _, known := c.ranges[t.Table]; !known {
			c.ranges[t.Table] = [2]int{lo, hi}
		}
	}
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
	end := 0
	for i := lo; i < hi; i++ {
		f := &c.facts[i]
		f.passage, f.prior = int32(len(c.passages)), end
		f.at, f.end = t.Offset(f.Evidence.Span.Start), t.Offset(f.Evidence.Span.End)
		end = max(end, f.end)
	}
	c.passages = append(c.passages, passage{t.String(), lo, hi})
}

// stops says whether a sentence ends between fact i and the one before it in its passage.
func (c *checker) stops(i int) bool {
	f := &c.facts[i]
	return lastStop(between(c.passages[f.passage].s, f.prior, f.at)) > 0
}

// stopBetween says whether a sentence ends between two facts of one passage.
func (c *checker) stopBetween(a, b *fact) bool {
	for i := min(a.index, b.index) + 1; i <= max(a.index, b.index); i++ {
		if c.stops(int(i)) {
			return true
		}
	}
	return false
}

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
