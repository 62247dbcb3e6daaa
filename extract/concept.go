package extract

import (
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// concepts gives the figures the concept that their indicator names, where there is
// no doubt: 规模以上工业增加值, wherever it stands; in prose also what the sentence says
// of it.
func concepts(doc *policy.Document) {
	r := conceptReader{doc: doc, block: -1}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		switch {
		case f.Indicator == "" || f.Status == policy.Rule: // a condition is a figure of nobody
		case f.Table != nil:
			if c := normalize.ConceptOf("", f.Indicator, f.Unit, f.Measure); c != nil {
				f.Concept = c.ID
			}
		default:
			if c := r.concept(f); c != nil {
				f.Concept = c.ID
			}
		}
	}
}

// A conceptReader reads the concepts of prose, figure by figure.
type conceptReader struct {
	doc   *policy.Document
	block int       // of the figure before
	text  string    // of that block
	end   int       // where that figure ended
	acted bool      // it was of things that were added
	last  [2]string // the name that gave it its concept, in two parts; empty where it had none
}

// A conceptPlace is a figure in its sentence.
type conceptPlace struct {
	*policy.Figure
	before  string // the sentence as far as the indicator
	between string // and from there to the number
}

// concept finds the concept of a figure of prose.
func (r *conceptReader) concept(f *policy.Figure) *normalize.Concept {
	p := r.place(f)
	c, name := r.named(&p)
	if c != nil && c.Part {
		c, name = r.whole(&p, c, name)
	}
	r.last = name
	if c == nil || !c.Stock() {
		return c
	}
	if f.Measure == policy.Level && strings.Contains(f.Value, ".") && f.Scale == "1" && c.Counts() {
		return nil // 19.27家 are not counted: they are for each of something
	}
	return r.stock(&p, c)
}

// place cuts the sentence of a figure, and forgets what was said in the one before.
func (r *conceptReader) place(f *policy.Figure) conceptPlace {
	t := r.doc.Blocks[f.Block].Text
	at := t.Offset(f.Evidence.Span.Start)
	if f.Block != r.block {
		r.block, r.text, r.end, r.last, r.acted = f.Block, t.String(), 0, [2]string{}, false
	}
	start := sentenceBegin(r.text, at)
	if r.end < start {
		r.acted = false
	}
	if r.end < start && !strings.Contains(r.text[start:min(start+30, at)], "看") {
		r.last = [2]string{}
	}
	r.end = at
	from, to := at, at
	for _, w := range f.Evidence.Indicator {
		if i := t.Offset(w.Start); start <= i && i < at {
			from, to = i, min(t.Offset(w.End), at)
		}
	}
	return conceptPlace{f, r.text[start:from], r.text[to:at]}
}

// longSentence is how far before a figure its sentence is looked for, in bytes.
const longSentence = 600

// sentenceBegin is where the sentence of byte at of s begins.
func sentenceBegin(s string, at int) int {
	from := max(at-longSentence, 0)
	for from < at && !utf8.RuneStart(s[from]) {
		from++
	}
	for _, mark := range [...]string{"。", "！", "？"} {
		if i := strings.LastIndex(s[from:at], mark); i >= 0 {
			from += i + len(mark)
		}
	}
	return from
}

// named finds the concept of an indicator, and the name that was known: as it
// stands, with the verb before it, or with what the figure before shares with it.
func (r *conceptReader) named(p *conceptPlace) (*normalize.Concept, [2]string) {
	if c := p.of("", p.Indicator); c != nil {
		return c, [2]string{"", p.Indicator}
	}
	if c, verb := p.verbal(); c != nil {
		return c, [2]string{verb, p.Indicator}
	}
	if c, owner := p.owned(); c != nil {
		return c, [2]string{owner, p.Indicator}
	}
	if r.last[1] == "" {
		return nil, [2]string{}
	}
	if c, subject := r.subject(p); c != nil {
		return c, [2]string{subject, p.Indicator}
	}
	if c, head := r.head(p); c != nil {
		return c, [2]string{p.Indicator, head}
	}
	return nil, r.last
}

func (p *conceptPlace) of(before, name string) *normalize.Concept {
	return normalize.ConceptOf(before, name, p.Unit, p.Measure)
}

// verbal takes the verb before an indicator for a part of its name: 加装|电梯, 接待|游客.
func (p *conceptPlace) verbal() (*normalize.Concept, string) {
	from := len(p.before)
	for n := 1; n <= 4 && from > 0; n++ {
		if from = lastRuneAt(p.before[:from]); n > 1 {
			if c := p.of(p.before[from:], p.Indicator); c != nil {
				return c, p.before[from:]
			}
		}
	}
	return nil, ""
}

// owned takes who reached a value for a part of its name: 规模以上工业企业|实现|利税总额.
func (p *conceptPlace) owned() (*normalize.Concept, string) {
	to := len(p.before) - lights.suffix(p.before)
	if to == len(p.before) {
		return nil, ""
	}
	for n, from := 1, to; n <= maxSubject && from > 0; n++ {
		if from = lastRuneAt(p.before[:from]); n > 1 {
			if c := p.of(p.before[from:to], p.Indicator); c != nil {
				return c, p.before[from:to]
			}
		}
	}
	return nil, ""
}

