package normalize

import "strconv"

// A Moment is a year, a month or a day. Month and Day are 0 where the wording
// does not go that far; in a relative Period the Year counts from the year that
// the reader has in mind (去年 is -1, 6月 is 0).
type Moment struct {
	Year, Month, Day int
}

// A Period is what a wording says of time: the stretch from From to To, both
// included. A single year, month or day has From equal to To.
type Period struct {
	From, To Moment
	Relative bool // the years are offsets: 今年, 上半年, 1～6月, 近五年
	Open     Open
	Point    bool // a moment in the stretch: 2020年底, 6月末, 年初
	Same     bool // 同期: the same months of that year
	Vague    bool // said without a date: 近年来, 同期
	About    bool // 本世纪中叶
}

// Open says which end of a period the wording leaves open.
type Open uint8

// The ways a period may be open.
const (
	Closed Open = iota
	Since       // 2020年以来, 自1999年起
	Until       // 2025年前, 12月底前, 到2025年
)

// IsZero says whether p is no period at all.
func (p Period) IsZero() bool { return p == Period{} }

// Whole says whether p is whole years, without months or days.
func (p Period) Whole() bool { return p.From.Month == 0 && p.To.Month == 0 && p.From.Day == 0 }

// Needs says whether p can be dated only with the help of a year.
func (p Period) Needs() bool { return p.Relative && !p.Vague }

// Within fixes a relative period in the given year; year 0 leaves p as it is.
func (p Period) Within(year int) Period {
	if p.Relative && year != 0 && !p.Vague {
		p.From.Year += year
		p.To.Year += year
		p.Relative = false
	}
	return p
}

// LastYear is the year p ends in, 0 where that is not known. An open end counts
// as the year it opens from.
func (p Period) LastYear() int {
	if p.Relative || p.Vague {
		return 0
	}
	return p.To.Year
}

// Resolve writes p as EDTF, counting relative years from year (0: not known).
// It is "" where the wording cannot be dated, and XXXX stands for the year of
// months whose year nobody knows. 2020年以来 lasts up to year where that is later.
func (p Period) Resolve(year int) string {
	if p.Vague || p.IsZero() || p.From.Month == 0 && p.From.Day > 0 {
		return ""
	}
	p = p.Within(year)
	if p.Relative && (p.From.Month == 0 || p.From.Year != 0 || p.To.Year != 0) {
		return ""
	}
	var room [len("2021-01-01/2021-12-31") + 3]byte
	out := p.appendEDTF(room[:0], p.From)
	switch {
	case p.Open == Since && year > p.To.Year && !p.Relative:
		return string(strconv.AppendInt(append(out, '/'), int64(year), 10))
	case p.Open == Since && (year != p.To.Year || p.Relative):
		return string(append(out, "/.."...))
	case p.About:
		return string(append(out, '~'))
	case p.From == p.To:
		return string(out)
	}
	return string(p.appendEDTF(append(out, '/'), p.To))
}

// appendEDTF writes one end of p.
func (p Period) appendEDTF(out []byte, m Moment) []byte {
	if p.Relative {
		out = append(out, "XXXX"...)
	} else {
		out = appendPadded(out, m.Year, 1000)
	}
	if m.Month > 0 || m.Day > 0 {
		out = appendPadded(append(out, '-'), m.Month, 10)
	}
	if m.Day > 0 {
		out = appendPadded(append(out, '-'), m.Day, 10)
	}
	return out
}

// appendPadded writes n with zeros before it, as many digits as power has.
func appendPadded(out []byte, n, power int) []byte {
	for ; n < power && power > 1; power /= 10 {
		out = append(out, '0')
	}
	return strconv.AppendInt(out, int64(n), 10)
}
