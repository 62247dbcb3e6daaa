package extract

import (
	"strings"

	"shuzheng/normalize"
)

// A levelCount tells how often a text speaks of its own place, by the rank of the place, and
// by the character: 区 of 我区.
type levelCount struct {
	of    [normalize.Town + 1]int
	signs [len(ownSigns)]int
}

// ownSigns are what 全市, 我省 and the like end in, and with them the names of the places.
var ownSigns = [...]struct {
	word  string
	level normalize.PlaceLevel
}{
	{"省", normalize.Province}, {"市", normalize.City}, {"州", normalize.City}, {"盟", normalize.City}, {"县", normalize.County},
	{"区", normalize.County}, {"旗", normalize.County}, {"镇", normalize.Town}, {"乡", normalize.Town}, {"街道", normalize.Town},
}

// sign is what the text calls its own place, which has the given rank: 区.
func (c *levelCount) sign(level normalize.PlaceLevel) (word string) {
	most := -1
	for k, s := range ownSigns {
		if s.level == level && c.signs[k] > most {
			word, most = s.word, c.signs[k]
		}
	}
	return word
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
		if !rankedAt(s, i, i+6) && !endsIn(s[:i], "面向", "辐射", "遍布", "来自", "销往", "走向", "推向") {
			levels.of[normalize.Country]++
		}
	default:
		if n, p := normalize.MatchRelativePlace(s[i:]); n > 0 && p.Scope == normalize.Whole {
			levels.add(p, strings.HasPrefix(s[i:], "我"), rankedAt(s, i, i+n))
		}
	}
}

// add counts a word such as 全市; 我市 counts more, the field of a rank does not.
func (c *levelCount) add(p normalize.Place, own, ranked bool) {
	weight := 1 - btoi(ranked) + 2*btoi(own)
	c.of[p.Level] += weight
	for k, s := range ownSigns {
		if s.level == p.Level && strings.HasSuffix(p.Name, s.word) {
			c.signs[k] += weight
		}
	}
}

// rankedAt says whether s[i:j] is only the field of a rank or a comparison:
// 居全省第4位, 高于全国平均, 全国百强县.
func rankedAt(s string, i, j int) bool {
	return rankBefore.suffix(s[:i]) > 0 || rankBehind.prefix(s[j:]) > 0 || endsIn(s[:i], "全国、", "全国和", "全国及") // 比全国、|全省|高
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
