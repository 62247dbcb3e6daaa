package data

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"strings"

	"shuzheng/export/codebook"
)

// A parquetFile is one table as Parquet: groups of rows, each with pages of every column,
// packed by gzip, which every reader knows. We write it ourselves: of the format only
// these few structures are needed, and the libraries looked at add 6 MB and more.
type parquetFile struct {
	out     io.Writer
	table   *codebook.Table
	columns []parquetColumn
	offset  int64
	rows    int64 // in the groups written
	waiting int   // rows for the next one
	groups  []rowGroup
	packed  bytes.Buffer
	packer  *gzip.Writer // made when it is needed: there are many tables
}

// A rowGroup is where the columns of some rows stand.
type rowGroup struct {
	rows   int
	chunks []chunk
}

// A chunk is the pages of one column.
type chunk struct {
	offset, packed, unpacked int64 // header included
	values                   int
}

const (
	parquetMagic = "PAR1"
	groupBytes   = 4 << 20  // of pages that wait in memory for their row group, of one table
	pageBytes    = 64 << 10 // of values that wait for their page
	gzipCodec    = 2
	plainCoding  = 0
	runCoding    = 3
)

// newParquetFile begins the file of a table.
func newParquetFile(out io.Writer, t *codebook.Table) (*parquetFile, error) {
	f := &parquetFile{out: out, table: t, columns: make([]parquetColumn, len(t.Columns))}
	for i := range t.Columns {
		f.columns[i].Column = &t.Columns[i]
	}
	return f, f.write([]byte(parquetMagic))
}

// NewParquet writes the figures as Parquet: decimals as DECIMAL(38,10), days as DATE.
func NewParquet(out io.Writer, options Options) (*Writer, error) {
	f, err := newParquetFile(out, figureTable.Table)
	return newWriter(f, options, "figures"), err
}

// NewParquetFolder writes all tables as Parquet into dir.
func NewParquetFolder(dir string, options Options) (*Writer, error) {
	f, err := newFolder(dir, "", fileFormat{".parquet", func(f *tableFile) (sink, error) { return newParquetFile(f.buf, f.Table) }})
	if err != nil {
		return nil, err
	}
	return newWriter(f, options), nil
}

func (f *parquetFile) write(b []byte) error {
	n, err := f.out.Write(b)
	f.offset += int64(n)
	return err
}

func (f *parquetFile) row(_ *codebook.Table, values []string) error {
	size := 0
	for i := range f.columns {
		c := &f.columns[i]
		if err := c.add(values[i]); err != nil {
			return fmt.Errorf("%s.%s: %w", f.table.Name, c.Name, err)
		}
		if len(c.data)+len(c.levels) >= pageBytes {
			f.pack(c)
		}
		size += len(c.pages)
	}
	f.waiting++
	if size < groupBytes {
		return nil
	}
	return f.flush()
}

// flush writes the rows that wait as one group.
func (f *parquetFile) flush() error {
	if f.waiting == 0 {
		return nil
	}
	g := rowGroup{rows: f.waiting}
	for i := range f.columns {
		c := &f.columns[i]
		if c.rows > 0 {
			f.pack(c)
		}
		g.chunks = append(g.chunks, chunk{f.offset, int64(len(c.pages)), c.unpacked, c.values})
		if err := f.write(c.pages); err != nil {
			return err
		}
		c.clearGroup()
	}
	f.rows, f.waiting = f.rows+int64(f.waiting), 0
	f.groups = append(f.groups, g)
	return nil
}

