package extract

import (
	"shuzheng/policy"
)

// sheets reads the tables of a document, not yet the figures in them.
func sheets(doc *policy.Document, a *arena) []*sheet {
	out := make([]*sheet, len(doc.Tables))
	for i := range doc.Tables {
		out[i] = newSheet(doc, &doc.Tables[i], a)
	}
	return out
}

// cellFigures appends the figures of all numeric cells to out, with what r knows of
// the articles around the tables.
func cellFigures(out []policy.Figure, ts []*sheet, r *reading) []policy.Figure {
	for _, g := range ts {
		out = g.figures(out, r)
	}
	return out
}

// proseCells lists the cells of running text as passages, in which figures are
// read as in paragraphs.
func proseCells(ts []*sheet) []*passage {
	var out []*passage
	for _, g := range ts {
		b := g.block()
		b.Kind = policy.Paragraph
		says := captionStatus(fold(g.t.Caption))
		for i := range g.cells {
			if g.prose(i) {
				p := *g.cells[i].passage
				p.block, p.says = b, g.cols[g.t.Cells[i].Col].head.claim(says)
				out = append(out, &p)
			}
		}
	}
	return out
}

// labelCells lists the other cells as passages whose numerals are no figures of
// running text, for the ledger: the periods of headers, serial numbers, codes. A
// cell that is a figure as a whole needs none: the figure stands for all of it.
func labelCells(ts []*sheet) []*passage {
	var out []*passage
	for _, g := range ts {
		for i := range g.cells {
			p := g.cells[i].passage
			if g.cells[i].told || g.prose(i) || p.survey.Next(0, numeralFirst) == len(p.s) {
				continue
			}
			if as, ok := g.wholly(i); ok {
				p.marks = []mark{{start: 0, end: len(p.s), as: as}}
			} else {
				p.find()
			}
			out = append(out, p)
		}
	}
	return out
}

// placeCells says of the figures of running text in a table in which cell they stand.
func placeCells(doc *policy.Document, figures []policy.Figure) {
	for i := range figures {
		f := &figures[i]
		if f.Table != nil || f.Block >= len(doc.Blocks) || doc.Blocks[f.Block].Kind != policy.TableBlock {
			continue
		}
		t := &doc.Tables[doc.Blocks[f.Block].Table]
		for k := range t.Cells {
			if x := &t.Cells[k]; x.Span.Contains(f.Evidence.Span) {
				f.Table = &policy.CellRef{Table: t.ID, Row: x.Row, Col: x.Col}
				break
			}
		}
	}
}
