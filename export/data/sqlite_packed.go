//go:build sqlitegz

package data

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
)

// packedSQLite is the module of the library's package embed under gzip, which the build
// makes: few runs write a database, and unpacked it would be a thirtieth of the program.
//
//go:embed sqlite3.wasm.gz
var packedSQLite []byte

// sqliteModule unpacks it.
func sqliteModule() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packedSQLite))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
