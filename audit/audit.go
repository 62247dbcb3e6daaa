// Package audit holds what a document states against what it states elsewhere,
// and what was read against its source. In comes a document with its figures and
// tables, out come checks (勾稽); which of the figures is wrong they never say.
package audit

import "shuzheng/policy"

// Check fills doc.Checks: every statement that can be recomputed from others of
// the same document, by place of the claim.
func Check(doc *policy.Document) {
	for _, rule := range rules {
		doc.Checks = rule(doc, doc.Checks)
	}
}

// rules are the kinds of checks; each appends what it found.
var rules []func(doc *policy.Document, found []policy.Check) []policy.Check
