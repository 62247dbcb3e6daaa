package extract

import (
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

// headingPlace is the place that a heading names as the subject of its section:
// 重庆市：…, and in a paper about the whole country any place at its head.
func headingPlace(s string, level normalize.PlaceLevel) string {
	if n, _ := normalize.MatchPeriod(s); n > 0 {
		s = s[n:]
	}
	n, p := placeChain(s)
	if n == 0 || p.Level == normalize.Country || inOrganisation(s, 0, n) {
		return ""
	}
	if rest := s[n:]; rest == "" || startsIn(rest, "：", ":") || level == normalize.Country {
		return p.Name
	}
	return ""
}

// placeChain reads 浙江省金华市 as one place, the last.
func placeChain(s string) (n int, p normalize.Place) {
	for {
		m, all := normalize.BuiltinPlaces.Match(s[n:])
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

// areas gives every figure of the passage the place it is about.
func (w *walk) areas() {
	if !figuresIn(w.p) {
		return
	}
	a := &areaWalk{walk: w, spots: w.spots(), opening: w.sentenceEnd(0)}
	w.first, w.sentence = 0, 0
	for i := range w.p.marks {
		if m := &w.p.marks[i]; m.fig != nil {
			w.bounds(m.start)
			w.setArea(m, a.at(m))
		}
	}
}

// An areaWalk is the state of areas: the place that governs from here on.
type areaWalk struct {
	*walk
	spots   []spot
	next    int
	opening int  // end of the first sentence
	lead    spot // at the head of the paragraph
	mid     spot // in the sentence being read
	midEnd  int
	list    []spot // 东部、中部、西部地区: one figure each
	listAt  int
}

// at is the place that governs the figure m.
func (a *areaWalk) at(m *mark) spot {
	for a.next < len(a.spots) && a.spots[a.next].start < m.start {
		n := spotRun(a.p.s, a.spots[a.next:])
		sp := a.spots[a.next]
		a.list, a.listAt = nil, 0
		if n > 1 {
			a.list = a.spots[a.next : a.next+n]
		} else if a.lead.start == a.lead.end && sp.start < a.opening && a.opens(sp.start) {
			a.lead = sp
		}
		a.mid, a.midEnd = sp, a.scopeEnd(sp.end)
		a.next += n
	}
	switch {
	case a.mid.end == 0 || m.start > a.midEnd:
		a.list = nil
		return a.lead
	case a.list != nil && strings.HasPrefix(a.p.s[a.list[len(a.list)-1].end:m.start], "等"):
		return a.lead // 甲市、乙市等16个市
	case a.list == nil:
		return a.mid
	}
	k := min(a.listAt, len(a.list)-1)
	a.listAt++
	if a.newListAfter(m) {
		a.listAt = 0
	}
	return a.list[k]
}

// scopeEnd is how far a place governs: to the end of the bracket it stands in, or
// to the next 。 or ；.
func (a *areaWalk) scopeEnd(i int) int {
	if b, ok := a.bracketAt(i); ok {
		return b.End
	}
	p := a.p
	for c := p.clauseAt(i); c < len(p.clauses); c++ {
		if s := p.clauses[c].stop; s == '。' || s == '！' || s == '？' || s == '；' {
			return p.clauses[c].end
		}
	}
	return len(p.s)
}

// opens says whether nothing but a time and the like stands before byte i in the
// passage.
func (a *areaWalk) opens(i int) bool {
	head := a.p.s[:i]
	return len(head) <= 6 || strings.HasSuffix(head, "，在") && len(head) <= 36 || strings.HasSuffix(head, "，") && len(head) <= 36
}

// setArea writes the area of one figure.
func (w *walk) setArea(m *mark, at spot) {
	f := m.fig
	if f.Area != "" {
		return
	}
	if f.Status == policy.Rule {
		return
	}
	if at.end > 0 {
		if f.Area = at.name; f.Area == "" {
			return
		}
		f.Evidence.Area = []policy.Span{w.p.span(at.start, at.end)}
		return
	}
	if w.sec.place != "" {
		f.Area = w.sec.place
		return
	}
	if w.p.block.Table >= 0 {
		return // prose in a table is about what its row names
	}
	f.Area = w.st.place.name
	if w.st.place.span.Len() > 0 {
		f.Evidence.Area = []policy.Span{w.st.place.span}
	}
}

// spots finds the places that govern figures in the passage.
func (w *walk) spots() []spot {
	var out []spot
	s := w.p.s
	var last spot // the place before, subject or not
	for i, end := 0, w.lastFigure(); i < end; {
		if s[i] < 0xe4 || s[i] > 0xe9 {
			i += runeLen(s[i])
			continue
		}
		if !normalize.BuiltinPlaces.MayBegin(s[i:]) && !itemHead(s, i) {
			i += 3
			continue
		}
		sp := w.spotAt(i, last)
		if sp.end == 0 {
			i += 3
			continue
		}
		if sp.subject {
			out = append(out, sp)
		}
		i, last = sp.end, sp
	}
	return out
}

// lastFigure is where the last figure of the passage begins.
func (w *walk) lastFigure() int {
	for i := len(w.p.marks) - 1; i >= 0; i-- {
		if w.p.marks[i].fig != nil {
			return w.p.marks[i].start
		}
	}
	return 0
}

// spotAt reads the place at byte i; its end is 0 where there is none.
func (w *walk) spotAt(i int, last spot) spot {
	s := w.p.s
	sp := spot{start: i}
	whole := true
	if n, p := normalize.MatchRelativePlace(s[i:]); n > 0 {
		sp.end, sp.name = i+n, w.relativeName(p)
	} else if n, p := placeChain(s[i:]); n > 0 {
		sp.end, sp.name = i+n, w.ownName(p)
		called := s[i:sp.end]
		if strings.HasPrefix(s[sp.end:], "本级") {
			sp.end, sp.name = sp.end+len("本级"), sp.name+"本级"
		}
		whole = strings.HasSuffix(called, p.Name) && (p.Level != normalize.Country || p.Name == "全国") || called == "我国" || p.Level == normalize.Region
	} else if itemHead(s, i) {
		if n, p := guess(s[i:]); n > 0 && i+n < len(s) && s[i+n]-'0' < 10 {
			sp.end, sp.name = i+n, p.Name
		} else if n := w.zone(i); n > 0 {
			sp.end, sp.name = i+n, s[i:i+n]
		}
	}
	if sp.end == 0 || sp.name == "" {
		return sp
	}
	if j := last.end; j > 0 && j < i && isAnd(strings.TrimPrefix(s[j:i], "地区")) {
		sp.subject = last.subject && !inName(s[sp.end:])
	} else {
		sp.subject = w.isSubject(i, sp.end, whole)
	}
	if !sp.subject && w.elsewhere(i, sp) {
		sp.name, sp.subject = "", true
	}
	return sp
}

// elsewhere says whether, in a paper about the whole country, what a clause speaks
// of belongs to a part of it or to another country without being its total:
// 陆丰核电项目规划建设6台, 美国宣布对欧盟商品征收30%.
func (w *walk) elsewhere(i int, sp spot) bool {
	if w.st.place.level != normalize.Country || sp.name == w.st.place.name {
		return false
	}
	if n, p := placeChain(sp.name); n > 0 && p.Level == normalize.Country {
		return true
	}
	c := w.p.clauses[w.p.clauseAt(i)]
	return w.onlyTime(strings.TrimSpace(w.p.s[c.start:i])) && inName(w.p.s[sp.end:])
}

// itemHead says whether an item begins at byte i: behind a mark, a bracket or a time.
func itemHead(s string, i int) bool {
	if i < 3 {
		return i == 0
	}
	switch s[i-3 : i] {
	case "，", "；", "、", "（", "。", "年", "：", "中":
		return true
	}
	return false
}

// ownName is the full name of p; of places with one name, the one that belongs to
// the article's place is meant.
func (w *walk) ownName(p normalize.Place) string { return p.Name }

func isAnd(s string) bool {
	switch s {
	case "、", "和", "及", "与", "以及":
		return true
	}
	return false
}

// zoneWords end the name of a zone that may be the subject of a clause.
var zoneWords = [...]string{"新区直管区", "新区", "高新区", "经开区", "开发区", "自贸试验区", "自贸区", "保税区", "科技城", "高新技术产业开发区"}

// zone reads a zone at the head of a clause: 其中，明湖新区生产总值增长20%.
func (w *walk) zone(i int) int {
	s := w.p.s
	c := w.p.clauses[w.p.clauseAt(i)]
	if head := s[c.start:i]; head != "" && head != "其中" || w.st.place.name == "" {
		return 0
	}
	text := s[i:min(c.end, i+48)]
	for _, z := range zoneWords {
		if k := strings.Index(text, z); k >= 6 && k <= 24 && w.properName(text[:k]) && !startsIn(text[k+len(z):], "建设", "发展", "、", "等", "”", "创建", "升级", "管委会") {
			return k + len(z)
		}
	}
	return 0
}

// properName says whether a stem may be a name: Han characters only and no word
// that tells of work or of a kind of zone.
func (w *walk) properName(stem string) bool {
	for i := 0; i < len(stem); i += 3 {
		if stem[i] < 0xe4 || stem[i] > 0xe9 {
			return false
		}
	}
	if containsAny(stem, "国家级", "省级", "市级", "各", "全", "家", "个", "批", "新增", "创", "对", "在", "为", "的", "以", "与", "和") {
		return false
	}
	return len(cues.find(stem, nil)) == 0
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// relativeName is what 全市, 市区 or 市本级 is in this article.
func (w *walk) relativeName(p normalize.Place) string {
	h := w.st.place
	switch p.Scope {
	case normalize.Whole:
		if p.Level == h.level || h.name == "" || h.level == normalize.County && strings.HasSuffix(p.Name, "市") && strings.HasSuffix(h.name, "市") {
			return orName(h.name, p.Name) // a county-level city says 全市 too
		}
		if p.Level < h.level {
			return orName(parentAt(normalize.Place{Name: h.name, Level: h.level, Parent: h.parent}, p.Level), p.Name)
		}
		if strings.HasSuffix(p.Name, "市") && strings.HasSuffix(h.name, "市") || strings.HasSuffix(p.Name, "区") {
			return h.name
		}
		return ""
	case normalize.Urban:
		if strings.HasSuffix(h.name, "市") && p.Name == "市区" {
			return h.name + "区"
		}
	case normalize.Own:
		if strings.HasSuffix(h.name, p.Name[:3]) {
			return h.name + "本级"
		}
	}
	return ""
}

func orName(name, other string) string {
	if name == "" {
		return other
	}
	return name
}

// isSubject says whether the place in s[i:j] is what its clause speaks of: at the
// head of the clause or of a bracket, not in a comparison, a rank or a name.
// A short form (浙江) must be followed by what a place may do.
func (w *walk) isSubject(i, j int, whole bool) bool {
	s := w.p.s
	after := s[j:]
	if startsIn(after, "首", "唯一", "前", "最", "平均", "百强", "文明", "重点", "先进", "劳动", "人大", "政协", "领先", "各", "性", "率先", "级", "一流", "示范", "优秀", "驰名", "范围", "籍", "上下", "第一", "第二位", "第三位") && !startsIn(after, "第一产业") {
		return false
	}
	c := w.p.clauses[w.p.clauseAt(i)]
	head := s[c.start:i]
	if k := strings.LastIndex(head, "（"); k >= 0 && !strings.Contains(head[k:], "）") {
		head = head[k+len("（"):]
	}
	head = strings.TrimSpace(head)
	if w.afterFigure(i) {
		return whole || !inName(after)
	}
	if strings.HasSuffix(head, "在") {
		if !startsIn(after, "，") {
			return false
		}
		head = strings.TrimSuffix(head, "在")
		return w.onlyTime(head)
	}
	return w.onlyTime(head) && (whole || !inName(after))
}

// afterFigure says whether 、 or 和 after a figure stands right before byte i:
// 全国2.23%、浙江省2.68%.
func (w *walk) afterFigure(i int) bool {
	for k := range w.p.marks {
		if m := &w.p.marks[k]; m.fig != nil && m.end < i && i-m.end <= 6 && isAnd(w.p.s[m.end:i]) {
			return true
		}
	}
	return false
}

// inName says whether a place goes on as the name of something else:
// 浙江|大学, 金华|科技城.
func inName(after string) bool {
	near := after[:min(len(after), 36)]
	for i := 0; i+3 <= len(near); i += runeLen(near[i]) {
		if startsIn(near[i:], "，", "。", "、", "的", "（", "；", "：") || near[i] < 0x80 {
			near = near[:i]
			break
		}
	}
	return containsAny(near, "大学", "学院", "公司", "集团", "研究院", "研究所", "实验室", "医院", "科技城", "科学城", "大学城", "创新城", "高新区", "开发区", "高新技术产业开发区", "基地", "银行", "协会", "联盟", "大厦", "机场", "科创", "人才", "中心", "园区", "产业园", "工科会", "海关", "项目")
}

// onlyTime says whether the head of a clause is nothing but a time, 其中 or the like.
func (w *walk) onlyTime(head string) bool {
	for _, cut := range [...]string{"其中", "一是", "二是", "三是", "四是", "五是", "六是", "截至", "到", "至", "如"} {
		head = strings.TrimPrefix(head, cut)
	}
	if head == "" {
		return true
	}
	n, _ := normalize.MatchPeriod(head)
	return n > 0 && len(head)-n <= 6
}

// spotRun is how many subjects stand in a row with 、 or 和 between.
func spotRun(s string, spots []spot) int {
	n := 1
	for n < len(spots) && isAnd(strings.TrimPrefix(s[spots[n-1].end:spots[n].start], "地区")) {
		n++
	}
	return n
}
