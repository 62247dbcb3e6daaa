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
