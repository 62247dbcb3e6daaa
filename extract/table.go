package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

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
	head   label          // what the header rows say of it
	name   int            // the column that names the rows of this one, -1 if none does
	over   []int          // the cell that stands for each row, once asked for
	rows   map[string]int // how many rows have each name, once asked for
	data   bool           // most of its cells are numbers
	named  bool           // its header says that it holds names or sizes: 型号
}

// newSheet reads what the cells of t are, not yet what they mean.
func newSheet(doc *policy.Document, t *policy.Table, a *arena) *sheet {
	g := &sheet{doc: doc, t: t, arena: a, top: min(max(t.HeaderRows, 0), t.Rows), cols: make([]column, t.Cols), cells: a.cells.take(len(t.Cells), cellPiece)}
	g.place()
	g.shiftHead()
	g.widenHead()
	block := g.block()
	for i := range t.Cells {
		g.cells[i].read(a, block, &t.Cells[i], t.Cells[i].Row >= g.top)
	}
	g.deduct()
	g.lowerTop()
	if g.top > 0 && g.top < t.Rows && g.numbering(g.top) {
		g.top++
	}
	for c := range g.cols {
		g.cols[c].head = g.headOf(c)
		g.shareHead(c)
		g.cols[c].named = namedHeads.suffix(g.cols[c].head.full) > 0 && !g.cols[c].head.measured()
		g.cols[c].role = g.roleOf(c)
		g.cols[c].data = g.cols[c].role == valueColumn
	}
	g.chooseNames()
	return g
}

