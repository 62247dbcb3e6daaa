package extract

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// open remembers what governs the paragraphs that follow: a list that this one
// announces, or goals under 到2025年.
func (w *walk) open() {
	if w.p.block.Kind != policy.Paragraph {
		return
	}
	if dashed := w.dashed(); !dashed || w.lead.ok {
		w.r.dashes = said{}
		s := w.lead
		if w.mid.toward {
			s = w.mid
		}
		if !dashed && s.ok && s.toward && s.period.LastYear() > w.st.year {
			w.r.dashes = s
		}
	}
	w.headline()
	if y := w.lead.period.LastYear(); w.lead.ok && y > w.st.year && (w.st.year > 0 || w.lead.toward) && w.lead.span.Start-w.p.block.Span.Start <= 60 && w.p.firstFigure(0) >= w.leadIn && !endsOpen(w.p.s) {
		w.r.intro, w.r.introOf = w.lead, w.p.block.Section
	}
	if asks(w.p.s) {
		if w.r.intro, w.r.introOf = w.lead, w.p.block.Section; w.mid.ok {
			w.r.intro = w.mid
		}
	}
	if promises(w.p.s) {
		w.r.intro, w.r.introOf, w.r.introAim = w.lead, w.p.block.Section, true
	}
	if endsOpen(w.p.s) {
		w.r.introAim = containsAny(w.p.s[lastIndex(w.p.s, "。")+1:], "目标", "任务", "安排")
		w.r.intro, w.r.introOf = w.lead, w.p.block.Section
		if w.mid.ok {
			w.r.intro = w.mid
		}
		w.announce()
	}
}

// turnsTo says whether a report of the government, read early in its year, turns from the year before to
// what is to come with a paragraph about s: 2024年，力争…; 今年主要预期目标是….
func (w *walk) turnsTo(s said) bool {
	if w.st.genre != workReport || s.period.LastYear() != w.st.year || s.period.Open != normalize.Closed || strings.HasSuffix(s.raw, "来") {
		return false
	}
	return w.st.sure && strings.Contains(w.st.title, "政府工作报告") || w.r.told.ok && w.r.told.period.LastYear() == w.st.year-1 && w.wants()
}

// wants says whether the paragraph names a goal or what is to be reached at least, and nothing that is done.
func (w *walk) wants() bool {
	aims := slices.ContainsFunc(w.p.marks, func(m mark) bool { return m.fig != nil && m.fig.Comparator == policy.AtLeast })
	for _, q := range w.cues {
		if q.class == cueDone || q.class == cueHeld {
			return false
		}
		aims = aims || q.class == cueAim
	}
	return aims
}

// dashed says whether the paragraph is an item of a list that —— begins, or stands first under one.
func (w *walk) dashed() bool {
	return startsIn(w.p.s, "——", "--") || w.sec.dashed && w.p.block.ID == w.p.block.Section+1
}

// headline lets a short line that names a year and has no figures govern what follows, as a
// heading would: ■ 2024年成绩单.
func (w *walk) headline() {
	s := w.p.s
	if len(s) <= 75 && bulleted(s) && !figuresIn(w.p) && !w.lead.ok {
		w.r.introAim, w.r.introOf = headingStatus(s, said{}, w.st) == policy.Target, w.p.block.Section
		return
	}
	if !w.lead.ok || len(s) > 75 || w.lead.period.From.Month > 0 || w.lead.period.From.Year != w.lead.period.To.Year || !bulleted(s) || figuresIn(w.p) || endsIn(s, "。", "；", "：") {
		return
	}
	w.r.intro, w.r.introOf, w.r.introAim = w.lead, w.p.block.Section, strings.Contains(s, "目标")
}

// bullets begin the lines of a list.
const bullets = "●■◆▲★○◇□※"

var bulletSet = policy.WideSetOf(bullets)

// bulleted says whether s begins with a bullet, and not with 总 or 族, which the set takes for ※ and ●.
func bulleted(s string) bool { return bulletSet.Begins(s) && strings.Contains(bullets, s[:3]) }

// announce lets the time that an opening paragraph names govern all of its article that has
// no other: 现将2020年11月1日零时全县人口的基本情况公布如下：.
func (w *walk) announce() {
	b := w.p.block
	if b.Section >= 0 && w.r.doc.Blocks[b.Section].Kind != policy.Title || w.st.stated.ok || !endsIn(strings.TrimRight(w.p.s, "：:"), "公布如下", "公告如下", "通报如下", "公报如下", "情况如下") {
		return
	}
	if s := w.r.intro; s.ok && !s.toward && !s.period.Relative {
		w.st.stated = s
	}
}
