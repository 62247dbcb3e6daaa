package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
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

// The kinds, which may come together.
const (
	timeSignal  signalKind = 1 << iota // a period that begins with a word: 去年, 上半年
	placeSignal                        // a place of the table, or 全市
	itemSignal                         // the item of a list: behind a mark, a bracket or a time
	nameSignal                         // a name that no table holds
)

// look appends the signals of the wanted kinds in s to out, and its cues to found
// where they are wanted. The survey is that of s.
func look(s string, v *policy.Survey, wanted wantedSignals, out []signal, found []cue) ([]signal, []cue) {
	l := looker{s: s, places: normalize.PlacesInUse(), signals: out, cues: found}
	mask := uint8(wanted)
	if mask == 0 {
		return out, found
	}
	open := mask & (itemBefore | nameBefore) // what the character before lets begin
	for i := 0; i < len(s); {
		here := v.At(i) & mask
		if here|open == 0 {
			i = v.Next(i+1, mask)
			continue
		}
		r := wideAt(s, i)
		if r == 0 { // a line feed or a blank
			open, i = here&nameBefore, i+runeLen(s[i])
			continue
		}
		if here == placeFirst && open == 0 && !l.places.MayBeginWith(rune(r), rune(wideAt(s, i+3))) {
			i += 3
			continue
		}
		if r >= 0x4000 && r < 0xa000 {
			l.at(i, r, here, opened(open))
		}
		open, i = here&(itemBefore|nameBefore), i+3
	}
	return l.signals, l.cues
}

// wantedSignals are the classes of characters to be looked at.
type wantedSignals uint8

// opened are the kinds of what may begin behind a character of these classes.
func opened(classes uint8) signalKind {
	return signalKind(classes/itemBefore&1)*itemSignal | signalKind(classes/nameBefore&1)*nameSignal
}

// A looker collects what look finds.
type looker struct {
	s       string
	places  *normalize.Places
	told    int // where the last cue ends
	signals []signal
	cues    []cue
}

// at notes what may begin with the ideograph r at byte i, of the kinds that it may
// begin and those that the character before lets begin.
func (l *looker) at(i int, r uint16, here uint8, kind signalKind) {
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

// placesIn are the signals of places in a text that is no passage.
func placesIn(s string) []signal {
	v := surveyOf(nil, s)
	signals, _ := look(s, &v, wantedSignals(placeFirst|itemBefore|nameBefore), nil, nil)
	return signals
}
