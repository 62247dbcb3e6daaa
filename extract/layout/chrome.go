package layout

import (
	_ "embed" // the table of wordings is built in
	"fmt"
	"slices"
	"strings"

	"shuzheng/policy"
)

//go:embed chrome.tsv
var chromeTable string

//go:embed words.tsv
var wordsTable string

// words are the words of words.tsv by their class.
var words = policy.WordClasses("words.tsv", wordsTable)

// A zone is where on a web page a wording stands.
type zone uint8

const (
	navZone zone = 1 << iota
	metaZone
	footZone
)

// A phrase is a line of chrome.tsv.
type phrase struct {
	word  string
	place string // start, whole, part
	zone  zone
}

var phrases = readPhrases(chromeTable)

// readPhrases reads chrome.tsv and panics at a fault in it.
func readPhrases(table string) []phrase {
	zones := map[string]zone{"nav": navZone, "meta": metaZone, "foot": footZone}
	var out []phrase
	for n, f := range policy.Cells("chrome.tsv", table, 3) {
		if len(f[0]) < 3 && f[1] == "part" || f[0] == "" || zones[f[2]] == 0 || f[1] != "start" && f[1] != "whole" && f[1] != "part" {
			panic(fmt.Sprintf("chrome.tsv:%d: %q: want wording, start|whole|part, nav|meta|foot", n, f))
		}
		out = append(out, phrase{f[0], f[1], zones[f[2]]})
	}
	return out
}

// zonesOf is the zones of the page that s has a wording of.
func zonesOf(s string) zone {
	var z zone
	if headChars.begins(s) {
		for _, f := range heads[firstKey(s)] {
			if strings.HasPrefix(s, f.word) && (f.place == "start" || len(s) == len(f.word)) {
				z |= f.zone
			}
		}
	}
	path := false
	for i := partChars.next(s, 0); i < len(s); i = partChars.next(s, i+1) {
		path = path || strings.HasPrefix(s[i:], home)
		for _, f := range parts[firstKey(s[i:])] {
			if strings.HasPrefix(s[i:], f.word) {
				z |= f.zone
			}
		}
	}
	if path && z&navZone == 0 && isPath(s) {
		z |= navZone
	}
	return z
}

// heads are the wordings that stand at the start of a line, and parts those that stand
// anywhere in it, by the key of their first character; headChars and partChars are these characters.
var (
	heads, headChars = byFirst("start", "whole")
	parts, partChars = byFirst("part")
)

// byFirst sorts the wordings of the places by the key of their first character.
func byFirst(places ...string) (*[64][]phrase, *charSet) {
	by, words := new([64][]phrase), []string{home}
	for _, f := range phrases {
		if slices.Contains(places, f.place) {
			by[firstKey(f.word)] = append(by[firstKey(f.word)], f)
			words = append(words, f.word)
		}
	}
	return by, firstOf(words...)
}

// firstKey is the last six bits of the character of one byte or of three that s begins with.
func firstKey(s string) byte {
	if s[0] < 0x80 {
		return s[0] & 63
	}
	return s[2] & 63
}

// home is where the way to a page begins.
const home = "首页"

// isPath says whether s is the way to a page: 首页 > 政务公开 > 统计公报.
func isPath(s string) bool {
	return (strings.IndexByte(s, '>') >= 0 || strings.Contains(s, "»") || strings.Contains(s, "＞")) && strings.Contains(s, home)
}

const (
	headLines = 240 // lines in which menus above the text are looked for
	footLines = 160 // and below it
	chromeRow = 120 // columns of a line of chrome at most, but for the foot, where it must not be running text
)

// webChrome marks menus, publishing notes and footers of a saved web page.
func (p *page) webChrome() {
	body, last := p.bodyStart(), -1 // the last line of the menus
	meta := make([]int, 0, 8)
	for i := 0; i < body; i++ {
		if p.lines[i].role != running || p.lines[i].width > chromeRow && !p.labelRow(i) {
			continue
		}
		z := zonesOf(p.str(i))
		if z&navZone != 0 {
			last = i
		}
		if z&metaZone != 0 || isDated(p.str(i)) || p.labelRow(i) || noteRow(p.str(i)) {
			meta = append(meta, i)
		}
	}
	if last >= 0 && last+1 < body && isPath(p.str(last+1)) {
		last++
	}
	p.markMenus(last)
	p.markNotes(meta, body)
	p.markFoot(body)
}

