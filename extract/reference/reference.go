// Package reference finds the documents that a text cites: titles in 《》 and
// numbers of documents (文号), each with its place.
package reference

import (
	"slices"
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// Find sets the references of doc, whose blocks, tables and metadata are known: in
// reading order, every time a document is cited. The document's own title and
// number are none, nor is what a site writes around the text.
func Find(doc *policy.Document) { FindIn(doc, marks.Of(doc)) }

// FindIn is Find for those who have the marks of the blocks, by ID, from marks.Of.
func FindIn(doc *policy.Document, in []uint8) {
	f := finder{doc: doc, own: ownNames(doc)}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		switch b.Kind {
		case policy.Boilerplate, policy.TableBlock, policy.Title:
		default:
			if cites(b.Text.String(), in[i]) {
				f.read(normalize.Folded(b))
				f.goesOn(i)
			}
		}
	}
	f.until = 0
	for i := range doc.Tables {
		for k := range doc.Tables[i].Cells {
			if t := doc.Tables[i].Cells[k].Text; cites(t.String(), marks.In(t.String())) {
				f.read(normalize.Fold(t))
			}
		}
	}
	policy.Sort(f.found, func(a, b policy.Reference) int { return a.Span.Start - b.Span.Start })
	doc.References = f.found
}

type finder struct {
	doc   *policy.Document
	own   []string // titles and numbers of the document itself
	until int      // where the last one read from two blocks ends, in Content
	found []policy.Reference
}

// cites says whether s, which has the marks in, may cite something.
func cites(s string, in uint8) bool {
	return in&marks.Title != 0 && normalize.IndexChar(s, "《") >= 0 || in&marks.Number != 0 && mayNumber(s)
}

// read adds what t cites.
func (f *finder) read(t policy.Text) {
	s := t.String()
	number, numbered := normalize.NextDocNumber(s, 0)
	for i := 0; ; {
		for numbered && number.Start < i {
			number, numbered = normalize.NextDocNumber(s, max(number.End, i))
		}
		open := normalize.IndexChar(s[i:], "《")
		switch {
		case numbered && (open < 0 || number.Start < i+open):
			i = f.numbered(t, number)
		case open < 0:
			return
		default:
			i = f.titled(t, i+open, number, numbered)
		}
	}
}

// mayNumber says whether some 号 of s has the signs of a document's number before it.
func mayNumber(s string) bool {
	for i := 0; ; {
		k := normalize.IndexChar(s[i:], "号")
		if k < 0 {
			return false
		}
		i += k
		if strings.ContainsAny(s[max(0, i-40):i], "〔[［（(【﹝令第") {
			return true
		}
		i += len("号")
	}
}

// titled reads the title that opens at byte i and the number beside it, and says
// where it ends.
func (f *finder) titled(t policy.Text, i int, n normalize.DocNumber, numbered bool) int {
	s := t.String()
	end, whole := titleEnd(s, i)
	if !whole {
		if strings.Contains(s[i:min(len(s), i+longestTitle)], "》") {
			f.unpaired(t.Span(i, i+len("《")))
		}
		return i + len("《")
	}
	r := policy.Reference{Title: s[i+len("《") : end-len("》")]}
	if numbered {
		if to := joined(s, end, n); to > 0 {
			r.DocNumber, end = n.Number, to
		}
	}
	f.add(t, r, i, end)
	return end
}

// joined is where the number n ends if it stands right behind the title that ends
// at byte end, in brackets or bare; 0 if it does not.
func joined(s string, end int, n normalize.DocNumber) int {
	switch {
	case n.Start == end:
		return n.End
	case n.Start == end+len("（") && strings.HasPrefix(s[end:], "（"):
		if strings.HasPrefix(s[n.End:], "）") {
			return n.End + len("）")
		}
		return n.End
	}
	return 0
}

// numbered reads the number n and the title that follows it at once.
func (f *finder) numbered(t policy.Text, n normalize.DocNumber) int {
	s := t.String()
	r, end := policy.Reference{DocNumber: n.Number}, n.End
	next := end + len(s[end:]) - len(strings.TrimPrefix(s[end:], "）"))
	if strings.HasPrefix(s[next:], "《") {
		if to, whole := titleEnd(s, next); whole {
			r.Title, end = s[next+len("《"):to-len("》")], to
		}
	}
	f.add(t, r, n.Start, end)
	return end
}

// longestTitle is the most bytes that a title may have.
const longestTitle = 600

// titleEnd is where the title ends whose 《 stands at byte i. Marks inside, 《》 or
// 〈〉, belong to it. A title whose marks do not pair is not whole.
func titleEnd(s string, i int) (end int, whole bool) {
	depth, limit := 0, min(len(s), i+longestTitle)
	for end = i; end < limit; {
		k := strings.IndexByte(s[end:limit], 0xe3) // the first byte of both marks
		if k < 0 {
			return len(s), false
		}
		end += k
		switch {
		case strings.HasPrefix(s[end:], "《"):
			depth++
		case strings.HasPrefix(s[end:], "》"):
			depth--
		}
		end = min(end+len("》"), len(s))
		if depth == 0 {
			return end, end > i+len("《》")
		}
	}
	return len(s), false
}

// goesOn reads a title that block i opens and the next one closes, where the lines
// of a paragraph were taken for two.
func (f *finder) goesOn(i int) {
	b := &f.doc.Blocks[i]
	s := b.Text.String()
	k := strings.LastIndex(s, "《")
	if k < 0 || strings.Contains(s[k:], "》") {
		return
	}
	if i+1 < len(f.doc.Blocks) && closes(&f.doc.Blocks[i+1]) {
		t := normalize.Fold(b.Text.Slice(k, len(s)).Join(f.doc.Blocks[i+1].Text))
		number, numbered := normalize.NextDocNumber(t.String(), 0)
		end := f.titled(t, 0, number, numbered)
		f.until = t.Span(end, end).Start
		return
	}
	f.unpaired(b.Text.Span(k, k+len("《")))
}

// closes says whether a paragraph begins with the rest of a title.
func closes(b *policy.Block) bool {
	s := b.Text.String()
	to := strings.Index(s, "》")
	return b.Kind == policy.Paragraph && to >= 0 && to <= longestTitle && !strings.Contains(s[:to], "《")
}

func (f *finder) unpaired(at policy.Span) {
	f.doc.Report(at, "书名号《没有对应的》，这个引用没有读取")
}

// add notes a reference that stands at t[i:j], if it is not the document itself.
func (f *finder) add(t policy.Text, r policy.Reference, i, j int) {
	if r.Title != "" && slices.Contains(f.own, r.Title) || r.Title == "" && slices.Contains(f.own, r.DocNumber) {
		return
	}
	r.Span = t.Span(i, j)
	if r.Span.Start < f.until {
		return
	}
	f.found = append(f.found, r)
}
