package extract

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// stuff says whether [at, end), behind figure k, names what the figure weighs or measures: 他领了5斤
// |秧苗, 流转来的150亩|地. Before the number, for which [a, b) is what would name it, stands a verb,
// or nothing.
func (p *passage) stuff(k, at, end, a, b int) bool {
	f, what, w := p.marks[k].fig, p.s[at:end], p.s[a:b]
	switch f.kind {
	case normalize.AreaUnit, normalize.LengthUnit, normalize.MassUnit, normalize.VolumeUnit, normalize.PowerUnit:
	case normalize.TimeUnit:
		return oneOf(what, spells) // 80天|工期
	default:
		return false
	}
	changed := f.Measure == policy.Change && a >= b && f.verb.End == f.num.Start // 新增|5万亩|高标准农田
	if f.Measure != policy.Level && !changed || len(what) < 6 && !oneOf(what, grounds) || oneOf(what, standings) ||
		max(heads.suffix(w), kin.suffix(w), extents.suffix(w)) > 0 { // 种植面积150亩
		return false
	}
	from := f.num.Start
	if p.boundedBefore(k) {
		from = f.bound[0].Start
	}
	opens := from == p.clauses[f.clause].start
	acts := opens || a >= b && p.beforeAny(from, joiners...) != "" || max(deeds.suffix(p.s[:from]), verbal.suffix(p.s[:from])) > 0
	return acts && (verbal.prefix(what) == 0 || nominal.suffix(what) > 0 && (!opens || p.boundAfterLen(p.marks[k].end) > 0))
}

// grounds are things of one character that are measured.
var grounds = []string{"地", "田", "山", "林", "水", "路", "鱼", "茶", "粮", "米", "菜", "果", "油", "肉"}

// spells are names of times that are measured, standings say no more than that a value is one.
var (
	spells    = []string{"工期", "假期", "路程", "车程", "期限", "保质期", "生长期", "采摘期", "质保期"}
	standings = []string{"水平", "规模", "区间", "高位", "台阶", "以上水平"}
)
