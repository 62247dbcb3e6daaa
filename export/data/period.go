package data

import (
	"strconv"
	"strings"
	"time"
)

// A span of days is what a period of EDTF covers.
type days struct{ from, to time.Time }

const dayForm = "2006-01-02"

// daysOf reads the EDTF that figures have: 2025, 2025-06, 2025-06-30, two of them with
// a slash between, .. for an open end, ~ behind what is approximate. The ends that
// cannot be told (XXXX-06, ..) are zero.
func daysOf(edtf string) (d days, exact bool) {
	from, to, interval := strings.Cut(edtf, "/")
	if !interval {
		to = from
	}
	exact = !strings.ContainsAny(edtf, "~?%")
	first, _ := daysOfOne(strings.TrimRight(from, "~?%"))
	_, last := daysOfOne(strings.TrimRight(to, "~?%"))
	if !first.IsZero() && !last.IsZero() && last.Before(first) {
		return days{}, false
	}
	return days{first, last}, exact && !first.IsZero() && !last.IsZero()
}

// daysOfOne gives the first and the last day of a year, a month or a day.
func daysOfOne(s string) (first, last time.Time) {
	for _, form := range []struct {
		layout               string
		years, months, singl int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {dayForm, 0, 0, 1}} {
		if t, err := time.Parse(form.layout, s); err == nil && t.Year() > 0 {
			return t, t.AddDate(form.years, form.months, form.singl-1)
		}
	}
	return first, last
}

// day writes a day, "" for none.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(dayForm)
}

// sdmxPeriod writes days as a TIME_PERIOD of SDMX: a year, half-year, quarter, month or
// day by its own form, any other stretch as its first day and its length.
func sdmxPeriod(d days) string {
	from, next := d.from, d.to.AddDate(0, 0, 1)
	if from.Day() != 1 || next.Day() != 1 {
		n := int(next.Sub(from).Hours()/24 + 0.5)
		if n == 1 {
			return day(from)
		}
		return day(from) + "/P" + strconv.Itoa(n) + "D"
	}
	year := strconv.Itoa(from.Year())
	for len(year) < 4 {
		year = "0" + year
	}
	month := int(from.Month()) - 1
	n := (next.Year()-from.Year())*12 + int(next.Month()) - int(from.Month())
	switch {
	case n == 12 && month == 0:
		return year
	case n == 6 && month%6 == 0:
		return year + "-S" + strconv.Itoa(month/6+1)
	case n == 3 && month%3 == 0:
		return year + "-Q" + strconv.Itoa(month/3+1)
	case n == 1:
		return from.Format("2006-01")
	case n%12 == 0 && month == 0:
		return day(from) + "/P" + strconv.Itoa(n/12) + "Y"
	}
	return day(from) + "/P" + strconv.Itoa(n) + "M"
}

// A period is what the columns of time hold for one EDTF.
type period struct{ edtf, sdmx, start, end string }

func periodOf(edtf string) period {
	d, exact := daysOf(edtf)
	p := period{edtf: edtf, start: day(d.from), end: day(d.to)}
	if exact {
		p.sdmx = sdmxPeriod(d)
	}
	return p
}
