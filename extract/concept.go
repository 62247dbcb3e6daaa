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
	r := conceptReader{doc: doc, block: -1, room: make([]byte, 0, 64*len("字"))}
	var before *policy.Figure // the one before, of a table
	for i := range doc.Figures {
		f := &doc.Figures[i]
		switch {
		case f.Indicator == "" || f.Status == policy.Rule: // a condition is a figure of nobody
		case f.Table == nil:
			f.Concept = conceptID(r.concept(f))
		case before != nil && before.Indicator == f.Indicator && before.Unit == f.Unit && before.Measure == f.Measure:
			f.Concept = before.Concept // most rows have several cells
		default:
			f.Concept, before = conceptID(normalize.ConceptOf("", f.Indicator, f.Unit, f.Measure)), f
		}
	}
}

// conceptID is the ID of a concept, "" where there is none.
func conceptID(c *normalize.Concept) string {
	if c == nil {
		return ""
	}
	return c.ID
}

// A conceptReader reads the concepts of prose, figure by figure.
type conceptReader struct {
	doc     *policy.Document
	block   int       // of the figure before
	text    string    // of that block
	start   int       // where its sentence began
	end     int       // where that figure ended
	acted   bool      // it was of things that were added
	settled bool      // it was of all the things there are
	room    []byte    // for a name
	last    [2]string // the name that gave it its concept, in two parts; empty where it had none
}

// A conceptPlace is a figure in its sentence.
type conceptPlace struct {
	*policy.Figure
	name    normalize.ConceptName
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
		*r = conceptReader{doc: r.doc, room: r.room, block: f.Block, text: t.String()}
	}
	known, done := r.start, r.end
	if at < done {
		known, done = 0, 0
	}
	start := sentenceBegin(r.text, at, known, done)
	if r.end < start {
		r.acted, r.settled = false, false
		if !strings.Contains(r.text[start:min(start+30, at)], "看") {
			r.last = [2]string{}
		}
	}
	r.start, r.end = start, at
	from, to := at, at
	for _, w := range f.Evidence.Indicator {
		if i := t.Offset(w.Start); start <= i && i < at {
			from, to = i, min(t.Offset(w.End), at)
		}
	}
	name := normalize.NewConceptName(r.room, f.Indicator)
	return conceptPlace{f, name, r.text[start:from], r.text[to:at]}
}

// longSentence is how far before a figure its sentence is looked for, in bytes.
const longSentence = 600

// sentenceBegin is where the sentence of byte at of s begins, where known is what it was
// for byte done, farther to the left: figures come in reading order, and only what lies
// between two of them is looked over.
func sentenceBegin(s string, at, known, done int) int {
	from := max(at-longSentence, 0)
	for from < at && !utf8.RuneStart(s[from]) {
		from++
	}
	for i := at; i >= max(from, done)+3; {
		switch c := s[i-3]; {
		case c > 0xe3 && c < 0xef: // a Chinese character
			i -= 3
		case c>>4 != 0xe:
			i--
		case isStop(s[i-3 : i]):
			return i
		default:
			i -= 3
		}
	}
	if known >= from+3 && isStop(s[known-3:known]) {
		return known
	}
	return from
}

// isStop says whether a character ends a sentence.
func isStop(mark string) bool { return mark == "。" || mark == "！" || mark == "？" }

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
