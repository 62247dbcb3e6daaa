package audit

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// An item is 二是 in running text.
type item struct {
	n       int
	at      policy.Span // 二是
	section int
	article int
}

// enumerations checks the rows 一是…二是…三是 of running text.
func (k *counter) enumerations() {
	items := k.own.items
	var open []row
	for i := range items {
		it := &items[i]
		if len(open) > 0 && (items[open[0].last].section != it.section || items[open[0].last].article != it.article) {
			k.closeItems(items, open)
			open = open[:0]
		}
		at := -1 // the innermost row that goes on so
		for j := len(open) - 1; j >= 0 && at < 0; j-- {
			if items[open[j].last].n+1 == it.n {
				at = j
			}
		}
		switch {
		case at >= 0:
			k.closeItems(items, open[at+1:])
			open = open[:at+1]
		case it.n == 1 || len(open) == 0:
			open = append(open, row{sure: it.n == 1})
			at = len(open) - 1
		default:
			at = len(open) - 1
			k.itemJump(items, &open[at], i)
		}
		open[at].add(i)
	}
	k.closeItems(items, open)
}

// itemAt reads the item that a numeral before 是 begins, if it does: 二是.
func (k *counter) itemAt(numeral policy.Span, number int) (it item, ok bool) {
	b := k.blockAt(numeral)
	if k.content[numeral.Start] < utf8.RuneSelf || b == nil || b.Kind == policy.TableBlock || !bounds(b.Text.String()[:b.Text.Offset(numeral.Start)]) {
		return item{}, false
	}
	return item{number, policy.Span{Start: numeral.Start, End: numeral.End + len("是")}, b.Section, b.Article}, true
}

// closeItems adds the checks of rows that went up by one throughout.
func (k *counter) closeItems(items []item, rows []row) {
	for _, r := range rows {
		if !r.sure || r.n < minRow {
			continue
		}
		last := items[r.last]
		mark := k.content[last.at.Start:last.at.End]
		k.add(policy.Check{Kind: policy.CountCheck, Result: policy.Consistent, Claim: last.at, Stated: mark,
			Computed: "一是 … " + mark + " = " + strconv.Itoa(r.n), Reason: reason(policy.CountCheck, "row")})
	}
}

// itemJump looks at item i, which does not go on where its row stands.
func (k *counter) itemJump(items []item, r *row, i int) {
	wasSure := r.sure
	r.sure = false
	it, last := &items[i], &items[r.last]
	what := ""
	switch {
	case !wasSure:
		return
	case it.n == last.n+2 && !k.itemStands(last.at.End, it.at.Start, last.n+1):
		what = "gap"
	case it.n == last.n && last.n > 1 && i+1 < len(items) && items[i+1].n == it.n+1 && items[i+1].section == it.section:
		what = "repeat"
	default:
		return
	}
	k.add(policy.Check{Kind: policy.CountCheck, Result: policy.Inconsistent, Claim: it.at, Stated: k.content[it.at.Start:it.at.End],
		Computed: k.content[last.at.Start:last.at.End] + " → " + k.content[it.at.Start:it.at.End], Reason: reason(policy.CountCheck, what)})
}

// itemStands says whether number n begins something between two items: 二要, 其二,
// 第二, （二）.
func (k *counter) itemStands(from, to, n int) bool {
	text := k.content[from:to]
	han := hanWritten(n)
	for i := strings.Index(text, han); i >= 0; {
		before := text[:i]
		if bounds(before) || policy.EndsAny(before, "其", "第", "（", "(") || strings.HasPrefix(text[i+len(han):], "是") {
			return true
		}
		next := strings.Index(text[i+len(han):], han)
		if next < 0 {
			break
		}
		i += len(han) + next
	}
	return strings.Contains(text, strconv.Itoa(n)+".") || strings.Contains(text, strconv.Itoa(n)+"、")
}
