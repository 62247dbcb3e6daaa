package diff

import "shuzheng/policy"

// changes lists the fields in which two figures differ. Names of one concept are one
// name, 3.20 is 3.2.
func changes(a, b *policy.Figure) (list []policy.FieldChange) {
	field := func(name, x, y string) {
		if x != y {
			list = append(list, policy.FieldChange{Name: name, Old: x, New: y})
		}
	}
	if a.Concept == "" || a.Concept != b.Concept {
		if unspaced(a.Indicator) != unspaced(b.Indicator) {
			field("indicator", a.Indicator, b.Indicator)
		}
		field("concept", a.Concept, b.Concept)
	}
	for _, v := range [...][3]string{{"value", a.Value, b.Value}, {"value_high", a.ValueHigh, b.ValueHigh}} {
		if plain(v[1]) != plain(v[2]) {
			field(v[0], v[1], v[2])
		}
	}
	field("unit", a.Unit, b.Unit)
	field("comparator", string(a.Comparator), string(b.Comparator))
	field("measure", string(a.Measure), string(b.Measure))
	field("direction", string(a.Direction), string(b.Direction))
	field("base", a.Base, b.Base)
	field("status", string(a.Status), string(b.Status))
	field("binding", a.Binding, b.Binding)
	field("period", a.Period, b.Period)
	field("area", a.Area, b.Area)
	return list
}
