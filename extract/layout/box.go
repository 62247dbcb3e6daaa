package layout

import (
	"cmp"
	"strings"

	"shuzheng/policy"
)

// boxes marks the blocks of boxes (专栏3 …): the title and what stands in the box.
// A box that was a flattened cell ends at two blank lines, or where its lines no
// longer begin with tabs; any box at the next heading of the main text, and at a
// paragraph that is neither numbered nor labelled as the box's entries are.
func boxes(us []unit) {
	var open []reading // last number seen of each style, outermost first
	for i := 0; i < len(us); i++ {
		u := &us[i]
		if u.kind != policy.Paragraph && u.kind != policy.Heading {
			continue
		}
		if !isBoxTitle(u.str()) {
			open = noteNumber(open, u.r)
			continue
		}
		end := boxEnd(us, i, open)
		for ; i < end; i++ {
			if k := us[i].kind; k == policy.Paragraph || k == policy.Heading {
				us[i].kind = policy.Box
			}
		}
		i--
	}
}

// isBoxTitle says whether s is the title of a box: 专栏2-1 …, 专栏：….
func isBoxTitle(s string) bool {
	const head = "专栏"
	if !strings.HasPrefix(s, head) || runeCount(s) > 50 || endOf(s) == closedEnd {
		return false
	}
	r := firstRune(s[len(head):])
	return isDigit(r) || isHanDigit(r) || r == '：' || r == ':' || r == ' ' || r == '\u3000' || r == '\u00a0'
}

// noteNumber keeps the last number of every style that is open.
func noteNumber(open []reading, r reading) []reading {
	if r.style == noStyle {
		return open
	}
	for len(open) > 0 && open[len(open)-1].style >= r.style {
		open = open[:len(open)-1]
	}
	return append(open, r)
}

// A boxed holds what is known of a box while its end is looked for.
type boxed struct {
	us    []unit
	at    int       // the title
	open  []reading // numbering of the main text before it
	own   []reading // and of the box
	first int       // the first unit behind the title, 0 before it was seen
	items bool      // some of the units are numbered or labelled
}

// boxEnd is the index behind the last unit of the box that begins at i.
func boxEnd(us []unit, i int, open []reading) int {
	b := boxed{us: us, at: i, open: open}
	for k := i + 1; k < len(us); k++ {
		u := &us[k]
		if u.kind == policy.Boilerplate {
			continue
		}
		if u.kind == policy.Title || u.kind == policy.Heading && u.depth > 0 || isBoxTitle(u.str()) || isCaption(u.str()) || b.outside(k) {
			return k
		}
		b.first = cmp.Or(b.first, k)
		b.own = noteNumber(b.own, u.r)
		b.items = b.items || isEntry(u)
	}
	return len(us)
}

// outside says whether unit k no longer belongs to the box.
func (b *boxed) outside(k int) bool {
	u := &b.us[k]
	switch flat := b.us[b.at].tab; {
	case flat && u.gap >= 2, b.tabbed() && !u.tab && u.gap > 0:
		return true
	case u.r.style != noStyle:
		return b.goesBeyond(k) && !(flat && !b.tabbed())
	case flat || b.first == 0 || isEntry(u):
		return false
	case b.us[b.first].gap == 0 && u.gap > 0:
		return !b.returns(k)
	}
	return b.items && u.end() == closedEnd && !b.returns(k)
}

// tabbed says whether the box's lines begin with tabs, not only its title.
func (b *boxed) tabbed() bool { return b.us[b.at].tab && b.first > 0 && b.us[b.first].tab }

// goesBeyond says whether the number of unit k goes on with the main text.
func (b *boxed) goesBeyond(k int) bool {
	r := b.us[k].r
	next, other := followsIn(b.open, r)
	if own, _ := followsIn(b.own, r); own {
		return next && b.us[k].gap > b.us[b.first].gap
	}
	if next || other || len(b.open) == 0 {
		return next || len(b.open) == 0 && r.style <= hanComma
	}
	return r.style < b.open[0].style || r.number > 1 && r.style < b.open[len(b.open)-1].style
}

// followsIn says whether r is the next number of its style among those last seen, or
// another than the next.
func followsIn(seen []reading, r reading) (next, other bool) {
	for _, o := range seen {
		if o.style == r.style {
			return r.number == o.number+1, r.number != o.number+1
		}
	}
	return false, false
}

// returns says whether entries of the box follow unit k: the next number of its own
// list, or another label.
func (b *boxed) returns(k int) bool {
	for n := k + 1; n < len(b.us) && n < k+8; n++ {
		u := &b.us[n]
		switch {
		case u.kind == policy.Boilerplate:
		case u.kind != policy.Paragraph || isBoxTitle(u.str()):
			return false
		case u.r.style != noStyle:
			return !b.goesBeyond(n)
		case isEntry(u):
			return true
		}
	}
	return false
}

// isEntry says whether u is numbered or labelled as the entries of boxes are:
// 白石实验室：聚焦….
func isEntry(u *unit) bool {
	s := u.str()
	k := strings.Index(s, "：")
	return u.r.style != noStyle || k > 0 && runeCount(s[:k]) <= 24 && !strings.ContainsAny(s[:k], "。，")
}
