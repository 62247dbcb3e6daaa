package audit

import (
	"hash/maphash"
	"math/bits"
	"slices"
)

// names numbers texts in the order in which they are first met, from 1 on; "" is 0. It
// is a map without its price: what the rules ask are numbers.
type names struct {
	keys  []string // by number
	slots []int32  // by hash: numbers, 0 where none is; half of them or more
}

// A document cannot be written so that the hashes of its names collide: they differ
// from run to run. What comes out does not depend on them.
var (
	hashSeed = maphash.MakeSeed()
	hashBy   = maphash.String(hashSeed, "") | 1
)

// begin forgets all texts and makes room for n.
func (t *names) begin(n int) {
	t.keys = append(slices.Grow(t.keys[:0], n+1), "")
	t.slots = zeros(t.slots, slotsFor(n))
}

// slotsFor is how many slots a table of n takes: a power of two, twice as many at least.
func slotsFor(n int) int { return 1 << bits.Len(uint(2*n+7)) }

// number is the number of a text, a new one where it has none.
func (t *names) number(s string) int32 {
	if s == "" {
		return 0
	}
	at := t.slot(s)
	if t.slots[at] == 0 {
		if 2*len(t.keys) > len(t.slots) {
			t.grow()
			at = t.slot(s)
		}
		t.slots[at] = int32(len(t.keys))
		t.keys = append(t.keys, s)
	}
	return t.slots[at]
}

// find is the number of a text, if it has one.
func (t *names) find(s string) (int32, bool) {
	if s == "" {
		return 0, true
	}
	n := t.slots[t.slot(s)]
	return n, n != 0
}

// slot is where the number of s stands, or is to stand.
func (t *names) slot(s string) int {
	at := int(maphash.String(hashSeed, s)) & (len(t.slots) - 1)
	for t.slots[at] != 0 && t.keys[t.slots[at]] != s {
		at = (at + 1) & (len(t.slots) - 1)
	}
	return at
}

func (t *names) grow() {
	t.slots = zeros(t.slots, 2*len(t.slots))
	for n, s := range t.keys[1:] {
		t.slots[t.slot(s)] = int32(n + 1)
	}
}

// A key is what facts of one group have in common, three numbers.
type key struct{ name, area, third int32 }

// groups numbers keys in the order in which they are first met, from 0 on.
type groups struct {
	keys  []key
	slots []int32 // by hash: numbers and one, 0 where none is
}

// begin forgets all keys and makes room for n, and no more.
func (t *groups) begin(n int) {
	t.keys = slices.Grow(t.keys[:0], n)
	t.slots = zeros(t.slots, slotsFor(n))
}

// number is the number of a key, a new one where it has none.
func (t *groups) number(k key) int32 {
	at := t.slot(k)
	if t.slots[at] == 0 {
		t.keys = append(t.keys, k)
		t.slots[at] = int32(len(t.keys))
	}
	return t.slots[at] - 1
}

// find is the number of a key, -1 where it has none.
func (t *groups) find(k key) int32 { return t.slots[t.slot(k)] - 1 }

// slot is where the number of k stands, or is to stand.
func (t *groups) slot(k key) int {
	h := ((uint64(k.name)*hashBy+uint64(k.area))*hashBy + uint64(k.third)) * hashBy
	at := int(h>>32) & (len(t.slots) - 1)
	for t.slots[at] != 0 && t.keys[t.slots[at]-1] != k {
		at = (at + 1) & (len(t.slots) - 1)
	}
	return at
}

// zeros is n zero values, in room if it is large enough.
func zeros[T any](room []T, n int) []T {
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	return room
}
