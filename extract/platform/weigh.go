package platform

import (
	"strings"

	"shuzheng/normalize"
)

// weigh counts what the tokens of a name say of it.
func (n *name) weigh(s string, tokens []token) {
	n.traits |= isAlone
	for i := range tokens[:len(tokens)-1] {
		t := &tokens[i]
		if i > 0 && i <= len(n.begins) {
			n.begins[i-1] = uint8(t.start - n.start)
		}
		switch t.kind {
		case placeToken:
			n.traits |= hasPlace | when(t.formal, hasFormal)
		case countryToken:
			n.traits |= when(i == 0, hasCountry)
		case instToken:
			n.traits |= hasInst
		case quoteToken:
			no := slogan(s[t.start+3 : t.end-3])
			n.traits |= when(no, hasSlogan) | when(!no, hasQuote)
		case bracketToken:
			n.bracket(s[t.start+3 : t.end-3])
		case codeToken:
			n.traits |= hasCode
		case gradeToken:
			n.grade(s[t.start:t.end])
			if i == 0 {
				n.lead = t.end - t.start
			}
		case unknownToken:
			n.traits |= when(t.end-t.start > 3 || besideSingle(tokens, i) || i > 0 && tokens[i-1].kind == placeToken && water(s[t.start:t.end]), hasUnknown) | when(t.end-t.start > 6, hasLong)
		case commonToken, vagueToken:
			n.common++
			if t.ordinary {
				n.ordinary++
			}
		case subjectToken:
			n.subjects++
		case headToken:
			n.traits = n.traits&^isAlone | when(i > 0 && len(t.head.word) == 3 && tokens[i-1].kind == unknownToken, hasUnknown) // 莲|城, a word of its own
			n.inner(t, i > 0)
		}
	}
	k := len(tokens) - 2
	n.traits |= when(k >= 0 && len(n.head.word) == 3 && n.head.need == needOwn && tokens[k].kind != subjectToken && tokens[k].kind != commonToken, isBare)
}

// when is t if it is so, none if it is not.
func when(so bool, t traits) traits {
	if so {
		return t
	}
	return 0
}

// besideSingle says whether token i stands beside a common word of one character, with which
// it is a word of its own: 大|盂, 远|大.
func besideSingle(tokens []token, i int) bool {
	return i > 0 && single(&tokens[i-1]) || i+1 < len(tokens) && single(&tokens[i+1])
}

// water says whether a character behind a place makes the name of a bay, a lake, an island of it: 崖州|湾.
func water(w string) bool { return strings.Contains("湾湖江河海岛洲港溪", w) }

// single says whether a token is a common word of one character.
func single(t *token) bool { return t.kind == commonToken && t.end-t.start == 3 }

// inner weighs a head within a name: an institution is one of its own if something
// stands before it (临江大学|白石研究院), 创新|中心 is two words.
func (n *name) inner(t *token, named bool) {
	switch {
	case t.head.abbr || named && t.head.kind == "institute" && t.head.need != needProper:
		n.traits |= hasInst
	case t.head.need == needOwn || t.head.need == needQuoted || t.head.need == needProper || !named:
		n.common++
	default:
		n.subjects++
	}
}

// bracket weighs what stands in brackets within a name: a place, most often.
func (n *name) bracket(inner string) {
	if _, kind, formal := placeBefore(inner, len(inner)); kind == placeToken {
		n.traits |= hasPlace
		n.subjects++ // 长三角（湖州）产业合作区: one of its kind
		if formal {
			n.traits |= hasFormal
		}
		return
	}
	n.common++
}

// grade weighs a word for a level; only 国家 alone makes a name.
func (n *name) grade(w string) {
	if w == "国家" {
		n.traits |= hasState
		return
	}
	n.traits |= hasGrade
	switch w {
	case "省", "市", "县", "区", "州":
		n.traits |= hasScope
	case "全国":
		n.traits |= hasNation
	}
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
	if n, _ := normalize.MatchPlace(s); n > 0 {
		return false // 四川, 三明
	}
	return len(s) >= 6 && strings.Contains("一二三四五六七八九十两", s[:3]) && s[0] >= 0xe3 && !strings.HasPrefix(s, "一体") || magnitudes(s) > 1
}
