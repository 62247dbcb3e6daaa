package read

// A partScanner goes over a part whose elements are told by their local names alone,
// as those of OFD and of sheets are.
type partScanner struct {
	x xmlScanner
	t xmlToken // the last one

	name       string // of the tag just read
	start, end int    // of what was just read
}

// scanPart starts at byte at of s, which may lie within an element: where that ends,
// the part is over.
func scanPart(s string, at int) *partScanner {
	return &partScanner{x: *scanXML(s, at, len(s), Options{})}
}

// next goes on to the next token.
func (p *partScanner) next() xmlKind {
	p.t = p.x.next()
	p.name, p.start, p.end = p.t.name, p.t.start, p.t.end
	return p.t.kind
}

func (p *partScanner) depth() int { return p.x.depth() }

// attr is the value of an attribute of the element just opened, whatever its prefix.
func (p *partScanner) attr(name string) string {
	for i := p.t.attrs; i > 0 && i < p.t.end; {
		var a xmlAttr
		if a, i = p.x.nextAttr(i); i > 0 && a.name == name {
			return plainXML(a.value)
		}
	}
	return ""
}

// wording is the character data just read.
func (p *partScanner) wording() string {
	s := p.x.s[p.start:p.end]
	if p.t.literal {
		return s
	}
	return plainXML(s)
}

// within calls do for every token inside the element just opened.
func (p *partScanner) within(do func(kind xmlKind)) {
	for depth := p.depth(); p.depth() >= depth; {
		kind := p.next()
		if kind == xmlEOF {
			return
		}
		if p.depth() >= depth {
			do(kind)
		}
	}
}

// skip goes to the end of the element just opened.
func (p *partScanner) skip() { p.within(func(xmlKind) {}) }

// content is all character data of the element just opened.
func (p *partScanner) content() string {
	first, rest := "", []byte(nil) // most often there is one piece
	p.within(func(kind xmlKind) {
		switch {
		case kind != xmlText:
		case first == "":
			first = p.wording()
		default:
			rest = append(rest, p.wording()...)
		}
	})
	return first + string(rest)
}

// scanBytes starts a scanner of a whole part.
func scanBytes(b []byte) *partScanner {
	s, _, err := partText(b)
	p := scanPart(s, 0)
	if err != nil {
		p.x.err = err
	}
	return p
}

// partText is a part as text; exact says whether places in it are places in the part.
func partText(b []byte) (s string, exact bool, err error) {
	d, err := decodeXML(b)
	if err != nil {
		return "", false, err
	}
	return d.text.String(), d.charset == utf8Name && len(d.damage) == 0 && d.text.Len() == len(b), nil
}
