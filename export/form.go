package export

import "strconv"

// A form is what people fill in on a sheet: the cells of its fields are open, all
// others locked without a password.
type form struct {
	fields      []field
	first, last int // lines; 0 for all below the header
}

// cells are those of a field on a sheet of so many lines.
func (f *form) cells(s *sheet, col, lines int) string {
	if f.first == 0 {
		return s.cells(col, lines)
	}
	name := columnName(col)
	return name + strconv.Itoa(f.first) + ":" + name + strconv.Itoa(max(f.first, f.last))
}

// A field is a column to fill in, with what is shown when a cell of it is chosen.
type field struct {
	column      int
	title, hint string
	choices     []string // one of these, if any
	date        bool
}

// The days between which a review can lie, as spreadsheets count them: 2000-01-01 to
// 2199-12-31.
const (
	firstReview = 36526
	lastReview  = 109574
)

// verdictForm is that of the sheet of figures.
func verdictForm(l Lang) *form { return verdictFormAt(l, len(figureColumns)) }

// verdictFormAt is the form of the verdict columns that begin at a column.
func verdictFormAt(l Lang, at int) *form {
	return &form{fields: []field{
		{column: at, title: l.pick("结论", "Verdict"), hint: l.pick("从列表中选：正确、有误、存疑", "choose: correct, wrong, doubtful"), choices: choices(l)},
		{column: at + 4, title: l.pick("复核日期", "Reviewed on"), hint: l.pick("写日期，如 2026-05-01", "a date, as 2026-05-01"), date: true},
	}}
}

// choices are the words of the verdicts, in their order.
func choices(l Lang) (list []string) {
	for _, w := range words {
		if w.field == "verdict" {
			list = append(list, l.pick(w.zh, w.en))
		}
	}
	return list
}
