package layout

import (
	"html"
	"strings"

	"shuzheng/policy"
)

// Text saved from the web or from a converter often keeps some of its markup:
// <p style="…">, &nbsp;, **bold**, ### headings, [查看原文](address). It is left out
// of the wording; the positions still name the file.

// hasMarkup says whether s may hold HTML tags, entities or Markdown.
func hasMarkup(s string) bool {
	if strings.Contains(s, "**") || strings.Contains(s, "](") || strings.HasPrefix(s, "#") || strings.Contains(s, "\n#") {
		return true
	}
	for i := 0; ; i++ {
		k := strings.IndexByte(s[i:], '&')
		if k < 0 {
			break
		}
		i += k
		if _, n := entity(s[i:]); n > 0 {
			return true
		}
	}
	for i := 0; ; i++ {
		k := strings.IndexByte(s[i:], '<')
		if k < 0 {
			return false
		}
		i += k
		if t := readTag(s[i:]); t.len > 0 {
			return true
		}
	}
}

// tagKinds says what the elements do to the lines they stand in.
var tagKinds = map[string]byte{
	"p": 'b', "div": 'b', "br": 'b', "li": 'b', "ul": 'b', "ol": 'b', "tr": 'b', "td": 'b', "th": 'b',
	"table": 't', "tbody": 'b', "thead": 'b', "section": 'b', "article": 'b', "blockquote": 'b', "center": 'b', "hr": 'b',
	"html": 'b', "body": 'b', "head": 'b', "title": 'b', "dl": 'b', "dt": 'b', "dd": 'b',
	"h1": '1', "h2": '2', "h3": '3', "h4": '4', "h5": '5', "h6": '6',
	"strong": 's', "b": 's',
	"span": 'i', "em": 'i', "i": 'i', "u": 'i', "a": 'i', "font": 'i', "sup": 'i', "sub": 'i', "img": 'i', "small": 'i',
	"label": 'i', "o:p": 'i', "input": 'i', "meta": 'i', "link": 'i', "del": 'i', "ins": 'i',
	"script": 'x', "style": 'x',
}

// A tag is an HTML tag: what kind its element is and how many bytes it takes.
type tag struct {
	kind  byte // of tagKinds; 0 if there is no tag
	close bool
	len   int
}

// maxTag bounds a tag, so that a stray < does not swallow text.
const maxTag = 4096

// maxComment bounds a comment and a script.
const maxComment = 1 << 14

// readTag reads the tag or comment that s begins with; its len is 0 if s begins
// with something else (a less-than sign).
func readTag(s string) tag {
	if len(s) < 3 || s[0] != '<' {
		return tag{}
	}
	if strings.HasPrefix(s, "<!--") {
		if k := strings.Index(s[:min(len(s), maxComment)], "-->"); k >= 0 {
			return tag{'i', false, k + 3}
		}
		return tag{}
	}
	i := 1
	t := tag{}
	if s[i] == '/' {
		t.close, i = true, 2
	}
	j := i
	for j < len(s) && j < i+12 && (s[j]|0x20 >= 'a' && s[j]|0x20 <= 'z' || s[j] >= '1' && s[j] <= '6' || s[j] == ':') {
		j++
	}
	kind := tagKinds[strings.ToLower(s[i:j])]
	if kind == 0 {
		return tag{}
	}
	for j < len(s) && j < maxTag && s[j] != '>' {
		if s[j] == '<' {
			return tag{}
		}
		j++
	}
	if j >= len(s) || s[j] != '>' {
		return tag{}
	}
	t.kind, t.len = kind, j+1
	if kind == 'x' && !t.close {
		t.len += contentLen(s[t.len:min(len(s), t.len+maxComment)], s[i:i+5])
	}
	return t
}

// contentLen is how far it is to the end tag of the script or style element name.
func contentLen(s, name string) int {
	for i := 0; ; i += 2 {
		k := strings.Index(s[i:], "</")
		if k < 0 {
			return 0
		}
		i += k
		if len(s) >= i+2+len(name) && strings.EqualFold(s[i+2:i+2+len(name)], name) {
			return i
		}
	}
}

// entity reads the character reference that s begins with (&nbsp; &#8220;) and
// says how many bytes it takes, 0 if there is none.
func entity(s string) (string, int) {
	if len(s) < 4 || s[0] != '&' {
		return "", 0
	}
	k := strings.IndexByte(s[:min(len(s), 12)], ';')
	if k < 3 {
		return "", 0
	}
	if d := html.UnescapeString(s[:k+1]); d != s[:k+1] {
		return d, k + 1
	}
	return "", 0
}

// addMarked appends the line s[a:b], cut at the tags of paragraphs, its wording
// freed of inline markup. It returns where the next line begins if that is behind
// b: a table element may stand on several lines.
func (p *page) addMarked(a, b int) int {
	if isRule(p.s[a:b]) {
		return b
	}
	from := a
	for i := a; i < b; {
		k := strings.IndexByte(p.s[i:b], '<')
		if k < 0 {
			break
		}
		i += k
		t := readTag(p.s[i:min(len(p.s), i+1<<17)])
		switch {
		case t.len == 0:
			i++
			continue
		case t.kind == 't' && !t.close:
			p.addPiece(from, i, true)
			if end := p.addElement(i); end > 0 {
				i, from = end, end
				if end >= b {
					_, next := lineEnd(p.s, end, false)
					return p.addMarked(end, max(next, end))
				}
				continue
			}
		case t.kind >= '1' && t.kind <= '6':
			n := len(p.lines)
			p.addPiece(from, i, true)
			if t.close && len(p.lines) > n {
				p.lines[n].hashes = int(t.kind - '0')
			}
		case t.kind == 'b' || t.kind == 't' || t.kind == 'x':
			p.addPiece(from, i, true)
		default:
			i += t.len
			continue
		}
		i = min(i+t.len, len(p.s))
		from = i
	}
	if from < b {
		p.addPiece(from, b, from > a)
	}
	return max(b, from)
}

