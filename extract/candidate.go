package extract

import (
	"cmp"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A candidate is a place named in an article, with how much speaks for it.
type candidate struct {
	place   normalize.Place
	weight  int
	span    policy.Span
	guessed bool // by its form only
	titled  bool // in the title or as the issuer
	source  bool // only as where a page was taken from
	late    bool // in one paragraph alone, behind figures
}

// titleCandidates reads the places of a title, the first weighing most.
func titleCandidates(title string) []candidate {
	if n, _ := normalize.MatchPeriod(title); n > 0 {
		title = strings.TrimPrefix(title[n:], "，") // 前三季度|青禾县
	}
	found := addPlaces(nil, title, placesIn(title), 12, true, func(int, int) policy.Span { return policy.Span{} })
	n := zoneAt(title)
	if n > 0 && wordsOnly(title) {
		n = 0
	} else if k := cityZones.prefix(title); k > 0 && zoneGoesOn.prefix(title[k:]) == 0 {
		n = k // 经开区工业经济居全市第一
	}
	if n > 0 && len(found) == 0 {
		found = append(found, candidate{place: normalize.Place{Name: title[:n], Level: normalize.County}, weight: 12, titled: true})
	}
	return found
}

// A tally counts the places that a text names.
type tally struct {
	s       string
	weight  int
	kinds   signalKind // the signals at which places are looked for
	out     []candidate
	last    candidate // as it was added
	end     int       // where it ends
	passing bool      // it was named in passing
}

// addPlaces counts the places that s names at its signals. A place of unknown name
// counts where its form shows it, where guessing: at the head of s, or behind
// another place.
func addPlaces(out []candidate, s string, signals []signal, weight int, guessing bool, span func(i, j int) policy.Span) []candidate {
	t := tally{s: s, weight: weight, kinds: placeSignal, out: out}
	if guessing {
		t.kinds |= nameSignal
	}
	for _, g := range signals {
		i := int(g.at)
		if g.kind&t.kinds == 0 || i < t.end {
			continue
		}
		var c candidate
		if n := t.named(i, g.kind, &c); n > 0 {
			t.add(i, n, g.kind, &c, span)
		}
	}
	return t.out
}

// named reads the place that is named at byte i, where a signal of a kind is, into c, and gives the length
// of its name, 0 if none is.
func (t *tally) named(i int, kind signalKind, c *candidate) (n int) {
	s := t.s
	if kind&placeSignal != 0 {
		n, c.place = firstPlace(s[i:], t.last.place.Name)
	}
	if n == 0 && i == t.end && t.last.weight > 0 {
		n, c.place = normalize.MatchWithin(s[i:], &t.last.place) // 河北|赤城
	}
	if n > 0 && (shortOfTown(s[i:i+n], s[i+n:]) || joinsPlace(s, i, n)) {
		n = 0 // 东阳镇 is not 东阳市; 农村和|县镇
	}
	switch {
	case n > 0 && (i != t.end && splitsWord(s, i) || n < len(c.place.Name) && splitsWord(s, i+n) || partOfTown(s[i:i+n]) || dateline(s, i, n)):
		return 0 // 示范县 is not 范县
	case n == 0 && kind&t.kinds&nameSignal != 0:
		n, c.place = guess(s[i:])
		c.guessed = true
	}
	if n == 0 || c.place.Level < normalize.City {
		return n
	}
	return n + t.partOf(i, n, c)
}

// partOf makes c the part of it that is named behind its n bytes at byte i, and gives the length of that name: 松山区|望溪街道,
// 临江市|明湖经济开发区, 临江|经济开发区. 0 if none is.
func (t *tally) partOf(i, n int, c *candidate) (more int) {
	name, s := t.s[i:], t.s[i+n:]
	if !c.guessed && (t.weight > 1 || i == 0) {
		if m, town := guess(s); town.Level == normalize.Town || town.Level == normalize.County && c.place.Level == normalize.City && t.weight > 10 {
			more, c.place, c.guessed = m, town, true
		}
	}
	z, rest := zoneAt(s[more:]), s[more:]
	if z > 0 {
		c.place = normalize.Place{Name: rest[:z], Level: normalize.County, Parent: c.place.Name}
	} else if z = cityZones.prefix(rest); z > len("开发区") && t.weight > 10 && joints.prefix(rest[z:]) == 0 && !startsIn(rest[z:], "等") {
		c.place = normalize.Place{Name: name[:n+more+z], Level: normalize.County, Parent: c.place.Name}
	} else {
		z = 0
	}
	return more + z
}

// add counts the place c of n bytes at byte i.
func (t *tally) add(i, n int, kind signalKind, c *candidate, span func(i, j int) policy.Span) {
	s, level := t.s, c.place.Level
	given := t.weight > 10 && (level > normalize.Region || level == normalize.Region && i == 0 && n == len(c.place.Name))
	if !given && (level <= normalize.Region || inOrganisation(s, i, n)) {
		t.end, t.last = i+n, candidate{}
		return
	}
	c.span, c.source = span(i, i+n), endsIn(strings.TrimRight(s[:i], " "), "来源：")
	seated := seats.prefix(s[i+n:]) > 0
	if above := seated && superiors.suffix(s[:i]) > 0; !above && (seated || !inPassing(s, t.end, i, n, t.passing)) {
		c.weigh(s[:i+n], t.weight+presented(s[:i], s[i+n:]), seated || !c.guessed && kind&nameSignal != 0, t.weight == 1 && inList(s, t.end, i, n, c.guessed))
	}
	if t.passing = c.weight == 0; t.passing && t.weight == 1 && (heldBefore.suffix(s[:i]) > 0 || strings.HasPrefix(s[i+n:], "相比")) {
		c.weight = -2 // what the text's own place is held against
	}
	if between := strings.TrimPrefix(s[t.end:i], "）"); (between == "" || t.weight > 1 && isPeriod(between)) && holds(t.last, *c) { // 临江市青禾县, （云川省）2030年青禾县 are about the county
		t.out = takeCandidate(t.out, t.last)
	}
	t.out = addCandidate(t.out, *c)
	t.end, t.last = i+n, *c
}

// isPeriod says whether s is a time and nothing else.
func isPeriod(s string) bool {
	n, _ := normalize.MatchPeriod(s)
	return n == len(s)
}

// presented is what a place weighs more for standing between s and after, where s presents a paper that the text
// goes on to tell of, or a text begins to tell of it: 发布了《|临江市…; 湾里街道|辖8个社区.
func presented(s, after string) int {
	before, paper := strings.CutSuffix(s, "《")
	if paper && madeKnown.suffix(strings.TrimSuffix(before, "了")) > 0 ||
		(s == "" || strings.HasSuffix(s, "。")) && startsIn(after, "：", "辖", "下辖", "现辖", "位于", "地处", "总面积", "幅员面积") {
		return 3
	}
	return 0
}

// weigh tells how much the place that s ends with speaks for: more where it is spoken of, for it opens a
// clause or its organs follow, no more than a mention where it is one of a list.
func (c *candidate) weigh(s string, weight int, spoken, listed bool) {
	c.weight, c.titled = weight, weight > 10
	if listed || !strings.HasSuffix(s, c.place.Name) {
		return
	}
	if c.weight++; spoken {
		c.weight++
	}
}

// inPassing says whether the place of n bytes at byte i of s is where somebody goes to or comes
// from, where something was held, or no more than the field of a rank: 赴云川, 在临江举行, 居云川第三位.
// The place before, which ends at byte end, may have been named so, too: 至临江、|霁州的公路.
func inPassing(s string, end, i, n int, before bool) bool {
	further := before && (i == end || isAnd(s[end:i]) || endsIn(s[:i], "—", "～", "》《", "》、《"))
	return further || passedBefore.suffix(s[:i]) > 0 || passedBehind.prefix(s[i+n:]) > 0 || beginsRank(s[i+n:]) ||
		endsIn(s[:i], "在") && startsIn(s[i+n:], "举行", "召开", "举办", "开幕")
}

// inList says whether the place of n bytes at byte i of s, the one before which ends at byte end, is
// one of several.
func inList(s string, end, i, n int, guessed bool) bool {
	and := joints.prefix(s[i+n:])
	return endsIn(s[:i], "其中", "其中，") || end > 0 && end < i && isAnd(s[end:i]) || and > 0 && (guessed || placeLen(s[i+n+and:]) > 0)
}

// dateline says whether the place of n bytes at byte i of s only tells where a report was sent
// from: 新华社云川8月19日电, 本报临江讯, 北京10月18日电.
func dateline(s string, i, n int) bool {
	if s[i:i+n] == "北京" {
		if m, _ := normalize.MatchPeriod(s[i+n:]); m > 0 && startsIn(s[i+n+m:], "电", "讯") {
			return true
		}
	}
	return agencies.suffix(s[:i]) > 0
}

// holds says whether the place inner is one of those that outer is made of.
func holds(outer, inner candidate) bool {
	below := inner.place.Level > outer.place.Level
	if inner.guessed {
		return outer.weight > 0 && below && inner.titled
	}
	return outer.weight > 0 && (inner.place.Parent == outer.place.Name || outer.place.Level == normalize.Province && below)
}

// partOfTown says whether a name is most often the word for a part of any town,
// though some districts go by it: 城区.
func partOfTown(called string) bool {
	return called == "城区" || called == "郊区" || called == "矿区" || called == "东区" || called == "西区"
}

// shortOfTown says whether a name without its ending is that of another place or a street, by
// what stands behind it: 东阳|镇, 昆明|路, 北京|东路, 松原|区.
func shortOfTown(called, behind string) bool {
	return townFirsts.Begins(behind) && streetTails.prefix(behind) > 0 && !endsIn(called, "省", "市", "县", "区", "州", "盟", "旗") && notStreets.prefix(behind) == 0
}

// townFirsts are the first characters of what stands behind such a name.
var townFirsts = policy.WideSetOf("镇乡街村路大东西南北中区县")

// The words behind such a name, and those that only begin so: 上海|路网.
var (
	streetTails = phrases["street"]
	notStreets  = phrases["nostreet"]
)

// joinsPlace says whether the place of n bytes at byte i of s is no place, its first character being
// the 和 between two nouns, or the end of a verb: 农村户籍和|县镇户口, 省、市和|县, 建成|县级医院; or
// the direction of what lies around another: 西北|毗邻青禾县.
func joinsPlace(s string, i, n int) bool {
	head, at := s[:i], s[i:]
	switch {
	case strings.HasPrefix(at, "成县") && endsIn(head, "完", "建", "形", "组", "达", "促"),
		n == len("西北") && startsIn(at, "东", "西") && startsIn(at[3:], "北", "南") && startsIn(at[n:], "环", "接", "邻", "毗", "靠", "依", "连", "临", "界", "与", "和", "以", "角"):
		return true
	case !strings.HasPrefix(at, "和县"):
		return false
	}
	return endsIn(head, "省市", "地市", "各市", "、市") || n == len("和县") && i > 0 && s[i-1] >= 0x80 && !endsIn(head, "，", "。", "、", "；", "：", "市", "省", "“", "（", "《")
}

// firstPlace is the place of the table that s begins with. Of several with one name it is that
// which belongs to the place before it, else the first, of which is not known to what it belongs.
func firstPlace(s, before string) (int, normalize.Place) {
	n, all := normalize.MatchPlaces(s)
	if n == 0 {
		return 0, normalize.Place{}
	}
	p := all[0].Place
	for k := range all {
		if all[k].Parent == before {
			return n, all[k].Place
		}
	}
	if len(all) > 1 {
		p.Parent = ""
	}
	return n, p
}

// guess reads a place by its form.
func guess(s string) (int, normalize.Place) {
	n, p := normalize.GuessPlace(s)
	if n == 0 || !guessed(s, n) {
		return 0, normalize.Place{}
	}
	return n, p
}

// guessed says whether the n bytes that s begins with, which have the form of a
// place, may be one: not where they cut a word (合理区间, 坚持依法治省), hold a cue, or
// where a known place ends them (建立|安徽省).
func guessed(s string, n int) bool {
	switch charAt(s, 0) {
	case '我', '全', '由', '和', '同', '向', '经', '以', '省', '市', '县', '区':
		return charAt(s, 3) == '家' && n == len("向家镇") // but 经区|政府批准, 县政府和镇|党委
	}
	if unnamed.in(s[:n]) {
		return false // 在县|委的领导下, 以城带乡
	}
	if splitsWord(s, n) && behindPlace.prefix(s[n:]) == 0 || wordsOnly(s[:n-3]) || verbs.prefix(s) >= 6 || adds.prefix(s) > 0 {
		return false // 合理区|间, 新增区级企业
	}
	for k := 3; k+6 <= n; k += 3 {
		if m, _ := normalize.MatchPlaces(s[k:]); m > 0 {
			return false
		}
	}
	return !cues.in(s[:n])
}

// inOrganisation says whether a place called short is only part of a name: 浙江|大学, 上海|建设
// 集团.
func inOrganisation(s string, i, n int) bool {
	return !endsIn(s[:i+n], "省", "市", "县", "区") && (organised.prefix(s[i+n:]) > 0 || goesOn(s[i+n:], firms))
}

func addCandidate(out []candidate, c candidate) []candidate {
	for k := range out {
		if o := &out[k]; o.place.Name == c.place.Name && (o.place.Parent == c.place.Parent || c.place.Parent == "" || o.place.Parent == "") {
			o.weight += c.weight
			o.titled, o.source, o.late = o.titled || c.titled, o.source && c.source, false
			o.place.Parent = cmp.Or(o.place.Parent, c.place.Parent)
			if o.span.Len() == 0 {
				o.span = c.span
			}
			return out
		}
	}
	return append(out, c)
}

// takeCandidate takes back what c was added with.
func takeCandidate(out []candidate, c candidate) []candidate {
	for k := range out {
		if out[k].place.Name == c.place.Name {
			out[k].weight -= c.weight
		}
	}
	return out
}

// wordsOnly says whether s begins with an ordinary word, as the name of a place
// seldom does: 坚持, 合理.
func wordsOnly(s string) bool { return len(s) >= 6 && normalize.CommonWord(s[:6]) }
