package task

import (
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A list is a list of organs in a block.
type list struct {
	block      int         // index in Document.Blocks
	text       policy.Text // of the block, folded
	start, end int         // in it
	after      int         // where the list before it ends in the same block, else 0
	alone      bool        // nothing else stands in the block
	open       bool        // no brackets stand around it
	prose      bool        // it is part of a sentence: 由市科技局牵头，…
	organs     []organ
	tail       []list // lines with further roles
}

// A span is a candidate of a list: s[start:end], with what is between its brackets.
type span struct{ start, end, from, to int }

// listsIn finds the lists of block i.
func listsIn(doc *policy.Document, i int) (out []list) {
	raw := doc.Blocks[i].Text
	if !mayHold(raw.String()) {
		return nil
	}
	t := normalize.Fold(spaced(raw))
	s := t.String()
	n := nexts{s: s}
	for n.at < len(s) {
		l, end, ok := n.list(t)
		if end == 0 {
			break
		}
		if ok {
			l.block = i
			if n := len(out); n > 0 {
				l.after = out[n-1].end
			}
			l.alone = len(out) == 0 && blank(s[:l.start]) && blank(s[l.end:])
			out = append(out, l)
		}
		n.at = end
	}
	return out
}

// mayHold says whether a word of lists stands in s where it may make one: 牵头, 责任…：,
// 负责…）, or 单位 behind a verb. The third bytes of their first characters tell nearly all others.
func mayHold(s string) bool {
	for i := 0; i+6 <= len(s); {
		if s[i] < 0xe0 {
			i++
			continue
		}
		if c := s[i+2]; listByte[c&0x3f] {
			switch s[i : i+6] {
			case "牵头":
				return true
			case "责任":
				if strings.ContainsAny(s[i+6:min(len(s), i+6+len("（牵头）单位：：："))], "：:") {
					return true
				}
			case "负责", "落实", "配合":
				if rest := s[i+6:]; strings.IndexByte(rest, ')') >= 0 || normalize.IndexChar(rest, "）") >= 0 || strings.HasPrefix(rest, "单位") || strings.HasPrefix(rest, "部门") || strings.HasPrefix(rest, "：") {
					return true
				}
			case "单位":
				if organizing(s[:i]) {
					return true
				}
			}
		}
		i += 3
	}
	return false
}

// listByte marks the third bytes of 牵, 责, 负, 配, 落 and 单.
var listByte = func() (b [64]bool) {
	for _, w := range [...]string{"牵", "责", "负", "配", "落", "单"} {
		b[w[2]&0x3f] = true
	}
	return b
}()

// organizing says whether s ends in a verb that makes 单位 a label.
func organizing(s string) bool {
	for _, w := range [...]string{"主办", "承办", "协办", "实施", "落实", "主责", "参与"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// blank says whether s holds no wording.
func blank(s string) bool { return strings.Trim(s, " 。；，、;,.") == "" }

// nexts are the next candidates of each form in s, looked for once each.
type nexts struct {
	s                     string
	at                    int
	labelled, verbed, led candidate
}

// A candidate is what find gave, from byte at on; it stays until it is passed.
type candidate struct {
	span
	sought, none bool
}

// from gives the first candidate that find sees from byte at on.
func (c *candidate) from(s string, at int, find func(string, int) (span, bool)) bool {
	if !c.none && (!c.sought || c.start < at) {
		var ok bool
		c.span, ok = find(s, at)
		c.sought, c.none = true, !ok
	}
	return !c.none
}

// list reads the first list of t. end is where to go on, 0 where nothing is left; ok
// is false where what looked like a list is none.
func (n *nexts) list(t policy.Text) (l list, end int, ok bool) {
	isLabelled := n.labelled.from(n.s, n.at, nextLabelled)
	isVerbed := n.verbed.from(n.s, n.at, nextVerbed)
	isLed := n.led.from(n.s, n.at, nextLed)
	l = list{text: t}
	switch {
	case isLabelled && (!isVerbed || n.labelled.start <= n.verbed.start) && (!isLed || n.labelled.start <= n.led.start):
		ok = l.labelled(n.labelled.span)
		return l, n.labelled.end, ok
	case isVerbed && (!isLed || n.verbed.start <= n.led.start):
		ok = l.verbed(n.verbed.span)
		return l, n.verbed.end, ok
	case isLed:
		ok = l.led(n.led.span)
		return l, max(n.led.end, l.end), ok
	}
	return l, 0, false
}

// nextLabelled finds a label of organs with ：, where a list may begin.
func nextLabelled(s string, at int) (span, bool) {
	for k := at; ; {
		n := strings.Index(s[k:], "：")
		if n < 0 {
			return span{}, false
		}
		k += n
		if from, role := labelEnding(s, at, k); role != "" {
			before, size := utf8.DecodeLastRuneInString(s[at:from])
			switch {
			case size == 0 || strings.ContainsRune("，；。、：）〕” ！", before):
				end := sentenceEnd(s, k)
				return span{from, end, from, end}, true
			case depthOf(s, from-size) > 0:
				to, close := bracketEnd(s, from)
				return span{from - size, close, from, to}, true
			}
		}
		k += len("：")
	}
}

// labelEnding is the label that s[low:k] ends in: where it begins and its role.
func labelEnding(s string, low, k int) (from int, role policy.Role) {
	for _, w := range labels {
		if in, ok := strings.CutSuffix(s[low:k], w.word); ok {
			for _, q := range [...]string{"省级", "市级", "县级", "区级", "镇级", "省直", "市直", "县直", "区直", "主要", "具体"} {
				in = strings.TrimSuffix(in, q)
			}
			return low + len(in), w.role
		}
	}
	return k, ""
}

// sentenceEnd is where a list without brackets ends: at 。 outside of brackets.
func sentenceEnd(s string, i int) int {
	for depth := 0; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		depth = max(0, depth+depthOf(s, i))
		if depth == 0 && strings.HasPrefix(s[i:], "。") {
			return i
		}
		i += n
	}
	return len(s)
}

// bracketEnd is where the bracket ends that opens before byte i: without the closing
// one and with it. One that does not end goes on to the end of s.
func bracketEnd(s string, i int) (to, close int) {
	for depth := 1; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		if depth += depthOf(s, i); depth == 0 {
			return i, i + n
		}
		i += n
	}
	return len(s), len(s)
}

// labelled reads a list with labels: 牵头单位：市科技局；责任单位：市财政局、市教育局.
func (l *list) labelled(c span) bool {
	s := l.text.String()
	g := listing{text: l.text, s: s}
	role, from := policy.Role(""), c.from
	for k := c.from; k < c.to; {
		n := strings.Index(s[k:c.to], "：")
		if n < 0 {
			break
		}
		k += n
		label, next := labelEnding(s, from, k)
		if label == k { // a label of which nothing is known: 进度：…
			label = from + strings.LastIndexAny(s[from:k], "，；。、")
			label = max(label, from)
		}
		if role != "" {
			g.segment(from, label, role)
		}
		k += len("：")
		role, from = next, k
	}
	if role != "" {
		g.segment(from, c.to, role)
	}
	l.start, l.end, l.organs, l.open = c.start, c.end, g.organs, c.start == c.from
	if l.open && len(g.organs) > 0 {
		l.end = max(g.organs[len(g.organs)-1].end, l.start+len(strings.TrimRight(s[l.start:c.to], " 。；，、")))
	}
	return len(g.organs) > 0 && (!l.open || known(g.organs))
}

// known says whether most of the names have the form of an organ's.
func known(organs []organ) bool {
	n := 0
	for i := range organs {
		if normalize.IsOrgan(organs[i].Name) {
			n++
		}
	}
	return 2*n >= len(organs)
}

// listStart is where the first word of lists stands in s.
func listStart(s string) int {
	at := len(s)
	for _, w := range [...]string{"单位", "部门", "牵头", "责任"} {
		if k := strings.Index(s, w); k >= 0 {
			at = min(at, k)
		}
	}
	return at
}

// spaced writes 、 for the blanks that part organs and labels in a list: 市科技局 市财政局.
func spaced(t policy.Text) policy.Text {
	if s := t.String(); hasBlank(s) {
		return spacedFrom(t, listStart(s))
	}
	return t
}

// hasBlank says whether a blank or a line break stands in s.
func hasBlank(s string) bool {
	return strings.IndexByte(s, ' ') >= 0 || strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\t') >= 0 || strings.IndexByte(s, 0xc2) >= 0 || normalize.IndexChar(s, "\u3000") >= 0
}

// spacedFrom is spaced for a list that begins at byte at or behind it.
func spacedFrom(t policy.Text, at int) policy.Text {
	s := t.String()
	e := (*policy.Editor)(nil)
	for i := at; i < len(s); {
		k := strings.IndexAny(s[i:], " \u3000\u00a0\t\n")
		if k < 0 {
			break
		}
		i += k
		rest := strings.TrimLeft(s[i:], " \u3000\u00a0\t\n\r")
		if endsOrgan(s[:i]) && beginsItem(rest) {
			if e == nil {
				e = t.Edit()
			}
			e.CopyTo(i)
			e.Replace(len(s)-len(rest)-i, "、")
		}
		i = len(s) - len(rest)
	}
	if e == nil {
		return t
	}
	return e.Text()
}

// endsOrgan says whether the last character of s may be that of an organ's name.
func endsOrgan(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("局委办厅部府会院行署室处心司团区县市镇乡道位门联协所站校）〕)", r)
}

// beginsItem says whether s begins with the name of an organ or a label.
func beginsItem(s string) bool {
	for _, w := range [...]string{"责任", "配合", "牵头", "完成", "参与", "协办", "主办"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return normalize.BeginsAsOrgan(s)
}
