package read

import (
	"strings"
	"unicode/utf16"
)

// text reads a string whose length stands in its first size bytes, and how many bytes
// it takes. Since 1997 a byte of flags follows the length: characters of one byte or two.
func (x *xls) text(b []byte, size int) (string, int) {
	f := octets(b)
	n := f.u8(0)
	if size == 2 {
		n = f.u16(0)
	}
	if x.old {
		b = f.from(size)
		return byteString(b[:min(n, len(b))]), size + n
	}
	flags := f.u8(size)
	b = f.from(size + 1)
	if flags&1 == 0 {
		return latinString(b[:min(n, len(b))]), size + 1 + n
	}
	return wideString(b[:min(2*n, len(b))]), size + 1 + 2*n
}

// byteString decodes a string of bytes, in Chinese files of the GB family.
func byteString(b []byte) string { return decodeAs(b, gb18030Name, 0).text.String() }

// latinString has the low bytes of its characters.
func latinString(b []byte) string {
	ascii := true
	for _, c := range b {
		ascii = ascii && c < 0x80
	}
	if ascii {
		return string(b)
	}
	var out strings.Builder
	for _, c := range b {
		out.WriteRune(rune(c))
	}
	return out.String()
}

func wideString(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return string(utf16.Decode(units))
}

// A stringTable reads the shared strings, which go on over records.
type stringTable struct {
	parts [][]byte // what is left, the first one being read
}

// readStrings reads the shared strings.
func (x *xls) readStrings(parts [][]byte) {
	count := octets(parts[0]).u32(4)
	parts[0] = octets(parts[0]).from(8)
	t := &stringTable{parts}
	for range count {
		s, ok := t.next()
		if !ok {
			return
		}
		x.strings = append(x.strings, s)
	}
}

// take gives the next n bytes, over the ends of records.
func (t *stringTable) take(n int) ([]byte, bool) {
	t.settle()
	if len(t.parts) == 0 || n < 0 {
		return nil, false
	}
	if n <= len(t.parts[0]) {
		b := t.parts[0][:n]
		t.parts[0] = t.parts[0][n:]
		return b, true
	}
	var b []byte
	for n > 0 && len(t.parts) > 0 {
		k := min(n, len(t.parts[0]))
		b = append(b, t.parts[0][:k]...)
		t.parts[0] = t.parts[0][k:]
		n -= k
		t.settle()
	}
	return b, n == 0
}

// settle drops the parts that are used up.
func (t *stringTable) settle() {
	for len(t.parts) > 0 && len(t.parts[0]) == 0 {
		t.parts = t.parts[1:]
	}
}

// next reads one string: its length, flags, characters, and what is said of their
// looks, which is passed over.
func (t *stringTable) next() (string, bool) {
	head, ok := t.take(3)
	if !ok {
		return "", false
	}
	n, flags := int(head[0])|int(head[1])<<8, head[2]
	runs, extra := 0, 0
	if flags&8 != 0 {
		b, ok := t.take(2)
		if !ok {
			return "", false
		}
		runs = octets(b).u16(0)
	}
	if flags&4 != 0 {
		b, ok := t.take(4)
		if !ok {
			return "", false
		}
		extra = int(min(octets(b).u32(0), 1<<28))
	}
	s, ok := t.characters(n, flags&1 != 0)
	if !ok {
		return "", false
	}
	_, ok = t.take(4*runs + extra)
	return s, ok || 4*runs+extra == 0
}

// characters reads n characters. A record that goes on with them says anew how wide
// they are.
func (t *stringTable) characters(n int, broad bool) (string, bool) {
	if n == 0 {
		return "", true
	}
	s := ""
	for t.settle(); n > 0; {
		if len(t.parts) == 0 {
			return "", false
		}
		b := t.parts[0]
		if broad {
			k := min(n, len(b)/2)
			if k == 0 {
				return "", false
			}
			s += wideString(b[:2*k])
			t.parts[0], n = b[2*k:], n-k
		} else {
			k := min(n, len(b))
			s += latinString(b[:k])
			t.parts[0], n = b[k:], n-k
		}
		if n > 0 {
			t.settle()
			if len(t.parts) == 0 {
				return "", false
			}
			broad = t.parts[0][0]&1 != 0
			t.parts[0] = t.parts[0][1:]
		}
	}
	return s, true
}
