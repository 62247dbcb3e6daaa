package extract

import (
	"strconv"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A sheet is a table being read for figures: its cells folded, what each column is
// for, and what the header says over it.
type sheet struct {
	doc   *policy.Document
	t     *policy.Table
	arena *arena
	at    [][]int     // index in t.Cells by row and column, -1 where none is
	cells []sheetCell // what each of t.Cells is
	top   int         // header rows
	cols  []column
	names int // the first column of names, -1 if there is none
}

// A column is one column of a grid.
type column struct {
	places bool // it names places: 县（区）
	role   columnRole
	head   label // what the header rows say of it
	name   int   // the column that names the rows of this one, -1 if none does
	data   bool  // most of its cells are numbers
	named  bool  // its header says that it holds names or sizes: 型号
}

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

// newSheet reads what the cells of t are, not yet what they mean.
func newSheet(doc *policy.Document, t *policy.Table, a *arena) *sheet {
	g := &sheet{doc: doc, t: t, arena: a, top: min(max(t.HeaderRows, 0), t.Rows), cols: make([]column, t.Cols), cells: a.cells.take(len(t.Cells), cellPiece)}
	g.place()
	block := g.block()
	for i := range t.Cells {
		g.cells[i].read(a, block, &t.Cells[i], t.Cells[i].Row >= g.top)
	}
	g.lowerTop()
	if g.top > 0 && g.top < t.Rows && g.numbering(g.top) {
		g.top++
	}
	for c := range g.cols {
		g.cols[c].head = g.headOf(c)
		g.shareHead(c)
		g.cols[c].named = endsIn(g.cols[c].head.full, namedHeads...) && !g.cols[c].head.measured()
		g.cols[c].role = g.roleOf(c)
		g.cols[c].data = g.cols[c].role == valueColumn
	}
	g.chooseNames()
	return g
}

// place puts every cell where it stands.
func (g *sheet) place() {
	rows, cols := g.t.Rows, g.t.Cols
	all := make([]int, rows*cols)
	for k := range all {
		all[k] = -1
	}
	g.at = make([][]int, rows)
	for r := range g.at {
		g.at[r] = all[r*cols : (r+1)*cols]
	}
	for i := range g.t.Cells {
		x := &g.t.Cells[i]
		for r := x.Row; r < min(x.Row+max(x.RowSpan, 1), rows); r++ {
			for c := x.Col; c < min(x.Col+max(x.ColSpan, 1), cols); c++ {
				g.at[r][c] = i
			}
		}
	}
}

// closeUp takes out the blanks that part the digits of a number in threes: 13 571.7.
func closeUp(t policy.Text) policy.Text {
	s := t.String()
	k := strings.IndexByte(s, ' ')
	if k < 1 || k > 3 || len(s) > 40 {
		return t
	}
	var cuts []int
	digits := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i]-'0' < 10:
			digits++
		case s[i] == '.' && (len(cuts) == 0 || digits == 3):
			digits = -len(s)
		case s[i] == ' ' && digits > 0 && digits <= 3 && (len(cuts) == 0 || digits == 3):
			cuts, digits = append(cuts, i), 0
		default:
			return t
		}
	}
	if len(cuts) == 0 || digits != 3 && digits >= 0 {
		return t
	}
	e := t.Edit()
	for _, i := range cuts {
		e.CopyTo(i)
		e.Replace(1, "")
	}
	return e.Text()
}

// lowerTop leaves to the body a last header row that is only the title of the rows
// under it.
func (g *sheet) lowerTop() {
	for g.top > 1 && !g.covered(g.top-1) && g.titleRow(g.top-1) {
		g.top--
	}
}

// covered says whether a cell of a row above reaches down into row r.
func (g *sheet) covered(r int) bool {
	for c := range g.cols {
		if i := g.at[r][c]; i >= 0 && g.t.Cells[i].Row < r {
			return true
		}
	}
	return false
}

// block is the block of the table; a label like a caption, so that nothing in it
// is taken for a figure by the rules for running text.
func (g *sheet) block() *policy.Block {
	b := policy.Block{Kind: policy.Caption, Section: g.t.Section, Article: g.t.Article, Table: -1}
	if k := g.t.Block; k >= 0 && k < len(g.doc.Blocks) {
		b = g.doc.Blocks[k]
		b.Kind = policy.Caption
	}
	return &b
}

// str is the folded wording of the cell at row r and column c, "" where none is.
func (g *sheet) str(r, c int) string {
	if i := g.at[r][c]; i >= 0 {
		return g.cells[i].s
	}
	return ""
}

