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
		u.width = policy.Columns(u.str())
		if u.text.Len() == 0 && b.Kind != policy.TableBlock {
			continue
		}
		if n := len(us) - 1; n >= 0 && u.kind == policy.Title && us[n].kind == policy.Title { // a line each
			us[n].text, us[n].span.End = us[n].text.JoinWith("", u.text), u.span.End
			us[n].width = policy.Columns(us[n].str())
			continue
		}
		us = append(us, u)
	}
	if p.doc.Source.MediaType == "text/html" {
		publishingNotes(us)
		foot(us)
	}
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

// foot marks what a web page sets below its text (相关阅读 with its links), from the
// first wording of a footer behind the last sentence on. A document without any
// other part of a site has none.
func foot(us []unit) {
	site, first := false, 0
	for i := range us {
		site = site || us[i].kind == policy.Boilerplate
		if u := &us[i]; u.kind == policy.Boilerplate {
			continue
		} else if u.kind == policy.TableBlock || u.width >= 30 && u.end() == closedEnd && zonesOf(u.str())&footZone == 0 {
			first = i + 1
		}
	}
	if !site || first == 0 {
		return
	}
	found := false
	for i := first; i < len(us); i++ {
		u := &us[i]
		found = found || u.width <= chromeRow && readMarker(u.str()).style == noStyle && zonesOf(u.str())&footZone != 0
		if found {
			us[i].kind, us[i].depth = policy.Boilerplate, 0
		}
	}
}
