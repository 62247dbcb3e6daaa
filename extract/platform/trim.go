package platform

import "strings"

// trim drops what stands at the left edge of a name and is none of it: praise, the
// verb or adverb before a place. plural says whether what was dropped speaks of
// many.
func trim(s string, tokens []token) (left []token, plural bool) {
	tokens = behindPraise(s, behindTown(s, joinScope(s, tokens)))
	for len(tokens) > 1 {
		t := &tokens[0]
		switch {
		case t.kind == vagueToken:
			plural = true
		case t.kind == joinToken, t.kind == bracketToken:
		case t.kind == unknownToken && tokens[1].kind == instToken: // a person before his university
		case t.kind == unknownToken && t.end-t.start == 3 && tokens[1].kind != codeToken && tokens[1].kind != headToken && !single(&tokens[1]) && !shortInst(tokens) && s[t.start:t.end] != "环":
		case t.kind == gradeToken && (tokens[1].kind == placeToken || tokens[1].kind == quoteToken || tokens[1].kind == unknownToken && strings.HasSuffix(s[t.start:t.end], "级")):
		case t.kind == gradeToken && t.end-t.start == 3 && tokens[1].kind == unknownToken && tokens[len(tokens)-1].head.kind == "zone": // 区|贵溪产业园
		case s[t.start:t.end] == "国家" && seated(tokens):
			return tokens, false // 国家技术转移海南|中心
		case (t.kind == commonToken || t.kind == gradeToken && !ofLevel(s, tokens)) && anchorFollows(tokens):
		case t.kind == commonToken && tokens[1].kind == gradeToken && tokens[1].end-tokens[1].start == 3: // 应用|省征信平台
		case t.kind == commonToken && t.ordinary && placeFollows(tokens):
		default:
			return tokens, plural && !anchored(tokens)
		}
		tokens = tokens[1:]
	}
	return tokens, plural
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
			t.kind = placeToken
		}
		a, b := &tokens[i], &tokens[i+1]
		if a.kind == unknownToken && b.kind == gradeToken && b.end-b.start == 3 && a.end-a.start <= 12 &&
			(a.end-a.start >= 6 || s[b.start:b.end] == "州") {
			a.end, a.kind, a.formal = b.end, placeToken, true
			copy(tokens[i+1:], tokens[i+2:])
			tokens = tokens[:len(tokens)-1]
		}
	}
	return tokens
}

// seated says whether a place stands right before a bare 中心, and words for a field before that.
func seated(tokens []token) bool {
	k := len(tokens) - 2
	return k > 1 && tokens[k].kind == placeToken && tokens[k+1].head.word == "中心"
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

// shortInst says whether the first token is the character before 师大 or 医大.
func shortInst(tokens []token) bool { return tokens[1].kind == headToken && tokens[1].head.abbr }

// anchorFollows says whether behind common words a place or an institution follows,
// at which the name must begin: 服务|临江科技城.
func anchorFollows(tokens []token) bool {
	for i := range tokens {
		switch tokens[i].kind {
		case commonToken, vagueToken, gradeToken:
		case placeToken, instToken, countryToken, quoteToken:
			return true
		default:
			return false
		}
	}
	return false
}

// placeFollows says whether a place, a country or a code stands farther on in the name.
func placeFollows(tokens []token) bool {
	for i := range tokens {
		if k := tokens[i].kind; k == placeToken || k == countryToken || k == codeToken {
			return true
		}
	}
	return false
}

// anchored says whether the first token is a place, an institution or the like.
func anchored(tokens []token) bool {
	switch tokens[0].kind {
	case placeToken, instToken, countryToken, quoteToken, codeToken:
		return true
	}
	return false
}

// splitZones keeps what stands behind a zone that is not part of the name: an
// institution in it (临江科学城|云川大学白石研究院), a bare head, a kind of platform.
func (f *finder) splitZones(tokens []token) []token {
	last := len(tokens) - 1
	for i := last - 1; i >= 0; i-- {
		t := &tokens[i]
		if t.kind != headToken {
			continue
		}
		switch {
		case t.head.kind == "zone" && i+1 < last && ownHouse(tokens[i+1:]):
			return tokens[i+1:]
		case t.head.kind == "zone" && i+1 == last && bareBehind(tokens[last].head):
			return tokens[last:]
		case t.head.kind == "zone" && kindOnly(f.p.s, tokens[i+1:]):
			return tokens[i+1:]
		case (t.head.class || i > 0 && tokens[0].kind == gradeToken && t.head.kind == "zone") && i+1 < last && onlyKind(tokens[:i]) && anchored(tokens[i+1:]):
			return tokens[i+1:]
		}
	}
	return tokens
}

// bareBehind says whether a head right behind a zone is none of its name: 临江科学城|大科学装置.
func bareBehind(h *head) bool { return h.word == "新城" || h.kind == "lab" && h.need == needOwn }

// ownHouse says whether tokens begin with an institution.
func ownHouse(tokens []token) bool {
	if tokens[0].kind == instToken {
		return true
	}
	if tokens[0].kind == placeToken && tokens[len(tokens)-1].head.kind == "institute" {
		return true
	}
	for i := 0; i+1 < len(tokens); i++ {
		if k := tokens[i].kind; k == headToken {
			return tokens[i].head.kind == "institute" && i > 0
		} else if k == quoteToken {
			return false
		}
	}
	return false
}

// kindOnly says whether tokens are common words and a head that names a kind:
// 核心平台, 标杆性科创平台.
func kindOnly(s string, tokens []token) bool {
	for i := range tokens[:len(tokens)-1] {
		if k := tokens[i].kind; k != commonToken && k != vagueToken && k != gradeToken {
			return false
		}
	}
	return strings.HasSuffix(tokens[len(tokens)-1].head.word, "平台") || tokens[len(tokens)-1].head.class
}

// onlyKind says whether tokens are a level and common words: 省级|特色小镇|.
func onlyKind(tokens []token) bool {
	for i := range tokens {
		if k := tokens[i].kind; k != commonToken && k != vagueToken && k != gradeToken {
			return false
		}
	}
	return true
}
