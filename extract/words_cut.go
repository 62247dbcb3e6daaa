package extract

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// cut is the word that holds byte i where s is cut into words the way gse does it, by the
// path of least distance: a word of the dictionary costs the same whatever its length,
// any other piece 32. A piece is a character, or a run of Latin letters and digits. The
// sums are gse's, in its order and with its float32, so that the rounding is the same; a
// test holds the two against each other.
func (d dictionary) cut(s string, i int) word {
	var room [128]piece
	pieces := room[:0]
	if len(s) >= len(room) {
		pieces = make([]piece, 0, len(s)+1)
	}
	pieces = pieces[:len(s)+1]
	distance := math.Float32frombits(uint32(d[0]) | uint32(d[1])<<8 | uint32(d[2])<<16 | uint32(d[3])<<24)
	for at := 0; at < len(s); {
		base := pieces[at].sum
		n := pieceLen(s, at)
		for k, m := d.begin(s[at:]), 0; ; {
			if k, m = d.next(k, s[at:]); m == 0 {
				break
			}
			pieces[at+m].reach(base+distance, m)
		}
		pieces[at+n].reach(base+32, n)
		at += n
	}
	for end := len(s); end > 0; end -= pieces[end].n {
		if w := (word{end - pieces[end].n, end}); w.start <= i {
			return w
		}
	}
	return word{}
}

// A piece is the last one of the best cut up to its byte, and what the cut sums up to.
type piece struct {
	sum float32
	n   int // bytes
}

// reach takes a cut that sums up to less, of equal ones the first.
func (p *piece) reach(sum float32, n int) {
	if p.sum == 0 || p.sum > sum {
		p.sum, p.n = sum, n
	}
}

// pieceLen is the length of the piece at byte i of s.
func pieceLen(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	if !inRun(r, n) {
		return n
	}
	for j := i + n; j < len(s); j += n {
		if r, n = utf8.DecodeRuneInString(s[j:]); !inRun(r, n) {
			return j - i
		}
	}
	return len(s) - i
}

// inRun says whether the character r of n bytes makes one piece with others beside it.
func inRun(r rune, n int) bool { return n <= 2 && (unicode.IsLetter(r) || unicode.IsNumber(r)) }
