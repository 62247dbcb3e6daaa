package data

import "encoding/binary"

// A thrift writes structures as Thrift's compact protocol does, in which Parquet keeps
// what it says of itself. Fields are numbered; each is told by how far its number lies
// behind the last one's.
type thrift struct {
	buf  []byte
	last []int16 // number of the last field, of each structure that is open
}

// The kinds of fields.
const (
	thriftI32    = 5
	thriftI64    = 6
	thriftBytes  = 8
	thriftList   = 9
	thriftStruct = 12
)

func (w *thrift) field(id int16, kind byte) {
	top := &w.last[len(w.last)-1]
	w.buf = append(w.buf, byte(id-*top)<<4|kind) // our numbers never lie more than 15 apart
	*top = id
}

func (w *thrift) varint(n int64) { w.buf = binary.AppendVarint(w.buf, n) }

func (w *thrift) i32(id int16, n int) {
	w.field(id, thriftI32)
	w.varint(int64(n))
}

func (w *thrift) i64(id int16, n int64) {
	w.field(id, thriftI64)
	w.varint(n)
}

func (w *thrift) text(s string) {
	w.buf = binary.AppendUvarint(w.buf, uint64(len(s)))
	w.buf = append(w.buf, s...)
}

func (w *thrift) str(id int16, s string) {
	w.field(id, thriftBytes)
	w.text(s)
}

// list begins a list of n elements of a kind; they follow.
func (w *thrift) list(id int16, kind byte, n int) {
	w.field(id, thriftList)
	if n < 15 {
		w.buf = append(w.buf, byte(n)<<4|kind)
		return
	}
	w.buf = binary.AppendUvarint(append(w.buf, 0xf0|kind), uint64(n))
}

// open begins a structure that is an element or the whole, end ends it.
func (w *thrift) open() { w.last = append(w.last, 0) }

func (w *thrift) end() {
	w.buf = append(w.buf, 0)
	w.last = w.last[:len(w.last)-1]
}

// sub begins a structure that is a field.
func (w *thrift) sub(id int16) {
	w.field(id, thriftStruct)
	w.open()
}

// empty is a field whose structure has no fields.
func (w *thrift) empty(id int16) {
	w.sub(id)
	w.end()
}
