package normalize

// Tables are the names that the program knows, of which a user may bring more.
// A nil one is the built-in one.
type Tables struct {
	Units    *Units
	Places   *Places
	Plans    *Plans
	Concepts *Concepts
}

// inUse are the tables that every reading asks.
var inUse = Tables{Units: BuiltinUnits, Places: BuiltinPlaces, Plans: BuiltinPlans}

// Use makes all reading go by the tables of t, most often built-in ones with a
// user's own added: BuiltinUnits.With. It is for the start of a program: call it
// once, before the first document is read; readings take the tables without a
// lock, for they take them at every character.
func Use(t Tables) {
	inUse = Tables{Units: BuiltinUnits, Places: BuiltinPlaces, Plans: BuiltinPlans, Concepts: t.Concepts}
	if t.Units != nil {
		inUse.Units = t.Units
	}
	if t.Places != nil {
		inUse.Places = t.Places
	}
	if t.Plans != nil {
		inUse.Plans = t.Plans
	}
}

// MatchUnit is Units.Match of the table in use.
func MatchUnit(s string) (n int, u Unit) { return inUse.Units.Match(s) }

// WholeUnit is Units.Whole of the table in use.
func WholeUnit(s string) (exp int, u Unit, ok bool) { return inUse.Units.Whole(s) }

// MatchPlaces is Places.Match of the table in use.
func MatchPlaces(s string) (n int, at []placeEntry) { return inUse.Places.Match(s) }

// MatchWithin is Places.Within of the table in use.
func MatchWithin(s string, outer *Place) (n int, p Place) { return inUse.Places.Within(s, outer) }

// PlacesInUse is the table of places in use.
func PlacesInUse() *Places { return inUse.Places }

// WholePlace is Places.Whole of the table in use.
func WholePlace(s string) *Place { return inUse.Places.Whole(s) }

// MayBeginPlace is Places.MayBegin of the table in use.
func MayBeginPlace(s string) bool { return inUse.Places.MayBegin(s) }

// MayEndPlace is Places.MayEnd of the table in use.
func MayEndPlace(s string) bool { return inUse.Places.MayEnd(s) }

// conceptsInUse is the table of concepts in use.
func conceptsInUse() *Concepts {
	if inUse.Concepts != nil {
		return inUse.Concepts
	}
	return BuiltinConcepts()
}
