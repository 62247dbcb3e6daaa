package data

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/ncruces/go-sqlite3"

	"shuzheng/export/codebook"
)

// A database is the file of SQLite. It is written without a journal, since a run that
// fails leaves none of it.
type database struct {
	lock    sync.Mutex // what ends a run and close may meet when it is interrupted
	conn    *sqlite3.Conn
	stop    context.CancelFunc
	inserts map[string]*sqlite3.Stmt // by table
	pairs   *sqlite3.Stmt
	section int64 // rows of that table
}

// NewSQLite begins a database at path, where an empty file may stand: a table for each
// of the codebook, and at Finish the keys, indexes, views and the full-text search.
func NewSQLite(path string, options Options) (*Writer, error) {
	path, err := filepath.Abs(path) // a name that begins with file: means something else to SQLite
	if err != nil {
		return nil, err
	}
	if err := loadSQLite(); err != nil {
		return nil, err
	}
	conn, err := sqlite3.Open(path)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	conn.SetInterrupt(ctx)
	db := &database{conn: conn, stop: stop, inserts: map[string]*sqlite3.Stmt{}}
	if err := db.begin(); err != nil {
		db.close()
		return nil, err
	}
	return newWriter(db, options), nil
}

// loadSQLite sees to it that the library has SQLite itself, a WebAssembly module.
var loadSQLite = sync.OnceValue(func() error {
	module, err := sqliteModule()
	if module != nil {
		sqlite3.Binary = module
	}
	return err
})

// begin makes the tables and the statements that fill them.
func (db *database) begin() (err error) {
	if err := db.conn.Exec(sqliteOptions + sqliteTables() + "BEGIN;"); err != nil {
		return err
	}
	for _, t := range codebook.Tables() {
		marks := strings.TrimSuffix(strings.Repeat("?,", len(t.Columns)), ",")
		if db.inserts[t.Name], _, err = db.conn.Prepare("INSERT INTO " + t.Name + " VALUES (" + marks + ")"); err != nil {
			return err
		}
	}
	db.pairs, _, err = db.conn.Prepare("INSERT INTO search_pairs (rowid, pairs) VALUES (?, ?)")
	return err
}

func (db *database) row(t *codebook.Table, values []string) error {
	db.lock.Lock()
	defer db.lock.Unlock()
	if db.conn == nil {
		return context.Canceled
	}
	insert := db.inserts[t.Name]
	for i, s := range values {
		if err := bind(insert, i+1, &t.Columns[i], s); err != nil {
			return err
		}
	}
	if err := execute(insert); err != nil {
		return fmt.Errorf("%s: %w", t.Name, err)
	}
	if t.Name != "sections" {
		return nil
	}
	db.section++
	text := values[t.Column("heading")] + "\n" + values[t.Column("text")]
	return errors.Join(db.pairs.BindInt64(1, db.section), db.pairs.BindText(2, pairs(text)), execute(db.pairs))
}

// execute runs a statement whose values are bound.
func execute(s *sqlite3.Stmt) error {
	err := s.Exec()
	return errors.Join(err, s.Reset())
}

// bind gives a statement its next value; an empty one is NULL, but in a key.
func bind(s *sqlite3.Stmt, at int, c *codebook.Column, value string) error {
	switch {
	case value == "" && !c.Key, c.Type == codebook.Decimal && !exactInSQLite(value):
		return s.BindNull(at)
	case c.Type == codebook.Boolean:
		return s.BindBool(at, value == "true")
	case c.Type == codebook.Integer:
		n, err := strconv.ParseInt(value, 10, 64)
		return errors.Join(err, s.BindInt64(at, n))
	}
	return s.BindText(at, value) // a decimal too: its column makes it a number
}

// exactInSQLite says whether SQLite can hold a decimal: a whole number of 63 bits, or one
// of 15 digits. The text of all others stands in the column beside.
func exactInSQLite(s string) bool {
	if _, err := strconv.ParseInt(s, 10, 64); err == nil {
		return true
	}
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return len(strings.Trim(strings.TrimLeft(whole, "0")+fraction, "0")) <= exactDigits
}

// finish makes what takes all rows, and closes the database.
func (db *database) finish() error {
	db.lock.Lock()
	defer db.lock.Unlock()
	if db.conn == nil {
		return context.Canceled
	}
	if err := db.conn.Exec(sqliteIndexes() + sqliteClosing); err != nil {
		return err
	}
	return db.end()
}

// end closes the connection with its statements.
func (db *database) end() error {
	if db.conn == nil {
		return nil
	}
	var errs []error
	for _, s := range db.inserts {
		errs = append(errs, s.Close())
	}
	errs = append(errs, db.pairs.Close(), db.conn.Close())
	db.conn = nil
	return errors.Join(errs...)
}

// close ends what runs, and the database.
func (db *database) close() {
	db.stop()
	db.lock.Lock()
	defer db.lock.Unlock()
	db.end()
}
