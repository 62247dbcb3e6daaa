package platform

import (
	"slices"
	"strings"
)

// trim drops what stands at the left edge of a name and is none of it: praise, the
// verb or adverb before a place. plural says whether what was dropped speaks of
// many. kinds are those of the tokens, or more.
func trim(s string, tokens []token, kinds tokenKind) (left []token, plural bool) {
	if tokens[0].ordinary || kinds&(unknownToken|vagueToken) != 0 {
		tokens = behindPraise(s, behindTown(s, joinScope(s, tokens)))
	}
	for len(tokens) > 1 && outside(s, tokens) {
		plural = plural || tokens[0].kind == vagueToken
		tokens = tokens[1:]
	}
	return tokens, plural && (len(tokens) == 1 || !anchored(tokens))
}

// outside says whether the first of some tokens is none of the name that they end in.
func outside(s string, tokens []token) bool {
	t, after := &tokens[0], &tokens[1]
	switch t.kind {
	case vagueToken, joinToken, bracketToken:
		return true
	case unknownToken: // a person before his university, a verb
		return after.kind == instToken || t.size() == 3 && after.kind&(codeToken|headToken) == 0 && !after.single() && s[t.start:t.end] != "环"
	case gradeToken:
		if s[t.start:t.end] == "国家" && (after.kind == quoteToken || after.kind == placeToken && !after.formal && tokens[len(tokens)-1].head.kind != "zone") {
			return false // 国家“互联网+监管”系统
		}
		if after.kind == unknownToken { // 区|贵溪产业园
			return strings.HasSuffix(s[t.start:t.end], "级") || t.size() == 3 && tokens[len(tokens)-1].head.kind == "zone"
		}
		return anchorFollows(tokens) && !ofLevel(s, tokens) && !seated(tokens[1:])
	case codeToken: // 3.1|临江高新区
		return s[t.start]-'0' < 10 && after.kind == placeToken
	case commonToken: // 应用|省征信平台
		return !seated(tokens[1:]) && (anchorFollows(tokens) || after.kind == gradeToken && (after.size() == 3 || s[after.start:after.end] == "全国" || s[after.start:after.end] == "国家") || t.ordinary && kindsOf(tokens)&(placeToken|countryToken|codeToken) != 0)
	}
	return false
}

// behindPraise leaves out what a name is praised with: 产教融合一体化的|未来医学城.
func behindPraise(s string, tokens []token) []token {
	for i := len(tokens) - 2; i > 0; i-- {
		if t := &tokens[i]; t.kind == vagueToken && strings.HasSuffix(s[:t.end], "的") {
			return tokens[i+1:]
		}
	}
	return tokens
}

// behindTown leaves out where a zone lies that has a name of its own: 临江区白石街道|宏泰产业园.
func behindTown(s string, tokens []token) []token {
	if len(tokens) < 3 || tokens[0].kind != placeToken || !tokens[0].formal || tokens[1].kind != unknownToken {
		return tokens
	}
	t := &tokens[1]
	k := strings.Index(s[t.start:t.end], "街道")
	if k <= 0 || t.start+k+2*len("街道") > t.end {
		return tokens
	}
	t.start += k + len("街道")
	return tokens[1:]
}

// joinScope makes a place of an unknown word with 市, 县, 区 or 省: 临江|市; and of the
// short name of a county.
func joinScope(s string, tokens []token) []token {
	for i := 0; i+1 < len(tokens); i++ {
		if t := &tokens[i]; (t.kind == unknownToken || i == 0 && t.ordinary && ofInstitute(tokens)) && shortCounty(s[t.start:t.end]) {
			t.kind, t.ordinary = placeToken, false
		}
		a, b := &tokens[i], &tokens[i+1]
		if a.kind == unknownToken && b.kind == gradeToken && b.size() == 3 && a.size() <= 12 && (a.size() >= 6 || s[b.start:b.end] == "州") {
			a.end, a.kind, a.formal = b.end, placeToken, true
			copy(tokens[i+1:], tokens[i+2:])
			tokens = tokens[:len(tokens)-1]
		}
	}
	return tokens
}

