package extract

import (
	"strings"

	"shuzheng/normalize"
)

// named finds the concept of an indicator, and the name that was known: as it
// stands, with the verb before it, or with what the figure before shares with it.
func (r *conceptReader) named(p *conceptPlace) (*normalize.Concept, [2]string) {
	if c := p.behind(""); c != nil {
		return c, [2]string{"", p.Indicator}
	}
	if name := apposed(p.Indicator); name != "" {
		if c := p.of("", name); c != nil {
			return c, [2]string{"", name}
		}
	}
	if p.name.EndsName() {
		if c, before := r.longer(p); c != nil {
			return c, [2]string{before, p.Indicator}
		}
	}
	if r.last[1] == "" {
		return nil, [2]string{}
	}
	if c, head := r.head(p); c != nil {
		return c, [2]string{p.Indicator, head}
	}
	return nil, r.last
}

// apposed is what a list is said to be in one: “三大能源”产量 of 煤炭、石油、天然气“三大能源”产量;
// "" where no list stands before the quotation.
func apposed(indicator string) string {
	i := strings.Index(indicator, "“")
	if i <= 0 || !strings.Contains(indicator[:i], "、") {
		return ""
	}
	return indicator[i:]
}

// longer finds the concept of a name that ends in an indicator, and what of the name
// stands before it.
func (r *conceptReader) longer(p *conceptPlace) (*normalize.Concept, string) {
	if c, verb := p.verbal(); c != nil {
		return c, verb
	}
	if c, owner := p.owned(); c != nil {
		return c, owner
	}
	return r.subject(p)
}

// behind is the concept of the indicator with before before it.
func (p *conceptPlace) behind(before string) *normalize.Concept {
	return p.name.Of(before, p.Unit, p.Measure)
}

func (p *conceptPlace) of(before, name string) *normalize.Concept {
	return normalize.ConceptOf(before, name, p.Unit, p.Measure)
}

// verbal takes the verb before an indicator for a part of its name: 加装|电梯, 接待|游客.
func (p *conceptPlace) verbal() (*normalize.Concept, string) {
	return ending(p.before, 4, p.behind)
}

// ending finds the concept that of knows for the last characters of s, two of them or up to most, and what these are.
func ending(s string, most int, of func(w string) *normalize.Concept) (*normalize.Concept, string) {
	for n, from := 1, len(s); n <= most && from > 0; n++ {
		if from = lastRuneAt(s[:from]); n > 1 {
			if c := of(s[from:]); c != nil {
				return c, s[from:]
			}
		}
	}
	return nil, ""
}

// owned takes who reached a value for a part of its name: 规模以上工业企业|实现|利税总额.
func (p *conceptPlace) owned() (*normalize.Concept, string) {
	n := lights.suffix(p.before)
	if n == 0 {
		return nil, ""
	}
	return ending(p.before[:len(p.before)-n], maxSubject, p.behind)
}

// maxSubject is the most characters of a subject.
const maxSubject = 10

// subject gives an indicator the subject of the one before in its sentence:
// 普通高中招生…人，在校生…人. The longest that makes a known name counts.
func (r *conceptReader) subject(p *conceptPlace) (*normalize.Concept, string) {
	whole := r.last[0] + r.last[1]
	ends := runeStarts(whole, maxSubject)
	for k := len(ends) - 1; k >= 0; k-- {
		if c := p.behind(whole[:ends[k]]); c != nil {
			return c, whole[:ends[k]]
		}
	}
	return nil, ""
}

// runeStarts lists where the second to the nth character of s begin, the second excluded.
func runeStarts(s string, n int) []int {
	var starts []int
	for i := range s {
		if len(starts) == n {
			break
		}
		if i > 3 {
			starts = append(starts, i)
		}
	}
	return starts
}

// head gives a branch the head of the indicator before: 农业总产值…，其中：种植业….
func (r *conceptReader) head(p *conceptPlace) (*normalize.Concept, string) {
	if !endsIn(p.Indicator, "业", "企业") {
		return nil, ""
	}
	return ending(r.last[1], 4, func(head string) *normalize.Concept { return p.of(p.Indicator, head) })
}
