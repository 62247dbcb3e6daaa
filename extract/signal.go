package extract

import "shuzheng/normalize"

// A signal is a place in a passage where a time or a place may be said. One look at
// every character finds them all, and the cues; what reads times and places then
// goes from signal to signal.
type signal struct {
	at   int32
	kind signalKind
}

// A signalKind says what may begin at a signal.
type signalKind uint8

// The kinds, which may come together. The last two are of characters only: what a
// character may begin, to be looked at more closely.
const (
	timeSignal  signalKind = 1 << iota // a period that begins with a word: 去年, 上半年
	placeSignal                        // a place of the table, or 全市
	itemSignal                         // the item of a list: behind a mark, a bracket or a time
	nameSignal                         // a name that no table holds
	timeFirst
	cueFirst

	placeKinds = placeSignal | itemSignal | nameSignal
)

// behind are the kinds of what may begin behind a character, and of what the
// character itself may begin.
var behind = func() *[1 << 16]signalKind {
	t := new([1 << 16]signalKind)
	set := func(kind signalKind, chars string) {
		for _, r := range chars {
			t[r] |= kind
		}
	}
	set(itemSignal, "，；、（。年：中")
	set(nameSignal, "，。；：、《（省市县　”和在对共于年》的")
	set(timeFirst, normalize.RelativeFirsts)
	for _, g := range cues.group[1:] {
		t[charAt(g[0].text, 0)] |= cueFirst
	}
	return t
}()

// look appends the signals of the wanted kinds in s to out, and its cues to found
// where cueFirst is wanted.
func look(s string, wanted signalKind, out []signal, found []cue) ([]signal, []cue) {
	places := normalize.PlacesInUse()
	open := (itemSignal | nameSignal) & wanted // what the character before lets begin
	told := 0                                  // where the last cue ends
	for i, r := 0, wideAt(s, 0); i < len(s); {
		if r == 0 {
			open = 0
			if s[i] == '\n' || s[i] == ' ' {
				open = nameSignal & wanted
			}
			i += runeLen(s[i])
			r = wideAt(s, i)
			continue
		}
		here, next := behind[r]&wanted, wideAt(s, i+3)
		if r >= 0x4000 && r < 0xa000 {
			kind := open
			if next >= 0x4000 && wanted&placeSignal != 0 && places.MayBeginWith(rune(r), rune(next)) {
				kind |= placeSignal
			}
			if here&timeFirst != 0 && normalize.RelativeMayBegin(s, i) {
				kind |= timeSignal
			}
			if kind != 0 {
				out = append(out, signal{int32(i), kind})
			}
			if here&cueFirst != 0 && i >= told {
				if q, ok := cues.at(s, i); ok {
					found, told = append(found, q), int(q.end)
				}
			}
		}
		open = here & (itemSignal | nameSignal)
		i, r = i+3, next
	}
	return out, found
}

// wideAt is the character of three bytes at byte i of s, 0 if none is there.
func wideAt(s string, i int) uint16 {
	if i+3 > len(s) || s[i]>>4 != 0xe {
		return 0
	}
	return uint16(s[i]&0x0f)<<12 | uint16(s[i+1]&0x3f)<<6 | uint16(s[i+2]&0x3f)
}

// nextTime finds the first time that begins with a word at or after byte from of s; n
// is 0 where there is none. It gives the signals that are left, too.
func nextTime(s string, signals []signal, from int) (rest []signal, at, n int, p normalize.Period) {
	for k, g := range signals {
		if g.kind&timeSignal == 0 || int(g.at) < from {
			continue
		}
		if n, p := normalize.MatchPeriod(s[g.at:]); n > 0 {
			return signals[k:], int(g.at), n, p
		}
	}
	return nil, len(s), 0, normalize.Period{}
}
