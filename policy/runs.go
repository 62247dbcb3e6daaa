package policy

import "iter"

// Runs yields the stretches of s in which each goes on what the one before it is, with the place in s
// where each begins. The stretches are parts of s.
func Runs[T any](s []T, goesOn func(before, next *T) bool) iter.Seq2[int, []T] {
	return func(yield func(int, []T) bool) {
		for from, to := 0, 0; from < len(s); from = to {
			for to = from + 1; to < len(s) && goesOn(&s[to-1], &s[to]); to++ {
			}
			if !yield(from, s[from:to]) {
				return
			}
		}
	}
}
