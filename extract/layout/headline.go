package layout

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// Headlines: the titles of press pages, which are sentences rather than the names of
// documents (前三季度青禾县经济运行稳中有进). They are told by what stands around them: the site's
// notes on source and date, or the text itself.

// headlineFrom is how many lines of the site may stand before a headline, and headlineTo how
// many notes and names under it.
const (
	headlineFrom = 12
	headlineTo   = 8
)

// isHeadline says whether unit i is the headline of a press page: a line at the head with
// nothing but notes, or a subtitle and who writes, between it and the text; or the first
// line of all, right over the text, if it tells when, where or how much.
func isHeadline(us []unit, i int) bool {
	u := &us[i]
	if i > headlineFrom || slices.ContainsFunc(us[:i], func(u unit) bool { return u.kind == policy.Title }) || !headlineForm(u) {
		return false
	}
	k := i + 1
	if k+1 < len(us) && tells(u.str()) && headlineForm(&us[k]) && isSiteNote(&us[k+1]) {
		k++ // a second line of the headline
	}
	from := k
	for k < len(us) && k-i <= headlineTo && isSiteNote(&us[k]) {
		k++
	}
	if k == from && k+1 < len(us) && us[k].r.style == dash && us[k].oneLine(80) && us[k+1].prose() {
		return firstBodied(us) == i // ——青禾县粮食生产纪实
	}
	if k == from {
		return k < len(us) && firstBodied(us) == i && beginsText(&us[k]) && tells(u.str())
	}
	for k < len(us) && k-i <= headlineTo && us[k].width <= 60 && us[k].bare() && !us[k].prose() {
		k++
	}
	if k == len(us) {
		return false
	}
	under := &us[k]
	return under.prose() || under.numbered() || under.kind == policy.TableBlock && tells(u.str())
}

// beginsText says whether the text may begin with u, right under its headline.
func beginsText(u *unit) bool { return u.prose() || u.end() == colonEnd && u.text.Len() >= 30 }

// headlineForm says whether u may be a headline by its wording.
func headlineForm(u *unit) bool {
	if u.r.style != noStyle || u.tab || u.lines > 2 || u.end() != openEnd {
		return false
	}
	s := u.str()
	n := runeCount(s)
	return n >= 5 && n <= 60 && !strings.ContainsAny(s, "。；|｜>\t") && (!hasLabel(s) || saysWho(s)) && !isMenu(s) && (!isIssuer(u) || endsInWord(s)) && !isSiteNote(u)
}

// endsInWord says whether s ends in an ordinary word rather than the name of an organ: 开局, 社会.
func endsInWord(s string) bool {
	return len(s) >= 6 && normalize.CommonWord(s[len(s)-6:]) && !strings.HasSuffix(s, "政府") && !strings.HasSuffix(s, "总局")
}

// saysWho says whether what stands before the colon of s is who says the rest: 省统计局：
// 前三季度全省经济运行平稳. The labels of a site have short values.
func saysWho(s string) bool {
	s = strings.ReplaceAll(s, ":", "：")
	k := strings.LastIndex(s, "：")
	who, what := s[:k], s[k+len("："):]
	if runeCount(who) > 12 || runeCount(what) < 8 || strings.ContainsAny(who, " 　") || policy.EndsAny(who, "标题", "位置") {
		return false
	}
	return strings.ContainsFunc(what, isHan) && !isISODate(what[:min(len(what), len("2020-10-10"))])
}

// isMenu says whether s is a row of short words with blanks between: 要闻 政务 公告, but not
// 就业 920 万人.
func isMenu(s string) bool {
	words := strings.Fields(s)
	return len(words) >= 3 && runeCount(s) <= 6*len(words) && !strings.ContainsFunc(s, isDigit)
}

// isSiteNote says whether u is what stands between a headline and its text: a note of the
// site, a date, in brackets or with the time and more, who writes.
func isSiteNote(u *unit) bool {
	if u.kind == policy.Boilerplate {
		return zonesOf(u.str())&navZone == 0
	}
	s := normalize.HalfWidth(u.text).String()
	if u.width > 80 || u.end() != openEnd {
		return false
	}
	if inBrackets(s) && u.width <= 40 || isDated(s) || isByline(s) || strings.HasPrefix(s, "原标题") {
		return true
	}
	in := strings.Trim(s, "（）()[]【】 ")
	return isDate(in) || namesDay(in) || strings.Trim(in, "0123456789-/.: ") == ""
}

// namesDay says whether one of the words of s is a date: 县统计局 2023-10-25 09:12, 县统计局 2023年10月25日.
func namesDay(s string) bool {
	return strings.Contains(s, "20") && slices.ContainsFunc(strings.Fields(s), func(w string) bool { return isISODate(w) || isDate(w) })
}

// isDated says whether s begins with a label of a date and its year: 刊发日期：2021-05-07.
func isDated(s string) bool {
	if !datedStarts.begins(s) {
		return false
	}
	k := strings.IndexAny(s, ":：")
	if k < len("日期") || k > len("信息发布日期") || !policy.BeginsAny(s, datedWords...) || !policy.EndsAny(s[:k], "日期", "时间") {
		return false
	}
	year, _ := readArabic(strings.TrimLeft(s[k:], ":： \u00a0"))
	return year/100 == 20
}

// datedWords are what such labels begin with, and datedStarts their first characters.
var (
	datedWords  = words.Of("dated")
	datedStarts = firstOf(datedWords...)
)

// isByline says whether s names who writes: □云川日报记者 陆远舟, 通讯员 陆远舟.
func isByline(s string) bool {
	return runeCount(s) <= 30 && !strings.ContainsAny(s, "，。") &&
		(strings.Contains(s, "记者") || policy.BeginsAny(s, "通讯员", "作者", "文/", "□"))
}

// tells says whether a line over a text tells when, where or how much, as headlines do and
// headings of parts seldom: 1-8月全市外贸增长12.3%, 青禾县工业总产值再创新高.
func tells(s string) bool {
	if partOfYears(s) {
		return false
	}
	if policy.HoldsAny(s, whens...) {
		return true
	}
	n, _ := normalize.MatchPlaces(s)
	m, _ := normalize.MatchRelativePlace(s)
	g, _ := normalize.GuessPlace(s)
	return n+m+g > 0 || hasFigure(s)
}

// isISODate says whether s is a date in digits alone: 2020-03-09, 2020/3/9.
func isISODate(s string) bool {
	return len(s) >= len("2020-1-1") && len(s) <= len("2020-10-10") && strings.Trim(s, "0123456789-/.") == "" && strings.HasPrefix(s, "20")
}

var whens = words.Of("when")
