package layout

import (
	"strings"

	"shuzheng/policy"
)

// unnumbered finds the headings that have neither number nor mark: short lines
// alone, with no punctuation at the end and at most one comma, followed by prose. One alone is no proof:
// a text that uses them has several.
func unnumbered(us []unit, of []int) map[int]bool {
	found, sure := map[int]bool{}, map[int]bool{}
	for i := range us {
		if us[i].bold && boldHeading(us, i) || yearHeading(us, i) {
			found[i], sure[i] = true, true
		} else if standsAlone(us, i) {
			found[i] = true
		}
	}
	if len(found)-len(sure) < 2 {
		return sure
	}
	if i := firstBodied(us); found[i] && setApart(us, i, found) {
		us[i].kind = policy.Title
	}
	return found
}

// firstBodied is the first unit that is no boilerplate.
func firstBodied(us []unit) int {
	for i := range us {
		if us[i].kind != policy.Boilerplate {
			return i
		}
	}
	return 0
}

// setApart says whether more room follows unit i than the other unnumbered
// headings: it is the title above them.
func setApart(us []unit, i int, heads map[int]bool) bool {
	wide := 0
	for k := range heads {
		if k != i && k+1 < len(us) && us[k+1].gap >= us[i+1].gap {
			wide++
		}
	}
	return wide == 0
}

// boldHeading says whether unit i is a headline set in bold.
func boldHeading(us []unit, i int) bool {
	u := &us[i]
	n := runeCount(u.str())
	return u.bare() && n >= 2 && n <= 40 && u.end() == openEnd &&
		i+1 < len(us) && us[i+1].kind == policy.Paragraph && !us[i+1].bold
}

// yearHeading says whether unit i is the head of a part of a work report: a year, or years,
// and what is told of them. One alone is proof enough: 2018年工作回顾.
func yearHeading(us []unit, i int) bool {
	u := &us[i]
	return u.bare() && u.oneLine(50) && i+1 < len(us) && us[i+1].kind == policy.Paragraph && partOfYears(u.str()) && !strings.ContainsAny(u.str(), "，。；：:;")
}

// partOfYears says whether s begins with a year, or years, and ends with what is told of
// them.
func partOfYears(s string) bool {
	if !policy.EndsAny(s, reported...) || !policy.HoldsAny(s, "工作", "任务", "目标") {
		return false
	}
	year, n := readArabic(s)
	return year > 1900 && strings.HasPrefix(s[skipBlanks(s, n):], "年") || policy.BeginsAny(s, yearWords...)
}

var reported, yearWords = words.Of("reported"), words.Of("years")

// standsAlone says whether unit i has the form and the place of an unnumbered
// heading.
func standsAlone(us []unit, i int) bool {
	u, s := &us[i], us[i].str()
	if !u.bare() || u.tab || u.width < 8 || !u.oneLine(50) || strings.ContainsAny(s, "。；：:;,|｜=@") || strings.Contains(s, "，") && !inTwoHalves(u) || !startsWithHan(s) || hasFigure(s) {
		return false
	}
	if isDate(s) || isSignature(us, i) || i+1 >= len(us) || !us[i+1].prose() || us[i+1].width < u.width || sharesStart(s, us[i+1].str()) {
		return false
	}
	return i == 0 || us[i-1].kind != policy.Paragraph || us[i-1].end() == closedEnd || us[i-1].r.style != noStyle
}

// inTwoHalves says whether u, with room above it, is of two short halves: 抓项目，蓄足后劲.
func inTwoHalves(u *unit) bool {
	a, b, _ := strings.Cut(u.str(), "，")
	n, m := runeCount(a), runeCount(b)
	return u.gap > 0 && n >= 2 && n <= 12 && m >= 2 && m <= 12 && !strings.Contains(b, "，")
}

// sharesStart says whether a and b begin with the same words, as the caption of a
// picture does with the sentence beside it.
func sharesStart(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5*len("字")
}

// startsWithHan says whether s begins with a Chinese character or a quotation mark
// before one.
func startsWithHan(s string) bool { return isHan(firstRune(strings.TrimPrefix(s, "“"))) }
