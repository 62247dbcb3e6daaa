package extract

import (
	"strings"

	"shuzheng/normalize"
)

// press ends the names of newspapers and stations that are called after the place they tell of.
var press = phrases["press"]

// paperPlaces gives articles that call their place 全县 and no more that of the newspaper they were taken from: 来源：青禾日报.
func (r *reading) paperPlaces() {
	v := r.doc.Metadata["source"]
	n := press.suffix(v.Value)
	if n == 0 {
		return
	}
	for a := range r.articles {
		h := &r.articles[a].place
		if !h.relative() {
			continue
		}
		name := v.Value[:len(v.Value)-n] + strings.TrimPrefix(h.name, "全")
		if m, all := normalize.MatchPlaces(name); m == len(name) && len(all) == 1 && all[0].Level == h.level {
			*h = home{name: all[0].Name, level: h.level, parent: all[0].Parent, span: v.Span}
		}
	}
}

// former is the name that the text gives the county, district or city called name when it was one of another
// kind: 青禾县 of a text that only knows 青禾县 and 青禾, not 青禾市. The name itself where that is not so, and
// where neither a map nor the text as a whole is of the older one.
func (r *reading) former(name string, level normalize.PlaceLevel) string {
	stem, ok := strings.CutSuffix(name, "市")
	if !ok {
		stem, ok = strings.CutSuffix(name, "区")
	}
	if !ok || level != normalize.County {
		return name
	}
	if h := r.articles[0].place.name; len(h) == len(name) && h[:len(stem)] == stem && strings.HasSuffix(h, "县") {
		return h
	}
	was, known := r.formers[name]
	if !known && normalize.WholePlace(stem+"县") != nil {
		was, known = r.calledNow(name, stem+"县"), true
	}
	if !known {
		return name
	}
	return was
}

// calledNow is the older of the names of a place where the text has only that.
func (r *reading) calledNow(name, older string) string {
	if r.formers == nil {
		r.formers = map[string]string{}
	}
	r.formers[name] = name
	if text := r.doc.Content.String(); strings.Contains(text, older) && !strings.Contains(text, name) {
		r.formers[name] = older
	}
	return r.formers[name]
}

// formerHomes gives the homes the names they had when the text was written.
func (r *reading) formerHomes() {
	for a := range r.articles {
		h := &r.articles[a].place
		was := r.former(h.name, h.level)
		if stem, ok := strings.CutSuffix(h.name, "市"); was == h.name && ok && h.level == normalize.County {
			if was = r.calledNow(h.name, stem+"镇"); was != h.name {
				h.level = normalize.Town
			}
		}
		h.name = was
	}
}
