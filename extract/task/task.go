// Package task finds the organs that a document names to answer for a piece of
// work: 牵头单位, 责任单位 and 配合单位 behind sections and measures, in brackets, in
// sentences and in tables.
package task

import (
	"slices"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

// Find sets the tasks of doc, whose blocks and tables are known, in reading order.
func Find(doc *policy.Document) { FindIn(doc, marks.Of(doc)) }

// FindIn is Find for those who have the marks of the blocks, by ID, from marks.Of.
func FindIn(doc *policy.Document, in []uint8) {
	f := finder{doc: doc}
	for i := range doc.Blocks {
		if marked(in[i]) {
			f.lists = append(f.lists, listsIn(doc, i)...)
		}
	}
	f.merge()
	f.survey()
	for k := range f.lists {
		f.add(k)
	}
	for i := range doc.Tables {
		f.table(&doc.Tables[i])
	}
	policy.Sort(f.tasks, func(a, b policy.Task) int { return a.Span.Start - b.Span.Start })
	doc.Tasks = f.tasks
}

type finder struct {
	doc   *policy.Document
	lists []list
	first []int // by block: the index of its first list, -1 if it has none
	count []int // by block: how many lists stand in the section it heads
	tasks []policy.Task
}

// merge makes one list of those that stand in lines of their own, one role a line:
// 牵头单位：… and below 责任单位：….
func (f *finder) merge() {
	out := f.lists[:0]
	for _, l := range f.lists {
		if n := len(out); n > 0 && out[n-1].goesOnIn(&l) {
			out[n-1].tail = append(out[n-1].tail, l)
			continue
		}
		out = append(out, l)
	}
	f.lists = out
}

// goesOnIn says whether next is a line with the further roles of the same list.
func (l *list) goesOnIn(next *list) bool {
	last := l
	if n := len(l.tail); n > 0 {
		last = &l.tail[n-1]
	}
	if !last.alone || !next.alone || !last.open || !next.open || next.block != last.block+1 {
		return false
	}
	for _, part := range append([]list{*l}, l.tail...) {
		for i := range part.organs {
			if part.organs[i].Role == next.organs[0].Role {
				return false
			}
		}
	}
	return true
}

// survey notes where the lists stand.
func (f *finder) survey() {
	if len(f.lists) == 0 {
		return
	}
	f.first, f.count = make([]int, len(f.doc.Blocks)), make([]int, len(f.doc.Blocks))
	for i := range f.first {
		f.first[i] = -1
	}
	for k := len(f.lists) - 1; k >= 0; k-- {
		l := &f.lists[k]
		f.first[l.block] = k
		for _, t := range l.tail {
			f.first[t.block] = k
		}
		if s := f.doc.Blocks[l.block].Section; s >= 0 && s < len(f.count) && !l.prose {
			f.count[s]++
		}
	}
}

// add makes a task of the list k.
func (f *finder) add(k int) {
	l := &f.lists[k]
	t := policy.Task{Span: l.text.Span(l.start, l.end)}
	t.Task, t.TaskSpan, t.Section = f.words(k)
	organs := l.organs
	for _, more := range l.tail {
		organs = append(organs, more.organs...)
		t.Span.End = more.text.Span(more.start, more.end).End
	}
	t.Lead, t.Responsible = byRole(organs)
	f.tasks = append(f.tasks, t)
}

// byRole parts those that lead from the others, each named once.
func byRole(organs []organ) (lead, others []policy.Organ) {
	for i := range organs {
		o := organs[i].Organ
		to := &others
		if o.Role == policy.Leads {
			to = &lead
		}
		if !slices.ContainsFunc(*to, func(p policy.Organ) bool { return p.Name == o.Name }) {
			*to = append(*to, o)
		}
	}
	return lead, others
}
