package data

import (
	"encoding/binary"
	"errors"
	"math/big"
	"strconv"
	"strings"
	"time"

	"shuzheng/export/codebook"
)

// A parquetColumn gathers the values of one column for the next page, encoded as
// Parquet's PLAIN, and which of them are missing; and the pages for the next row group.
type parquetColumn struct {
	*codebook.Column
	data   []byte
	levels []byte // runs of present and missing values; empty for a column that never misses
	run    int
	there  bool // the values of the run
	rows   int
	bits   int // of a boolean column: written

	pages    []byte // packed, with their headers
	values   int    // in them
	unpacked int64  // their size before, headers included
}

// Parquet's physical types.
const (
	parquetBoolean = 0
	parquetInt32   = 1
	parquetInt64   = 2
	parquetBytes   = 6
	parquetFixed   = 7
)

// physical is the type that values of the column are stored as.
func (c *parquetColumn) physical() int {
	switch c.Type {
	case codebook.Boolean:
		return parquetBoolean
	case codebook.Date:
		return parquetInt32
	case codebook.Integer:
		return parquetInt64
	case codebook.Decimal:
		return parquetFixed
	}
	return parquetBytes
}

// add takes the next value; an empty one is missing, but in a key.
func (c *parquetColumn) add(s string) error {
	c.rows++
	if !c.Key {
		if there := s != ""; there != c.there && c.run > 0 {
			c.endRun()
			c.there = there
		} else {
			c.there = there
		}
		c.run++
		if s == "" {
			return nil
		}
	}
	return c.encode(s)
}

// endRun writes a run of present or missing values: its length doubled, then 1 or 0.
func (c *parquetColumn) endRun() {
	if c.run == 0 {
		return
	}
	value := byte(0)
	if c.there {
		value = 1
	}
	c.levels = append(binary.AppendUvarint(c.levels, uint64(c.run)<<1), value)
	c.run = 0
}

// encode appends a value.
func (c *parquetColumn) encode(s string) error {
	switch c.Type {
	case codebook.Boolean:
		if c.bits%8 == 0 {
			c.data = append(c.data, 0)
		}
		if s == "true" {
			c.data[len(c.data)-1] |= 1 << (c.bits % 8)
		}
		c.bits++
	case codebook.Date:
		t, err := time.Parse(dayForm, s)
		c.data = binary.LittleEndian.AppendUint32(c.data, uint32(int32(t.Unix()/secondsOfDay)))
		return err
	case codebook.Integer:
		n, err := strconv.ParseInt(s, 10, 64)
		c.data = binary.LittleEndian.AppendUint64(c.data, uint64(n))
		return err
	case codebook.Decimal:
		b, err := fixedDecimal(s)
		c.data = append(c.data, b[:]...)
		return err
	default:
		c.data = binary.LittleEndian.AppendUint32(c.data, uint32(len(s)))
		c.data = append(c.data, s...)
	}
	return nil
}

const secondsOfDay = 24 * 60 * 60

// fixedBytes is how many bytes 38 digits and a sign take.
const fixedBytes = 16

// fixedDecimal writes a decimal as a whole number of 10 to the -maxFraction, in two's
// complement, the highest byte first.
func fixedDecimal(s string) (b [fixedBytes]byte, err error) {
	whole, fraction, _ := strings.Cut(s, ".")
	fraction = strings.TrimRight(fraction, "0")
	if !plainDecimal(s) {
		return b, errors.New("no decimal of 38 digits: " + s)
	}
	n, _ := new(big.Int).SetString(whole+fraction+strings.Repeat("0", maxFraction-len(fraction)), 10)
	if n.Sign() < 0 {
		n.Add(n, new(big.Int).Lsh(big.NewInt(1), 8*fixedBytes))
	}
	n.FillBytes(b[:])
	return b, nil
}

// page is what is stored of the values so far: the length of the levels, they, and
// the values.
func (c *parquetColumn) page() []byte {
	if c.Key {
		return c.data
	}
	c.endRun()
	page := binary.LittleEndian.AppendUint32(make([]byte, 0, 4+len(c.levels)+len(c.data)), uint32(len(c.levels)))
	return append(append(page, c.levels...), c.data...)
}

// clear is ready for the next page.
func (c *parquetColumn) clear() {
	c.data, c.levels, c.run, c.rows, c.bits = c.data[:0], c.levels[:0], 0, 0, 0
}

// clearGroup is ready for the next row group.
func (c *parquetColumn) clearGroup() {
	c.pages, c.values, c.unpacked = c.pages[:0], 0, 0
}
