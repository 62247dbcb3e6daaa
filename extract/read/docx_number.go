package read

import (
	"strings"
	"unicode/utf8"
)

// maxLevels is how many levels a list has.
const maxLevels = 9

// A docxLevel says how the numbers of one level of a list are written.
type docxLevel struct {
	start   int
	format  string
	text    string // 第%1章, %1.%2
	behind  string // tab (unset), space or nothing
	restart int    // level, from 1, at or above which it starts anew; 0 never; -1 any above it
	style   string // of paragraphs that take it
	legal   bool   // all numbers as decimals
}

// A docxList is the definition of a list and how far it has been counted.
type docxList struct {
	levels  [maxLevels]docxLevel
	link    string // style whose list it really is
	count   [maxLevels]int
	counted [maxLevels]bool
}

// A docxNum is a list as paragraphs name it.
type docxNum struct {
	list   *docxList
	levels map[int]docxLevel // of its own
	starts map[int]int       // where it starts anew at its first use
}

// docxNumbering are the lists of a document by numId.
type docxNumbering map[string]*docxNum

// loadNumbering reads the part of lists.
func (d *docx) loadNumbering(name string) {
	d.numbering = docxNumbering{}
	x := d.side(name)
	if x == nil {
		return
	}
	lists := map[string]*docxList{}
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
func readList(x *xmlScanner) *docxList {
	l := &docxList{}
	for k := range l.levels {
		l.levels[k] = docxLevel{start: 1, restart: -1, format: "decimal"}
	}
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
func readLevel(x *xmlScanner, lvl xmlToken) (int, docxLevel, bool) {
	at, _ := x.attr(lvl, "ilvl")
	k := number(at, maxLevels-1)
	l := docxLevel{start: 1, restart: -1, format: "decimal"}
	for t := range x.children() {
		v, _ := x.attr(t, "val")
		switch t.name {
		case "start":
			l.start = max(number(v, 1<<20), 0)
		case "numFmt":
			l.format = v
		case "lvlText":
			l.text = v[:min(len(v), 200)]
		case "suff":
			l.behind = v
		case "lvlRestart":
			l.restart = number(v, maxLevels)
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
func readNum(x *xmlScanner, lists map[string]*docxList) *docxNum {
	n := &docxNum{levels: map[int]docxLevel{}, starts: map[int]int{}}
	for t := range x.children() {
		switch t.name {
		case "abstractNumId":
			v, _ := x.attr(t, "val")
			n.list = lists[v]
		case "lvlOverride":
			at, _ := x.attr(t, "ilvl")
			n.override(x, number(at, maxLevels-1))
		}
	}
	return n
}

// override reads what a list has of its own at level k.
func (n *docxNum) override(x *xmlScanner, k int) {
	for t := range x.children() {
		switch t.name {
		case "startOverride":
			v, _ := x.attr(t, "val")
			if start := number(v, 1<<20); start >= 0 && k >= 0 {
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
func (d *docx) numberOf(own *docxStyle, styleID string) (*docxNum, int) {
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
func (d *docx) list(id string) *docxNum {
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

// level says how level k is written.
func (n *docxNum) level(k int) *docxLevel {
	if own, ok := n.levels[k]; ok {
		return &own
	}
	return &n.list.levels[k]
}

// next counts one more at level k and gives what is written before the paragraph,
// with a blank where one parts it from the wording.
func (n *docxNum) next(k int) (text string, blank bool) {
	n.countUp(k)
	l := n.level(k)
	if l.format == "bullet" {
		return bullet(l.text), l.behind != "nothing"
	}
	text = n.write(l)
	r, _ := utf8.DecodeLastRuneInString(text)
	return text, l.behind != "nothing" && text != "" && !strings.ContainsRune("、）】〕》：", r)
}

// countUp counts one more at level k; what lies deeper starts anew.
func (n *docxNum) countUp(k int) {
	c := n.list
	if start, ok := n.starts[k]; ok {
		delete(n.starts, k)
		c.count[k], c.counted[k] = start, true
	} else if c.counted[k] {
		c.count[k]++
	} else {
		c.count[k], c.counted[k] = n.level(k).start, true
	}
	for deep := k + 1; deep < maxLevels; deep++ {
		if r := n.level(deep).restart; r < 0 || k < r {
			c.counted[deep] = false
		}
	}
}

// write fills in the numbers of all levels that the text names.
func (n *docxNum) write(l *docxLevel) string {
	var out strings.Builder
	for s := l.text; s != ""; {
		k := strings.IndexByte(s, '%')
		if k < 0 {
			k = len(s)
		}
		out.WriteString(s[:k])
		switch s = s[k:]; {
		case len(s) > 1 && s[1] >= '1' && s[1] <= '9':
			out.WriteString(n.one(int(s[1]-'1'), l.legal))
			s = s[2:]
		case s != "":
			out.WriteByte('%')
			s = s[1:]
		}
	}
	return out.String()
}

// one is the number of level k; a level that was not counted yet shows its first.
func (n *docxNum) one(k int, legal bool) string {
	l := n.level(k)
	v := n.list.count[k]
	if !n.list.counted[k] {
		v = l.start
	}
	if legal {
		return wordNumber("decimal", v)
	}
	return wordNumber(l.format, v)
}

// bullet is the sign before the entries of a list. Fonts of symbols have their own
// codes for it.
func bullet(text string) string {
	if r, _ := utf8.DecodeRuneInString(text); text == "" || r >= 0xe000 && r <= 0xf8ff {
		return "•"
	}
	return text
}
