package read

import (
	"slices"
	"strings"
	"unicode"
)

// isData says whether g, the grid of n, is a table of data rather than a means
// of arranging the page.
func (g *grid) isData(n *node) bool {
	if g.rows < 2 || g.cols < 2 || n.attr["role"] == "presentation" {
		return false
	}
	filled, longest, inner := 0, 0, 0
	rows, cols := map[int]bool{}, map[int]bool{}
	for _, s := range g.slots {
		if s.n.first < 0 {
			continue
		}
		filled++
		longest = max(longest, s.n.size)
		inner += s.n.innerTables()
		rows[s.row], cols[s.col] = true, true
	}
	switch {
	case filled < 3 || len(rows) < 2 || len(cols) < 2:
		return false
	case inner*2 > n.size:
		return false
	case longest*10 > n.size*6 && longest > 1200 && filled <= 8:
		return false // prose beside a side bar
	}
	return n.linked*10 < n.size*8 || n.linked < 200
}

// cardLabels are what the cells of a document's index card say.
var cardLabels = wordClasses.Of("card")

// isCard says whether the grid is the index card of a document (索引号, 发布机构,
// 成文日期 …), which is no table of data.
func (d *dom) isCard(g *grid) bool {
	labels := 0
	for _, s := range g.slots {
		if s.n.first < 0 || s.n.size > 300 {
			continue
		}
		label, _, _ := strings.Cut(d.wording(s.n), "：")
		if slices.Contains(cardLabels, strings.Map(onlyHan, label)) {
			labels++
		}
	}
	return labels > 2 && labels*4 >= len(g.slots)
}

// onlyHan drops whatever is no Han character: blanks, brackets, colons.
func onlyHan(r rune) rune {
	if unicode.Is(unicode.Han, r) {
		return r
	}
	return -1
}

// innerTables is the size of the wording in data tables under n.
func (n *node) innerTables() int {
	size := 0
	for _, k := range n.kids {
		if k.tag == "table" {
			if g := k.grid(); g.rows > 1 && g.cols > 1 {
				size += k.size
				continue
			}
		}
		size += k.innerTables()
	}
	return size
}
