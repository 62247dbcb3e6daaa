package extract

import (
	_ "embed"
	"iter"
	"math/bits"
	"slices"
	"sort"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A lexicon finds the longest of its words at the start or the end of a text.
type lexicon struct {
	words          []string // the longest first
	first, last    wordIndex
	begins, ends   policy.WideSet // of the words; small, and most questions end there
	opened, closed bool           // some word begins, or ends, with a character of other length
}

// A wordIndex lists words by one of their characters, longest first. It is small, for
// most of it is to stay in the cache.
type wordIndex struct {
	slots []wordSlot // a power of two of them, at most half of them filled
	list  string     // for each character its words behind their lengths, then a 0
}

// A wordSlot is where the words under a character begin in the list; 0, where a list
// without words stands, if the slot is free.
type wordSlot struct {
	char uint16
	at   uint32
}

// newWordIndex sorts words, the longest first, by the character that key gives. A word
// has at most 255 bytes.
func newWordIndex(words []string, key func(string) uint16) wordIndex {
	var chars []uint16
	under := make(map[uint16][]string, len(words))
	for _, w := range words {
		c := key(w)
		if under[c] == nil {
			chars = append(chars, c)
		}
		under[c] = append(under[c], w)
	}
	x := wordIndex{slots: make([]wordSlot, 1<<bits.Len(uint(2*len(chars))))}
	list := []byte{0}
	for _, c := range chars {
		*x.slot(c) = wordSlot{c, uint32(len(list))}
		for _, w := range under[c] {
			list = append(append(list, byte(len(w))), w...)
		}
		list = append(list, 0)
	}
	x.list = string(list)
	return x
}

// slot is where character c stands, or would.
func (x *wordIndex) slot(c uint16) *wordSlot {
	mask := len(x.slots) - 1
	for i := int(c*0x9E37>>4) & mask; ; i = (i + 1) & mask {
		if s := &x.slots[i]; s.char == c || s.at == 0 {
			return s
		}
	}
}

// under is where the words under character c begin in the list.
func (x *wordIndex) under(c uint16) uint32 { return x.slot(c).at }

// prefix is the length of the first word from byte i of the list on that s begins with, 0 if
// it begins with none. As in policy.Begins the last byte tells most words.
func (x *wordIndex) prefix(s string, i uint32) int {
	for list := x.list[i:]; ; {
		n := int(list[0])
		if n == 0 || n <= len(s) && list[n] == s[n-1] && list[1:n+1] == s[:n] {
			return n
		}
		list = list[n+1:]
	}
}

// suffix is the length of the first word from byte i of the list on that s ends with, 0 if it
// ends with none. As in policy.Ends the third byte tells most words.
func (x *wordIndex) suffix(s string, i uint32) int {
	for list := x.list[i:]; ; {
		n := int(list[0])
		if k := len(s) - n; n == 0 || k >= 0 && (n < 3 || list[3] == s[k+2]) && list[1:n+1] == s[k:] {
			return n
		}
		list = list[n+1:]
	}
}

// next is the word at byte i of the list, "" behind the last of a character, and where
// that behind it stands.
func (x *wordIndex) next(i uint32) (w string, then uint32) {
	from := i + 1
	then = from + uint32(x.list[i])
	return x.list[from:then], then
}

func newLexicon(words []string) *lexicon {
	words = longestFirst(words)
	l := &lexicon{
		words: words,
		first: newWordIndex(words, func(w string) uint16 { return charAt(w, 0) }),
		last:  newWordIndex(words, func(w string) uint16 { return charAt(w, lastRuneAt(w)) }),
	}
	for _, w := range words {
		l.opened = l.opened || !addWide(&l.begins, w)
		l.closed = l.closed || !addWide(&l.ends, w[lastRuneAt(w):])
	}
	return l
}

// addWide adds the character that w begins with to set, if it has three bytes.
func addWide(set *policy.WideSet, w string) bool {
	wide := w[0]>>4 == 0xe
	if wide {
		set.Add(w)
	}
	return wide
}

// firsts are the characters that the words begin with.
func (l *lexicon) firsts() (s string) {
	for _, w := range l.words {
		s += w[:runeLen(w[0])]
	}
	return s
}

// longestFirst is a copy of words, the longest first.
func longestFirst(words []string) []string {
	words = append([]string(nil), words...)
	sort.SliceStable(words, func(i, j int) bool { return len(words[i]) > len(words[j]) })
	return words
}

// charAt is the character of s at byte i; beyond the basic plane another, which
// begins no word.
func charAt(s string, i int) uint16 {
	switch c := s[i]; {
	case c < 0x80 || i+2 > len(s):
		return uint16(c)
	case c < 0xE0 || i+3 > len(s):
		return uint16(c&0x1f)<<6 | uint16(s[i+1]&0x3f)
	default:
		return uint16(c&0x0f)<<12 | uint16(s[i+1]&0x3f)<<6 | uint16(s[i+2]&0x3f)
	}
}

// wideAt is charAt for a character of three bytes that s begins with; for what is none, any other.
func wideAt(s string) uint16 {
	_ = s[2]
	return uint16(s[0]&0x0f)<<12 | uint16(s[1]&0x3f)<<6 | uint16(s[2]&0x3f)
}

// lastRuneAt is where the last character of s begins.
func lastRuneAt(s string) int { return policy.LastChar(s) }

// prefix is the length of the longest word that s begins with, 0 if none.
func (l *lexicon) prefix(s string) int {
	if s == "" || !l.opened && !l.begins.Begins(s) {
		return 0
	}
	c := uint16(0)
	if l.opened {
		c = charAt(s, 0)
	} else {
		c = wideAt(s)
	}
	return l.first.prefix(s, l.first.under(c))
}

// mayEnd says whether s may end in a word of l; it errs on the side of yes, and is quick.
func (l *lexicon) mayEnd(s string) bool { return l.closed || l.ends.Ends(s) }

// suffix is the length of the longest word that s ends in, 0 if none.
func (l *lexicon) suffix(s string) int {
	if s == "" || !l.mayEnd(s) {
		return 0
	}
	return l.last.suffix(s, l.last.under(l.lastChar(s)))
}

// lastChar is the character that s ends in, which a word may end in.
func (l *lexicon) lastChar(s string) uint16 {
	if l.closed {
		return charAt(s, lastRuneAt(s))
	}
	return wideAt(s[len(s)-3:])
}

// ending gives the words that s ends with, the longest first.
func (l *lexicon) ending(s string) iter.Seq[string] {
	return func(yield func(w string) bool) {
		if s == "" || !l.mayEnd(s) {
			return
		}
		for w, i := l.last.next(l.last.under(l.lastChar(s))); w != ""; w, i = l.last.next(i) {
			if policy.Ends(s, w) && !yield(w) {
				return
			}
		}
	}
}

// lastIn is the word of l that begins last in s, and where; n is 0 if none does.
func (l *lexicon) lastIn(s string) (at, n int) {
	for i := len(s); i > 0; {
		if !l.opened {
			for i > 2 && s[i-3]>>4 == 0xe && !l.begins.Begins(s[i-3:]) {
				i -= 3
			}
			if i == 0 {
				break
			}
		}
		i = lastRuneAt(s[:i])
		if n := l.prefix(s[i:]); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

// in says whether a word of l stands in s.
func (l *lexicon) in(s string) bool {
	_, n := l.lastIn(s)
	return n > 0
}

//go:embed phrases.tsv
var phrasesTSV string

// phrases are the classes of phrases.tsv, each a lexicon.
var phrases = loadPhrases(phrasesTSV)

// saying is one lexicon of the classes of phrases.tsv whose names begin with of, and what the rest of its
// name says of each of their words.
func saying[T ~string](of string) (*lexicon, map[string]T) {
	var words []string
	says := map[string]T{}
	for class, l := range phrases {
		if what, ok := strings.CutPrefix(class, of); ok {
			for _, w := range l.words {
				words, says[w] = append(words, w), T(what)
			}
		}
	}
	slices.Sort(words) // a map has no order
	return newLexicon(words), says
}

// classesUnder are the classes of phrases.tsv whose names begin with of, by the rest of their names.
func classesUnder(of string) map[string]*lexicon {
	out := map[string]*lexicon{}
	for class, l := range phrases {
		if what, ok := strings.CutPrefix(class, of); ok {
			out[what] = l
		}
	}
	return out
}

// loadPhrases reads lines of a class, a tab and words parted by blanks.
func loadPhrases(tsv string) map[string]*lexicon {
	words := policy.WordClasses("phrases.tsv", tsv)
	words["body"] = append(words["body"], normalize.Zones[:]...)
	out := map[string]*lexicon{}
	for class, list := range words {
		out[class] = newLexicon(list)
	}
	return out
}

// The classes that rules use, by the name they have in phrases.tsv.
var (
	leads    = phrases["lead"]
	tails    = phrases["tail"]
	verbs    = phrases["verb"]
	weak     = phrases["weak"]
	lights   = phrases["light"]
	rates    = phrases["rate"]
	people   = phrases["people"]
	payees   = phrases["payee"]
	nominal  = phrases["nominal"]
	heads    = phrases["head"]
	stops    = phrases["stop"]
	faults   = phrases["fault"]
	benefits = phrases["benefit"]
	grades   = phrases["grade"]
	adds     = phrases["adds"]
	acts     = phrases["acts"]
	stocks   = phrases["stock"]
	wholes   = phrases["whole"]
	quality  = phrases["quality"]
	unnamed  = phrases["unnamed"]
	amounts  = phrases["amount"]

	speeds        = phrases["speed"]
	rateNouns     = phrases["sharing"]
	stateOrgans   = phrases["organ"]
	setAside      = phrases["allot"]
	capVerbs      = phrases["capped"]
	seats         = phrases["seat"]
	organised     = phrases["organised"]
	passedBefore  = phrases["passedbefore"]
	passedBehind  = phrases["passedbehind"]
	changers      = phrases["changer"]
	narrower      = phrases["narrower"]
	contracts     = phrases["contract"]
	conditions    = phrases["condition"]
	pretexts      = phrases["pretext"]
	fees          = phrases["fee"]
	madeKnown     = phrases["known"]
	sizeNouns     = phrases["size"]
	classNouns    = phrases["class"]
	firsts        = phrases["first"]
	courses       = phrases["course"]
	manners       = phrases["manner"]
	adverbs       = phrases["adverb"]
	states        = phrases["state"]
	comparing     = phrases["compared"]
	reckoned      = phrases["reckoned"]
	glosses       = phrases["gloss"]
	standing      = phrases["standing"]
	feasts        = phrases["feast"]
	works         = phrases["works"]
	pairWords     = phrases["pair"]
	heldBefore    = phrases["held"]
	setters       = phrases["setter"]
	goalLeads     = phrases["goallead"]
	newsTimes     = phrases["now"]
	thisWeek      = phrases["thisweek"]
	daysOff       = phrases["daysoff"]
	todays        = phrases["today"]
	present       = phrases["present"]
	able          = phrases["able"]
	headWords     = phrases["opening"]
	onwards       = phrases["onward"]
	plannedYears  = phrases["planned"]
	roundPassed   = phrases["passed"]
	extents       = phrases["extent"]
	deeds         = phrases["deed"]
	families      = phrases["family"]
	partnerEnds   = phrases["partner"]
	taskWords     = phrases["task"]
	severalPlaces = phrases["several"]
	ofPlace       = phrases["ofplace"]
	joints        = phrases["joint"]
	townIn        = phrases["townin"]
	reaches       = phrases["reach"]
	branches      = phrases["branch"]
	nameEnds      = phrases["nameend"]
	editions      = phrases["editions"]
	reached       = phrases["reached"]
	completions   = phrases["completions"]
	ownTotals     = phrases["owntotal"]
	dutyWords     = phrases["dutywords"]
	dutyBounds    = phrases["dutybounds"]
	announceWords = phrases["announce"]
	dueWords      = phrases["duewords"]
	notDated      = phrases["notdated"]
	callWords     = phrases["call"]
	goneOn        = phrases["goneon"]
	superiors     = phrases["superior"]
	agencies      = phrases["agency"]
	behindPlace   = phrases["behindplace"]
	firms         = phrases["firm"]
	cityZones     = phrases["cityzones"]
	zoneParts     = phrases["zoneparts"]
	zoneGoesOn    = phrases["zonegoeson"]
	rankBefore    = phrases["rankbefore"]
	rankBehind    = phrases["rankbehind"]
	plans         = phrases["planned"]
	steps         = phrases["step"]
	organisations = phrases["body"]
	lowerRanks    = phrases["lower"]
	notSubject    = phrases["unsubject"]
	toldBy        = phrases["teller"]
	founded       = phrases["founded"]
	foundedIn     = phrases["foundedin"]
	outcomes      = phrases["outcome"]
)
