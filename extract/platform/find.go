package platform

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A finder finds the names of one passage.
type finder struct {
	p     *passage
	r     reader
	names []name // of the passage, in order of place, none over another
	kept  []name // room for the names of the passages read
	tail  reader // see quotedTail
}

// read finds the names of a passage and decides on those that hang on others.
func (f *finder) read(p *passage) {
	f.names = f.names[:0]
	f.find(p)
	f.apps(p)
	if len(f.names) == 0 {
		return
	}
	if cap(f.kept)-len(f.kept) < len(f.names) {
		f.kept = make([]name, 0, max(128, 2*cap(f.kept), len(f.names))) // what was kept stays where it is
	}
	k := len(f.kept)
	f.kept = append(f.kept, f.names...)
	p.names = f.kept[k:len(f.kept):len(f.kept)]
	settle(p)
}

// find reads the names of the passage: at the end of every head, backwards.
func (f *finder) find(p *passage) {
	f.p = p
	for i := p.nextEnd(0); i < len(p.s); i = p.nextEnd(i + 3) {
		if h := words.lastHead(p.s[:i+3]); h != nil {
			f.head(i+3, h)
		}
	}
}

// beginsPlace says whether a head of one character begins the name of a place: 青银高速|城阳.
func beginsPlace(s string, h *head) bool {
	if len(h.word) > 3 || !isHan(s, 3) {
		return false
	}
	n, _ := normalize.MatchPlace(s)
	return n > 3
}

// head reads the name with head h that ends at byte end, if it is one there.
func (f *finder) head(end int, h *head) {
	rest := f.p.s[end:]
	if h.kind == "" || h.runsOn(rest) || beginsPlace(f.p.s[end-len(h.word):], h) || company(rest) {
		return
	}
	if h.need == needNothing {
		f.whole(end, h)
		return
	}
	f.r.read(f.p.s, end, h)
	n := f.best(end, h)
	if n.verdict != sureName && f.elided(&n) {
		return
	}
	f.extend(&n)
	if short := bracketBehind(f.p.s[n.end:]); n.subjects > 0 && n.words() > 1 && initials(short) {
		n.verdict, n.end = sureName, n.end+len(short)+len("（）") // 低空融合系统（LAIS）
	}
	if f.p.label && wholeItem(f.p.s[:n.start], f.p.s[n.end:]) {
		n.traits |= isLabel
	}
	f.keep(&n)
}

// whole keeps a head that is a name as it stands, where one may begin: 登录|浙里办.
func (f *finder) whole(end int, h *head) {
	start := end - len(h.word)
	if isHan(f.p.s, start-3) {
		if w := words.last(f.p.s[:start]); (w == nil || w.class > pluralClass) && !policy.EndsAny(f.p.s[:start], useVerbs.list...) {
			return
		}
	}
	if strings.HasPrefix(f.p.s[end:], "平台") {
		end += len("平台") // 浙里办平台
	}
	f.keep(&name{start: start, end: end, head: h, verdict: sureName})
}