// deduct makes numbers behind ▲ negative, as accounts are written, where others of their column have no
// sign and none of the table has ▼; else both are arrows.
func (g *sheet) deduct() {
	var marked []int
	for i := range g.cells {
		if x := g.cells[i].num; x != nil && x.dir == policy.Up && x.triangle() {
			marked = append(marked, i)
		}
	}
	mixed := false
	for i := 0; i < len(g.cells) && marked != nil; i++ {
		x := g.cells[i].num
		if x != nil && x.dir == policy.Down && x.triangle() {
			return
		}
		mixed = mixed || x != nil && x.dir == "" && slices.ContainsFunc(marked, func(k int) bool { return g.t.Cells[k].Col == g.t.Cells[i].Col })
	}
	for i := 0; i < len(marked) && mixed; i++ {
		g.cells[marked[i]].num.deduct()
	}
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

// shiftHead moves a head of one row to the right where the column of serial numbers has none
// and the last column has none instead: 地区 | 产量 | over 1 | 青禾县 | 20.
func (g *sheet) shiftHead() {
	last := g.t.Cols - 1
	if g.top != 1 || last < 2 || g.wording(0, 0) == "" || g.wording(0, last) != "" || strings.Contains(g.wording(0, 0), "序") {
		return
	}
	for r := 1; r < g.t.Rows; r++ {
		if s := g.wording(r, 0); s == "" || strings.Trim(s, "0123456789") != "" {
			return
		}
		if s := g.wording(r, 1); s == "" || strings.Trim(s, "0123456789.,- ") == "" {
			return
		}
	}
	copy(g.at[0][1:], g.at[0][:last])
	g.at[0][0] = -1
}

// widenHead puts a cell of the head over the blank cells on its right under which other cells
// stand than under it: 在校生 | | over 小学 | 初中.
func (g *sheet) widenHead() {
	for r := g.top - 2; r >= 0; r-- {
		filled := 0
		for c := range g.cols {
			filled += btoi(g.wording(r, c) != "")
		}
		for c := 1; c < len(g.cols) && filled > 1; c++ {
			if g.wording(r, c) == "" && g.wording(r+1, c) != "" && g.wording(r+1, c-1) != "" {
				g.at[r][c] = g.at[r][c-1]
			}
		}
	}
}

// wording is the text of the cell at row r and column c before it is read.
func (g *sheet) wording(r, c int) string {
	if i := g.at[r][c]; i >= 0 {
		return g.t.Cells[i].Text.String()
	}
	return ""
}

// closeUp takes out what parts the digits of a number in threes besides narrow commas: 13 571.7,
// 13，571.7.
func closeUp(t policy.Text) policy.Text {
	s := t.String()
	if s == "" || len(s) > 40 || s[0] > '9' && s[0] != 0xef {
		return t
	}
	var cuts [][2]int
	digits := 0
	for i, r := range s {
		group := len(cuts) == 0 || digits == 3
		switch {
		case r-'0' < 10 && r >= '0' || r-'０' < 10 && r >= '０':
			digits++
		case r == '-' && i == 0:
		case r == '.' && group:
			digits = -len(s)
		case strings.ContainsRune(" \u00a0\u2009\u202f，", r) && digits > 0 && digits <= 3 && group:
			cuts, digits = append(cuts, [2]int{i, utf8.RuneLen(r)}), 0
		default:
			return t
		}
	}
	if len(cuts) == 0 || digits != 3 && digits >= 0 {
		return t
	}
	e := t.Edit()
	for _, x := range cuts {
		e.CopyTo(x[0])
		e.Replace(x[1], "")
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
		i := g.at[r][c]
		if i < 0 || i == last {
			continue
		}
		last = i
		title := g.t.Cells[i].ColSpan >= g.t.Cols && g.t.Cols > 1 // of the table, as its first row
		if !(r > 0 && g.numbering(r)) && !g.foreign(r) && !title {
			h = h.under(g.cells[i].label(true))
		}
	}
	return h
}

// shareHead gives a column of parts (其中：财政拨款) the time, status and unit that the
// column it is a part of has.
func (g *sheet) shareHead(c int) {
	h := &g.cols[c].head
	if c == 0 || !partRow(h.full) {
		return
	}
	k := c - 1
	for k > 0 && g.cols[k].head.ratio() {
		k--
	}
	whole := &g.cols[k].head
	if partNames.is(h.core) && startsIn(h.full[listLeads.prefix(h.full):], h.core) {
		h.core += whole.core // 其中：县级 of 财政资金
	}
	if !h.period.ok {
		h.period = whole.period
	}
	h.lendMeasure(whole)
	h.reach = cmp.Or(h.reach, whole.reach)
}

// shared says whether cells of column c stand for several rows.
func (g *sheet) shared(c int) bool {
	filled, own := 0, 0
	for r := g.top; r < g.t.Rows; r++ {
		k := c
		for k < len(g.cols) && g.blank(r, k) {
			k++
		}
		filled += btoi(k < len(g.cols)) // no title over rows
		own += btoi(k == c && g.starts(r, c) && (r == g.top || g.str(r, c) != g.str(r-1, c)))
	}
	return own*3 <= filled*2 && filled > 1
}

// prose says whether the cell i is running text, to be read as a paragraph is.
func (g *sheet) prose(i int) bool {
	x, c := &g.cells[i], &g.t.Cells[i]
	if c.Row < g.top || x.num == nil && (x.stops || len(x.s) > 60) {
		return c.Row >= g.top
	}
	switch told := x.num != nil && x.num.told(); g.cols[c.Col].role {
	case wordColumn:
		return (told || namesSum(x.s) || x.num == nil && listsAmounts(x.s)) && !g.isValue(i, c.Col)
	case nameColumn: // of tasks
		return told && !slices.ContainsFunc(g.cols, func(c column) bool { return c.data })
	}
	return false
}

// namesSum says whether s holds an amount of money: 一次性奖励5万元.
func namesSum(s string) bool {
	for k := strings.LastIndex(s, "元"); k > 0; k = strings.LastIndex(s[:k], "元") {
		if w := s[:k]; w[k-1]-'0' < 10 || endsIn(w, "万", "亿", "千", "百") && strings.ContainsAny(w, "0123456789") {
			return true
		}
	}
	return false
}

// listsAmounts says whether s holds numbers on both sides of a 、 or one that is reached: 改造小区12个、惠及居民3400户;
// 每千人口托位数达到4.8个.
func listsAmounts(s string) bool {
	const digits = "0123456789"
	a, b, _ := strings.Cut(s, "、")
	_, reached, _ := strings.Cut(s, "达到")
	return len(a) > len("改造") && strings.ContainsAny(a, digits) && strings.ContainsAny(b, digits) || strings.ContainsAny(reached, digits)
}

// wholly is what the cell i is as a whole.
func (g *sheet) wholly(i int) (policy.NumeralKind, bool) {
	x := &g.t.Cells[i]
	role := g.cols[x.Col].role
	switch {
	case g.cells[i].dated && g.cells[i].num == nil, x.Row >= g.top && role == periodColumn:
		return policy.AsPeriod, true
	case x.Row >= g.top && role == serialColumn:
		return policy.AsOrdinal, true
	case x.Row >= g.top && role == codeColumn:
		return policy.AsIdentifier, true
	}
	return "", false
}
