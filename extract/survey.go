package extract

import (
	"sync/atomic"

	"shuzheng/extract/platform"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// The classes of characters that passages are surveyed for. Four stages look for these
// in every passage; one look serves them all.
const (
	timeFirst    uint8 = 1 << iota // a period may begin with it: 去年, 上半年
	cueFirst                       // a cue may
	placeFirst                     // a place of the table may
	itemBefore                     // the item of a list may begin behind it
	nameBefore                     // a name that no table holds may
	clauseMark                     // splitClauses stops at it
	numeralFirst                   // a numeral may begin with it
	headEnd                        // the head of a platform's name may end in it
)

// classesOf are the classes of all characters for a table of places. They are made once
// for the table in use, which does not change while documents are read.
func classesOf(places *normalize.Places) *policy.Classes {
	if k := classesInUse.Load(); k != nil && k.places == places {
		return &k.classes
	}
	k := &placeClasses{places: places}
	t := &k.classes
	t.Add(itemBefore, "，；、（。年：中")
	t.Add(nameBefore, "，。；：、《（省市县　”和在对共于年》的\n ")
	t.Add(timeFirst, normalize.RelativeFirsts)
	t.Add(placeFirst, places.Firsts())
	for _, g := range cues.group[1:] {
		t[charAt(g[0].text, 0)] |= cueFirst
	}
	t.Add(clauseMark, clauseEnds)
	t.Add(numeralFirst, normalize.NumeralFirsts())
	t.Add(headEnd, platform.HeadEnds())
	classesInUse.Store(k)
	return t
}

// placeClasses holds the classes and the table of places that they were made for.
type placeClasses struct {
	places  *normalize.Places
	classes policy.Classes
}

var classesInUse atomic.Pointer[placeClasses]

// surveyOf is the survey of a text.
func surveyOf(a *arena, s string) policy.Survey {
	return classesOf(normalize.PlacesInUse()).Survey(a.bytes(policy.SurveyRoom(len(s))), s)
}
