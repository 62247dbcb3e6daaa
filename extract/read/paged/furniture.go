package paged

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// edgeLines is how many lines at the top and the bottom of a page may be furniture.
const edgeLines = 3

// furniture parts the running heads and page numbers from the lines of each page.
func furniture(pages [][]line) (body, edge [][]line) {
	seen := map[string][]float64{} // words without digits → where they stand
	for _, lines := range pages {
		for _, i := range edgesOf(lines) {
			k := edgeKey(&lines[i])
			seen[k] = append(seen[k], lines[i].base)
		}
	}
	body, edge = make([][]line, len(pages)), make([][]line, len(pages))
	for p, lines := range pages {
		at := edgesOf(lines)
		for i := range lines {
			l := &lines[i]
			if slices.Contains(at, i) && (l.isPageNumber() || repeated(seen[edgeKey(l)], l.base, len(pages))) {
				edge[p] = append(edge[p], *l)
			} else {
				body[p] = append(body[p], *l)
			}
		}
	}
	return body, edge
}

// edgesOf are the indexes of the lines nearest to the top and the bottom.
func edgesOf(lines []line) []int {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lines[a].base, lines[b].base) })
	if len(order) <= 2*edgeLines {
		return order
	}
	return append(order[:edgeLines:edgeLines], order[len(order)-edgeLines:]...)
}

// edgeKey is the wording of a line without digits and blanks.
func edgeKey(l *line) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == ' ' || r == '\u3000' {
			return -1
		}
		return r
	}, l.words())
}

// repeated says whether the same words stand at the same height of several pages.
func repeated(bases []float64, base float64, pages int) bool {
	n := 0
	for _, b := range bases[:min(len(bases), 200)] {
		if math.Abs(b-base) < 4 {
			n++
		}
	}
	return n >= 2 && (3*n >= min(pages, 200) || n >= 4)
}

// isPageNumber says whether l, at an edge of its page, is nothing but a number: 3,
// — 2 —, 第3页, 第 3 页 共 12 页, 3/12.
func (l *line) isPageNumber() bool {
	h := l.page.Height
	if h > 0 && l.base > 0.12*h && l.base < 0.86*h {
		return false
	}
	digits := 0
	for _, g := range l.glyphs {
		switch {
		case g.R >= '0' && g.R <= '9' || g.R >= '０' && g.R <= '９':
			digits++
		case !strings.ContainsRune("-—–－―─·•.~～/／第共页 \u3000，,", g.R):
			return false
		}
	}
	return digits > 0 && digits <= 8 && len(l.glyphs) <= 16
}
