package read

import (
	"strings"
)

// display is the number n as the format shows it. isDate says whether it is a date
// or time.
func (f *numberFormat) display(n digits, since1904 bool) (s string, isDate bool) {
	if f.general || len(f.sections) == 0 {
		return n.general(), false
	}
	sec, signed := f.choose(n)
	switch {
	case sec.date:
		if s, ok := sec.showDate(n, since1904); ok {
			return s, true
		}
		return n.general(), false
	case sec.slash:
		return n.general(), false
	}
	s = sec.show(n)
	if n.negative && !signed && !strings.ContainsAny(s, "-－−") { // told by colour or brackets alone, which no text keeps
		s, signed = strings.Trim(s, "()（） "), true
	}
	if signed && n.negative && strings.Trim(s, "0.,%‰ ") != "" { // -0.004 as 0.00 has no sign
		s = "-" + s
	}
	return s, false
}

// choose finds the section for n; signed says that the sign is not in its wording.
func (f *numberFormat) choose(n digits) (sec *formatSection, signed bool) {
	conditional := false
	for i := range f.sections {
		s := &f.sections[i]
		if s.compare == "" {
			continue
		}
		conditional = true
		if s.holds(n) {
			return s, true
		}
	}
	if conditional {
		for i := range f.sections {
			if f.sections[i].compare == "" {
				return &f.sections[i], true
			}
		}
		return &f.sections[len(f.sections)-1], true
	}
	switch k := len(f.sections); {
	case n.negative && k > 1:
		return &f.sections[1], false
	case n.d == "" && k > 2:
		return &f.sections[2], false
	}
	return &f.sections[0], true
}

// holds says whether n meets the condition of a section.
func (sec *formatSection) holds(n digits) bool {
	c := n.compare(sec.limit)
	switch sec.compare {
	case "<":
		return c < 0
	case "<=":
		return c <= 0
	case ">":
		return c > 0
	case ">=":
		return c >= 0
	case "=":
		return c == 0
	}
	return c != 0
}

// compare is -1, 0 or 1 as n is less than, equal to or greater than m.
func (n digits) compare(m digits) int {
	if n.negative != m.negative {
		if n.negative {
			return -1
		}
		return 1
	}
	c := n.compareSize(m)
	if n.negative {
		return -c
	}
	return c
}

func (n digits) compareSize(m digits) int {
	switch {
	case n.d == "" || m.d == "":
		return strings.Compare(n.d, m.d)
	case n.point != m.point:
		return map[bool]int{true: 1, false: -1}[n.point > m.point]
	}
	return strings.Compare(n.d, m.d)
}

// show writes the number without its sign between the literals of a section.
func (sec *formatSection) show(n digits) string {
	n.negative = false
	n = n.shift(2*sec.percent - 3*sec.scale)
	var out strings.Builder
	for _, p := range sec.parts {
		if p.kind != '0' {
			out.WriteString(p.literal)
			continue
		}
		switch {
		case sec.general:
			out.WriteString(n.general())
		case sec.exponent != "":
			out.WriteString(n.plain()) // a figure is told in digits
		default:
			out.WriteString(sec.number(n))
		}
	}
	return strings.TrimSpace(out.String())
}

// number fills the placeholders.
func (sec *formatSection) number(n digits) string {
	whole, part := n.round(len(sec.fraction)).parts()
	if least := strings.Count(sec.whole, "0"); len(whole) < least {
		whole = strings.Repeat("0", least-len(whole)) + whole
	}
	if sec.grouped {
		whole = grouped(whole)
	}
	least := strings.LastIndexByte(sec.fraction, '0') + 1
	if len(part) < least {
		part += strings.Repeat("0", least-len(part))
	}
	if part == "" {
		if whole == "" && sec.whole == "" {
			return "0"
		}
		return whole
	}
	return whole + "." + part
}

// grouped sets a comma before every three digits.
func grouped(s string) string {
	if len(s) <= 3 {
		return s
	}
	var out strings.Builder
	for i := range len(s) {
		if i > 0 && (len(s)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteByte(s[i])
	}
	return out.String()
}
