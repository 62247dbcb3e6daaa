package layout

import (
	"strings"

	"shuzheng/extract/marks"
	"shuzheng/policy"
)

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
	l.look(t.String(), marks.Content.In(t.String()))
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
		n, as := c.mark(i)
		if n == 0 {
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

// mark reads the markup at i: its length, 0 if there is none, and what is written instead.
func (c *cleaner) mark(i int) (n int, as string) {
	s := c.s[i:]
	switch s[0] {
	case '<':
		n = c.tag(s)
	case '&':
		as, n = entity(s)
	case '*':
		n = c.stars(s)
	case frameBar:
		if bar := len("│"); len(s) >= bar && strings.Contains("│┃║", s[:bar]) {
			n, as = bar, "|"
		}
	case '\\':
		if len(s) > 1 && strings.IndexByte("*#_[]()-.!`~>|", s[1]) >= 0 {
			n = 1
		}
	case '!':
		n = pictureLen(s)
	case '[':
		n = c.linkStart(s)
	case ']':
		n = c.linkEnd(s, i)
	}
	return n, as
}

// tag is the length of the tag that s begins with.
func (c *cleaner) tag(s string) int {
	t := readTag(s)
	if t.kind == 's' {
		c.strong++
		if t.close {
			c.strong = max(c.strong-2, 0)
		}
	}
	return t.len
}

// stars is the length of the ** that s begins with, where another pair goes with it.
func (c *cleaner) stars(s string) int {
	if !strings.HasPrefix(s, "**") || c.strong == 0 && !strings.Contains(s[2:], "**") {
		return 0
	}
	c.strong = 1 - min(c.strong, 1)
	return 2
}

// pictureLen is the length of the picture that s begins with: ![公章](address).
func pictureLen(s string) int {
	if !strings.HasPrefix(s, "![") {
		return 0
	}
	if n := linkLen(s[1:]); n > 0 {
		return n + 1
	}
	return 0
}

// linkStart is the length of the bracket that s begins with, where it opens a link.
func (c *cleaner) linkStart(s string) int {
	n := linkLen(s)
	c.linked += n
	return min(n, 1)
}

// linkEnd is the length of the end of a link, ](address), that s, at i, begins with.
func (c *cleaner) linkEnd(s string, i int) int {
	if !strings.HasPrefix(s, "](") {
		return 0
	}
	k := strings.IndexByte(s[:min(len(s), maxTag)], ')')
	if k >= 0 {
		c.plain = max(c.plain-c.inLink(i), 0)
	}
	return k + 1
}

// inLink is the number of bytes of the link text that ends at i.
func (c *cleaner) inLink(i int) int { return i - 1 - strings.LastIndexByte(c.s[:i], '[') }

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
