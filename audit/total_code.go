package audit

import (
	"strings"

	"shuzheng/policy"
)

// code is the digits that a label begins with: 20106 of 20106财政事务.
func code(label string) string {
	i := policy.Digits(label)
	if i < 3 {
		return "" // a number of a row
	}
	return label[:i]
}

// numbering is the way a label is numbered: 1 for 一、, 2 for （一）, 0 for none.
func numbering(label string) int {
	const numerals = "一二三四五六七八九十"
	rest := strings.TrimLeft(label, numerals)
	switch {
	case rest != label && strings.HasPrefix(rest, "、"):
		return 1
	case strings.HasPrefix(label, "（") && strings.HasPrefix(strings.TrimLeft(label[len("（"):], numerals), "）"):
		return 2
	}
	return 0
}

// outermost is the outermost numbering of rows, 0 where the first has none.
func outermost(rows []sheetRow) int {
	if len(rows) == 0 {
		return 0
	}
	return numbering(rows[0].label)
}

// codedRows checks the rows of a budget: 201 is the sum of 20101, 20106 and so on.
func (c *checker) codedRows(g *sheet) {
	var t tally
	for i := range g.rows {
		own := code(g.rows[i].label)
		if own == "" {
			continue
		}
		var parts []*sheetRow
		length := 0
		for j := i + 1; j < len(g.rows); j++ {
			k := code(g.rows[j].label)
			if len(k) <= len(own) || !strings.HasPrefix(k, own) {
				break
			}
			if length == 0 {
				length = len(k)
			}
			if len(k) == length {
				parts = append(parts, &g.rows[j])
			}
		}
		t.columns(&g.rows[i], parts)
	}
	c.report(&t, 3)
}
