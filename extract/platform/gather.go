package platform

import (
	"slices"
	"sort"
	"strconv"

	"shuzheng/policy"
)

// A mention is one place of a platform's name.
type mention struct {
	p          *passage
	start, end int // in the passage
	level      string
}

// An entry is a platform being put together.
type entry struct {
	name       string // the fullest form
	key        string // name without quotation marks and brackets
	head       *head
	traits     traits
	aliases    []string
	mentions   []mention
	attributes []policy.Attribute
	figures    []string
	into       int // the entry it was found to be another form of, -1 for none
}

// A gathering is the platforms of a document.
type gathering struct {
	doc     *policy.Document
	entries []entry
	byKey   map[string]int
	byForm  [][]int         // by the group of their heads
	told    map[string]bool // the problems reported
}

// report notes a problem once.
func (g *gathering) report(m mention, message string) {
	if !g.told[message] {
		g.told[message] = true
		g.doc.Report(m.p.text.Span(m.start, m.end), message)
	}
}

// gather puts the mentions of each platform together.
func (g *gathering) gather(doc *policy.Document, ps []passage) {
	for i := range g.entries {
		group := &g.byForm[g.entries[i].head.group]
		*group = (*group)[:0]
	}
	clear(g.byKey)
	clear(g.told)
	g.doc, g.entries = doc, g.entries[:0]
	for i := range ps {
		p := &ps[i]
		for k := range p.names {
			if p.names[k].verdict == sureName {
				g.add(p, &p.names[k])
			}
		}
	}
	for i := range ps {
		g.again(&ps[i])
	}
}

// keySigns are left out of a name when it is compared.
var keySigns = policy.CharSetWith("“”（）—· ")

// key is a name as it is compared: 研究院（临江分院） is 研究院临江分院.
func key(name string) string {
	if allHan(name) {
		return name // nearly all
	}
	for k := keySigns.Next(name, 0); k < len(name); k = keySigns.Next(name, k) {
		_, n := policy.FirstRune(name[k:])
		name = name[:k] + name[k+n:]
	}
	return name
}

// add notes a sure name.
func (g *gathering) add(p *passage, n *name) {
	full := n.whole
	if full == "" {
		full = p.s[n.start:n.end]
	}
	k := key(full)
	i, ok := g.byKey[k]
	if !ok {
		i = len(g.entries)
		g.byKey[k] = i
		g.entries = slices.Grow(g.entries, 1)[:i+1]
		g.entries[i] = entry{name: full, key: k, head: n.head, into: -1, mentions: g.entries[i].mentions[:0]} // in the room of another
	}
	e := &g.entries[i]
	e.traits |= n.traits
	e.mentions = append(e.mentions, mention{p, n.start, n.end, n.level})
	n.entry = i
}

// again takes the phrases that stand word for word where one surely is a name.
func (g *gathering) again(p *passage) {
	for k := range p.names {
		n := &p.names[k]
		if n.verdict != mayBe || n.has(isPlural) {
			continue
		}
		if _, ok := g.byKey[key(p.s[n.start:n.end])]; ok {
			n.verdict = sureName
			g.add(p, n)
		}
	}
}

// root is the entry that entry i was found to be a form of, or i.
func (g *gathering) root(i int) int {
	for g.entries[i].into >= 0 {
		i = g.entries[i].into
	}
	return i
}

// merge makes one platform of entries i and j, under the name that has something of
// its own, of such the longer.
func (g *gathering) merge(i, j int) {
	i, j = g.root(i), g.root(j)
	if i == j {
		return
	}
	if own := traits(hasPlace | hasInst | hasQuote); g.entries[i].has(own) == g.entries[j].has(own) && len(g.entries[j].key) > len(g.entries[i].key) ||
		!g.entries[i].has(own) && g.entries[j].has(own) {
		i, j = j, i
	}
	a, b := &g.entries[i], &g.entries[j]
	b.into = i
	a.traits |= b.traits
	a.alias(b.name)
	for _, w := range b.aliases {
		a.alias(w)
	}
	a.mentions = append(a.mentions, b.mentions...)
}

// alias notes another form of the name.
func (e *entry) alias(w string) {
	if w != e.name && !slices.Contains(e.aliases, w) {
		e.aliases = append(e.aliases, w)
	}
}

// platforms turns the gathering into the document's platforms, by first mention.
func (g *gathering) platforms() []policy.Platform {
	out, mentions := make([]policy.Platform, 0, len(g.entries)), 0
	for i := range g.entries {
		mentions += len(g.entries[i].mentions)
	}
	room := make([]policy.Mention, mentions)
	for i := range g.entries {
		if e := &g.entries[i]; e.into < 0 {
			n := len(e.mentions)
			out = append(out, e.platform(room[:n:n]))
			room = room[n:]
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Mentions[0].Span.Start < out[j].Mentions[0].Span.Start })
	number(out)
	return out
}

// number gives platforms their IDs, which share one string.
func number(out []policy.Platform) {
	ids := make([]byte, 0, 5*len(out))
	ends := make([]int, len(out))
	for i := range out {
		ids = strconv.AppendInt(append(ids, 'p'), int64(i+1), 10)
		ends[i] = len(ids)
	}
	all, from := string(ids), 0
	for i, end := range ends {
		out[i].ID, from = all[from:end], end
	}
}

// platform is the platform of an entry, with its mentions in room.
func (e *entry) platform(room []policy.Mention) policy.Platform {
	p := policy.Platform{Name: e.name, Type: e.head.kind, Level: e.level(), Aliases: e.aliases, Mentions: room, Attributes: e.attributes, Figures: e.figures}
	for i, m := range e.mentions {
		p.Mentions[i] = policy.Mention{Span: m.p.text.Span(m.start, m.end), Exact: m.p.s[m.start:m.end]}
	}
	if len(p.Mentions) == 1 {
		return p
	}
	policy.Sort(p.Mentions, func(a, b policy.Mention) int { return a.Span.Start - b.Span.Start })
	p.Mentions = slices.CompactFunc(p.Mentions, func(a, b policy.Mention) bool { return a.Span.Overlaps(b.Span) })
	return p
}
