package extract

import "shuzheng/policy"

// Yearbooks say their heads and names in English too, behind the Chinese or in a row of its own.

// translation is where the Latin words begin that say a Chinese name once more (虾类 Shrimps
// and Prawns), len(s) where there are none. 人均GDP has none: its letters are capitals.
func translation(s string) int {
	at := len(s)
	for at > 0 && (s[at-1] < 0x80 || at > 1 && s[at-2]>>5 == 6) {
		at -= 1 + btoi(s[at-1] >= 0x80) // ´ has two bytes
	}
	if at == 0 || !wordy(s[at:]) {
		return len(s)
	}
	return at
}

// wordy says whether s holds a Latin word of four letters or more that is no acronym.
func wordy(s string) bool {
	n := 0 // letters of the word, of which all but the first are small
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			if n++; n == 4 {
				return true
			}
		case c >= 'A' && c <= 'Z':
			n = 1
		default:
			n = 0
		}
	}
	return false
}

// foreign says whether row r of the head says in Latin words what another says in Chinese.
func (g *sheet) foreign(r int) bool {
	latin := false
	for c := range g.cols {
		s := g.str(r, c)
		if !ascii(s) {
			return false
		}
		latin = latin || wordy(s)
	}
	for k := 0; latin && k < g.top; k++ {
		for c := range g.cols {
			if k != r && !ascii(g.str(k, c)) {
				return true
			}
		}
	}
	return false
}

func ascii(s string) bool { return policy.RuneCount(s) == len(s) }
