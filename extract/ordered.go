package extract

import (
	"strings"

	"shuzheng/policy"
)

// Places in the order of their values: 各县（市、区）财政收入完成情况：按规模排序，甲县10.6亿元，乙市9.5亿元；按增速排序，
// 乙市6%，甲县-1.3%. What is measured stands before the colon, how in the clause that orders them.

// ordering says by what clause c puts places in order: 按|增速|排序. "" if it does not.
func (p *passage) ordering(c *clause) string {
	s, ok := strings.CutPrefix(p.s[c.start:c.end], "按")
	if !ok {
		return ""
	}
	for _, w := range [...]string{"排序", "排名", "排列", "排位"} {
		if by, ok := strings.CutSuffix(s, w); ok {
			return strings.TrimSuffix(by, "由高到低")
		}
	}
	return ""
}

// mostInOrder is how many places are put in order at most.
const mostInOrder = 60

// orderedBy is by what the places are put in order of which figure k tells one, and the clause that does so; "" if
// its clause holds more than a place and its value.
func (p *passage) orderedBy(k int) (by string, at int) {
	if !p.holds("排", &p.orders) {
		return "", 0
	}
	first := p.marks[k].fig.clause
	for c := first; c >= max(0, first-mostInOrder); c-- {
		cl := &p.clauses[c]
		if by := p.ordering(cl); by != "" {
			return by, c
		}
		head := p.s[cl.start:min(cl.end, p.firstFigure(cl.start))]
		if place := strings.TrimRight(head, "-"); len(head) > len("黔西南布依族苗族自治州") || !oneOf(place, bareZones) && (place == "" || placeLen(place) < len(place)) {
			return "", 0
		}
	}
	return "", 0
}

// bareZones stand beside counties in lists without a name of their own.
var bareZones = []string{"城区", "开发区", "高新区", "经开区", "经济开发区", "新区", "市直", "市本级", "县本级", "区本级"}

// bareZone is the length of the zone without a name of its own at byte i, in a list of places in order: 城区|6.9亿元. 0 if
// none is there.
func (p *passage) bareZone(i int) int {
	if !p.holds("排", &p.orders) {
		return 0
	}
	k := p.markFrom(i)
	if f := p.figureAt(k); f == nil || p.clauses[f.clause].start != i || !oneOf(strings.TrimRight(p.s[i:p.marks[k].start], "-"), bareZones) {
		return 0
	}
	if by, _ := p.orderedBy(k); by == "" {
		return 0
	}
	return p.marks[k].start - i - btoi(p.s[p.marks[k].start-1] == '-')
}

// ordered is the subject of figure k where it is one of places in order.
func (p *passage) ordered(k int) subject {
	by, at := p.orderedBy(k)
	if by == "" {
		return subject{}
	}
	last := max(0, at-3*mostInOrder)
	for at--; at >= last && p.clauses[at].stop != '：'; at-- {
	}
	if at < last {
		return subject{}
	}
	a, b := p.clauses[at].start, p.clauses[at].end
	b -= len(p.beforeAny(b, "完成情况", "情况", "排名"))
	if i := lastIndex(p.s[a:b], "）"); strings.HasPrefix(p.s[a:b], "各") && i > 0 {
		a += i + len("）")
	}
	return p.subjectAt(p.trimLeft(a, b), b).plus(wordIf(endsIn(by, "进度", "完成率"), "完成率"))
}

// orderedChange says whether figure k is a rate of places that their growth puts in order, and makes it one.
func (p *passage) orderedChange(k int) bool {
	f := p.marks[k].fig
	if f.Unit != "%" {
		return false
	}
	by, _ := p.orderedBy(k)
	if !endsIn(by, "增速", "增幅", "涨幅", "增长率") {
		return false
	}
	f.Measure, f.Direction = policy.Change, policy.Up
	if strings.HasPrefix(f.Value, "-") {
		f.Direction = policy.Down
	}
	return true
}
