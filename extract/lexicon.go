package extract

import (
	_ "embed"
	"iter"
	"slices"
	"sort"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A lexicon finds the longest of its words at the start or the end of a text.
type lexicon struct {
	first, last *policy.WordIndex
	words       []string // the longest first
}

func newLexicon(words []string) *lexicon {
	words = longestFirst(words)
	return &lexicon{policy.IndexStarts(words), policy.IndexEnds(words), words}
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

// lastRuneAt is where the last character of s begins.
func lastRuneAt(s string) int { return policy.LastChar(s) }

// prefix is the length of the longest word that s begins with, 0 if none.
func (l *lexicon) prefix(s string) int { return l.first.Prefix(s) }

// mayEnd says whether s may end in a word of l; it errs on the side of yes, and is quick.
func (l *lexicon) mayEnd(s string) bool { return l.last.MayEnd(s) }

// suffix is the length of the longest word that s ends in, 0 if none.
func (l *lexicon) suffix(s string) int { return l.last.Suffix(s) }

// ending gives the words that s ends with, the longest first.
func (l *lexicon) ending(s string) iter.Seq[string] {
	return func(yield func(w string) bool) {
		if !l.mayEnd(s) {
			return
		}
		for n, at := l.last.Last(s); n > 0 && yield(s[len(s)-n:]); n, at = l.last.Before(at, s) {
		}
	}
}

// lastIn is the word of l that begins last in s, and where; n is 0 if none does.
func (l *lexicon) lastIn(s string) (at, n int) { return l.first.LastIn(s) }

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
	hires         = phrases["hires"]
	examinations  = phrases["examinations"]
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
