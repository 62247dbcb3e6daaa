package verdict

import (
	"strconv"
	"strings"
	"time"

	"shuzheng/extract/read"
)

// Days between which a review can lie, as spreadsheets count them: 2000-01-01 to 2199-12-31.
const (
	firstReview = 36526
	lastReview  = 109574
)

// dateOf reads the day of a review: a date of the spreadsheet, its number, or words
// as 2026/5/1, 2026年5月1日, 20260501. No date at all is "".
func dateOf(c read.Cell) (date string, ok bool) {
	s := strings.TrimSpace(c.Text)
	if s == "" || c.Kind == read.DateCell && validDate(s) {
		return s, true
	}
	if n, err := strconv.Atoi(s); err == nil && n >= firstReview && n <= lastReview {
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n).Format(time.DateOnly), true
	}
	if len(s) == 8 && validDate(s[:4]+"-"+s[4:6]+"-"+s[6:]) {
		return s[:4] + "-" + s[4:6] + "-" + s[6:], true
	}
	parts := strings.FieldsFunc(dateMarks.Replace(s), func(r rune) bool { return r == '-' || r == ' ' })
	if len(parts) < 3 || len(parts[0]) != 4 || len(parts) > 3 && !strings.Contains(parts[3], ":") { // a time may follow
		return "", false
	}
	date = parts[0] + "-" + twoDigits(parts[1]) + "-" + twoDigits(parts[2])
	return date, validDate(date)
}

// dateMarks makes one mark of all that people write between year, month and day, and
// digits of full width narrow.
var dateMarks = strings.NewReplacer("年", "-", "月", "-", "日", " ", "号", " ", "/", "-", ".", "-", "．", "-", "／", "-", "－", "-", "T", " ", "\u3000", " ",
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// validDate says whether s is a day of these centuries, as 2026-05-01.
func validDate(s string) bool {
	t, err := time.Parse(time.DateOnly, s)
	return err == nil && t.Year() >= 2000 && t.Year() < 2200
}
