package main

import (
	"errors"
	"os"
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
)

// tables are the files with a user's own units, places, plans and concepts; "" is none.
type tables struct{ units, places, periods, concepts string }

// declare makes them flags.
func (t *tables) declare(f *flags) {
	f.StringVar(&t.units, "units", "", "")
	f.StringVar(&t.places, "places", "", "")
	f.StringVar(&t.periods, "periods", "", "")
	f.StringVar(&t.concepts, "concepts", "", "")
}

// files are those that were named.
func (t *tables) files() (named []string) {
	for _, file := range []string{t.units, t.places, t.periods, t.concepts} {
		if file != "" {
			named = append(named, file)
		}
	}
	return named
}

// use adds the tables to the built-in ones, for all that is read after. A fault in
// one is a wrong call: it would spoil every document.
func (t *tables) use(p *program) int {
	if len(t.files()) == 0 {
		return goOn
	}
	var all normalize.Tables
	if err := added(t.units, normalize.BuiltinUnits.With, &all.Units); err != nil {
		return p.badTable("--units", err, "单位、种类、其他写法", "unit, kind, other spellings")
	}
	if err := added(t.places, normalize.BuiltinPlaces.With, &all.Places); err != nil {
		return p.badTable("--places", err, "地名、级别、上级、其他叫法", "place, level, the place it belongs to, other names")
	}
	if err := added(t.periods, normalize.BuiltinPlans.With, &all.Plans); err != nil {
		return p.badTable("--periods", err, "名称、首年、末年、第几个、是否可单用（yes 或 no）", "name, first year, last year, number, read alone (yes or no)")
	}
	if err := added(t.concepts, func(file, tsv string) (*normalize.Concepts, error) {
		return normalize.BuiltinConcepts().With(file, tsv)
	}, &all.Concepts); err != nil {
		return p.badTable("--concepts", err, "标识、中文名、英文名、量纲、其他叫法、组合", "id, Chinese name, English name, dimension, other names, patterns")
	}
	normalize.Use(all)
	return goOn
}

// added sets to to the built-in table with the rows of a file added.
func added[T any](file string, with func(file, tsv string) (T, error), to *T) error {
	if file == "" {
		return nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !utf8.Valid(b) {
		return errors.New(file + ": not UTF-8")
	}
	*to, err = with(file, strings.TrimPrefix(string(b), "\ufeff"))
	return err
}

// badTable says what is wrong in a user's table, and what a row of it holds.
func (p *program) badTable(flag string, err error, columns, columnsEn string) int {
	return p.usage("%[1]s 的表读不进来：%[2]v。请改正后再试：UTF-8 文本，每行为%[3]s，用制表符隔开", "%[1]s: cannot take the table: %[2]v. Mend it and try again: UTF-8 text, in each line %[4]s, with tabs between",
		flag, err, columns, columnsEn)
}