// seated says whether a place stands right before a bare 中心 or a province before a laboratory, and words for a field
// before that: 技术转移海南|中心, 土壤健康浙江省|实验室.
func seated(tokens []token) bool {
	k := len(tokens) - 2
	if k < 1 || tokens[k].kind != placeToken {
		return false
	}
	h := tokens[k+1].head
	return h.word == "中心" || h.word == "省实验室" || h.kind == "lab" && tokens[k].formal
}

// ofLevel says whether tokens begin with a level and an academy of that level: 省|农科院.
func ofLevel(s string, tokens []token) bool {
	w := s[tokens[1].start:tokens[1].end]
	return tokens[1].kind == instToken && strings.HasSuffix(w, "科院") && !strings.HasPrefix(w, "中")
}

// ofInstitute says whether tokens are the name of an institute, before whose head hardly an ordinary word stands
// alone: 大理|大学.
func ofInstitute(tokens []token) bool {
	h := tokens[len(tokens)-1].head
	return h != nil && h.kind == "institute"
}

// anchorFollows says whether behind common words a place or an institution follows,
// at which the name must begin: 服务|临江科技城.
func anchorFollows(tokens []token) bool {
	k := slices.IndexFunc(tokens, func(t token) bool { return t.kind&plainTokens == 0 })
	return k >= 0 && tokens[k].kind&anchorTokens != 0
}

// anchored says whether the first token is a place, an institution or the like.
func anchored(tokens []token) bool { return tokens[0].kind&(anchorTokens|codeToken) != 0 }

// splitZones keeps what stands behind a zone that is not part of the name: an
// institution in it (临江科学城|云川大学白石研究院), a bare head, a kind of platform.
func (f *finder) splitZones(tokens []token) []token {
	last := len(tokens) - 1
	for i := last - 1; i >= 0 && f.r.kinds&headToken != 0; i-- {
		t := &tokens[i]
		if t.kind != headToken {
			continue
		}
		switch {
		case i+2 < last && f.p.s[tokens[i+1].start:tokens[i+1].end] == "联合" && tokens[i+2].kind&(placeToken|unknownToken) != 0:
			return tokens[i+2:] // 临江高新区联合|澄阳高新区
		case t.head.kind == "zone" && i+1 < last && ownHouse(tokens[i+1:]):
			return tokens[i+1:]
		case t.head.kind == "zone" && i+1 == last && bareBehind(tokens[last].head):
			return tokens[last:]
		case t.head.kind == "zone" && kindOnly(tokens[i+1:]):
			return tokens[i+1:]
		case (t.head.class || i > 0 && tokens[0].kind == gradeToken && t.head.kind == "zone") && i+1 < last && all(tokens[:i], plainTokens) && anchored(tokens[i+1:]):
			return tokens[i+1:]
		}
	}
	return tokens
}

// bareBehind says whether a head right behind a zone is none of its name: 临江科学城|大科学装置.
func bareBehind(h *head) bool { return h.word == "新城" || h.kind == "lab" && h.need == needOwn }

// ownHouse says whether tokens begin with an institution.
func ownHouse(tokens []token) bool {
	if tokens[0].kind == instToken || tokens[0].kind == placeToken && tokens[len(tokens)-1].head.kind == "institute" {
		return true
	}
	i := slices.IndexFunc(tokens, func(t token) bool { return t.kind&(headToken|quoteToken) != 0 })
	return i > 0 && i < len(tokens)-1 && tokens[i].kind == headToken && tokens[i].head.kind == "institute"
}

// kindOnly says whether tokens are common words and a head that names a kind:
// 核心平台, 标杆性科创平台.
func kindOnly(tokens []token) bool {
	h := tokens[len(tokens)-1].head
	return all(tokens[:len(tokens)-1], plainTokens) && (h.class || strings.HasSuffix(h.word, "平台"))
}
