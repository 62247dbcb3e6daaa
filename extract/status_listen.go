package extract

import (
	"sort"
	"strings"

	"shuzheng/policy"
)

// A listener hears the cues of a passage from left to right.
type listener struct {
	next         int // the first cue not yet heard
	outer, inner heard
	within       policy.Span // the bracket of inner
	sentence     int         // where the sentence of outer and inner begins
	semicolon    int         // end of the last ； before byte semicolonTo
	semicolonTo  int
	outside      clauseCues // of the clause being read, outside brackets
	inside       clauseCues // in the bracket being read
}

// clauseCues are the first cue of each class in a clause, in or outside a bracket.
type clauseCues struct {
	clause int // index of the clause, counted from 1
	within policy.Span
	first  [cueClasses]cue
}

// listen hears the cues before byte i.
func (w *walk) listen(i int) {
	l := &w.ear
	if l.sentence != w.first {
		l.sentence, l.outer, l.inner = w.first, heard{}, heard{}
	}
	for ; l.next < len(w.cues) && int(w.cues[l.next].start) < i; l.next++ {
		q := w.cues[l.next]
		if int(q.end) <= w.first {
			continue
		}
		h := &l.outer
		if b, ok := w.bracketAt(int(q.start)); ok {
			if l.within != b {
				l.inner, l.within = heard{}, b
			}
			h = &l.inner
		}
		if q.class == cueAim && (w.p.quoted() && w.slogan(int(q.start), i) || w.heldAgainst(int(q.start))) || w.inWhole(q) {
			continue
		}
		h.last[q.class] = q
		if q.class == cueAim {
			h.aims[aimReach(w.p.s[q.start:q.end])] = q
		}
	}
}

// heldAgainst says whether the goal that is named at byte k is only what something is held against:
// 低于年初|预期目标2个百分点.
func (w *walk) heldAgainst(k int) bool {
	if w.p.afterAny(k, "预期目标", "主要目标", "发展目标", "计划投", "计划总投") == "" {
		return false
	}
	head := w.p.s[w.first:k]
	if i := w.p.markFrom(k) - 1; i >= 0 && w.p.marks[i].fig != nil && w.p.aimFollows(i) {
		return true // 高于年初18%的|预期目标2.4个百分点
	}
	if from := w.p.clauses[w.p.clauseAt(k)].start; w.p.after(k, "计划投") && w.p.afterAny(from, "完成", "已完成", "共完成", "累计完成", "全年完成") != "" && unbroken(w.p.s[from:k]) {
		return true // 完成中央水利|计划投资3.8亿元
	}
	for n := setters.suffix(head); n > 0; n = setters.suffix(head) {
		head = head[:len(head)-n]
	}
	return endsIn(head, "低于", "高于", "高出", "多于", "少于", "比", "较", "超过", "超出", "超", "好于", "快于", "慢于", "优于", "完成", "完成了", "占", "为")
}

// inWhole says whether the estimate q only names what something is a share of: 占全年|预计|规模的77%.
func (w *walk) inWhole(q cue) bool {
	if q.class != cueEstimate {
		return false
	}
	name, share, ok := strings.Cut(upTo(w.p.s[q.end:], len("财政总收入规模的1")), "的")
	from := w.p.clauses[w.p.clauseAt(int(q.start))].start
	return ok && share != "" && share[0]-'0' < 10 && !strings.ContainsAny(name, "，；、0123456789") && strings.Contains(w.p.s[from:q.start], "占")
}

// slogan says whether byte k stands in a quotation that is closed before byte i: 突出“奋力赶超”主
// 基调，产值达40亿元.
func (w *walk) slogan(k, i int) bool {
	open := lastIndex(w.p.s[w.first:k], "“")
	return open >= 0 && !strings.Contains(w.p.s[w.first+open:k], "”") && strings.Contains(w.p.s[k:i], "”")
}

// semicolonBefore is the end of the last ； of the sentence before byte i.
func (w *walk) semicolonBefore(i int) int {
	l := &w.ear
	for l.semicolonTo = max(l.semicolonTo, w.first); l.semicolonTo < i; {
		k := strings.Index(w.p.s[l.semicolonTo:i], "；")
		if k < 0 {
			l.semicolonTo = i
			break
		}
		l.semicolonTo += k + len("；")
		l.semicolon = l.semicolonTo
	}
	return l.semicolon
}

// hearClause finds the first cues of clause k in bracket b, or outside all.
func (w *walk) hearClause(first *clauseCues, k int, b policy.Span, bracketed bool) {
	*first = clauseCues{clause: k + 1, within: b}
	c := &w.p.clauses[k]
	from := sort.Search(len(w.cues), func(i int) bool { return int(w.cues[i].start) >= c.start })
	for _, q := range w.cues[from:] {
		if int(q.end) > c.end {
			break
		}
		if a, ok := w.bracketAt(int(q.start)); ok != bracketed || a != b || first.first[q.class].end > 0 || w.inWhole(q) {
			continue
		}
		first.first[q.class] = q
	}
}

// beforeText is where the sentence before the first one would end.
const beforeText = -len("。")

// bounds finds the 。-sentence that holds byte i.
func (w *walk) bounds(i int) {
	for i >= w.sentence && w.sentence < len(w.p.s) {
		w.first = w.sentence + len("。")
		w.sentence = w.p.endAt(w.first, wholeSentence)
	}
}
