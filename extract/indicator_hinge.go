package extract

import "shuzheng/policy"

// hinges are the characters of a phrase that it may be cut at, a bit each.
type hinges uint32

const (
	ratioHinge hinges = 1 << iota
	compareHinge
	withHinge
	fromHinge
	byHinge
	pullHinge
	setHinge
	driveHinge
	dutyHinge
	leagueHinge
	orderHinge
	eachHinge
	evenHinge
	shareHinge
	reachHinge
	doneHinge
	turnHinge
	sumHinge
	termHinge

	allHinges  = 1<<iota - 1
	heldHinges = ratioHinge | compareHinge | withHinge
	endHinges  = heldHinges | fromHinge | pullHinge | setHinge | leagueHinge
)

// hingeOf are the hinges that characters are.
var hingeOf = []struct {
	chars string
	is    hinges
}{
	{"比", ratioHinge}, {"较", compareHinge}, {"与", withHinge}, {"由从", fromHinge}, {"按", byHinge}, {"拉", pullHinge}, {"准", setHinge}, {"带", driveHinge},
	{"应必须指使", dutyHinge}, {"前后", leagueHinge}, {"第", orderHinge}, {"每", eachHinge}, {"均都", evenHinge}, {"占", shareHinge}, {"达", reachHinge},
	{"完实", doneHinge}, {"持增计是", turnHinge}, {summing.firsts(), sumHinge}, {"”、《", termHinge},
}

// hingeChars are those characters, hingeSlots say which hinges each is: it stands in the first free one from its number on.
var hingeChars, hingeSlots = func() (*policy.WideSet, *[256]hingeSlot) {
	chars, slots := new(policy.WideSet), new([256]hingeSlot)
	for _, h := range hingeOf {
		for _, r := range h.chars {
			chars.Add(string(r))
			at := hingeAt(slots, uint16(r))
			at.char, at.is = uint16(r), at.is|h.is
		}
	}
	return chars, slots
}()

type hingeSlot struct {
	char uint16
	is   hinges
}

// hingeAt is where character c stands in slots, or would.
func hingeAt(slots *[256]hingeSlot, c uint16) *hingeSlot {
	for i := c; ; i++ {
		if at := &slots[i%256]; at.char == c || at.is == 0 {
			return at
		}
	}
}

// hingesIn are the hinges that s holds: most phrases hold none.
func hingesIn(s string) (has hinges) {
	for i := hingeChars.Skip(s, 0); i < len(s); i = hingeChars.Skip(s, i+runeLen(s[i])) {
		has |= hingeAt(hingeSlots, charAt(s, i)).is
	}
	return has
}

// last is where w, the character of hinge h, stands last in s, -1 if nowhere.
func (has hinges) last(h hinges, s, w string) int {
	if has&h == 0 {
		return -1
	}
	return lastIndex(s, w)
}
