package audit

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// finders look for the list that a statement counts, the nearest first.
var finders = []func(k *counter, c *counted) (listed, bool){
	stepsAfter, inQuotes, listBefore, inBracket, listAfter, enumerated, underHeadings, nextBlocks, nextClauses, nextNames,
}

// nearest is how many of the finders look right beside the statement: no more is asked
// for a figure (10个平台), which counts the world more often than the text.
const nearest = 6

// check holds a statement against the first list that fits it. Where none does, one
// that must be meant proves it wrong, and one that the text leads over to leaves it
// unchecked. It says whether there was one.
func (k *counter) check(c *counted) bool {
	if k.finished(c) {
		return true
	}
	var best listed
	look := finders
	if c.figure != "" && !c.listable() {
		look = finders[:nearest]
	}
	for _, find := range look {
		l, ok := find(k, c)
		if ok && (l.alike || !c.compound()) { // 五险一金 are six
			k.reportCount(c, l)
			k.remember(c, l)
			return true
		}
		if best.n == 0 && l.n > 1 && (l.sure || l.told) && near(l.n, c.n) && !c.compound() && !c.loosely() {
			best = l
		}
	}
	if best.n > 0 {
		k.reportCount(c, best)
	}
	return best.n > 0
}

// remember keeps the list of a name.
func (k *counter) remember(c *counted, l listed) {
	if !c.isName() {
		return
	}
	if k.known == nil {
		k.known = map[string]listed{}
	}
	said := c.s[c.at:c.end]
	if _, ok := k.known[said]; !ok {
		k.known[said] = l
	}
}

// generic says whether items only name kinds of places: 7个省（自治区、直辖市）.
func generic(items []string) bool {
	return slices.ContainsFunc(items, func(item string) bool { return slices.Contains(placeKinds, item) })
}

var placeKinds = wordClasses.Of("placekind")

// mark is the mark a text ends with, "\x00" where it ends with none.
func mark(s string) string {
	s = strings.TrimRight(s, " 第一二三四步")
	for _, m := range [...]string{"，", "；", "。", "：", ",", ";", ":"} {
		if strings.HasSuffix(s, m) {
			return m
		}
	}
	return "\x00"
}

// clauseOf is the first clause of s.
func clauseOf(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return endsClause(r) && !strings.ContainsRune("！？\n\t", r) }); i >= 0 {
		return s[:i]
	}
	return s
}

// shortened keeps the first n characters.
func shortened(s string, n int) string {
	if len(s) <= n || policy.RuneCount(s) <= n {
		return s
	}
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}
