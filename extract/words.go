package extract

import _ "embed"

//go:generate go run words_compile.go

// wordsDict is words.tsv as words_compile.go writes it, used as it lies in the program:
// nothing is read or built at the start, where gse took seven milliseconds to load the
// same words. The words are in groups by the hash of their first two characters, the
// longest first, each behind its length; a zero ends the group. Before them stand the
// distance that a word has in gse's sums (a float32), for each hash, where its group
// begins (0: nowhere), and a bit for the hash of any two characters that stand side by
// side in a word. All numbers are little-endian.
//
//go:embed words.dict
var wordsDict string

// numeralWords are the words of words.tsv.
var numeralWords = dictionary(wordsDict)

// A dictionary is what words_compile.go writes.
type dictionary string

const (
	dictGroups = 1 << 12                 // hashes there are
	dictHead   = 4                       // bytes before the table of groups
	dictJoins  = dictHead + 2*dictGroups // bytes before the bits of joined characters
	dictWords  = dictJoins + 1<<16/8     // bytes before the words
)

// joins says whether a word may hold the characters on both sides of byte i of s: most
// often none does, so nobody need look for words that reach over it. 0 < i < len(s).
func (d dictionary) joins(s string, i int) bool {
	h := joinHash(charAt(s, lastRuneAt(s[:i])), charAt(s, i))
	return d[dictJoins+int(h>>3)]>>(h&7)&1 != 0
}

// begin is where the words stand that s may begin with, 0 if none does.
func (d dictionary) begin(s string) int {
	if len(s) < 4 || s[0] < 0x80 || len(s) <= runeLen(s[0]) {
		return 0
	}
	at := dictHead + 2*int(pairHash(s))
	return int(d[at]) | int(d[at+1])<<8
}

// next is the length of the next of these words that s begins with, 0 if there is none,
// and where to go on.
func (d dictionary) next(at int, s string) (after, n int) {
	if at == 0 {
		return 0, 0
	}
	for n = int(d[at]); n > 0; n = int(d[at]) {
		at += 1 + n
		if n <= len(s) && s[:n] == string(d[at-n:at]) {
			return at, n
		}
	}
	return at, 0
}

// pairHash hashes the first two characters of s, which has more than one.
func pairHash(s string) uint16 { return joinHash(charAt(s, 0), charAt(s, runeLen(s[0]))) >> 4 }

// joinHash hashes two characters.
func joinHash(a, b uint16) uint16 { return (a*0x9E35 + b) * 0x9E3D }

// A word is a stretch of a text that is one word.
type word struct{ start, end int }

// longestWord is how many bytes before a numeral a word that holds it may begin.
const longestWord = 27

// wordAt finds the word of words.tsv that holds byte i of s[from:to]. Where one
// alone comes into question there is nothing to segment; where several overlap, the cut
// of the clause decides.
func wordAt(s string, from, to, i int) (word, bool) {
	best, found, clash := word{}, false, false
	for j := reachOver(s, from, i); j <= i || found && j < best.end; j += runeLen(s[j]) {
		if j > i && (best.end == to || !numeralWords.joins(s, best.end)) {
			break // no word reaches over its end
		}
		for at, n := numeralWords.begin(s[j:to]), 0; ; {
			if at, n = numeralWords.next(at, s[j:to]); n == 0 {
				break
			}
			x := word{j, j + n}
			switch holds := i < x.end && j <= i; {
			case holds && (!found || x.start <= best.start && best.end <= x.end):
				best, found = x, true // 一体化 holds 一体: the longer is the likelier
			case found && best.start <= x.start && x.end <= best.end:
			case holds || found && x.start < best.end:
				clash = true
			}
		}
	}
	if !found {
		return word{}, false
	}
	if clash || overlapsBefore(s, from, to, best.start) {
		return segmentedAt(s, from, to, i)
	}
	return best, true
}

// reachOver is the first byte of s[from:] where a word that holds byte i may begin.
func reachOver(s string, from, i int) int {
	for j := i; ; {
		if j <= from || !numeralWords.joins(s, j) {
			return j
		}
		before := lastRuneAt(s[:j])
		if before < i-longestWord {
			return j
		}
		j = before
	}
}

// overlapsBefore says whether a word that begins before byte start reaches over it.
func overlapsBefore(s string, from, to, start int) bool {
	for j := reachOver(s, from, start); j < start; j += runeLen(s[j]) {
		for at, n := numeralWords.begin(s[j:to]), 0; ; {
			if at, n = numeralWords.next(at, s[j:to]); n == 0 {
				break
			}
			if j+n > start {
				return true
			}
		}
	}
	return false
}

// segmentedAt is the word that holds byte i where s[from:to] is cut into words.
func segmentedAt(s string, from, to, i int) (word, bool) {
	w := numeralWords.cut(s[from:to], i-from)
	w.start, w.end = w.start+from, w.end+from
	return w, w.end-w.start > 3
}
