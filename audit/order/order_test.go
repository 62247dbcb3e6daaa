package order

import (
	"slices"
	"testing"
)

func TestMoved(t *testing.T) {
	for _, c := range []struct {
		partner, moved []int
	}{
		{nil, nil},
		{[]int{0, 1, 2}, nil},
		{[]int{-1, 0, -1, 1}, nil},
		{[]int{1, 2, 0}, []int{2}},
		{[]int{3, 0, 1, 2}, []int{0}},
		{[]int{4, -1, 0, 1, 3, 2}, []int{0, 4}},
	} {
		var got []int
		for i, m := range Moved(c.partner) {
			if m {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, c.moved) {
			t.Errorf("%v: %v moved, want %v", c.partner, got, c.moved)
		}
	}
}
