package export

import (
	"errors"
	"os"
)

// A scratch is a temporary file.
type scratch struct {
	*os.File
	named bool // it has a name yet, which is to be removed
}

// newScratch makes one without a name where systems let an open file go without: a kill
// leaves nothing then.
func newScratch() (*scratch, error) {
	f, err := os.CreateTemp("", "shuzheng-*.rows")
	if err != nil {
		return nil, err
	}
	return &scratch{f, os.Remove(f.Name()) != nil}, nil
}

// Close removes the file.
func (s *scratch) Close() error {
	err := s.File.Close()
	if s.named {
		err = errors.Join(err, os.Remove(s.Name()))
	}
	return err
}
