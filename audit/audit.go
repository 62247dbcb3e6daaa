// Package audit holds what a document states against what it states elsewhere,
// and what was read against its source. In comes a document with its figures and
// tables, out come checks (勾稽); which of the figures is wrong they never say.
package audit

import (
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
	"slices"

	"shuzheng/policy"
)

// Check fills doc.Checks: every statement that can be recomputed from others of
// the same document, by place of the claim.
func Check(doc *policy.Document) {
	c := newChecker(doc)
	for _, rule := range rules {
		rule(c)
	}
	slices.SortStableFunc(c.found, func(a, b policy.Check) int {
		return cmp.Or(a.Claim.Start-b.Claim.Start, a.Claim.End-b.Claim.End, cmp.Compare(a.Kind, b.Kind))
	})
	doc.Checks = distinct(c.found)
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
	h := fnv.New64a()
	h.Write([]byte(k.Kind))
	for _, id := range k.Figures {
		h.Write([]byte{' '})
		h.Write([]byte(id))
	}
	var place [16]byte
	if len(k.Figures) == 0 {
		binary.LittleEndian.PutUint64(place[:], uint64(k.Claim.Start))
		binary.LittleEndian.PutUint64(place[8:], uint64(k.Claim.End))
		h.Write(place[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// distinct leaves out checks that have been made already: two rules may come to the
// same statement.
func distinct(list []policy.Check) []policy.Check {
	seen := make(map[string]bool, len(list))
	return slices.DeleteFunc(list, func(k policy.Check) bool {
		twice := seen[k.ID]
		seen[k.ID] = true
		return twice
	})
}
