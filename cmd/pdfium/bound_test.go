package main

import (
	"bytes"
	"slices"
	"testing"
)

// header begins every module.
const header = "\x00asm\x01\x00\x00\x00"

// section is one section of a module.
func section(id byte, body ...byte) []byte {
	return append([]byte{id, byte(len(body))}, body...)
}

func TestBound(t *testing.T) {
	module := slices.Concat([]byte(header),
		section(1, 1, 0x60, 0, 0),             // a type: func()
		section(3, 1, 0),                      // a function of it
		section(6, 1, 0x7f, 0, 0x41, 0, 0x0b), // a global
		section(7, 1, 1, 'f', 0, 0),           // f is exported
		section(10, 1, 4, 1, 2, 0x7f, 0x0b))   // its code: two locals, end
	got, err := bound(module)
	if err != nil {
		t.Fatal(err)
	}
	burn := []byte{0x23, 1, 0x50, 0x04, 0x40, 0x00, 0x0b, 0x23, 1, 0x42, 1, 0x7d, 0x24, 1}
	want := slices.Concat([]byte(header),
		section(1, 1, 0x60, 0, 0),
		section(3, 1, 0),
		section(6, 2, 0x7f, 0, 0x41, 0, 0x0b, 0x7e, 1, 0x42, 0, 0x0b),
		section(7, 2, 1, 'f', 0, 0, 4, 'f', 'u', 'e', 'l', 3, 1),
		section(10, slices.Concat([]byte{1, 18, 1, 2, 0x7f}, burn, []byte{0x0b})...))
	if !bytes.Equal(got, want) {
		t.Errorf("got  %x\nwant %x", got, want)
	}
}

func TestBoundRefuses(t *testing.T) {
	for _, s := range []string{"", "\x00asm", "no module at all", header + "\x0a\xff", header + "\x02\x05\x01\x00\x00\x02\x00"} {
		if out, err := bound([]byte(s)); err == nil {
			t.Errorf("%q gives %x", s, out)
		}
	}
}

func TestUnpackRefuses(t *testing.T) {
	if _, err := unpack([]byte("no archive")); err == nil {
		t.Error("no archive is unpacked")
	}
}
