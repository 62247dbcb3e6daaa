package export

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// A spool keeps rows in the order they are put, so that a workbook over many
// documents needs no memory for them: the first stay in memory, all beyond go
// compressed to a temporary file.
type spool struct {
	rows   int
	buf    []byte // rows not yet in the file
	file   *os.File
	packed *flate.Writer // onto file
}

// spoolMemory is how many bytes of rows a spool holds before it takes a file.
const spoolMemory = 1 << 20

// put appends a row.
func (s *spool) put(r *row) error {
	b := binary.AppendUvarint(s.buf, uint64(r.height))
	b = binary.AppendUvarint(b, uint64(len(r.cells)))
	for i := range r.cells {
		b = r.cells[i].append(b)
	}
	s.buf = b
	s.rows++
	if len(b) < spoolMemory {
		return nil
	}
	return s.spill()
}

func (c *cell) append(b []byte) []byte {
	b = append(b, byte(c.kind), byte(c.style))
	for _, s := range c.parts() {
		b = binary.AppendUvarint(b, uint64(len(*s)))
		b = append(b, *s...)
	}
	return b
}

// parts are the strings that a cell of its kind has.
func (c *cell) parts() []*string {
	switch c.kind {
	case blankCell:
		return nil
	case markedCell:
		return []*string{&c.text, &c.mark, &c.rest}
	case linkCell, countLink:
		return []*string{&c.text, &c.place}
	}
	return []*string{&c.text}
}

// spill moves the buffered rows to the temporary file.
func (s *spool) spill() (err error) {
	if s.file == nil {
		if s.file, err = os.CreateTemp("", "shuzheng-*.rows"); err != nil {
			return err
		}
		s.packed, err = flate.NewWriter(s.file, flate.BestSpeed)
		if err != nil {
			return err
		}
	}
	_, err = s.packed.Write(s.buf)
	s.buf = s.buf[:0]
	return err
}

// reader reads the rows from the first.
func (s *spool) reader() (*rowReader, error) {
	from, err := s.open()
	if err != nil {
		return nil, err
	}
	return &rowReader{in: bufio.NewReaderSize(from, 1<<16), left: s.rows}, nil
}

func (s *spool) open() (io.Reader, error) {
	if s.file == nil {
		return bytes.NewReader(s.buf), nil
	}
	if err := s.packed.Flush(); err != nil {
		return nil, err
	}
	packed := io.NewSectionReader(s.file, 0, 1<<62)
	return io.MultiReader(untilFlush{flate.NewReader(packed)}, bytes.NewReader(s.buf)), nil
}

// untilFlush ends where a stream was flushed and not closed.
type untilFlush struct{ io.Reader }

func (r untilFlush) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return n, err
}

// A rowReader reads rows back, each into the memory of the one before.
type rowReader struct {
	in   *bufio.Reader
	left int // rows
	row  row
	text []byte
}

// read reads the next row into r.row.
func (r *rowReader) read() error {
	r.left--
	height, err := binary.ReadUvarint(r.in)
	if err != nil {
		return err
	}
	n, err := binary.ReadUvarint(r.in)
	if err != nil {
		return err
	}
	r.row.height, r.row.cells = int(height), r.row.cells[:0]
	for range n {
		c, err := r.cell()
		if err != nil {
			return err
		}
		r.row.cells = append(r.row.cells, c)
	}
	return nil
}

func (r *rowReader) cell() (c cell, err error) {
	var head [2]byte
	if _, err = io.ReadFull(r.in, head[:]); err != nil {
		return c, err
	}
	c.kind, c.style = cellKind(head[0]), style(head[1])
	for _, s := range c.parts() {
		n, err := binary.ReadUvarint(r.in)
		if err != nil {
			return c, err
		}
		r.text = append(r.text[:0], make([]byte, n)...)
		if _, err = io.ReadFull(r.in, r.text); err != nil {
			return c, err
		}
		*s = string(r.text)
	}
	return c, nil
}

// close removes the temporary file.
func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	return errors.Join(err, os.Remove(s.file.Name()))
}
