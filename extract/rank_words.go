package extract

import (
	"strings"

	"shuzheng/normalize"
)

// countLevels counts 全市, 我省, 本县 …, which tell the rank of the place. They stand at
// signals: 我国 and 全国 are in the table of places, the others MatchRelativePlace knows.
func countLevels(s string, signals []signal, levels *[normalize.Town + 1]int) {
	for _, g := range signals {
		if g.kind&placeSignal == 0 {
			continue
		}
		i := int(g.at)
		switch charAt(s, i) {
		case '全', '我', '本':
			countLevel(s, i, levels)
		}
	}
}

// countLevel counts the word at byte i.
func countLevel(s string, i int, levels *[normalize.Town + 1]int) {
	switch {
	case strings.HasPrefix(s[i:], "我国"):
		levels[normalize.Country] += 2
	case strings.HasPrefix(s[i:], "全国"):
		if !rankedAt(s, i, i+6) {
			levels[normalize.Country]++
		}
	default:
		if n, p := normalize.MatchRelativePlace(s[i:]); n > 0 && p.Scope == normalize.Whole {
			levels[p.Level]++
			if strings.HasPrefix(s[i:], "我") {
				levels[p.Level] += 2
			}
			if rankedAt(s, i, i+n) {
				levels[p.Level]--
			}
		}
	}
}

// rankedAt says whether s[i:j] is only the field of a rank or a comparison:
// 居全省第4位, 高于全国平均, 全国百强县.
func rankedAt(s string, i, j int) bool {
	return rankBefore.suffix(s[:i]) > 0 || rankBehind.prefix(s[j:]) > 0
}

// The words of ranks and comparisons before and behind 全省.
var (
	rankBefore = newLexicon([]string{"居", "列", "于", "占", "比", "较", "位", "第", "进入", "省", "在", "到"})
	rankBehind = newLexicon([]string{"平均", "第", "前", "首", "领先", "前列", "率先", "百强", "文明", "重点", "先进", "唯一", "最", "人大", "政协", "各地", "劳动", "一流", "统一"})
)

// rankOf is the rank that 全市, 我省 and the like tell. The papers of a city speak of
// the province above it, those of a province seldom of 全市: a lower rank wins
// unless a higher one is named four times as often.
func rankOf(levels *[normalize.Town + 1]int) (level normalize.PlaceLevel, count int) {
	for l := normalize.Province; l <= normalize.Town; l++ {
		if n := levels[l]; n > 0 && 3*n >= count {
			level, count = l, n
		}
	}
	return level, count
}

// relativeHome names a place that the text never names: 全市.
func relativeHome(level normalize.PlaceLevel) home {
	word := map[normalize.PlaceLevel]string{normalize.Province: "全省", normalize.City: "全市", normalize.County: "全县", normalize.Town: "全镇"}[level]
	return home{name: word, level: level}
}
