package read

import (
	"sort"

	"shuzheng/policy"
)

// loadNotes finds the footnotes and endnotes: where they are named, and where they
// stand.
func (d *doc) loadNotes() {
	d.notes = map[int][2]int{}
	d.notesOf(fibNoteRefs, fibNotes, storyFootnotes)
	d.notesOf(fibEndnoteRefs, fibEndnotes, storyEndnotes)
}

// notesOf reads the table of references and the table of the notes' texts, both lists
// of characters in ascending order.
func (d *doc) notesOf(refs, texts, story int) {
	table := d.pair(texts)
	named := d.pair(refs)
	n := min((len(named)-4)/6, len(table)/4-1)
	if n <= 0 {
		return
	}
	start := d.fib.start(story)
	var at, from []int
	for k := range n {
		at = append(at, int(named.u32(4*k)))
	}
	for k := range n + 1 {
		from = append(from, start+int(table.u32(4*k)))
	}
	if !ascending(at) || !ascending(from) {
		d.doc.Report(policy.Span{}, "脚注的位置表已损坏，脚注没有读取")
		return
	}
	at, from = d.offsets(at), d.offsets(from)
	for k := range n {
		d.notes[at[k]] = [2]int{from[k], from[k+1]}
	}
}

// ascending says whether no number is smaller than the one before it.
func ascending(ns []int) bool {
	for k := 1; k < len(ns); k++ {
		if ns[k] < ns[k-1] {
			return false
		}
	}
	return true
}

// note keeps the note that is named at the character being written.
func (l *docLine) note() {
	if _, ok := l.doc.notes[l.at]; ok && l.fields.coding == 0 && !l.set.hidden {
		l.notes = append(l.notes, l.at)
	}
}

// within are the paragraphs that begin from byte from on and before byte to.
func within(all []docText, from, to int) []docText {
	at := func(byte int) int { return sort.Search(len(all), func(k int) bool { return all[k].from >= byte }) }
	i := at(from)
	return all[i:max(at(to), i)]
}

// writeNotes writes notes behind the paragraph or table that names them.
func (d *doc) writeNotes(named []int) {
	for _, at := range named {
		where := d.notes[at]
		delete(d.notes, at)
		fields := d.fields
		d.story(within(d.noteText, where[0], where[1]), policy.Note)
		d.fields = fields
	}
}
