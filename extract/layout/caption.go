package layout

import (
	"regexp"
	"strings"

	"shuzheng/policy"
)

// isCaption says whether s begins as the caption of a table or figure does: 表1 …,
// 附表2, 表2-1, 图3.
func isCaption(s string) bool {
	s = strings.TrimPrefix(s, "附")
	if !strings.HasPrefix(s, "表") && !strings.HasPrefix(s, "图") {
		return false
	}
	s = s[skipBlanks(s, len("表")):]
	v, n := readOrdinal(s)
	return n > 0 && v <= 999 && runeCount(s) <= 60 && endOf(s) != closedEnd && !policy.BeginsAny(s[n:], "明", "示", "显")
}

// unitLabels are the labels of a unit, and unitLineStarts what a line with one begins with.
var (
	unitLabels     = words.Of("unitlabel")
	unitLineStarts = firstOf(append([]string{"（", "(", "）", ")"}, unitLabels...)...)
)

// unitOf is what 单位：万元 names, in brackets or not; "" if s is no such line.
func unitOf(s string) string {
	if s = trim(s); !unitLineStarts.begins(s) {
		return ""
	}
	s = strings.TrimRight(s, " \u00a0|")
	for _, b := range [...]string{"（", "(", "）", ")"} {
		s = strings.TrimPrefix(strings.TrimSuffix(s, b), b)
	}
	for _, w := range unitLabels {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		rest = rest[skipBlanks(rest, 0):]
		for _, c := range [...]string{"：", ":"} {
			if v, ok := strings.CutPrefix(rest, c); ok && endOf(v) == openEnd {
				if v = withoutLatin(v); runeCount(v) <= 24 {
					return v
				}
			}
		}
	}
	return ""
}

// unitAbove is unitOf for a line above a table, where the bracket alone will do: （万元）.
func unitAbove(s string) string {
	u := unitOf(s)
	if u != "" || !opensBracket(s) {
		return u
	}
	u = strings.Trim(s, "（()） ")
	for _, part := range strings.FieldsFunc(u, func(r rune) bool { return strings.ContainsRune("、，,", r) }) {
		if !isUnit(part) {
			return ""
		}
	}
	return u
}

// withoutLatin takes a translation off the end of a unit: 万户、万人(10000 households.
func withoutLatin(s string) string {
	for k := 1; k < len(s); k++ {
		if w := s[k:]; (w[0] == '(' || w[0] == ' ' && latinWord.MatchString(w)) && len(w) == runeCount(w) {
			return trim(s[:k])
		}
	}
	return trim(s)
}

var latinWord = regexp.MustCompile("[a-z]{3}")

// noteWords are what notes under a table begin with, and noteStarts their first
// characters.
var (
	noteWords  = []string{"注：", "注:", "注 ", "注1", "备注：", "备注:", "说明：", "说明:", "数据来源", "资料来源", "*", "＊", "注、", "【注】", "附注"}
	noteStarts = firstOf(noteWords...)
)

// isNote says whether s is a note under a table: 注：…, 资料来源：….
func isNote(s string) bool { return noteStarts.begins(s) && policy.BeginsAny(s, noteWords...) }

// caption makes a unit a caption of table t.
func (u *unit) caption(t int) { u.kind, u.table, u.r = policy.Caption, t, reading{} }

// mayTranslate says whether a line in English under u may say it once more, as a caption.
func mayTranslate(u *unit) bool { return isCaption(u.str()) || captionLike(u) && !latin(u.str()) }

// isPeriodLine says whether s is a year with its months and nothing else: 2022年9月.
func isPeriodLine(s string) bool {
	return runeCount(s) <= 14 && isDigit(firstRune(s)) && strings.Contains(s, "年") && strings.Trim(s, "0123456789-—～至年月份度上半季一二三四前全第 ") == ""
}

// titleOver puts a row that stood above a table before its caption; of a row of labels
// (编制单位：市统计局 2023年6月) only what has none.
func titleOver(s, caption string) string {
	if hasLabel(s) {
		words := strings.Fields(s)
		for i, w := range words {
			if strings.ContainsAny(w, "：:") && !strings.HasPrefix(w, "指标") { // 指标：工业增加值
				words[i] = ""
			}
		}
		s = trim(strings.Join(words, " "))
	}
	if s == "" || caption == "" {
		return s + caption
	}
	return s + " " + caption
}

// captionLike says whether an unnumbered line right above a table is its caption.
func captionLike(u *unit) bool {
	s, _ := splitUnit(u.str(), "")
	if k := strings.Index(s, "："); k > 0 && strings.HasPrefix(s, "附") && strings.Trim(s[:k], "附件表0123456789一二三四五六七八九十 ") == "" {
		s = s[k+len("："):]
	}
	return u.r.style == noStyle && u.lines == 1 && u.end() == openEnd && runeCount(s) <= 40 && !strings.ContainsAny(s, "。；，：") && u.depth == 0
}

// splitUnit takes （单位：万元） off the end of a caption, or 单位：万元 behind blanks.
func splitUnit(s, unit string) (caption, u string) {
	for _, lead := range [...]string{"（", "(", "计量单位", "金额单位", "货币单位", "单位"} {
		k := strings.LastIndex(s, lead)
		if k > 0 && (opensBracket(lead) || trimEnd(s, 0, k) < k) {
			if v := unitOf(s[k:]); v != "" {
				return trim(s[:k]), v
			}
		}
	}
	return s, unit
}
