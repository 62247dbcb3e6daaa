package platform

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// A lemma is a word that a lexicon is made of.
type lemma struct {
	text  string
	head  *head // for a headClass word
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

	solo, soloHeads policy.WideSet // the words and the heads of one character
	headTails       map[tail]bool  // of heads, of two characters or of the only one
}

// The bits of a slot, of which there are four times as many as words. The marks say of two characters that a word of
// more ends in them, and that a head does.
const (
	slotBits   = 14
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

func newLexicon(all []lemma) *lexicon {
	l := &lexicon{all: all, words: make([]word, len(all)), headTails: map[tail]bool{}}
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
	l.words[i] = word{tail: t, lemma: uint16(i), next: *at & wordNumber, size: uint8(len(e.text)), class: e.class}
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
	return newLexicon(all)
}

// last is the longest word that s ends in, nil if none; s ends in a character of three
// bytes.
func (l *lexicon) last(s string) *word {
	if len(s) >= 6 {
		slot := l.slots[pair(s).slot()]
		if slot&longMark != 0 {
			long := pair(s) | third(s)
			if w := l.of(l.slots[long.slot()], long, s); w != nil {
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
		if w.tail == t && (w.size <= 9 || policy.Ends(s, l.all[w.lemma].text)) {
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
	return l.all[w.lemma].head
}

// lastHead is the head that s ends in, nil if it ends in none or in a longer word that is
// none; s ends in a character of three bytes.
func (l *lexicon) lastHead(s string) *head {
	if w := l.last(s); w != nil {
		return l.head(w)
	}
	return nil
}

// mayEndHead says whether s may end in a head, by the last two characters. It ends in a
// character of three bytes.
func (l *lexicon) mayEndHead(s string) bool {
	return l.nearHead(s) && (len(s) >= 6 && l.headTails[pair(s)] || l.headTails[one(s)])
}

// nearHead is mayEndHead that errs on the side of yes, and is quick.
func (l *lexicon) nearHead(s string) bool {
	return len(s) >= 6 && l.slots[pair(s).slot()]&headMark != 0 || l.soloHeads.Ends(s)
}
