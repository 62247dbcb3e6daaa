package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A home is the place an article is about: what 全市 means in it.
type home struct {
	name   string
	level  normalize.PlaceLevel
	parent string // the province or city it belongs to, where known
	span   policy.Span
}

// A candidate is a place named in an article, with how much speaks for it.
type candidate struct {
	place   normalize.Place
	weight  int
	span    policy.Span
	guessed bool // by its form only
}

// lookOver is how many bytes of an article's text are searched for its place.
const lookOver = 30000

// guessOver is how many of them are searched for places of unknown names.
const guessOver = 6000

// places finds the home of each article.
func (r *reading) places() {
	left := make([]int, len(r.articles))
	found := make([][]candidate, len(r.articles))
	levels := make([][normalize.Town + 1]int, len(r.articles))
	for a := range left {
		left[a] = lookOver
		found[a] = titleCandidates(r.articles[a].title)
		if len(found[a]) == 0 && ofTheState(r.articles[a].title) {
			levels[a][normalize.Country] += 5
		}
		if a == 0 {
			for _, key := range [...]string{"region", "issuer"} {
				v := r.doc.Metadata[key]
				found[a] = addPlaces(found[a], v.Value, 15, true, func(int, int) policy.Span { return v.Span })
			}
		}
	}
	for _, p := range r.ps {
		a := p.block.Article
		if left[a] <= 0 || p.block.Kind == policy.Boilerplate {
			continue
		}
		left[a] -= len(p.s)
		weight := 1
		if p.block.Kind == policy.Title || p.block.Kind == policy.Heading {
			weight = 4
		}
		found[a] = addPlaces(found[a], p.s, weight, weight > 1 || left[a] > lookOver-guessOver, p.span)
		countLevels(p.s, &levels[a])
	}
	page := pageHome(found, levels)
	for a := range r.articles {
		st := &r.articles[a]
		st.place = page
		if _, told := rankOf(&levels[a]); told > 0 || len(titleCandidates(st.title)) > 0 || ofTheState(st.title) {
			st.place = chooseHome(found[a], &levels[a])
		}
	}
}

// pageHome is the home of all articles of a page together.
func pageHome(found [][]candidate, levels [][normalize.Town + 1]int) home {
	var all []candidate
	var sum [normalize.Town + 1]int
	for a := range found {
		for _, c := range found[a] {
			all = addCandidate(all, c)
		}
		for l, n := range levels[a] {
			sum[l] += n
		}
	}
	return chooseHome(all, &sum)
}

// ofTheState says whether a title names an organ of the state as the issuer:
// 国务院关于…, 财政部关于….
func ofTheState(title string) bool {
	issuer, _, ok := strings.Cut(title, "关于")
	return ok && (startsIn(issuer, "国务院", "中共中央", "国家", "中国") || endsIn(strings.TrimSuffix(issuer, "办公厅"), "部", "总局", "总署"))
}

// titleCandidates reads the places of a title, the first weighing most.
func titleCandidates(title string) []candidate {
	return addPlaces(nil, title, 12, true, func(int, int) policy.Span { return policy.Span{} })
}

// addPlaces counts the places that s names. A place of unknown name counts where
// its form shows it, where guessing: at the head of s, or behind another place.
func addPlaces(out []candidate, s string, weight int, guessing bool, span func(i, j int) policy.Span) []candidate {
	for i := 0; i+6 <= len(s); {
		if s[i] < 0xe4 || s[i] > 0xe9 {
			i += runeLen(s[i])
			continue
		}
		if !normalize.BuiltinPlaces.MayBegin(s[i:]) && !(guessing && atName(s, i)) {
			i += 3
			continue
		}
		n, all := normalize.BuiltinPlaces.Match(s[i:])
		var place normalize.Place
		guessed := false
		if n > 0 && splitsWord(s, i) {
			n = 0 // 示范县 is not 范县
		} else if n > 0 {
			place = all[0].Place
		} else if guessing && atName(s, i) {
			n, place = guess(s[i:])
			guessed = true
		}
		if n == 0 {
			i += 3
			continue
		}
		if place.Level > normalize.Region && !inOrganisation(s, i, n) || weight > 10 && place.Level > normalize.Region {
			out = addCandidate(out, candidate{place, weight + fullName(s[i:i+n], place), span(i, i+n), guessed})
		}
		i += n
	}
	return out
}

// guess reads a place by its form, unless a known place ends it (建立|安徽省).
func guess(s string) (int, normalize.Place) {
	n, p := normalize.GuessPlace(s)
	if n > 0 && (splitsWord(s, n) && !startsIn(s[n:], "政府", "人民", "委", "政协", "人大", "级", "情", "辖") || wordsOnly(s[:n-3])) {
		return 0, normalize.Place{} // 合理区间, 坚持依法治省
	}
	for k := 3; k+6 <= n; k += 3 {
		if m, _ := normalize.BuiltinPlaces.Match(s[k:]); m > 0 {
			return 0, normalize.Place{}
		}
	}
	if n > 0 && len(cues.find(s[:n], nil)) > 0 {
		return 0, normalize.Place{}
	}
	return n, p
}

func fullName(called string, p normalize.Place) int {
	if called == p.Name {
		return 1
	}
	return 0
}

