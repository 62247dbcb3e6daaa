package platform

import (
	"slices"
	"strings"
)

// forms merges the entries that are forms of one name: 白石走廊 and 白石科创大走廊,
// 临江（上海）中心 and 上海（临江）中心.
func (g *gathering) forms() {
	for i := range g.entries {
		group := &g.byForm[g.entries[i].head.group]
		*group = append(*group, i)
	}
	for i := range g.entries {
		e := &g.entries[i]
		switch group := g.byForm[e.head.group]; {
		case len(group) == 1 || group[0] != i:
		case len(group) <= maxForms:
			g.formsOf(slices.Clone(group))
		default:
			g.report(e.mentions[0], "以“"+e.head.form+"”结尾的平台名称过多，未比对其中哪些是同一个平台")
		}
	}
}

// maxForms bounds how many names of one head are compared with each other.
const maxForms = 300

func (g *gathering) formsOf(group []int) {
	slices.SortStableFunc(group, func(i, j int) int { return len(g.entries[j].key) - len(g.entries[i].key) })
	for n, i := range group {
		found, near := -1, 0
		for _, j := range group[:n] {
			if !g.sameName(&g.entries[i], &g.entries[j]) || found >= 0 && g.root(j) == g.root(found) {
				continue
			}
			close := g.beside(i, j)
			if strings.HasSuffix(g.entries[j].key, g.entries[i].key) {
				close += 3 // 线站 of B线站 rather than of 先进线站
			}
			if found < 0 || close > near {
				found, near = j, close
			} else if close == near {
				found, near = -1, 9 // may be either
				break
			}
		}
		if found >= 0 {
			g.merge(i, found)
		}
	}
}

// beside says how near entry j is named to the first place of entry i: in the same
// passage or row 2, in the same section 1, else 0.
func (g *gathering) beside(i, j int) int {
	at, best := g.entries[i].mentions[0].p, 0
	for _, m := range g.entries[j].mentions {
		switch {
		case m.p == at || at.table != nil && m.p.table == at.table && m.p.row == at.row:
			return 2
		case m.p.section == at.section:
			best = 1
		}
	}
	return best
}

// sameName says whether s is a shorter form of l, or the same words in another order.
func (g *gathering) sameName(s, l *entry) bool {
	switch {
	case len(s.key) > len(l.key) || s.key == l.key:
		return false
	case len(s.key) == len(l.key):
		return len(s.key) >= 24 && shuffled(s.key, l.key)
	case l.head.word == "大学":
		return s.head.abbr && shortens(s.key, l.key, s.traits)
	}
	if s.has(hasScope) && strings.HasSuffix(l.key, s.key) {
		return true // 省征信平台 of 云川省征信平台
	}
	return s.has(hasPlace|hasInst|hasCode|hasQuote|hasUnknown|hasCountry) && shortens(s.key, l.key, s.traits)
}

func (e *entry) has(t traits) bool { return e.traits&t != 0 }

// shuffled says whether two texts of one length have the same characters.
func shuffled(a, b string) bool {
	sum := 0
	for i := range len(a) {
		sum += int(a[i]) - int(b[i])
	}
	if sum != 0 {
		return false
	}
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// shortens says whether s is l with characters left out that tell no other platform
// by it: parts of words, common words, and what stands before.
func shortens(s, l string, t traits) bool {
	if !strings.Contains(l, s[:min(3, len(s))]) {
		return false // nearly all
	}
	i, j := len(s), len(l)
	gap := j
	for i > 0 {
		if j == 0 {
			return false
		}
		a, b := lastRune(s[:i]), lastRune(l[:j])
		if s[i-1] != l[j-1] || s[a:i] != l[b:j] {
			j = b
			continue
		}
		if gap != j && !mayDrop(l[j:gap], t) {
			return false
		}
		i, j, gap = a, b, b
	}
	return j == 0 || leads(l[:j])
}

// lastRune is where the last character of s begins.
func lastRune(s string) int {
	i := len(s) - 1
	if i >= 2 && s[i-2]>>4 == 0xe {
		return i - 2
	}
	for i > 0 && s[i]&0xc0 == 0x80 {
		i--
	}
	return i
}

// mayDrop says whether what is left out within a name holds no word that tells one
// name from another: a field of work, an institution, a place.
func mayDrop(gap string, t traits) bool {
	for i := len(gap); i >= 6; i = lastRune(gap[:i]) {
		if !isHan(gap, i-3) {
			continue
		}
		if w := words.last(gap[:i]); w != nil && w.size > 3 && (w.class == subjectClass || w.class == instClass) {
			return false
		}
		if n, kind, _ := placeBefore(gap, i); n > 0 && kind == placeToken && t&hasInst == 0 {
			return false
		}
	}
	return true
}

// leads says whether what stands before the shorter form may be left out: places,
// institutions, codes; one character, of a word that is cut short.
func leads(lead string) bool {
	if len(lead) <= 3 {
		return true
	}
	var r reader
	r.begin(lead, len(lead))
	r.joint = 1
	r.rest(len(lead))
	return r.at == 0 && kindsOf(r.tokens)&(commonToken|subjectToken|vagueToken|joinToken) == 0
}
