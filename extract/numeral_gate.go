package extract

import (
	"strings"

	"shuzheng/normalize"
)

// A gate says which numerals a rule may read: those of some shapes always, those of
// others where one of some characters stands right before or right behind them. Most
// rules know a numeral by its neighbours, so that few of them need be asked. A test holds
// that no gate keeps a rule from what it would read.
type gate struct {
	always, near   shapeSet
	before, behind string
	titled         bool // in a passage that holds 《 it is asked of all
}

// A shape is what a numeral looks like.
type shape uint8

// The shapes.
const (
	plain    shape = iota // 12, 3.5
	long                  // seven bytes of digits or more: 0571-88888888
	scaled                // 1.4万
	han                   // 三
	spelled               // two characters or more: 十四五
	compound              // 1亿2000万
	percent               // 百分之十
	ratio                 // 三分之一
	dotted                // 2021.12.31
	noShape
)

// A shapeSet has a bit for each shape.
type shapeSet uint16

const anyShape shapeSet = 1<<noShape - 1

func shapes(of ...shape) (set shapeSet) {
	for _, x := range of {
		set |= 1 << x
	}
	return set
}

func shapeOf(n *normalize.Numeral) shape {
	switch n.Form {
	case normalize.Arabic:
		switch {
		case n.Exp > 0:
			return scaled
		case n.To-n.From >= 7:
			return long
		}
		return plain
	case normalize.Han:
		if n.To-n.From >= 6 {
			return spelled
		}
		return han
	case normalize.Compound:
		return compound
	case normalize.Percent:
		return percent
	case normalize.Ratio:
		return ratio
	}
	return dotted
}

// Characters of gates.
const (
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	graphic = letters + "0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
	edge    = "\x00" // the start or the end of the passage
)

// A ruleSet has a bit for each rule, the first lowest.
type ruleSet uint16

// gates are those of all rules, put together.
var gates = joinGates(rules)

type ruleGates struct {
	always, near   [noShape]ruleSet
	titled         ruleSet
	before, behind neighbours
}

// joinGates puts the gates of rules together.
func joinGates(rules []rule) *ruleGates {
	t := new(ruleGates)
	for k := range rules {
		g, bit := &rules[k].gate, ruleSet(1)<<k
		for x := range noShape {
			t.always[x] |= bit * ruleSet(g.always>>x&1)
			t.near[x] |= bit * ruleSet(g.near>>x&1)
		}
		if g.titled {
			t.titled |= bit
		}
		t.before.add(g.before, bit)
		t.behind.add(g.behind, bit)
	}
	return t
}

// mayRead are the rules that may read numeral n of the passage.
func (c *context) mayRead(n normalize.Numeral) ruleSet {
	x := shapeOf(&n)
	may := gates.always[x] | gates.near[x]&(gates.before.at(charBefore(c.s, n.Start))|gates.behind.at(charBehind(c.s, n.End)))
	if c.titled() {
		may |= gates.titled
	}
	return may
}

// charBefore is the character before byte i of s, 0 at the start.
func charBefore(s string, i int) uint16 {
	if i == 0 {
		return 0
	}
	return charAt(s, lastRuneAt(s[:i]))
}

// charBehind is the character at byte i of s, 0 at the end.
func charBehind(s string, i int) uint16 {
	if i >= len(s) {
		return 0
	}
	return charAt(s, i)
}

// neighbours are the rules by a character beside a numeral: a hash table, most of it
// empty.
type neighbours [512]struct {
	char  uint16
	rules ruleSet
}

// at are the rules under character c.
func (t *neighbours) at(c uint16) ruleSet { return t[t.place(c)].rules }

// add puts a rule under the characters of s.
func (t *neighbours) add(s string, rule ruleSet) {
	for ; s != ""; s = s[runeLen(s[0]):] {
		e := &t[t.place(charAt(s, 0))]
		e.char, e.rules = charAt(s, 0), e.rules|rule
	}
}

func (t *neighbours) place(c uint16) int {
	for i := int(c*0x9E37>>7) % len(t); ; i = (i + 1) % len(t) {
		if e := &t[i]; e.char == c || e.rules == 0 {
			return i
		}
	}
}

// firsts are the first characters of the words.
func (l *lexicon) firsts() string {
	var b strings.Builder
	for _, w := range l.words {
		b.WriteString(w[:runeLen(w[0])])
	}
	return b.String()
}

// lasts are the last characters of the words.
func (l *lexicon) lasts() string {
	var b strings.Builder
	for _, w := range l.words {
		b.WriteString(w[lastRuneAt(w):])
	}
	return b.String()
}
