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
	{"全区", County, Whole}, {"我区", County, Whole}, {"本区", County, Whole}, {"区本级", County, Own}, {"全旗", County, Whole},
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
var notPlaces = [...]string{
	"城市", "书市", "县市", "都市", "省市", "上市", "股市", "楼市", "集市", "门市", "超市", "夜市", "入市", "开市", "全市", "我市", "本市", "地市", "设区市", "该市", "外市",
	"全县", "我县", "本县", "该县", "市县", "郊县", "外县", "旗县", "团县", "直管县", "各县", "强县", "大县", "贫困县", "示范县", "百强县", "重点县", "试点县",
	"全省", "我省", "本省", "该省", "外省", "强省", "大省", "兄弟省", "节省", "反省",
	"城区", "郊区", "市区", "县区", "辖区", "地区", "园区", "社区", "山区", "景区", "库区", "丘区", "坝区", "滩区", "牧区", "林区", "灾区", "校区", "片区", "小区", "厂区", "街区", "商区", "湾区", "新区", "专区", "全区", "我区", "本区", "该区", "特区", "灌区",
	"示范区", "试验区", "保护区", "工业区", "开发区", "高新区", "经开区", "合作区", "保税区", "功能区", "集聚区", "改革区", "先行区", "先导区", "管理区", "风景区", "居住区", "商业区", "核心区", "产业区", "度假区", "实验区", "综保区", "聚集区", "引领区", "服务区", "贸易区", "自贸区", "港区", "军区", "战区", "选区", "禁区", "误区", "时区", "分区", "苏区", "设区", "经济区", "周边区", "航道区", "自创区", "院区", "垦区", "镇区", "震区", "防区", "老区", "教区", "疫区", "租界区", "居民区", "生活区", "办公区", "作业区", "种植区", "养殖区", "主产区", "优势区", "适宜区", "控制区", "缓冲区", "限制区", "监管区", "通关区", "物流区", "教学区", "商务区", "文旅区", "游览区", "观光区", "展示区", "体验区", "创业区", "拓展区", "协调区", "支撑区", "重点区", "连片区", "多发区", "易发区", "低洼区",
	"九州", "神州", "城镇", "乡镇", "小镇", "村镇", "重镇", "强镇", "中心镇", "建制镇", "下乡", "城乡", "返乡", "回乡", "家乡", "故乡", "异乡", "同乡", "本乡", "外乡", "他乡", "水乡", "入乡", "老乡", "联盟", "同盟", "加盟", "国旗", "红旗", "锦旗", "党旗", "军旗", "彩旗", "大旗", "张旗", "升旗", "扛旗", "夺旗",
	"各街道", "全街道", "我街道", "本街道", "该街道", "镇街道", "乡街道", "背街道", "条街道", "要街道",
}

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
