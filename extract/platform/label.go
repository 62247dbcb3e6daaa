package platform

import "shuzheng/policy"

// labelColumn is the column that names the platforms of a table, -1 if none does:
// of the first three, the one most of whose cells end in a head.
func labelColumn(t *policy.Table) int {
	for col := range min(3, t.Cols) {
		cells, named := 0, 0
		for i := range t.Cells {
			c := &t.Cells[i]
			if c.Col != col || c.Row < t.HeaderRows {
				continue
			}
			cells++
			if endsInHead(c.Text.String()) {
				named++
			}
		}
		if named > 0 && 2*named >= cells {
			return col
		}
	}
	return -1
}

// endsInHead says whether s ends in the head of a platform's name, or in brackets
// behind one.
func endsInHead(s string) bool {
	for i := len(s) - 3; i >= 0 && i > len(s)-24; i -= 3 {
		if isHan(s, i) && words.mayEndHead(s[:i+3]) {
			h := words.lastHead(s[:i+3])
			return h != nil && h.kind != ""
		}
		if isHan(s, len(s)-3) {
			return false
		}
	}
	return false
}