// maxSubject is the most characters of a subject.
const maxSubject = 10

// subject gives an indicator the subject of the one before in its sentence:
// 普通高中招生…人，在校生…人. The longest that makes a known name counts.
func (r *conceptReader) subject(p *conceptPlace) (*normalize.Concept, string) {
	whole := r.last[0] + r.last[1]
	if r.last[0] == "" {
		whole = r.last[1]
	}
	ends := runeStarts(whole, maxSubject)
	for k := len(ends) - 1; k >= 0; k-- {
		if c := p.of(whole[:ends[k]], p.Indicator); c != nil {
			return c, whole[:ends[k]]
		}
	}
	return nil, ""
}

// runeStarts lists where the second to the nth character of s begin, the second excluded.
func runeStarts(s string, n int) []int {
	var starts []int
	for i := range s {
		if len(starts) == n {
			break
		}
		if i > 3 {
			starts = append(starts, i)
		}
	}
	return starts
}

// head gives a branch the head of the indicator before: 农业总产值…，其中：种植业….
func (r *conceptReader) head(p *conceptPlace) (*normalize.Concept, string) {
	if !endsIn(p.Indicator, "业", "企业") {
		return nil, ""
	}
	head := r.last[1]
	for n, from := 1, len(head); n <= 4 && from > 0; n++ {
		if from = lastRuneAt(head[:from]); n > 1 {
			if c := p.of(p.Indicator, head[from:]); c != nil {
				return c, head[from:]
			}
		}
	}
	return nil, ""
}

// narrower are words for a part of the people or the economy.
var narrower = newLexicon([]string{"城镇", "农村", "城市", "农民", "规模以上", "规上", "建筑业", "施工", "公路", "铁路", "水路", "民航"})

// whole reads a name that says not whose it is: 人均消费支出 behind 城镇居民人均可支配收入 is
// that of 城镇居民, or of nobody that is known.
func (r *conceptReader) whole(p *conceptPlace, c *normalize.Concept, name [2]string) (*normalize.Concept, [2]string) {
	_, n := narrower.lastIn(p.before)
	if n == 0 && (strings.Contains(p.Indicator, "工业") || !r.inBranch(p.Block)) {
		return c, name
	}
	if c, subject := r.subject(p); c != nil && r.last[1] != "" {
		return c, [2]string{subject, p.Indicator}
	}
	return nil, r.last
}

// inBranch says whether a block stands under the heading of a branch of the economy.
func (r *conceptReader) inBranch(block int) bool {
	for _, id := range r.doc.Sections(block) {
		if b := &r.doc.Blocks[id]; b.Kind == policy.Heading && containsAny(b.Text.String(), "工业", "建筑") {
			return true
		}
	}
	return false
}

// stock is the concept of a figure of things of which there are a number: where the
// sentence says that they were added, that of things added, if it is known.
func (r *conceptReader) stock(p *conceptPlace, c *normalize.Concept) *normalize.Concept {
	act, verb := p.act()
	if act == noAct && r.acted && strings.TrimSpace(p.before[clauseBegin(p.before):]) == "" && !p.isStock(p.between) {
		act, verb = added, noVerb // 新增高新技术企业350家，科技小巨人企业8家
	}
	r.acted = act != noAct
	switch act {
	case addedHere:
		return p.of("新增", p.Indicator)
	case added: // 建设|高标准农田
		return p.of(verb, p.Indicator)
	}
	return c
}

// An act says what a sentence does to the things that a figure counts.
type act int

const (
	noAct     act = iota
	addedHere     // 新增高新技术企业350家
	added         // 新增…350家、科技小巨人企业8家; 争创省级创新联合体1家
)

// noVerb is in no name.
const noVerb = "？"

// act reads the last verb before a figure, unless words behind it say that the figure
// is of all there is. A verb of the same clause may be a part of a name.
func (p *conceptPlace) act() (a act, verb string) {
	if i, n := adds.lastIn(p.between); n > 0 && !p.isStock(p.between[i+n:]) {
		return addedHere, ""
	}
	if p.isStock(p.between) {
		return noAct, ""
	}
	clause := clauseBegin(p.before)
	add, n := adds.lastIn(p.before)
	do, m := acts.lastIn(p.before[clause:])
	switch {
	case n > 0 && add >= clause:
		return p.unlessStock(add, add+n, addedHere), ""
	case m > 0:
		return p.unlessStock(clause+do, clause+do+m, added), p.before[clause+do : clause+do+m]
	case n > 0:
		return p.unlessStock(add, add+n, added), noVerb
	}
	return noAct, ""
}

// clauseBegin is where the last clause of s begins.
func clauseBegin(s string) int {
	i := strings.LastIndexAny(s, "，,：:")
	if i < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i + n
}

// unlessStock is a, or noAct where words for all there is stand right before the verb
// (累计建成) or anywhere behind.
func (p *conceptPlace) unlessStock(from, to int, a act) act {
	if stocks.suffix(p.before[:from]) > 0 || p.isStock(p.before[to:]) {
		return noAct
	}
	return a
}

func (p *conceptPlace) isStock(s string) bool {
	_, n := stocks.lastIn(s)
	return n > 0
}
