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

// headingPlace is the place that a heading names as the subject of its section.
func headingPlace(s string) string {
	n, all := normalize.BuiltinPlaces.Match(s)
	if n == 0 || inOrganisation(s, 0, n) || all[0].Level == normalize.Country {
		return ""
	}
	if rest := s[n:]; rest == "" || startsIn(rest, "：", ":") {
		return all[0].Name
	}
	return ""
}

// areas gives every figure of the passage the place it is about.
func (w *walk) areas() {
	spots := w.spots()
	k := 0
	var lead, mid, listed spot
	var list []spot
	listAt, listEnd := 0, 0
	w.first, w.sentence = 0, 0
	sentence := -1
	for i := range w.p.marks {
		m := &w.p.marks[i]
		if m.fig == nil {
			continue
		}
		w.bounds(m.start)
		if w.first != sentence {
			sentence, mid, list = w.first, spot{}, nil
		}
		for k < len(spots) && spots[k].start < m.start {
			n := spotRun(w.p.s, spots[k:])
			if n > 1 {
				list, listAt, listEnd = spots[k:k+n], 0, w.sentence
				k += n
				continue
			}
			if spots[k].start < w.first {
				if spots[k].subject && w.headOfSentence(spots[k].start) {
					lead = spots[k]
				}
				k++
				continue
			}
			list = nil
			if w.headOfSentence(spots[k].start) {
				lead = spots[k]
			}
			mid = spots[k]
			k++
		}
		at := mid
		if at.name == "" {
			at = lead
		}
		if list != nil && m.start < listEnd {
			if listAt < len(list) {
				at = list[listAt]
			} else {
				at = listed
			}
			listed = at
			listAt++
			if w.newListAfter(m) {
				listAt = 0
			}
		}
		w.setArea(m, at)
	}
}

// headOfSentence says whether nothing but a time and the like stands before byte i.
func (w *walk) headOfSentence(i int) bool {
	head := w.p.s[w.first:max(i, w.first)]
	return len(head) <= 12 || strings.HasSuffix(head, "，") && len(head) <= 36
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
	if at.name != "" {
		f.Area = at.name
		f.Evidence.Area = []policy.Span{w.p.span(at.start, at.end)}
		return
	}
	if w.sec.place != "" {
		f.Area = w.sec.place
		return
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
	for i := 0; i+6 <= len(s); {
		if s[i] < 0xe4 || s[i] > 0xe9 {
			i += runeLen(s[i])
			continue
		}
		n, sp := w.spotAt(i)
		if n == 0 {
			i += 3
			continue
		}
		if sp.subject {
			out = append(out, sp)
		}
		i += n
	}
	return out
}

// spotAt reads the place at byte i.
func (w *walk) spotAt(i int) (int, spot) {
	s := w.p.s
	if n, p := normalize.MatchRelativePlace(s[i:]); n > 0 {
		name := w.relativeName(p)
		return n, spot{i, i + n, name, name != "" && w.isSubject(i, i+n, true)}
	}
	n, all := normalize.BuiltinPlaces.Match(s[i:])
	if n == 0 {
		return 0, spot{}
	}
	end := i + n
	p := all[0].Place
	for k := range all { // of places with one name, the one of this article's place
		if all[k].Parent == w.st.place.name {
			p = all[k].Place
		}
	}
	if p.Name == w.st.place.parent && p.Name != "" || p.Level < normalize.County { // 金华市金东区: the last counts
		if m, next := normalize.BuiltinPlaces.Match(s[end:]); m > 0 && next[0].Level > p.Level {
			return n, spot{}
		}
	}
	return n, spot{i, end, p.Name, w.isSubject(i, end, s[i:end] == p.Name || p.Level <= normalize.Region)}
}

// relativeName is what 全市, 市区 or 市本级 is in this article.
func (w *walk) relativeName(p normalize.Place) string {
	h := w.st.place
	switch p.Scope {
	case normalize.Whole:
		if p.Level == h.level || h.name == "" {
			return orName(h.name, p.Name)
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
// head of the clause or of an item, not in a comparison, a rank or a name.
func (w *walk) isSubject(i, j int, full bool) bool {
	s := w.p.s
	before, after := s[:i], s[j:]
	if startsIn(after, "第", "首", "唯一", "前", "最", "平均", "百强", "文明", "重点", "先进", "劳动", "人大", "政协", "领先", "各", "性", "率先", "级", "一流", "示范", "优秀", "驰名", "名", "范围", "大学", "学院") {
		return false
	}
	if endsIn(before, "居", "列", "占", "位居", "于", "比", "较", "为", "超", "赴", "与", "在", "来自", "从", "到", "至", "向", "对", "全", "入选", "入围", "进入", "通过", "获", "获得", "中国", "荣获", "是", "以", "由", "给", "经", "被", "据", "省") {
		return false
	}
	c := w.p.clauses[w.p.clauseAt(i)]
	head := strings.TrimSpace(s[c.start:i])
	k := strings.LastIndex(head, "（")
	if k >= 0 && !strings.Contains(head[k:], "）") {
		head = head[k+len("（"):]
	}
	if strings.HasSuffix(head, "、") || strings.HasSuffix(head, "和") {
		return full || startsIn(after, "、", "和", "等", "分别")
	}
	if w.onlyTime(head) {
		return full || startsIn(after, "的", "、", "和", "等", "分别", "地区", "全", "实现", "完成", "共", "已")
	}
	return false
}

// onlyTime says whether the head of a clause is nothing but a time, 其中 or the like.
func (w *walk) onlyTime(head string) bool {
	for _, cut := range [...]string{"其中", "一是", "二是", "三是", "四是", "五是", "截至", "到", "至", "如", "在", "今年", "去年"} {
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
	for n < len(spots) {
		switch strings.TrimPrefix(strings.TrimPrefix(s[spots[n-1].end:spots[n].start], "地区"), "市") {
		case "、", "和", "及", "与", "以及":
			n++
			continue
		}
		break
	}
	return n
}
