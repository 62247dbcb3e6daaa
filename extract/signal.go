package extract

import (
	"sync/atomic"

	"shuzheng/normalize"
)

// A signal is a place in a passage where a time or a place may be said. One look at
// every character finds them all, and the cues; what reads times and places then
// goes from signal to signal.
type signal struct {
	at   int32
	kind signalKind
}

// A signalKind says what may begin at a signal.
type signalKind uint8

// The kinds, which may come together. The last three are of characters only: what a
// character may begin, to be looked at more closely.
const (
	timeSignal  signalKind = 1 << iota // a period that begins with a word: 去年, 上半年
	placeSignal                        // a place of the table, or 全市
	itemSignal                         // the item of a list: behind a mark, a bracket or a time
	nameSignal                         // a name that no table holds
	timeFirst
	cueFirst
	placeFirst

	placeKinds = placeSignal | itemSignal | nameSignal
)

// charKinds are, for each character, the kinds of what may begin behind it, and of
// what it may begin itself.
type charKinds [1 << 16]signalKind

func (t *charKinds) set(kind signalKind, chars string) {
	for _, r := range chars {
		t[r] |= kind
	}
}

// kindsOf are the charKinds for a table of places. They are made once for the table
// in use, which does not change while documents are read.
func kindsOf(places *normalize.Places) *charKinds {
	if k := kindsInUse.Load(); k != nil && k.places == places {
		return &k.kinds
	}
	k := &placeKindsOf{places: places}
	t := &k.kinds
	t.set(itemSignal, "，；、（。年：中")
	t.set(nameSignal, "，。；：、《（省市县　”和在对共于年》的")
	t.set(timeFirst, normalize.RelativeFirsts)
	t.set(placeFirst, places.Firsts())
	for _, g := range cues.group[1:] {
		t[charAt(g[0].text, 0)] |= cueFirst
	}
	kindsInUse.Store(k)
	return t
}

// placeKindsOf holds the charKinds and the table of places that they were made for.
type placeKindsOf struct {
	places *normalize.Places
	kinds  charKinds
}

var kindsInUse atomic.Pointer[placeKindsOf]

// look appends the signals of the wanted kinds in s to out, and its cues to found
// where cueFirst is wanted.
func look(s string, wanted signalKind, out []signal, found []cue) ([]signal, []cue) {
	l := looker{s: s, places: normalize.PlacesInUse(), wanted: wanted, signals: out, cues: found}
	if wanted&placeSignal != 0 {
		l.wanted |= placeFirst
	}
	if wanted == 0 {
		return out, found
	}
	kinds, mask := kindsOf(l.places), l.wanted
	open := (itemSignal | nameSignal) & wanted // what the character before lets begin
	for rest := s; rest != ""; {
		if len(rest) < 3 || rest[0]>>4 != 0xe {
			open = 0
			if rest[0] == '\n' || rest[0] == ' ' {
				open = nameSignal & wanted
			}
			rest = rest[min(runeLen(rest[0]), len(rest)):]
			continue
		}
		r := uint16(rest[0])<<12 | uint16(rest[1]&0x3f)<<6 | uint16(rest[2]&0x3f)
		here := kinds[r] & mask
		if here == placeFirst && open == 0 && !l.places.MayBeginWith(rune(r), rune(wideAt(rest, 3))) {
			rest = rest[3:]
			continue
		}
		if here|open != 0 {
			if r >= 0x4000 && r < 0xa000 {
				l.at(len(s)-len(rest), r, here, open)
			}
			open = here & (itemSignal | nameSignal)
		}
		rest = rest[3:]
	}
	return l.signals, l.cues
}

// A looker collects what look finds.
type looker struct {
	s       string
	places  *normalize.Places
	wanted  signalKind
	told    int // where the last cue ends
	signals []signal
	cues    []cue
}

// at notes what may begin with the ideograph r at byte i, of the kinds that it may
// begin and those that the character before lets begin.
func (l *looker) at(i int, r uint16, here, kind signalKind) {
	if here&placeFirst != 0 && l.places.MayBeginWith(rune(r), rune(wideAt(l.s, i+3))) {
		kind |= placeSignal
	}
	if here&timeFirst != 0 && normalize.RelativeMayBegin(l.s, i) {
		kind |= timeSignal
	}
	if kind != 0 {
		l.signals = append(l.signals, signal{int32(i), kind})
	}
	if here&cueFirst != 0 && i >= l.told {
		if q, ok := cues.at(l.s, i); ok {
			l.cues, l.told = append(l.cues, q), int(q.end)
		}
	}
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