// initials says whether s is the short form of a name in Latin capitals.
func initials(s string) bool {
	return len(s) >= 3 && len(s) <= 8 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// companyWords go on with the name of a company, whatever stands behind them.
var companyWords = openingsOf([]string{"公司", "集团", "股份", "责任公司", "运营公司", "管理公司"})

// company says whether a name goes on as that of a company: 临江科技园|开发有限公司.
func company(rest string) bool {
	if companyWords.longest(rest) != "" {
		return true
	}
	near := rest[:min(len(rest), 10*len("字"))]
	k := strings.Index(near, "有限")
	return k >= 0 && policy.BeginsAny(rest[k:], "有限公司", "有限责任") && policy.HanRun(near) >= k
}

// best makes the name of the tokens read: with what stands before a 和 only where
// that makes a name of it.
func (f *finder) best(end int, h *head) name {
	tokens, stop := f.r.tokens, f.r.stop
	if j := f.r.joint; j > 0 {
		right := tokens[len(tokens)-j:]
		n := f.name(right, h, atComma)
		if len(tokens) == j+1 || tokens[len(tokens)-j-2].kind == headToken {
			return n
		}
		if (h.kind == "lab" || n.has(hasState) || (h.kind == "centre" || h.kind == "institute") && strings.HasPrefix(f.p.s[right[0].start-3:], "与")) && (n.words() > 0 || n.has(hasUnknown) || h.need == needOwn) && (!n.has(hasPlace|hasInst) || seated(right)) && f.ownItem(tokens[:len(tokens)-j-1]) {
			return f.name(tokens, h, stop)
		}
		if n.verdict == sureName && (n.has(hasPlace|hasInst|hasState|hasGrade|hasQuote) || !oneField(tokens[:len(tokens)-j-1])) {
			return n
		}
		if whole := f.name(tokens, h, stop); whole.verdict == sureName && whole.has(hasPlace|hasInst|hasQuote|hasCountry|hasState|hasCode|hasGrade) {
			return whole
		}
		return n
	}
	return f.name(tokens, h, stop)
}

// oneField says whether tokens are a place or an institution and a field of work, which with what 和 adds to it
// make one name: 北京脑科学|与类脑研究中心.
func oneField(tokens []token) bool {
	kinds := kindsOf(tokens)
	return kinds&(headToken|joinToken|quoteToken|bracketToken|gradeToken) == 0 && kinds&(subjectToken|commonToken|unknownToken) != 0 && tokens[0].kind&(placeToken|instToken) != 0
}

// ownItem says whether tokens are fields of work that begin a clause, a quotation or a member
// of a list of names: with what 和 adds they are one name, 、低温和近海工程国家重点实验室.
func (f *finder) ownItem(tokens []token) bool {
	fields := slices.ContainsFunc(tokens, func(t token) bool { return t.kind&(subjectToken|unknownToken) != 0 || t.ordinary })
	before, listed := strings.CutSuffix(f.p.s[:f.r.at], "、")
	begins := f.r.stop <= atQuote || f.r.stop <= atFound && kindsOf(tokens)&(subjectToken|unknownToken) != 0 && strings.HasPrefix(f.p.s[tokens[len(tokens)-1].end:], "与")
	return fields && begins && all(tokens, subjectToken|unknownToken|plainTokens) && (!listed || words.mayEndHead(before))
}

// name makes a name of tokens, the last of which is its head.
func (f *finder) name(tokens []token, h *head, why stop) name {
	tokens = f.splitZones(tokens)
	numbered := why == atNumber && policy.BeginsAny(f.p.s[tokens[0].start:], "支", "只") // 16|支省级基金
	tokens, plural := trim(f.p.s, tokens, f.r.kinds)
	n := name{start: tokens[0].start, end: tokens[len(tokens)-1].end, head: h, stop: why}
	n.weigh(f.p.s, tokens)
	if plural || numbered || f.many(&n, tokens) {
		n.traits |= isPlural
	}
	f.surroundings(&n)
	n.verdict = n.judge()
	return n
}

// many says whether what stands around a name of such tokens, and its level, tell a kind of
// which there are many.
func (f *finder) many(n *name, tokens []token) bool {
	if f.counted(n.end) || kindBefore.longest(f.p.s[n.end:]) != "" || tokens[0].kind == gradeToken && f.ofLevels(tokens) || f.r.kinds&joinToken != 0 && chain(tokens) || f.ofProvince(tokens) {
		return true
	}
	if tokens[0].start == f.r.at && n.stop >= atCut && (f.r.cut == "万" || f.r.cut == "亿" || n.stop == atPlural && !f.homeOf(n) || n.stop == atCut && f.countedBefore()) {
		return true
	}
	return n.words() < 2 && !n.has(hasUnknown) && ownLevel(f.p.s, tokens)
}

// ofProvince says whether a name is a province in full and the word for a zone of which it has many: 云川省|产业园区.
func (f *finder) ofProvince(tokens []token) bool {
	return len(tokens) == 2 && tokens[0].formal && strings.HasSuffix(f.p.s[:tokens[0].end], "省") && policy.EndsAny(tokens[1].head.form, "园", "开发区", "高新区", "经开区", "综保区", "小镇")
}

// chain says whether tokens are kinds that follow upon each other: 众创空间—孵化器—产业园.
func chain(tokens []token) bool {
	return kindsOf(tokens)&joinToken != 0 && all(tokens, headToken|joinToken|plainTokens)
}

// homeOf says whether what the reader stopped at only tells whose a name is that has something
// of its own: 我市|白石湖实验室, but not 我市|重点实验室.
func (f *finder) homeOf(n *name) bool {
	return n.has(hasUnknown|hasPlace|hasInst|hasQuote|hasCode) && slices.Contains(ours, f.r.cut)
}

// ownLevel says whether a name begins with a place and its own level, and so tells a kind of
// which the place has some: 云川|省级|物流园区, but not 临江|省级|高新区.
func ownLevel(s string, tokens []token) bool {
	if len(tokens) < 3 || tokens[0].kind != placeToken || tokens[1].kind != gradeToken {
		return false
	}
	p, w := placeCalled(s[tokens[0].start:tokens[0].end]), s[tokens[1].start:tokens[1].end]
	return p != nil && (w == "省级" && p.Level == normalize.Province || w == "市级" && p.Level == normalize.City)
}

// ofLevels says whether a name begins with the last of several levels, and so tells a kind of
// which each has some: 国家、省、|市研学旅行基地.
func (f *finder) ofLevels(tokens []token) bool {
	before, listed := strings.CutSuffix(f.p.s[:tokens[0].start], "、")
	if !listed || !isHan(before, len(before)-3) {
		return false
	}
	w := words.last(before)
	return w != nil && w.class == gradeClass
}

// keep puts a name behind those found; a longer one takes the place of those it
// holds.
func (f *finder) keep(n *name) {
	names := f.names
	for len(names) > 0 {
		last := &names[len(names)-1]
		if last.end <= n.start {
			break
		}
		if last.verdict > n.verdict || last.start < n.start {
			return // 临江科学城|核心平台: the zone is the name
		}
		names = names[:len(names)-1]
	}
	f.names = append(names, *n)
}

// counted says whether what follows a name counts many of the kind: 孵化器12家,
// 众创空间达到4家.
func (f *finder) counted(end int) bool {
	s := f.p.s[end:]
	s = s[len(countVerbs.longest(s)):]
	number := policy.Digits(s)
	if number == 0 {
		return false
	}
	rest := strings.TrimLeft(s[number:], "余多家个所")
	return len(rest) < len(s)-number && (!isHan(rest, 0) || policy.BeginsAny(s[number:], "余", "多") || strings.HasPrefix(rest, "以上"))
}

// countedBefore says whether the reader stopped at a number and its counter: 2个, 20个左右, but not at 第二条.
func (f *finder) countedBefore() bool {
	before := strings.TrimSuffix(strings.TrimSuffix(f.p.s[:f.r.at], "左右"), "以上")
	k := max(0, lastRune(before))
	if !counters.has(before[k:]) {
		return false
	}
	ahead := strings.TrimRight(before[:k], "一二三四五六七八九十百千〇零两多余数0123456789")
	switch before[len(ahead):k] {
	case "", "1", "一":
		return false
	}
	return !strings.HasSuffix(ahead, "第")
}

// surroundings notes what stands around a name.
func (f *finder) surroundings(n *name) {
	s := f.p.s
	if strings.HasSuffix(s[:n.start], "“") && strings.HasPrefix(s[n.end:], "”") {
		n.traits |= isQuoted
		if slogan(s[n.start:n.end]) {
			n.traits |= isPlural
		}
		if before := s[:n.start-3]; strings.HasSuffix(before, "打造") {
			n.traits |= isWish
		}
	}
	switch n.stop {
	case atAim:
		n.traits |= isWish
	case atCut:
		if f.r.cut == "的" {
			n.traits |= isWish | when(superlative(s[:f.r.at]), isPlural)
		}
		n.traits |= when(useVerbs.has(f.r.cut), isUsed)
	case atFound:
		n.traits |= isFounded
	}
}

// superlative says whether s ends in praise of one of a kind: 世界最大的|生产基地.
func superlative(s string) bool {
	s = s[max(0, len(s)-len("最大的")):]
	return strings.HasPrefix(s, "最") && strings.HasSuffix(s, "的")
}

// wholeItem says whether a name between before and after is the whole of a cell, or
// of one item of the list in it.
func wholeItem(before, after string) bool {
	return (before == "" || strings.HasSuffix(before, "、")) && (after == "" || strings.HasPrefix(after, "、"))
}
