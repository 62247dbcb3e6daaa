package read

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// An xmlKind says what a token is.
type xmlKind uint8

// The kinds of tokens; comments and instructions are passed over.
const (
	xmlEnd xmlKind = iota
	xmlStart
	xmlText
	xmlEOF
)

// An xmlToken is a tag or a run of character data, as a range of the scanner's text.
type xmlToken struct {
	kind       xmlKind
	space      xmlSpace
	name       string // of a tag, without prefix
	start, end int
	literal    bool // of text: & means itself (CDATA)
	attrs      int  // of a start tag: where its attributes begin
}

// An xmlScanner goes over the text of an XML part, one token at a time. An empty
// tag gives a start and an end. Nothing is expanded: a DTD is an error. Tokens
// name ranges of the text, so that whoever reads them knows their place.
type xmlScanner struct {
	s        string
	at       int
	open     []string // names of the open elements, with prefixes
	base     int      // how many are open around the place where scanning began
	maxDepth int
	bound    []xmlBinding
	prefix   string // the last one that was looked up
	space    xmlSpace
	closing  bool // the tag before at was empty: its end comes next
	err      error
}

// An xmlBinding is a prefix that an element declares.
type xmlBinding struct {
	prefix string
	space  xmlSpace
	depth  int
}

// scanXML starts a scanner of s[from:to].
func scanXML(s string, from, to int, opt Options) *xmlScanner {
	x := &xmlScanner{s: s[:to], at: from, maxDepth: limitOr(opt.MaxDepth, defaultMaxDepth)}
	x.bound = append(x.bound, xmlBinding{"xml", spaceXML, 0})
	return x
}

// depth is how many elements are open.
func (x *xmlScanner) depth() int { return x.base + len(x.open) }

// An xmlPlace is the start tag of an element, to be scanned later or once more.
type xmlPlace struct {
	s        string
	at, base int
	maxDepth int
	bound    []xmlBinding
}

// place is that of t, which was the last token.
func (x *xmlScanner) place(t xmlToken) xmlPlace {
	x.bound = slices.Clip(x.bound)
	return xmlPlace{x.s, t.start, x.depth() - 1, x.maxDepth, x.bound}
}

// scan starts a scanner inside the element at p; what follows the element's end
// is not its concern.
func (p xmlPlace) scan() *xmlScanner {
	x := &xmlScanner{s: p.s, at: p.at, base: p.base, maxDepth: p.maxDepth, bound: p.bound, prefix: "\x00"}
	x.next()
	return x
}

// children goes over the start tags right inside the element that is open. What the
// loop leaves unread of a child is passed over.
func (x *xmlScanner) children() iter.Seq[xmlToken] {
	return func(yield func(xmlToken) bool) {
		for depth := x.depth(); ; {
			t := x.next()
			if t.kind == xmlEOF || t.kind == xmlEnd && x.depth() < depth || t.kind == xmlStart && !yield(t) {
				return
			}
			for x.depth() > depth {
				if x.next().kind == xmlEOF {
					return
				}
			}
		}
	}
}

// next gives the next token; xmlEOF at the end of the text or where it is no XML,
// and err says which.
func (x *xmlScanner) next() xmlToken {
	if x.closing {
		x.closing = false
		return x.pop(x.at, x.at)
	}
	for x.err == nil && x.at < len(x.s) {
		if x.s[x.at] != '<' {
			return x.text()
		}
		rest := x.s[x.at:]
		switch {
		case len(rest) < 2:
			x.fail("标签不完整", "a tag is cut off")
		case rest[1] == '/':
			return x.endTag()
		case rest[1] == '?':
			x.skipPast("?>")
		case rest[1] != '!':
			return x.startTag()
		case strings.HasPrefix(rest, "<!--"):
			x.skipPast("-->")
		case strings.HasPrefix(rest, "<![CDATA["):
			return x.cdata()
		default:
			x.fail("里面有 DTD，为安全起见不读", "it holds a DTD, which is not read for safety")
		}
	}
	if x.err == nil && len(x.open) > 0 {
		x.fail("没有写完，缺少结束标签 "+x.open[len(x.open)-1], "it ends before "+x.open[len(x.open)-1]+" is closed")
	}
	return xmlToken{kind: xmlEOF, start: x.at, end: x.at}
}

