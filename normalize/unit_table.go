package normalize

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"shuzheng/policy"
)

// Units is a table of units that knows every form they are written in. It does
// not change once made.
type Units struct {
	texts *policy.WordIndex // of the forms
	forms []*unitForm       // the longest first
	ends  policy.WideSet    // the last characters of the forms, of those that have three bytes
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
	guarded   guards   // the beginnings of both
}

//go:embed units.tsv
var unitsTSV string

// BuiltinUnits is the table that the program comes with.
var BuiltinUnits = must(new(Units).With("units.tsv", unitsTSV))

// With is t with the units of another table added. Each line holds name, kind,
// forms, and the words it is not and is read before, tab-separated and with 、
// between; the last three may be left out. A form must be folded and must not
// mean another unit already. The error names the file and the line.
func (t *Units) With(file, tsv string) (*Units, error) {
	forms := unitForms{}
	for _, f := range t.forms {
		forms[f.text] = f
	}
	for n, row := range policy.Rows(tsv) {
		if err := forms.add(row); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", file, n, err)
		}
	}
	return forms.table(), nil
}

// unitForms are the forms of a table by their texts.
type unitForms map[string]*unitForm

// table is the table of these forms.
func (t unitForms) table() *Units {
	texts := slices.SortedFunc(maps.Keys(t), func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	u := &Units{texts: policy.IndexStarts(texts)}
	for _, text := range texts {
		u.forms = append(u.forms, t[text])
		if end := text[policy.LastChar(text):]; len(end) == 3 {
			u.ends.Add(end)
		}
	}
	return u
}

// add takes in one row.
func (t unitForms) add(row string) error {
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

func (t unitForms) addForm(f unitForm, text string) error {
	f.text, f.perOnly = strings.CutPrefix(text, "/")
	if f.text == "" {
		return fmt.Errorf("the form %q is empty", text)
	}
	if len(f.text) > policy.LongestWord {
		return fmt.Errorf("the form %q is too long", text)
	}
	if folded := Fold(policy.Plain(f.text, 0)); folded.String() != f.text {
		return fmt.Errorf("the form %q is never met: texts are folded to %q", f.text, folded)
	}
	if end, _ := ScanMagnitude(f.text, 0); end == len(f.text) {
		return fmt.Errorf("the form %q is a magnitude", f.text)
	}
	if old := t[f.text]; old != nil {
		return fmt.Errorf("the form %q means %s already", f.text, old.name)
	}
	if !strings.HasSuffix(f.text, f.name) { // the guards are about the name's last character
		f.notBefore, f.butBefore, f.anyHan = nil, nil, false
	}
	for _, list := range [...][]string{f.notBefore, f.butBefore} {
		for _, w := range list {
			f.guarded.add(w)
		}
	}
	t[f.text] = &f
	return nil
}

// guards are the characters that some words begin with, told by four of their bits and
// six: most of what follows a unit shares none with the words that would take it away.
type guards [16]uint64

func (g *guards) add(w string) {
	k, bit := guardPlace(w)
	g[k] |= bit
}

// hold says whether one of the words may stand at the start of s, which is not empty.
func (g *guards) hold(s string) bool {
	k, bit := guardPlace(s)
	return g[k]&bit != 0
}

func guardPlace(s string) (int, uint64) {
	if len(s) < 3 {
		return 0, 1
	}
	return int(s[1] & 15), 1 << (s[2] & 63)
}

// words splits a cell at 、.
func words(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.FieldsFunc(cell, func(r rune) bool { return r == '、' })
}
