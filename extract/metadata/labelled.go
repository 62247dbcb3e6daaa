package metadata

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// longestLine is the most bytes that a block with labels has.
const longestLine = 2000

// labelled reads the lines of labels in the head: 【公布日期】2018.12.10, 索引号：…, and
// the cells of a table of them.
func (f *finder) labelled() {
	for i := 0; i < f.heads; i++ {
		b := &f.doc.Blocks[i]
		if b.Kind == policy.Boilerplate {
			f.front(i)
		}
		if b.Kind == policy.TableBlock && b.Table >= 0 && f.grid(&f.doc.Tables[b.Table]) {
			continue
		}
		if s := b.Text.String(); len(s) <= longestLine && (policy.HoldsAny(s, "：", ":", "】")) {
			f.line(i)
		}
	}
	for i := max(f.heads, len(f.doc.Blocks)-footBlocks); i < len(f.doc.Blocks); i++ {
		f.printed(i)
		if i+lastBlocks >= len(f.doc.Blocks) && f.found["publish_date"].rank == 0 {
			f.clocked(i)
		}
	}
}

// front reads what a collector of pages noted in block i: title: …, date: ….
func (f *finder) front(i int) {
	t := f.doc.Blocks[i].Text
	s := t.String()
	key, value := policy.FrontKey(s), policy.FrontValue(s)
	if value == "" {
		return
	}
	start := strings.LastIndex(s, value)
	at := t.Span(start, start+len(value))
	switch key {
	case "title":
		f.set("title", value, at, pageRank)
	case "date":
		if iso, n := isoDate(value); n > 0 {
			f.set("publish_date", iso, at, pageRank)
		}
	}
}

// lastBlocks is how many of the last blocks may tell when a page was made.
const lastBlocks = 5

// clocked reads a line at the foot that tells the day and the hour of a page: 时间：2030年12月13日 04:16.
func (f *finder) clocked(i int) {
	if raw := f.doc.Blocks[i].Text.String(); len(raw) > proseLength || strings.IndexByte(raw, ':') < 0 {
		return
	}
	t := f.text(i)
	s := t.String()
	if m := marksIn(s, true); len(m) == 1 && m[0].label.key == "publish_date" && m[0].start == 0 {
		f.value(m[0].label, t, m[0].end, len(s))
	}
}

// A mark is a label in a line: label s[start:end] with its sign, the value behind.
type mark struct {
	label      label
	start, end int
}

// line reads the labels of block i and what stands behind each.
func (f *finder) line(i int) {
	t := f.text(i)
	s := t.String()
	marks := marksIn(s, i < f.body)
	for k, m := range marks {
		end := len(s)
		if k+1 < len(marks) {
			end = marks[k+1].start
		}
		if m.label.key == "" || !m.label.strong && !checked[m.label.key] && len(marks) == 1 && f.doc.Blocks[i].Kind != policy.Boilerplate {
			continue // 名称：望海大桥
		}
		if strings.Trim(s[m.end:end], " •·|-") == "" && k+1 == len(marks) && i+1 < f.heads {
			if next := f.text(i + 1); next.Len() <= 120 && len(marksIn(next.String(), true)) == 0 {
				f.value(m.label, next, 0, next.Len())
			}
			continue
		}
		f.value(m.label, t, m.end, end)
	}
}

// checked are the keys whose values are known by their form.
var checked = map[string]bool{"date": true, "publish_date": true, "effective_date": true, "doc_number": true}

// marksIn finds the labels of a line: 【label】, or label：; weak ones with ： only where
// loose allows them and they begin the line.
func marksIn(s string, loose bool) (all []mark) {
	for i := 0; i < len(s); {
		k := strings.IndexAny(s[i:], "】：")
		if k < 0 {
			return all
		}
		at := i + k
		i = at + len("：")
		low := 0
		if n := len(all); n > 0 {
			low = all[n-1].end
		}
		l, from, ok := labelEnding(s, low, at)
		if !ok {
			continue
		}
		if s[at:i] == "】" {
			open, bracketed := strings.CutSuffix(s[:from], "【")
			if !bracketed {
				continue
			}
			from, i = len(open), i+len(s[i:])-len(strings.TrimPrefix(s[i:], "："))
		} else if !l.strong && (!loose || !begins(s[low:from])) {
			continue
		}
		all = append(all, mark{l, from, i})
	}
	return all
}

// begins says whether what stands before a label lets it begin there.
func begins(before string) bool {
	r, n := policy.LastRune(before)
	return n == 0 || strings.ContainsRune(" •·|【（[", r)
}

