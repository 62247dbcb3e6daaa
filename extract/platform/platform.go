// Package platform finds the platforms that a document names: zones, laboratories,
// institutes, incubators, centres, systems, markets, alliances and funds, with
// every place where they are named in full or in short.
package platform

import (
	"shuzheng/policy"
)

// Find sets doc.Platforms. The figures must have been found before: those about a
// platform are named with it.
func Find(doc *policy.Document) { FindIn(doc, nil) }

// A Folded is the text of a block as it was folded before, with its survey: the
// characters that heads end in are of the class Ends.
type Folded struct {
	Text   policy.Text
	Survey policy.Survey
	Ends   uint8
}

// FindIn is Find with the texts of blocks that were folded before, by ID of the
// block; one of no length was not.
func FindIn(doc *policy.Document, folded []Folded) {
	ps := passages(doc, folded)
	var f finder
	for i := range ps {
		f.read(&ps[i])
	}
	g := gather(doc, ps)
	g.forms()
	g.aliases(ps)
	g.shorts(ps)
	g.attributes(ps)
	g.figures(ps, doc)
	doc.Platforms = g.platforms()
}
