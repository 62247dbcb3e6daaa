//go:build !sqlitegz

package data

import _ "github.com/ncruces/go-sqlite3/embed" // SQLite itself, which gives itself to the library

// sqliteModule is nil: the library has it.
func sqliteModule() ([]byte, error) { return nil, nil }
