package audit

import (
	"cmp"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// Numbers of headings, tables and boxes go up by one. A number is missing only where
// it stands nowhere between its neighbours: what was read as something else is there.

// A numbered is one item of a numbered row.
type numbered struct {
	group string // items of one group are one row: the kind and, for 专栏3-2, the 3
	n     int
	mark  string      // as written: （三）, 表3
	at    policy.Span // of the mark, in Content
	place int         // section of a heading, 0 for others
	name  string
	near  bool // the next number must be found between neighbours, else in the whole text
}

// numbering checks the rows of headings, captions and boxes.
func (k *counter) numbering() {
	article, attached := -1, 0
	heads, names := k.own.rows[:0], k.own.captions[:0]
	flush := func() {
		k.rowsOf(heads)
		k.rowsOf(names)
		heads, names = heads[:0], names[:0]
	}
	var n numbered
	for i := range k.doc.Blocks {
		b := &k.doc.Blocks[i]
		if b.Article != article {
			flush()
			article = b.Article
		}
		switch {
		case n.attached(b, attached):
			names = append(names, n)
			attached = n.n
			continue
		case b.Kind == policy.Heading && n.heads(b):
			heads = append(heads, n)
		case (b.Kind == policy.Caption || b.Kind == policy.Box) && n.captions(b):
			names = append(names, n)
		}
		attached = 0
	}
	flush()
	k.own.rows, k.own.captions = heads, names
}

// heads reads the number of a heading that has one of its own in the text.
func (n *numbered) heads(b *policy.Block) bool {
	s := b.Text.String()
	start := indent(s)
	style, number, size := readMark(s[start:])
	if style == noMark {
		return false
	}
	*n = numbered{group: strconv.Itoa(int(style)), n: number, mark: s[start : start+size], at: b.Text.Span(start, start+size), place: b.Section, name: s[start+size:], near: true}
	return true
}

// attached reads 附件：1. and the lines 2., 3. … under it; last is the number of the
// line before, 0 where it was none.
func (n *numbered) attached(b *policy.Block, last int) bool {
	s := b.Text.String()
	if b.Table >= 0 || len(s) > 600 {
		return false
	}
	start := indent(s)
	i := start
	if rest, ok := strings.CutPrefix(s[i:], "附件"); ok {
		i = len(s) - len(strings.TrimLeft(rest, "：: "))
	} else if last == 0 {
		return false
	}
	style, number, size := readMark(s[i:])
	if style != arabicDot || i == start && number != last+1 {
		return false
	}
	*n = numbered{group: "附件", n: number, mark: s[start : i+size], at: b.Text.Span(start, i+size), name: s[i+size:], near: true}
	return true
}

// captions reads 表3, 图2-1, 专栏3-2.
func (n *numbered) captions(b *policy.Block) bool {
	s := b.Text.String()
	start := indent(s)
	kind := captions.begin(s[start:])
	if kind == "" {
		return false
	}
	rest := s[start+len(kind):]
	blank := len(rest) - len(strings.TrimLeft(rest, " "))
	rest = rest[blank:]
	end := numberLen(rest)
	group, number := kind, smallNumber(rest[:end])
	if end > 0 && end < len(rest) && (rest[end] == '-' || rest[end] == '.') {
		more := numberLen(rest[end+1:])
		if more > 0 {
			group, number = kind+rest[:end], smallNumber(rest[end+1:end+1+more])
			end += 1 + more
		}
	}
	if number == 0 {
		return false
	}
	size := len(kind) + blank + end
	*n = numbered{group: group, n: number, mark: s[start : start+size], at: b.Text.Span(start, start+size), name: rest[end:]}
	return true
}

// captions are what is numbered besides headings.
var captions = newWordList("附表", "附图", "表", "图", "专栏")

// numberLen is the length of the Arabic or Han number that s begins with.
func numberLen(s string) int { return cmp.Or(policy.Digits(s), hanLen(s)) }

// A row is numbered items one after the other, told by their place in the list it is of.
type row struct {
	first, before, last int // before: the last but one
	n                   int
	sure                bool // from 1 on, and nothing was skipped over
}

// add takes in an item.
func (r *row) add(i int) {
	if r.n == 0 {
		r.first = i
	}
	r.before, r.last, r.n = r.last, i, r.n+1
}

// rowsOf takes a list apart into rows and checks each.
func (k *counter) rowsOf(list []numbered) {
	if len(list) < 2 {
		return // a row has more than two, and one item jumps nowhere
	}
	known := &k.own.names
	known.begin(8)
	var open []row // by number of the group
	for i := range list {
		n := &list[i]
		g := int(known.number(n.group)) - 1
		switch {
		case g == len(open):
			open = append(open, row{sure: n.n == 1})
		case n.n == list[open[g].last].n+1:
		case n.n == 1:
			k.closeRow(list, &open[g])
			open[g] = row{sure: true}
		default:
			k.jump(list, &open[g], i)
		}
		open[g].add(i)
	}
	for g := range open {
		k.closeRow(list, &open[g])
	}
}

// minRow is how long a row must be to be worth a line.
const minRow = 3

// closeRow adds the check of a row that went up by one throughout.
func (k *counter) closeRow(list []numbered, r *row) {
	if !r.sure || r.n < minRow {
		return
	}
	first, last := &list[r.first], &list[r.last]
	k.add(policy.Check{Kind: policy.CountCheck, Result: policy.Consistent, Claim: last.at, Stated: last.mark,
		Computed: first.mark + " … " + last.mark + " = " + strconv.Itoa(r.n), Reason: reason(policy.CountCheck, "row")})
}

// jump looks at item i, which does not go on where row r stands: two numbers apart with
// the one between nowhere, or the same number twice with the next one behind.
func (k *counter) jump(list []numbered, r *row, i int) {
	r.sure = false
	n, last := &list[i], &list[r.last]
	if r.n < 2 || list[r.before].n != last.n-1 || n.place != last.place {
		return
	}
	what := ""
	switch {
	case n.n == last.n+2 && !k.stands(n, last):
		what = "gap"
	case n.n == last.n && strings.TrimSpace(n.name) != strings.TrimSpace(last.name) && goesOn(list, i):
		what = "repeat"
	default:
		return
	}
	k.add(policy.Check{Kind: policy.CountCheck, Result: policy.Inconsistent, Claim: n.at, Stated: n.mark,
		Computed: last.mark + " → " + n.mark, Reason: reason(policy.CountCheck, what)})
}

// goesOn says whether the next item of the group of item i has the next number.
func goesOn(list []numbered, i int) bool {
	for j := i + 1; j < len(list); j++ {
		if list[j].group == list[i].group {
			return list[j].n == list[i].n+1 && list[j].place == list[i].place
		}
	}
	return false
}

// stands says whether the number between two items is somewhere after all.
func (k *counter) stands(n, last *numbered) bool {
	from, to := 0, len(k.content)
	if n.near {
		from, to = last.at.End, n.at.Start
	}
	if from >= to {
		return true
	}
	text := k.content[from:to]
	if policy.HoldsAny(text, "（略）", "(略)", "……") {
		return true // an excerpt
	}
	missing := n.n - 1
	digits, han := strconv.Itoa(missing), hanWritten(missing)
	if !n.near {
		kind := strings.TrimRight(n.mark, "0123456789"+hanDigits)
		return strings.Contains(text, kind+digits) || strings.Contains(text, kind+han) || strings.Contains(text, strings.TrimSpace(kind)+digits)
	}
	for _, m := range [...]string{han + "、", han + ".", "（" + han, "(" + han, "第" + han, han + "是", "\n" + han, digits + ".", digits + "、", digits + "．", digits + "）", digits + ")", "第" + digits} {
		if strings.Contains(text, m) {
			return true
		}
	}
	return strings.ContainsRune(text, '①'+rune(missing-1))
}

// hanWritten writes 1 to 99: 十二.
func hanWritten(n int) string {
	digit := func(d int) string {
		r, _ := policy.FirstRune(hanDigits[(d-1)*3:])
		return string(r)
	}
	s := ""
	if n > 19 {
		s = digit(n / 10)
	}
	if n > 9 {
		s += "十"
	}
	if n%10 > 0 {
		s += digit(n % 10)
	}
	return s
}
