package layout

import (
	"cmp"
	"strings"

	"shuzheng/policy"
)

// around gives each table the caption and the unit before it and the notes after.
func (p *page) around(us []unit) []unit {
	for i := range us {
		if us[i].kind != policy.TableBlock || us[i].table < 0 {
			continue
		}
		t := &p.doc.Tables[us[i].table]
		p.before(us, i, t)
		p.after(us, i, t)
		if k := us[i].table; k > 0 {
			p.continued(t, &p.doc.Tables[k-1])
		}
	}
	return us
}

// continued gives a table the caption and the unit of the one before it where it goes on: it
// has the same head, and is called 续表 or nothing stands between.
func (p *page) continued(t, last *policy.Table) {
	n := 0
	for n < min(len(t.Cells), len(last.Cells)) && last.Cells[n].Row < last.HeaderRows && t.Cells[n].Text.String() == last.Cells[n].Text.String() {
		n++
	}
	same := n > 0 && t.Cols == last.Cols && n < len(last.Cells) && last.Cells[n].Row >= last.HeaderRows
	if same && (strings.Contains(t.Caption, "续") || t.Caption == "" && !strings.ContainsFunc(p.s[last.Span.End:max(t.Span.Start, last.Span.End)], isHan)) {
		t.Caption, t.Unit = last.Caption, cmp.Or(t.Unit, last.Unit)
	}
}

// before reads up to three lines above the table at unit i, and the rows that stood there.
func (p *page) before(us []unit, i int, t *policy.Table) {
	c := captioner{us: us, i: i, t: t}
	for k := i - 1; k >= 0 && (k >= i-3 || us[k].titled); k-- {
		if us[k].kind != policy.Boilerplate && !c.line(k) {
			return
		}
	}
}

// A captioner reads what stands above table t, unit i, from the table upwards.
type captioner struct {
	us   []unit
	i    int
	t    *policy.Table
	date string // 2022年9月 between the caption and the table
}

// line reads unit k, and says whether there may be more above it.
func (c *captioner) line(k int) bool {
	u := &c.us[k]
	if u.kind != policy.Paragraph && u.kind != policy.Caption || u.table >= 0 {
		return false
	}
	s := strings.TrimRight(u.str(), " \u00a0|")
	table := c.us[c.i].table
	unit := unitAbove(s)
	switch {
	case c.isDate(k, s):
		c.date = s
		u.caption(table)
		return true
	case unit == "" && isSiteNote(u):
		return true
	case !u.titled && k > 0 && latin(s) && mayTranslate(&c.us[k-1]):
		u.caption(table)
		return true
	case !c.take(k, s, unit):
		return false
	}
	u.caption(table)
	c.t.Span.Start = u.span.Start
	return c.t.Caption == "" || u.titled
}

// isDate says whether s, unit k, is a date between the caption and the table.
func (c *captioner) isDate(k int, s string) bool {
	return k == c.i-1 && k > 0 && isPeriodLine(s) && c.us[k-1].kind == policy.Paragraph && captionLike(&c.us[k-1])
}

// take takes s, unit k, which names the unit given, if any, for the table's unit or caption,
// and says whether it is either.
func (c *captioner) take(k int, s, unit string) bool {
	u, t := &c.us[k], c.t
	near := k == c.i-1 || c.date != "" || t.Unit != ""
	switch {
	case unit != "" && t.Unit == "":
		t.Unit = unit
	case u.titled && k == 0 && titleEnd(s):
		return false // the document's own
	case u.titled:
		s, t.Unit = splitUnit(s, t.Unit)
		t.Caption = titleOver(s, t.Caption)
	case t.Caption == "" && (isCaption(s) || near && captionLike(u)):
		t.Caption, t.Unit = splitUnit(s, t.Unit)
		if c.date != "" {
			t.Caption += " " + c.date
		}
	default:
		return false
	}
	return true
}

// after reads the notes below the table at unit i.
func (p *page) after(us []unit, i int, t *policy.Table) {
	for k := i + 1; k < len(us) && k < i+40; k++ {
		u := &us[k]
		if u.kind == policy.Boilerplate {
			continue
		}
		first := t.Note == ""
		if u.kind != policy.Paragraph || u.titled || !isNote(u.str()) && (first || u.gap > 0 || readMarker(u.str()).style < arabic) {
			return
		}
		if !first {
			t.Note += " "
		}
		t.Note += strings.TrimRight(u.str(), " |")
		t.Span.End = u.span.End
		u.kind, u.table, u.r = policy.Note, us[i].table, reading{}
	}
}
