package extract

import (
	"strings"

	"shuzheng/normalize"
)

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
		}
		for k, n := range levels[a].signs {
			sum.signs[k] += n
		}
	}
	return chooseHome(all, &sum)
}

// What speaks for a place as the home: its weight, how often and how it is named, times one of
// these.
const (
	agreeing = 12 // the title names it, or the text speaks of itself as of a place of its kind: 全县 and 青禾县
	silent   = 6  // the text does not speak of itself
	stray    = 1  // it does so as of a place of another kind
	national = 8  // the text speaks of the whole country much more than of itself
)

// chooseHome weighs the places named, the place that 全市 and the like tell of, which may have no
// name, and the whole country.
func chooseHome(found []candidate, levels *levelCount) home {
	level, most := rankOf(levels)
	nation := levels.of[normalize.Country]
	if region := autonomous(found, levels.sign(level)); region.name != "" {
		return region
	}
	if nation > 3*most {
		nation *= national
		if most == 0 && provinces(found) >= manyProvinces {
			return home{name: "全国", level: normalize.Country}
		}
	}
	best, score := home{}, 0
	for k := range found {
		if s := speaksFor(found, k, levels); s > score {
			p := &found[k].place
			best, score = home{name: p.Name, level: p.Level, parent: p.Parent, span: found[k].span}, s
		}
	}
	if s := 4 * most; s > score {
		if best, score = wholeOf(found, level), s; !strings.HasSuffix(best.name, levels.sign(level)) {
			best = home{name: "全" + levels.sign(level), level: level} // never named
		}
	}
	if nation > score {
		return home{name: "全国", level: normalize.Country}
	}
	return best
}

// autonomous is the autonomous region that 全区 tells of, of which several cities are named; without a name where it is not so.
func autonomous(found []candidate, sign string) (region home) {
	cities := 0
	for _, c := range found {
		if sign == "区" && c.weight > 0 && c.place.Level == normalize.City && strings.HasSuffix(c.place.Parent, "自治区") && (region.name == "" || region.name == c.place.Parent) {
			cities++
			region = home{name: c.place.Parent, level: normalize.Province}
		}
	}
	if cities < manyCities {
		return home{}
	}
	return region
}

// manyCities are so many of an autonomous region that 全区 is the region.
const manyCities = 3

// speaksFor is how much speaks for the candidate k as the home, 0 where it is only named in passing.
func speaksFor(found []candidate, k int, levels *levelCount) int {
	c := &found[k]
	level, most := rankOf(levels)
	agrees := level != normalize.NoLevel && strings.HasSuffix(c.place.Name, levels.sign(level))
	switch {
	case c.weight < enoughFor(c, agrees, rivals(found, k), levels):
		return 0
	case agrees:
		return agreeing*c.weight + 4*most
	case c.titled:
		return agreeing * c.weight
	case c.guessed && c.place.Level == normalize.Town && most > 0 && level < normalize.Town:
		return 0 // a town of the district that 全区 tells of
	case c.source:
		return stray
	case most > 2, most > 0 && (c.late || c.place.Level <= level):
		return stray * c.weight
	}
	return silent * c.weight
}

// enoughFor is the weight that a candidate needs beside others of its kind; it agrees if it is of the kind of which the text
// speaks of itself.
func enoughFor(c *candidate, agrees bool, others int, levels *levelCount) int {
	level, most := rankOf(levels)
	switch {
	case c.late && (most == 0 || others > 0):
		return max(4, 2*others+1) // 全市…，…。临江市经验值得学习。
	case agrees && c.place.Level <= level && !c.guessed:
		return min(3, others+1)
	case agrees && others >= 2*c.weight:
		return others + 1 // one of all the counties of a city: 各县（市、区）…：甲县10亿元、乙市9亿元、丙县8亿元
	case agrees:
		return min(3, others+2) // a city of a county's rank may lie in the one the text is about
	case c.guessed:
		return max(4, others+1) // 改造街区, 改扩建均州: named once, perhaps no place at all
	}
	return max(3, others+1)
}

// rivals is the weight of the other places of the kind of candidate k, where none is named in the title.
// Those that are late are no rivals of one that is not; to one that is, the parts of others are rivals, too.
func rivals(found []candidate, k int) int {
	sum, me := 0, &found[k]
	end := me.place.Name[len(me.place.Name)-3:]
	for i := range found {
		switch c := &found[i]; {
		case c.titled:
			return 0
		case i == k || c.late && !me.late:
		case strings.HasSuffix(c.place.Name, end), c.place.Level == normalize.County && me.place.Level == normalize.County && c.place.Parent == me.place.Parent, me.late && !c.late && c.place.Level > me.place.Level && parentAt(c.place, me.place.Level).Name != me.place.Name:
			sum += max(0, c.weight)
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

// parentAt is the place of the given level that p belongs to, without a name where not known.
func parentAt(p normalize.Place, level normalize.PlaceLevel) normalize.Place {
	for p.Parent != "" {
		n, all := normalize.MatchPlaces(p.Parent)
		if n != len(p.Parent) {
			break
		}
		p = all[0].Place
		if p.Level == level {
			return p
		}
	}
	return normalize.Place{}
}

// wholeOf is the place of the given level that most of the places named belong to, if they are named more
// than in passing.
func wholeOf(found []candidate, level normalize.PlaceLevel) (whole home) {
	weight := 0 // more than that of the parts of other places
	for _, c := range found {
		up := parentAt(c.place, level)
		switch {
		case c.guessed || c.weight <= 0 || c.place.Level <= level || up.Name == "":
			continue
		case up.Name == whole.name:
			weight += c.weight
			continue
		}
		if weight -= c.weight; weight < 0 {
			weight = -weight
			whole = home{name: up.Name, level: level, parent: up.Parent, span: c.span}
		}
	}
	if weight < 3 {
		return home{}
	}
	return whole
}
