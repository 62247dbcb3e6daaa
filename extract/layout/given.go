package layout

import "shuzheng/policy"

// given makes units of the blocks that a document's format marks.
func (p *page) given() []unit {
	us := make([]unit, 0, len(p.doc.Blocks))
	for i := range p.doc.Blocks {
		b := &p.doc.Blocks[i]
		u := unit{kind: b.Kind, text: b.Text, span: b.Span, gap: 1, table: -1, lines: 1}
		switch b.Kind {
		case policy.TableBlock:
			u.table = b.Table
		case policy.Heading:
			u.depth = b.Level
		}
		u.width = columns(u.str())
		if u.text.Len() == 0 && b.Kind != policy.TableBlock {
			continue
		}
		us = append(us, u)
	}
	publishingNotes(us)
	return us
}

// publishingNotes marks the notes (来源：, 点击查看…) that stand in the main text of a
// web page above its first sentence.
func publishingNotes(us []unit) {
	for i := range us {
		u := &us[i]
		if u.kind == policy.TableBlock || u.prose() && zonesOf(u.str())&metaZone == 0 || i > headLines {
			return
		}
		if u.kind == policy.Paragraph && u.width <= chromeRow && zonesOf(u.str())&metaZone != 0 {
			u.kind = policy.Boilerplate
		}
	}
}
