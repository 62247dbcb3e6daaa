package normalize

import (
	"bytes"
	"strings"

	"shuzheng/policy"
)

// A Concept is an indicator under its one name.
type Concept struct {
	ID     string // rd.intensity.gdp
	Zh, En string // its name
	Flow   bool   // it counts what was done in a time (城镇新增就业), not what there is
	Part   bool   // alone it leaves open whose it is, where others were spoken of before (人均消费支出)
	stock  bool   // see Stock
	plain  dims   // what it may be counted or measured in
	per    dims   // those of plain that may be per something: 元/人
	added  int32  // of a stock: the concept of those added in a time, 新增高新技术企业; 0 is none
	order  int
	file   string // and line: where it was given its names
	line   int
}

// Stock says whether the concept counts what there is: things that can be added to,
// of which a text may count only those added.
func (c *Concept) Stock() bool { return (c.stock || c.plain&counted != 0) && !c.Flow }

// Counts says whether the concept counts things, which come whole.
func (c *Concept) Counts() bool { return c.plain&counted != 0 && c.per == 0 }

// ConceptOf is Concepts.Of of the table in use.
func ConceptOf(before, indicator, unit string, m policy.Measure) *Concept {
	return conceptsInUse().Of(before, indicator, unit, m)
}

// A ConceptName is the name of an indicator, folded once for all that may stand before it.
type ConceptName struct {
	in    *Concepts
	key   []byte
	bytes int // of the name as it was
}

// NewConceptName is a name for the table in use. It is folded in room, which it keeps.
func NewConceptName(room []byte, indicator string) ConceptName {
	return conceptsInUse().name(room, indicator)
}

func (c *Concepts) name(room []byte, indicator string) ConceptName {
	return ConceptName{c, c.words.fold(room[:0], indicator), len(indicator)}
}

// ConceptByID is the concept of the table in use with an ID, nil if there is none.
func ConceptByID(id string) *Concept {
	c := conceptsInUse()
	if i, ok := c.ids[id]; ok {
		return &c.list[i]
	}
	return nil
}

// Order is the concept's place in its table; things added have that of all there are.
func (c *Concept) Order() int { return c.order }

// Of gives the concept that an indicator names, as a text words it (全市规模以上工业增加值),
// if a figure of that unit and measure may be one of it: 元 and 家 may not both; else
// nil. The name may stand in two parts, most often with nothing before. The growth of a
// thing is a change of it, so that a percentage of 工业增加值增速 is one of 工业增加值. It
// allocates nothing.
func (c *Concepts) Of(before, indicator, unit string, m policy.Measure) *Concept {
	var room [maxConceptName]byte
	name := c.name(room[:0], indicator)
	return name.Of(before, unit, m)
}

// Of is Concepts.Of for an indicator that is folded.
func (n *ConceptName) Of(before, unit string, m policy.Measure) *Concept {
	c := n.in
	i, growth := n.named(before)
	if i < 0 || growth && !isShare(unit) || !growth && !c.list[i].fits(unit, m) {
		return nil
	}
	return &c.list[i]
}

// fits says whether a figure of the concept may have a unit.
func (c *Concept) fits(unit string, m policy.Measure) bool {
	switch {
	case m == policy.Rank:
		return true
	case m == policy.Multiple:
		return unit == "倍" || unit == "番" || isShare(unit)
	case m == policy.Change && isShare(unit):
		return true
	case unit == "百分点" || unit == "基点":
		return m == policy.Change && c.plain&(shares|points) != 0
	}
	if unitIs(unit, c.plain) {
		return true
	}
	base, _, slash := strings.Cut(unit, "/")
	return slash && unitIs(base, c.per)
}

func isShare(unit string) bool { return unit == "%" || unit == "‰" || unit == "成" }

// maxConceptName is beyond the bytes of any name: a longer one is a sentence.
const maxConceptName = 150

// none stands for no concept.
const none = -1

// named finds the concept of the name behind before, without words that change nothing,
// and says whether it is of its growth.
func (n *ConceptName) named(before string) (i int, growth bool) {
	if n.bytes == 0 || len(before)+n.bytes > maxConceptName {
		return none, false
	}
	var room [maxConceptName]byte
	key := n.whole(room[:0], before)
	_, growth = n.in.words.trimGrowth(key)
	if i := n.in.begun(key); i >= 0 || !growth {
		return i, false
	}
	key, _ = n.in.words.trimGrowth(n.whole(room[:0], before))
	return n.in.begun(key), true
}

// whole appends to room the folded name with before before it.
func (n *ConceptName) whole(room []byte, before string) []byte {
	if before != "" {
		room = n.in.words.fold(room, before)
	}
	return append(room, n.key...)
}

// EndsName says whether a name may end in an indicator that is none by itself, whatever
// stands before it. Most indicators are the ends of none.
func (n *ConceptName) EndsName() bool {
	if n.bytes > maxConceptName {
		return false
	}
	var room [maxConceptName + len(anyStart)]byte
	key := append(append(room[:0], anyStart...), n.key...)
	if n.in.endsName(key) {
		return true
	}
	key, growth := n.in.words.trimGrowth(key)
	return growth && n.in.endsName(key)
}

