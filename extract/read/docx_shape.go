package read

// look finds the shape of the table at a place.
func (g *docxTable) look(at xmlPlace) {
	row, col, head := -1, 0, 0
	var props rowProps
	x := at.scan()
	tableRows(x, func(r rowProps) {
		row++
		col, props = r.before, r
	}, func() {
		c := wordCell{row: row, col: col, rowSpan: 1, colSpan: 1, header: props.header}
		g.cell(x, &c)
		if c.left = c.left && head < len(g.cells) && g.cells[head].row == row; c.left {
			g.cells[head].colSpan += c.colSpan
		} else {
			head = len(g.cells)
		}
		col += c.colSpan
		g.cells = append(g.cells, c)
	})
	g.rows = row + 1
	g.widths = gridWidths(at.scan())
	g.columns()
	g.merge()
}

// cell reads the properties of the open cell and measures its wording.
func (g *docxTable) cell(x *xmlScanner, c *wordCell) {
	for t := range x.children() {
		if t.space == spaceW && t.name == "tcPr" {
			readCell(x, c)
			continue
		}
		if t.space == spaceW && t.name == "tbl" {
			before := g.size
			measure(x, &g.size, &g.inner)
			g.inner = min(g.inner+g.size-before, g.size)
			continue
		}
		measure(x, &g.size, &g.inner)
	}
}

// readCell reads w:tcPr.
func readCell(x *xmlScanner, c *wordCell) {
	for t := range x.children() {
		v, there := x.attr(t, "val")
		switch t.name {
		case "gridSpan":
			c.colSpan = max(boundedNumber(v, maxSpan), 1)
		case "vMerge":
			c.below = !there || v == "continue"
		case "hMerge":
			c.left = !there || v == "continue"
		}
	}
}

// measure adds up the wording of the open element, and that of tables inside.
func measure(x *xmlScanner, size, inner *int) {
	words := false
	for depth := x.depth(); x.depth() >= depth; {
		switch t := x.next(); t.kind {
		case xmlEOF:
			return
		case xmlStart:
			words = t.space == spaceW && t.name == "t"
		case xmlEnd:
			words = false
		case xmlText:
			if words {
				*size += t.end - t.start
			}
		}
	}
}

// gridWidths reads w:tblGrid.
func gridWidths(x *xmlScanner) (widths []int) {
	for t := range x.children() {
		if t.name != "tblGrid" {
			if t.name == "tr" {
				return widths
			}
			continue
		}
		for k := range x.children() {
			if v, _ := x.attr(k, "w"); k.name == "gridCol" {
				widths = append(widths, boundedNumber(v, 1<<20))
			}
		}
		return widths
	}
	return widths
}

// thinColumn is the width, in twentieths of a point, below which a column is none:
// borders drawn by hand miss one another by a millimetre or two.
const thinColumn = 113

// columns leaves out the columns in which no cell begins, and those that are only
// there because the borders of two rows miss one another.
func (g *docxTable) columns() {
	cols := 0
	for _, c := range g.cells {
		cols = max(cols, c.col+c.colSpan)
	}
	begins, alone := make([]bool, cols+1), make([]bool, cols+1)
	for _, c := range g.cells {
		begins[c.col] = begins[c.col] || !c.left
		alone[c.col] = alone[c.col] || c.colSpan == 1
	}
	to := make([]int, cols+1)
	n := 0
	for k := range cols {
		thin := k > 0 && k-1 < len(g.widths) && g.widths[k-1] >= 0 && g.widths[k-1] < thinColumn && !alone[k-1]
		if begins[k] && k > 0 && !(thin && begins[k-1]) {
			n++
		}
		to[k] = n
	}
	to[cols] = n + 1
	g.place(to, n+1)
}

// place moves the cells to their new columns.
func (g *docxTable) place(to []int, cols int) {
	g.cols = cols
	row, next := -1, 0
	for i := range g.cells {
		c := &g.cells[i]
		if c.left {
			continue
		}
		if c.row != row {
			row, next = c.row, 0
		}
		end := to[c.col+c.colSpan]
		c.col = max(to[c.col], next)
		c.colSpan = max(end-c.col, 1)
		next = c.col + c.colSpan
		g.cols = max(g.cols, next)
	}
}
