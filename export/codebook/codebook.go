// Package codebook holds what every table and column of the data outputs is called
// and what it means, in Chinese and English: codebook.tsv and codes.tsv as Go values.
// Nothing comes in; writers, scripts, documentation and the workbook's sheet take
// their names, types and explanations from here.
package codebook

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"shuzheng/policy"
)

// A Type says what the values of a column are.
type Type string

// The types. Values are handed on as text; an empty one is missing.
const (
	String  Type = "string"
	Integer Type = "integer"
	Decimal Type = "decimal" // exact, base ten
	Date    Type = "date"    // YYYY-MM-DD
	Boolean Type = "boolean" // true, false
)

// A Label is a name with its explanation, in both languages.
type Label struct {
	Zh, En         string
	ZhNote, EnNote string
}

// A Table is one table of the data outputs.
type Table struct {
	Name string
	Label
	Columns []Column
}

// A Column is one column of a table.
type Column struct {
	Name   string
	Type   Type
	Key    bool   // part of the primary key
	Refers string // name of the table that it is a foreign key to, with doc_id where that has one; "" for none
	Loose  bool   // the foreign key may be missing
	Values string // list of its codes, "" where it has none
	SDMX   string // concept, and in brackets the code list
	Label
}

// KeyWord is pk for a part of the primary key, and the table of a foreign one.
func (c *Column) KeyWord() string {
	if !c.Key {
		return c.Refers
	}
	return strings.TrimSpace("pk " + c.Refers)
}

// A Code is one value of a list of codes.
type Code struct {
	List, Code string
	Label
}

var (
	//go:embed codebook.tsv
	tablesTSV string
	//go:embed codes.tsv
	codesTSV string
)

var (
	tables = readTables(tablesTSV)
	codes  = readCodes(codesTSV)
)

// Tables lists the tables in their order. It is not to be changed.
func Tables() []Table { return tables }

// Codes lists the codes that have no line in the words of the workbook. It is not to
// be changed.
func Codes() []Code { return codes }

// Find is the table of a name; there must be one.
func Find(name string) *Table {
	for i := range tables {
		if tables[i].Name == name {
			return &tables[i]
		}
	}
	panic("codebook: no table " + name)
}

// Column is the place of a column in its table, -1 if it has none of that name.
func (t *Table) Column(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

// Key lists the columns of the primary key.
func (t *Table) Key() (names []string) {
	for _, c := range t.Columns {
		if c.Key {
			names = append(names, c.Name)
		}
	}
	return names
}

// A ForeignKey says that some columns of a table name a row of another.
type ForeignKey struct {
	Columns   []string
	Table     string
	Reference []string // its primary key
	Loose     bool     // the last column may be missing
}

// ForeignKeys lists those of a table, in the order of its columns.
func (t *Table) ForeignKeys() (keys []ForeignKey) {
	for _, c := range t.Columns {
		if c.Refers == "" {
			continue
		}
		key := ForeignKey{[]string{c.Name}, c.Refers, Find(c.Refers).Key(), c.Loose}
		if key.Reference[0] == "doc_id" && c.Name != "doc_id" {
			key.Columns = []string{"doc_id", c.Name}
		}
		keys = append(keys, key)
	}
	return keys
}

// readTables panics on a fault: the table is the program's own.
func readTables(tsv string) (list []Table) {
	for n, c := range policy.Cells("codebook.tsv", tsv, 10) {
		label := Label{c[6], c[7], c[8], c[9]}
		if label.Zh == "" || label.En == "" || label.ZhNote == "" || label.EnNote == "" {
			panic(fmt.Sprintf("codebook.tsv:%d: %s %s is not explained", n, c[0], c[1]))
		}
		if c[1] == "" {
			list = append(list, Table{Name: c[0], Label: label})
			continue
		}
		t := &list[len(list)-1]
		if t.Name != c[0] || t.Column(c[1]) >= 0 {
			panic(fmt.Sprintf("codebook.tsv:%d: %s %s is out of place", n, c[0], c[1]))
		}
		t.Columns = append(t.Columns, readColumn(c, label))
	}
	for i := range list {
		checkTable(list, &list[i])
	}
	return list
}

func readColumn(c []string, label Label) Column {
	column := Column{Name: c[1], Type: Type(c[2]), Values: c[4], SDMX: c[5], Label: label}
	for word := range strings.FieldsSeq(c[3]) {
		if word == "pk" {
			column.Key = true
		} else {
			column.Refers, column.Loose = strings.CutSuffix(word, "?")
		}
	}
	switch column.Type {
	case String, Integer, Decimal, Date, Boolean:
		return column
	}
	panic("codebook.tsv: no type " + c[2])
}

// checkTable panics where a table has no primary key or a foreign one leads nowhere,
// or where two names differ in case only: most databases take them for one.
func checkTable(list []Table, t *Table) {
	seen := map[string]bool{}
	for _, c := range t.Columns {
		lower := strings.ToLower(c.Name)
		known := slices.ContainsFunc(list, func(t Table) bool { return t.Name == c.Refers })
		if seen[lower] || c.Refers != "" && !known {
			panic("codebook.tsv: " + t.Name + "." + c.Name)
		}
		seen[lower] = true
	}
	if len(t.Key()) == 0 {
		panic("codebook.tsv: " + t.Name + " has no key")
	}
}

func readCodes(tsv string) (list []Code) {
	for _, c := range policy.Cells("codes.tsv", tsv, 6) {
		list = append(list, Code{c[0], c[1], Label{c[2], c[3], c[4], c[5]}})
	}
	return list
}