// labelEnding is the longest label that s[low:at] ends in, and where it begins.
func labelEnding(s string, low, at int) (l label, from int, ok bool) {
	if at-low < len("字") {
		return l, 0, false
	}
	for _, l := range labelsBy[s[at-len("字"):at]] {
		if strings.HasSuffix(s[low:at], l.word) {
			return l, at - len(l.word), true
		}
	}
	return l, 0, false
}

// grid reads a table of labels, each with its value in the next cell of the row, and says whether there
// were any. Where the next cell is a label too the value was blank and its cell is lost. Weak labels are such
// beside a strong one, or with a colon: 名称 | 单位 is a head.
func (f *finder) grid(t *policy.Table) (labels bool) {
	if len(t.Cells) > longestGrid {
		return false
	}
	sure := slices.ContainsFunc(t.Cells, func(c policy.Cell) bool {
		l, colon, ok := cellLabel(&c)
		return ok && (l.strong || colon)
	})
	for k := 0; k+1 < len(t.Cells) && sure; k++ {
		next := &t.Cells[k+1]
		l, _, ok := cellLabel(&t.Cells[k])
		if !ok || l.key == "" || next.Row != t.Cells[k].Row {
			continue
		}
		if labels = true; !policy.EndsAny(next.Text.String(), "：", ":") {
			v := normalize.Fold(next.Text)
			f.value(l, v, 0, v.Len())
		}
	}
	return labels
}

// cellLabel is the label that a cell is as a whole, and whether it has a sign of one.
func cellLabel(c *policy.Cell) (l label, sign, ok bool) {
	full := normalize.Fold(c.Text).String()
	s := strings.Trim(full, "：:【】[] ")
	l, from, ok := labelEnding(s, 0, len(s))
	return l, s != full, ok && from == 0
}

// longestGrid is the most cells that a table of labels has.
const longestGrid = 120

// longestValue is the most bytes that a value has.
const longestValue = 300

// value takes t[i:j] for the value of a label, if it may be one.
func (f *finder) value(l label, t policy.Text, i, j int) {
	s := t.String()
	i, j = trimmed(s, i, f.lineEnd(l, t, i, j))
	if i == j || j-i > longestValue {
		return
	}
	if l.key == "file" {
		f.shared = true
		return
	}
	value, i, j := valueOf(l.key, s, i, j)
	f.set(l.key, value, t.Span(i, j), l.rank)
}

// valueOf is the value that s[i:j] gives a key, "" if none, and where it stands.
func valueOf(key, s string, i, j int) (value string, from, to int) {
	value = s[i:j]
	switch key {
	case "date", "publish_date", "effective_date":
		iso, n := isoDate(value)
		return iso, i, i + n
	case "doc_number":
		n, ok := normalize.NextDocNumber(s[:j], i)
		if !ok {
			return "", i, j
		}
		return n.Number, n.Start, n.End
	case "validity":
		if iso, n := isoDate(value); n == len(value) {
			return iso, i, j
		}
	case "issuer", "source":
		if key == "source" { // 来源：云川日报 | 2023-02-08 15:41
			value = sourceOf(value)
			j = i + len(value)
		}
		if strings.ContainsAny(value, "。；") {
			return "", i, j
		}
		value = strings.NewReplacer(",", "、", "，", "、", ";", "、").Replace(value)
	}
	return value, i, j
}

// sourceOf is the value of a source without the day behind it.
func sourceOf(value string) string {
	if k := strings.IndexAny(value, "|｜"); k > 0 {
		value = value[:k]
	} else if k, _, n := siteDay("来源" + value); n > 0 {
		value = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(value[:max(k-len("来源"), 0)], "："), "时间"), "日期")
	}
	return strings.TrimRight(value, " ")
}

// lineEnd is where a value ends that begins at t[i:j]: with its line, but for titles
// and lists of organs, which may go on in the next.
func (f *finder) lineEnd(l label, t policy.Text, i, j int) int {
	if l.key == "title" || l.key == "issuer" {
		return j
	}
	at := t.Span(i, j)
	raw := f.doc.Content.String()[at.Start:at.End]
	if k := strings.IndexByte(raw, '\n'); k > 0 && strings.TrimSpace(raw[:k]) != "" {
		return min(j, max(i, t.Offset(at.Start+k)))
	}
	return j
}

// trimmed leaves out blanks and the signs between labels at both ends of s[i:j].
func trimmed(s string, i, j int) (int, int) {
	const around = " \t\n•·|｜:：;；,，【】"
	i = j - len(strings.TrimLeft(s[i:j], around))
	return i, i + len(strings.TrimRight(s[i:j], around))
}