// blank says whether the cell at row r and column c says nothing, or none is there.
func (g *sheet) blank(r, c int) bool {
	i := g.at[r][c]
	return i < 0 || g.cells[i].blank
}

// starts says whether the cell at r, c begins there, not in an earlier row.
func (g *sheet) starts(r, c int) bool {
	i := g.at[r][c]
	return i >= 0 && g.t.Cells[i].Row == r
}

// blank says whether a cell says nothing: empty, —, …, /.
func blank(s string) bool {
	return !(s != "" && (wordByte(s[0]) || s[0] >= 0xe4 && s[0] <= 0xe9)) && strings.Trim(s, "—-–―－…/\\·.* 、") == ""
}

// headOf reads the header cells above column c, from the top, each once.
func (g *sheet) headOf(c int) label {
	var h label
	last := -1
	for r := 0; r < g.top; r++ {
		if i := g.at[r][c]; i >= 0 && i != last {
			last = i
			if r > 0 && g.numbering(r) {
				continue
			}
			if g.t.Cells[i].ColSpan >= g.t.Cols && g.t.Cols > 1 {
				continue // the title of the table as its first row
			}
			h = h.under(g.cells[i].label(true))
		}
	}
	return h
}

// shareHead gives a column of parts (其中：财政拨款) the time, status and unit that the
// column it is a part of has.
func (g *sheet) shareHead(c int) {
	h := &g.cols[c].head
	if c == 0 || !startsIn(h.full, "其中", "#", "＃") {
		return
	}
	whole := &g.cols[c-1].head
	if !h.period.ok {
		h.period = whole.period
	}
	if h.status == "" {
		h.status, h.statusAt = whole.status, whole.statusAt
	}
	if !h.unit.ok {
		h.unit = whole.unit
	}
	if h.reach == noReach {
		h.reach = whole.reach
	}
}

// numbering says whether row r of the head counts the columns: 甲 | 乙 | 1 | 2.
func (g *sheet) numbering(r int) bool {
	next, words := 1, 0
	for c := range g.cols {
		switch s := g.str(r, c); {
		case s == "":
		case s == strconv.Itoa(next):
			next++
		case next == 1 && oneOf(s, columnLetters):
			words++
		default:
			return false
		}
	}
	return next > 2 || next == 2 && words > 0
}

// columnLetters number the columns of words.
var columnLetters = []string{"甲", "乙", "丙", "丁", "A", "B", "栏次", "行次", "栏目"}

var (
	serialHeads  = []string{"序号", "序", "编号", "No", "NO", "行次", "栏次", "#"}
	codeHeads    = []string{"代码", "编码", "代号", "电话", "邮编", "文号", "证号", "账号", "号码", "邮政", "联系方式", "日期", "经度", "纬度", "坐标", "身份证", "学号", "房号", "条码", "门牌"}
	unitHeads    = []string{"单位", "计量单位", "指标单位", "计算单位"}
	bindingHeads = []string{"属性", "指标属性", "指标性质", "性质", "指标类型"}
	nameHeads    = []string{"指标", "指标名称", "主要指标", "具体指标", "项目", "项目名称", "产品名称", "产品", "名称", "内容", "指标内容", "具体内容", "科目", "品种", "行业", "地区", "县区", "单位名称", "企业名称", "平台名称", "收入项目", "支出项目"}
	groupHeads   = []string{"类别", "分类", "领域", "类型", "指标类别", "一级指标", "大类", "板块", "维度", "方面"}
)

