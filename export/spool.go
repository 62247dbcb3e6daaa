package export

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// A spool keeps rows in the order they are put that cannot be written yet, for others
// come before them, or for what is said above them. A workbook over many documents needs
// no memory for them: the last stay in memory, all before go squeezed to a temporary file.
type spool struct {
	memory int // bytes held before they go to a file; spoolMemory where 0
	rows   int
	row    []byte // being put
	buf    []byte // rows not yet in the file, each with its length before it
	packed []byte // the ones that went last
	file   *scratch
	parts  []int // of the file, by their lengths
}

// spoolMemory is how many bytes of rows are held before they go to a file.
const spoolMemory = 1 << 18

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
	if c.kind == countCell || c.kind == sharedCell {
		return binary.AppendUvarint(b, uint64(c.n))
	}
	all := [...]string{c.text, c.mark, c.rest, c.place}
	for _, s := range all[:fields[c.kind]] {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

// fields says how many of text, mark, rest and place a kind of cell has.
var fields = [...]int{blankCell: 0, textCell: 1, numberCell: 1, countCell: 0, sharedCell: 0, markedCell: 3, linkCell: 4, countLink: 4, formulaCell: 4}

// spill moves the buffered rows to the temporary file.
func (s *spool) spill() (err error) {
	if s.file == nil {
		if s.file, err = newScratch(); err != nil {
			return err
		}
	}
	s.packed = squeeze(s.packed, s.buf)
	s.parts, s.buf = append(s.parts, len(s.packed)), s.buf[:0]
	_, err = s.file.Write(s.packed)
	return err
}

// reader reads the rows from the first.
func (s *spool) reader() *rowReader { return &rowReader{spool: s, left: s.rows} }

// A rowReader reads rows back.
type rowReader struct {
	*spool
	left   int   // rows
	part   int   // of the spool, the next to be read
	at     int64 // where it is in the file
	packed []byte
	plain  []byte
	data   string // rows of the last part, those not read yet
	row    row
}

// read reads the next row into r.row, whose cells are only good until the next.
func (r *rowReader) read() error {
	for r.data == "" {
		if err := r.fetch(); err != nil {
			return err
		}
	}
	r.left--
	n := takeLength(&r.data)
	data := r.data[:n]
	r.data = r.data[n:]
	r.row.height, r.row.cells = takeLength(&data), r.row.cells[:0]
	for data != "" {
		r.row.cells = append(r.row.cells, takeCell(&data))
	}
	return nil
}

// fetch takes the next part of the file, or what follows the last in memory.
func (r *rowReader) fetch() (err error) {
	if r.part == len(r.parts) {
		r.data = string(r.buf)
		return nil
	}
	n := r.parts[r.part]
	r.packed = slices.Grow(r.packed[:0], n)[:n]
	if _, err = r.file.ReadAt(r.packed, r.at); err != nil {
		return err
	}
	r.at += int64(n)
	r.part++
	r.plain, err = unsqueeze(r.plain, r.packed)
	r.data = string(r.plain)
	return err
}

func takeCell(data *string) (c cell) {
	c.kind, c.style = cellKind((*data)[0]), style((*data)[1])
	*data = (*data)[2:]
	if c.kind == countCell || c.kind == sharedCell {
		c.n = takeLength(data)
		return c
	}
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
