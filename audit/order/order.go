// Package order tells what changed its place. In come the places that the members of one
// row have in another; out comes which of them moved.
package order

import "sort"

// Moved marks the members whose partners do not stand in the same order: all but a longest
// rising row of them. partner holds the index of each member's partner, below 0 where it
// has none, which is never marked.
func Moved(partner []int) []bool {
	moved := make([]bool, len(partner))
	before := make([]int, len(partner))
	var ends []int // index of the least end of a rising row of each length
	for i, j := range partner {
		if j < 0 {
			continue
		}
		moved[i], before[i] = true, -1
		n := sort.Search(len(ends), func(n int) bool { return partner[ends[n]] > j })
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			moved[i] = false
		}
	}
	return moved
}
