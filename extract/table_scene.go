package extract

import (
	"cmp"
	"sort"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A scene is what a table takes from the text around it.
type scene struct {
	st      *setting
	sec     *section
	caption label
	subject string // what the caption is about
	year    int    // that 上年 is counted from
	planned bool   // its years are those of a plan
	unit    headUnit
	units   []headUnit // unit and those behind it
	second  headUnit   // 单位：万元、%
	star    policy.Status
	summed  bool // the note says that values in brackets are sums of five years
}

func (g *sheet) scene(r *reading) scene {
	s := scene{st: &setting{}, sec: &section{}}
	if a := g.t.Article; a >= 0 && a < len(r.articles) {
		s.st = &r.articles[a]
	}
	if k := g.t.Section; k >= 0 && k < len(r.sections) {
		s.sec = &r.sections[k]
	}
	p := newPassage(g.arena, g.block(), normalize.Fold(policy.Plain(g.t.Caption, 0)))
	s.caption = *readHead(p, true)
	s.caption.spans, s.caption.period.span = nil, policy.Span{}
	if !s.caption.period.ok {
		s.caption.period = r.lede(g.t, s.st)
	}
	s.subject = captionSubject(strings.TrimPrefix(s.caption.core, s.st.place.name))
	s.caption.status = policy.Status(cmp.Or(string(captionStatus(p.s)), string(s.caption.status)))
	s.year = g.yearFor(&s)
	raw := s.caption.period.raw
	s.planned = raw != "" && (!isDigitAt(raw) || s.caption.status == policy.Target || containsAny(p.s, "规划", "计划", "目标", "任务"))
	for k, w := range strings.FieldsFunc(fold(g.t.Unit), func(r rune) bool { return strings.ContainsRune("、，,；; ", r) }) {
		u, _, ok := unitName(w)
		if ok && k == 0 {
			s.unit = u
		} else if ok {
			s.second = u
		}
		if ok && s.unit.ok {
			s.units = append(s.units, u)
		}
	}
	note := fold(g.t.Note)
	s.star, s.summed = starred(note), containsAny(note, "五年累计", "5年累计") && containsAny(note, "〔", "[", "【")
	return s
}

// lede is the time that the paragraph which leads to a table opens with: 2024年1—6月，…产量如下：.
func (r *reading) lede(t *policy.Table, st *setting) said {
	k := sort.Search(len(r.ps), func(k int) bool { return r.ps[k].block.ID >= t.Block }) - 1
	if k < 0 || r.ps[k].block.Kind != policy.Paragraph || t.Block-r.ps[k].block.ID > 2 || !endsOpen(r.ps[k].s) && !containsAny(r.ps[k].s, "如下", "下表", "见表") {
		return said{}
	}
	n, p := normalize.MatchPeriod(r.ps[k].s)
	if n == 0 || p.Vague || p.Open != normalize.Closed {
		return said{}
	}
	s := said{ok: true, period: p, edtf: p.Resolve(0), raw: r.ps[k].s[:n], span: r.ps[k].span(0, n)}
	if p.Relative {
		return s.within(st)
	}
	return s
}

func fold(s string) string { return normalize.Fold(policy.Plain(s, 0)).String() }

func isDigitAt(s string) bool { return s != "" && s[0]-'0' < 10 }

// starred is what a note says of the values it marks: 加*为预计数据.
func starred(note string) policy.Status {
	if !strings.ContainsAny(note, "*＊※#△①") && !strings.Contains(note, "标") {
		return ""
	}
	switch {
	case containsAny(note, "预计", "预测", "估计", "估算", "初步", "暂"):
		return policy.Estimate
	case containsAny(note, "目标", "规划"):
		return policy.Target
	}
	return ""
}

// captionKinds are kinds of tables, captionWords what stands before them and says what the values claim.
var (
	captionKinds            = phrases["captionkind"]
	captionWords, captioned = saying[policy.Status]("caption/")
)

// captionStatus is what the last words of a caption claim of the values: 项目计划表, 收费标准一览表.
func captionStatus(s string) policy.Status {
	for n := captionKinds.suffix(s); n > 0; n = captionKinds.suffix(s) {
		s = s[:len(s)-n]
	}
	return captioned[captionWords.endOf(s)]
}

// captionSubject takes off a caption what tells of its table rather than of its
// subject: 表1 各县区固定资产投资情况表 → 固定资产投资.
func captionSubject(s string) string {
	for _, w := range [...]string{"指标：", "指标名称："} {
		s = strings.TrimPrefix(s, w)
	}
	s = normalize.TrimSpace(s[captionNumber(s):])
	n, _ := normalize.MatchPlace(s)
	s = s[n:]
	for n := captionLeads.prefix(s); n > 0; n = captionLeads.prefix(s) {
		s = s[n:]
	}
	for n := captionTails.suffix(s); n > 0; n = captionTails.suffix(s) {
		s = s[:len(s)-n]
	}
	s = strings.Trim(s, " 及和年")
	if strings.Contains(s, "“") != strings.Contains(s, "”") {
		s = strings.Trim(s, "“”")
	}
	return s
}

// captionLeads and captionTails stand before and behind what a caption is about.
var captionLeads, captionTails = phrases["captionlead"], phrases["captiontail"]

// captionNumber is the length of the number that a caption begins with: 表1 , 附件2：, 2-1-3各地区, 1、; but not of a
// year.
func captionNumber(s string) int {
	t := s
	for _, w := range [...]string{"附件", "附", "表"} {
		t = strings.TrimPrefix(t, w)
	}
	rest := strings.TrimLeft(t, " 0123456789-.、．")
	number := len(t) - len(rest)
	switch {
	case len(t) < len(s) && number > 0:
		return len(s) - len(strings.TrimLeft(rest, " ：:abcdefgh"))
	case len(t) == len(s) && strings.ContainsAny(t[:number], "-.、．") && !startsIn(rest, "年", "月", "日", "季"):
		return number
	}
	return 0
}
