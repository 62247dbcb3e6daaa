package extract

import (
	"cmp"
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

// lookOver is how many bytes of an article's text are searched for its place.
const lookOver = 30000

// stateOver is how many of them are searched for an organ of the state as the source.
const stateOver = 600

// guessOver is how many of them are searched for places of unknown names.
const guessOver = 6000

// places finds the home of each article.
func (r *reading) places() {
	found := make([][]candidate, len(r.articles))
	levels := make([]levelCount, len(r.articles))
	for a := range found {
		found[a] = titleCandidates(r.articles[a].title)
		if t := r.articles[a].title; len(found[a]) == 0 && (ofTheState(t) || ofTheNation(t) || stateAims(t)) {
			levels[a].of[normalize.Country] += 5
		}
		if a == 0 {
			for _, key := range [...]string{"region", "issuer"} {
				v := r.doc.Metadata[key]
				signals := placesIn(v.Value)
				found[a] = addPlaces(found[a], v.Value, signals, 15, true, r.partOf(v))
			}
		}
	}
	for i, p := range r.ps {
		a := p.block.Article
		if r.before[i] >= lookOver {
			continue
		}
		weight := 1
		switch p.block.Kind {
		case policy.Title, policy.Heading, policy.Caption:
			weight = 4
		}
		signals := r.signalsOf(i)
		found[a] = addPlaces(found[a], p.s, signals, weight, r.guesses(i), p.span)
		countLevels(p.s, signals, &levels[a])
	}
	page := pageHome(found, levels)
	for a := range r.articles {
		st := &r.articles[a]
		st.place = page
		if _, told := rankOf(&levels[a]); told > 0 || len(titleCandidates(st.title)) > 0 || ofTheState(st.title) || stateAims(st.title) {
			st.place = chooseHome(found[a], &levels[a])
		}
	}
	r.givenPlaces(levels)
	r.statePlaces()
}

// statePlaces are those of the articles that name no place, and an organ of the state as their source.
func (r *reading) statePlaces() {
	for i, p := range r.ps {
		st := &r.articles[p.block.Article]
		if st.place.name == "" && r.before[i] < stateOver && fromState(p.s) {
			st.place = home{name: "全国", level: normalize.Country}
		}
	}
}

// fromState says whether s tells what an organ of the state has made known: 生态环境部通报….
func fromState(s string) bool {
	at, n := stateOrgans.lastIn(upTo(s, stateOver))
	return n > 0 && !endsIn(s[:at], "《", "根据", "按照", "落实", "贯彻") && madeKnown.in(upTo(s[at+n:], 60))
}

// partOf gives the place of a part of a value of the metadata: its own, or that of
// the whole where the text words it otherwise.
func (r *reading) partOf(v policy.Value) func(i, j int) policy.Span {
	if r.doc.Content.String()[v.Span.Start:v.Span.End] == v.Value {
		return policy.Plain(v.Value, v.Span.Start).Span
	}
	return func(int, int) policy.Span { return v.Span }
}

// pageHome is the home of all articles of a page together.
func pageHome(found [][]candidate, levels []levelCount) home {
	var all []candidate
	var sum levelCount
	for a := range found {
		for _, c := range found[a] {
			all = addCandidate(all, c)
		}
		for l, n := range levels[a].of {
			sum.of[l] += n
			sum.sign[l] = cmp.Or(levels[a].sign[l], sum.sign[l])
		}
	}
	return chooseHome(all, &sum)
}

// ofTheState says whether a title names an organ of the state as the issuer:
// 国务院关于…, 财政部关于…, 国务院批复….
func ofTheState(title string) bool {
	issuer, _, ok := strings.Cut(title, "关于")
	for _, w := range [...]string{"印发", "发布", "公布", "批复", "批准"} {
		if !ok {
			issuer, _, ok = strings.Cut(title, w)
		}
	}
	issuer = strings.TrimSuffix(strings.TrimSuffix(issuer, "正式"), "联合")
	return ok && (startsIn(issuer, "国务院", "中共中央", "国家", "中国") || endsIn(strings.TrimSuffix(issuer, "办公厅"), "部", "总局", "总署"))
}

// ofTheNation says whether a title speaks of the whole country: 前三季度我国外贸增长, 全国城市空气质量.
func ofTheNation(title string) bool {
	var levels levelCount
	countLevels(title, placesIn(title), &levels)
	return levels.of[normalize.Country] > 0
}

// stateAims says whether a title tells what the country is to do: 中国力争2025年….
func stateAims(title string) bool {
	rest, ok := strings.CutPrefix(title, "中国")
	return ok && startsIn(rest, "力争", "计划", "拟", "将", "预计")
}

// chooseHome weighs the places named against the rank that 全市 and the like tell.
func chooseHome(found []candidate, levels *levelCount) home {
	level, most := rankOf(levels)
	nation := levels.of[normalize.Country]
	if level <= normalize.Province {
		found = gathered(found)
	}
	best, score := -1, 0
	for k, c := range found {
		s := 2 * c.weight
		if c.guessed && c.weight < 4 && (c.place.Level != level || c.weight < 3 && len(c.place.Name) > len("青禾县") && (level == normalize.City || level == normalize.County)) {
			continue // 改造街区, 改扩建均州: named once, perhaps no place at all
		}
		if c.weight < 2 && c.place.Level != level || most == 0 && c.weight < max(3, rivals(found, c.place.Level)/2) {
			continue // named in passing
		}
		if c.place.Level == level || level == normalize.City && c.place.Level != normalize.City && strings.HasSuffix(c.place.Name, "市") {
			s = 4*s + 2
		}
		if s > score {
			best, score = k, s
		}
	}
	switch {
	case best < 0 && most > 0 && 2*most >= nation:
		return levels.relativeHome(level)
	case nation > 0 && most == 0 && provinces(found) >= manyProvinces:
		return home{name: "全国", level: normalize.Country}
	case nation > 0 && (best < 0 || score < 3 || nation > 3*most && nation > score):
		return home{name: "全国", level: normalize.Country}
	case best < 0:
		return home{}
	}
	c := found[best]
	if c.place.Level < level && most >= 2 && c.weight <= most && (level == normalize.Town || levels.of[c.place.Level] == 0 && (level > normalize.City || !strings.HasSuffix(c.place.Name, "市"))) {
		return levels.relativeHome(level) // a town that is never named, and a province in passing
	}
	if level != normalize.NoLevel && c.place.Level > level && (score < 3*most || most >= 2 && levels.of[c.place.Level] == 0) && !(level == normalize.City && strings.HasSuffix(c.place.Name, "市")) {
		if up := parentAt(c.place, level); up != "" {
			return home{name: up, level: level, span: c.span}
		}
		return levels.relativeHome(level)
	}
	return home{name: c.place.Name, level: c.place.Level, parent: c.place.Parent, span: c.span}
}

// rivals is the weight of all places of a level together, where none is named in the title.
func rivals(found []candidate, level normalize.PlaceLevel) int {
	sum := 0
	for _, c := range found {
		if c.weight >= 12 {
			return 0
		}
		if c.place.Level == level {
			sum += c.weight
		}
	}
	return sum
}

// manyProvinces are so many that a text which names places of them, and the whole country, is about that.
const manyProvinces = 5

// provinces is how many provinces the places named are of.
func provinces(found []candidate) int {
	seen := map[string]bool{}
	for _, c := range found {
		switch c.place.Level {
		case normalize.Province:
			seen[c.place.Name] = true
		case normalize.City:
			seen[c.place.Parent] = true
		}
	}
	delete(seen, "")
	return len(seen)
}

// parentAt is the place of the given level that p belongs to, "" where not known.
func parentAt(p normalize.Place, level normalize.PlaceLevel) string {
	for p.Parent != "" {
		n, all := normalize.MatchPlaces(p.Parent)
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
