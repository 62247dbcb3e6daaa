package normalize

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"shuzheng/policy"
)

// Places is a table of places that knows every name they go by. It does not
// change once made.
type Places struct {
	entries []placeEntry // by name, so that all that begin alike stand together
	heads   []placeHead  // of the entries
	begins  PairSet      // the first two characters of each name
	called  FineSet      // these, and all that two characters of a long name may make
	slots   []uint16     // by their hash: 1 + index of the first name with those characters
	ends    PairSet      // the last two characters of each name
	long    []uint16     // the entries that shortened may read
}

// A placeEntry is one name of one place.
type placeEntry struct {
	called string // the name as read: 苏州
	Place
}

// A placeHead is the first two characters of a name and, above them, the last two bytes
// of its third, 0 where it has no third.
type placeHead uint64

// The parts of a placeHead.
const (
	pairBits = 48
	pairMask = 1<<pairBits - 1
)

// placeHeadOf is that of s, a name or a text of at least two characters.
func placeHeadOf(s string) placeHead {
	h := placeHead(PairAt(s, 0))
	if len(s) > 8 {
		h |= placeHead(uint16(s[7])|uint16(s[8])<<8) << pairBits
	}
	return h
}

//go:embed places.tsv
var placesTSV string

// BuiltinPlaces is the table that the program comes with.
var BuiltinPlaces = mustPlaces(placesTSV)

func mustPlaces(tsv string) *Places {
	t, err := new(Places).With("places.tsv", tsv)
	if err != nil {
		panic(err)
	}
	return t
}

// With is t with the places of another table added. Each line holds name, level
// (country, region, province, city, county, town), parent and other names with 、
// between, tab-separated. The error names the file and the line.
func (t *Places) With(file, tsv string) (*Places, error) {
	u := &Places{entries: make([]placeEntry, len(t.entries), len(t.entries)+len(tsv)/20)}
	copy(u.entries, t.entries)
	for line, rest := 1, tsv; rest != ""; line++ {
		var row string
		row, rest, _ = strings.Cut(rest, "\n")
		row = strings.TrimRight(row, "\r")
		if row == "" || row[0] == '#' {
			continue
		}
		if err := u.add(row); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", file, line, err)
		}
	}
	if len(u.entries) > 1<<16-1 {
		return nil, fmt.Errorf("%s: %d names are too many", file, len(u.entries))
	}
	u.sort()
	if called, err := u.unambiguous(); err != nil {
		return nil, fmt.Errorf("%s line %d: %w", file, lineOf(tsv, called), err)
	}
	u.index()
	return u, nil
}

// sort puts the names in order. It sorts numbers first, of the first two characters and
// the index, which is quicker than to sort the entries: every start waits for it.
func (t *Places) sort() {
	keys := make([]uint64, len(t.entries))
	for i := range t.entries {
		called := t.entries[i].called
		for _, c := range []byte(called[:6]) {
			keys[i] = keys[i]<<8 | uint64(c)
		}
		keys[i] = keys[i]<<16 | uint64(i) // there are fewer than 1<<16
	}
	slices.Sort(keys)
	sorted := make([]placeEntry, len(keys))
	for i, k := range keys {
		sorted[i] = t.entries[uint16(k)]
	}
	for i, j := 0, 0; i < len(sorted); i = j {
		for j = i + 1; j < len(sorted) && keys[j]>>16 == keys[i]>>16; j++ {
		}
		if j-i == 1 {
			continue
		}
		policy.Sort(sorted[i:j], func(a, b placeEntry) int {
			return cmp.Or(strings.Compare(a.called, b.called), cmp.Compare(a.Level, b.Level), strings.Compare(a.Parent, b.Parent))
		})
	}
	t.entries = sorted
}

var placeLevels = map[string]PlaceLevel{
	"country": Country, "region": Region, "province": Province, "city": City, "county": County, "town": Town,
}

// add reads one line of a table.
func (t *Places) add(row string) error {
	name, rest, ok := strings.Cut(row, "\t")
	levelWord, rest, ok2 := strings.Cut(rest, "\t")
	parent, also, _ := strings.Cut(rest, "\t")
	if !ok || !ok2 {
		return fmt.Errorf("want at least 3 columns (name, level, parent), got %q", row)
	}
	level, ok := placeLevels[levelWord]
	if !ok {
		return fmt.Errorf("level: want country, region, province, city, county or town, got %q", levelWord)
	}
	p := Place{Name: name, Level: level, Parent: parent}
	for called := name; ; {
		if len(called) < 6 || called[0] < 0xe4 || called[0] > 0xe9 {
			return fmt.Errorf("%q is no name of at least two Chinese characters", called)
		}
		t.entries = append(t.entries, placeEntry{called, p})
		if also == "" {
			return nil
		}
		called, also, _ = strings.Cut(also, "、")
	}
}

// lineOf is the last line of a table that gives a place that name, counted from 1.
func lineOf(tsv, called string) (line int) {
	for i, row := range strings.Split(tsv, "\n") {
		names := strings.FieldsFunc(row, func(r rune) bool { return r == '\t' || r == '、' || r == '\r' })
		if slices.Contains(names, called) && row[0] != '#' {
			line = i + 1
		}
	}
	return line
}