// isRule says whether a line is a horizontal rule: ---- ====.
func isRule(s string) bool {
	s = trim(s)
	return len(s) >= 3 && strings.Trim(s, "-=*_ ") == ""
}

// addPiece appends s[a:b], a line or a paragraph element of it.
func (p *page) addPiece(a, b int, hard bool) {
	if a >= b {
		return
	}
	n := len(p.lines)
	depth := 0
	at := skipBlanks(p.s[:b], a)
	for at+depth < b && p.s[at+depth] == '#' && depth < 7 {
		depth++
	}
	if depth > 0 && depth < 7 && at+depth < b {
		a = at + depth
	} else {
		depth = 0
	}
	p.add(a, b)
	if len(p.lines) == n {
		return
	}
	l := &p.lines[n]
	l.hashes = depth
	l.hard = hard || depth > 0
	l.stop = l.hard
	if strings.ContainsAny(p.s[l.span.Start:l.span.End], "<&*[\\") {
		p.clean(l)
		if l.span.Len() == 0 {
			p.lines = p.lines[:n]
		}
	}
}

// clean frees the wording of l of inline markup.
func (p *page) clean(l *line) {
	base := l.span.Start
	src := policy.Plain(p.s[base:l.span.End], base)
	c := cleaner{e: src.Edit(), s: src.String()}
	c.run()
	t := c.e.Text().TrimSpace()
	l.span = t.Span(0, t.Len())
	if t.Len() == 0 {
		l.span.End = l.span.Start
		return
	}
	l.bold = c.bold > 0 && c.plain == 0
	l.link = c.linked > 0 && c.plain == 0 && c.bold == 0
	l.width = columns(t.String())
	l.end = endOf(t.String())
	if t.String() != p.s[l.span.Start:l.span.End] {
		p.cleaned = append(p.cleaned, t)
		l.clean = len(p.cleaned)
	}
}

// A cleaner walks over a line with markup.
type cleaner struct {
	e                   *policy.Editor
	s                   string
	strong              int // open bold elements
	bold, plain, linked int // characters of each kind, blanks not counted
}

func (c *cleaner) run() {
	for i := 0; i < len(c.s); {
		n, as, ok := c.mark(i)
		if !ok {
			c.count(i)
			i++
			continue
		}
		c.e.CopyTo(i)
		if as == "" {
			c.e.Skip(i + n)
		} else {
			c.e.Replace(n, as)
		}
		i += n
	}
}

// count notes the character at i as bold or plain.
func (c *cleaner) count(i int) {
	switch {
	case c.s[i] <= ' ':
	case c.strong > 0:
		c.bold++
	default:
		c.plain++
	}
}

// mark reads the markup at i: its length and what is written instead.
func (c *cleaner) mark(i int) (n int, as string, ok bool) {
	s := c.s[i:]
	switch s[0] {
	case '<':
		t := readTag(s)
		if t.kind == 's' {
			c.strong += 1
			if t.close {
				c.strong = max(c.strong-2, 0)
			}
		}
		return t.len, "", t.len > 0
	case '&':
		as, n = entity(s)
		return n, as, n > 0
	case '*':
		if strings.HasPrefix(s, "**") && (c.strong > 0 || strings.Contains(s[2:], "**")) {
			c.strong = 1 - min(c.strong, 1)
			return 2, "", true
		}
	case '\\':
		return 1, "", len(s) > 1 && strings.IndexByte("*#_[]()-.!`~>|", s[1]) >= 0
	case '!':
		if strings.HasPrefix(s, "![") {
			if n := linkLen(s[1:]); n > 0 {
				return n + 1, "", true
			}
		}
	case '[':
		if n := linkLen(s); n > 0 {
			c.linked += n
			return 1, "", true
		}
	case ']':
		if strings.HasPrefix(s, "](") {
			if k := strings.IndexByte(s[:min(len(s), maxTag)], ')'); k >= 0 {
				c.plain = max(c.plain-c.inLink(i), 0)
				return k + 1, "", true
			}
		}
	}
	return 0, "", false
}

// inLink is the number of bytes of the link text that ends at i.
func (c *cleaner) inLink(i int) int {
	return i - 1 - strings.LastIndexByte(c.s[:i], '[')
}

// linkLen is the length of the Markdown link [text](address) that s begins with.
func linkLen(s string) int {
	s = s[:min(len(s), maxTag)]
	k := strings.Index(s, "](")
	if k < 0 || strings.IndexByte(s[1:k], '[') >= 0 {
		return 0
	}
	e := strings.IndexByte(s[k:], ')')
	if e < 0 || strings.ContainsAny(s[k+2:k+e], " \u3000") {
		return 0
	}
	return k + e + 1
}
