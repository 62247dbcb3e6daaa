package layout

import (
	"strings"

	"shuzheng/policy"
)

// add counts the unit u as a member of g; full says that something stands under
// it, leads that it is text.
func (g *group) add(u *unit, full, leads bool) {
	if u.r.style == article && u.r.head > u.r.len && (leads || u.r.shape != closing) {
		g.titled++
	}
	switch u.r.shape {
	case item:
		g.items++
	case runIn:
		g.heads++
	case unsure:
		g.open++
	case closing:
		switch {
		case leads:
			g.led++
		case isShort(u.str()[u.r.len:u.r.head]):
			g.mute++
		default:
			g.items++
		}
	case whole:
		if full {
			g.heads++
		} else {
			g.bare++
		}
	}
}

// hasContent says whether something stands under unit i: text, a table, a deeper
// item. The last unit of a text that breaks off counts as having some.
func hasContent(us []unit, gs []group, of []int, i int) bool {
	for k := i + 1; k < len(us); k++ {
		switch us[k].kind {
		case policy.Boilerplate:
			continue
		case policy.Title:
			return false
		}
		return of[k] < 0 || under(gs, of[k], of[i])
	}
	return true
}

// leads says whether unit i stands over text, over a table or over deeper items.
func leads(us []unit, gs []group, of []int, i int) bool {
	for k := i + 1; k < len(us); k++ {
		switch u := &us[k]; {
		case u.kind == policy.Boilerplate || isDuty(u.str()):
		case u.kind == policy.Title || u.kind == policy.Heading:
			return false
		case of[k] >= 0:
			return under(gs, of[k], of[i])
		default:
			return u.kind != policy.Paragraph || u.text.Len() >= 12*len("字") && !isDate(u.str()) || u.text.Len() >= 8*len("字") && u.end() == closedEnd
		}
	}
	return false
}

// isDuty says whether s names who does what stands before it: （责任单位：市科技局）. A
// task has such a line as a heading may have, so that it tells nothing.
func isDuty(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "（"), "(")
	if !dutyStarts.begins(s) {
		return false
	}
	for _, w := range dutyWords {
		if strings.HasPrefix(s, w) {
			k := strings.IndexAny(s, "：:")
			return k > 0 && runeCount(s[:k]) <= 8
		}
	}
	return false
}

// dutyWords are what such lines begin with, and dutyStarts their first characters.
var (
	dutyWords  = words.Of("duty")
	dutyStarts = firstOf(dutyWords...)
)

// isHeading decides whether u, a member of g, is a heading; full says that something
// stands under it, leads that it is text.
func (g *group) isHeading(u *unit, full, leads bool) bool {
	if u.kind == policy.Heading || u.depth > 0 || u.r.style == article && (u.r.shape == runIn || u.r.shape == closing) {
		return true
	}
	strong := u.r.style <= hanParen
	heads := g.heads + g.led
	switch u.r.shape {
	case runIn:
		return heads+g.open+g.mute > g.items
	case whole:
		if full {
			return heads >= g.items+g.bare
		}
		return heads > g.items+g.bare || g.size == 1 && strong
	case unsure:
		if heads > 0 {
			return heads >= g.items
		}
		return g.size >= 2 && g.items == 0
	case closing:
		if strong && g.heads > 0 && g.heads >= g.items && (leads || full && isShort(u.str()[u.r.len:u.r.head])) {
			return true
		}
		return leads && heads >= 2 && heads > g.items+g.mute
	}
	return false
}
