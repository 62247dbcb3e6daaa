package audit

import (
	"strconv"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// begins is the number 1 of an item that s begins with, 0 where none does.
func begins(s string) int {
	if style, n, _ := readMark(s[indent(s):]); style != noMark && n == 1 {
		return 1
	}
	return 0
}

// maxLead is how far from a statement its first numbered item may stand, in bytes.
const maxLead = 180

// enumerated counts numbered items that follow: 分成五部分：第一部分…第五部分…; 抓好三项
// 工作。一是…二是…三是….
func enumerated(k *counter, c *counted) (listed, bool) {
	listable, near := c.listable(), c.s[c.end:min(len(c.s), c.end+maxLead)]
	if !listable && normalize.IndexChar(near, "：") < 0 && strings.IndexByte(near, ':') < 0 {
		return listed{}, false // nothing leads over to items
	}
	e := enumeration{}
	direct := e.first(c.s, c.end)
	next := c.block + 1
	if e.style == noMark {
		if c.inCell || next >= len(k.doc.Blocks) || len(c.s)-c.end > maxLead || !k.follows(next, c.block) {
			return listed{}, false
		}
		if begins(k.doc.Blocks[next].Text.String()) == 0 {
			return listed{}, false
		}
		s := k.textOfBlock(next)
		if e.first(s, 0); e.style == noMark || e.at != 0 {
			return listed{}, false
		}
		direct = strings.HasSuffix(strings.TrimRight(c.s, " "), "：")
		e.lead = len(c.s) - c.end
		e.read(s)
		next++
	} else {
		e.read(c.s)
	}
	for ; !c.inCell && next < len(k.doc.Blocks) && next < c.block+200 && k.follows(next, c.block); next++ {
		e.read(k.textOfBlock(next))
	}
	if !direct && !listable {
		return listed{}, false
	}
	sure := !e.mixed && e.last > 1 && listable && e.lead < closeLead && !k.goesOnAfter(&e, c, next)
	return listed{n: e.last, names: e.names, sure: sure}, e.last == c.n
}

// numberedWords are what numbered items usually are.
var numberedWords = newWordList(wordClasses.Of("numbered")...)

// closeLead is how near its first item stands, in bytes, to a statement that cannot but
// count them.
const closeLead = 36

// goesOnAfter says whether the row may go on in other words (最后, 此外), or in a block
// that is no paragraph of the section.
func (k *counter) goesOnAfter(e *enumeration, c *counted, next int) bool {
	tail := c.s[c.end:]
	if next > c.block+1 && !c.inCell {
		tail = k.textOfBlock(next - 1)
	}
	following := hanWritten(e.last + 1)
	if furtherWords.in(tail) || policy.HoldsAny(tail, "其"+following, "第"+following, following+"要") {
		return true
	}
	for i := next; !c.inCell && i < len(k.doc.Blocks) && i < next+60; i++ {
		if style, n, _ := readMark(strings.TrimLeft(k.doc.Blocks[i].Text.String(), blanks)); style == e.style && n == e.last+1 {
			return true
		}
	}
	return false
}

var furtherWords = newWordList(wordClasses.Of("further")...)

// listable says whether what is counted is what numbered items usually are.
func (c *counted) listable() bool {
	return numberedWords.end(c.noun) != "" || c.loose && numberedWords.begin(c.noun) != ""
}

// follows says whether block i goes on in the section of block from.
func (k *counter) follows(i, from int) bool {
	b, a := &k.doc.Blocks[i], &k.doc.Blocks[from]
	return b.Section == a.Section && b.Article == a.Article && b.Kind == policy.Paragraph
}

// textOfBlock is the folded text of a block.
func (k *counter) textOfBlock(i int) string { return normalize.Folded(&k.doc.Blocks[i]).String() }

// An enumeration is a row of numbered items, read from paragraph to paragraph.
type enumeration struct {
	style markStyle
	at    int // of the first item, in its paragraph
	lead  int // bytes from the statement to it
	last  int
	mixed bool // a row of the same style stands inside, or numbers are missing
	names []string
}

// first finds item 1 near byte from; direct says whether the text leads over to it.
func (e *enumeration) first(s string, from int) (direct bool) {
	if from >= len(s) || !ones.in(s[from:min(len(s), from+maxLead+len("（一"))]) {
		return false
	}
	stops := 0
	for i := from; i < len(s) && i-from < maxLead; i = nextBound(s, i) {
		if i > from && strings.HasSuffix(s[:i], "。") {
			if stops++; stops == 2 {
				return false
			}
		}
		if style, n, _ := readMark(s[i:]); style != noMark && n == 1 && (i > from || bounds(s[:i])) {
			e.style, e.at, e.lead = style, i, i-from
			return strings.HasSuffix(s[:i], "：") || strings.HasSuffix(s[:i], ":")
		}
	}
	return false
}

// ones are in every mark of a first item.
var ones = newWordList("一", "1", "①")

// read goes over a paragraph; an item counts where the one before it is there.
func (e *enumeration) read(s string) {
	from := 0
	if e.last == 0 {
		from = e.at
	}
	for i := from; i < len(s); i = nextBound(s, i) {
		style, n, size := readMark(s[i:])
		if style != e.style || size == 0 {
			continue
		}
		if n != e.last+1 {
			e.mixed = true
			continue
		}
		e.last = n
		e.names = append(e.names, shortened(clauseOf(strings.TrimLeft(s[i+size:], "，、：:. ")), 16))
	}
}

// A headGroup is headings of one parent that follow each other: 一、 二、 三、.
type headGroup struct {
	parent int // ID of the enclosing heading, -1 for none
	first  int // ID of the first
	names  []string
	ending string // what all end in: 工程
	plain  bool   // numbered from 1 without a gap
}

// headGroups puts the headings of the document into groups.
func (k *counter) headGroups() []headGroup {
	if k.grouped {
		return k.own.heads
	}
	k.grouped = true
	places, open, heads := &k.own.groups, k.own.order[:0], k.own.heads[:0] // open: the last group of each place
	places.begin(len(k.doc.Blocks))
	for i := range k.doc.Blocks {
		b := &k.doc.Blocks[i]
		if b.Kind != policy.Heading {
			continue
		}
		s := trimSpace(b.Text.String())
		style, n, size := readMark(s)
		name := headName(s[size:])
		at := int(places.number(key{int32(b.Section), int32(style), 0}))
		if at == len(open) {
			open = append(open, -1)
		}
		if open[at] < 0 || n == 1 {
			open[at] = int32(len(heads))
			heads = append(heads, headGroup{b.Section, i, append(make([]string, 0, 6), name), bared(name), n == 1})
			continue
		}
		h := &heads[open[at]]
		h.names = append(h.names, name)
		h.ending = commonEnd(h.ending, bared(name))
		h.plain = h.plain && n == len(h.names)
	}
	k.own.order, k.own.heads = open, heads
	return heads
}

// headName is the name of a heading behind its number.
func headName(s string) string {
	for headTails.end(s) != "" {
		s = s[:len(s)-len(headTails.end(s))]
	}
	return trimSpace(s)
}

// headTails end the name of a heading and are no part of it.
var headTails = newWordList("。", "：", ":", "；", ";", " ")

// commonEnd is what two texts end in alike.
func commonEnd(a, b string) string {
	i, j := len(a), len(b)
	for i > 0 && j > 0 {
		r, n := policy.LastRune(a[:i])
		q, m := policy.LastRune(b[:j])
		if r != q {
			break
		}
		i, j = i-n, j-m
	}
	return a[i:]
}

// underHeadings counts headings that end in what is counted: 七大工程 against
// （一）…工程 to （七）…工程; or that stand under the heading that counts them.
func underHeadings(k *counter, c *counted) (listed, bool) {
	if c.inCell || c.noun == "" {
		return listed{}, false
	}
	var best listed
	for i := range k.headGroups() {
		g := &k.own.heads[i]
		if !g.plain || len(g.names) < 2 || len(g.names) != c.n && !near(len(g.names), c.n) {
			continue
		}
		fits := g.parent == c.block && c.listable()
		ends := false
		for _, tail := range c.tails() {
			ends = ends || policy.RuneCount(tail) > 1 && strings.HasSuffix(g.ending, tail)
		}
		if !fits && !ends && !c.speaksOf(g.ending) {
			continue
		}
		l := listed{n: len(g.names), names: g.names, sure: ends && (g.parent == c.block || g.first == c.block+1) && !k.markedAfter(g)}
		if l.n == c.n {
			return l, true
		}
		if l.sure {
			best = l
		}
	}
	return best, false
}

// markedAfter says whether the next number of a group stands anywhere behind it: it may
// have been read as something else than a heading.
func (k *counter) markedAfter(g *headGroup) bool {
	n := len(g.names) + 1
	han, digits := hanWritten(n), strconv.Itoa(n)
	from := k.doc.Blocks[g.first].Span.Start
	for i := range k.doc.Numerals {
		at := k.doc.Numerals[i].Span.Start
		if at <= from {
			continue
		}
		before, rest := k.content[from:at], k.content[at:]
		if strings.HasPrefix(rest, han) && marked(before, rest[len(han):], "、") || strings.HasPrefix(rest, digits) && marked(before, rest[len(digits):], ".、") {
			return true
		}
	}
	return false
}

// marked says whether a number between before and after is that of an item: in brackets,
// or at the beginning of a line with one of signs behind it.
func marked(before, after, signs string) bool {
	switch r, _ := policy.FirstRune(after); r {
	case '）':
		return strings.HasSuffix(before, "（")
	case ')':
		return strings.HasSuffix(before, "(")
	default:
		return strings.ContainsRune(signs, r) && strings.HasSuffix(before, "\n")
	}
}

// speaksOf says whether what is counted holds what headings end in: 九大行动计划推进
// against …计划.
func (c *counted) speaksOf(ending string) bool {
	for range policy.RuneCount(ending) - 2 {
		_, size := policy.FirstRune(ending)
		ending = ending[size:]
	}
	return policy.RuneCount(ending) == 2 && strings.Contains(c.noun, ending)
}

// nextBlocks counts paragraphs with —— that follow.
func nextBlocks(k *counter, c *counted) (listed, bool) {
	if c.inCell {
		return listed{}, false
	}
	var names []string
	for i := c.block + 1; i < len(k.doc.Blocks) && len(names) <= maxCounted; i++ {
		s := k.doc.Blocks[i].Text.String()
		if s = s[indent(s):]; !strings.HasPrefix(s, "——") || k.doc.Blocks[i].Section != k.doc.Blocks[c.block].Section {
			break
		}
		names = append(names, shortened(clauseOf(s[len("——"):]), 16))
	}
	return listed{n: len(names), names: names}, len(names) == c.n && c.n > 1
}
