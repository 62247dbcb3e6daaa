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
	switch shape := u.r.shape; {
	case shape == runIn, shape == whole && full:
		g.heads++
	case shape == whole:
		g.bare++
	case shape == unsure:
		g.open++
	case shape == closing && leads:
		g.led++
	case shape == closing && isShort(u.str()[u.r.len:u.r.head]):
		g.mute++
	default:
		g.items++
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
	if !dutyStarts.begins(s) || !policy.BeginsAny(s, dutyWords...) {
		return false
	}
	k := strings.IndexAny(s, "：:")
	return k > 0 && runeCount(s[:k]) <= 8
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
	strong, heads := u.r.style <= hanParen, g.heads+g.led
	switch {
	case u.r.shape == runIn:
		return heads+g.open+g.mute > g.items
	case u.r.shape == whole && full:
		return heads >= g.items+g.bare
	case u.r.shape == whole:
		return heads > g.items+g.bare || g.size == 1 && strong
	case u.r.shape == unsure && heads > 0:
		return heads >= g.items
	case u.r.shape == unsure:
		return g.size >= 2 && g.items == 0
	case u.r.shape == closing:
		return strong && g.heads > 0 && g.heads >= g.items && (leads || full && isShort(u.str()[u.r.len:u.r.head])) ||
			leads && heads >= 2 && heads > g.items+g.mute
	}
	return false
}
