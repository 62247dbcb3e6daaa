package audit

import (
	"strings"

	"shuzheng/policy"
)

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
		i = policy.LastChar(s[:i])
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