// anyStart stands for what is before the end of a name.
const anyStart = "？？"

// endsName is EndsName for the folded name that follows anyStart.
func (c *Concepts) endsName(key []byte) bool {
	at, to := c.words.cutEnd(key)
	if at+len(to) < 2*len(anyStart) || to != "" {
		return true // what more the end takes away depends on the beginning
	}
	if end := string(key[len(key)-len("比重"):]); end == "比重" || end == "之比" {
		return true // see ratioParts
	}
	key, short := key[len(anyStart):], key[len(anyStart):at]
	return c.inner[hashChar(key[:min(charLen(key[0]), len(key))])] || c.suffixes.has(key) || c.suffixes.has(short)
}

// ends says whether a name may end as a folded one does.
func (c *Concepts) ends(key []byte) bool {
	if c.tails[tail(key)] {
		return true
	}
	at, to := c.words.cutEnd(key)
	return at < len(key) && (to != "" || c.tails[tail(key[:at])])
}

// maxStarts is how many words may stand before a name: 全年累计完成…
const maxStarts = 4

// tail is a number for the last two characters of a name; most tell names apart that
// are none.
func tail(name []byte) uint16 {
	n := uint16(0)
	for _, b := range name[max(len(name)-6, 0):] {
		n = n*31 + uint16(b)
	}
	return n % tails
}

// tails is how many numbers tail gives.
const tails = 1 << 13

// begun looks up a folded name, with and without the words before it.
func (c *Concepts) begun(key []byte) int {
	if !c.ends(key) {
		return none
	}
	for range maxStarts {
		if i := c.find(key); i >= 0 {
			return i
		}
		rest, more := c.words.trimStart(key)
		if !more {
			return none
		}
		key = rest
	}
	return none
}

// find looks up a folded name: as it stands, or as a ratio or a part of others.
func (c *Concepts) find(key []byte) int {
	if i, ok := c.names[string(key)]; ok {
		return int(i)
	}
	if at, to := c.words.cutEnd(key); at < len(key) {
		if i := c.ended(key[:at], to); i >= 0 {
			return i
		}
	}
	if part, whole, ok := ratioParts(key); ok {
		return c.composed(part, whole)
	}
	if len(key) == 0 || !c.heads[hashChar(key[:min(charLen(key[0]), len(key))])] {
		return none
	}
	if rest, ok := bytes.CutPrefix(key, []byte(newly)); ok {
		return c.newOnes(c.stem(rest))
	}
	for n, prefix := range c.prefixes {
		if rest, ok := bytes.CutPrefix(key, []byte(prefix)); ok {
			if of := c.stem(rest); of >= 0 {
				return c.composition(composition{prefixed + int32(n), int32(of)})
			}
		}
	}
	return none
}

// newly begins the name of what was added to a stock.
const newly = "新增"

// newOnes is the concept of those of concept i that were added in a time.
func (c *Concepts) newOnes(i int) int {
	if i < 0 || c.list[i].added == 0 {
		return none
	}
	return int(c.list[i].added)
}

// stem looks up a folded name without the words that end it.
func (c *Concepts) stem(key []byte) int {
	at, to := c.words.cutEnd(key)
	return c.ended(key[:at], to)
}

// ended looks up the beginning of a name with what stands for its end.
func (c *Concepts) ended(begin []byte, to string) int {
	var room [maxConceptName]byte
	if to != "" {
		begin = append(append(room[:0], begin...), to...)
	}
	if i, ok := c.names[string(begin)]; ok {
		return int(i)
	}
	return none
}

// ratioParts takes apart X占Y比重 and X与Y之比.
func ratioParts(key []byte) (part, whole []byte, ok bool) {
	at := len(key) - len("比重")
	if at < 0 {
		return nil, nil, false
	}
	switch string(key[at:]) {
	case "比重":
		return bytes.Cut(key[:at], []byte("占"))
	case "之比":
		return bytes.Cut(key[:at], []byte("与"))
	}
	return nil, nil, false
}

// composed finds the concept that is the ratio of two others.
func (c *Concepts) composed(part, whole []byte) int {
	a := c.stem(part)
	if a < 0 {
		return none
	}
	b := c.stem(withoutWhole(whole))
	if b < 0 {
		return none
	}
	return c.composition(composition{int32(a), int32(b)})
}

// withoutWhole is a name without 全省, 全市, 全县 … before it: 建筑工程产值占全县建筑业总产值比重.
func withoutWhole(key []byte) []byte {
	if len(key) > 6 && string(key[:3]) == "全" && strings.Contains("国省市县区州", string(key[3:6])) {
		return key[6:]
	}
	return key
}

func (c *Concepts) composition(of composition) int {
	if i, ok := c.composites[of]; ok {
		return int(i)
	}
	return none
}
