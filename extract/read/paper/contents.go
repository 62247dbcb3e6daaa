package paper

import (
	"strings"

	"shuzheng/policy"
)

// markBoxes marks what stands in a frame whose first words are 专栏.
func markBoxes(ps []piece) {
	for i := 0; i < len(ps); i++ {
		if ps[i].kind == policy.TableBlock || ps[i].lines[0].framed == 0 || !strings.HasPrefix(ps[i].lines[0].str(), "专栏") {
			continue
		}
		x := ps[i].lines[0]
		for ; i < len(ps) && ps[i].grid == nil && ps[i].lines[0].framed == x.framed && ps[i].lines[0].page == x.page; i++ {
			ps[i].kind = policy.Box
		}
		i--
	}
}

// maxContents is how many lines a table of contents has at most.
const maxContents = 500

// markContents marks the table of contents: from 目录 on to where its first entry
// comes again, and the lines that end in dots and a page number.
func markContents(ps []piece) {
	for i := range ps {
		if p := &ps[i]; p.kind == policy.Paragraph && isContentsLine(p.str()) {
			p.kind = policy.Boilerplate
		}
	}
	for i := range ps {
		if s := ps[i].squeezed(); s != "目录" && s != "目次" && s != "CONTENTS" {
			continue
		}
		first, from := "", i
		for k := i + 1; k < min(i+maxContents, len(ps)); k++ {
			s := ps[k].squeezed()
			switch {
			case ps[k].kind == policy.TableBlock || s == "" || first == "" && ps[k].kind == policy.Boilerplate && !isContentsLine(ps[k].str()):
			case first == "":
				first = s
			case s == first:
				mark(ps[from:k])
				return
			}
		}
		ps[i].kind, ps[i].level = policy.Boilerplate, 0
		return
	}
}

func mark(ps []piece) {
	for i := range ps {
		if ps[i].kind != policy.TableBlock {
			ps[i].kind, ps[i].level = policy.Boilerplate, 0
		}
	}
}

// str is the wording of the first and the last line of p.
func (p *piece) str() string {
	if p.grid != nil {
		return ""
	}
	var b strings.Builder
	for _, x := range p.lines {
		b.WriteString(x.str())
	}
	return b.String()
}

// squeezed is the wording of p without blanks, dots and the page number at its end.
func (p *piece) squeezed() string {
	s := strings.ReplaceAll(p.str(), " ", "")
	if t := strings.TrimRight(s, "0123456789"); isContentsLine(s) {
		s = strings.TrimRight(t, ".…·．")
	}
	return s
}

// isContentsLine says whether s ends in dots and a page number.
func isContentsLine(s string) bool {
	s = strings.ReplaceAll(s, " ", "")
	t := strings.TrimRight(s, "0123456789")
	if len(t) == len(s) || len(s) > 300 {
		return false
	}
	dots := strings.TrimRight(t, ".…·．")
	return len(t)-len(dots) >= 4 && len(dots) > 0
}
