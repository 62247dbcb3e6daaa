package diff

import (
	"slices"
	"unicode"
)

// grams are the pairs of neighbouring characters before and behind a figure, digits
// left out, sorted and each once. Those behind are told from those before.
func grams(before, after string) []uint32 {
	list := make([]uint32, 0, 2*nearby)
	for side, s := range [...]string{before, after} {
		last := rune(0)
		for _, r := range s {
			if unicode.IsDigit(r) {
				continue
			}
			list = append(list, mix(uint32(last)<<11^uint32(r)^uint32(side)<<31))
			last = r
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// mix spreads the bits of a hash.
func mix(x uint32) uint32 {
	x ^= x >> 16
	x *= 0x7feb352d
	x ^= x >> 15
	x *= 0x846ca68b
	return x ^ x>>16
}

// likeness is how much of two sorted lists is common to both: 0 to 100, 100 for two
// empty ones.
func likeness(a, b []uint32) int {
	if len(a)+len(b) == 0 {
		return 100
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 200 * common / (len(a) + len(b))
}
