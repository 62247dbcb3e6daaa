package extract

import (
	"strings"

	"shuzheng/normalize"
)

// ofKind is what figure k, a sum or an age, shares with the last of its kind in the sentence,
// where the figure prev right before it is of the other: 80岁以上发放高龄津贴50元，|90岁以上|100元.
func (p *passage) ofKind(k, prev int, known []subject) subject {
	f, m := p.marks[prev].fig, p.marks[k].fig
	if !(m.kind == normalize.CurrencyUnit && isAge(f) || isAge(m) && f.kind == normalize.CurrencyUnit) {
		return subject{}
	}
	sentence := p.clauses[f.clause].sentence
	for i := prev - 1; i >= 0; i-- {
		f := p.marks[i].fig
		if f == nil || f.kind != m.kind || isAge(f) != isAge(m) || known[i].words == "" {
			continue
		}
		if p.clauses[f.clause].sentence != sentence {
			break
		}
		s := known[i]
		if _, benefit, ok := strings.Cut(s.words, "发放"); ok {
			s.words = benefit
		}
		return s
	}
	return subject{}
}

func isAge(f *draft) bool { return f.Unit == "岁" || f.Unit == "周岁" }
