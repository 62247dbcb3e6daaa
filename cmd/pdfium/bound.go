package main

import (
	"encoding/binary"
	"errors"
	"slices"
)

// bound gives a WebAssembly module a global "fuel" of type i64, exported, that every
// call of one of its functions takes one from; a call without fuel traps. So the host
// can bound the work that a file may make, by a count that is the same on every
// machine, and at a small part of what asking a clock would cost.
func bound(module []byte) (out []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			out, err = nil, errors.New("not a WebAssembly module, or one of another make")
		}
	}()
	if string(module[:8]) != "\x00asm\x01\x00\x00\x00" {
		panic("no module")
	}
	out = append(out, module[:8]...)
	fuel := uint64(0) // index of the new global
	for in := (cursor{module[8:]}); len(in.b) > 0; {
		id := in.byte()
		body := cursor{in.take(in.number())}
		switch id {
		case importSection:
			fuel += importedGlobals(body)
		case globalSection:
			n := body.number()
			fuel += n
			body.b = slices.Concat(number(n+1), body.b, []byte{typeI64, 1, opI64Const, 0, opEnd})
		case exportSection:
			n := body.number()
			body.b = slices.Concat(number(n+1), body.b, number(4), []byte("fuel"), []byte{globalKind}, number(fuel))
		case codeSection:
			body.b = burning(body, fuel)
		}
		out = slices.Concat(out, []byte{id}, number(uint64(len(body.b))), body.b)
	}
	return out, nil
}

// What the format calls by number.
const (
	importSection = 2
	globalSection = 6
	exportSection = 7
	codeSection   = 10

	globalKind = 3
	typeI64    = 0x7e

	opUnreachable = 0x00
	opIf          = 0x04
	opEnd         = 0x0b
	opGlobalGet   = 0x23
	opGlobalSet   = 0x24
	opI64Const    = 0x42
	opI64Eqz      = 0x50
	opI64Sub      = 0x7d
	noResult      = 0x40
)

// importedGlobals counts the globals of the import section; their indices come first.
func importedGlobals(in cursor) (n uint64) {
	for range in.number() {
		in.take(in.number()) // module
		in.take(in.number()) // name
		switch kind := in.byte(); kind {
		case 0: // function: its type
			in.number()
		case globalKind:
			in.take(2)
			n++
		default: // an imported table or memory, which PDFium's build has none of
			panic(kind)
		}
	}
	return n
}

// burning is the code section with the taking of fuel before each function's code.
func burning(in cursor, fuel uint64) []byte {
	get, set := append([]byte{opGlobalGet}, number(fuel)...), append([]byte{opGlobalSet}, number(fuel)...)
	burn := slices.Concat(get, []byte{opI64Eqz, opIf, noResult, opUnreachable, opEnd},
		get, []byte{opI64Const, 1, opI64Sub}, set)
	n := in.number()
	out := number(n)
	for range n {
		body := cursor{in.take(in.number())}
		whole := body.b
		for range body.number() { // groups of locals
			body.number()
			body.byte()
		}
		locals := whole[:len(whole)-len(body.b)]
		out = append(out, number(uint64(len(whole)+len(burn)))...)
		out = append(append(append(out, locals...), burn...), body.b...)
	}
	return out
}

// A cursor reads bytes from the front; it panics at the end.
type cursor struct{ b []byte }

func (c *cursor) byte() byte { return c.take(1)[0] }

func (c *cursor) take(n uint64) []byte {
	head := c.b[:n]
	c.b = c.b[n:]
	return head
}

// number reads an unsigned LEB128 number.
func (c *cursor) number() uint64 {
	v, n := binary.Uvarint(c.b)
	c.take(uint64(max(n, 1)))
	return v
}

// number writes an unsigned LEB128 number.
func number(v uint64) []byte { return binary.AppendUvarint(nil, v) }
