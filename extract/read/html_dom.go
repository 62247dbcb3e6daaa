package read

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// A piece is a run of text between two tags of a page, in bytes of the decoded page.
type piece struct {
	start, end int
	literal    bool // character references in it mean nothing (<xmp>)
}

// A node is an element of the page, or text in it.
type node struct {
	tag    string // "" for text
	attr   map[string]string
	parent *node
	kids   []*node
	pieces []int // of text: the pieces it is made of, and blank or feed between them
	first  int   // index of the first piece under it, -1 for none
	size   int   // bytes of wording that is seen under it
	linked int   // of them, those inside links
}

// Blanks between pieces: within a line, or with a line feed among them.
const (
	blank = -1
	feed  = -2
)

// A dom is a parsed page.
type dom struct {
	root   *node
	page   string // the decoded page
	from   int    // what is parsed of it
	to     int
	pieces []piece
	stray  []bool // by piece: text that stands in a table outside every cell
	flat   bool   // the page was nested too deep, so its structure was simplified
}

// parseHTML parses a page. net/html keeps no positions, so what it is given is a
// skeleton of the page in which every piece of text is the number of that piece:
// the tree says which pieces make a block, and the pieces know their bytes.
func parseHTML(s string) (*dom, error) { return parseFragment(s, 0, len(s)) }

// parseFragment parses s[from:to]; its places are places of s.
func parseFragment(s string, from, to int) (*dom, error) {
	d := &dom{page: s, from: from, to: to}
	doc, err := parseSkeleton(d.skeleton(false))
	if err != nil { // nested too deep for the parser
		d.flat = true
		doc, err = parseSkeleton(d.skeleton(true))
	}
	if err != nil {
		return nil, &Error{"网页无法解析：" + err.Error(), "the web page cannot be parsed: " + err.Error()}
	}
	g := grower{pieces: d.pieces}
	d.root = g.grow(doc.Nodes[0], nil, false)
	d.findStray(g.order)
	return d, nil
}

// parseSkeleton parses s; the parser panics on some depths of nesting.
func parseSkeleton(s string) (doc *goquery.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return goquery.NewDocumentFromReader(strings.NewReader(s))
}

// unseen are the elements whose wording no reader sees.
var unseen = map[string]bool{"script": true, "style": true, "noscript": true, "iframe": true, "noembed": true, "noframes": true}

// inline are the elements that only dress their wording. They are left out of
// the skeleton: saved pages nest them by the hundred.
var inline = map[string]bool{
	"b": true, "i": true, "u": true, "em": true, "strong": true, "font": true, "small": true, "big": true,
	"tt": true, "ins": true, "abbr": true, "acronym": true, "wbr": true, "nobr": true, "o:p": true, "st1:chsdate": true,
}

// kept are the elements that a simplified skeleton still holds; others that
// begin a line become a break.
var kept = map[string]bool{
	"p": true, "br": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "meta": true, "title": true,
}

