package platform

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A lemma is a word that a lexicon is made of.
type lemma struct {
	text  string
	class class
}

// A tail is what a word ends in, three characters of it if it has as many: the bytes of the last two and above them
// the one before. That of one character has fewer bits than any other.
type tail uint64

func one(s string) tail   { return tail(han(s, len(s)-3)) }
func pair(s string) tail  { return tail(normalize.PairAt(s, len(s)-6)) }
func third(s string) tail { return tail(hanBefore(s, len(s)-6)) << 48 }

// A word is what a lexicon holds at hand of a lemma.
type word struct {
	tail  tail
	ahead uint16 // the character before its tail, 0 if there is none
	lemma uint16 // among those of the lexicon
	next  uint16 // the number of another word of the slot, no longer than this one; 0 if there is none
	size  uint8  // in bytes
	class class
}

// A lexicon finds the longest word that a text ends in. All words are of Chinese characters.
type lexicon struct {
	slots [1 << slotBits]uint16 // by the hash of a tail: the number of a word, counted from 1, and marks
	words []word                // in the order of the tables: what is often met lies together
	all   []lemma               // in the same order
	heads []head                // the first of them

	solo, soloHeads policy.WideSet // the words and the heads of one character
	headTails       map[tail]bool  // of heads, of two characters or of the only one
}

// The bits of a slot, of which there are twice as many as words. The marks say of two characters that a word of
// more ends in them, and that a head does.
const (
	slotBits   = 13
	wordNumber = 1<<slotBits - 1
	longMark   = 1 << slotBits
	headMark   = 2 << slotBits
)

// slot is the index of the slot of a tail.
func (t tail) slot() uint64 { return uint64(t) * 0x9e3779b97f4a7c15 >> (64 - slotBits) }

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

// newLexicon is the lexicon of all, of which the first are heads.
func newLexicon(all []lemma, heads []head) *lexicon {
	l := &lexicon{all: all, heads: heads, words: make([]word, len(all)), headTails: map[tail]bool{}}
	for i := range all {
		l.add(i)
	}
	return l
}

// add puts word i of the lexicon into its slot, behind longer ones.
func (l *lexicon) add(i int) {
	e := &l.all[i]
	end, t := one(e.text), one(e.text)
	if len(e.text) > 3 {
		end, t = pair(e.text), pair(e.text)|third(e.text)
	}
	at := &l.slots[t.slot()]
	for *at&wordNumber != 0 && len(l.all[*at&wordNumber-1].text) > len(e.text) {
		at = &l.words[*at&wordNumber-1].next
	}
	l.words[i] = word{tail: t, ahead: uint16(hanBefore(e.text, len(e.text)-9)), lemma: uint16(i), next: *at & wordNumber, size: uint8(len(e.text)), class: e.class}
	*at = *at&^wordNumber | uint16(i+1)
	if len(e.text) == 3 {
		l.solo.Add(e.text)
	} else if t != end {
		l.slots[end.slot()] |= longMark
	}
	if e.class == headClass {
		l.addHead(e.text, end)
	}
}

// addHead notes what a head ends in.
func (l *lexicon) addHead(w string, end tail) {
	l.headTails[end] = true
	l.slots[end.slot()] |= headMark
	if len(w) == 3 {
		l.soloHeads.Add(w)
	}
}

// lexiconOf is a lexicon of words without a class.
func lexiconOf(list []string) *lexicon {
	all := make([]lemma, len(list))
	for i, w := range list {
		all[i].text = w
	}
	return newLexicon(all, nil)
}

// last is the longest word that s ends in, nil if none; s ends in a character of three
// bytes.
func (l *lexicon) last(s string) *word {
	if len(s) >= 6 {
		slot := l.slots[pair(s).slot()]
		if slot&longMark != 0 {
			t := pair(s) | third(s)
			if w := l.of(l.slots[t.slot()], t, s); w != nil {
				return w
			}
		}
		if slot&wordNumber != 0 {
			if w := l.of(slot, pair(s), s); w != nil {
				return w
			}
		}
	}
	if l.solo.Ends(s) {
		return l.of(l.slots[one(s).slot()], one(s), s)
	}
	return nil
}

// of is the longest word with a tail that s, which has it, ends in, of those of its slot.
func (l *lexicon) of(slot uint16, t tail, s string) *word {
	for n := slot & wordNumber; n != 0; {
		w := &l.words[n-1]
		if w.tail == t && (w.ahead == 0 || w.ahead == uint16(hanBefore(s, len(s)-9)) && (w.size <= 12 || policy.Ends(s, l.all[w.lemma].text))) {
			return w
		}
		n = w.next
	}
	return nil
}

// head is the head that w is, nil if it is none.
func (l *lexicon) head(w *word) *head {
	if w.class != headClass {
		return nil
	}
	return &l.heads[w.lemma]
}

// lastHead is the head that s ends in, nil if it ends in none or in a longer word that is
// none; s ends in a character of three bytes.
func (l *lexicon) lastHead(s string) *head {
	if (len(s) < 6 || l.slots[pair(s).slot()]&headMark == 0) && !l.soloHeads.Ends(s) {
		return nil // most
	}
	if w := l.last(s); w != nil {
		return l.head(w)
	}
	return nil
}

// mayEndHead says whether s may end in a head, by the last two characters. It ends in a
// character of three bytes.
func (l *lexicon) mayEndHead(s string) bool {
	return len(s) >= 6 && l.slots[pair(s).slot()]&headMark != 0 && l.headTails[pair(s)] || l.soloHeads.Ends(s) && l.headTails[one(s)]
}
