package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// stock is the concept of a figure of things of which there are a number: where the
// sentence says that they were added, that of things added, if it is known.
func (r *conceptReader) stock(p *conceptPlace, c *normalize.Concept) *normalize.Concept {
	act, verb := p.act()
	if verb == noVerb && (p.Measure != policy.Level || r.settled || stocks.suffix(p.Indicator) > 0) {
		act = noAct // 新增就业9万人，全市农民工总量19万人、增长8%
	}
	if act == noAct && r.acted && strings.TrimSpace(p.before[clauseBegin(p.before):]) == "" && !stocks.in(p.between) {
		act, verb = added, noVerb // 新增高新技术企业350家，科技小巨人企业8家
	}
	r.acted, r.settled = act != noAct, act == noAct
	switch act {
	case addedHere:
		return p.behind("新增")
	case added: // 建设|高标准农田
		return p.behind(verb)
	}
	return c
}

// An act says what a sentence does to the things that a figure counts.
type act int

const (
	noAct     act = iota
	addedHere     // 新增高新技术企业350家
	added         // 新增…350家、科技小巨人企业8家; 争创省级创新联合体1家
)

// noVerb is in no name.
const noVerb = "？"

// act reads the last verb before a figure, unless words behind it say that the figure
// is of all there is. A verb of the same clause may be a part of a name.
func (p *conceptPlace) act() (a act, verb string) {
	if i, n := adds.lastIn(p.between); n > 0 && !stocks.in(p.between[i+n:]) {
		return addedHere, ""
	}
	if stocks.in(p.between) {
		return noAct, ""
	}
	clause := clauseBegin(p.before)
	add, n := adds.lastIn(p.before)
	do, m := acts.lastIn(p.before[clause:])
	switch {
	case n > 0 && add >= clause:
		return p.unlessStock(add, add+n, addedHere), ""
	case m > 0:
		return p.unlessStock(clause+do, clause+do+m, added), p.before[clause+do : clause+do+m]
	case n > 0:
		return p.unlessStock(add, add+n, added), noVerb
	}
	return noAct, ""
}

// clauseBegin is where the last clause of s begins.
func clauseBegin(s string) int {
	i := strings.LastIndexAny(s, "，,：:；;")
	if i < 0 {
		return 0
	}
	_, n := policy.FirstRune(s[i:])
	return i + n
}

// unlessStock is a, or noAct where words for all there is stand right before the verb
// (累计建成) or anywhere behind.
func (p *conceptPlace) unlessStock(from, to int, a act) act {
	if stocks.suffix(p.before[:from]) > 0 || stocks.in(p.before[to:]) {
		return noAct
	}
	return a
}
