// Package audit holds what a document states against what it states elsewhere,
// and what was read against its source. In comes a document with its figures and
// tables, out come checks (勾稽); which of the figures is wrong they never say.
package audit

import (
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"sync"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// Check fills doc.Checks: every statement that can be recomputed from others of
// the same document, by place of the claim.
func Check(doc *policy.Document) {
	if doc.Traditional {
		printed := normalize.Simplify(doc)
		defer normalize.Reprint(doc, printed)
	}
	c := checkers.Get().(*checker)
	defer checkers.Put(c)
	c.begin(doc)
	for _, rule := range rules {
		rule(c)
	}
	doc.Checks = c.distinct(c.inOrder())
}

// checkers keeps those that no document is checked with.
var checkers = sync.Pool{New: func() any { return new(checker) }}

// inOrder lists the checks by place of the claim; those of one place by kind, else as they came.
func (c *checker) inOrder() []int32 {
	found := c.found
	c.own.order = zeros(c.own.order, len(found))
	at := c.own.order
	for i := range at {
		at[i] = int32(i)
	}
	slices.SortFunc(at, func(i, j int32) int {
		a, b := &found[i], &found[j]
		if d := a.Claim.Start - b.Claim.Start; d != 0 {
			return d
		}
		return cmp.Or(a.Claim.End-b.Claim.End, cmp.Compare(a.Kind, b.Kind), int(i-j))
	})
	return at
}

// distinct gives the checks of a list their IDs and leaves out those that have been made already:
// two rules may come to the same statement.
func (c *checker) distinct(list []int32) (out []policy.Check) {
	const digits = 16
	var digest [digits / 2]byte
	out = slices.Grow(out, len(list)) // nil where there are none
	ids, known := make([]byte, 0, len(list)*digits), &c.own.groups
	known.begin(len(list))
	for _, i := range list {
		h := hashOf(&c.found[i])
		if int(known.number(key{int32(h >> 32), int32(h), 0})) == len(out) {
			binary.BigEndian.PutUint64(digest[:], uint64(h))
			out, ids = append(out, c.found[i]), hex.AppendEncode(ids, digest[:])
		}
	}
	for n, id := 0, string(ids); n < len(out); n++ {
		out[n].ID = id[n*digits : (n+1)*digits]
	}
	return out
}

// rules are the kinds of checks; each adds what it finds. Their order does not matter.
var rules = []func(c *checker){
	changes,
	sums,
	shares,
	distances,
	balances,
	rows,
	totals,
	agreements,
	counts,
	progress,
}

// maxChecks bounds the checks of one document.
const maxChecks = 100_000

// add takes in a check. What was computed and why are the rule's.
func (c *checker) add(k policy.Check) {
	if len(c.found) >= maxChecks {
		if !c.full {
			c.full = true
			c.doc.Report(k.Claim, "勾稽太多，此处以后的没有列出")
		}
		return
	}
	c.found = append(c.found, k)
}

// hashOf is what a check is known by: the kind and the figures; the place where there are none.
func hashOf(k *policy.Check) hash64 {
	h := newHash().add(string(k.Kind))
	for _, id := range k.Figures {
		h = h.add(" ").add(id)
	}
	if len(k.Figures) == 0 {
		var place [16]byte
		binary.LittleEndian.PutUint64(place[:], uint64(k.Claim.Start))
		binary.LittleEndian.PutUint64(place[8:], uint64(k.Claim.End))
		h = h.add(string(place[:]))
	}
	return h
}

// A hash64 is the FNV-1a hash of what was added, of 64 bits.
type hash64 uint64

func newHash() hash64 { return 0xcbf29ce484222325 }

func (h hash64) add(s string) hash64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ hash64(s[i])) * 0x100000001b3
	}
	return h
}
