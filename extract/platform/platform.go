// Package platform finds the platforms that a document names: zones, laboratories,
// institutes, incubators, centres, systems, markets, alliances and funds, with
// every place where they are named in full or in short.
package platform

import (
	"sync"

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
	room := rooms.Get().(*room)
	defer rooms.Put(room)
	ps := room.read(doc, folded)
	g := &room.gathering
	g.gather(doc, ps)
	g.forms()
	g.aliases(ps)
	g.shorts(ps)
	g.attributes(ps)
	g.figures(ps, doc)
	doc.Platforms = g.platforms()
}

// A room is where the names of a document are found and put together. The Document keeps
// nothing of it, so the next one is read in the same.
type room struct {
	passages  []passage
	finder    finder
	gathering gathering
}

// rooms keeps those that no document is read in.
var rooms = sync.Pool{New: func() any {
	return &room{gathering: gathering{byKey: map[string]int{}, byForm: make([][]int, len(heads)+1), told: map[string]bool{}}}
}}

// read lists the passages of doc with the names that each holds.
func (r *room) read(doc *policy.Document, folded []Folded) []passage {
	r.passages = passages(r.passages[:0], doc, folded)
	r.finder.kept = r.finder.kept[:0]
	for i := range r.passages {
		r.finder.read(&r.passages[i])
	}
	return r.passages
}
