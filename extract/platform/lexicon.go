package platform

import (
	"cmp"
	"math/bits"
	"slices"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A lemma is a word that a lexicon is made of.
type lemma struct {
	text  string
	head  *head  // for a headClass word
	key   uint32 // of its last two characters
	class class
}

// A word is what a lexicon holds at hand of a lemma: those of a group lie side by side, and
// many of them in as much memory as is quickly reached.
type word struct {
	third uint16 // the character before its last two, 0 if there is none
	lemma uint16 // among those of the lexicon
	size  uint8  // in bytes
	class class
}

// A group is the words of one key, the longest first.
type group struct {
	key   uint32
	from  uint16 // in the words of the lexicon
	n     uint8
	heads bool // whether a head is among them
}

// A lexicon finds the longest word that a text ends in. All words end in a Chinese
// character. Those that share the last two stand together, those of one character are
// groups of their own.
type lexicon struct {
	ends   [1 << 16 / 64]uint64 // a bit for each character that a word ends in
	solo   [1 << 16 / 64]uint64 // a bit for each word of one character
	groups []group              // by the hash of the key, or behind that place; the most are empty
	shift  uint                 // what the hash leaves of 32 bits
	words  []word               // by key
	all    []lemma              // in the same order

	headPairs normalize.PairSet // the last two characters of heads
	soloHeads policy.WideSet    // the heads of one character
}

// han is the Chinese character at byte i of s, which there must be.
func han(s string, i int) uint32 {
	_ = s[i+2]
	return uint32(s[i]&0x0f)<<12 | uint32(s[i+1]&0x3f)<<6 | uint32(s[i+2]&0x3f)
}

// hanBefore is the Chinese character that ends at byte i of s, 0 if none does.
func hanBefore(s string, i int) uint32 {
	if i < 3 || !isHan(s, i-3) {
		return 0
	}
	return han(s, i-3)
}

// keyOf is the last character of s and, above it, the one before if it is Chinese.
func keyOf(s string) uint32 { return hanBefore(s, len(s)-3)<<16 | han(s, len(s)-3) }

func newLexicon(all []lemma) *lexicon {
	l := &lexicon{all: all, words: make([]word, len(all))}
	for i := range all {
		all[i].key = keyOf(all[i].text)
	}
	slices.SortFunc(all, func(a, b lemma) int { return cmp.Or(cmp.Compare(a.key, b.key), len(b.text)-len(a.text)) })
	size := bits.Len(uint(2 * len(all)))
	l.groups, l.shift = make([]group, 1<<size), uint(32-size)
	for i := range all {
		l.add(i)
	}
	return l
}

// add puts word i of the lexicon into its group, of which it holds those before.
func (l *lexicon) add(i int) {
	e := &l.all[i]
	l.words[i] = word{third: uint16(hanBefore(e.text, len(e.text)-6)), lemma: uint16(i), size: uint8(len(e.text)), class: e.class}
	c := e.key & 0xffff
	l.ends[c>>6] |= 1 << (c & 63)
	if e.key == c {
		l.solo[c>>6] |= 1 << (c & 63)
	}
	g := l.group(e.key)
	if g.n == 0 {
		*g = group{key: e.key, from: uint16(i)}
	}
	g.n++
	if e.class != headClass {
		return
	}
	g.heads = true
	if len(e.text) == 3 {
		l.soloHeads.Add(e.text)
	} else {
		l.headPairs.Add(normalize.PairAt(e.text, len(e.text)-6))
	}
}

// lexiconOf is a lexicon of words without a class.
func lexiconOf(list []string) *lexicon {
	all := make([]lemma, len(list))
	for i, w := range list {
		all[i].text = w
	}
	return newLexicon(all)
}

// group is the group of a key, one of no words if none has it.
func (l *lexicon) group(key uint32) *group {
	for k := key * 0x9e3779b1 >> l.shift; ; k++ {
		if g := &l.groups[int(k)&(len(l.groups)-1)]; g.key == key || g.n == 0 {
			return g
		}
	}
}

// may says whether a word may end in the character c.
func (l *lexicon) may(c uint32) bool { return l.ends[c>>6]>>(c&63)&1 != 0 }

// last is the longest word that s ends in, nil if none; s ends in a character of three
// bytes.
func (l *lexicon) last(s string) *word {
	c := han(s, len(s)-3)
	if !l.may(c) {
		return nil
	}
	if prev := hanBefore(s, len(s)-3); prev != 0 {
		if w := l.longest(l.group(prev<<16|c), s); w != nil {
			return w
		}
	}
	if l.solo[c>>6]>>(c&63)&1 != 0 {
		return &l.words[l.group(c).from]
	}
	return nil
}

// longest is the longest word of a group that s, which has its key, ends in.
func (l *lexicon) longest(g *group, s string) *word {
	if g.n == 0 {
		return nil
	}
	third := uint16(hanBefore(s, len(s)-6))
	in := l.words[g.from : g.from+uint16(g.n)]
	for i := range in {
		w := &in[i]
		if w.third != 0 && w.third != third {
			continue
		}
		if n := int(w.size); n <= 9 || n <= len(s) && s[len(s)-n:] == l.all[w.lemma].text {
			return w
		}
	}
	return nil
}

// head is the head that w is, nil if it is none.
func (l *lexicon) head(w *word) *head {
	if w.class != headClass {
		return nil
	}
	return l.all[w.lemma].head
}

// lastHead is the head that s ends in, nil if it ends in none or in a longer word that is
// none; s ends in a character of three bytes.
func (l *lexicon) lastHead(s string) *head {
	if !l.mayEndHead(s) {
		return nil
	}
	if w := l.last(s); w != nil {
		return l.head(w)
	}
	return nil
}

// mayEndHead says whether s may end in a head, by the last two characters. It ends in a
// character of three bytes.
func (l *lexicon) mayEndHead(s string) bool {
	if len(s) >= 6 && l.headPairs.MayHave(normalize.PairAt(s, len(s)-6)) && l.group(keyOf(s)).heads {
		return true
	}
	return l.soloHeads.Ends(s) && l.group(han(s, len(s)-3)).heads
}
