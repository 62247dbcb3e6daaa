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
	open := (itemSignal | nameSignal) & wanted // what the character before lets begin
	told := 0                                  // where the last cue ends
	for i := 0; i+3 <= len(s); {
		c := s[i]
		if c < 0xe0 || c >= 0xf0 {
			open = 0
			if c == '\n' || c == ' ' {
				open = nameSignal & wanted
			}
			i += runeLen(c)
			continue
		}
		r := charAt(s, i)
		here := behind[r] & wanted
		kind := open
		open = here & (itemSignal | nameSignal)
		if i += 3; c < 0xe4 || c > 0xe9 {
			continue
		}
		if i+3 <= len(s) && s[i] >= 0xe4 && normalize.PlaceMayBeginWith(rune(r), rune(charAt(s, i))) {
			kind |= placeSignal
		}
		if here&timeFirst != 0 && normalize.RelativeMayBegin(s, i-3) {
			kind |= timeSignal
		}
		if kind != 0 {
			out = append(out, signal{int32(i - 3), kind})
		}
		if here&cueFirst != 0 && i > told {
			if q, ok := cues.at(s, i-3); ok {
				found, told = append(found, q), int(q.end)
			}
		}
	}
	return out, found
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
