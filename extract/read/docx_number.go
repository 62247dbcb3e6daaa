package read

// docxNumbering are the lists of a document by numId.
type docxNumbering map[string]*wordNum

// loadNumbering reads the part of lists.
func (d *docx) loadNumbering(name string) {
	d.numbering = docxNumbering{}
	x := d.side(name)
	if x == nil {
		return
	}
	lists := map[string]*wordList{}
	for t := range x.children() {
		switch t.name {
		case "abstractNum":
			id, _ := x.attr(t, "abstractNumId")
			lists[id] = readList(x)
		case "num":
			id, _ := x.attr(t, "numId")
			d.numbering[id] = readNum(x, lists)
		}
	}
	d.sideDone(name, x)
}

// readList reads w:abstractNum.
func readList(x *xmlScanner) *wordList {
	l := newWordList()
	for t := range x.children() {
		v, _ := x.attr(t, "val")
		switch t.name {
		case "numStyleLink":
			l.link = v
		case "lvl":
			if k, level, ok := readLevel(x, t); ok {
				l.levels[k] = level
			}
		}
	}
	return l
}

// readLevel reads w:lvl.
func readLevel(x *xmlScanner, lvl xmlToken) (int, wordLevel, bool) {
	at, _ := x.attr(lvl, "ilvl")
	k := boundedNumber(at, maxLevels-1)
	l := wordLevel{restart: -1, format: "decimal"}
	for t := range x.children() {
		v, _ := x.attr(t, "val")
		switch t.name {
		case "start":
			l.start = max(boundedNumber(v, 1<<20), 0)
		case "numFmt":
			l.format = v
		case "lvlText":
			l.text = v[:min(len(v), 200)]
		case "suff":
			l.behind = v
		case "lvlRestart":
			l.restart = boundedNumber(v, maxLevels)
		case "pStyle":
			l.style = v
		case "isLgl":
			l.legal = onOff(v) == "1"
		case "AlternateContent":
			if f := alternativeFormat(x); f != "" {
				l.format = f
			}
		}
	}
	return k, l, k >= 0
}

// alternativeFormat is the format that an alternative for older programs gives.
func alternativeFormat(x *xmlScanner) (format string) {
	for c := range x.children() {
		for t := range x.children() {
			if v, _ := x.attr(t, "val"); t.name == "numFmt" && v != "custom" && (format == "" || c.name == "Choice") {
				format = v
			}
		}
	}
	return format
}

// readNum reads w:num.
func readNum(x *xmlScanner, lists map[string]*wordList) *wordNum {
	n := &wordNum{levels: map[int]wordLevel{}, starts: map[int]int{}}
	for t := range x.children() {
		switch t.name {
		case "abstractNumId":
			v, _ := x.attr(t, "val")
			n.list = lists[v]
		case "lvlOverride":
			at, _ := x.attr(t, "ilvl")
			n.override(x, boundedNumber(at, maxLevels-1))
		}
	}
	return n
}

// override reads what a list has of its own at level k.
func (n *wordNum) override(x *xmlScanner, k int) {
	for t := range x.children() {
		switch t.name {
		case "startOverride":
			v, _ := x.attr(t, "val")
			if start := boundedNumber(v, 1<<20); start >= 0 && k >= 0 {
				n.starts[k] = start
			}
		case "lvl":
			if own, level, ok := readLevel(x, t); ok {
				n.levels[own] = level
			}
		}
	}
}

// numberOf is the list and the level that a paragraph of these properties counts
// in; nil for none.
func (d *docx) numberOf(own *docxStyle, styleID string) (*wordNum, int) {
	style := d.styles.get(styleID)
	id, level := own.numID, own.level
	if id == "" {
		id = style.numID
		if level < 0 {
			level = d.levelOf(id, styleID, style)
		}
	}
	n := d.list(id)
	if n == nil {
		return nil, 0
	}
	return n, max(level, 0)
}

// levelOf is the level of a list that is meant for paragraphs of a style.
func (d *docx) levelOf(id, styleID string, style *docxStyle) int {
	if n := d.list(id); n != nil {
		for k := range n.list.levels {
			if n.level(k).style == styleID {
				return k
			}
		}
	}
	return style.level
}

// list finds a list; one that only names a style is the list of that style.
func (d *docx) list(id string) *wordNum {
	n := d.numbering[id]
	if n == nil || n.list == nil || id == "0" {
		return nil
	}
	if n.list.link != "" {
		if m := d.numbering[d.styles.get(n.list.link).numID]; m != nil && m.list != nil && m.list.link == "" {
			return m
		}
	}
	return n
}
