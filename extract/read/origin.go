package read

import (
	"sort"

	"shuzheng/policy"
)

// A partOrigin is the way back from a base in which parts of a file were laid end
// to end.
type partOrigin []partRange

// A partRange is a stretch of the base and the part it was read from.
type partRange struct {
	name string
	base int // where it begins in the base
	len  int
	at   int // where it begins in the part
}

// Place finds base in its part.
func (o partOrigin) Place(base policy.Span) policy.Place {
	k := sort.Search(len(o), func(k int) bool { return o[k].base > base.Start }) - 1
	if k < 0 {
		return policy.Place{}
	}
	p := o[k]
	start := min(base.Start-p.base, p.len)
	end := min(max(base.End-p.base, start), p.len)
	return policy.Place{Part: p.name, Span: policy.Span{Start: p.at + start, End: p.at + end}}
}
