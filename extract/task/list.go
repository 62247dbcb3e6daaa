package task

import (
	"strings"

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
	dropped    bool   // what was too long for the name of an organ
	tail       []list // lines with further roles
}

// A span is a candidate of a list: s[start:end], with what is between its brackets.
type span struct{ start, end, from, to int }

// listsIn finds the lists of block i.
func listsIn(doc *policy.Document, i int) (out []list) {
	b := &doc.Blocks[i]
	if !mayHold(b.Text.String()) {
		return nil
	}
	t := spaced(b)
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
		l.report(doc, ok)
		n.at = end
	}
	return out
}

// blank says whether s holds no wording.
func blank(s string) bool { return strings.Trim(s, " 。；，、;,.") == "" }

// dropped is the problem of a list with something too long for a name.
const dropped = "单位名单中有过长的一段，不像单位名称，没有读取"

// report notes what of a list was not read: 责任单位： with nothing behind it, and what
// is too long for a name.
func (l *list) report(doc *policy.Document, ok bool) {
	s := l.text.String()[l.start:l.end]
	label, _, colon := strings.Cut(s, "：")
	switch {
	case ok && l.dropped:
		doc.Report(l.text.Span(l.start, l.end), dropped)
	case !ok && len(l.organs) == 0 && colon && (policy.EndsAny(label, "责任单位", "牵头单位", "配合单位")):
		doc.Report(l.text.Span(l.start, l.end), "“"+strings.TrimLeft(label, "（([【")+"”后面没有读出单位")
	}
}

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
