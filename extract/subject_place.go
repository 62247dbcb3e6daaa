package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// isSubject says whether the place in s[i:j] is what its clause speaks of: at the
// head of the clause or of a bracket, not in a comparison, a rank or a name.
// A short form (浙江) must be followed by what a place may do.
func (w *walk) isSubject(i, j int, whole bool) bool {
	after := w.p.s[j:]
	if valueIn(after[ofPlace.prefix(after):]) {
		return true // 比全省平均水平（7.7%）高0.7个百分点, 高于全国（7%）
	}
	if w.partner(i, j) || w.reachedIn(i, j) || startsIn(after, "至") && placeLen(after[len("至"):]) > 0 {
		return false
	}
	if k := ofPlace.prefix(after); k > 0 && isBefore.prefix(after[k:]) > 0 && whole {
		return true // 全省平均为6%
	}
	if (beginsRank(after) || isOther(after)) && !(firstWith(after) && !startsIn(w.p.s[i:], "全")) {
		return false
	}
	return w.leadsTo(i, j, whole || !inName(after))
}

// isOther says whether what stands behind a place tells that it is not what is spoken of: 云川|首家, but 云川|前三季度.
func isOther(after string) bool {
	if notSubject.prefix(after) == 0 || startsIn(after, "第一产业") {
		return false
	}
	n, _ := normalize.MatchPeriod(after)
	return n == 0
}

// leadsTo says whether what stands before the place s[i:j] in its clause or bracket leads to it as what that speaks of; a place that may
// be no more than the beginning of a name is not free.
func (w *walk) leadsTo(i, j int, free bool) bool {
	s, c := w.p.s, &w.p.clauses[w.p.clauseAt(i)]
	head, after := s[c.start:i], s[j:]
	head = normalize.TrimSpace(head[max(0, openBracket(head)):])
	switch {
	case startsIn(after, "，") && endsIn(head, "的是", "其次是", "其次为"), startsIn(strings.TrimPrefix(head, "其中"), "最") && endsIn(head, "的"):
		return true // 增速最快的是青禾县，达9%; 最少的青禾县仅3家
	case after != "" && after[0]-'0' < 10 && endsIn(head, "名为", "位为", "名是", "分别为", "分别是", "依次为", "依次是"):
		return true // 项目数前三名为青禾县9个
	case w.afterFigure(i):
		return free
	case strings.HasSuffix(head, "在"):
		return startsIn(after, "，") && w.onlyTime(strings.TrimSuffix(head, "在"))
	}
	if from, ok := strings.CutSuffix(head, "从"); ok && c.end > j {
		return w.onlyTime(from) && endsIn(strings.TrimRight(s[:c.end], "，"), "看") // 从|昆明市|的情况来看，
	}
	return free && w.onlyTime(head)
}

// reachedIn says whether the place [i, j) is where one gets to in the time, or by the way, that follows: 到|厦门|1小时,
// 距|厦门|仅138公里.
func (w *walk) reachedIn(i, j int) bool {
	if w.p.beforeAny(i, "到", "至", "距", "距离", "离") == "" {
		return false
	}
	m := w.p.figureAt(w.p.markFrom(j))
	return m != nil && m.num.Start-j <= len("仅只需约") && (m.kind == normalize.TimeUnit || m.kind == normalize.LengthUnit)
}

// firstWith says whether what stands behind a place tells that it is first or last, and with what: 最低，为97.3%.
func firstWith(after string) bool {
	how, with, ok := strings.Cut(upTo(after, 36), "，")
	return ok && len(how) <= len("居第一位") && startsIn(with, "为", "达", "仅", "增长", "下降")
}

// afterFigure says whether 、 or 和 after a figure, or after its bracket, stands right before
// byte i: 全国2.23%、浙江省2.68%.
func (w *walk) afterFigure(i int) bool {
	for k := w.p.markAt(i) - 1; k >= 0 && i-w.p.marks[k].end <= 6; k-- {
		if m := &w.p.marks[k]; m.fig != nil && m.end < i && isAnd(strings.TrimPrefix(w.p.s[m.end:i], "）")) {
			return true
		}
	}
	return false
}

// inName says whether a place goes on as the name of something else:
// 浙江|大学, 苏州|科技城.
func inName(after string) bool { return goesOn(after, organisations) }

// goesOn says whether one of the words stands in s before its first mark.
func goesOn(s string, words *lexicon) bool {
	near := upTo(s, 36)
	for i := nameTurns.Skip(near, 0); i+3 <= len(near) && near[i] >= 0x80; i = nameTurns.Skip(near, min(i+runeLen(near[i]), len(near))) {
		if words.prefix(near[i:]) > 0 {
			return true
		}
		if nameEnds.prefix(near[i:]) > 0 {
			return false
		}
	}
	return false
}

// nameTurns are the characters that these begin with.
var nameTurns = policy.WideSetOf(organisations.firsts() + firms.firsts() + nameEnds.firsts())

// beginsRank says whether s begins with a rank: 第三，, 第4位.
func beginsRank(s string) bool {
	rest, ok := strings.CutPrefix(s, "第")
	if !ok {
		return false
	}
	n := normalize.ScanNumeral(rest, 0)
	return n.Form != normalize.NoNumeral && (n.End == len(rest) || startsIn(rest[n.End:], "位", "名", "，", "。", "；", "、", "）"))
}

// onlyTime says whether the head of a clause is nothing but a time, 其中 or the like.
func (w *walk) onlyTime(head string) bool {
	for _, cut := range [...]string{"其中", "一是", "二是", "三是", "四是", "五是", "六是", "截至", "到", "至", "如", "虽然", "尽管", "但是", "但", "而", "同时", "此外", "另外", "当前", "目前"} {
		if policy.Begins(head, cut) {
			head = head[len(cut):]
		}
	}
	if head == "" {
		return true
	}
	n, _ := normalize.MatchPeriod(head)
	return n > 0 && len(head)-n <= 6
}

// elsewhere says whether, in a paper about the whole country, what a clause speaks
// of belongs to a part of it or to another country without being its total:
// 苏州某电站项目规划建设4台, 日本失业率3%.
func (w *walk) elsewhere(i int, sp spot) bool {
	if w.st.place.level != normalize.Country || sp.name == w.st.place.name || w.partner(i, sp.end) {
		return false
	}
	if n, p := placeChain(sp.name); n > 0 && p.Level == normalize.Country {
		return true
	}
	c := &w.p.clauses[w.p.clauseAt(i)]
	return w.onlyTime(normalize.TrimSpace(w.p.s[c.start:i])) && inName(w.p.s[sp.end:])
}
