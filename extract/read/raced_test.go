//go:build race

package read

// slow is how many times smaller hostile files are, and how much more time they have,
// where the race detector watches: it makes everything ten times slower.
const slow = 8
