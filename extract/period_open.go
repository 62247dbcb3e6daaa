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
	w.openDashes()
	w.headline()
	s, lists := w.lead, endsOpen(w.p.s)
	if w.mid.ok && (lists || asks(w.p.s)) {
		s = w.mid
	}
	switch {
	case lists:
		last := strings.TrimPrefix(w.p.s[max(0, strings.LastIndex(w.p.s, "。")):], "。")
		w.introduce(s, containsAny(last, "目标", "任务", "安排") || opensNext(last))
		w.announce()
	case asks(w.p.s), w.leadsAhead():
		w.introduce(s, w.r.introAim)
	}
}

// introduce lets s govern the section from here on, as goals if so told.
func (w *walk) introduce(s said, goals bool) {
	w.r.intro, w.r.introOf, w.r.introAim = s, w.p.block.Section, goals
}

// openDashes lets the year of goals govern the items of a list with —— that follow.
func (w *walk) openDashes() {
	dashed, s := w.dashed(), w.lead
	if dashed && !s.ok {
		return
	}
	w.r.dashes = said{}
	if w.mid.toward {
		s = w.mid
	}
	if !dashed && s.ok && s.toward && s.period.LastYear() > w.st.year {
		w.r.dashes = s
	}
}

// leadsAhead says whether a year to come opens the paragraph and governs all its figures.
func (w *walk) leadsAhead() bool {
	s := &w.lead
	return s.ok && s.period.LastYear() > w.st.year && (w.st.year > 0 || s.toward) && s.span.Start-w.p.block.Span.Start <= 60 && w.p.firstFigure(0) >= w.leadIn
}

// turnsTo says whether a report of the government, read early in its year, turns from the year before to
// what is to come with a paragraph about s: 2024年，力争…; 今年主要预期目标是….
func (w *walk) turnsTo(s said) bool {
	if w.st.genre == anyPaper && w.st.title == "" {
		return opensYear(upTo(w.p.s, 240), s.raw)
	}
	if w.st.genre != workReport || s.period.LastYear() != w.st.reviewed()+1 || s.period.Open != normalize.Closed || strings.HasSuffix(s.raw, "来") {
		return false
	}
	return w.st.sure && strings.Contains(w.st.title, "政府工作报告") || w.r.told.ok && w.r.told.period.LastYear() == w.st.reviewed() && w.wants()
}

// opensYear says whether s, a paragraph that begins with a time, tells the goals of a year to come: 2030年，是“十六五”规划
// 的收官之年。主要预期目标是：….
func opensYear(s, when string) bool {
	return strings.Contains(s, "目标") && containsAny(s, "预期目标", "主要目标", "总体目标", "工作目标", "目标是：") &&
		(startsIn(when, "今年", "明年") || containsAny(s, "之年", "一年。", "一年，") && containsAny(s, "目标是", "目标为", "目标："))
}

// wants says whether the paragraph names what is to be reached at least.
func (w *walk) wants() bool {
	return slices.ContainsFunc(w.p.marks, func(m mark) bool { return m.fig != nil && m.fig.Comparator == policy.AtLeast })
}

// dashed says whether the paragraph is an item of a list that —— begins, or stands first under one.
func (w *walk) dashed() bool {
	return startsIn(w.p.s, "——", "--") || w.sec.dashed && w.p.block.ID == w.p.block.Section+1
}

// headline lets a short line that names a year and has no figures govern what follows, as a
// heading would: ■ 2024年成绩单.
func (w *walk) headline() {
	s, lead := w.p.s, &w.lead
	switch of := &lead.period; {
	case len(s) > 75 || !bulleted(s) || w.p.figured:
	case !lead.ok:
		w.introduce(w.r.intro, headingStatus(s, said{}, w.st) == policy.Target)
	case of.Whole() && of.From.Year == of.To.Year && !endsIn(s, "。", "；", "："):
		w.introduce(*lead, strings.Contains(s, "目标"))
	}
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
