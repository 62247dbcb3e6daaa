package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// zoneWords end the name of a zone that may be the subject of a clause.
var zoneWords = newLexicon(append([]string{"科技城", "经济发展区", "高新技术开发区", "产业集聚区", "产业园区", "工业集中区", "出口加工区", "保税港区", "合作区", "经济区"}, normalize.Zones[:]...))

// zoneEnds are their last characters.
var zoneEnds = policy.WideSetOf("区城")

// zoneReach is how far behind its beginning the name of a zone may end.
const zoneReach = 48

// cityZone reads a zone of the city that needs no other name: 高新区完成投资20亿元, 柳河县8家、高新区6家. The place
// before is last.
func (w *walk) cityZone(i int, last spot) int {
	s := w.p.s
	n := cityZones.prefix(s[i:])
	if n == 0 {
		return 0 // most often
	}
	c := &w.p.clauses[w.p.clauseAt(i)]
	if i+n > c.end || c.start != i && s[c.start:i] != "其中" && (last.end == 0 || !isAnd(s[last.end:i]) && !w.afterFigure(i)) {
		return 0
	}
	rest := s[i+n : c.end]
	if k := joints.prefix(rest); k > 0 && (cityZones.prefix(rest[k:]) > 0 || placeLen(rest[k:]) > 0) || startsIn(rest, "分别") || verbs.prefix(rest) > 0 || isDigitAt(rest) {
		return n
	}
	return 0
}

// zone reads a zone at the head of a clause: 其中，明湖新区生产总值增长20%.
func (w *walk) zone(i int) int {
	s := w.p.s
	if w.st.place.name == "" || i > 0 && !headBefore(s[:i]) {
		return 0
	}
	c := &w.p.clauses[w.p.clauseAt(i)]
	if head := s[c.start:i]; head != "" && head != "其中" {
		return 0
	}
	n := zoneAt(s[i:c.end])
	if n > 0 {
		n += zoneParts.prefix(s[i+n : c.end])
	}
	if n == 0 || zoneGoesOn.prefix(s[i+n:c.end]) > 0 {
		return 0
	}
	return n
}

// zoneAt is the length of the zone that s begins with, told by its form, 0 if none.
func zoneAt(s string) int {
	text := upTo(s, zoneReach)
	if k := zoneEnds.Skip(text, 0); !zoneEnds.Begins(text[k:]) || zoneWords.prefix(text) > 0 {
		return 0 // 经济开发区, nor is there one behind what is no Han character: no name goes on there
	}
	for k := 6; k <= 24 && k < len(text); k += 3 {
		if n := zoneWords.prefix(text[k:]); n > 0 && properName(text[:k]) {
			return k + n
		}
	}
	return 0
}

// headBefore says whether s ends in what stands before the head of a clause.
func headBefore(s string) bool {
	switch s[max(len(s)-3, 0):] {
	case "，", "：", "；", "。", "！", "？":
		return true
	}
	return strings.HasSuffix(s, "其中")
}

// properName says whether a stem may be a name: Han characters only and no word
// that tells of work or of a kind of zone.
func properName(stem string) bool {
	for i := 0; i < len(stem); i += 3 {
		if stem[i] < 0xe4 || stem[i] > 0xe9 {
			return false
		}
	}
	if containsAny(stem, "各", "全", "家", "个", "新增", "创", "对", "为", "的", "和", "位于", "地处", "坐落") {
		return false
	}
	return !unnamed.in(stem) && !cues.in(stem)
}
