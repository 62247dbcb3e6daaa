package read

import (
	"strings"

	"shuzheng/policy"
)

// A place says what the wording at some point of the page plays in it.
type place struct {
	kind   policy.BlockKind
	level  int
	main   bool // inside the main text
	joined bool // a <br> does not end the line, as in a heading
}

// A builder writes the Content of a page and its blocks, in reading order.
type builder struct {
	writer
	doc    *policy.Document
	whole  bool // the main text was not told from the rest, so chrome is looked for everywhere
	mains  map[*node]bool
	line   place // of the line being written
	inCell bool
	unread bool // the table being written holds wording that no reader sees
	next   int  // the piece after the last one written
	cells  int  // written so far
}

// breaking are the elements that begin and end a line.
var breaking = map[string]bool{
	"address": true, "article": true, "aside": true, "blockquote": true, "body": true, "button": true, "caption": true,
	"center": true, "dd": true, "details": true, "dialog": true, "dir": true, "div": true, "dl": true, "dt": true,
	"fieldset": true, "figcaption": true, "figure": true, "footer": true, "form": true, "h1": true, "h2": true,
	"h3": true, "h4": true, "h5": true, "h6": true, "header": true, "hgroup": true, "hr": true, "html": true,
	"legend": true, "li": true, "main": true, "menu": true, "nav": true, "ol": true, "optgroup": true, "option": true,
	"p": true, "pre": true, "listing": true, "plaintext": true, "xmp": true, "section": true, "select": true,
	"summary": true, "table": true, "tbody": true, "td": true, "textarea": true, "tfoot": true, "th": true,
	"thead": true, "tr": true, "ul": true, "marquee": true, "search": true, "frameset": true,
}

// walk writes what is under n.
func (b *builder) walk(n *node, c place) {
	if n.tag == "" {
		b.text(n, c)
		return
	}
	switch n.tag {
	case "script", "style", "template", "title", "head":
		return
	case "br":
		b.lineFeed(c)
		return
	case "table":
		if b.table(n, &c) {
			return
		}
	}
	if b.inCell && (n.hidden() || n.tag == "select" || n.tag == "textarea") {
		b.unread = b.unread || n.first >= 0
		return
	}
	b.element(n, c)
}

// element writes an element that is read.
func (b *builder) element(n *node, c place) {
	outer := c.kind
	c = b.enter(n, c)
	ends := breaking[n.tag] || b.mains[n] || outer != c.kind
	if ends {
		b.endLine()
	}
	switch n.tag {
	case "pre", "listing", "xmp", "plaintext":
		defer func(f func()) { b.preform = f }(b.preform)
		b.preform = b.endLine
	case "sup":
		b.raised++
		defer func() { b.raised-- }()
	}
	for _, k := range n.kids {
		b.walk(k, c)
	}
	if ends {
		b.endLine()
	}
}

// enter is the place inside n, which stands at c.
func (b *builder) enter(n *node, c place) place {
	if b.mains[n] {
		c = place{kind: policy.Paragraph, main: true}
	}
	switch n.tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		c.joined = true
		if c.kind == policy.Paragraph {
			c.kind, c.level = policy.Heading, int(n.tag[1]-'0')
		}
	case "select", "option", "button", "textarea", "datalist":
		c.kind, c.level = policy.Boilerplate, 0
	}
	if c.kind != policy.Boilerplate && !b.inCell && (n.hidden() || n.chrome(b.whole)) {
		c.kind, c.level = policy.Boilerplate, 0
	}
	return c
}

// text writes the pieces of n.
func (b *builder) text(n *node, c place) {
	for _, i := range n.pieces {
		switch {
		case i == blank:
			b.blank(' ')
			continue
		case i == feed:
			b.blank('\n')
			continue
		case i < b.next || b.d.stray[i]:
			continue
		}
		b.strays(i, c)
		b.write(i, c)
		for b.next < len(b.d.stray) && b.d.stray[b.next] {
			b.strays(b.next+1, c)
		}
	}
}

// strays writes the pieces before i that the parser moved away from here.
func (b *builder) strays(i int, c place) {
	for j := b.next; j < i; j++ {
		if b.d.stray[j] {
			b.endLine()
			b.write(j, c)
			b.endLine()
		}
	}
}

// write writes piece i.
func (b *builder) write(i int, c place) {
	if b.last == 0 {
		b.line = c
	}
	b.piece(b.d.pieces[i])
	b.next = i + 1
}

// lineFeed is a <br>.
func (b *builder) lineFeed(c place) {
	if c.joined && !b.inCell {
		b.blank('\n')
		return
	}
	b.endLine()
}

// endLine makes a block of the line, or a blank within a cell.
func (b *builder) endLine() {
	if b.inCell {
		b.gap = hardGap
		return
	}
	if b.last != 0 {
		b.block(b.line.kind, b.line.level, b.start, -1)
	}
	b.separate("")
	if b.out.Len() > 0 {
		b.sep = "\n"
	}
}

// block adds a block that goes from start to what is written last.
func (b *builder) block(kind policy.BlockKind, level, start, table int) {
	b.doc.Blocks = append(b.doc.Blocks, policy.Block{
		ID: len(b.doc.Blocks), Kind: kind, Level: level,
		Span:    policy.Span{Start: start, End: b.out.Len()},
		Section: -1, Table: table,
	})
}

// hidden says whether a browser does not show n.
func (n *node) hidden() bool {
	if n.attr == nil {
		return false
	}
	if _, ok := n.attr["hidden"]; ok {
		return true
	}
	style := n.attr["style"]
	if style == "" || !strings.Contains(style, ":") {
		return false
	}
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}
