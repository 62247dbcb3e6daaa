package read

import (
	"bytes"
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// bookOf packs one stream into a compound file.
func bookOf(name string, stream []byte) []byte {
	const sector = 512
	for len(stream) < 4096 || len(stream)%sector != 0 {
		stream = append(stream, 0)
	}
	u32 := func(b []byte, i int, v uint32) { binary.LittleEndian.PutUint32(b[i:], v) }
	head := make([]byte, sector)
	copy(head, oleMagic)
	copy(head[24:], "\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00")
	u32(head, 44, 1)          // one sector of the FAT
	u32(head, 48, 1)          // the directory
	u32(head, 56, 4096)       // smaller streams would stand elsewhere
	u32(head, 60, 0xfffffffe) // and there are none
	u32(head, 68, 0xfffffffe)
	for i := 76; i < sector; i += 4 {
		u32(head, i, 0xffffffff)
	}
	u32(head, 76, 0)
	fat := bytes.Repeat([]byte{0xff}, sector)
	u32(fat, 0, 0xfffffffd)
	u32(fat, 4, 0xfffffffe)
	n := len(stream) / sector
	for i := range n {
		u32(fat, 8+4*i, uint32(3+i))
	}
	u32(fat, 8+4*(n-1), 0xfffffffe)
	dir := append(bookEntry("Root Entry", 5, 0xfffffffe, 0, 1), bookEntry(name, 2, 2, uint32(len(stream)), 0xffffffff)...)
	dir = append(dir, make([]byte, sector-len(dir))...)
	return bytes.Join([][]byte{head, fat, dir, stream}, nil)
}

func bookEntry(name string, kind byte, start, size, child uint32) []byte {
	e := make([]byte, 128)
	for i, c := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(e[2*i:], c)
	}
	binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
	e[66], e[67] = kind, 1
	for i, v := range []uint32{0xffffffff, 0xffffffff, child} {
		binary.LittleEndian.PutUint32(e[68+4*i:], v)
	}
	binary.LittleEndian.PutUint32(e[116:], start)
	binary.LittleEndian.PutUint32(e[120:], size)
	return e
}

// A biffWriter writes records.
type biffWriter struct{ bytes.Buffer }

// record writes a record of numbers (uint16 for int), bytes and strings of bytes.
func (w *biffWriter) record(id int, fields ...any) {
	var b bytes.Buffer
	for _, f := range fields {
		switch f := f.(type) {
		case int:
			binary.Write(&b, binary.LittleEndian, uint16(f))
		case string:
			b.WriteString(f)
		default:
			binary.Write(&b, binary.LittleEndian, f)
		}
	}
	binary.Write(w, binary.LittleEndian, uint16(id))
	binary.Write(w, binary.LittleEndian, uint16(b.Len()))
	w.Write(b.Bytes())
}

// wideChars are the characters of s, two bytes each.
func wideChars(s string) string {
	var b bytes.Buffer
	binary.Write(&b, binary.LittleEndian, utf16.Encode([]rune(s)))
	return b.String()
}

// xlsString is a string with its length in two bytes and its flags.
func xlsString(s string) string {
	n := len(utf16.Encode([]rune(s)))
	return string([]byte{byte(n), byte(n >> 8), 1}) + wideChars(s)
}

// xlsOf makes a workbook of one sheet, hidden or not; cells writes its records.
func xlsOf(hidden bool, strings []string, cells func(w *biffWriter)) []byte {
	var w, tail biffWriter
	globals := func(at uint32) {
		w.Reset()
		w.record(biffBOF, 0x0600, 5, 0, 0)
		w.record(biffFormat, 164, xlsString("#,##0.0"))
		for _, format := range []int{0, 164, 10, 14} {
			w.record(biffXF, 0, format)
		}
		state := byte(0)
		if hidden {
			state = 1
		}
		w.record(biffBoundSheet, at, state, byte(0), byte(2), byte(1), wideChars("数据"))
		xlsStrings(&w, strings)
		w.record(biffEOF)
	}
	globals(0)
	globals(uint32(w.Len()))
	tail.record(biffBOF, 0x0600, 0x10, 0, 0)
	cells(&tail)
	tail.record(biffEOF)
	return bookOf("Workbook", append(bytes.Clone(w.Bytes()), tail.Bytes()...))
}

// xlsStrings writes the shared strings, each character of the last one in a record of
// its own, the width of the characters changing.
func xlsStrings(w *biffWriter, strings []string) {
	if len(strings) == 0 {
		return
	}
	var b bytes.Buffer
	binary.Write(&b, binary.LittleEndian, []uint32{uint32(len(strings)), uint32(len(strings))})
	last := len(strings) - 1
	for _, s := range strings[:last] {
		b.WriteString(xlsString(s))
	}
	rs := []rune(strings[last])
	b.Write([]byte{byte(len(rs)), 0, 1 | 8, 1, 0}) // with one change of type behind it
	b.WriteString(wideChars(string(rs[0])))
	w.record(biffSST, b.String())
	for _, r := range rs[1:] {
		if r < 0x80 {
			w.record(biffContinue, "\x00"+string(r))
		} else {
			w.record(biffContinue, "\x01"+wideChars(string(r)))
		}
	}
	w.record(biffContinue, "\x00\x00\x00\x00")
}

func float(v float64) uint64 { return math.Float64bits(v) }
