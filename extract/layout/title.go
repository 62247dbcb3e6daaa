package layout

import (
	"slices"
	"strings"

	"shuzheng/policy"
)

// docTypes are the words that titles of policy documents end with.
var docTypes = words.Of("paper")

// docTypeEnds is what they end with.
var docTypeEnds = lastOf(docTypes...)

// titleEnd says whether s ends as a title does: …实施办法, …规划（2021-2025年）,
// 《…》起草说明.
func titleEnd(s string) bool {
	s = strings.TrimSuffix(dropBracket(s), "》")
	return docTypeEnds.ends(s) && slices.ContainsFunc(docTypes, func(w string) bool { return strings.HasSuffix(s, w) && len(s) >= len(w)+6 })
}

// dropBracket is s without a bracket at its end: （试行）, (2021-2025年).
func dropBracket(s string) string {
	for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}, {"〔", "〕"}} {
		if strings.HasSuffix(s, b[1]) {
			if k := strings.LastIndex(s, b[0]); k > 0 {
				return trim(s[:k])
			}
		}
	}
	return s
}

// titles marks the titles at the head of the page and of the texts attached to it,
// and the labels that tell one article of a page from the next.
func titles(us []unit) []unit {
	body, top := false, titleDepth(us)
	for i := range us {
		u := &us[i]
		if u.depth > 0 && (u.depth == 1 || u.depth == top) && !body && (u.kind == policy.Heading && u.r.style == noStyle || u.bare()) {
			u.kind = policy.Title
			continue
		}
		if u.depth > 0 && u.kind == policy.Paragraph {
			u.kind = policy.Heading
			u.fresh = u.fresh || i > 0 && us[i-1].link && u.r.style == noStyle
		}
		switch {
		case u.kind != policy.Paragraph:
		case isTitle(us, i, body) || body && overDateline(us, i):
			u.kind, u.fresh = policy.Title, body
		case !body && isHeadline(us, i):
			u.kind = policy.Title
		case isPlaceLabel(us, i):
			u.kind, u.fresh = policy.Title, true
		}
		body = body || u.prose() || u.numbered() && (u.r.shape == runIn || u.r.shape == whole) || u.kind == policy.TableBlock
	}
	return us
}

// captionTitle makes the caption that a text begins with its title, where it has no other and no table with
// another.
func captionTitle(us []unit, ts []policy.Table) {
	if len(ts) == 0 || slices.ContainsFunc(ts, func(t policy.Table) bool { return t.Caption != ts[0].Caption && t.Caption != "" }) ||
		slices.ContainsFunc(us, func(u unit) bool { return u.kind == policy.Title || u.kind == policy.Heading && u.depth > 0 }) {
		return
	}
	i := slices.IndexFunc(us, func(u unit) bool { return u.kind != policy.Boilerplate && !isAttachment(u.str()) })
	if i >= 0 && us[i].kind == policy.Caption && unitAbove(us[i].str()) == "" && !isCaption(us[i].str()) {
		us[i].kind = policy.Title
	}
}

// titleDepth is the depth of the one heading that stands above all others and is worded as a title: ##
// 青禾县行动方案, over ###. 0 if there is none.
func titleDepth(us []unit) int {
	top, at, n := 0, 0, 0
	for i := range us {
		switch d := us[i].depth; {
		case d > 0 && (top == 0 || d < top):
			top, at, n = d, i, 1
		case d > 0 && d == top:
			n++
		}
	}
	if n != 1 || !titleEnd(us[at].str()) {
		return 0
	}
	return top
}

// joinTitles puts the body that issues a notice, alone on its line, before the
// title that begins with 关于.
func joinTitles(us []unit) []unit {
	out := us[:0]
	for i := range us {
		u := &us[i]
		if n := len(out) - 1; n >= 0 && u.kind == policy.Title && strings.HasPrefix(u.str(), "关于") && isIssuer(&out[n]) {
			prev := &out[n]
			prev.text = prev.text.JoinWith("", u.text)
			prev.kind, prev.fresh, prev.r = policy.Title, u.fresh, reading{}
			prev.span.End = u.span.End
			continue
		}
		if len(out) == i {
			out = us[:i+1]
		} else {
			out = append(out, *u)
		}
	}
	return out
}

// isIssuer says whether u is the name of a public body and nothing else.
func isIssuer(u *unit) bool {
	s := u.str()
	r, _ := policy.LastRune(s)
	return u.bare() && u.width <= 160 && u.end() == openEnd && strings.ContainsRune("厅局委办部府院会室行署团", r) && !strings.ContainsAny(s, "：。，")
}

// attachments marks the numbered names behind 附件： as entries of a list.
func attachments(us []unit) {
	for i := range us {
		s := us[i].str()
		if us[i].kind != policy.Paragraph || !strings.HasPrefix(s, "附") || !policy.BeginsAny(s, "附件：", "附件:", "附：", "附:") {
			continue
		}
		for k := i + 1; k < len(us) && us[k].kind == policy.Paragraph && us[k].r.style >= arabic; k++ {
			us[k].r.shape = item
		}
	}
}

