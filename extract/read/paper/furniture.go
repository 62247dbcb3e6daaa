package paper

import (
	"cmp"
	"slices"
	"strings"

	"shuzheng/policy"
)

// Running heads, feet and page numbers.

const (
	edgeLines = 3    // lines at the top and the bottom of a page that may be such
	edgeZone  = 0.16 // share of the page in which they stand
	sameEdge  = 0.01 // of the height: lines this near stand at the same place of their pages
)

// An edge is a line at the top or at the bottom of a page.
type edge struct {
	x    *line
	key  string // its wording without digits and blanks
	foot bool
	rank int // 0 for the outermost
}

// markFurniture sets stray for the lines that belong to the page and not to the text.
func markFurniture(pages [][]item) {
	var all []edge
	for _, items := range pages {
		all = append(all, edgesOf(items, false)...)
		all = append(all, edgesOf(items, true)...)
	}
	same := map[string][]*line{}
	for i := range all {
		k := strings.Trim(all[i].key, "#")
		same[k] = append(same[k], all[i].x)
	}
	for i := range all { // from the outermost inwards
		e := &all[i]
		if e.rank > 0 && !all[i-1].x.stray {
			continue
		}
		e.x.stray = e.x.stray || e.x.head || e.isPageNumber() || e.returns(same[strings.Trim(e.key, "#")], len(pages))
	}
}

// edgesOf are the first or last lines of a page, the outermost first.
func edgesOf(items []item, foot bool) []edge {
	var lines []*line
	for i := range items {
		x := items[i].line
		if x == nil || x.stray || foot && x.low > edgeZone || !foot && x.high > edgeZone {
			continue
		}
		lines = append(lines, x)
	}
	sortLines(lines, foot)
	var out []edge
	for i, x := range lines[:min(len(lines), edgeLines)] {
		out = append(out, edge{x, edgeKey(x), foot, i})
	}
	return out
}

// sortLines sorts by the distance from the edge of the page.
func sortLines(lines []*line, foot bool) {
	slices.SortStableFunc(lines, func(a, b *line) int {
		if foot {
			return cmp.Compare(b.base, a.base)
		}
		return cmp.Compare(a.base, b.base)
	})
}

// edgeKey is the wording of x with its figures as one mark.
func edgeKey(x *line) string {
	var b strings.Builder
	figure := false
	for i := range x.letters {
		r := x.letters[i].r
		if digit := r >= '0' && r <= '9'; !digit && r != ' ' {
			b.WriteRune(r)
			figure = false
		} else if digit && !figure {
			b.WriteByte('#')
			figure = true
		}
	}
	return b.String()
}

// isPageNumber says whether e is a page number: 12, - 12 -, 第 3 页 共 9 页, 3/9. A
// bare number stands apart from the text.
func (e *edge) isPageNumber() bool {
	core := strings.Trim(e.key, "-—－–─·•.|")
	switch core {
	case "#":
		return e.rank == 0 && len(e.x.letters) <= 14
	case "第#页", "#/#", "第#页共#页", "第#页/共#页", "第#页，共#页", "第#页,共#页", "Page#", "Page#of#", "#页", "—#—":
		return true
	}
	return e.rank == 0 && e.foot && isRoman(core) && e.x.width() < 4*e.x.size
}

// isRoman says whether s is a number of a preface: iv, IX.
func isRoman(s string) bool {
	return s != "" && len(s) <= 6 && (strings.Trim(s, "ivxl") == "" || strings.Trim(s, "IVXL") == "")
}

// returns says whether lines like e stand at the same place of other pages. What
// names a table or its unit may come again above every table, and is none.
func (e *edge) returns(same []*line, pages int) bool {
	if strings.Contains(e.key, "单位") || policy.BeginsAny(e.key, "表#", "附表", "图#", "续表") {
		return false
	}
	n, last := 0, 0
	for _, x := range same {
		if x.page != last && (abs(x.high-e.x.high) < sameEdge || abs(x.low-e.x.low) < sameEdge) {
			n, last = n+1, x.page
		}
	}
	return n >= 3 || n == 2 && pages <= 3
}

func abs(x float32) float32 { return max(x, -x) }