// labelRow says whether line i is a row of the site's labels with their values: 主题分类：工业  发布
// 机构：统计局  浏览次数：21.
func (p *page) labelRow(i int) bool {
	l := &p.lines[i]
	if l.has&markGap == 0 || l.has&(markStop|markClause) != 0 || l.end == closedEnd {
		return false
	}
	s := p.str(i)
	return strings.Count(s, "：")+strings.Count(s, ":") >= 3 && slices.ContainsFunc(strings.Fields(s), func(w string) bool { return zonesOf(w)&metaZone != 0 })
}

// noteRow says whether s is nothing but publishing notes: 2031-03-13 10:33 来源:雁泽报 点击:12; or when it was
// published, to the minute: 15.10.2031 11:05.
func noteRow(s string) bool {
	if len(s) > 2*chromeRow || !hasColon(s) {
		return false
	}
	fields := strings.Fields(s)
	noted, times := false, 0
	for _, w := range fields {
		if strings.Trim(w, "0123456789-/.:") == "" {
			times++
		} else if !hasColon(w) {
			return false
		}
		noted = noted || zonesOf(w)&metaZone != 0
	}
	return noted && len(fields) > 1 || times == 2 && len(fields) == 2 && len(fields[0]) >= len("2031-1-1") && hasColon(fields[1]) && strings.Trim(fields[0][1:len(fields[0])-1], "0123456789") != ""
}

func hasColon(s string) bool { return strings.IndexByte(s, ':') >= 0 || strings.Contains(s, "：") }

// bodyStart is the first line of running text: a sentence, or a numbered heading.
func (p *page) bodyStart() int {
	for i := range p.lines {
		l := &p.lines[i]
		if i >= headLines || l.role == tableLine || l.width >= 60 && l.end == closedEnd || l.width > chromeRow && l.has&markClause != 0 {
			return i
		}
		if r := readUnit(p.str(i)); r.style != noStyle && r.style <= arabic && r.shape != item {
			return i
		}
	}
	return len(p.lines)
}

// markMenus marks the lines up to last, but for a title among them.
func (p *page) markMenus(last int) {
	for i := 0; i <= last; i++ {
		l := &p.lines[i]
		s := p.str(i)
		if l.role == running && !(l.width >= 24 && titleEnd(s) && !strings.ContainsAny(s, "|>_")) {
			l.role = chrome
		}
	}
}

// markNotes marks publishing notes and the scraps between and behind them (A+大, -).
func (p *page) markNotes(meta []int, body int) {
	for _, i := range meta {
		if p.lines[i].role != running {
			continue
		}
		p.lines[i].role = chrome
		for k := i + 1; k < body && k < i+8 && p.lines[k].width <= 6 && p.lines[k].role == running; k++ {
			p.lines[k].role = chrome
		}
	}
}

// sentences says whether line i is a paragraph of several sentences, or a very long one: figures may
// stand in it, whatever it says of the site at its end.
func (p *page) sentences(i int) bool {
	l := &p.lines[i]
	return l.width > chromeRow && l.has&markStop != 0 && strings.Count(p.str(i), "。") > 1 || l.width > 5*chromeRow
}

// markFoot marks the footer: from the first of its wordings behind the last
// sentence to the end.
func (p *page) markFoot(body int) {
	first := max(body, len(p.lines)-footLines)
	for i := len(p.lines) - 1; i >= first; i-- {
		l := &p.lines[i]
		if l.role == tableLine || p.sentences(i) || l.width >= 30 && l.end == closedEnd && zonesOf(p.str(i))&footZone == 0 {
			first = i + 1
			break
		}
	}
	from := -1
	for i := first; i < len(p.lines); i++ {
		if p.lines[i].role != running {
			continue
		}
		z := zonesOf(p.str(i))
		if z&footZone != 0 && from < 0 {
			from = i
		}
		if from >= 0 || z&metaZone != 0 {
			p.lines[i].role = chrome
		}
	}
}