// skeleton writes the page anew with the number of each piece in its place.
func (d *dom) skeleton(flat bool) string {
	w := skeletonWriter{d: d, flat: flat}
	d.pieces = d.pieces[:0]
	w.out.Grow((d.to - d.from) / 2)
	z := html.NewTokenizer(strings.NewReader(d.page[d.from:d.to]))
	for at := d.from; ; {
		z.AllowCDATA(w.foreign > 0)
		kind := z.Next()
		n := len(z.Raw())
		if kind == html.ErrorToken {
			return w.out.String()
		}
		raw := d.page[at : at+n]
		switch kind {
		case html.TextToken:
			w.text(raw, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			w.start(string(name), raw, kind == html.SelfClosingTagToken)
			if w.foreign > 0 {
				z.NextIsNotRawText()
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			w.finish(string(name), raw)
		case html.DoctypeToken:
			w.out.WriteString(raw)
		}
		at += n
	}
}

type skeletonWriter struct {
	d       *dom
	out     strings.Builder
	flat    bool
	foreign int    // depth inside svg and math, where title and style hold markup
	rawTag  string // the unseen or literal element that was just opened
	spans   []bool // open <span>s: whether they were kept
	num     []byte
}

// text writes the number of a piece; blanks stay blanks, for the parser treats
// them in its own way.
func (w *skeletonWriter) text(raw string, at int) {
	tag := w.rawTag
	w.rawTag = ""
	switch {
	case unseen[tag]:
	case blankHTML(raw):
		if strings.ContainsAny(raw, "\r\n") {
			w.out.WriteByte('\n')
		} else {
			w.out.WriteByte(' ')
		}
	default:
		cut := len(raw)
		if w.foreign > 0 && strings.HasPrefix(raw, "<![CDATA[") {
			at += 9
			raw = strings.TrimSuffix(raw[9:], "]]>")
			cut = len(raw)
			tag = "xmp"
		}
		w.num = strconv.AppendInt(w.num[:0], int64(len(w.d.pieces)), 10)
		w.out.Write(append(w.num, ';'))
		w.d.pieces = append(w.d.pieces, piece{at, at + cut, tag == "xmp" || tag == "plaintext"})
	}
}

func (w *skeletonWriter) start(name, raw string, closed bool) {
	w.rawTag = name
	switch {
	case w.flat && !kept[name]:
		if !unseen[name] && !inline[name] && name != "span" && name != "a" {
			w.out.WriteString("<br>")
		}
		return
	case unseen[name], inline[name]:
		return
	case name == "svg" || name == "math":
		if !closed {
			w.foreign++
		}
	case name == "span" && !closed:
		keep := strings.Contains(raw, "none") || strings.Contains(raw, "hidden")
		w.spans = append(w.spans, keep)
		if !keep {
			return
		}
	}
	w.out.WriteString(raw)
}

func (w *skeletonWriter) finish(name, raw string) {
	w.rawTag = ""
	switch {
	case w.flat && !kept[name], unseen[name], inline[name]:
		return
	case (name == "svg" || name == "math") && w.foreign > 0:
		w.foreign--
	case name == "span" && len(w.spans) > 0:
		keep := w.spans[len(w.spans)-1]
		w.spans = w.spans[:len(w.spans)-1]
		if !keep {
			return
		}
	}
	w.out.WriteString(raw)
}

// blankHTML says whether s is white space to the parser, also where it is
// written as character references.
func blankHTML(s string) bool {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return strings.Trim(s, " \t\r\n\f\x00") == ""
}

// A grower makes nodes of the parser's tree.
type grower struct {
	pieces []piece
	order  []int  // pieces in the order of the tree
	slab   []node // nodes are allocated by the hundred
}

func (g *grower) new() *node {
	if len(g.slab) == 0 {
		g.slab = make([]node, 128)
	}
	n := &g.slab[0]
	g.slab = g.slab[1:]
	n.first = -1
	return n
}

// grow turns h and what is under it into nodes.
func (g *grower) grow(h *html.Node, parent *node, linked bool) *node {
	n := g.new()
	n.parent = parent
	switch h.Type {
	case html.TextNode:
		g.text(n, h.Data, linked)
		return n
	case html.ElementNode:
		n.tag, n.attr = h.Data, attributes(h)
		if _, ok := n.attr["href"]; ok && n.tag == "a" {
			linked = true
		}
	default:
		n.tag = "#document"
	}
	for c := h.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode && c.Type != html.ElementNode {
			continue
		}
		k := g.grow(c, n, linked)
		n.kids = append(n.kids, k)
		if !k.hidden() {
			n.size += k.size
			n.linked += k.linked
		}
		if n.first < 0 {
			n.first = k.first
		}
	}
	return n
}

// attributes are those of h by name, nil where it has none.
func attributes(h *html.Node) map[string]string {
	if len(h.Attr) == 0 {
		return nil
	}
	attr := make(map[string]string, len(h.Attr))
	for _, a := range h.Attr {
		attr[a.Key] = a.Val
	}
	return attr
}

// text reads the numbers of the pieces that make a text, and the blanks between.
func (g *grower) text(n *node, numbers string, linked bool) {
	i, digits := 0, 0
	for k := 0; k < len(numbers); k++ {
		switch c := numbers[k]; {
		case c >= '0' && c <= '9' && digits < 9:
			i, digits = i*10+int(c-'0'), digits+1
			continue
		case c == ';' && digits > 0 && i < len(g.pieces):
			n.pieces = append(n.pieces, i)
			g.order = append(g.order, i)
			n.size += g.pieces[i].end - g.pieces[i].start
			if n.first < 0 {
				n.first = i
			}
		case c == ' ':
			n.pieces = append(n.pieces, blank)
		case c == '\n':
			n.pieces = append(n.pieces, feed)
		} // anything else is markup that the parser took for text
		i, digits = 0, 0
	}
	if linked {
		n.linked = n.size
	}
}

// findStray notes the pieces that the parser moved forward: wording in a table
// outside every cell is put before the table. They are read where they stand.
func (d *dom) findStray(order []int) {
	d.stray = make([]bool, len(d.pieces))
	least := len(d.pieces)
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		d.stray[i] = i > least
		least = min(least, i)
	}
}
