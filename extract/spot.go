package extract

import (
	"strings"

	"shuzheng/normalize"
)

// A spot is a place that a passage names, and what it does there.
type spot struct {
	start, end int
	name       string
	subject    bool // figures after it are about it
}

// spots finds the places that govern figures in the passage.
func (w *walk) spots() []spot {
	var out []spot
	s := w.p.s
	var last spot // the place before, subject or not
	for i, end := 0, w.lastFigure(); i < end; {
		if s[i] < 0xe4 || s[i] > 0xe9 {
			i += runeLen(s[i])
			continue
		}
		if !normalize.MayBeginPlace(s[i:]) && !itemHead(s, i) {
			i += 3
			continue
		}
		sp := w.spotAt(i, last)
		if sp.end == 0 {
			i += 3
			continue
		}
		if sp.subject {
			out = append(out, sp)
		}
		i, last = sp.end, sp
	}
	return out
}

// lastFigure is where the last figure of the passage begins.
func (w *walk) lastFigure() int {
	for i := len(w.p.marks) - 1; i >= 0; i-- {
		if w.p.marks[i].fig != nil {
			return w.p.marks[i].start
		}
	}
	return 0
}

// spotAt reads the place at byte i; its end is 0 where there is none.
func (w *walk) spotAt(i int, last spot) spot {
	s := w.p.s
	sp := spot{start: i}
	whole := true
	if n, p := normalize.MatchRelativePlace(s[i:]); n > 0 {
		sp.end, sp.name = i+n, w.relativeName(p)
	} else if n, p := placeChain(s[i:]); n > 0 {
		sp.end, sp.name = i+n, p.Name
		called := s[i:sp.end]
		if strings.HasPrefix(s[sp.end:], "本级") {
			sp.end, sp.name = sp.end+len("本级"), sp.name+"本级"
		}
		whole = strings.HasSuffix(called, p.Name) && (p.Level != normalize.Country || p.Name == "全国") || called == "我国" || p.Level == normalize.Region
	} else if itemHead(s, i) {
		if n, p := guess(s[i:]); n > 0 && i+n < len(s) && s[i+n]-'0' < 10 {
			sp.end, sp.name = i+n, p.Name
		} else if n := w.zone(i); n > 0 {
			sp.end, sp.name = i+n, s[i:i+n]
		}
	}
	if sp.end == 0 || sp.name == "" {
		return sp
	}
	if j := last.end; j > 0 && j < i && isAnd(strings.TrimPrefix(s[j:i], "地区")) {
		sp.subject = last.subject && !inName(s[sp.end:])
	} else {
		sp.subject = w.isSubject(i, sp.end, whole)
	}
	if !sp.subject && w.elsewhere(i, sp) {
		sp.name, sp.subject = "", true
	}
	return sp
}

// placeChain reads 江苏省苏州市 as one place, the last.
func placeChain(s string) (n int, p normalize.Place) {
	for {
		m, all := normalize.MatchPlaces(s[n:])
		if m == 0 || n > 0 && all[0].Level <= p.Level {
			return n, p
		}
		next := all[0].Place
		for k := range all {
			if all[k].Parent == p.Name {
				next = all[k].Place
			}
		}
		n, p = n+m, next
	}
}

// relativeName is what 全市, 市区 or 市本级 is in this article.
func (w *walk) relativeName(p normalize.Place) string {
	h := w.st.place
	switch p.Scope {
	case normalize.Whole:
		if p.Level == h.level || h.name == "" || h.level == normalize.County && strings.HasSuffix(p.Name, "市") && strings.HasSuffix(h.name, "市") {
			return orName(h.name, p.Name) // a county-level city says 全市 too
		}
		if p.Level < h.level {
			return orName(parentAt(normalize.Place{Name: h.name, Level: h.level, Parent: h.parent}, p.Level), p.Name)
		}
		if strings.HasSuffix(p.Name, "市") && strings.HasSuffix(h.name, "市") || strings.HasSuffix(p.Name, "区") {
			return h.name
		}
		return ""
	case normalize.Urban:
		if strings.HasSuffix(h.name, "市") && p.Name == "市区" {
			return h.name + "区"
		}
	case normalize.Own:
		if strings.HasSuffix(h.name, p.Name[:3]) {
			return h.name + "本级"
		}
	}
	return ""
}

func orName(name, other string) string {
	if name == "" {
		return other
	}
	return name
}

// itemHead says whether an item begins at byte i: behind a mark, a bracket or a time.
func itemHead(s string, i int) bool {
	if i < 3 {
		return i == 0
	}
	switch s[i-3 : i] {
	case "，", "；", "、", "（", "。", "年", "：", "中":
		return true
	}
	return false
}

func isAnd(s string) bool {
	switch s {
	case "、", "和", "及", "与", "以及":
		return true
	}
	return false
}

// spotRun is how many subjects stand in a row with 、 or 和 between.
func spotRun(s string, spots []spot) int {
	n := 1
	for n < len(spots) && isAnd(strings.TrimPrefix(s[spots[n-1].end:spots[n].start], "地区")) {
		n++
	}
	return n
}
