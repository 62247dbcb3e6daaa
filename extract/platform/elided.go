package platform

import "strings"

// elided finds the names of a list that share the head at its end: 临江智能装备和
// 澄阳精密制造等高新区 names two zones.
func (f *finder) elided(n *name) bool {
	s := f.p.s
	counted, at := false, n.start
	for !strings.HasSuffix(s[:at], "等") {
		k := lastRune(s[:at])
		if k <= 0 || n.start-at > 12 || !counts(s[k:at]) {
			return false
		}
		counted = counted || s[k] < 0x80
		at = k
	}
	if !counted && n.head.need > needSolo {
		return false // 研发创新、商务办公等功能区
	}
	return f.members(at-len("等"), n, counted) || f.example(at-len("等"), n)
}

// counts says whether a character is a digit or a counter.
func counts(c string) bool {
	return c[0]-'0' < 10 || c == "个" || c == "家" || c == "所" || c == "大" || c == "座"
}

// example takes 临江等现代林业开发区 for the zone of 临江, by all these words.
func (f *finder) example(end int, n *name) bool {
	if n.subjects == 0 || n.has(hasPlace|hasGrade|hasState|isPlural) {
		return false
	}
	k := end - 3*longestPlace
	for k = max(k, 0); k < end; k++ {
		if !isHan(f.p.s, k) {
			continue
		}
		w := f.p.s[k:end]
		if m, kind, _ := placeBefore(w, len(w)); m == len(w) && kind == placeToken || shortCounty(w) {
			whole := w + f.p.s[n.start:n.end]
			n.start, n.verdict, n.whole = k, sureName, whole
			n.traits |= hasPlace
			f.keep(n)
			return true
		}
	}
	return false
}

// maxMembers bounds how many names one head may be shared by.
const maxMembers = 20

// members reads the names of the list that ends at byte end.
func (f *finder) members(end int, n *name, counted bool) bool {
	var found []name
	for range maxMembers {
		m, more, ok := f.member(end, n, counted)
		if ok {
			found = append(found, m)
		}
		if end = more; end < 0 {
			break
		}
	}
	if len(found) == 1 && !found[0].has(hasPlace) && !counted {
		return false
	}
	for i := len(found) - 1; i >= 0; i-- {
		f.keep(&found[i])
	}
	return len(found) > 0
}

// member reads the name that ends at byte end; more is where the one before it
// ends, -1 where it was the first.
func (f *finder) member(end int, n *name, counted bool) (m name, more int, ok bool) {
	more = f.readMember(end)
	tokens := f.r.tokens
	if len(tokens) == 0 {
		return m, more, false
	}
	tokens = withoutField(f.p.s, tokens)
	last := tokens[len(tokens)-1]
	tokens, plural := trim(f.p.s, append(tokens, token{start: end, end: end, kind: headToken, head: n.head}), f.r.kinds)
	m = name{start: tokens[0].start, end: end, head: n.head, stop: atComma, verdict: sureName}
	m.weigh(f.p.s, tokens)
	m.whole = f.p.s[m.start:last.end] + f.p.s[n.start+int(n.lead):n.end]
	if plural || last.kind == headToken || len(tokens) < 3 && !counted || m.end-m.start > 36 {
		return m, more, false
	}
	return m, more, m.sharesHead(counted)
}

// readMember reads the tokens of the member of a list that ends at byte end, and gives where the one
// before it ends, -1 where it is the first.
func (f *finder) readMember(end int) (more int) {
	r := &f.r
	r.begin(f.p.s, end)
	r.joint = 1
	r.rest(end)
	switch {
	case r.stop == atComma:
		return r.at - len("、")
	case r.stop == atCut && (r.cut == "和" || r.cut == "与" || r.cut == "及"):
		return r.at - len(r.cut)
	}
	return -1
}

// withoutField leaves out what stands in brackets at the end of tokens and is no place: 临江嘉木|（光电信息）.
func withoutField(s string, tokens []token) []token {
	last := len(tokens) - 1
	if last == 0 || tokens[last].kind != bracketToken || placeAlone(s[tokens[last].start+len("（"):tokens[last].end-len("）")]) {
		return tokens
	}
	return tokens[:last]
}

// sharesHead says whether a phrase without a head has enough of its own to be a name with that of its list, of
// which the members are counted or not.
func (n *name) sharesHead(counted bool) bool {
	switch {
	case n.has(hasGrade):
		return false
	case n.has(hasPlace) && n.begins[0] > 0, n.has(hasUnknown) && n.subjects > 0: // 厦门|翔安
		return true
	case n.has(hasUnknown) && n.has(hasPlace|hasLong):
		return counted
	}
	return counted && n.subjects > 0 && !n.has(hasQuote)
}
