package platform

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// longestPlace is how many characters the name of a place may have here.
const longestPlace = 8

// placeBefore is the longest place that ends at byte end of s, its length 0 if none
// does. 全市, 我省 and the like are none; 中国 is a country.
func placeBefore(s string, end int) (n int, kind tokenKind, formal bool) {
	if normalize.MayEndPlace(s[:end]) {
		for from := end - 3*min(longestPlace, end/3); from+6 <= end; from += 3 {
			w := s[from:end]
			if !normalize.MayBeginPlace(w) {
				continue // most
			}
			switch p := placeCalled(w); {
			case p == nil, w == "全国", w == "全球", w == "全世界": // a level, no country
			case p.Level == normalize.Country:
				return len(w), countryToken, false
			default:
				return len(w), placeToken, p.Level != normalize.Region && p.Name == w
			}
		}
	}
	if !partTails.Ends(s[:end]) {
		return 0, instToken, false
	}
	if end >= 6 && strings.Contains("东西南北中", s[end-3:end]) && strings.Contains(provinces, s[end-6:end-3]) && (end < 9 || placeCalled(s[end-9:end-3]) == nil) { // 辽宁|西
		return 6, placeToken, false
	}
	if n := provincesBefore(s[:end]); n > 0 {
		return n, placeToken, false
	}
	return partnersBefore(s[:end]), instToken, false
}

// partnersBefore is the length of the short names of countries, or of their union, that s ends in:
// 中德, 上合. 0 if it ends in none.
func partnersBefore(s string) int {
	i := len(s) - 6
	if i < 0 {
		return 0
	}
	union := s[i:] == "上合" || s[i:] == "东盟"
	if union || s[i:i+3] == "中" && strings.Contains(partners, s[i+3:]) && (i < 3 || !normalize.CommonWord(s[i-3:i+3])) {
		return 6
	}
	return 0
}

// partners are the short names of countries that 中 stands before: 中德, 中新.
const partners = "拉德法英俄美日韩新马泰越老柬缅印巴哈乌塔吉欧意荷瑞芬白波匈捷西葡希以阿埃非澳加蒙"

// provincesBefore is the length of the short names of provinces, two or more, that s ends
// in: 粤港澳, 川渝. It is 0 if there are none.
func provincesBefore(s string) int {
	n := 0
	for provinceSet.Ends(s[:len(s)-n]) && strings.Contains(provinces+"港澳", s[len(s)-n-3:len(s)-n]) {
		n += 3
	}
	if k := len(s) - n; n > 0 && k >= 3 && placeCalled(s[k-3:k+3]) != nil {
		n -= 3 // 银川|苏银产业园
	}
	if n < 6 {
		return 0
	}
	return n
}

// provinceSet is what provincesBefore looks for first.
var provinceSet = policy.WideSetOf(provinces + "港澳")

// placeCalled is the place of the table that is called w, nil if none is or if w begins
// with words such as 全市.
func placeCalled(w string) *normalize.Place {
	p := normalize.WholePlace(w)
	if p == nil {
		return nil
	}
	if n, _ := normalize.MatchRelativePlace(w); n > 0 {
		return nil
	}
	return p
}

// provinces are the short names of provinces that with a side name a part of one:
// 浙中, 苏北.
const provinces = "京津冀晋蒙辽吉沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁"

// partTails are the last characters of what placeBefore reads beside places.
var partTails = policy.WideSetOf("东西南北中" + provinces + "港澳" + partners + "合盟")

// shortCounty says whether two characters that no table knows are a county, district
// or city without its 县, 区 or 市. The tables leave out short names that are words
// too; such words are no unknown characters.
func shortCounty(w string) bool {
	if len(w) != 6 || !normalize.MayBeginPlace(w) {
		return false
	}
	return placeCalled(w+"县") != nil || placeCalled(w+"市") != nil || placeCalled(w+"区") != nil
}

// guessed says whether s ends in two characters that are no word and 省, 市, 县 or 区,
// which most likely are a place: 望海区.
func guessed(s string) bool {
	i := len(s) - 9
	if i < 0 || !allHan(s[i:]) || s[i+6:] == "州" || normalize.CommonWord(s[i:i+6]) {
		return false
	}
	if w := words.last(s[:i+6]); w != nil && (w.class <= pluralClass || w.size > 3) {
		return false
	}
	n, _ := normalize.GuessPlace(s[i:])
	return n == 9
}
