//go:build !race

package read

// slow is 8 where the race detector watches.
const slow = 1
