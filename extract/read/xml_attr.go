package read

import "strings"

// An xmlAttr is an attribute as it stands in a tag.
type xmlAttr struct {
	prefix, name, value string // the value with its references
}

// nextAttr reads the attribute that begins at or behind byte i of a start tag;
// next is 0 where there is none.
func (x *xmlScanner) nextAttr(i int) (a xmlAttr, next int) {
	for i < len(x.s) && (x.s[i] <= ' ' || x.s[i] == '/') {
		i++
	}
	name := x.name(i)
	i += len(name)
	for i < len(x.s) && (x.s[i] <= ' ' || x.s[i] == '=') {
		i++
	}
	if name == "" || i >= len(x.s) || x.s[i] != '"' && x.s[i] != '\'' {
		return xmlAttr{}, 0
	}
	k := strings.IndexByte(x.s[i+1:], x.s[i])
	if k < 0 {
		return xmlAttr{}, 0
	}
	a.value = x.s[i+1 : i+1+k]
	a.prefix, a.name = splitName(name)
	return a, i + k + 2
}

// splitName cuts a name into prefix and the name itself.
func splitName(name string) (prefix, local string) {
	if k := strings.IndexByte(name, ':'); k > 0 && k < len(name)-1 {
		return name[:k], name[k+1:]
	}
	return "", name
}

// attr is the value of the attribute name in the element's own namespace or in
// none: w:val of <w:sz w:val="32"/>.
func (x *xmlScanner) attr(t xmlToken, name string) (string, bool) { return x.attrIn(t, t.space, name) }

// attrIn is the value of the attribute name in space or in no namespace.
func (x *xmlScanner) attrIn(t xmlToken, space xmlSpace, name string) (string, bool) {
	for i := t.attrs; i > 0 && i < t.end; {
		var a xmlAttr
		a, i = x.nextAttr(i)
		if i > 0 && a.name == name && (a.prefix == "" || x.spaceOf(a.prefix) == space) {
			return plainXML(a.value), true
		}
	}
	return "", false
}

// bind notes the prefixes that the attributes from byte i on declare.
func (x *xmlScanner) bind(i int) {
	for n := 0; i > 0 && n < maxAttrs; n++ {
		var a xmlAttr
		switch a, i = x.nextAttr(i); {
		case i == 0:
		case a.prefix == "xmlns":
			x.bound = append(x.bound, xmlBinding{a.name, xmlSpaces[plainXML(a.value)], x.depth()})
		case a.prefix == "" && a.name == "xmlns":
			x.bound = append(x.bound, xmlBinding{"", xmlSpaces[plainXML(a.value)], x.depth()})
		}
	}
	if len(x.bound) > maxBound {
		x.fail("命名空间太多", "too many namespaces")
	}
	x.prefix = "\x00"
}

// What a part may declare: documents have some thirty prefixes.
const (
	maxAttrs = 500
	maxBound = 200
)

// resolve finds the namespace of a name and takes its prefix off.
func (x *xmlScanner) resolve(name string) (xmlSpace, string) {
	prefix, local := splitName(name)
	return x.spaceOf(prefix), local
}

// spaceOf is the namespace that a prefix stands for here.
func (x *xmlScanner) spaceOf(prefix string) xmlSpace {
	if prefix == x.prefix && len(x.bound) > 0 {
		return x.space
	}
	x.prefix, x.space = prefix, otherSpace
	for k := len(x.bound) - 1; k >= 0; k-- {
		if x.bound[k].prefix == prefix {
			x.space = x.bound[k].space
			break
		}
	}
	return x.space
}

// plainXML is s with its references resolved.
func plainXML(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var out strings.Builder
	for i >= 0 {
		out.WriteString(s[:i])
		r, n := xmlReference(s[i:])
		if n == 0 {
			r, n = "&", 1
		}
		out.WriteString(r)
		s = s[i+n:]
		i = strings.IndexByte(s, '&')
	}
	out.WriteString(s)
	return out.String()
}
