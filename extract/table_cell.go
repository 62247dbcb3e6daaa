package extract

import (
	"strings"
	"unicode/utf8"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A sheetCell is what a cell of a table is by itself, before its row and column
// are known.
type sheetCell struct {
	*passage                  // its folded wording
	num      *cellText        // the number it holds, nil if it is none
	unit     headUnit         // the unit it is as a whole
	binding  string           // 约束性 or 预期性
	period   normalize.Period // the time it is as a whole
	dated    bool             // there is one
	blank    bool             // it says nothing
	stops    bool             // it holds a comma or stop of running text
	told     bool             // a figure stands for all of it
	labels   [2]*label        // it as a header of a row and of a column, once asked for
}

// read takes in a cell; only one of the body may hold a number.
func (x *sheetCell) read(a *arena, block *policy.Block, cell *policy.Cell, body bool) {
	x.passage = newPassage(a, block, normalize.Fold(closeUp(cell.Text)))
	if x.blank = blank(x.s); x.blank {
		return
	}
	x.stops = x.hasStop()
	if body && !x.stops {
		x.num = readCell(x.passage)
	}
	if x.num == nil || x.num.start > 0 { // no unit begins with a number
		x.unit, _, _ = unitName(x.s)
	}
	x.binding = bindingOf(x.s)
	x.period, x.dated = normalize.HeaderPeriod(x.s)
}

// label is the cell as the header of a column or else of a row. It is read once and
// must not be changed.
func (x *sheetCell) label(column bool) *label {
	l := &x.labels[btoi(column)]
	if *l == nil {
		*l = readHead(x.passage, column)
	}
	return *l
}

// hasStop says whether the passage holds a comma or stop of running text.
func (p *passage) hasStop() bool {
	for i := p.survey.Next(0, clauseMark); i < len(p.s); i = p.survey.Next(i+3, clauseMark) {
		switch p.s[i : i+3] {
		case "，", "。", "；":
			return true
		}
	}
	return false
}

// A cellText is the number that a cell of a table holds, with its own words.
type cellText struct {
	p         *passage
	low, high quantity // high only for a range
	ranged    bool
	start     int  // of the sign or the digits
	strict    bool // nothing but the number and words that belong to numbers
	comp      policy.Comparator
	bound     []policy.Span
	status    policy.Status
	statusAt  policy.Span
	dir       policy.Direction
	dirAt     policy.Span
	star      string // the mark behind it: *, ①
	rest      string // words that were not understood
}

// looseCell is the longest wording, in bytes, of a cell with words around its number.
const looseCell = 72

// readCell reads a cell without a stop that holds one number, or one range, and little else:
// 346, -7.5, 2.0*, 预计94亿元左右, ≥65%, 10～15. It is nil for anything else.
func readCell(p *passage) *cellText {
	s := p.s
	i := p.survey.Next(0, numeralFirst)
	if i == len(s) || len(s) > looseCell {
		return nil
	}
	n := normalize.ScanNumeral(s, i)
	if !cellNumeral(s, n) {
		return nil
	}
	ctx := p.arena.context()
	*ctx = context{passage: p}
	x := p.arena.number()
	*x = cellText{p: p, low: ctx.quantityAt(n), start: i, comp: policy.Equal}
	if !x.low.valued {
		return nil
	}
	end := x.upper(ctx)
	x.before(s[:i])
	x.after(end)
	if x.code() || x.low.unit.Name == "年" && x.low.value.Cmp(normalize.Int(1900)) > 0 {
		return nil // 2024年底, 2024年为预计数
	}
	if k := normalize.NextNumeral(x.rest, 0); k < len(x.rest) && x.rest[k] < 0x80 || x.rest != "" && strings.ContainsAny(x.rest[:1], "/:-") && !x.rated() {
		return nil // 5/8, 8:30, 3个和5个
	}
	return x
}

// rated says whether the cell is an amount for each of something and no more: 10元/证, 每户每月5元.
func (x *cellText) rated() bool {
	s := x.p.s[:x.start]
	return x.low.unit.Name != "" && (s == "" || startsIn(s, "每") && len(s) <= len("每平方米每个工作日")) && (x.rest == "" || x.rest[0] == '/')
}

// told says whether words of its own say what the number is of: 全年新增高新技术企业20家.
func (x *cellText) told() bool {
	return !x.strict && x.low.unit.Name != "" && x.start > len("年度目标") && !startsIn(x.p.s, "每")
}

// code says whether the cell is a name with its number in a classification before it, of
// three, five or seven digits: 20101人大事务.
func (x *cellText) code() bool {
	n := len(leadingCode(x.p.s))
	return x.start == 0 && !x.strict && !x.ranged && x.low.unit.Name == "" && n > 0 && n == x.low.numEnd
}

// leadingCode is the code that s begins with where a name of two characters or more
// follows, "" if there is none.
func leadingCode(s string) string {
	n := policy.Digits(s)
	if n != 3 && n != 5 && n != 7 || policy.HanRun(s[n:]) < 6 {
		return ""
	}
	return s[:n]
}

// cellNumeral says whether a numeral may be the value of a cell: no version, no
// code, no numeral in Chinese characters but a fraction.
func cellNumeral(s string, n normalize.Numeral) bool {
	digits, rest := s[n.From:n.To], s[n.To:]
	switch n.Form {
	case normalize.Dotted, normalize.NoNumeral, normalize.Han:
		return false
	case normalize.Ratio:
		return n.Start == 0 && n.End == len(s)
	case normalize.Arabic:
		code := len(digits) >= 11 && !strings.ContainsAny(digits, ".,") || len(digits) > 1 && digits[0] == '0' && digits[1] != '.'
		named := n.Start > 0 && (isLetter(s[n.Start-1]) || n.Start > 1 && s[n.Start-1] == '[')                                // G60, 青禾县[3]
		item := n.Start == 0 && (strings.HasPrefix(rest, "、") || len(rest) > 1 && rest[0] == '.' && rest[1] >= utf8.RuneSelf) // 3.其他
		return !code && !named && !item
	}
	return true
}

// upper reads the other end of a range and gives the end of the whole.
func (x *cellText) upper(ctx *context) int {
	at := x.low.numEnd
	if x.low.unit.Name != "" {
		at = x.low.end
	}
	sep := ctx.rangeMark(at)
	if sep == "" {
		return x.low.end
	}
	m := normalize.ScanNumeral(ctx.s, at+len(sep))
	if m.Form != normalize.Arabic {
		return x.low.end
	}
	x.high = ctx.quantityAt(m)
	if x.low.unit.Name == "" && x.low.exp == 0 {
		x.low.value, x.low.exp = x.low.value.Shift(x.high.exp), x.high.exp
	}
	if !x.high.valued || x.low.value.Cmp(x.high.value) >= 0 {
		return x.low.end
	}
	x.ranged = true
	return x.high.end
}

// cellLexicon are the words that may stand before the number of a cell, and cellSays what each says of it: a
// bound, a status or a direction, if anything.
var cellLexicon, cellSays = saying[string]("cell/")

// before reads what stands before the number, from its end.
func (x *cellText) before(s string) {
	x.strict = true
	if w := endOf(s, "-", "−", "负"); w != "" {
		s = s[:len(s)-len(w)]
		x.start -= len(w)
		x.low.value = x.low.value.Neg()
		if x.ranged {
			x.low.value = x.low.value.Neg()
		}
	}
	for s = strings.TrimRight(s, " "); s != ""; s = strings.TrimRight(s, " ") {
		if w, says, at := x.p.boundBefore(len(s)); w != "" && at+len(w) == len(s) {
			x.says(says, policy.Span{Start: at, End: len(s)})
			s = s[:at]
			continue
		}
		at := policy.Span{Start: len(s) - cellLexicon.suffix(s), End: len(s)}
		if at.Len() == 0 {
			x.strict = false
			return
		}
		x.hear(cellSays[s[at.Start:]], at)
		s = s[:at.Start]
	}
}

// hear takes what a word at the span says of the number.
func (x *cellText) hear(what string, at policy.Span) {
	switch what {
	case "":
	case "estimate", "target":
		x.status, x.statusAt = policy.Status(what), at
	case "up", "down":
		x.dir, x.dirAt = policy.Direction(what), at
	default:
		x.says(policy.Comparator(what), at)
	}
}

// triangle says whether ▲ or ▼ stands before the number.
func (x *cellText) triangle() bool {
	return x.dirAt.End == x.start && endOf(x.p.s[:x.start], "▲", "△", "▼", "▽") != ""
}

// deduct makes the number behind a triangle negative.
func (x *cellText) deduct() {
	x.low.value, x.dir, x.start, x.dirAt = x.low.value.Neg(), "", x.dirAt.Start, policy.Span{}
}

// says notes a bound; the word nearest to the number holds.
func (x *cellText) says(c policy.Comparator, at policy.Span) {
	if x.comp == policy.Equal {
		x.comp, x.bound = c, []policy.Span{at}
	}
}

// endOf is the one of ws that s ends with, "" if none.
func endOf(s string, ws ...string) string {
	for _, w := range ws {
		if strings.HasSuffix(s, w) {
			return w
		}
	}
	return ""
}

// The marks behind a number that send the reader to a note.
const noteMarks = "*＊※#△▲①②③④⑤⑥⑦⑧⑨⑩¹²³"

// after reads what stands behind the number at byte i.
func (x *cellText) after(i int) {
	s := x.p.s
	if x.low.over.Len() > 0 {
		x.comp, x.bound = policy.OverBit, []policy.Span{x.low.over}
	}
	for i < len(s) {
		if w, says := x.p.boundAfter(i); w != "" {
			x.comp, x.bound = says, []policy.Span{{Start: i, End: i + len(w)}}
			i += len(w)
			continue
		}
		r := x.p.nextRune(i)
		switch {
		case strings.Contains(noteMarks, r):
			x.star = r
		case r == "↑" || r == "↓":
			x.hear(cellSays[r], policy.Span{Start: i, End: i + len(r)})
		case strings.HasPrefix(s[i:], "（预计") || strings.HasPrefix(s[i:], "（预测") || strings.HasPrefix(s[i:], "（估计"):
			end := i + strings.Index(s[i:]+"）", "）")
			x.status, x.statusAt = policy.Estimate, policy.Span{Start: i, End: end}
			i = min(end, len(s)-1)
			r = x.p.nextRune(i)
		case !strings.Contains("]〕）)】 ", r):
			x.rest, x.strict = s[i:], false
			return
		}
		i += max(len(r), 1)
	}
}

// year says whether the cell is a bare year as far as its digits go: 2020.
func (x *cellText) year() bool {
	n := x.low.numeral
	return n.Form == normalize.Arabic && n.To-n.From == 4 && n.Exp == 0 && x.low.unit.Name == "" &&
		x.low.value.Cmp(normalize.Int(1900)) >= 0 && x.low.value.Cmp(normalize.Int(2100)) < 0
}