// atName says whether an unknown name may begin at byte i of s.
func atName(s string, i int) bool {
	if i == 0 {
		return true
	}
	if i < 3 {
		return s[i-1] == '\n' || s[i-1] == ' '
	}
	switch s[i-3 : i] {
	case "，", "。", "；", "：", "、", "《", "（", "省", "市", "县", "　", "”", "和", "在", "对", "共", "于", "年", "》", "的":
		return true
	}
	return s[i-1] == '\n' || s[i-1] == ' '
}

// inOrganisation says whether a place is only part of a name: 浙江|大学, 上海|证券.
func inOrganisation(s string, i, n int) bool {
	after := s[i+n:]
	return startsIn(after, "大学", "学院", "银行", "证券", "交通大学", "工业大学", "理工", "师范", "农业大学", "医科", "科技大学", "集团", "股份", "有限公司", "海关", "会展", "路", "街", "大道", "国际", "研究院", "协同", "证交所", "港", "湾", "岛", "江", "河", "湖", "山") && !endsIn(s[:i+n], "省", "市", "县", "区")
}

func addCandidate(out []candidate, c candidate) []candidate {
	for k := range out {
		if o := &out[k]; o.place.Name == c.place.Name && (o.place.Parent == c.place.Parent || c.place.Parent == "") {
			o.weight += c.weight
			if o.span.Len() == 0 {
				o.span = c.span
			}
			return out
		}
	}
	return append(out, c)
}

// countLevels counts 全市, 我省, 本县 …, which tell the rank of the place.
func countLevels(s string, levels *[normalize.Town + 1]int) {
	for i := 0; i+6 <= len(s); {
		if s[i] < 0xe4 || s[i] > 0xe9 {
			i += runeLen(s[i])
			continue
		}
		if w := s[i : i+3]; w != "全" && w != "我" && w != "本" {
			i += 3
			continue
		}
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
		i += runeLen(s[i])
	}
}

// rankedAt says whether s[i:j] is only the field of a rank or a comparison:
// 居全省第4位, 高于全国平均, 全国百强县.
func rankedAt(s string, i, j int) bool {
	return endsIn(s[:i], "居", "列", "于", "占", "比", "较", "位", "第", "进入", "省", "在", "到") || startsIn(s[j:], "平均", "第", "前", "首", "领先", "前列", "率先", "百强", "文明", "重点", "先进", "唯一", "最", "人大", "政协", "各地", "劳动", "一流", "统一")
}

// chooseHome weighs the places named against the rank that 全市 and the like tell.
func chooseHome(found []candidate, levels *[normalize.Town + 1]int) home {
	level, most := rankOf(levels)
	nation := levels[normalize.Country]
	if level <= normalize.Province {
		found = gathered(found)
	}
	best, score := -1, 0
	for k, c := range found {
		s := 2 * c.weight
		if c.guessed && c.weight < 4 && c.place.Level != level {
			continue // 改造街区: named once, perhaps no place at all
		}
		if c.place.Level == level || level == normalize.City && c.place.Level != normalize.City && strings.HasSuffix(c.place.Name, "市") {
			s = 2*s + 2
		}
		if s > score {
			best, score = k, s
		}
	}
	switch {
	case best < 0 && most > 0 && 2*most >= nation:
		return relativeHome(level)
	case nation > 0 && (best < 0 || score < 3 || nation > 3*most && nation > score):
		return home{name: "全国", level: normalize.Country}
	case best < 0:
		return home{}
	}
	c := found[best]
	if level != normalize.NoLevel && c.place.Level > level && (score < 3*most || most >= 2 && levels[c.place.Level] == 0) && !(level == normalize.City && strings.HasSuffix(c.place.Name, "市")) {
		if up := parentAt(c.place, level); up != "" {
			return home{name: up, level: level, span: c.span}
		}
	}
	return home{name: c.place.Name, level: c.place.Level, parent: c.place.Parent, span: c.span}
}

// rankOf is the rank that 全市, 我省 and the like tell. The papers of a city speak of
// the province above it, those of a province seldom of 全市: a lower rank wins
// unless a higher one is named four times as often.
func rankOf(levels *[normalize.Town + 1]int) (level normalize.PlaceLevel, count int) {
	for l := normalize.Province; l <= normalize.County; l++ {
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

// parentAt is the place of the given level that p belongs to, "" where not known.
func parentAt(p normalize.Place, level normalize.PlaceLevel) string {
	for p.Parent != "" {
		n, all := normalize.BuiltinPlaces.Match(p.Parent)
		if n != len(p.Parent) {
			return ""
		}
		p = all[0].Place
		if p.Level == level {
			return p.Name
		}
	}
	return ""
}

// wordsOnly says whether s begins with an ordinary word, as the name of a place
// seldom does: 坚持, 合理.
func wordsOnly(s string) bool {
	if len(s) < 6 {
		return false
	}
	_, ok := common()[s[:6]]
	return ok
}

// gathered lets a province weigh as much as its cities together where an article
// names it and three of them or more.
func gathered(found []candidate) []candidate {
	out := append([]candidate{}, found...)
	for k := range out {
		if out[k].place.Level != normalize.Province {
			continue
		}
		cities, sum := 0, 0
		for _, c := range found {
			if c.place.Level == normalize.City && c.place.Parent == out[k].place.Name {
				cities, sum = cities+1, sum+c.weight
			}
		}
		if cities >= 3 {
			out[k].weight += sum
		}
	}
	return out
}
