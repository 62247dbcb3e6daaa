package read

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// oleMagic is how compound files begin, the packages of old Office programs. They are
// read here and not by a library: those that there are believe what a header says of
// sizes, which costs a hostile file nothing and the reader all memory.
var oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

var errOLE = errors.New("the compound file is damaged")

// Marks of the table of sectors.
const (
	oleEnd       = 0xfffffffa // this and what is greater is no sector
	oleHeader    = 512
	oleEntrySize = 128
)

// An ole is a compound file: sectors of which a table says what follows which.
type ole struct {
	b          []byte
	shift      uint // of the size of a sector
	table      []uint32
	small      []byte // holds the streams that are smaller than cutoff
	smallTable []uint32
	cutoff     uint32
	entries    []byte // of the directory, 128 bytes each
}

// oleStreams reads the streams of these names at the root of a compound file; those
// that are not there are missing from the answer.
func oleStreams(b []byte, names ...string) (map[string][]byte, error) {
	f, err := openOLE(b)
	if err != nil {
		return nil, err
	}
	streams := map[string][]byte{}
	for _, e := range f.root() {
		if name := e.name(); e.b[66] == 2 && slices.Contains(names, name) && streams[name] == nil {
			streams[name] = f.stream(e)
		}
	}
	return streams, nil
}

// openOLE reads the tables and the directory.
func openOLE(b []byte) (*ole, error) {
	h := octets(b)
	f := &ole{b: b, shift: uint(h.u16(30)), cutoff: h.u32(56)}
	if len(b) < oleHeader || !bytes.HasPrefix(b, oleMagic) || f.shift != 9 && f.shift != 12 {
		return nil, errOLE
	}
	if most := uint32(len(b)/512 + 1); h.u32(40) > most || h.u32(44) > most || h.u32(64) > most || h.u32(72) > most {
		return nil, errOLE // more sectors than there are bytes for
	}
	for _, s := range f.tableSectors(h) {
		f.table = appendNumbers(f.table, f.sector(s))
	}
	f.entries = f.chain(h.u32(48))
	if len(f.entries) < oleEntrySize {
		return nil, errOLE
	}
	f.smallTable = appendNumbers(nil, f.chain(h.u32(60)))
	f.small = f.chain(octets(f.entries).u32(116))
	return f, nil
}

// tableSectors lists the sectors of the table: the first 109 stand in the header, the
// others in sectors of their own.
func (f *ole) tableSectors(h octets) []uint32 {
	most := len(f.b)>>f.shift + 1
	list := appendNumbers(nil, h[76:oleHeader])
	for next, n := h.u32(68), 0; next < oleEnd && n < most; n++ {
		numbers := appendNumbers(nil, f.sector(next))
		if len(numbers) == 0 {
			break
		}
		last := len(numbers) - 1
		list, next = append(list, numbers[:last]...), numbers[last]
	}
	list = slices.DeleteFunc(list, func(s uint32) bool { return s >= oleEnd })
	return list[:min(len(list), most)]
}

func appendNumbers(out []uint32, b []byte) []uint32 {
	for ; len(b) >= 4; b = b[4:] {
		out = append(out, binary.LittleEndian.Uint32(b))
	}
	return out
}

// sector is the bytes of a sector, fewer or none where the file ends.
func (f *ole) sector(n uint32) []byte {
	start := (int(n) + 1) << f.shift
	if n >= oleEnd || start >= len(f.b) {
		return nil
	}
	return f.b[start:min(start+1<<f.shift, len(f.b))]
}

// chain is the bytes of the sectors that follow start.
func (f *ole) chain(start uint32) []byte {
	var out []byte
	for n := 0; int64(start) < int64(len(f.table)) && n <= len(f.table) && len(out) <= len(f.b); n++ {
		out = append(out, f.sector(start)...)
		start = f.table[start]
	}
	return out
}

// An oleDir is an entry of the directory.
type oleDir struct{ b []byte }

func (e oleDir) name() string {
	n := min(max(octets(e.b).u16(64)-2, 0), 62)
	return wideString(e.b[:n])
}

// root lists the entries right under the root, which hang together as a tree.
func (f *ole) root() []oleDir {
	var list []oleDir
	seen := map[uint32]bool{}
	todo := []uint32{octets(f.entries).u32(76)}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if int64(i) >= int64(len(f.entries)/oleEntrySize) || seen[i] {
			continue
		}
		seen[i] = true
		e := oleDir{f.entries[int(i)*oleEntrySize:][:oleEntrySize]}
		list = append(list, e)
		todo = append(todo, octets(e.b).u32(68), octets(e.b).u32(72))
	}
	return list
}

// stream is the bytes of a stream.
func (f *ole) stream(e oleDir) []byte {
	start, size := octets(e.b).u32(116), octets(e.b).u32(120)
	var out []byte
	if size >= f.cutoff {
		out = f.chain(start)
	} else {
		out = f.smallChain(start)
	}
	return out[:min(int64(len(out)), int64(size))]
}

// smallChain is chain among the small sectors, of 64 bytes each.
func (f *ole) smallChain(start uint32) []byte {
	var out []byte
	for n := 0; int64(start) < int64(len(f.smallTable)) && n <= len(f.smallTable) && len(out) <= len(f.small); n++ {
		at := int(start) * 64
		if at >= len(f.small) {
			break
		}
		out = append(out, f.small[at:min(at+64, len(f.small))]...)
		start = f.smallTable[start]
	}
	return out
}
