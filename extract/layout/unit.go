package layout

import "shuzheng/policy"

// A unit is what becomes one block, or a heading and the block behind it.
type unit struct {
	kind   policy.BlockKind // Paragraph until something else is known
	text   policy.Text
	span   policy.Span // in Content
	gap    int         // blank lines before it
	depth  int         // depth of a Markdown or HTML heading, 0 if the format marks none
	table  int         // index of a table, else -1
	width  int         // columns of its only line; of the longest where several were joined
	lines  int         // how many lines were joined
	tab    bool
	bold   bool // set in bold as a whole
	link   bool // nothing but a link
	fresh  bool // begins an article of its own
	titled bool // stood above a table as a row of it
	r      reading
}

// str is the unit's wording.
func (u *unit) str() string { return u.text.String() }

// end is how the unit stops.
func (u *unit) end() ending { return endOf(u.text.String()) }

// numbered says whether u is a paragraph that begins with a number or a sign of a list.
func (u *unit) numbered() bool { return u.kind == policy.Paragraph && u.r.style != noStyle }

// bare says whether u is a paragraph that does not.
func (u *unit) bare() bool { return u.kind == policy.Paragraph && u.r.style == noStyle }

// prose says whether u is a sentence or more of running text.
func (u *unit) prose() bool {
	return u.bare() && u.text.Len() >= 30 && u.end() == closedEnd
}

// oneLine says whether u stands on one line of some columns at most and ends without a stop.
func (u *unit) oneLine(columns int) bool {
	return u.lines <= 1 && u.width <= columns && u.end() == openEnd
}
