package platform

import (
	"slices"
	"strings"

	"shuzheng/normalize"
)

// weigh counts what the tokens of a name say of it.
func (n *name) weigh(s string, tokens []token) {
	n.traits |= isAlone
	for i := range tokens[:len(tokens)-1] {
		if i > 0 && i <= len(n.begins) {
			n.begins[i-1] = uint8(tokens[i].start - n.start)
		}
		says := n.count(s, tokens, i)
		n.traits |= says
	}
	if tokens[0].kind == gradeToken {
		n.lead = uint8(tokens[0].size())
	}
	k := len(tokens) - 2
	n.traits |= when(k >= 0 && len(n.head.word) == 3 && n.head.need == needOwn && tokens[k].kind&(subjectToken|commonToken) == 0, isBare)
}

// count counts token i of a name, and what it holds, and gives what it says of the name by its kind.
func (n *name) count(s string, tokens []token, i int) traits {
	switch t := &tokens[i]; t.kind {
	case bracketToken:
		n.bracket(s[t.start+3 : t.end-3])
	case headToken:
		n.inner(tokens, i)
	case subjectToken:
		n.subjects++
	case commonToken, vagueToken:
		n.common++
		if t.ordinary {
			n.ordinary++
		}
	case placeToken:
		return hasPlace | when(t.formal, hasFormal)
	case countryToken:
		return when(i == 0, hasCountry) | when(i > 0 && tokens[i-1].kind == joinToken, hasPlace)
	case instToken:
		return hasInst
	case codeToken:
		return when(!slices.Contains(grades, s[t.start:t.end]), hasCode)
	case quoteToken:
		if slogan(s[t.start+3 : t.end-3]) {
			return hasSlogan
		}
		return hasQuote
	case gradeToken:
		return grade(s[t.start:t.end])
	case unknownToken:
		return when(t.size() > 3 || besideWord(s, tokens, i), hasUnknown) | when(t.size() > 6, hasLong)
	}
	return 0
}

// grades tell a class of laboratories, not one: PCR实验室.
var grades = []string{"P1", "P2", "P3", "P4", "PCR"}

// when is t if it is so, none if it is not.
func when(so bool, t traits) traits {
	if so {
		return t
	}
	return 0
}

// besideWord says whether token i stands beside a common word of one character, with which it is
// a word of its own (大|盂, 远|大), or is a bay, a lake, an island of the place before it (崖州|湾).
func besideWord(s string, tokens []token, i int) bool {
	if i > 0 && (tokens[i-1].single() || tokens[i-1].kind == placeToken && strings.Contains("湾湖江河海岛洲港溪", s[tokens[i].start:tokens[i].end])) {
		return true
	}
	return i+1 < len(tokens) && tokens[i+1].single()
}

// inner weighs a head within a name, token i: an institution is one of its own if something
// stands before it (临江大学|白石研究院), 创新|中心 is two words, 莲|城 a word of its own.
func (n *name) inner(tokens []token, i int) {
	h := tokens[i].head
	n.traits = n.traits&^isAlone | when(i > 0 && len(h.word) == 3 && tokens[i-1].kind == unknownToken, hasUnknown)
	switch {
	case h.abbr || i > 0 && h.kind == "institute" && h.need != needProper:
		n.traits |= hasInst
	case h.need >= needOwn || i == 0:
		n.common++
	default:
		n.subjects++
	}
}

// bracket weighs what stands in brackets within a name: a place, most often.
func (n *name) bracket(inner string) {
	if _, kind, formal := placeBefore(inner, len(inner)); kind == placeToken {
		n.traits |= hasPlace | when(formal, hasFormal)
		n.subjects++ // 长三角（湖州）产业合作区: one of its kind
	} else {
		n.common++
	}
}

// grade weighs a word for a level; only 国家 alone makes a name, 省, 市, 县 have one of it.
func grade(w string) traits {
	if w == "国家" {
		return hasState
	}
	return hasGrade | when(len(w) == 3, hasScope) | when(w == "全国", hasNation)
}

// magnitudes counts the words for many in a quotation: “千企百亿”.
func magnitudes(s string) int {
	return strings.Count(s, "百") + strings.Count(s, "千") + strings.Count(s, "万") + strings.Count(s, "亿")
}

// slogan says whether a quotation is a slogan or a scheme, not a name: “双创”, “一区三园”.
func slogan(s string) bool {
	if strings.IndexByte(s, '+') >= 0 || strings.Contains(s, "×") || strings.HasSuffix(s, "级") {
		return true
	}
	if isHan(s, len(s)-3) {
		if w := slogans.last(s); w != nil && int(w.size) == len(s) {
			return true
		}
	}
	if counts := len(s) >= 6 && strings.Contains("一二三四五六七八九十两", s[:3]) && s[0] >= 0xe3 && !strings.HasPrefix(s, "一体"); !counts && magnitudes(s) < 2 {
		return false
	}
	n, _ := normalize.MatchPlace(s)
	return n == 0 && !placeEnds(s) // but 四川, 三明, 一机游临江
}

// placeEnds says whether s ends in a place.
func placeEnds(s string) bool {
	n, kind, _ := placeBefore(s, len(s))
	return n > 0 && kind == placeToken
}
