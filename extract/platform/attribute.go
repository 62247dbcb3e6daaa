package platform

import (
	"sort"
	"strings"

	"shuzheng/policy"
)

// attributes reads what the tables and the words beside the names say of the
// platforms.
func (g *gathering) attributes(ps []passage) {
	for i := range ps {
		p := &ps[i]
		for k := range p.names {
			n := &p.names[k]
			if n.verdict != sureName {
				continue
			}
			e := &g.entries[g.root(n.entry)]
			switch {
			case p.table != nil && n.has(isLabel):
				e.row(p)
			case p.table == nil:
				e.beside(p, n, k)
			}
		}
	}
}

// row takes the cells of a row beside the one with the name.
func (e *entry) row(p *passage) {
	t := p.table
	from := sort.Search(len(t.Cells), func(i int) bool { return t.Cells[i].Row >= p.row-maxSpan })
	for i := from; i < len(t.Cells) && t.Cells[i].Row <= p.row; i++ {
		c := &t.Cells[i]
		if c.Row+max(c.RowSpan, 1) <= p.row || c.Text.Len() == 0 || c.Col == p.col {
			continue
		}
		head := columnHead(t, c.Col)
		if head == "" || strings.HasPrefix(head, "序") || head == "编号" {
			continue
		}
		e.say(head, c.Text, 0, c.Text.Len())
		s := c.Text.String()
		if at := strings.Index(s, "位于"); at >= 0 {
			at += len("位于")
			e.say("地址", c.Text, at, at+clauseEnd(s[at:]))
		}
		if at, w := stateIn(s); w != "" {
			e.say("状态", c.Text, at, at+len(w))
		}
	}
}

// maxSpan is over how many rows a cell is looked for that reaches down to a row.
const maxSpan = 64

// columnHead is the header of a column, its lowest row.
func columnHead(t *policy.Table, col int) string {
	head := ""
	for i := 0; i < len(t.Cells) && t.Cells[i].Row < t.HeaderRows; i++ {
		if c := &t.Cells[i]; c.Col <= col && col < c.Col+max(c.ColSpan, 1) && c.Text.Len() > 0 {
			head = c.Text.String()
		}
	}
	return head
}

// maxAttributes bounds how much is kept of one platform.
const maxAttributes = 40

// say notes that bytes [i, j) of text are the value of an attribute.
func (e *entry) say(name string, text policy.Text, i, j int) {
	w := text.Span(i, j)
	for _, a := range e.attributes {
		if a.Name == name && (a.Value == text.String()[i:j] || a.Span == w) {
			return
		}
	}
	if i < j && len(e.attributes) < maxAttributes {
		e.attributes = append(e.attributes, policy.Attribute{Name: name, Value: text.String()[i:j], Span: w})
	}
}

// beside reads where a platform lies and how far it has come, as the clause of its
// name says: 落地挂牌, 建成投用.
func (e *entry) beside(p *passage, n *name, k int) {
	rest := strings.TrimPrefix(p.s[n.end:], "”")
	at := len(p.s) - len(rest)
	if strings.HasPrefix(rest, "位于") {
		at := at + len("位于")
		e.say("地址", p.text, at, at+clauseEnd(p.s[at:]))
	}
	if !n.subject(p.s) {
		return
	}
	end := at + clauseEnd(rest)
	if k+1 < len(p.names) && (p.names[k+1].verdict == sureName && !listed(p.s[n.end:p.names[k+1].start]) || strings.HasSuffix(p.s[:p.names[k+1].start], "的")) {
		end = min(end, p.names[k+1].start) // A研究所与临江市共建的|研究院揭牌
	}
	if i, w := stateIn(p.s[at:max(at, end)]); w != "" {
		e.say("状态", p.text, at+i, at+i+len(w))
	}
}

// clauseEnds are the signs that a clause ends with.
var clauseEnds = policy.WideSetOf("，。；！？")

// clauseEnd is where the clause that s begins with ends.
func clauseEnd(s string) int {
	for i := next(clauseEnds, s, 0); i < len(s); i = next(clauseEnds, s, i+3) {
		if strings.Contains("，。；！？", s[i:i+3]) {
			return i
		}
	}
	return len(s)
}

// stateEnds hold what the words end in for how far a platform has come.
var stateEnds = endsOf(lists["state"])

// stateIn finds the first word of s for how far a platform has come.
func stateIn(s string) (at int, w string) {
	for i := next(stateEnds, s, 0); i < len(s); i = next(stateEnds, s, i+3) {
		if w := states.last(s[:i+3]); w != nil {
			at := i + 3 - int(w.size)
			longer := stateWords.longest(s[at:])
			if rest := s[at+len(longer):]; longer == "获批" && levelAt(rest) != "" || policy.BeginsAny(rest, "项目", "企业", "工程", "设") {
				continue // 获批国家级试点园区: a rank, no stage; 在建项目
			}
			if longer != "" && !strings.HasSuffix(s[:at], "计划") && !strings.HasSuffix(s[:at], "力争") {
				return at, longer
			}
		}
	}
	return 0, ""
}

// subject says whether a name begins its clause, or is listed with one that does.
func (n *name) subject(s string) bool {
	before := strings.TrimSuffix(s[:n.start], "“")
	return n.stop < atCut && (before == "" || clauseStarts.Ends(before) && strings.Contains("，。；：！、）", before[len(before)-3:]))
}

// clauseStarts are the marks that a clause or a member of a list begins behind.
var clauseStarts = policy.WideSetOf("，。；：！、）")
