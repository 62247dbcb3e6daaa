package extract

import (
	"cmp"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A spot is a place that a passage names, and what it does there.
type spot struct {
	start, end int
	name       string
	subject    bool // figures after it are about it
}

// spots finds the places that govern figures in the passage.
func (w *walk) spots() []spot {
	out, end := w.r.scratch.spots[:0], 0
	if k := w.p.figureBefore(len(w.p.marks)); k >= 0 {
		end = w.p.marks[k].start
	}
	var last spot // the place before, subject or not
	for _, g := range w.signals {
		i := int(g.at)
		if i >= end {
			break
		}
		if g.kind&(placeSignal|itemSignal) == 0 || i < last.end {
			continue
		}
		sp := w.spotAt(g, last)
		if sp.end == 0 || w.p.figuresBetween(i, sp.end) {
			continue // not 6|万元乡
		}
		if sp.subject {
			out = append(out, sp)
		}
		last = sp
	}
	w.r.scratch.spots = out
	return out
}

// spotAt reads the place at a signal; its end is 0 where there is none.
func (w *walk) spotAt(g signal, last spot) spot {
	i, s := int(g.at), w.p.s
	sp := spot{start: i}
	whole := true
	if g.kind&placeSignal != 0 {
		whole = w.knownPlace(&sp, last)
	}
	if sp.end == 0 && g.kind&itemSignal != 0 {
		if strings.HasSuffix(last.name, "本级") {
			if n := lowerRanks.prefix(s[i:]); n > 0 {
				return spot{start: i, end: i + n, name: w.st.place.name, subject: true}
			}
		}
		w.unknownPlace(&sp, last)
	}
	if sp.end == 0 || sp.name == "" {
		return sp
	}
	for n := len(sp.name); n > 0 && g.kind&itemSignal != 0 && !startsIn(s[i:], "全"); sp.end += n { // not 全省|特色小镇
		if n = townAt(s[sp.end:]); n > 0 {
			sp.name, whole = s[sp.end:sp.end+n], true // 青禾县|大坝镇|柳河村
		}
	}
	if j := last.end; j > 0 && j < i && isAnd(strings.TrimPrefix(s[j:i], "地区")) {
		sp.subject = last.subject && !inName(s[sp.end:])
	} else {
		sp.subject = (w.isSubject(i, sp.end, whole) || w.sharedOut(s[sp.end:]) && !w.partner(i, sp.end)) && !w.tells(sp)
	}
	if !sp.subject && w.elsewhere(i, sp) {
		sp.name, sp.subject = "", true
	}
	return sp
}

// unknownEnds are the last characters of the places that unknownPlace reads, one of which each of them holds within its clause.
var unknownEnds = policy.WideSetOf("省市州盟县区旗镇乡街道村城")

// unknownPlace reads a place that no table holds where sp starts: 青禾县|8个, 明湖高新区, 大坝镇.
func (w *walk) unknownPlace(sp *spot, last spot) {
	s, i := w.p.s, sp.start
	clause := s[i:w.p.clauses[w.p.clauseAt(i)].end]
	if !unknownEnds.In(upTo(clause, zoneReach)) {
		return // as in most clauses
	}
	n, p := normalize.GuessPlace(s[i:])
	if n > 0 && i+n < len(s) && s[i+n]-'0' < 10 && guessed(s[i:], n) {
		sp.end, sp.name = i+n, p.Name
		return
	}
	if n = w.p.bareZone(i); n == 0 {
		n = max(w.zone(i), w.cityZone(i, last), w.p.townLen(i, clause))
	}
	if n > 0 {
		sp.end, sp.name = i+n, s[i:i+n]
	}
}

// tells says whether a place, the home belonging to it, only makes known what its clause goes on to:
// 临江市科技局发布《明湖高新区规划》.
func (w *walk) tells(sp spot) bool {
	c := &w.p.clauses[w.p.clauseAt(sp.start)]
	return sp.name == w.st.place.parent && madeKnown.in(w.p.s[sp.end:max(sp.end, c.end)])
}

// sharedOut says whether s goes on with more places, between which something is shared out:
// 降幅最大的是甲市|、乙市、丙市，分别下降19%、11%、9%.
func (w *walk) sharedOut(s string) bool {
	more := false
	for {
		n, joint := 0, joints.prefix(s)
		if joint > 0 {
			n, _ = w.placeInRow(s[joint:])
		}
		if n == 0 {
			return more && startsIn(s, "分别", "，分别")
		}
		s, more = s[joint+n:], true
	}
}

// knownPlace reads a place of the table, or 全市, where sp starts; last is the place before.
// It is whole unless it is called by a short form.
func (w *walk) knownPlace(sp *spot, last spot) (whole bool) {
	s, i := w.p.s, sp.start
	if n, p := normalize.MatchRelativePlace(s[i:]); n > 0 {
		sp.end, sp.name = i+n, w.relativeName(p)
		if sp.name == "" && p.Scope == normalize.Whole && p.Level == normalize.Town {
			sp.name = cmp.Or(w.p.townBefore(i, p.Name[len("全"):]), p.Name)
		}
		if p.Scope == normalize.Spoken && normalize.LevelOf(last.name) == p.Level {
			sp.name = last.name
		}
		return true
	}
	n, p := w.placeAt(s[i:])
	if n == 0 && last.end > 0 && last.end < i && (isAnd(s[last.end:i]) || w.afterFigure(i)) {
		n, p = w.placeInRow(s[i:])
	}
	if n == 0 || shortOfTown(s[i:i+n], s[i+n:]) || joinsPlace(s, i, n) || n == len("东区") && partOfTown(s[i:i+n]) {
		return true
	}
	sp.end = i + n
	return w.call(sp, p)
}

// call names the spot sp, which stands for p, unless it is only part of the name of a zone or tells of what is foreign. It
// is whole unless it is called by a short form.
func (w *walk) call(sp *spot, p normalize.Place) (whole bool) {
	called, rest := w.p.s[sp.start:sp.end], w.p.s[sp.end:]
	m := reaches.prefix(rest)
	if zoneEnds.Ends(called) && zoneWords.suffix(called) > 0 {
		if m = zoneParts.prefix(rest); zoneGoesOn.prefix(rest[m:]) > 0 {
			return true // its name is left empty: a zone that is made
		}
	}
	if p.Level == normalize.Country && (p.Name != "全国" || called == "中国") && w.st.place.level > normalize.Country {
		return true // 德国客商增资2亿元 is no figure of Germany, nor 中国名牌20个 of the country
	}
	if sp.name = p.Name; called != p.Name && strings.HasPrefix(p.Name, called) {
		sp.name = w.r.former(p.Name, p.Level)
	}
	sp.name, sp.end = sp.name+rest[:m], sp.end+m
	return strings.HasSuffix(called, p.Name) && (p.Level != normalize.Country || p.Name == "全国") || called == "我国" || p.Level == normalize.Region
}

// townBefore is the last town before byte i whose name ends in sign, as words before a place tell where it begins: 走进|青石镇
// 小镇…，|全镇. Without a name where none is there.
func (p *passage) townBefore(i int, sign string) string {
	for k := lastIndex(p.s[:i], sign); k >= 0; k = lastIndex(p.s[:k], sign) {
		for from := k - len("青石"); from >= max(0, k-len("青石沟子")); from -= 3 {
			if townIn.suffix(p.s[:from]) > 0 && p.s[from] >= 0xe4 {
				return p.s[from : k+len(sign)]
			}
		}
	}
	return ""
}

// placeAt is the place that s begins with, if need be a county of the city spoken of that is
// called short: 香洲、金湾.
func (w *walk) placeAt(s string) (n int, p normalize.Place) {
	n, p = placeChain(s)
	if h := &w.st.place; n == 0 && (h.level == normalize.City || h.level == normalize.Province && strings.HasSuffix(h.name, "市")) {
		return normalize.MatchWithin(s, &normalize.Place{Name: h.name, Level: h.level})
	}
	return n, p
}

// placeInRow is the place that s begins with behind another and 、, if need be a city whose short name is a word
// elsewhere: 北京、|长治.
func (w *walk) placeInRow(s string) (n int, p normalize.Place) {
	if n, p = w.placeAt(s); n > 0 || len(s) < 6 || !normalize.MayBeginPlace(s) || splitsWord(s, 6) {
		return n, p
	}
	if city := normalize.WholePlace(s[:6] + "市"); city != nil && city.Level == normalize.City {
		return 6, *city
	}
	return 0, p
}

// placeChain reads 江苏省苏州市 as one place, the last.
func placeChain(s string) (n int, p normalize.Place) {
	for {
		m, all := normalize.MatchPlaces(s[n:])
		if m == 0 && n > 0 {
			if m, county := normalize.MatchWithin(s[n:], &p); m > 0 {
				return n + m, county
			}
		}
		if m == 0 || n > 0 && all[0].Level <= p.Level {
			return n, p
		}
		next := all[0].Place
		for k := range all {
			if all[k].Parent == p.Name {
				next = all[k].Place
			}
		}
		n, p = n+m, next
	}
}

// relativeName is what 全市, 市区 or 市本级 is in this article.
func (w *walk) relativeName(p normalize.Place) string {
	h := &w.st.place
	switch p.Scope {
	case normalize.Whole:
		return w.wholeName(p, strings.TrimPrefix(p.Name, "全"))
	case normalize.Spoken:
		if p.Level == h.level || strings.HasSuffix(h.name, p.Name[3:]) {
			return h.name
		}
	case normalize.Urban:
		if strings.HasSuffix(h.name, "市") && p.Name == "市区" {
			return strings.TrimPrefix(h.name, "全") + "区"
		}
	case normalize.Own:
		if strings.HasSuffix(h.name, p.Name[:3]) {
			return strings.TrimPrefix(h.name, "全") + "本级"
		}
	}
	return ""
}

// wholeName is what 全市, whose sign is 市, is in this article: the place of the heading, the home, or what that is part of.
func (w *walk) wholeName(p normalize.Place, sign string) string {
	h := &w.st.place
	for _, own := range [...]string{w.headed(), w.sec.place} {
		if strings.HasSuffix(own, sign) {
			return own // 全市 under 二、临江市
		}
	}
	switch {
	case p.Level == h.level, strings.HasSuffix(h.name, sign), h.name == "":
		return cmp.Or(h.name, p.Name) // a county-level city says 全市 too
	case p.Level < h.level:
		return cmp.Or(parentAt(normalize.Place{Name: h.name, Level: h.level, Parent: h.parent}, p.Level).Name, p.Name)
	case sign == "区":
		return h.name
	}
	return ""
}

// headed is the place that heads the passage before a colon: 云川：前三季度，全省….
func (w *walk) headed() string {
	if n, p := placeChain(w.p.s); strings.HasPrefix(w.p.s[n:], "：") {
		return p.Name
	}
	return ""
}

func isAnd(s string) bool { return s != "" && joints.prefix(s) == len(s) }

// spotRun is how many subjects stand in a row with 、 or 和 between.
func spotRun(s string, spots []spot) int {
	n := 1
	for n < len(spots) && isAnd(strings.TrimPrefix(s[spots[n-1].end:spots[n].start], "地区")) {
		n++
	}
	return n
}
