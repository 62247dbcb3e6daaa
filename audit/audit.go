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

// inOrder is the checks by place of the claim; those of one place by kind, else as they came.
func (c *checker) inOrder() []policy.Check {
	found := c.found
	if len(found) == 0 {
		return nil
	}
	c.own.order = zeros(c.own.order, len(found))
	at := c.own.order
	for i := range at {
		at[i] = int32(i)
	}
	slices.SortFunc(at, func(i, j int32) int {
		a, b := &found[i], &found[j]
		if a.Claim != b.Claim {
			return cmp.Or(a.Claim.Start-b.Claim.Start, a.Claim.End-b.Claim.End)
		}
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), int(i-j))
	})
	list := make([]policy.Check, len(found))
	for n, i := range at {
		list[n] = found[i]
	}
	return list
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

// add takes in a check and gives it its ID. What was computed and why are the rule's.
func (c *checker) add(k policy.Check) {
	if len(c.found) >= maxChecks {
		if !c.full {
			c.full = true
			c.doc.Report(k.Claim, "勾稽太多，此处以后的没有列出")
		}
		return
	}
	k.ID = checkID(&k)
	c.found = append(c.found, k)
}

// checkID is made of the kind and the figures; of the place where there are none.
func checkID(k *policy.Check) string {
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
	var sum [8]byte
	var digits [16]byte
	binary.BigEndian.PutUint64(sum[:], uint64(h))
	hex.Encode(digits[:], sum[:])
	return string(digits[:])
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

// distinct leaves out checks that have been made already: two rules may come to the
// same statement.
func (c *checker) distinct(list []policy.Check) []policy.Check {
	seen := &c.own.names
	seen.begin(len(list))
	kept := list[:0]
	for i := range list {
		if known := len(seen.keys); int(seen.number(list[i].ID)) == known {
			kept = append(kept, list[i])
		}
	}
	return kept
}
