package extract

import (
	"strings"

	"shuzheng/policy"
)

// boundedWords set the bound of a share: 奖补总额不高于其上年度贡献的80%.
var boundedWords = newLexicon([]string{"不低于", "不少于", "不超过", "不高于", "不得低于", "不得少于", "不得超过", "不得高于"})

// boundedShare reads X不高于Y的80%: the bound of the share that X makes up of Y.
func (p *passage) boundedShare(k int, known []subject) subject {
	f := p.marks[k].fig
	a, _ := p.prefix(k)
	end := f.num.Start - len("的")
	if f.Unit != "%" && f.Unit != "‰" && f.Unit != "成" || a >= end || !p.after(end, "的") {
		return subject{}
	}
	i, n := boundedWords.lastIn(p.s[a:end])
	if n == 0 {
		return subject{}
	}
	whole := a + i + n
	if p.after(whole, "其") {
		whole += len("其")
	}
	if whole >= end {
		return subject{}
	}
	s := p.sharer(a, a+i, k, known)
	if s.words == "" || endsIn(s.words, "比例", "比重", "率") {
		return s
	}
	s.words += "占" + p.s[whole:end] + "的比例"
	s.spans = append(s.spans[:len(s.spans):len(s.spans)], policy.Span{Start: whole, End: end})
	return s
}

// sharer is what makes up a share: what [a, b) names, or else what was spoken of last.
func (p *passage) sharer(a, b, k int, known []subject) subject {
	from := p.afterVerb(p.trimLeft(a, b), b)
	if to := p.trimTail(from, b); to > from {
		return p.subjectAt(from, to)
	}
	if prev := p.previous(k, known); prev >= 0 {
		return known[prev]
	}
	return subject{}
}

// shareOf reads X占Y比重: the share of Y that X makes up.
func (p *passage) shareOf(k int, known []subject) subject {
	f := p.marks[k].fig
	if f.Unit != "%" && f.Unit != "百分点" && f.Unit != "‰" && f.Unit != "成" {
		return subject{}
	}
	a, b := p.prefix(k)
	i := lastIndex(p.s[a:b], "占")
	if i < 0 {
		return subject{}
	}
	i += a
	if p.afterAny(i, "占地", "占用", "占有", "占领") != "" && !p.after(i, "占地区") && !p.after(i, "占地方") {
		return subject{}
	}
	right := p.trimShare(i+len("占"), b, f)
	xa := p.afterVerb(p.trimLeft(a, i), i)
	xb := p.trimTail(xa, i)
	var s subject
	if xb > xa {
		s = p.subjectAt(xa, xb)
	} else if prev := p.previous(k, known); prev >= 0 {
		s = known[prev]
		if j := strings.Index(s.words, "占"); j > 0 {
			s.words = s.words[:j]
		}
	}
	if right > i {
		s.spans = append(s.spans, policy.Span{Start: i, End: right})
		s.words += p.s[i:right]
	}
	if !strings.HasSuffix(s.words, "比重") && !strings.HasSuffix(s.words, "比例") && !strings.HasSuffix(s.words, "比") {
		s.words += "比重"
	}
	return s
}

// trimShare cuts what states the value behind 占, but not the plan or the year that is
// shared: 占年度计划的112%.
func (p *passage) trimShare(a, b int, f *draft) int {
	if f.Measure == policy.Change && f.verb.Len() > 0 {
		return p.trimRight(a, b, f)
	}
	for b > a {
		n := tails.suffix(p.s[a:b])
		if w := p.s[b-n : b]; n == 0 || n <= 3 && splitsWord(p.s[a:b], b-n-a) || oneOf(w, planWords) {
			break
		}
		b -= n
	}
	return b
}

// planWords are tails of an indicator that are what a share is taken of.
var planWords = []string{"年度", "计划", "目标", "任务", "预期", "全年", "当年", "总体", "整体"}
