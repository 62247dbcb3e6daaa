package extract

import (
	_ "embed"
	"fmt"
	"sort"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A cueClass says what a cue word tells of the figures near it.
type cueClass uint8

// The classes of cues, as cues.tsv names them.
const (
	noCue cueClass = iota
	cueDone
	cueHeld
	cueAim
	cuePlan
	cueEstimate
	cueGrant
	cueLimit
	cueDuty
	cuePaid
	cueDeed
	cueIntent
	cueClasses
)

var cueNames = map[string]cueClass{
	"done": cueDone, "held": cueHeld, "aim": cueAim, "plan": cuePlan, "estimate": cueEstimate, "grant": cueGrant,
	"limit": cueLimit, "duty": cueDuty, "paid": cuePaid, "deed": cueDeed, "intent": cueIntent, "none": noCue,
}

// A cue is a cue word in a passage.
type cue struct {
	start, end int32
	class      cueClass
}

// A cueTable finds cue words in one pass. All words begin with a Han character.
type cueTable struct {
	first [0x9fff - 0x4e00 + 2]uint8 // index in group of the words that begin with that character
	group [][]cueWord                // each longest first
	pairs normalize.PairSet          // the first two characters of the words
	alone policy.WideSet             // the words of one character
}

type cueWord struct {
	text  string
	class cueClass
}

//go:embed cues.tsv
var cuesTSV string

var cues = readCues(cuesTSV)

// readCues panics on a fault: the table is the program's own.
func readCues(tsv string) *cueTable {
	t := &cueTable{group: make([][]cueWord, 1)}
	seen := map[string]bool{}
	for n, c := range policy.Cells("cues.tsv", tsv, 2) {
		word := c[0]
		class, ok := cueNames[c[1]]
		if !ok || len(word) < 3 || word[0] < 0xe4 || word[0] > 0xe9 || seen[word] {
			panic(fmt.Sprintf("cues.tsv:%d: want a new word and a class of cueNames, got %q", n, c))
		}
		seen[word] = true
		t.add(cueWord{word, class})
	}
	for _, g := range t.group {
		sort.SliceStable(g, func(i, j int) bool { return len(g[i].text) > len(g[j].text) })
	}
	return t
}

func (t *cueTable) add(w cueWord) {
	k := &t.first[hanIndex(w.text)]
	if *k == 0 {
		t.group = append(t.group, nil)
		*k = uint8(len(t.group) - 1)
	}
	t.group[*k] = append(t.group[*k], w)
	if len(w.text) < 6 {
		t.alone.Add(w.text)
	} else {
		t.pairs.Add(normalize.PairAt(w.text, 0))
	}
}

// hanIndex numbers the three-byte character from 一 to 鿿 that s begins with; the
// last number stands for all others.
func hanIndex(s string) int {
	r := int(s[0]&0x0f)<<12 | int(s[1]&0x3f)<<6 | int(s[2]&0x3f)
	if r < 0x4e00 || r > 0x9fff {
		return 0x9fff - 0x4e00 + 1
	}
	return r - 0x4e00
}

// at is the longest cue at byte i of s, where a character of three bytes begins.
func (t *cueTable) at(s string, i int) (cue, bool) {
	if k := t.first[hanIndex(s[i:])]; k != 0 {
		for _, w := range t.group[k] {
			if policy.Begins(s[i:], w.text) {
				return cue{int32(i), int32(i + len(w.text)), w.class}, true
			}
		}
	}
	return cue{}, false
}

// mayBegin says whether a cue may begin with the two characters of pair, of which s
// begins with the first; it errs on the side of yes, and is quick.
func (t *cueTable) mayBegin(s string, pair normalize.Pair) bool {
	return t.pairs.MayHave(pair) || t.alone.Begins(s)
}

// in says whether s holds a cue.
func (t *cueTable) in(s string) bool {
	for i := 0; i+3 <= len(s); i += runeLen(s[i]) {
		if s[i] < 0xe4 || s[i] > 0xe9 {
			continue
		}
		if _, ok := t.at(s, i); ok {
			return true
		}
	}
	return false
}
