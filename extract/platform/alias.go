package platform

import (
	"slices"
	"strings"
)

// aliases follows the short names that the text itself gives: 以下简称“X”, A即B,
// 临江服务中心（临江青年之家), and the short form of an institute: 科学学所.
func (g *gathering) aliases(ps []passage) {
	searches := maxSearches
	for i := range ps {
		p := &ps[i]
		for k := range p.names {
			n := &p.names[k]
			if n.verdict != sureName {
				continue
			}
			if k+1 < len(p.names) && p.names[k+1].verdict == sureName && same(p.s, n, &p.names[k+1]) {
				g.merge(n.entry, p.names[k+1].entry)
			}
			if w := called(p.s[n.end:]); w != "" && searches > 0 {
				searches--
				g.search(ps[i:], n.entry, w, n.end)
			}
		}
	}
	g.codes(ps)
	for i := range g.entries {
		if w := g.entries[i].instituteShort(); w != "" && searches > 0 {
			searches--
			g.search(ps, i, w, 0)
		}
	}
}

// same says whether two names beside each other are of one platform: A即B, A（B）.
func same(s string, a, b *name) bool {
	switch gap := s[a.end:b.start]; gap {
	case "即":
		return true
	case "（", "（即", "（又称", "（又名", "（亦称", "（也称", "（原":
		return strings.HasPrefix(s[b.end:], "）") && a.head.kind == b.head.kind
	}
	return false
}

// called is the short name that the text gives right behind a name.
func called(rest string) string {
	rest, bracket := strings.CutPrefix(strings.TrimPrefix(rest, "”"), "（")
	if !bracket && !strings.HasPrefix(rest, "，") {
		return "" // most names
	}
	rest = strings.TrimPrefix(rest, "，")
	w := rest[len(calls.longest(rest)):]
	if len(w) == len(rest) && !(bracket && strings.HasPrefix(rest, "“")) {
		return ""
	}
	w = strings.TrimPrefix(strings.TrimPrefix(w, "为"), "“")
	if end := strings.IndexAny(w, "”），、；。"); end >= 6 && end <= longestGroup && allHan(w[:end]) {
		return w[:end]
	}
	return ""
}

// codes follows a corridor by its code, where only one has it: 长三角G60.
func (g *gathering) codes(ps []passage) {
	times := map[string]int{}
	for i := range g.entries {
		if w := g.entries[i].corridor(); w != "" {
			times[w]++
		}
	}
	searches := maxSearches
	for i := range g.entries {
		if w := g.entries[i].corridor(); w != "" && times[w] == 1 && searches > 0 {
			searches--
			g.search(ps, i, w, 0)
		}
	}
}

// corridor is the code of a corridor, "" if the entry is none or has none.
func (e *entry) corridor() string {
	if e.into >= 0 || !e.has(hasCode) || e.head.form != "走廊" {
		return ""
	}
	codes := strings.FieldsFunc(e.key, func(c rune) bool { return c >= 0x80 || !isAlnum(byte(c)) })
	return strings.Join(codes[:min(1, len(codes))], "")
}

// maxSearches bounds how many short names are looked for in the whole text,
// maxSearched to how many places each is followed.
const (
	maxSearches = 40
	maxSearched = 200
)

// search notes every place of the short name w of entry i, from byte from of the
// first passage on.
func (g *gathering) search(ps []passage, i int, w string, from int) {
	e, found := &g.entries[g.root(i)], 0
	for k := range ps {
		for p := &ps[k]; from <= len(p.s); from++ {
			at := strings.Index(p.s[from:], w)
			if at < 0 {
				break
			}
			from += at
			if found == maxSearched {
				g.report(mention{p: p, start: from, end: from + len(w)}, "简称“"+w+"”出现过多，只列出前面的")
				return
			}
			if p.free(from, from+len(w)) && !told(p.s[:from]) {
				start := from
				if w[0] < 0x80 {
					n, _, _ := placeBefore(p.s, from)
					start -= n // 长三角G60
				}
				e.alias(p.s[start : from+len(w)])
				e.mentions = append(e.mentions, mention{p: p, start: start, end: from + len(w)})
				found++
			}
			from += len(w) - 1
		}
		from = 0
	}
}

// told says whether before ends in a word that tells of a kind what follows: 农产品|交易系统.
func told(before string) bool {
	if !isHan(before, len(before)-3) {
		return false
	}
	w := words.last(before)
	return w != nil && (w.class == subjectClass || w.class == commonClass && w.size > 3)
}

// free says whether no sure name stands at bytes [start, end) of the passage.
func (p *passage) free(start, end int) bool {
	return !slices.ContainsFunc(p.names, func(n name) bool { return n.verdict == sureName && n.start < end && start < n.end })
}

// instituteShort is the short form of an institute's name: 临江市科学学研究所 is
// called 科学学所.
func (e *entry) instituteShort() string {
	stem, ok := strings.CutSuffix(e.name, "研究所")
	if !ok || e.into >= 0 {
		return ""
	}
	for at := min(3*longestPlace, len(stem)-6); at >= 6 && allHan(stem); at -= 3 {
		if n, _, _ := placeBefore(stem, at); n == at {
			return stem[at:] + "所"
		}
	}
	return ""
}
