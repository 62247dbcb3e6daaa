package read

import (
	"strings"
	"unicode/utf8"
)

// maxLevels is how many levels a list has.
const maxLevels = 9

// A wordLevel says how the numbers of one level of a list are written.
type wordLevel struct {
	start   int
	format  string
	text    string // 第%1章, %1.%2
	behind  string // tab (unset), space or nothing
	restart int    // level, from 1, at or above which it starts anew; 0 never; -1 any above it
	style   string // of paragraphs that take it
	legal   bool   // all numbers as decimals
}

// A wordList is the definition of a list and how far it has been counted.
type wordList struct {
	levels  [maxLevels]wordLevel
	link    string // style whose list it really is
	count   [maxLevels]int
	counted [maxLevels]bool
}

// newWordList is a list of decimals.
func newWordList() *wordList {
	l := &wordList{}
	for k := range l.levels {
		l.levels[k] = wordLevel{start: 1, restart: -1, format: "decimal"}
	}
	return l
}

// A wordNum is a list as paragraphs name it.
type wordNum struct {
	list   *wordList
	levels map[int]wordLevel // of its own
	starts map[int]int       // where it starts anew at its first use
}

// level says how level k is written.
func (n *wordNum) level(k int) *wordLevel {
	if own, ok := n.levels[k]; ok {
		return &own
	}
	return &n.list.levels[k]
}

// next counts one more at level k and gives what is written before the paragraph,
// with a blank where one parts it from the wording.
func (n *wordNum) next(k int) (text string, blank bool) {
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
func (n *wordNum) countUp(k int) {
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
func (n *wordNum) write(l *wordLevel) string {
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
func (n *wordNum) one(k int, legal bool) string {
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
	if r, _ := utf8.DecodeRuneInString(text); text == "" || r == '%' || r >= 0xe000 && r <= 0xf8ff {
		return "•"
	}
	return text
}
