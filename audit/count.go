package audit

import (
	"sort"
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// counts holds what a text says there are so many of against what it lists:
// 五区协同 against five names, 七大工程 against seven headings, 共15项 against the rows
// of a table. A list that may be longer or shorter than it looks proves nothing wrong.
func counts(c *checker) {
	k := counter{checker: c, content: c.doc.Content.String(), nearBlock: -1}
	k.read()
	left := k.own.claims[:0] // those without a list beside them
	for i := range k.own.claims {
		if claim := &k.own.claims[i]; !k.check(claim) && claim.isName() {
			left = append(left, *claim)
		}
	}
	for i := range left {
		k.recall(&left[i])
	}
	k.numbering()
	k.enumerations()
	k.spans()
}

// A counter goes over the ledger of a document.
type counter struct {
	*checker
	content string
	block   int // the one that was asked for last

	nearBlock, nearAt int // of nearText, see near
	nearText          policy.Text

	grouped bool              // the headings, which is done when they are first asked for
	done    doneTable         // the one that was asked for last
	known   map[string]listed // lists of names found: 七大工程
}

// A counted is a statement that there are so many of something: 七大工程.
type counted struct {
	n      int
	words  policy.Text // of its paragraph or cell
	s      string      // the same
	block  int         // ID, -1 where unknown
	inCell bool
	at     int    // of the number in s
	end    int    // of the statement in s
	noun   string // what is counted, as far as it was read: 工程; 区协同
	loose  bool   // the noun follows the number at once: 五区协同, not 五大区
	figure string // ID, "" for none

	endings [2]string // see tails
	tailed  int       // how many they are, and one; 0 where they are not known
}

// maxCounted is the largest number that is held against a list.
const maxCounted = 40

// read goes over the ledger for small numbers, which few numerals are.
func (k *counter) read() {
	k.own.claims, k.own.items, k.own.plans = k.own.claims[:0], k.own.items[:0], k.own.plans[:0]
	numerals, content := k.doc.Numerals, k.content
	for i := range numerals {
		at := numerals[i].Span
		if raw := content[at.Start:at.End]; len(raw) < 3 || raw[0]-'1' > 8 { // no hundred
			k.keep(&numerals[i], raw)
		}
	}
}

// keep keeps a numeral with words behind it that may count a list, a numeral of an item
// (二是), and one that may be the years of a plan.
func (k *counter) keep(n *policy.Numeral, raw string) {
	after := skipBlanks(k.content[n.Span.End:])
	if r, _ := policy.FirstRune(after); r < '一' || r > '龥' {
		return
	}
	number := smallNumber(raw)
	switch {
	case number == 0:
	case n.As == policy.AsOrdinal && strings.HasPrefix(k.content[n.Span.End:], "是"):
		if it, ok := k.itemAt(n.Span, number); ok {
			k.own.items = append(k.own.items, it)
		}
	case number < 2 || number > maxCounted:
	case strings.HasPrefix(after, "年"):
		k.own.plans = append(k.own.plans, plan{n.Span, number})
	case countable(after) && k.mayCount(n):
		if claim, ok := k.claimAt(n, number); ok {
			k.own.claims = append(k.own.claims, claim)
		}
	}
}

// mayCount says whether a numeral is what a list is counted by.
func (k *counter) mayCount(n *policy.Numeral) bool {
	switch n.As {
	case policy.AsName, policy.AsWord:
		return true
	case policy.AsFigure, policy.AsCell:
		return k.promising(n.Span)
	}
	return false
}

// claimAt reads the statement around a numeral that may count a list.
func (k *counter) claimAt(n *policy.Numeral, number int) (c counted, ok bool) {
	c.n, c.figure = number, n.Figure
	if c.words, c.block, c.inCell, ok = k.passageAt(n.Span); !ok {
		return c, false
	}
	if !c.inCell {
		c.words = k.near(c.words, c.block, c.words.Offset(n.Span.Start))
	}
	c.s = c.words.String()
	c.at = c.words.Offset(n.Span.Start)
	raw := k.content[n.Span.Start:n.Span.End]
	if !strings.HasPrefix(c.s[c.at:], raw) || ordinalBefore(c.s[:c.at]) {
		return c, false
	}
	c.readNoun(c.at + len(raw))
	return c, true
}

// farList is how many bytes before and behind a number its list may begin and end.
const farList = 16384

// near is what stands about byte i of the text of a block, all of it unless it is very long: a
// stretch of three times farList, which serves all numbers in the middle one.
func (k *counter) near(t policy.Text, block, i int) policy.Text {
	s := t.String()
	if len(s) <= 2*farList {
		return t
	}
	if w := i / farList; k.nearBlock != block || k.nearAt != w {
		a, b := max(0, (w-1)*farList), min(len(s), (w+2)*farList)
		for a > 0 && !utf8.RuneStart(s[a]) {
			a--
		}
		for b < len(s) && !utf8.RuneStart(s[b]) {
			b++
		}
		k.nearBlock, k.nearAt, k.nearText = block, w, t.Slice(a, b)
	}
	return k.nearText
}

// Windows around a figure, in bytes, in which promising looks.
const (
	windowBefore = 120
	windowAfter  = 48
)

// promising says whether something around a figure speaks of a list, before its
// paragraph is looked at: most count the world, not the text.
func (k *counter) promising(at policy.Span) bool {
	before := k.content[max(0, at.Start-windowBefore):at.Start]
	if normalize.IndexChar(before, "、") >= 0 || joinedBefore.in(before[len(before)*2/3:]) {
		return true
	}
	return ledAfter.in(k.content[at.End:min(len(k.content), at.End+windowAfter)])
}

// What promising looks for before and behind a figure.
var (
	joinedBefore = newWordList("和", "与", "”")
	ledAfter     = newWordList(append([]string{"（", "(", "：", ":", "即", "——", "分别", "指标", "目标"}, numberedWords.words...)...)
)

// blanks may stand anywhere in hard-wrapped text; Fold leaves none beside Chinese.
const blanks = " \n\u3000"

// skipBlanks leaves them out where a text begins with some.
func skipBlanks(s string) string {
	for begun := false; s != "" && (s[0] == ' ' || s[0] == '\n' || begun && strings.HasPrefix(s, "\u3000")); begun = true {
		s = s[charLen(s):]
	}
	return s
}

// countable says whether what follows a number may be something that a text lists.
func countable(after string) bool {
	measured := isMeasured(after) && !strings.HasPrefix(after, oneBody) && !strings.HasPrefix(after, "倍增")
	return !measured && notCounted.begin(after) == ""
}

// oneBody is what 三位一体 has behind its number.
const oneBody = "位一体"

// measured begin what is measured or dated, not listed: 3年, 4月, 5元, 6位 …
const measured = "年月日时分秒元万亿千百十期级届次岁倍成番度天周米克吨里亩角线星川环位伏瓦"

var measuredSet = policy.WideSetOf(measured)

// isMeasured says whether s begins with one of them, and not with 座, which the set takes for 角.
func isMeasured(s string) bool {
	return measuredSet.Begins(s) && normalize.IndexChar(measured, s[:3]) >= 0
}

// notCounted do so too, and words with a numeral in them.
var notCounted = newWordList(wordClasses.Of("notcounted")...)

// ordinalBefore says whether a number is one of a row: 第三, 前三, 十九届五中全会.
func ordinalBefore(before string) bool { return ordinals.end(before) != "" }

var ordinals = newWordList(wordClasses.Of("ordinal")...)

// smallNumber reads 两, 十二 or 15; 0 for what is no such number.
func smallNumber(s string) int {
	if len(s) == 0 || len(s) > 9 {
		return 0
	}
	if s[0] < utf8.RuneSelf {
		n := 0
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return 0
			}
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	return hanNumber(s)
}

// hanDigits are the numbers from one to ten by their place; 两 is two.
const hanDigits = "一二三四五六七八九十"

// hanNumber reads 一 to 九十九, and 两; it is 0 for anything else.
func hanNumber(s string) int {
	if s == "两" {
		return 2
	}
	n, units := 0, 0
	for i := 0; i < len(s); i += 3 {
		switch d := normalize.HanDigit(s[i:]); {
		case d == 10 && n == 0 && i <= 3:
			n, units = max(units, 1)*10, 0
		case d == 0 || d == 10 || units > 0 || i > 0 && n == 0:
			return 0
		default:
			units = d
		}
	}
	return n + units
}

// classifiers stand between a number and what it counts.
var classifiers = newWordList(wordClasses.Of("classifier")...)

// maxNoun is how much of a noun is read, in characters.
const maxNoun = 14

// readNoun reads what is counted, from byte i of the paragraph on.
func (c *counted) readNoun(i int) {
	c.loose = true
	if strings.HasPrefix(c.s[i:], oneBody) {
		c.end = i + len(oneBody)
		return
	}
	if w := classifiers.begin(c.s[i:]); w != "" && w != "方面" && w != "点" {
		c.loose = false
		i += len(w)
	}
	c.end = nounEnd(c.s, i)
	c.noun = c.s[i:c.end]
}

// nounEnd is where the noun ends that begins at byte i.
func nounEnd(s string, i int) int {
	for n := 0; i < len(s) && n < maxNoun; n++ {
		if s[i]>>4 == 0xe && !nounEnds.Begins(s[i:]) {
			i += 3
			continue
		}
		r, size := policy.FirstRune(s[i:])
		if endsNoun(r) {
			break
		}
		i += size
	}
	return i
}

// isName says whether the statement is a name that stands for its list wherever it is
// said: “六个一”, 七大工程; 三个方面 is none.
func (c *counted) isName() bool {
	said := c.s[c.at:c.end]
	return (strings.HasSuffix(c.s[:c.at], "“") || !c.loose && strings.Contains(said, "大")) && policy.RuneCount(said) > 2 && !c.listable()
}

// recall holds a name against the list that it was given elsewhere in the document.
func (k *counter) recall(c *counted) {
	if len(k.known) == 0 {
		return
	}
	said := c.s[c.at:c.end]
	for end := len(said); end > len("七大"); {
		if l, ok := k.known[said[:end]]; ok && l.n == c.n {
			k.reportCount(c, l)
			return
		}
		_, size := policy.LastRune(said[:end])
		end -= size
	}
}

var oneWords = wordClasses.Of("oneword")

// compound says whether the number is one of several that make a name together: 三重一大,
// 一圈两场三改. What stands beside may list all of it.
func (c *counted) compound() bool {
	if i := strings.Index(c.noun, "一"); i > 0 && i+len("一") < len(c.noun) && !policy.HoldsAny(c.noun, oneWords...) {
		return true
	}
	if hanLen(c.s[c.end:]) > 0 || strings.HasPrefix(c.s[c.end:], "两") {
		return true
	}
	for i, n := c.at, 0; i > 0 && n < 3; n++ {
		r, size := policy.LastRune(c.s[:i])
		if i -= size; r == '是' || opening(r) || closing(r) || endsClause(r) {
			break
		}
		if r == '两' || strings.ContainsRune(hanDigits, r) {
			return true
		}
	}
	return false
}

// loosely says whether the number bounds or picks what is listed: 2个以上, 至少3项, 任选2项.
func (c *counted) loosely() bool {
	return looseAfter.begin(c.noun) != "" || looseBefore.in(c.s[max(0, c.at-18):c.at])
}

// What loosely looks for behind and before a number.
var (
	looseAfter  = newWordList(wordClasses.Of("looseafter")...)
	looseBefore = newWordList(wordClasses.Of("loosebefore")...)
)

// blockAt is the block that holds a place of the Content, nil for none and for what
// belongs to the site.
func (k *counter) blockAt(at policy.Span) *policy.Block {
	blocks := k.doc.Blocks
	for k.block < len(blocks) && blocks[k.block].Span.End <= at.Start {
		k.block++
	}
	for k.block > 0 && blocks[k.block-1].Span.End > at.Start {
		k.block--
	}
	if k.block == len(blocks) || !blocks[k.block].Span.Contains(at) || blocks[k.block].Kind == policy.Boilerplate {
		return nil
	}
	return &blocks[k.block]
}

// passageAt finds the paragraph or the cell that holds a place of the Content, folded.
func (k *counter) passageAt(at policy.Span) (words policy.Text, block int, inCell, ok bool) {
	b := k.blockAt(at)
	if b == nil {
		return words, -1, false, false
	}
	if b.Kind == policy.TableBlock {
		if b.Table < 0 || b.Table >= len(k.doc.Tables) {
			return words, -1, false, false
		}
		cell := cellAt(&k.doc.Tables[b.Table], at)
		if cell == nil {
			return words, -1, false, false
		}
		return normalize.Fold(cell.Text), b.ID, true, true
	}
	return normalize.Folded(b), b.ID, false, true
}

// cellAt is the cell of a table that holds a place, nil if none does. Cells stand by
// place, but for those of merged rows: then the place is not found, and not checked.
func cellAt(t *policy.Table, at policy.Span) *policy.Cell {
	i := sort.Search(len(t.Cells), func(i int) bool { return t.Cells[i].Span.End > at.Start })
	if i == len(t.Cells) || !t.Cells[i].Span.Contains(at) {
		return nil
	}
	return &t.Cells[i]
}
