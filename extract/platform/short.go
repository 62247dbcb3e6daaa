package platform

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// shorts finds the places where a platform is named by the end of its name: 走廊 for
// 白石科创走廊, 行知学院 for 浙师大行知学院.
func (g *gathering) shorts(ps []passage) {
	if len(g.entries) == 0 {
		return
	}
	full := make([][]mention, len(g.entries)) // the places that short forms are read from
	for i := range g.entries {
		full[i] = inOrder(g.entries[i].mentions)
	}
	for i := range ps {
		p := &ps[i]
		for k := range p.names {
			n := &p.names[k]
			if n.verdict == sureName || n.has(hasGrade|hasState|hasCountry) {
				continue
			}
			if group := g.byForm[n.head.group]; len(group) > maxShorts {
				g.report(mention{p: p, start: n.start, end: n.end}, "以“"+n.head.form+"”结尾的平台名称过多，未查找它们的简称")
			} else {
				g.short(shortForm{g: g, p: p, n: n, full: full}, group)
			}
		}
	}
}

// inOrder is the mentions by place.
func inOrder(all []mention) []mention {
	byPlace := func(a, b mention) int { return cmp.Or(a.p.index-b.p.index, a.start-b.start) }
	if len(all) > 1 && !slices.IsSortedFunc(all, byPlace) {
		all = slices.Clone(all)
		slices.SortFunc(all, byPlace)
	}
	return all[:len(all):len(all)]
}

// maxShorts bounds how many platforms with one head a short form is held against,
// nearMentions how many places of each, before and behind it.
const (
	maxShorts    = 80
	nearMentions = 8
)

// A shortForm is a phrase that may be the end of a platform's name.
type shortForm struct {
	g    *gathering
	p    *passage
	n    *name
	full [][]mention
}

// short finds the platform that a phrase is the end of, of those the one named
// nearest. Common words before the end may belong to the sentence.
func (g *gathering) short(f shortForm, group []int) {
	n := f.n
	if len(group) == 0 || n.stop == atCut && n.has(isWish) && !f.single() {
		return // 特色鲜明的|产业园 tells a kind
	}
	if g.shortAt(f, n.start, group) || n.subjects > 0 || n.has(hasUnknown|hasInst|hasPlace|hasQuote) || n.stop == atCut && n.has(isWish) {
		return
	}
	for _, at := range n.begins {
		if at > 0 && g.shortAt(f, n.start+int(at), group) {
			return
		}
	}
	g.shortAt(f, n.end-len(n.head.word), group)
}

// shortAt takes the phrase from byte at on for a short form, if it is one.
func (g *gathering) shortAt(f shortForm, at int, group []int) bool {
	i := f.nearest(at, group)
	if i < 0 {
		return false
	}
	e := &g.entries[i]
	e.alias(f.p.s[at:f.n.end])
	e.mentions = append(e.mentions, mention{p: f.p, start: at, end: f.n.end})
	f.n.verdict, f.n.entry = sureName, i
	return true
}

// nearest is the entry named nearest of those that end in the phrase from byte at
// on, -1 if it means none.
func (f shortForm) nearest(at int, group []int) int {
	t := f.p.s[at:f.n.end]
	bare := len(t) == len(f.n.head.word)
	best, least, second, fits := -1, far, far, 0
	for _, i := range group {
		if e := &f.g.entries[i]; e.into >= 0 || len(t) >= len(e.key) || !f.ends(t, e) {
			continue
		}
		fits++
		if d := f.distance(at, f.around(at, f.full[i]), bare); d < least {
			best, least, second = i, d, least
		} else {
			second = min(second, d)
		}
	}
	switch {
	case best < 0, fits > 1 && !bare && !f.n.has(hasUnknown|hasPlace|hasInst|hasQuote|hasCode), f.n.has(isPlural) && (fits > 1 || !f.single() || f.n.stop == atPlural):
		return -1
	case least < elsewhere/2 && second-least < oneList:
		f.g.report(mention{p: f.p, start: at, end: f.n.end}, "“"+t+"”可能指不止一个平台，未归入任何一个")
		return -1 // A科技城、B科技城……科技城
	case least < alone || fits == 1 && (f.single() || f.titled(best)):
		return best
	}
	return -1
}

// single says whether a document that names one platform with the head means it by
// the head alone: 科创走廊, not 高新区.
func (f shortForm) single() bool {
	return f.n.head.kind == "zone" && (f.n.head.form == "走廊" || f.n.head.form == "廊道" || f.n.head.need == needSolo)
}

// titled says whether the title names the platform: the document is about it.
func (f shortForm) titled(i int) bool {
	for _, m := range f.full[i][:min(len(f.full[i]), nearMentions)] {
		if m.p.title {
			return f.n.head.kind == "zone"
		}
	}
	return false
}

// Distances of a short form from the full one: characters within a passage, more
// for another passage of the section; alone, if somewhere in the document; far,
// if it may not be meant.
const (
	oneList   = 48 // so near to each other names stand in one list
	elsewhere = 1 << 24
	alone     = 1 << 28
	far       = 1 << 30
)

// distance is how far the phrase at byte at stands from the nearest place of the
// full name, the one before it first.
func (f shortForm) distance(at int, full []mention, bare bool) int {
	least, part := far, bare && f.n.head.kind != "zone"
	if part && len(f.n.head.word) < len("科创中心") {
		return far
	}
	for i := range full {
		if m := &full[i]; !part || m.p == f.p && m.start <= at {
			least = min(least, f.apart(at, m, bare))
		}
	}
	return least
}

// apart is how far the phrase stands from one place of the full name.
func (f shortForm) apart(at int, m *mention, bare bool) int {
	switch on := (f.p.index - m.p.index) * 2; {
	case m.p == f.p && m.start < at:
		return at - m.start
	case m.p == f.p:
		return elsewhere/2 + m.start - at
	case scope(m.p) == scope(f.p) && on >= 0:
		return elsewhere + on
	case scope(m.p) == scope(f.p) && (!bare || f.single()):
		return elsewhere - on
	case scope(m.p) == scope(f.p), !f.single() && !m.p.title:
		return far // 各地开发区 before 临江开发区 is named
	}
	return alone
}

// around is the places next to byte at of the passage.
func (f shortForm) around(at int, full []mention) []mention {
	k := sort.Search(len(full), func(i int) bool {
		m := &full[i]
		return m.p.index > f.p.index || m.p == f.p && m.start >= at
	})
	return full[max(0, k-nearMentions):min(len(full), k+nearMentions)]
}

// scope is the heading that a passage stands under; a heading stands under itself.
func scope(p *passage) int {
	if p.heading {
		return p.block
	}
	return p.section
}

// ends says whether the phrase t is the end of the name of e, or of a form of it:
// 高新区 of 临江高新技术产业开发区.
func (f shortForm) ends(t string, e *entry) bool {
	if f.n.head.word == e.head.word {
		return strings.HasSuffix(e.key, t)
	}
	stem, _ := strings.CutSuffix(e.key, e.head.word)
	return strings.HasSuffix(stem, t[:len(t)-len(f.n.head.word)])
}
