package read

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"shuzheng/policy"
)

// A sheet is a page of cells, as XLSX, XLS and CSV hold it.
type sheet struct {
	name     string
	label    bool // the name is a heading: somebody gave it
	hidden   bool
	cells    []sheetCell // filled ones by row, then column
	merges   []cellRange
	hideRows int // rows with wording that are hidden
	hideCols map[int]bool
	notes    []sheetNote
}

// A sheetCell is a filled cell. Rows and columns count from 0.
type sheetCell struct {
	row, col int
	text     policy.Text // as displayed; based on the file where the file is text
	stored   string      // the number as stored, where the display says less
	number   bool
}

// A cellRange is a rectangle of cells, its last row and column included.
type cellRange struct{ row, col, lastRow, lastCol int }

// A sheetNote is a problem of a cell.
type sheetNote struct {
	row, col int
	message  string
}

// cellName is the name of a cell as sheets write it: B7.
func cellName(row, col int) string {
	var letters [8]byte
	i := len(letters)
	for col++; col > 0 && i > 0; col = (col - 1) / 26 {
		i--
		letters[i] = byte('A' + (col-1)%26)
	}
	return string(letters[i:]) + strconv.Itoa(row+1)
}

// maxSheetNotes bounds the problems that are told of one sheet.
const maxSheetNotes = 50

func (s *sheet) note(row, col int, format string, args ...any) {
	switch n := len(s.notes); {
	case n < maxSheetNotes:
		s.notes = append(s.notes, sheetNote{row, col, fmt.Sprintf(format, args...)})
	case n == maxSheetNotes:
		s.notes = append(s.notes, sheetNote{row, col, "此后还有同类问题，不再逐一列出"})
	}
}

// order puts the cells in order and leaves out what is given twice.
func (s *sheet) order() {
	byPlace := func(a, b sheetCell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) }
	if !slices.IsSortedFunc(s.cells, byPlace) {
		slices.SortStableFunc(s.cells, byPlace)
	}
	s.cells = slices.CompactFunc(s.cells, func(a, b sheetCell) bool { return a.row == b.row && a.col == b.col })
}

// cleanLine joins the lines of a cell and drops blanks at its ends.
func cleanLine(t policy.Text) policy.Text { return cleaned(t, false) }

// cleanCell drops those beside characters of writing without blanks, too (指 标).
func cleanCell(t policy.Text) policy.Text { return cleaned(t, true) }

func cleaned(t policy.Text, tight bool) policy.Text {
	s := t.String()
	if !hasBlank(s) {
		return t
	}
	e := t.Edit()
	var last rune
	for i := 0; i < len(s); {
		r, n := decodeRune(s[i:])
		if !isBlankRune(r) {
			e.CopyTo(i + n)
			last = r
			i += n
			continue
		}
		end, broken := i, false
		for end < len(s) {
			if r, n = decodeRune(s[end:]); !isBlankRune(r) {
				break
			}
			broken = broken || r < ' ' && r != '\t'
			end += n
		}
		e.CopyTo(i)
		if next, _ := decodeRune(s[end:]); end < len(s) && last != 0 && (!tight && !broken || !wide(last) && !wide(next)) {
			e.Replace(end-i, " ")
		}
		e.Skip(end)
		i = end
	}
	return e.Cut()
}
