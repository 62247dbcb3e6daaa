package read

import "shuzheng/policy"

// maxNested is how many tables may lie in one another and still be laid out.
const maxNested = 8

// A docxTable is a table looked through before it is written.
type docxTable struct {
	wordGrid
	widths []int // of the columns of w:tblGrid, twentieths of a point
	size   int   // bytes of wording
	inner  int   // of them, those in tables inside
}

// table writes the table at a place, whose element is open. One of a single column
// is a box or a frame and is read as the blocks in it, and so is one that only
// arranges other tables.
func (d *docx) table(x *xmlScanner, at xmlPlace, c docxPlace) {
	d.inTable++
	defer func() { d.inTable-- }()
	if d.inTable > maxNested || c.kind == policy.Boilerplate {
		d.unwrap(x, c)
		return
	}
	g := &docxTable{}
	g.look(at)
	frame := g.inner*2 > g.size
	switch {
	case g.cols < 2 && !frame && c.kind == policy.Paragraph:
		d.unwrap(x, docxPlace{kind: policy.Box})
	case g.cols < 2 || frame:
		d.unwrap(x, c)
	case d.w.cells:
		d.pending = append(d.pending, docxAside{at: at, table: true})
	case !d.w.fits(&g.wordGrid):
		d.unwrap(x, c)
	default:
		d.grid(x, g, c)
	}
}

// unwrap writes what stands in the cells as if there was no table.
func (d *docx) unwrap(x *xmlScanner, c docxPlace) {
	if !d.w.cells {
		d.w.endLine(c.kind, 0)
	}
	tableRows(x, func(rowProps) {}, func() {
		d.blocks(x, c)
		if !d.w.cells {
			d.w.endLine(c.kind, 0)
		}
	})
}

// grid writes the cells in the order in which they stand, and behind the table what
// hangs on them.
func (d *docx) grid(x *xmlScanner, g *docxTable, c docxPlace) {
	d.w.endLine(c.kind, 0)
	tw := d.w.beginTable(&g.wordGrid)
	k := 0
	tableRows(x, func(rowProps) {}, func() {
		if k == len(g.cells) {
			return
		}
		cell := g.cells[k]
		if k++; cell.below {
			if d.hasWords(x) {
				d.miss(&d.unread.below)
			}
			return
		}
		tw.begin(cell)
		d.blocks(x, docxPlace{kind: policy.Paragraph})
		tw.end()
	})
	tw.finish()
	d.para = docxPara{}
	d.flush()
}

// hasWords says whether there is wording in the open element.
func (d *docx) hasWords(x *xmlScanner) bool {
	size, inner := 0, 0
	measure(x, &size, &inner)
	return size > 0
}

// A rowProps is what w:trPr says of a row.
type rowProps struct {
	before  int // columns that are left out
	header  bool
	deleted bool
}

// tableRows goes over the rows of the open table; controls and insertions around
// them are looked through, deleted rows left out.
func tableRows(x *xmlScanner, row func(rowProps), cell func()) {
	for t := range x.children() {
		switch {
		case t.space == spaceMC && t.name == "AlternateContent":
			choose(x, func() { tableRows(x, row, cell) })
		case t.space != spaceW:
		case t.name == "tr":
			tableRow(x, row, cell)
		case t.name == "sdt":
			contentControl(x, func(bool) { tableRows(x, row, cell) })
		case transparent[t.name]:
			tableRows(x, row, cell)
		}
	}
}

// tableRow goes over the cells of the open row. Its properties come first.
func tableRow(x *xmlScanner, row func(rowProps), cell func()) {
	props, told := rowProps{}, false
	var cells func()
	cells = func() {
		for t := range x.children() {
			if t.space != spaceW {
				continue
			}
			if t.name == "trPr" {
				props = readRow(x)
				continue
			}
			if !told && !props.deleted && t.name != "tblPrEx" {
				told = true
				row(props)
			}
			switch {
			case props.deleted:
			case t.name == "tc":
				cell()
			case t.name == "sdt":
				contentControl(x, func(bool) { cells() })
			case transparent[t.name]:
				cells()
			}
		}
	}
	cells()
}

// readRow reads w:trPr.
func readRow(x *xmlScanner) (r rowProps) {
	for t := range x.children() {
		v, _ := x.attr(t, "val")
		switch t.name {
		case "gridBefore":
			r.before = max(boundedNumber(v, maxSpan), 0)
		case "tblHeader":
			r.header = onOff(v) == "1"
		case "del":
			r.deleted = true
		}
	}
	return r
}