// roleOf says what column c is for, by its header and by what stands in it.
func (g *sheet) roleOf(c int) columnRole {
	h := normalize.TrimSpace(g.cols[c].head.full)
	n := g.count(c)
	switch {
	case oneOf(h, serialHeads) || c == 0 && n.serial && (h == "" || n.numbers == n.filled):
		return serialColumn
	case containsAny(h, codeHeads...) && !g.cols[c].head.measured():
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
var namedHeads = []string{"名称", "品目", "型号", "规格", "档次", "类别", "品种", "等级", "内容", "范围", "依据"}

// A census counts what the cells of a column are.
type census struct {
	filled, numbers, units, bindings, periods int
	serial                                    bool // 1, 2, 3 …
}

func (g *sheet) count(c int) census {
	n := census{serial: true}
	for r := g.top; r < g.t.Rows; r++ {
		if !g.starts(r, c) || g.blank(r, c) || g.banner(r) {
			continue
		}
		x := &g.cells[g.at[r][c]]
		n.filled++
		if x.num != nil {
			n.numbers++
		}
		if x.unit.ok {
			n.units++
		}
		if x.binding != "" {
			n.bindings++
		}
		if x.dated {
			n.periods++
		}
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
	g.names = -1
	best := g.bestName()
	if best < 0 {
		for c := range g.cols {
			g.cols[c].name = -1
		}
		return
	}
	title := g.cols[best].head.full
	name := best
	for c := range g.cols {
		x := &g.cols[c]
		if x.role == wordColumn && (c == best || title != "" && x.head.full == title) {
			x.role, name = nameColumn, c
			x.places = g.namesPlaces(c)
			if g.names < 0 {
				g.names = c
			}
		} else if x.role == wordColumn && c < best {
			x.role = groupColumn
		}
		x.name = name
	}
}

// placeHeads name a column of places.
var placeHeads = []string{"地区", "县（区）", "县（市、区）", "县（市区）", "县区", "县市区", "区县", "市县", "市（州）", "市州", "地市", "市区", "城市", "县市", "县（市）", "区域", "乡镇", "镇街", "街道", "乡镇（街道）", "镇（街道）", "行政区", "区（县）", "区（市）县", "设区市", "州市", "省份", "省市", "省（区、市）", "各县区", "旗县", "市（县）"}

// namesPlaces says whether column c names places, by its header or by most cells.
func (g *sheet) namesPlaces(c int) bool {
	if oneOf(g.cols[c].head.full, placeHeads) {
		return true
	}
	filled, places := 0, 0
	for r := g.top; r < g.t.Rows; r++ {
		if g.blank(r, c) {
			continue
		}
		filled++
		s := g.str(r, c)
		if n, _ := normalize.MatchPlace(s); n == len(s) {
			places++
		}
	}
	return places*2 > filled
}

// bestName is the column of words that names the rows: the one whose header says
// so, else the first whose cells are not shared by several rows; -1 if none.
func (g *sheet) bestName() int {
	for _, c := range g.wordColumns() {
		if oneOf(g.cols[c].head.core, nameHeads) {
			return c
		}
	}
	words := g.wordColumns()
	for k, c := range words {
		if k+1 == len(words) || !oneOf(g.cols[c].head.core, groupHeads) && !g.shared(c) {
			return c
		}
	}
	return -1
}

// wordColumns lists the columns of words before the first one of values, or all
// where none stands there.
func (g *sheet) wordColumns() []int {
	var before, all []int
	seen := false
	for c := range g.cols {
		switch g.cols[c].role {
		case wordColumn:
			all = append(all, c)
			if !seen {
				before = append(before, c)
			}
		case valueColumn:
			seen = true
		}
	}
	if len(before) == 0 {
		return all
	}
	return before
}

// shared says whether cells of column c stand for several rows.
func (g *sheet) shared(c int) bool {
	filled, own := 0, 0
	for r := g.top; r < g.t.Rows; r++ {
		filled++
		if g.starts(r, c) && !g.blank(r, c) {
			own++
		}
	}
	return own*3 <= filled*2 && filled > 1
}

// prose says whether the cell i is running text, to be read as a paragraph is.
func (g *sheet) prose(i int) bool {
	x := &g.cells[i]
	return g.t.Cells[i].Row >= g.top && x.num == nil && (x.stops || len(x.s) > 60)
}

// wholly is what the cell i is as a whole.
func (g *sheet) wholly(i int) (policy.NumeralKind, bool) {
	x := &g.t.Cells[i]
	if g.cells[i].dated && g.cells[i].num == nil {
		return policy.AsPeriod, true
	}
	if x.Row < g.top {
		return "", false
	}
	switch g.cols[x.Col].role {
	case serialColumn:
		return policy.AsOrdinal, true
	case codeColumn:
		return policy.AsIdentifier, true
	case periodColumn:
		return policy.AsPeriod, true
	}
	return "", false
}

func oneOf(s string, list []string) bool {
	for _, w := range list {
		if s == w {
			return true
		}
	}
	return false
}

// bindingOf reads 约束性 and 预期性, as the column 属性 holds them.
func bindingOf(s string) string {
	for _, w := range [...]string{"约束", "预期"} {
		if rest, ok := strings.CutPrefix(s, w); ok && (rest == "" || rest == "性" || rest == "性指标" || rest == "指标" || rest == "型") {
			return w + "性"
		}
	}
	return ""
}
