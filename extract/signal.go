package extract

import (
	"math/bits"
	"strings"

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
	if wanted == 0 {
		return out, found
	}
	l := looker{s: s, places: normalize.PlacesInUse(), first: len(out), firstC: len(found), signals: out, cues: found}
	l.open(0, uint8(wanted))
	all := uint64(wanted) * 0x0101010101010101
	for from := 0; from < len(s); from += 8 {
		for w := v.Word(from) & all; w != 0; {
			k := bits.TrailingZeros64(w) & 56
			here, i := uint8(w>>k), from+k/8
			w &^= 0xff << k
			if i+6 > len(s) {
				l.atEnd(i, here)
				continue
			}
			pair := normalize.PairAt(s, i)
			if here&placeFirst != 0 && l.places.MayBeginWith(pair) {
				l.add(i, placeSignal)
			}
			if here == placeFirst {
				continue // as most are
			}
			if here&timeFirst != 0 && normalize.RelativeMayBegin(s, i) {
				l.add(i, timeSignal)
			}
			if here&cueFirst != 0 && i >= l.told && cues.mayBegin(s[i:], pair) {
				l.cue(i)
			}
			if here&(itemBefore|nameBefore) != 0 {
				l.open(i+runeLen(s[i]), here)
			}
		}
	}
	return l.signals, l.cues
}

// wantedSignals are the classes of characters to be looked at.
type wantedSignals uint8

// A looker collects what look finds.
type looker struct {
	s       string
	places  *normalize.Places
	told    int // where the last cue ends
	first   int // how many signals are those of other texts
	firstC  int // how many cues are
	signals []signal
	cues    []cue
}

// atEnd looks at the last character, behind which nothing is opened and with which only a
// cue of one character may begin.
func (l *looker) atEnd(i int, here uint8) {
	if here&cueFirst != 0 && i >= l.told {
		l.cue(i)
	}
	l.open(i+runeLen(l.s[i]), here)
}

// cue notes the cue at byte i, if there is one.
func (l *looker) cue(i int) {
	if q, ok := cues.at(l.s, i); ok {
		if q.class == cueIntent {
			if q.class = noCue; intends(l.s[q.end:]) {
				q.class = cueAim
			}
		}
		if q.class == cueGrant && len(l.cues) > l.firstC && l.paid(l.cues[len(l.cues)-1], i) {
			q.class = cuePaid
		}
		l.cues, l.told = append(l.cues, q), int(q.end)
	}
}

// intends says whether 计划 before s says what is wanted: a verb or a time follows, 计划|恢复灌溉面积3万亩.
func intends(s string) bool {
	return intended.prefix(s) > 0 || verbal.prefix(s) > 0
}

var intended = phrases["intended"]

// paid says whether what is given at byte i is the object of the cue before it, and so no promise:
// 发放生活|补贴.
func (l *looker) paid(before cue, i int) bool {
	return before.class == cuePaid && i-int(before.end) <= len("城乡低保人员生活") && !strings.ContainsAny(l.s[before.end:i], "，；。、：")
}

// open notes what a character of these classes lets begin behind it, at byte i.
func (l *looker) open(i int, classes uint8) {
	if i+3 > len(l.s) || l.s[i] < 0xe4 || l.s[i] > 0xe9 {
		return
	}
	if classes&itemBefore != 0 {
		l.add(i, itemSignal)
	}
	if classes&nameBefore != 0 && normalize.MayGuessPlace(l.s[i:]) {
		l.add(i, nameSignal)
	}
}

// add notes a signal at byte i, where the last one may be.
func (l *looker) add(i int, kind signalKind) {
	if n := len(l.signals); n > l.first && int(l.signals[n-1].at) == i {
		l.signals[n-1].kind |= kind
		return
	}
	l.signals = append(l.signals, signal{int32(i), kind})
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