// pack makes a page, with its header, of the values that wait.
func (f *parquetFile) pack(c *parquetColumn) {
	if f.packer == nil {
		f.packer = gzip.NewWriter(io.Discard)
	}
	page := c.page()
	f.packed.Reset()
	f.packer.Reset(&f.packed)
	f.packer.Write(page) // a Buffer takes all
	f.packer.Close()
	var h thrift
	h.open()
	h.i32(1, 0) // a page of data
	h.i32(2, len(page))
	h.i32(3, f.packed.Len())
	h.sub(5)
	h.i32(1, c.rows)
	h.i32(2, plainCoding)
	h.i32(3, runCoding)
	h.i32(4, runCoding)
	h.end()
	h.end()
	c.pages = append(append(c.pages, h.buf...), f.packed.Bytes()...)
	c.values += c.rows
	c.unpacked += int64(len(h.buf) + len(page))
	c.clear()
}

// finish writes the rows that are left, and where everything stands.
func (f *parquetFile) finish() error {
	if err := f.flush(); err != nil {
		return err
	}
	f.packer = nil
	footer := f.footer()
	footer = binary.LittleEndian.AppendUint32(footer, uint32(len(footer)))
	return f.write(append(footer, parquetMagic...))
}

func (f *parquetFile) close() {}

// footer is Parquet's FileMetaData.
func (f *parquetFile) footer() []byte {
	var w thrift
	w.open()
	w.i32(1, 1) // version
	w.list(2, thriftStruct, len(f.columns)+1)
	w.open()
	w.str(4, f.table.Name)
	w.i32(5, len(f.columns))
	w.end()
	for i := range f.columns {
		f.columns[i].schema(&w)
	}
	w.i64(3, f.rows)
	w.list(4, thriftStruct, len(f.groups))
	for i := range f.groups {
		f.group(&w, &f.groups[i])
	}
	w.list(5, thriftStruct, 1)
	w.open()
	w.str(1, "codebook")
	w.str(2, f.codebook())
	w.end()
	w.str(6, "shuzheng")
	w.end()
	return w.buf
}

// codebook explains the columns, one a line: name, type, Chinese and English.
func (f *parquetFile) codebook() string {
	var b strings.Builder
	for _, c := range f.table.Columns {
		b.WriteString(strings.Join([]string{c.Name, string(c.Type), c.Zh, c.En, c.ZhNote, c.EnNote, c.SDMX}, "\t") + "\n")
	}
	return b.String()
}

// schema is Parquet's SchemaElement: the stored type, and what it stands for by the old
// names and the new.
func (c *parquetColumn) schema(w *thrift) {
	w.open()
	w.i32(1, c.physical())
	if c.Type == codebook.Decimal {
		w.i32(2, fixedBytes)
	}
	optional := 1
	if c.Key {
		optional = 0
	}
	w.i32(3, optional)
	w.str(4, c.Name)
	switch c.Type {
	case codebook.String:
		w.i32(6, 0)
		w.sub(10)
		w.empty(1)
		w.end()
	case codebook.Decimal:
		w.i32(6, 5)
		w.i32(7, maxFraction)
		w.i32(8, maxWhole+maxFraction)
		w.sub(10)
		w.sub(5)
		w.i32(1, maxFraction)
		w.i32(2, maxWhole+maxFraction)
		w.end()
		w.end()
	case codebook.Date:
		w.i32(6, 6)
		w.sub(10)
		w.empty(6)
		w.end()
	}
	w.end()
}

// group is Parquet's RowGroup with its ColumnChunks.
func (f *parquetFile) group(w *thrift, g *rowGroup) {
	var total int64
	w.open()
	w.list(1, thriftStruct, len(g.chunks))
	for i, c := range g.chunks {
		total += c.unpacked
		w.open()
		w.i64(2, c.offset)
		w.sub(3)
		w.i32(1, f.columns[i].physical())
		w.list(2, thriftI32, 2)
		w.varint(plainCoding)
		w.varint(runCoding)
		w.list(3, thriftBytes, 1)
		w.text(f.columns[i].Name)
		w.i32(4, gzipCodec)
		w.i64(5, int64(c.values))
		w.i64(6, c.unpacked)
		w.i64(7, c.packed)
		w.i64(9, c.offset)
		w.end()
		w.end()
	}
	w.i64(2, total)
	w.i64(3, int64(g.rows))
	w.end()
}
