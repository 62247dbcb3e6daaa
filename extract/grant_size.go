package extract

import (
	"strings"

	"shuzheng/policy"
)

// Sums and acts that tell the members of a list of recipients apart.

// sizesOf are the lengths of the sum that first ends in, with 不足 before it, and of the one that last
// begins with, with 以上 behind it where each has a bound of its own. 0 where they are none.
func (p *passage) sizesOf(first, last policy.Span) (n, m int) {
	if n = p.sumEnd(first); n == 0 {
		return 0, 0
	}
	under := len(p.beforeAny(first.End-n, "小于", "低于", "少于", "不足", "不满", "不到"))
	return n + under, p.sumBegin(last, under > 0 || p.beforeAny(first.End, "上", "下") != "")
}

// sumEnd is how long the figure is that w ends in, sumBegin the one that it begins with:
// 对年营业收入突破|5000万元|、1亿元、|5亿元|的企业. 0 where there is none.
func (p *passage) sumEnd(w policy.Span) int {
	k := p.markFrom(w.End - 1)
	if k == len(p.marks) || p.marks[k].start >= w.End {
		k--
	}
	if k < 0 || p.marks[k].fig == nil || p.figureEnd(&p.marks[k]) != w.End || p.marks[k].start < w.Start {
		return 0
	}
	return w.End - p.marks[k].start
}

func (p *passage) sumBegin(w policy.Span, bounded bool) int {
	k := p.markFrom(w.Start)
	if k == len(p.marks) || p.marks[k].fig == nil || p.marks[k].start != w.Start || p.marks[k].end > w.End {
		return 0
	}
	at := p.marks[k].end // 2亿元、|5亿元及以上|的企业
	return min(at+p.boundAfterLen(at)*btoi(bounded || p.after(at, "及以")), w.End) - w.Start
}

// ofSize is the item w of a list of sums, the first of which what is measured stands before, and
// behind the last who is meant: 年产值突破|50亿元|、|30亿元|的企业. The sum of the first is its last n bytes,
// that of the last its first m.
func (p *passage) ofSize(first policy.Span, n int, last policy.Span, m int, w policy.Span) subject {
	whose := policy.Span{Start: first.Start, End: first.End - n}
	words := p.s[whose.Start:whose.End]
	whose.Start += max(verbal.prefix(words), conditions.prefix(words))
	whose.Start += len(p.afterAny(whose.Start, "为")) // 认定为|5000万元、8000万元税收楼
	who := policy.Span{Start: last.Start + m, End: last.End}
	if w == first {
		w.Start = first.End - n
	}
	if w == last {
		w.End = who.Start
	}
	s := subject{p.s[whose.Start:whose.End] + p.s[w.Start:w.End] + p.s[who.Start:who.End], []policy.Span{whose, w, who}}
	s.spans = s.spans[btoi(whose.Len() == 0) : 3-btoi(who.Len() == 0)]
	return s
}

// actsOf are the lengths of the act that first ends in and of the one that last begins with. 0 where they are none.
func (p *passage) actsOf(first, last policy.Span) (head, tail int) {
	a, words := p.trimLeft(first.Start, first.End), p.s[last.Start:last.End]
	if first.End-a > 15 || conditions.suffix(p.s[a:first.End]) == 0 {
		return 0, 0
	}
	act := conditions.endOf(p.s[first.Start:first.End])
	if i := strings.Index(words, act); i > 0 && i <= 12 {
		return first.End - a, i + len(act)
	}
	if i, n := conditions.lastIn(upTo(words, 21)); n > 0 && strings.HasPrefix(words[i+n:], "的") {
		return first.End - a, i + n
	}
	return 0, 0
}
