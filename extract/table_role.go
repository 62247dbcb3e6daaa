package extract

import (
	"slices"
	"strings"

	"shuzheng/extract/layout"
	"shuzheng/normalize"
)

// A columnRole says what a column is for.
type columnRole uint8

// The roles of columns.
const (
	wordColumn    columnRole = iota // words: remarks, addresses, prose
	nameColumn                      // what the rows are about: 指标, 产品名称
	groupColumn                     // what several rows belong to: 类别
	serialColumn                    // 序号
	codeColumn                      // 代码, 电话, 文号
	unitColumn                      // 计量单位
	bindingColumn                   // 约束性, 预期性
	periodColumn                    // 年份
	valueColumn
)

// numbering says whether row r of the head counts the columns: 甲 | 乙 | 1 | 2.
func (g *sheet) numbering(r int) bool {
	return layout.CountsColumns(len(g.cols), func(c int) string { return g.str(r, c) })
}

var (
	serialHeads  = []string{"序号", "序", "编号", "No", "NO", "行次", "栏次", "#"}
	codeHeads    = phrases["headcode"]
	unitHeads    = []string{"单位", "计量单位", "指标单位", "计算单位"}
	bindingHeads = []string{"属性", "指标属性", "指标性质", "性质", "指标类型"}
	nameHeads    = phrases["headname"]
	groupHeads   = []string{"类别", "分类", "领域", "类型", "指标类别", "一级指标", "大类", "板块", "维度", "方面"}
)

// roleOf says what column c is for, by its header and by what stands in it.
func (g *sheet) roleOf(c int) columnRole {
	h := normalize.TrimSpace(g.cols[c].head.full)
	n := g.count(c)
	switch {
	case oneOf(h, serialHeads) || c == 0 && n.serial && (h == "" || n.numbers == n.filled):
		return serialColumn
	case codeHeads.in(h) && !g.cols[c].head.measured():
		return codeColumn
	case n.filled == 0:
		return wordColumn
	case n.units == n.filled && (h == "" || n.numbers == 0) || oneOf(h, unitHeads) && n.units*2 >= n.filled:
		return unitColumn
	case n.bindings*2 > n.filled || oneOf(h, bindingHeads) && n.numbers == 0:
		return bindingColumn
	case n.periods*2 > n.filled && !g.cols[c].head.measured():
		return periodColumn
	case n.numbers*2 >= n.filled && n.numbers > 0 && !g.cols[c].named:
		return valueColumn
	}
	return wordColumn
}

// namedHeads end the heads of columns of names, sizes and kinds, which may hold numbers.
var namedHeads = phrases["headnamed"]

// A census counts what the cells of a column are.
type census struct {
	filled, numbers, units, bindings, periods int
	serial                                    bool // 1, 2, 3 …
}

// count counts what the cells of column c are.
func (g *sheet) count(c int) census {
	n := census{serial: true}
	for r := g.top; r < g.t.Rows; r++ {
		if !g.starts(r, c) || g.blank(r, c) || g.banner(r) {
			continue
		}
		x := &g.cells[g.at[r][c]]
		n.filled++
		n.numbers += btoi(x.num != nil && !x.num.told())
		n.units += btoi(x.unit.ok)
		n.bindings += btoi(x.binding != "")
		n.periods += btoi(x.dated)
		if n.serial {
			v, ok := normalize.Number(strings.Trim(x.s, "（）()．.、"))
			n.serial = ok && v.Cmp(normalize.Int(int64(n.filled))) == 0
		}
	}
	n.serial = n.serial && n.filled > 1
	return n
}

// banner says whether row r is one cell over all columns, or a lone name: the
// title of the rows under it.
func (g *sheet) banner(r int) bool {
	i := g.at[r][0]
	return i >= 0 && g.t.Cols > 1 && g.t.Cells[i].ColSpan >= g.t.Cols
}

// chooseNames finds, for every column, the one that names its rows.
func (g *sheet) chooseNames() {
	best, title := g.bestName(), ""
	if best >= 0 {
		title = g.cols[best].head.full
	}
	g.names = -1
	name := best
	for c := range g.cols {
		switch x := &g.cols[c]; {
		case best < 0 || x.role != wordColumn:
		case c == best || title != "" && x.head.full == title || c > best && g.namesBeside(c):
			x.role, x.places, name = nameColumn, g.namesPlaces(c), c
			if g.names < 0 {
				g.names = c
			}
		case c < best || placeHeads.is(x.head.full):
			x.role, x.places = groupColumn, g.namesPlaces(c)
		}
		g.cols[c].name = name
	}
}

// placeHeads name a column of places.
var placeHeads = phrases["headplace"]

// namesBeside says whether column c names the rows of the table on the right of another: 收入项目 | 预算数 |
// 支出项目 | 预算数.
func (g *sheet) namesBeside(c int) bool {
	return c+1 < len(g.cols) && g.cols[c-1].role == valueColumn && g.cols[c+1].role == valueColumn &&
		(nameHeads.is(g.cols[c].head.core) || g.top > 0 && nameHeads.is(normalize.TrimSpace(g.str(g.top-1, c))))
}

// namesPlaces says whether column c names places, by its header or by most cells.
func (g *sheet) namesPlaces(c int) bool {
	if placeHeads.is(g.cols[c].head.full) {
		return true
	}
	filled, places := 0, 0
	for r := g.top; r < g.t.Rows; r++ {
		if !g.blank(r, c) {
			n, _ := normalize.MatchPlace(g.str(r, c))
			filled, places = filled+1, places+btoi(n == len(g.str(r, c)))
		}
	}
	return places*2 > filled
}

// bestName is the column of words that names the rows: the one whose header says
// so, else the first whose cells are not shared by several rows; -1 if none.
func (g *sheet) bestName() int {
	words, place := g.wordColumns(), -1
	for _, c := range words {
		if h := &g.cols[c].head; nameHeads.is(h.core) && !placeHeads.is(h.full) {
			return c
		} else if place < 0 && nameHeads.is(h.core) {
			place = c
		}
	}
	for k, c := range words {
		if place < 0 && (k+1 == len(words) || !oneOf(g.cols[c].head.core, groupHeads) && !g.shared(c)) {
			return c
		}
	}
	return place
}

// wordColumns lists the columns of words before the first one of values, or all
// where none stands there.
func (g *sheet) wordColumns() (out []int) {
	seen := false
	for c := range g.cols {
		switch g.cols[c].role {
		case wordColumn:
			out = append(out, c)
		case valueColumn:
			if !seen && len(out) > 0 {
				return out
			}
			seen = true
		}
	}
	return out
}

func oneOf(s string, list []string) bool { return slices.Contains(list, s) }

// bindingOf reads 约束性 and 预期性, as the column 属性 holds them.
func bindingOf(s string) string {
	for _, w := range [...]string{"约束", "预期"} {
		if rest, ok := strings.CutPrefix(s, w); ok && (rest == "" || rest == "性" || rest == "性指标" || rest == "指标" || rest == "型") {
			return w + "性"
		}
	}
	return ""
}
