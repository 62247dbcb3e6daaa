package export

import (
	"errors"
	"sync"
)

// A laying writes the rows of sheets that waited, of each sheet beside the others: which
// blocks of XML a worksheet is made of does not depend on when they are compressed.
type laying struct {
	sheets []*sheet // as they are laid
	errs   []error
	doing  sync.WaitGroup
}

// lay begins to write the rows that wait. Nothing may be put onto these sheets until done.
func lay(p *press, sheets []*sheet) *laying {
	l := &laying{sheets: make([]*sheet, len(sheets)), errs: make([]error, len(sheets))}
	for i, s := range sheets {
		if s.spools == nil {
			l.sheets[i] = s
			continue
		}
		l.doing.Go(func() { l.sheets[i], l.errs[i] = s.laid(p) })
	}
	return l
}

// done waits until all rows are written and gives the sheets, in their order. It may be
// called more than once.
func (l *laying) done() ([]*sheet, error) {
	l.doing.Wait()
	return l.sheets, errors.Join(l.errs...)
}

// laid is the sheet with all its rows written.
func (s *sheet) laid(p *press) (*sheet, error) {
	l := *s
	l.spools = nil
	rows := &cursor{spools: s.spools}
	for {
		r, err := rows.next()
		if r == nil || err != nil {
			return &l, err
		}
		if err := l.write(p, r); err != nil {
			return nil, err
		}
	}
}

// A cursor reads the rows of a sheet, one spool after the other.
type cursor struct {
	spools []*spool
	from   *rowReader
}

// next gives the next row, nil after the last. It is only good until the one after.
func (c *cursor) next() (*row, error) {
	for c.from == nil || c.from.left == 0 {
		if len(c.spools) == 0 {
			return nil, nil
		}
		c.from, c.spools = c.spools[0].reader(), c.spools[1:]
	}
	return &c.from.row, c.from.read()
}
