package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// counted is the unit that a name says itself: 套 in 签约套数.
func counted(name string) headUnit {
	for _, w := range [...]string{"人", "户", "套", "家", "件", "个", "台", "次", "项", "辆", "头", "宗", "笔", "所", "座", "栋", "张", "条", "处", "例", "批", "艘"} {
		if strings.HasSuffix(name, w+"数") {
			return headUnit{true, normalize.Unit{Name: w, Kind: normalize.CountUnit}, 0, ""}
		}
	}
	if endsIn(name, "分值", "得分", "总分") {
		return headUnit{true, normalize.Unit{Name: "分", Kind: normalize.CountUnit}, 0, ""}
	}
	return headUnit{}
}

// unitNouns are what units count besides their own names.
var unitNouns = map[string][]string{
	"人": {"人口", "人员", "职工", "教工", "学生", "教师", "男性", "女性", "生数"}, "所": {"学校", "院校", "幼儿园", "小学", "中学"}, "个": {"机构", "单位", "医院"},
}

// fitting is the one of several units (单位：万户、万人) that counts what a name says last,
// the first where none does.
func fitting(units []headUnit, name string) headUnit {
	best, at := units[0], -1
	for _, u := range units {
		for _, w := range append([]string{u.unit.Name + "数"}, unitNouns[u.unit.Name]...) {
			if k := strings.LastIndex(name, w); k > at {
				best, at = u, k
			}
		}
	}
	return best
}

// share says whether an indicator is a part of a hundred by its name.
func share(name string) bool {
	return endsIn(name, "率", "比重", "占比", "比例", "增速", "增幅")
}

// shareNames say nothing without what they are a share of.
var shareNames = []string{"比重", "占比", "构成", "结构", "比例"}

// ownNames end the names that need no word like 产量 of the column.
var ownNames = phrases["rowown"]

// amountHeads say in a column's header what a row's name may say already.
var amountHeads = []string{"产量", "数量", "总量", "金额", "数额", "规模", "个数", "面积", "产值"}

// indicator puts the names of row and column together.
func (g *sheet) indicator(f *policy.Figure, row *rowLabel, c int, s *scene) {
	h := &g.cols[c].head
	colCore, spans := h.core, h.spans
	if colCore == "" && (h.change || h.rank || h.earlier) {
		if k := g.leftValue(c); k >= 0 {
			colCore, spans = g.cols[k].head.core, append(append([]policy.Span(nil), g.cols[k].head.spans...), spans...)
		}
	}
	if generic(colCore) {
		colCore = ""
	}
	lent := ""
	if colCore == "" {
		lent = g.lent(c, s)
	}
	rowCore := g.rowName(row, colCore == "", lent)
	if rowCore == "" && oneOf(colCore, shareNames) {
		if k := g.leftValue(c); k >= 0 && !generic(g.cols[k].head.core) {
			colCore = g.cols[k].head.core + colCore // 人口数 | 比重
		}
	}
	f.Indicator = named(rowCore, colCore, s)
	if f.Indicator != "" && strings.Contains(s.subject, "指数") && !endsIn(f.Indicator, "指数") && !h.unit.ok && !row.unit.ok && !s.unit.ok {
		f.Indicator += "指数" // 第一产业 in a table of indices
	}
	if rowCore != "" || colCore == "" {
		f.Evidence.Indicator = append(f.Evidence.Indicator, row.spans...)
	}
	if colCore != "" {
		f.Evidence.Indicator = append(f.Evidence.Indicator, spans...)
	}
}

// lent is what the head over the names of column c, or else the caption, says is measured: 工业总产值 over
// 装备制造业; 各类水产品产量 over 虾类.
func (g *sheet) lent(c int, s *scene) string {
	if k := g.cols[c].name; k >= 0 && k != c {
		if w := tailNames.endOf(strings.ReplaceAll(g.cols[k].head.core, " ", "")); w != "" {
			return w
		}
	}
	return tailNames.endOf(s.subject)
}

// rowName is what the name of a row says is measured, "" if nothing; alone where its column says nothing, and
// a name that does not say of what it is gets what is lent.
func (g *sheet) rowName(row *rowLabel, alone bool, lent string) string {
	name, up := row.core, row.above.core
	if name == "" || generic(name) || oneOf(name, totals) {
		return ""
	}
	bare := alone && name[len(name)-1] >= 0x80 && ownNames.suffix(name) == 0 // 国有: of what?
	switch {
	case row.part && partOnly(name) && ownNames.suffix(up) > 0: // 工业增加值 #制造业
		return up + name
	case bare && !row.part && (tailNames.suffix(up) > 0 || endsIn(up, "收入", "支出")):
		return name + up
	case bare:
		if w := endOf(name, totals...); w != "" && lent != "" {
			name = name[:len(name)-len(w)] // 五大产业合计
		}
		return name + lent
	}
	return name
}

// named puts the names of a row and a column together, or what the caption is about where both say
// nothing.
func named(row, col string, s *scene) string {
	switch {
	case row == "" && col == "":
		return s.subject
	case row != "" && startsIn(col, "占", "为"): // 为预算
		return row + col
	case row == "" && partOnly(col):
		return col + tailNames.endOf(s.subject)
	case row == "":
		return col
	case partNames.is(col):
		return col + row // 城市居民消费价格
	case strings.Contains(row, col), oneOf(col, amountHeads) && ownNames.suffix(row) > 0:
		return row
	case strings.Contains(col, row):
		return col
	case ownNames.suffix(row) > 0 && ownNames.suffix(col) == 0:
		return col + row
	}
	return row + col
}

// partOnly says whether a name says nothing without the whole.
func partOnly(name string) bool { return partNames.is(name) || endsIn(name, "业") }

// tailNames end captions and titles over several rows that say what is measured in them.
var tailNames = phrases["rowtail"]

// partNames are names of parts that say nothing without the whole.
var partNames = phrases["rowpart"]

// totals name rows that sum up the others.
var totals = []string{"合计", "总计", "小计", "总数", "共计", "全部", "总量", "总额"}

// leftValue is the next column to the left that holds values, no shares, and a name of its own.
func (g *sheet) leftValue(c int) int {
	for k := c - 1; k >= 0 && k != g.cols[c].name; k-- {
		if x := &g.cols[k]; x.role == valueColumn && x.head.core != "" && !x.head.change && !oneOf(x.head.core, shareNames) && !endsIn(x.head.core, "进度", "执行率", "完成率") {
			return k
		}
	}
	return -1
}
