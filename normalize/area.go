package normalize

import (
	"strings"

	"shuzheng/policy"
)

// A PlaceLevel is the rank of a place.
type PlaceLevel uint8

// The levels, from the widest.
const (
	NoLevel PlaceLevel = iota
	Country
	Region // 东部地区, 长三角
	Province
	City   // prefecture-level: 苏州市, 恩施土家族苗族自治州
	County // 区, 县, 县级市, 旗
	Town   // 镇, 乡, 街道: only recognised by their form
)

// A Place is a place by name, or one said from where the reader stands.
type Place struct {
	Name   string // 苏州市; for a relative place the words: 全市
	Level  PlaceLevel
	Parent string // 浙江省
	Scope  Scope
}

// A Scope says how a place was named.
type Scope uint8

// The scopes.
const (
	Named  Scope = iota
	Whole        // 全市, 我省, 本县
	Urban        // 市区, 城区
	Own          // 市本级
	Spoken       // 该县: the one spoken of
)

// relativePlaces are the places said from where the document stands. 全区 may be
// a district or an autonomous region.
var relativePlaces = [...]struct {
	word  string
	level PlaceLevel
	scope Scope
}{
	{"全省", Province, Whole}, {"我省", Province, Whole}, {"本省", Province, Whole}, {"省域", Province, Whole}, {"省本级", Province, Own},
	{"全市", City, Whole}, {"我市", City, Whole}, {"本市", City, Whole}, {"市域", City, Whole},
	{"市本级", City, Own}, {"市区", City, Urban}, {"中心城区", City, Urban}, {"主城区", City, Urban},
	{"全州", City, Whole}, {"我州", City, Whole}, {"全盟", City, Whole}, {"我盟", City, Whole},
	{"全县", County, Whole}, {"我县", County, Whole}, {"本县", County, Whole}, {"县域", County, Whole}, {"县本级", County, Own}, {"县城", County, Urban},
	{"全区", County, Whole}, {"我区", County, Whole}, {"本区", County, Whole}, {"区本级", County, Own}, {"全旗", County, Whole}, {"我旗", County, Whole},
	{"全镇", Town, Whole}, {"全乡", Town, Whole}, {"我镇", Town, Whole}, {"我乡", Town, Whole}, {"全街道", Town, Whole}, {"我街道", Town, Whole}, {"本街道", Town, Whole},
	{"该省", Province, Spoken}, {"该市", City, Spoken}, {"该州", City, Spoken}, {"该县", County, Spoken}, {"该区", County, Spoken}, {"该旗", County, Spoken}, {"该镇", Town, Spoken}, {"该乡", Town, Spoken},
}

// relativeSlots finds the words by their first two characters, which no two of them
// share: 1 + index, 0 where the slot is free.
var relativeSlots = func() (slots [relativeRoom]uint8) {
	for i := range relativePlaces {
		h := relativeSlot(PairAt(relativePlaces[i].word, 0))
		for slots[h] != 0 {
			h = (h + 1) % relativeRoom
		}
		slots[h] = uint8(i + 1)
	}
	return
}()

const relativeRoom = 128

func relativeSlot(p Pair) uint32 { return p.hash() % relativeRoom }

// MatchRelativePlace reads the words for the document's own place that s begins
// with: 全市, 我省, 市本级. n is 0 where it begins with none.
func MatchRelativePlace(s string) (n int, p Place) {
	if len(s) < 6 {
		return 0, Place{}
	}
	for h := relativeSlot(PairAt(s, 0)); relativeSlots[h] != 0; h = (h + 1) % relativeRoom {
		r := &relativePlaces[relativeSlots[h]-1]
		if policy.Begins(s, r.word) && !((r.scope == Urban || r.scope == Spoken) && strings.HasPrefix(s[len(r.word):], "域")) { // 全市|区域, 该|区域
			return len(r.word), Place{Name: r.word, Level: r.level, Scope: r.scope}
		}
	}
	return 0, Place{}
}

// MatchPlace reads the longest place of the table in use that s begins with.
// Of places with one name (朝阳区) it gives the first; MatchPlaces gives all.
func MatchPlace(s string) (n int, p Place) {
	if len(s) < 6 || !inUse.Places.called.MayHave(PairAt(s, 0)) {
		return 0, Place{} // as most often
	}
	if n, p := MatchRelativePlace(s); n > 0 {
		return n, p
	}
	n, all := MatchPlaces(s)
	if n == 0 {
		return 0, Place{}
	}
	return n, all[0].Place
}

// LevelOf is the level that the last character of a name stands for: 市 → City.
// A name alone does not tell a county-level city from a prefecture.
func LevelOf(name string) PlaceLevel {
	if len(name) < 6 {
		return NoLevel
	}
	switch character(name[len(name)-3:]) {
	case '省':
		return Province
	case '市', '州', '盟':
		return City
	case '县', '区', '旗':
		if strings.HasSuffix(name, "自治区") {
			return Province
		}
		return County
	case '镇', '乡':
		return Town
	case '道':
		if strings.HasSuffix(name, "街道") {
			return Town
		}
	}
	return NoLevel
}

// notPlaces are words that end like a place and are none.
var notPlaces = wordClasses.Of("noplace")

// placeEnds are the last characters that LevelOf knows, and that before 道 of 街道.
var placeEnds = policy.WideSetOf("省市州盟县区旗镇乡街")

// notPlacesBy holds them by their last two characters.
var notPlacesBy = func() map[Pair][]string {
	by := map[Pair][]string{}
	for _, w := range notPlaces {
		p := PairAt(w, len(w)-6)
		by[p] = append(by[p], w)
	}
	return by
}()

// notPlace says whether a name of at least two characters ends in one of notPlaces, or counts places.
func notPlace(name string) bool {
	switch character(name[len(name)-6:]) {
	case '各', '等', '两', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '几', '余', '多':
		return true // 市郊五市, 沿江十县
	}
	for _, w := range notPlacesBy[PairAt(name, len(name)-6)] {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return false
}

// MayGuessPlace says whether GuessPlace may read a place in s: one of its characters
// from the second to the fifth may end a name. It errs on the side of yes, and is quick.
func MayGuessPlace(s string) bool {
	for i := 5; i < 15 && i < len(s); i += 3 {
		if placeEnds[s[i-1]&63]>>(s[i]&63)&1 != 0 {
			return true
		}
	}
	return false
}

// GuessPlace reads a place that no table holds by its form: a name of at most
// four characters and 省, 市, 县, 区, 州, 盟, 旗, 镇, 乡 or 街道. s must begin where a name may
// begin (a title, a clause, behind another place), for the words before it would
// be taken for part of the name.
func GuessPlace(s string) (n int, p Place) {
	if !MayGuessPlace(s) {
		return 0, Place{}
	}
	for i, k := 0, 0; i+3 <= len(s) && k < 5 && isHanByte(s[i]); i, k = i+3, k+1 {
		end := i + 3
		if strings.HasPrefix(s[i:], "街道") {
			end += len("道")
		}
		if k == 0 || !placeEnds.Begins(s[i:]) || LevelOf(s[:end]) == NoLevel || strings.HasPrefix(s[end:], "场") || strings.HasPrefix(s[end:], "域") {
			continue
		}
		name := s[:end]
		if notPlace(name) {
			return 0, Place{}
		}
		if k == 1 {
			continue // counties with names of one character are all in the table
		}
		return end, Place{Name: name, Level: LevelOf(name)}
	}
	return 0, Place{}
}

// isHanByte says whether c begins a character of the block of common Han characters.
func isHanByte(c byte) bool { return c >= 0xe4 && c <= 0xe9 }
