package platform

import (
	"strings"

	"shuzheng/normalize"
)

// longestPlace is how many characters the name of a place may have here.
const longestPlace = 8

// placeBefore is the longest place that ends at byte end of s, its length 0 if none
// does. 全市, 我省 and the like are none; 中国 is a country.
func placeBefore(s string, end int) (n int, kind tokenKind, formal bool) {
	k := min(longestPlace, end/3)
	if !normalize.MayEndPlace(s[:end]) {
		k = 0
	}
	for ; k >= 2; k-- {
		from := end - 3*k
		if !isHan(s, from) || !normalize.MayBeginPlace(s[from:]) {
			continue
		}
		m, p := normalize.MatchPlace(s[from:end])
		if m != 3*k || p.Scope != normalize.Named {
			continue
		}
		if p.Level == normalize.Country && s[from:end] == "全国" {
			continue // a level
		}
		if p.Level == normalize.Country {
			return m, countryToken, false
		}
		return m, placeToken, p.Level != normalize.Region && p.Name == s[from:end]
	}
	if end >= 6 && sideOf(s[end-6:end]) {
		return 6, placeToken, false
	}
	return 0, 0, false
}

// provinces are the short names of provinces that with a side name a part of one:
// 浙中, 苏北.
const provinces = "京津冀晋蒙辽吉沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁"

// sideOf says whether the two characters of s name a part of a province.
func sideOf(s string) bool {
	switch s[3:] {
	case "东", "西", "南", "北", "中":
		return strings.Contains(provinces, s[:3])
	}
	return false
}

// shortCounty says whether two characters that no table knows are a county, district
// or city without its 县, 区 or 市. The tables leave out short names that are words
// too; such words are no unknown characters.
func shortCounty(w string) bool {
	if len(w) != 6 {
		return false
	}
	for _, end := range [...]string{"县", "市", "区"} {
		full := w + end
		if n, p := normalize.MatchPlace(full); n == len(full) && p.Scope == normalize.Named {
			return true
		}
	}
	return false
}

// guessed says whether s ends in two characters that are no word and 省, 市, 县 or 区,
// which most likely are a place: 望海区.
func guessed(s string) bool {
	i := len(s) - 9
	if i < 0 || !allHan(s[i:]) || s[i+6:] == "州" || normalize.CommonWord(s[i:i+6]) {
		return false
	}
	if w := words.last(s[:i+6]); w != nil && (w.class <= pluralClass || len(w.text) > 3) {
		return false
	}
	n, _ := normalize.GuessPlace(s[i:])
	return n == 9
}
