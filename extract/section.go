package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A section is what the headings around a block tell.
type section struct {
	stated said
	status policy.Status // "" where the headings say nothing of it
	place  string        // 重庆市 in a heading of a bulletin
	dashed bool          // the heading is an item of a list: ——创新能力增强
}

// heading takes what a heading says of time and of what its section is about.
func (r *reading) heading(p *passage, signals []signal) {
	id := p.block.ID
	var up section
	if h := p.block.Section; h >= 0 && h != id {
		up = r.sections[h]
	}
	st := &r.articles[p.block.Article]
	w := walk{r: r, p: p, st: st, sec: &up}
	var own said
	for _, t := range r.timesOf(p, signals) {
		if t.role == stated && notDated.suffix(p.s[:t.start]) == 0 {
			own = w.say(t)
			up.stated = own
			break
		}
	}
	up.dashed = startsIn(p.s, "——", "--")
	if s := headingStatus(p.s, own, st); s != "" {
		up.status = s
	}
	if name := headingPlace(unnumbered(p.s), &st.place); name != "" {
		up.place = name
	}
	r.sections[id] = up
}

// A labelled is the place that a line of its own says the paragraphs under it are about.
type labelled struct {
	name string
	span policy.Span
}

// maxLabel is the most bytes of such a line.
const maxLabel = 60

// label takes the place of a line that names one and nothing else: 松山区：, 东部地区10个城市：.
func (r *reading) label(p *passage) {
	s := strings.TrimRight(p.s, "：:")
	n, place := placeChain(s)
	if n == 0 {
		n, place = normalize.GuessPlace(s)
	}
	if rest := s[n:]; n > 0 && place.Level != normalize.Country && (rest == "" || startsIn(rest, "区域", "地区") || rest[0]-'0' < 10) {
		r.under = labelled{place.Name, p.span(0, n)}
	}
}

// placeLine says whether a line is the name of a place and nothing else.
func placeLine(s string) bool {
	if !normalize.MayEndPlace(s) {
		return false
	}
	n, _ := placeChain(s)
	if n == 0 {
		n, _ = guess(s)
	}
	return n > 0 && n == len(s)
}

// sectionOf is the section that block b stands in.
func (r *reading) sectionOf(b *policy.Block) *section {
	if b.Kind == policy.Heading {
		return &r.sections[b.ID]
	}
	if b.Section >= 0 {
		return &r.sections[b.Section]
	}
	return &section{}
}

// headingWords tell what a section is about; the last that stands in a heading wins.
var headingWords = [...]struct {
	status policy.Status
	words  *lexicon
}{{policy.Target, papers["target"]}, {policy.Rule, papers["rule"]}, {policy.Actual, papers["actual"]}}

// headingStatus is what a heading, which states when, says of the figures under it, "" if nothing. Of
// 紧盯目标，履行职责，推进工作见效, which calls on people, the last clause may.
func headingStatus(s string, when said, st *setting) policy.Status {
	best, last := policy.Status(""), 0
	if i := lastIndex(s, "，"); i >= 0 {
		s = s[i+len("，"):]
	}
	for _, k := range headingWords {
		if i, n := k.words.lastIn(s); n > 0 && i+n > last && callWords.suffix(s[:i]) == 0 && (n != len("目标") || callWords.prefix(unnumbered(s)) == 0) {
			best, last = k.status, i+n
		}
	}
	if best == "" && (st.genre == anyPaper || st.genre == measures) && tariffVerbs.prefix(unnumbered(s)) > 0 && setsTariff(s) {
		return policy.Rule // 一、调整天然气销售价格
	}
	if best == "" && when.ok && st.genre == workReport && when.span.Len() > 0 {
		switch y := when.period.LastYear(); {
		case y == 0:
		case y <= st.reviewed():
			return policy.Actual
		default:
			return policy.Target
		}
	}
	return best
}

// headingPlace is the place that a heading names as the subject of its section: 重庆市：…, at its head any
// place in a paper about the whole country, and one that is called in full in others: 青禾县统筹推进….
func headingPlace(s string, of *home) string {
	if n, _ := normalize.MatchPeriod(s); n > 0 {
		s = s[n:]
	}
	n, p := placeChain(s)
	if n == 0 || p.Level == normalize.Country || inOrganisation(s, 0, n) {
		return ""
	}
	rest := s[n:]
	if rest == "" || startsIn(rest, "：", ":") || of.level == normalize.Country {
		return p.Name
	}
	if p.Level > normalize.Region && p.Level >= of.level && p.Name != of.name && endsIn(s[:n], "省", "市", "县", "区", "州", "盟", "旗") && joints.prefix(rest) == 0 && !startsIn(rest, "级", "至", "—", "-") {
		return p.Name
	}
	return ""
}

// unnumbered is a heading without its number: 一、, （二）, 3.
func unnumbered(s string) string {
	near, i := upTo(s, len("（二十一）")), 0
	for i < len(near) && (isDigitAt(near[i:]) || normalize.HanDigit(near[i:]) > 0 || strings.HasPrefix(near[i:], "（")) {
		i += runeLen(near[i])
	}
	for _, stop := range [...]string{"、", "）", "."} {
		if i > 0 && strings.HasPrefix(near[i:], stop) {
			return s[i+len(stop):]
		}
	}
	return s
}
