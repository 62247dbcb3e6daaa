package extract

import (
	"slices"
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

// headLine is how many bytes the first line of an article has at the most that tells what it is about.
const headLine = 120

// stateOver is how many of them are searched for an organ of the state as the source.
const stateOver = 600

// guessOver is how many of them are searched for places of unknown names.
const guessOver = 6000

// places finds the home of each article.
func (r *reading) places() {
	h := homes{found: make([][]candidate, len(r.articles)), levels: make([]levelCount, len(r.articles)), figures: make([]bool, len(r.articles))}
	for a := range r.articles {
		h.found[a] = titleCandidates(r.articles[a].title)
		if t := r.articles[a].title; len(h.found[a]) == 0 && ofTheState(t) {
			h.levels[a].of[normalize.Country] += 5
		}
	}
	r.namedPlaces(&h.found[0])
	for i := range r.ps {
		if r.before[i] < lookOver {
			r.placesOf(i, &h)
		}
	}
	page := pageHome(h.found, h.levels)
	for a := range r.articles {
		st := &r.articles[a]
		st.place = page
		if _, told := rankOf(&h.levels[a]); told > 0 || len(titleCandidates(st.title)) > 0 || ofTheState(st.title) {
			st.place = chooseHome(h.found[a], &h.levels[a])
		}
	}
	r.givenPlaces(h.levels)
	r.statePlaces()
	r.organPlaces()
	r.paperPlaces()
	r.shortPlaces()
	r.formerHomes()
}

// shortPlaces are the counties that articles which name no place call by two characters alone, at the head of the
// first line and again behind it: 青禾竹产业….
func (r *reading) shortPlaces() {
	for i, p := range r.ps {
		st := &r.articles[p.block.Article]
		if !r.heads(i) || len(p.s) < 6 || st.place.name != "" && !st.place.relative() || normalize.CommonWord(p.s[:6]) || inName(p.s[6:]) || zoneAt(p.s) > 0 {
			continue
		}
		county := countyCalled(p.s[:6])
		if ends := strings.TrimPrefix(st.place.name, "全"); county.Name != "" && strings.HasSuffix(county.Name, ends) && r.named(p.block.Article, p.s[:6]) > 1 {
			st.place = home{name: county.Name, level: county.Level, parent: county.Parent, span: p.span(0, 6)}
		}
	}
}

// heads says whether passage i is a short line at the head of its article.
func (r *reading) heads(i int) bool {
	return r.before[i] == 0 && r.ps[i].short()
}

// short says whether a line may be a headline.
func (p *passage) short() bool { return len(p.s) < headLine && !endsIn(p.s, "。", "；", "：") }

// countyCalled is the one county that goes by two characters, without a name where there is none or more.
func countyCalled(short string) (county normalize.Place) {
	for _, end := range [...]string{"县", "市", "区", "旗"} {
		n, all := normalize.MatchPlaces(short + end)
		if n != len(short+end) || all[0].Level != normalize.County {
			continue
		}
		if len(all) > 1 || county.Name != "" {
			return normalize.Place{}
		}
		county = all[0].Place
	}
	return county
}

// named is how many passages of article a hold a name.
func (r *reading) named(a int, name string) (n int) {
	for _, p := range r.ps {
		n += btoi(p.block.Article == a && strings.Contains(p.s, name))
	}
	return n
}

// opensWith says whether a passage of article a begins with a word.
func (r *reading) opensWith(a int, word string) bool {
	return slices.ContainsFunc(r.ps, func(p *passage) bool { return p.block.Article == a && strings.HasPrefix(p.s, word) })
}

// homes are what speaks for a place as the home, by article.
type homes struct {
	found   [][]candidate
	levels  []levelCount
	figures []bool // figures were read in it
}

// namedPlaces adds the places that the metadata name.
func (r *reading) namedPlaces(found *[]candidate) {
	for _, by := range namedBy {
		v := r.doc.Metadata[by.key]
		n := len(*found)
		*found = addPlaces(*found, v.Value, placesIn(v.Value), by.weight, true, r.partOf(v))
		for k := n; k < len(*found); k++ {
			(*found)[k].source = by.key == "source"
		}
	}
}

// placesOf adds the places that passage i names, and how it speaks of its own.
func (r *reading) placesOf(i int, h *homes) {
	p := r.ps[i]
	a := p.block.Article
	weight := 1
	switch k := p.block.Kind; {
	case k == policy.Title, k == policy.Heading, k == policy.Caption, r.heads(i):
		weight = 4
	}
	signals, first := r.signalsOf(i), p.firstFigure(0)
	n := len(h.found[a])
	found := addPlaces(h.found[a], p.s, signals, weight, r.guesses(i), p.span)
	for k := n; k < len(found); k++ {
		found[k].late = h.figures[a] || found[k].span.Start > p.span(first, len(p.s)).Start
	}
	h.found[a], h.figures[a] = found, h.figures[a] || first < len(p.s) && !r.heads(i)
	nation := h.levels[a].of[normalize.Country]
	countLevels(p.s, signals, &h.levels[a])
	if weight == 1 && r.before[i] > 0 && !p.figured { // background: 近年来我国经济进入新常态
		h.levels[a].of[normalize.Country] = nation
	}
}

// namedBy are the metadata that name the place of a document, with what that weighs: 来源：临江市统计局 is
// who says it, but a page may also be taken from the organ above.
var namedBy = [...]struct {
	key    string
	weight int
}{{"region", 15}, {"issuer", 15}, {"source", 4}}

// statePlaces are those of the articles that name no place, and an organ of the state as their source.
func (r *reading) statePlaces() {
	issuer := r.doc.Metadata["issuer"].Value
	for i, p := range r.ps {
		st := &r.articles[p.block.Article]
		if st.place.name == "" && r.before[i] < stateOver && (fromState(p.s) || p.block.Article == 0 && issuer != "" && stateOrgans.prefix(issuer) == len(issuer)) {
			st.place = home{name: "全国", level: normalize.Country}
		}
	}
}

// organPlaces gives the articles that name no place that of the organs which they tell of as their own, the
// lowest of those: 我代表市人民政府, 在省委、市委的正确领导下, where 全省 is only what the city is part of.
func (r *reading) organPlaces() {
	for i, p := range r.ps {
		st := &r.articles[p.block.Article]
		if r.before[i] >= stateOver || st.place.name != "" && !st.place.relative() {
			continue
		}
		for at, n := ownOrgans.lastIn(p.s); n > 0; at, n = ownOrgans.lastIn(p.s[:at]) {
			if own := ownPlace(ownOrganSays[p.s[at:at+n]]); own.level > st.place.level {
				st.place = own
			}
		}
	}
}

// ownPlace is 全市 for 市.
func ownPlace(sign string) home {
	for _, s := range ownSigns {
		if s.word == sign {
			return home{name: "全" + sign, level: s.level}
		}
	}
	return home{}
}

// ownOrgans are what a paper calls the organs of the place it is of.
var ownOrgans, ownOrganSays = saying[string]("own/")

// fromState says whether s tells what an organ of the state has made known: 生态环境部通报….
func fromState(s string) bool {
	at, n := stateOrgans.lastIn(upTo(s, stateOver))
	if n == 0 || endsIn(s[:at], "《", "根据", "按照", "落实", "贯彻") {
		return false
	}
	near := upTo(s[at+n:], 60)
	return madeKnown.in(near) && !branches.in(near)
}

// partOf gives the place of a part of a value of the metadata: its own, or that of
// the whole where the text words it otherwise.
func (r *reading) partOf(v policy.Value) func(i, j int) policy.Span {
	if r.doc.Content.String()[v.Span.Start:v.Span.End] == v.Value {
		return policy.Plain(v.Value, v.Span.Start).Span
	}
	return func(int, int) policy.Span { return v.Span }
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
	return ok && branches.suffix(issuer) == 0 && (startsIn(issuer, "国务院", "中共中央", "国家", "中国") || endsIn(strings.TrimSuffix(issuer, "办公厅"), "部", "总局", "总署"))
}
