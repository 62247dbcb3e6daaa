package normalize

import (
	"strings"

	"shuzheng/policy"
)

// A UnitKind says what a unit measures.
type UnitKind string

// The kinds of the built-in table.
const (
	CountUnit       UnitKind = "count" // 家 个 人次: classifiers
	CurrencyUnit    UnitKind = "currency"
	RatioUnit       UnitKind = "ratio" // % 百分点 成 倍
	MultipleUnit    UnitKind = "multiple"
	TimeUnit        UnitKind = "time"
	LengthUnit      UnitKind = "length"
	AreaUnit        UnitKind = "area"
	VolumeUnit      UnitKind = "volume"
	MassUnit        UnitKind = "mass"
	EnergyUnit      UnitKind = "energy"
	PowerUnit       UnitKind = "power"
	ElectricUnit    UnitKind = "electric"
	PressureUnit    UnitKind = "pressure"
	ForceUnit       UnitKind = "force"
	TemperatureUnit UnitKind = "temperature"
	AngleUnit       UnitKind = "angle"
	SoundUnit       UnitKind = "sound"
	LightUnit       UnitKind = "light"
	RadiationUnit   UnitKind = "radiation"
	FrequencyUnit   UnitKind = "frequency"
	AmountUnit      UnitKind = "amount"
	DataUnit        UnitKind = "data"
	ComputingUnit   UnitKind = "computing"
	ScoreUnit       UnitKind = "score"
)

// unitKinds lists them as a table may name them.
var unitKinds = []UnitKind{
	CountUnit, CurrencyUnit, RatioUnit, MultipleUnit, TimeUnit, LengthUnit, AreaUnit, VolumeUnit, MassUnit,
	EnergyUnit, PowerUnit, ElectricUnit, PressureUnit, ForceUnit, TemperatureUnit, AngleUnit, SoundUnit,
	LightUnit, RadiationUnit, FrequencyUnit, AmountUnit, DataUnit, ComputingUnit, ScoreUnit,
}

// A Unit is what a number counts or is measured in. The zero Unit is none.
type Unit struct {
	Name string   // 元, 平方米, 百分点: the one spelling
	Per  string   // what follows the slash of a compound: 人 of 元/人, 万人 of 件/万人
	Kind UnitKind // of Name
}

// String is the unit as it is written out: 元/人.
func (u Unit) String() string {
	if u.Per == "" {
		return u.Name
	}
	return u.Name + "/" + u.Per
}

// Match reads the longest unit at the very start of a folded text and says how
// many bytes it is; 0 where none stands there, or where its characters begin
// another word (5家庭).
func (t *Units) Match(s string) (n int, u Unit) {
	n, u = t.simple(s, false)
	if n == 0 {
		return 0, Unit{}
	}
	if m := t.per(s[n:]); m > 0 {
		u.Per = t.canonicalPer(s[n+1 : n+m])
		n += m
	} else if m, per := t.each(s[n:], u); m > 0 {
		u.Per = per
		n += m
	}
	return n, u
}

// each reads 微克每立方米 as 微克/立方米. Only measures of space may follow: 5元每人 is
// a unit and a recipient.
func (t *Units) each(s string, u Unit) (int, string) {
	rest, ok := strings.CutPrefix(s, "每")
	if !ok || u.Kind == CountUnit || u.Kind == CurrencyUnit {
		return 0, ""
	}
	n, per := t.simple(rest, true)
	switch per.Kind {
	case AreaUnit, VolumeUnit, LengthUnit:
		return len("每") + n, per.Name
	}
	return 0, ""
}

// simple reads a unit without a slash. Behind a slash the forms made for that
// place count as well, and no word can take the unit away.
func (t *Units) simple(s string, behind bool) (int, Unit) {
	if s == "" || t.texts == nil {
		return 0, Unit{}
	}
	for n, at := t.texts.First(s); n > 0; n, at = t.texts.Next(at, s) {
		if f := t.forms[t.texts.Number(at)]; (behind || !f.perOnly) && !f.inside(s, behind) {
			return n, Unit{Name: f.name, Kind: f.kind}
		}
	}
	return 0, Unit{}
}

// inside says whether the unit form at the start of s is part of a longer word.
func (f *unitForm) inside(s string, behind bool) bool {
	rest := s[len(f.text):]
	if rest == "" {
		return false
	}
	last := f.text[len(f.text)-1]
	if (isLetter(last) || isDigit(last)) && (isLetter(rest[0]) || isDigit(rest[0])) {
		return true // 5min, 5m|20
	}
	if isDigit(last) && len(rest) > 1 && rest[0] == '.' && isDigit(rest[1]) {
		return true // 3m2.5, which is no 3m2
	}
	if behind || rest[0] < 0x80 {
		return false
	}
	near := f.guarded.hold(rest)
	if near && policy.BeginsAny(rest, f.butBefore...) {
		return false
	}
	if f.anyHan {
		r, _ := runeAt(rest, 0)
		return r >= hanFirst && r <= hanLast
	}
	return near && policy.BeginsAny(rest, f.notBefore...)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// per is the length of the denominators at the start of s, from the slash on:
// /人, /万人, /人·月, /平方米/天.
func (t *Units) per(s string) int {
	end := 0
	for {
		m := separatorLen(s[end:], end > 0)
		if m == 0 {
			return end
		}
		at := end + m
		at, _ = ScanMagnitude(s, at+policy.Digits(s[at:])) // 克/100千米
		n, _ := t.simple(s[at:], true)
		if n == 0 {
			return end
		}
		end = at + n
	}
}

// separatorLen is the length of the slash, or inside a denominator the dot, raised or not, that s
// begins with.
func separatorLen(s string, inside bool) int {
	switch {
	case strings.HasPrefix(s, "/"), inside && len(s) > 1 && s[0] == '.' && !isDigit(s[1]):
		return 1
	case inside && strings.HasPrefix(s, "·"):
		return len("·")
	}
	return 0
}

// canonicalPer writes each unit of a denominator in its one spelling; what is so
// already is not copied.
func (t *Units) canonicalPer(s string) string {
	var buf [64]byte
	b := buf[:0]
	for i := 0; i < len(s); {
		at, _ := ScanMagnitude(s, i+policy.Digits(s[i:]))
		n, u := t.simple(s[at:], true)
		if n == len(s) {
			return u.Name
		}
		b = append(append(b, s[i:at]...), u.Name...)
		i = at + n
		m := separatorLen(s[i:], true)
		if sign := s[i : i+m]; sign == "." {
			b = append(b, "·"...) // 元/户.月
		} else {
			b = append(b, sign...)
		}
		i += m
	}
	if string(b) == s {
		return s
	}
	return string(b)
}

// Whole reads a string that is nothing but a unit, with its magnitude: 亿元 is
// 元 times 10 to the power 8, as column headers write it.
func (t *Units) Whole(s string) (exp int, u Unit, ok bool) {
	if n := len(s); n > 2 && s[n-3]>>4 == 0xe && !t.ends.Ends(s) {
		return 0, Unit{}, false
	}
	if n, u := t.Match(s); n > 0 && n == len(s) {
		return 0, u, true
	}
	at, exp := ScanMagnitude(s, 0)
	if at == 0 && strings.HasPrefix(s, "十") {
		at, exp = ScanMagnitude(s, len("十"))
		at, exp = max(at, len("十")), exp+1
	}
	n, u := t.Match(s[at:])
	return exp, u, n > 0 && at+n == len(s)
}
