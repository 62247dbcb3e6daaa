package layout

import (
	"html"
	"strings"
)

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

// inline says whether the tag, or what is none, leaves the line in one piece.
func (t tag) inline() bool { return t.kind == 0 || t.kind == 's' || t.kind == 'i' }

// heading says whether the tag is of a heading: h2.
func (t tag) heading() bool { return t.kind >= '1' && t.kind <= '6' }

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
		return readComment(s)
	}
	i := 1
	t := tag{close: s[1] == '/'}
	if t.close {
		i = 2
	}
	end := i + tagNameLen(s[i:])
	t.kind = tagKinds[strings.ToLower(s[i:end])]
	if t.kind == 0 {
		return tag{}
	}
	if t.len = tagEnd(s, end); t.len == 0 {
		return tag{}
	}
	if t.kind == 'x' && !t.close {
		t.len += contentLen(s[t.len:min(len(s), t.len+maxComment)], s[i:i+5])
	}
	return t
}

// readComment reads the comment that s begins with, if it ends.
func readComment(s string) tag {
	k := strings.Index(s[:min(len(s), maxComment)], "-->")
	if k < 0 {
		return tag{}
	}
	return tag{'i', false, k + len("-->")}
}

// tagNameLen is the length of the name of an element that s begins with, bounded: h1, o:p.
func tagNameLen(s string) int {
	n := 0
	for n < len(s) && n < 12 && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || s[n] >= '1' && s[n] <= '6' || s[n] == ':') {
		n++
	}
	return n
}

// tagEnd is where the tag ends whose name ends at i; 0 where it does not end.
func tagEnd(s string, i int) int {
	s = s[:min(len(s), maxTag+1)]
	k := strings.IndexAny(s[i:], "<>")
	if k < 0 || s[i+k] == '<' {
		return 0
	}
	return i + k + 1
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
