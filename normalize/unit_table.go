package normalize

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// Units is a table of units that knows every form they are written in. It does
// not change once made.
type Units struct {
	forms map[string][]unitForm // by first character, the longest form first
}

// A unitForm is one way a unit is written.
type unitForm struct {
	text      string
	name      string
	kind      UnitKind
	perOnly   bool     // read only behind a slash
	anyHan    bool     // no Chinese character may follow
	notBefore []string // beginnings of words that take the form away
	butBefore []string // longer ones that leave it
	guarded   uint64   // a bit for each beginning of both, by guardBit
}

//go:embed units.tsv
var unitsTSV string

// BuiltinUnits is the table that the program comes with.
var BuiltinUnits = mustUnits(unitsTSV)

func mustUnits(tsv string) *Units {
	t, err := new(Units).With("units.tsv", tsv)
	if err != nil {
		panic(err)
	}
	return t
}

// With is t with the units of another table added. Each line holds name, kind,
// forms, and the words it is not and is read before, tab-separated and with 、
// between; the last three may be left out. A form must be folded and must not
// mean another unit already. The error names the file and the line.
func (t *Units) With(file, tsv string) (*Units, error) {
	u := &Units{forms: make(map[string][]unitForm, len(t.forms))}
	for first, forms := range t.forms {
		u.forms[first] = append([]unitForm(nil), forms...)
	}
	for i, row := range strings.Split(tsv, "\n") {
		row = strings.TrimRight(row, "\r")
		if row == "" || row[0] == '#' {
			continue
		}
		if err := u.add(row); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", file, i+1, err)
		}
	}
	for _, forms := range u.forms {
		sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].text) > len(forms[j].text) })
	}
	return u, nil
}

// add takes in one row.
func (t *Units) add(row string) error {
	cells := strings.Split(row, "\t")
	if len(cells) < 2 || cells[0] == "" || cells[1] == "" {
		return errors.New("a unit has a name and a kind, with a tab between")
	}
	for len(cells) < 5 {
		cells = append(cells, "")
	}
	f := unitForm{name: cells[0], kind: UnitKind(cells[1]), anyHan: cells[3] == "*"}
	if !slices.Contains(unitKinds, f.kind) {
		return fmt.Errorf("kind: want one of %s, got %q", unitKinds, f.kind)
	}
	if !f.anyHan {
		f.notBefore = words(cells[3])
	}
	f.butBefore = words(cells[4])
	forms := words(cells[2])
	if !slices.Contains(forms, "/"+f.name) {
		forms = append([]string{f.name}, forms...)
	}
	for _, text := range forms {
		if err := t.addForm(f, text); err != nil {
			return err
		}
	}
	return nil
}

func (t *Units) addForm(f unitForm, text string) error {
	f.text, f.perOnly = strings.CutPrefix(text, "/")
	if f.text == "" {
		return fmt.Errorf("the form %q is empty", text)
	}
	if folded := Fold(policy.Plain(f.text, 0)); folded.String() != f.text {
		return fmt.Errorf("the form %q is never met: texts are folded to %q", f.text, folded)
	}
	if end, _ := ScanMagnitude(f.text, 0); end == len(f.text) {
		return fmt.Errorf("the form %q is a magnitude", f.text)
	}
	_, n := utf8.DecodeRuneInString(f.text)
	for _, old := range t.forms[f.text[:n]] {
		if old.text == f.text {
			return fmt.Errorf("the form %q means %s already", f.text, old.name)
		}
	}
	if !strings.HasSuffix(f.text, f.name) { // the guards are about the name's last character
		f.notBefore, f.butBefore, f.anyHan = nil, nil, false
	}
	for _, list := range [...][]string{f.notBefore, f.butBefore} {
		for _, w := range list {
			f.guarded |= guardBit(w)
		}
	}
	t.forms[f.text[:n]] = append(t.forms[f.text[:n]], f)
	return nil
}

// guardBit is one of 64 bits for the character that s begins with: most of what follows
// a unit shares none with the words that would take the unit away.
func guardBit(s string) uint64 {
	if len(s) < 3 {
		return 1
	}
	return 1 << ((s[1] ^ s[2]) & 63)
}

// words splits a cell at 、.
func words(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.FieldsFunc(cell, func(r rune) bool { return r == '、' })
}

// starting lists the forms that begin with the first character of s.
func (t *Units) starting(s string) []unitForm {
	if s == "" {
		return nil
	}
	_, n := utf8.DecodeRuneInString(s)
	return t.forms[s[:n]]
}
