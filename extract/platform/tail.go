package platform

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// extend takes into a name what belongs to it behind its head, and before the
// quotation that it ends: 临江（杭州）科创中心|（人才大厦）, 临江|“人才码”.
func (f *finder) extend(n *name) {
	s := f.p.s
	if n.has(isQuoted) && !n.has(hasPlace|hasInst|hasUnknown) && (n.verdict != sureName || n.head.need == needQuoted || n.words() == 0) {
		f.quotedTail(n)
	}
	if n.verdict == sureName && n.end < len(s) {
		n.end += partBehind(s[n.end:], n.head)
	}
	inner := bracketBehind(s[n.end:])
	if n.verdict != sureName && n.subjects > 0 && placeAlone(inner) {
		n.traits |= hasPlace
		n.verdict = n.judge()
	}
	if inner != "" && f.ownBracket(n, inner) {
		n.end += len(inner) + 6
	}
}

// partBehind is the length of what tells behind a name which part of it is meant: 口岸工业园区|A区,
// 国家蛋白质科学中心|·上海.
func partBehind(rest string, h *head) int {
	if h.kind == "zone" && rest[0]-'A' < 26 && strings.HasPrefix(rest[1:], "区") {
		return len("A区")
	}
	if place, ok := strings.CutPrefix(rest, "·"); ok {
		if m, _ := normalize.MatchPlace(place); m > 0 {
			return len("·") + m
		}
	}
	return 0
}

// quotedTail makes a name of a quotation with the place or institution before it.
func (f *finder) quotedTail(n *name) {
	at := n.start - 3
	r := &f.tail
	r.begin(f.p.s, at)
	r.rest(at)
	tokens := joinScope(f.p.s, r.tokens)
	for len(tokens) > 0 && !anchored(tokens) {
		tokens = tokens[1:]
	}
	if len(tokens) == 0 || !all(tokens, placeToken|instToken) {
		return
	}
	n.start, n.end = tokens[0].start, n.end+3
	n.traits |= hasPlace | hasQuote
	n.verdict = sureName
}

// bracketBehind is what stands in the brackets that s begins with, "" if none do or
// it is long.
func bracketBehind(s string) string {
	if !strings.HasPrefix(s, "（") {
		return ""
	}
	if k := strings.Index(s[:min(len(s), longestGroup+6)], "）"); k > 0 {
		return s[3:k]
	}
	return ""
}

// placeAlone says whether inner is the short name of a place.
func placeAlone(inner string) bool {
	m, kind, formal := placeBefore(inner, len(inner))
	return m > 0 && m == len(inner) && kind == placeToken && !formal
}

// ownBracket says whether the brackets behind a head belong to the name: with a
// place, a branch, or another name for it that has nothing of its own.
func (f *finder) ownBracket(n *name, inner string) bool {
	if n.verdict != sureName || len(inner) > 36 {
		return false
	}
	if len(inner) == len("B型") && isAlnum(inner[0]) && inner[1:] == "型" || placeAlone(inner) || n.has(hasState) && isField(inner) {
		return true // 保税物流中心（B型）, 国家海洋综合试验场（深海）
	}
	if m, _, _ := placeBefore(inner, len(inner)); m == len(inner) || !allHan(inner) || policy.BeginsAny(inner, remarks...) {
		return false // （望海区） says which zone is meant
	}
	h := words.lastHead(inner)
	return h != nil && h.kind != "" && (h.word == "分院" || h.word == "分所" || ownWords(inner, h))
}

// isField says whether s is a field of work that the table knows.
func isField(s string) bool {
	if !isHan(s, len(s)-3) {
		return false
	}
	w := words.last(s)
	return w != nil && w.class == subjectClass && int(w.size) == len(s)
}

// ownWords says whether a name with head h has nothing of a place or an institution.
func ownWords(s string, h *head) bool {
	var r reader
	r.read(s, len(s), h)
	return r.at == 0 && kindsOf(r.tokens)&(placeToken|instToken) == 0
}
