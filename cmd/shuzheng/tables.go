package main

import (
	"errors"
	"os"
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
)

// tables are the files with a user's own units, places, plans and concepts. They are
// read once: processes that work for this one get their text.
type tables struct{ Units, Places, Periods, Concepts tableFile }

// A tableFile is one of them; "" is none.
type tableFile struct{ File, Text string }

func (t *tables) all() []*tableFile {
	return []*tableFile{&t.Units, &t.Places, &t.Periods, &t.Concepts}
}

// declare makes them flags.
func (t *tables) declare(f *flags) {
	f.StringVar(&t.Units.File, "units", "", "")
	f.StringVar(&t.Places.File, "places", "", "")
	f.StringVar(&t.Periods.File, "periods", "", "")
	f.StringVar(&t.Concepts.File, "concepts", "", "")
}

// files are those that were named.
func (t *tables) files() (named []string) {
	for _, table := range t.all() {
		if table.File != "" {
			named = append(named, table.File)
		}
	}
	return named
}

// use reads the tables and adds them to the built-in ones, for all that is read after.
// A fault in one is a wrong call: it would spoil every document.
func (t *tables) use(p *program) int {
	for i, flag := range []string{"--units", "--places", "--periods", "--concepts"} {
		if err := t.all()[i].load(); err != nil {
			return p.badTable(flag, err)
		}
	}
	if flag, err := t.apply(); err != nil {
		return p.badTable(flag, err)
	}
	return goOn
}

// apply adds the tables, whose text is here, to the built-in ones; it names the flag of
// one that is wrong.
func (t *tables) apply() (flag string, err error) {
	if len(t.files()) == 0 {
		return "", nil
	}
	var all normalize.Tables
	if err := added(t.Units, normalize.BuiltinUnits.With, &all.Units); err != nil {
		return "--units", err
	}
	if err := added(t.Places, normalize.BuiltinPlaces.With, &all.Places); err != nil {
		return "--places", err
	}
	if err := added(t.Periods, normalize.BuiltinPlans.With, &all.Plans); err != nil {
		return "--periods", err
	}
	if err := added(t.Concepts, func(file, tsv string) (*normalize.Concepts, error) {
		return normalize.BuiltinConcepts().With(file, tsv)
	}, &all.Concepts); err != nil {
		return "--concepts", err
	}
	normalize.Use(all)
	return "", nil
}

// load reads the file.
func (t *tableFile) load() error {
	if t.File == "" {
		return nil
	}
	b, err := os.ReadFile(t.File)
	if err != nil {
		return err
	}
	if !utf8.Valid(b) {
		return errors.New(t.File + ": not UTF-8")
	}
	t.Text = strings.TrimPrefix(string(b), "\ufeff")
	return nil
}

// added sets to to the built-in table with the rows of a file added.
func added[T any](t tableFile, with func(file, tsv string) (T, error), to *T) (err error) {
	if t.File != "" {
		*to, err = with(t.File, t.Text)
	}
	return err
}

// tableRows say what a row of each table holds.
var tableRows = map[string][2]string{
	"--units":    {"单位、种类、其他写法", "unit, kind, other spellings"},
	"--places":   {"地名、级别、上级、其他叫法", "place, level, the place it belongs to, other names"},
	"--periods":  {"名称、首年、末年、第几个、是否可单用（yes 或 no）", "name, first year, last year, number, read alone (yes or no)"},
	"--concepts": {"标识、中文名、英文名、量纲、其他叫法、组合", "id, Chinese name, English name, dimension, other names, patterns"},
}

// badTable says what is wrong in a user's table, and what a row of it holds.
func (p *program) badTable(flag string, err error) int {
	return p.usage("%[1]s 的表读不进来：%[2]v。请改正后再试：UTF-8 文本，每行为%[3]s，用制表符隔开", "%[1]s: cannot take the table: %[2]v. Mend it and try again: UTF-8 text, in each line %[4]s, with tabs between",
		flag, err, tableRows[flag][0], tableRows[flag][1])
}
