package read

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// showDate writes n, days since the end of 1899 (or 1904), as a date or time.
func (sec *formatSection) showDate(n digits, since1904 bool) (string, bool) {
	t, ok := n.time(since1904)
	if !ok {
		return "", false
	}
	noon := false
	for _, p := range sec.parts {
		noon = noon || p.kind == 'p'
	}
	var out strings.Builder
	for _, p := range sec.parts {
		if p.kind == 0 {
			out.WriteString(p.literal)
		} else {
			out.WriteString(p.date(t, noon))
		}
	}
	return strings.TrimSpace(out.String()), true
}

// time is the point in time that n stands for. Day 60, 29 February 1900, never was.
func (n digits) time(since1904 bool) (time.Time, bool) {
	days, ok := n.int()
	if !ok || n.negative || days > 2_958_465 {
		return time.Time{}, false
	}
	if since1904 {
		days += 1462
	}
	if days < 60 {
		days++
	}
	_, part := n.parts()
	part = (part + "000000000")[:9]
	fraction, _ := strconv.ParseInt(part, 10, 64)
	seconds := (fraction*86400 + 500_000_000) / 1_000_000_000
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second), true
}

var weekdays = [...]string{"日", "一", "二", "三", "四", "五", "六"}

// date is a part of a date: yy, m, dd, h …
func (p formatPart) date(t time.Time, noon bool) string {
	switch p.kind {
	case 'y', 'e':
		if p.kind == 'y' && p.count <= 2 {
			return fmt.Sprintf("%02d", t.Year()%100)
		}
		return strconv.Itoa(t.Year())
	case 'm':
		if p.count > 2 {
			return strconv.Itoa(int(t.Month())) + "月"
		}
		return p.padded(int(t.Month()))
	case 'd':
		if p.count > 2 {
			return "星期" + weekdays[t.Weekday()]
		}
		return p.padded(t.Day())
	case 'a':
		return "星期" + weekdays[t.Weekday()]
	}
	return p.clock(t, noon)
}

// clock is a part of the time of day: hh, mm, ss, 上午; noon says that hours are counted anew from it.
func (p formatPart) clock(t time.Time, noon bool) string {
	switch p.kind {
	case 'h':
		if noon && t.Hour() > 12 {
			return p.padded(t.Hour() - 12)
		}
		return p.padded(t.Hour())
	case 'n':
		return p.padded(t.Minute())
	case 's':
		return p.padded(t.Second())
	case 'p':
		if t.Hour() < 12 {
			return "上午"
		}
		return "下午"
	}
	return ""
}

// padded is v with as many digits as the part asks for, one or two.
func (p formatPart) padded(v int) string {
	if p.count > 1 {
		return fmt.Sprintf("%02d", v)
	}
	return strconv.Itoa(v)
}

// builtinFormats are the formats that files name by number only, as the Chinese
// edition shows them.
var builtinFormats = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	5: `"¥"#,##0;"¥"-#,##0`, 6: `"¥"#,##0;"¥"-#,##0`, 7: `"¥"#,##0.00;"¥"-#,##0.00`, 8: `"¥"#,##0.00;"¥"-#,##0.00`,
	14: "yyyy/m/d", 15: "d-mm-yy", 16: "d-mm", 17: "mm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
	27: `yyyy"年"m"月"`, 28: `m"月"d"日"`, 29: `m"月"d"日"`, 30: "m/d/yy", 31: `yyyy"年"m"月"d"日"`, 32: `h"时"mm"分"`, 33: `h"时"mm"分"ss"秒"`,
	34: `上午/下午h"时"mm"分"`, 35: `上午/下午h"时"mm"分"ss"秒"`, 36: `yyyy"年"m"月"`,
	37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
	41: "#,##0;-#,##0", 42: `"¥"#,##0;"¥"-#,##0`, 43: "#,##0.00;-#,##0.00", 44: `"¥"#,##0.00;"¥"-#,##0.00`,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0",
	50: `yyyy"年"m"月"`, 51: `m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `m"月"d"日"`, 55: `上午/下午h"时"mm"分"`,
	56: `上午/下午h"时"mm"分"ss"秒"`, 57: `yyyy"年"m"月"`, 58: `m"月"d"日"`,
}

// A styleBook knows the formats of a workbook's cells.
type styleBook struct {
	codes     map[int]string // number of a format → its code
	formats   []int          // by style of cell: number of its format
	read      map[int]*numberFormat
	since1904 bool
}

// format is the format of a style.
func (b *styleBook) format(style int) *numberFormat {
	id := 0
	if style >= 0 && style < len(b.formats) {
		id = b.formats[style]
	}
	if f := b.read[id]; f != nil {
		return f
	}
	code, ok := b.codes[id]
	if !ok {
		code = builtinFormats[id]
	}
	if b.read == nil {
		b.read = map[int]*numberFormat{}
	}
	f := readFormat(code)
	b.read[id] = f
	return f
}

// number is the cell of a stored number.
func (b *styleBook) number(row, col int, raw string, style int) (sheetCell, bool) {
	n, ok := readDigits(raw)
	if !ok {
		return sheetCell{}, false
	}
	s, date := b.format(style).display(n, b.since1904)
	c := sheetCell{row: row, col: col, number: !date}
	c.text = plainText(s)
	if !date && lessThanStored(s, n) {
		c.stored = n.plain()
	}
	return c, true
}

// lessThanStored says whether s shows fewer digits than n has: 12.5% of 0.12503.
func lessThanStored(s string, n digits) bool {
	shown := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	return !strings.Contains(strings.TrimLeft(shown, "0"), n.d)
}
