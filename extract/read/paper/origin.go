package paper

import (
	"sort"

	"shuzheng/policy"
)

// An origin knows page and box of every character of a document. The base of such a
// document is its Content: the file has no bytes that stand for the wording.
type origin struct {
	starts []int32 // by character: the byte at which it begins, rising
	boxes  []Box
	sheets []sheet   // rising
	scales []float64 // by page, from the first
}

// A sheet says on which page the characters from byte start on stand.
type sheet struct {
	start, page int
	part        string
}

// Place is the page on which the range begins, and the box around what of it stands
// there.
func (o *origin) Place(base policy.Span) policy.Place {
	k := sort.Search(len(o.starts), func(i int) bool { return int(o.starts[i]) > base.Start }) - 1
	if k < 0 {
		return policy.Place{}
	}
	s := sort.Search(len(o.sheets), func(i int) bool { return o.sheets[i].start > base.Start }) - 1
	end := base.End
	for n := s + 1; n < len(o.sheets) && o.sheets[n].start < end; n++ {
		if o.sheets[n].page != o.sheets[s].page {
			end = o.sheets[n].start
		}
	}
	at := o.boxes[k]
	for k++; k < len(o.starts) && int(o.starts[k]) < end; k++ {
		at = at.With(o.boxes[k])
	}
	return policy.Place{Part: o.sheets[s].part, Page: o.sheets[s].page, Box: at.rect(o.scales[o.sheets[s].page-1])}
}

// put notes that the character at byte start stands in the box.
func (o *origin) put(start int, at Box) {
	o.starts, o.boxes = append(o.starts, int32(start)), append(o.boxes, at)
}

// turnTo notes that the characters from byte start on stand on the page.
func (o *origin) turnTo(start, page int, part string) {
	if n := len(o.sheets) - 1; n >= 0 && o.sheets[n].page == page && o.sheets[n].part == part {
		return
	}
	o.sheets = append(o.sheets, sheet{start, page, part})
}
