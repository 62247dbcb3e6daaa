package policy

import "sort"

// Sort sorts s stably by cmp, as slices.SortStableFunc does. The code of that is made anew for
// each type, some ten thousand bytes of program; this is made once, and does for all that is
// sorted seldom.
func Sort[T any](s []T, cmp func(a, b T) int) {
	sort.SliceStable(s, func(i, j int) bool { return cmp(s[i], s[j]) < 0 })
}