// isTitle says whether unit i is a title. Behind text it must begin something new:
// stand behind a signature or an attachment's number, or before a first heading.
func isTitle(us []unit, i int, body bool) bool {
	u, s := &us[i], us[i].str()
	if u.r.style != noStyle || u.tab || u.width > 200 || u.lines > 4 || u.end() != openEnd || !titleEnd(s) || runeCount(s) < 5 {
		return false
	}
	if strings.ContainsAny(s, "，。；|｜") || strings.Contains(s, "》、") || hasLabel(s) || opensSentence(s) {
		return false
	}
	return !body || i > 0 && (isDate(us[i-1].str()) || isAttachment(us[i-1].str())) || i+1 < len(us) && startsOver(us, i)
}

// overDateline says whether unit i is the headline of an article of a newspaper, which begins in the next: 本报讯 ….
func overDateline(us []unit, i int) bool {
	return i+1 < len(us) && us[i].width <= 80 && datelineStarts.begins(us[i+1].str()) && policy.BeginsAny(us[i+1].str(), datelines...) && headlineForm(&us[i]) && !hasLabel(us[i].str())
}

// datelines are what such articles begin with, and datelineStarts their first characters.
var (
	datelines      = words.Of("dateline")
	datelineStarts = firstOf(datelines...)
)

// opensSentence says whether s begins as the first sentence of a text does rather
// than its title: 为贯彻…, 根据….
func opensSentence(s string) bool { return policy.BeginsAny(s, openings...) }

var openings = words.Of("opening")

// startsOver says whether numbering begins anew soon behind unit i, after it had
// gone on before it.
func startsOver(us []unit, i int) bool {
	k := i + 1
	for k < min(len(us), i+6) && us[k].r.style == noStyle {
		k++
	}
	if k == min(len(us), i+6) || us[k].r.number != 1 || us[k].r.shape == item {
		return false
	}
	st := us[k].r.style
	for b := i - 1; b >= 0 && b > i-200; b-- {
		if us[b].r.style == st && us[b].kind != policy.Title {
			return us[b].r.number > 1
		}
		if us[b].r.style != noStyle && us[b].r.style < st {
			return false
		}
	}
	return false
}

// isPlaceLabel says whether unit i is the line of names that newspapers set over
// or under the articles of a page: 临江 青禾.
func isPlaceLabel(us []unit, i int) bool {
	u := &us[i]
	return u.lines <= 1 && u.width <= 40 && u.r.style == noStyle && i > 0 && i+1 < len(us) &&
		us[i-1].end() == closedEnd && us[i+1].r.style == noStyle && isNames(u.str()) && us[i+1].prose()
}

// isNames says whether s is a row of short names with blanks between: 临江 青禾.
func isNames(s string) bool {
	n, size := 0, 0
	for _, r := range s {
		blank := r == ' ' || r == '\u3000' || r == '\u00a0'
		switch {
		case isHan(r):
			size++
		case !blank || size == 1 || size > 4:
			return false
		case size > 0:
			n, size = n+1, 0
		}
	}
	return n >= 1 && size >= 2 && size <= 4
}

// isAttachment says whether s is the line that begins an attached text: 附件, 附件1.
func isAttachment(s string) bool {
	rest, ok := strings.CutPrefix(s, "附件")
	return ok && !strings.ContainsFunc(rest, func(r rune) bool { return !isDigit(r) && !isHanDigit(r) && !strings.ContainsRune("：:.．-— ", r) })
}

// isDate says whether s is a date and nothing more: 2023年8月9日, 二〇二三年八月九日.
func isDate(s string) bool {
	if len(s) > 60 || !inDate(firstRune(s)) {
		return false
	}
	y := strings.Index(s, "年")
	if y <= 0 || !strings.Contains(s[y:], "月") {
		return false
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, "印发"), "发布")
	return !strings.ContainsFunc(s, func(r rune) bool { return !inDate(r) })
}

// inDate says whether r is a character that dates are written with.
func inDate(r rune) bool {
	switch r {
	case '年', '月', '日', ' ', '\u3000', '\u00a0', 'O', 'Ｏ', '○':
		return true
	}
	return isDigit(r) || isHanDigit(r)
}

// isSignature says whether unit i names who signs: a body's name near a date.
func isSignature(us []unit, i int) bool {
	for k := i + 1; k < len(us) && k <= i+4; k++ {
		if isDate(us[k].str()) {
			return true
		}
		if us[k].prose() || us[k].width > 60 {
			break
		}
	}
	r, _ := policy.LastRune(dropBracket(us[i].str()))
	return strings.ContainsRune("厅局委办部府院", r)
}
