package policy

import (
	"slices"
	"sort"
)

// Sort sorts s stably by cmp, as slices.SortStableFunc does. The code of that is made anew for
// each type, some ten thousand bytes of program; this is made once, and does for all that is
// sorted seldom. Most of that is in order already.
func Sort[T any](s []T, cmp func(a, b T) int) {
	if !slices.IsSortedFunc(s, cmp) {
		sort.SliceStable(s, func(i, j int) bool { return cmp(s[i], s[j]) < 0 })
	}
}
