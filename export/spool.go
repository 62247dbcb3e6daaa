package export

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
	"slices"
)

// A spool keeps rows in the order they are put that cannot be written yet, for others
// come before them, or for what is said above them. A workbook over many documents needs
// no memory for them: the first stay in memory, all beyond go compressed to a temporary file.
type spool struct {
	memory int // bytes held before it takes a file; spoolMemory where 0
	rows   int
	row    []byte // being put
	buf    []byte // rows not yet in the file, each with its length before it
	file   *scratch
	packed deflater // onto file
}

// spoolMemory is how many bytes of rows are held before they go to a file, and
// after that at a time.
const spoolMemory = 1 << 20

// put appends a row.
func (s *spool) put(r *row) error {
	s.row = binary.AppendUvarint(s.row[:0], uint64(r.height))
	for i := range r.cells {
		s.row = r.cells[i].append(s.row)
	}
	s.buf = binary.AppendUvarint(s.buf, uint64(len(s.row)))
	s.buf = append(s.buf, s.row...)
	s.rows++
	if len(s.buf) < cmp.Or(s.memory, spoolMemory) {
		return nil
	}
	return s.spill()
}

func (c *cell) append(b []byte) []byte {
	b = append(b, byte(c.kind), byte(c.style))
	all := [...]string{c.text, c.mark, c.rest, c.place}
	for _, s := range all[:fields[c.kind]] {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

// fields says how many of text, mark, rest and place a kind of cell has.
var fields = [...]int{blankCell: 0, textCell: 1, numberCell: 1, markedCell: 3, linkCell: 4, countLink: 4, formulaCell: 4}

// spill moves the buffered rows to the temporary file.
func (s *spool) spill() (err error) {
	if s.file == nil {
		if s.file, err = newScratch(); err != nil {
			return err
		}
		s.packed = newDeflater(s.file)
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
	return io.MultiReader(unsqueeze(packed), bytes.NewReader(s.buf)), nil
}

// A rowReader reads rows back.
type rowReader struct {
	in   *bufio.Reader
	left int // rows
	row  row
	buf  []byte
}

// read reads the next row into r.row, whose cells are only good until the next.
func (r *rowReader) read() error {
	r.left--
	n, err := binary.ReadUvarint(r.in)
	if err != nil {
		return err
	}
	r.buf = slices.Grow(r.buf[:0], int(n))[:n]
	if _, err := io.ReadFull(r.in, r.buf); err != nil {
		return err
	}
	data := string(r.buf)
	r.row.height, r.row.cells = takeLength(&data), r.row.cells[:0]
	for data != "" {
		r.row.cells = append(r.row.cells, takeCell(&data))
	}
	return nil
}

func takeCell(data *string) (c cell) {
	c.kind, c.style = cellKind((*data)[0]), style((*data)[1])
	*data = (*data)[2:]
	all := [...]*string{&c.text, &c.mark, &c.rest, &c.place}
	for _, s := range all[:fields[c.kind]] {
		n := takeLength(data)
		*s, *data = (*data)[:n], (*data)[n:]
	}
	return c
}

// takeLength takes a number as binary.AppendUvarint writes it.
func takeLength(data *string) (n int) {
	for i := 0; ; i++ {
		b := (*data)[i]
		n |= int(b&0x7F) << (7 * i)
		if b < 0x80 {
			*data = (*data)[i+1:]
			return n
		}
	}
}

// close removes the temporary file.
func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}
