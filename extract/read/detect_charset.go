package read

import (
	"bytes"
	"unicode/utf8"

	"shuzheng/policy"
)

// sampleBytes is how much of a file is looked at to tell its charset.
const sampleBytes = 64 << 10

// detectCharset tells the charset of b, which has no byte-order mark, by reading
// it in each and asking how much the result looks like Chinese writing.
func detectCharset(b []byte) string {
	if bytes.IndexByte(b, 0) < 0 && validUTF8(b) {
		if hiddenGB(b) {
			return gb18030Name
		}
		return utf8Name
	}
	sample := b[:min(len(b), sampleBytes)]
	best, most := utf8Name, score(sample, utf8.DecodeRune)
	for _, c := range []struct {
		name  string
		score int
	}{
		{gb18030Name, score(sample, gbTable().first)},
		{utf16leName, scoreUTF16(sample, false)},
		{utf16beName, scoreUTF16(sample, true)},
	} {
		if c.score > most {
			best, most = c.name, c.score
		}
	}
	return best
}

// plainUTF8 says whether b is UTF-8 beyond doubt.
func plainUTF8(b []byte) bool { return bytes.IndexByte(b, 0) < 0 && validUTF8(b) && !hiddenGB(b) }

// validUTF8 is utf8.Valid, several times as quick with Han.
func validUTF8(b []byte) bool {
	for len(b) > 0 {
		n := 1
		if b[0] >= utf8.RuneSelf {
			if n = policy.HanRun(b); n == 0 {
				var r rune
				if r, n = utf8.DecodeRune(b); r == utf8.RuneError && n == 1 {
					return false
				}
			}
		}
		b = b[n:]
	}
	return true
}

// looksLikeUTF16 says whether b reads well as UTF-16.
func looksLikeUTF16(b []byte) bool { return max(scoreUTF16(b, false), scoreUTF16(b, true)) > 30 }

// A tally adds up the worth of characters.
type tally struct {
	table  *hanTable
	points int
	chars  int
}

// add takes one character: 100 points for what Chinese texts are made of, less
// for what is rare in them, minus for what has no place in a text.
func (t *tally) add(r rune, ok bool) {
	t.chars++
	switch {
	case !ok:
		t.points -= 300
	case r == '\n', r == '\r', r == '\t', r >= ' ' && r < 0x7f:
		t.points += 100
	case r < 0xa0 || r == 0x7f:
		t.points -= 200
	case r >= 0x4e00 && r <= 0x9fff:
		switch t.table.common[r-0x4e00] {
		case 2:
			t.points += 100
		case 1:
			t.points += 60
		default:
			t.points += 10
		}
	case r >= 0x3000 && r <= 0x301f, r >= 0xff00 && r <= 0xff5e, r >= 0x2010 && r <= 0x2026, r >= 0x2460 && r <= 0x2490:
		t.points += 100
	case r < 0x500, r >= 0x2000 && r <= 0x26ff, r >= 0x3100 && r <= 0x4dbf, r >= 0x20000:
		t.points += 0
	default: // other scripts, private use, Hangul
		t.points -= 100
	}
}

// mean is the worth of a character.
func (t *tally) mean() int { return t.points / max(t.chars, 1) }

// score is what b is worth in the charset of which first gives the first character and its length.
func score(b []byte, first func(b []byte) (rune, int)) int {
	t := tally{table: gbTable()}
	for i := 0; i < len(b); {
		r, n := first(b[i:])
		t.add(r, n > 1 || r != utf8.RuneError)
		i += n
	}
	return t.mean()
}

func scoreUTF16(b []byte, big bool) int {
	t := tally{table: gbTable()}
	for i := 0; i < len(b); {
		r, n, ok := utf16Rune(b[i:], big)
		t.add(r, ok)
		i += n
	}
	return t.mean()
}

// hiddenGB says whether b, which is valid UTF-8, is GB2312 all the same: some
// short words are both (their bytes all lie in C2–DF 80–BF). Read as UTF-8 such a
// word is a mixture of scripts without one Han character.
func hiddenGB(b []byte) bool {
	pairs, runs := 0, 0
	leads := map[byte]bool{}
	inRun := false
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			inRun = false
			i++
			continue
		}
		if b[i] > 0xd7 || i+1 == len(b) || b[i+1] < 0xa1 || b[i] < 0xc2 {
			return false
		}
		leads[b[i]] = true
		if !inRun {
			runs++
		}
		inRun = true
		pairs++
		i += 2
	}
	return pairs >= 2*runs && pairs > 0 && !oneAlphabet(leads)
}

// oneAlphabet says whether letters with these first bytes belong to one alphabet.
func oneAlphabet(leads map[byte]bool) bool {
	alphabet := func(c byte) byte {
		switch {
		case c <= 0xc9:
			return 'l' // Latin
		case c == 0xcd || c == 0xce || c == 0xcf:
			return 'g' // Greek
		case c >= 0xd0 && c <= 0xd4:
			return 'c' // Cyrillic
		}
		return c
	}
	seen := map[byte]bool{}
	for c := range leads {
		seen[alphabet(c)] = true
	}
	return len(seen) < 2
}
