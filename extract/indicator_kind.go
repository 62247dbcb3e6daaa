package extract

import (
	"strings"

	"shuzheng/normalize"
)

// ofKind is what figure k, a sum, a count of people or an age, shares with the last of its kind in the
// sentence, where the figure prev right before it is an age, or it is one alone: 80岁以上发放高龄津贴50元，|90岁
// 以上|100元; 60岁及以上人口8万人，65岁及以上|6万人.
func (p *passage) ofKind(k, prev int) subject {
	f, m := p.marks[prev].fig, p.marks[k].fig
	people := headcounts[m.Unit] != "" && p.figureEnd(&p.marks[prev]) == m.num.Start
	if isAge(f) == isAge(m) || !isAge(m) && m.kind != normalize.CurrencyUnit && !people {
		return subject{}
	}
	s := p.lastAs(m, prev, p.sentence(k)-1)
	if _, benefit, ok := strings.Cut(s.words, "发放"); ok {
		s.words = benefit
	} else if s.words == "" && !people {
		s = p.titleOf(k)
	}
	if s.words == "" && m.kind == normalize.CurrencyUnit {
		s = p.benefitTold(k)
	}
	if isAge(m) || s.words == "" && m.kind != normalize.CurrencyUnit && !people {
		return s
	}
	return p.aged(prev, s)
}

// lastAs is what the last figure before prev that is told as m is of, a sum or an age, as far back as a sentence.
func (p *passage) lastAs(m *draft, prev, sentence int) (s subject) {
	for i := prev - 1; i >= 0 && s.words == ""; i-- {
		if f := p.marks[i].fig; f != nil && f.kind == m.kind && isAge(f) == isAge(m) {
			s = p.known[i]
		} else if f != nil && p.sentence(i) < sentence {
			break
		}
	}
	return s
}

// aged are the people s, or what they get, of the age that figure i bounds: 65岁及以上人口.
func (p *passage) aged(i int, s subject) subject {
	of := s.words[ageLen(s.words):]
	if of == "" && p.figureAt(i+1) != nil && p.marks[i+1].fig.kind == normalize.CurrencyUnit {
		of = "补助" // 80周岁以上的，|每人每月60元
	}
	age := p.subjectAt(p.marks[i].start, p.figureEnd(&p.marks[i]))
	if p.boundsOn(i) {
		age = p.subjectAt(p.marks[i-1].start, p.figureEnd(&p.marks[i]))
	}
	return age.as(age.words+of, s.spans...)
}

// benefitTold is what the last clause before figure k, in its sentence or the one before, says that people are
// given: 对80周岁以上老人发放|高龄津贴|。其中80—89周岁每人每月60元.
func (p *passage) benefitTold(k int) subject {
	f := p.marks[k].fig
	for c := f.clause - 1; c >= 0 && p.clauses[c].sentence >= p.sentence(k)-1; c-- {
		a, b := p.clauses[c].start, p.clauses[c].end
		b -= len(p.beforeAny(b, "标准", "制度"))
		for _, verbs := range [...]*lexicon{benefitVerbs, benefitNouns} {
			i, n := verbs.lastIn(p.s[a:b])
			if from := a + i + n; n > 0 && b-from <= 12*len("字") && benefits.suffix(p.s[from:b]) > 0 && !p.figureIn(clause{start: from, end: b}) {
				return p.subjectAt(p.trimLeft(from, b), b)
			}
		}
	}
	return subject{}
}

// benefitVerbs stand before what people are given.
var benefitVerbs = newLexicon([]string{"发放", "享受", "领取", "给予", "建立", "提高", "提高了", "实施"})

func isAge(f *draft) bool { return f.Unit == "岁" || f.Unit == "周岁" }
