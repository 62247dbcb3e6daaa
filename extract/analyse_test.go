package extract

import (
	"slices"
	"testing"

	"shuzheng/policy"
)

// Figures come into the order of their places, whatever rows of moves that takes.
func TestReadingOrder(t *testing.T) {
	for _, places := range [][]int{{}, {3}, {1, 2, 3}, {2, 1}, {3, 1, 2}, {5, 4, 3, 2, 1}, {2, 1, 3, 5, 6, 4}, {4, 4, 1}} {
		doc := new(policy.Document)
		for _, at := range places {
			doc.Figures = append(doc.Figures, policy.Figure{Evidence: policy.Evidence{Span: policy.Span{Start: at}}})
		}
		inReadingOrder(doc)
		var got []int
		for i := range doc.Figures {
			got = append(got, doc.Figures[i].Evidence.Span.Start)
		}
		if want := slices.Sorted(slices.Values(places)); !slices.Equal(got, want) {
			t.Errorf("%v: in order %v, want %v", places, got, want)
		}
	}
}
