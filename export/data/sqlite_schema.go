package data

import (
	_ "embed"
	"strings"
	"unicode"

	"shuzheng/export/codebook"
)

// What the database is made of, as statements of SQL.

// sqliteOptions: nothing is written twice, and at most 32 MB are kept in memory.
const sqliteOptions = `PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -32000;
PRAGMA foreign_keys = OFF;
PRAGMA application_id = 0x535A4442;
PRAGMA user_version = 1;
`

// sqliteClosing makes the views, fills the full-text search and ends the transaction.
//
//go:embed sqlite.sql
var sqliteClosing string

// sqliteTypes are the types of columns. NUMERIC holds whole numbers as such.
var sqliteTypes = map[codebook.Type]string{codebook.String: "TEXT", codebook.Integer: "INTEGER", codebook.Decimal: "NUMERIC", codebook.Date: "TEXT", codebook.Boolean: "INTEGER"}

// sqliteTables are the tables, with the labels of their columns as remarks: .schema
// shows them. Keys wait for the end, when they are made at once.
func sqliteTables() string {
	var b strings.Builder
	for _, t := range codebook.Tables() {
		b.WriteString("CREATE TABLE " + t.Name + " ( -- " + both(t.Zh, t.En) + "\n")
		keys := t.ForeignKeys()
		for i, c := range t.Columns {
			b.WriteString("  " + c.Name + " " + sqliteTypes[c.Type])
			if c.Key {
				b.WriteString(" NOT NULL")
			}
			if i+1 < len(t.Columns) || len(keys) > 0 {
				b.WriteString(",")
			}
			b.WriteString(" -- " + both(c.Zh, c.En) + "\n")
		}
		for i, k := range keys {
			b.WriteString("  FOREIGN KEY (" + strings.Join(k.Columns, ", ") + ") REFERENCES " + k.Table + " (" + strings.Join(k.Reference, ", ") + ")")
			if i+1 < len(keys) {
				b.WriteString(",")
			}
			b.WriteString("\n")
		}
		b.WriteString(");\n")
	}
	return b.String() + `CREATE VIRTUAL TABLE search_pairs USING fts5(pairs, content='', columnsize=0, detail='none', tokenize='unicode61 remove_diacritics 0');
`
}

// sqliteIndexes are the keys.
func sqliteIndexes() string {
	var b strings.Builder
	for _, t := range codebook.Tables() {
		b.WriteString("CREATE UNIQUE INDEX key_" + t.Name + " ON " + t.Name + " (" + strings.Join(t.Key(), ", ") + ");\n")
	}
	return b.String()
}

// pairs lists, once each, every two Han characters that stand side by side in a text,
// and its other words as they are: what search_pairs finds.
func pairs(s string) string {
	seen := map[string]bool{}
	var b strings.Builder
	put := func(word string) {
		if !seen[word] {
			seen[word] = true
			b.WriteString(word)
			b.WriteByte(' ')
		}
	}
	last, word := -1, -1 // where the Han character before and the word that goes on begin
	for i, r := range s {
		han := unicode.Is(unicode.Han, r)
		letter := !han && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if word >= 0 && !letter {
			put(s[word:i])
			word = -1
		}
		if letter && word < 0 {
			word = i
		}
		if han && last >= 0 {
			put(s[last : i+len(string(r))])
		}
		if last = -1; han {
			last = i
		}
	}
	if word >= 0 {
		put(s[word:])
	}
	return b.String()
}