// fail ends the scanning.
func (x *xmlScanner) fail(zh, en string) xmlToken {
	if x.err == nil {
		x.err = &Error{"XML " + zh, "the XML cannot be read: " + en}
	}
	return xmlToken{kind: xmlEOF, start: x.at, end: x.at}
}

// skipPast goes behind the next mark.
func (x *xmlScanner) skipPast(mark string) {
	if i := strings.Index(x.s[x.at:], mark); i >= 0 {
		x.at += i + len(mark)
		return
	}
	x.fail("没有写完", "it is cut off")
}

// text is the character data up to the next tag.
func (x *xmlScanner) text() xmlToken {
	t := xmlToken{kind: xmlText, start: x.at, end: len(x.s)}
	if i := strings.IndexByte(x.s[x.at:], '<'); i >= 0 {
		t.end = x.at + i
	}
	x.at = t.end
	return t
}

// cdata is character data in which & means itself.
func (x *xmlScanner) cdata() xmlToken {
	const head, tail = "<![CDATA[", "]]>"
	t := xmlToken{kind: xmlText, literal: true, start: x.at + len(head)}
	if x.skipPast(tail); x.err != nil {
		return x.next()
	}
	t.end = x.at - len(tail)
	return t
}

// startTag reads an opening or an empty tag.
func (x *xmlScanner) startTag() xmlToken {
	start := x.at
	name := x.name(start + 1)
	end := tagEnd(x.s, start+1+len(name))
	switch {
	case name == "":
		return x.fail("标签没有名字", "a tag has no name")
	case end < 0:
		return x.fail("标签 "+name+" 不完整", "the tag "+name+" is cut off")
	case x.depth() >= x.maxDepth:
		return x.fail(fmt.Sprintf("嵌套超过 %d 层", x.maxDepth), fmt.Sprintf("it is nested more than %d deep", x.maxDepth))
	}
	x.at = end
	x.open = append(x.open, name)
	x.closing = x.s[end-2] == '/'
	attrs := start + 1 + len(name)
	if strings.Contains(x.s[attrs:end], "xmlns") {
		x.bind(attrs)
	}
	space, local := x.resolve(name)
	return xmlToken{kind: xmlStart, space: space, name: local, start: start, end: end, attrs: attrs}
}

// endTag reads a closing tag, which must close the element that is open.
func (x *xmlScanner) endTag() xmlToken {
	start := x.at
	name := x.name(start + 2)
	i := strings.IndexByte(x.s[start:], '>')
	switch {
	case i < 0:
		return x.fail("标签 "+name+" 不完整", "the tag "+name+" is cut off")
	case len(x.open) == 0 || x.open[len(x.open)-1] != name:
		return x.fail("结束标签 "+name+" 没有对应的开始标签", "the end tag "+name+" closes nothing")
	}
	x.at = start + i + 1
	return x.pop(start, x.at)
}

// pop closes the element that is open.
func (x *xmlScanner) pop(start, end int) xmlToken {
	n := len(x.open) - 1
	space, local := x.resolve(x.open[n])
	for k := len(x.bound) - 1; k >= 0 && x.bound[k].depth > x.base+n; k-- {
		x.bound = x.bound[:k:k] // a place may hold on to what is cut off
		x.prefix = "\x00"
	}
	x.open = x.open[:n]
	return xmlToken{kind: xmlEnd, space: space, name: local, start: start, end: end}
}

// name is the name that begins at byte i.
func (x *xmlScanner) name(i int) string {
	end := i
	for end < len(x.s) && !nameStop[x.s[end]] {
		end++
	}
	return x.s[i:end]
}

// nameStop marks the bytes that no name holds.
var nameStop = func() (t [256]bool) {
	for c := range 0x21 {
		t[c] = true
	}
	for _, c := range "<>/=\"'&" {
		t[c] = true
	}
	return t
}()

// tagEnd is the byte behind the > that ends the tag whose attributes begin at i,
// -1 if there is none. A > inside quotation marks ends nothing.
func tagEnd(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; c {
		case '>':
			return i + 1
		case '<':
			return -1
		case '"', '\'':
			k := strings.IndexByte(s[i+1:], c)
			if k < 0 {
				return -1
			}
			i += k + 1
		}
		i++
	}
	return -1
}
