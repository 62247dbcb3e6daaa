package extract

import (
	"strings"

	"shuzheng/normalize"
)

// A levelCount tells how often a text speaks of its own place, by the rank of the place, and
// by what character: 区 of 我区.
type levelCount struct {
	of   [normalize.Town + 1]int
	sign [normalize.Town + 1]string // "" for 省 市 县 镇
}

// countLevels counts 全市, 我省, 本县 …, which tell the rank of the place. They stand at
// signals: 我国 and 全国 are in the table of places, the others MatchRelativePlace knows.
func countLevels(s string, signals []signal, levels *levelCount) {
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
func countLevel(s string, i int, levels *levelCount) {
	switch {
	case strings.HasPrefix(s[i:], "我国"):
		levels.of[normalize.Country] += 2
	case strings.HasPrefix(s[i:], "全国"):
		if !rankedAt(s, i, i+6) {
			levels.of[normalize.Country]++
		}
	default:
		if n, p := normalize.MatchRelativePlace(s[i:]); n > 0 && p.Scope == normalize.Whole {
			levels.of[p.Level]++
			levels.note(p)
			if strings.HasPrefix(s[i:], "我") {
				levels.of[p.Level] += 2
			}
			if rankedAt(s, i, i+n) {
				levels.of[p.Level]--
			}
		}
	}
}

// rankedAt says whether s[i:j] is only the field of a rank or a comparison:
// 居全省第4位, 高于全国平均, 全国百强县.
func rankedAt(s string, i, j int) bool {
	return rankBefore.suffix(s[:i]) > 0 || rankBehind.prefix(s[j:]) > 0
}

// rankOf is the rank that 全市, 我省 and the like tell. The papers of a city speak of
// the province above it, those of a province seldom of 全市: a lower rank wins
// unless a higher one is named four times as often.
func rankOf(levels *levelCount) (level normalize.PlaceLevel, count int) {
	for l := normalize.Province; l <= normalize.Town; l++ {
		if n := levels.of[l]; n > 0 && 3*n >= count {
			level, count = l, n
		}
	}
	return level, count
}

// note keeps the character of a place of the text's own that its rank is seldom known by.
func (c *levelCount) note(p normalize.Place) {
	if strings.HasSuffix(p.Name, "街道") {
		c.sign[p.Level] = "街道"
	}
	switch sign := p.Name[len(p.Name)-len("区"):]; sign {
	case "区", "州", "盟", "旗", "乡":
		c.sign[p.Level] = sign
	}
}

// relativeHome names a place that the text never names: 全市, 全区.
func (c *levelCount) relativeHome(level normalize.PlaceLevel) home {
	sign := c.sign[level]
	if sign == "" {
		sign = map[normalize.PlaceLevel]string{normalize.Province: "省", normalize.City: "市", normalize.County: "县", normalize.Town: "镇"}[level]
	}
	return home{name: "全" + sign, level: level}
}
