package read

import (
	"strings"
	"unicode/utf8"
)

// A numberFormat is a format of a sheet read once: 0.0%, #,##0.00_);[Red](#,##0.00),
// yyyy"年"m"月".
type numberFormat struct {
	sections []formatSection
	general  bool
}

// A formatSection is the part of a format for one range of numbers.
type formatSection struct {
	parts    []formatPart
	date     bool
	general  bool
	percent  int // how often by a hundred
	scale    int // commas behind the last digit: thousands left out
	grouped  bool
	whole    string // placeholders before the point, 0 # ?
	fraction string // and after it
	exponent string
	slash    bool // a vulgar fraction: left to the digits
	compare  string
	limit    digits
}

// A formatPart is a literal, or the place of the number or of a part of a date.
type formatPart struct {
	literal string
	kind    byte // 0: literal; '0': the number; y m d h s a n(minute) …: part of a date
	count   int
}

// readFormat reads the code of a format.
func readFormat(code string) *numberFormat {
	f := &numberFormat{}
	if c := strings.TrimSpace(code); c == "" || strings.EqualFold(c, "general") || c == "@" {
		f.general = true
		return f
	}
	for _, s := range splitFormat(code) {
		f.sections = append(f.sections, readSection(s))
	}
	return f
}

// splitFormat cuts a format at the semicolons outside quotation marks.
func splitFormat(code string) []string {
	var out []string
	from := 0
	for i := 0; i < len(code) && len(out) < 3; i++ {
		switch code[i] {
		case '"':
			if k := strings.IndexByte(code[i+1:], '"'); k >= 0 {
				i += k + 1
			}
		case '\\':
			i++
		case '[':
			if k := strings.IndexByte(code[i:], ']'); k >= 0 {
				i += k
			}
		case ';':
			out = append(out, code[from:i])
			from = i + 1
		}
	}
	return append(out, code[from:])
}

// A sectionReader reads one section.
type sectionReader struct {
	formatSection
	s      string
	point  bool
	number bool // the place of the number is noted
}

func readSection(s string) formatSection {
	r := sectionReader{s: s}
	for len(r.s) > 0 {
		r.step()
	}
	if r.date {
		r.minutes()
	}
	return r.formatSection
}

// step reads the next character or what belongs to it.
func (r *sectionReader) step() {
	c := r.s[0]
	switch {
	case c == '"':
		r.quoted()
	case c == '[':
		r.bracket()
	case c == '\\' && len(r.s) > 1:
		_, n := utf8.DecodeRuneInString(r.s[1:])
		r.literal(r.s[1:1+n], 1+n)
	case c == '_' && len(r.s) > 1, c == '*' && len(r.s) > 1: // room as broad as a character, filling
		_, n := utf8.DecodeRuneInString(r.s[1:])
		r.s = r.s[1+n:]
	case c == '0' || c == '#' || c == '?':
		r.placeholder(c)
	case c == '.' && !r.date:
		r.place()
		r.point = true
		r.s = r.s[1:]
	case c == ',' && r.number:
		r.comma()
	case c == '%':
		r.percent++
		r.literal("%", 1)
	case (c == 'E' || c == 'e') && len(r.s) > 1 && (r.s[1] == '+' || r.s[1] == '-') && r.number:
		r.exponentPart()
	case c == '/' && r.number && !r.date:
		r.slash = true
		r.s = ""
	case len(r.s) >= 7 && strings.EqualFold(r.s[:7], "general"):
		r.general = true
		r.place()
		r.s = r.s[7:]
	case strings.IndexByte("yYmMdDhHsSeEgGaA", c) >= 0 || strings.HasPrefix(r.s, "上午/下午"):
		r.datePart()
	case c == '@':
		r.place()
		r.general = true
		r.s = r.s[1:]
	default:
		_, n := utf8.DecodeRuneInString(r.s)
		r.literal(r.s[:n], n)
	}
}

func (r *sectionReader) literal(s string, used int) {
	r.parts = append(r.parts, formatPart{literal: s})
	r.s = r.s[used:]
}

// place notes where the number goes.
func (r *sectionReader) place() {
	if !r.number {
		r.number = true
		r.parts = append(r.parts, formatPart{kind: '0'})
	}
}

func (r *sectionReader) quoted() {
	k := strings.IndexByte(r.s[1:], '"')
	if k < 0 {
		r.literal(r.s[1:], len(r.s))
		return
	}
	r.literal(r.s[1:1+k], k+2)
}

// bracket reads a colour, a condition, a currency or elapsed hours: [红色] [>=100]
// [$¥-804] [h].
func (r *sectionReader) bracket() {
	k := strings.IndexByte(r.s, ']')
	if k < 0 {
		r.literal("[", 1)
		return
	}
	inner := r.s[1:k]
	r.s = r.s[k+1:]
	switch {
	case strings.HasPrefix(inner, "$"):
		currency, _, _ := strings.Cut(inner[1:], "-")
		r.parts = append(r.parts, formatPart{literal: currency})
	case inner != "" && strings.IndexByte("<>=", inner[0]) >= 0:
		n := strings.IndexFunc(inner, func(c rune) bool { return !strings.ContainsRune("<>=", c) })
		if n > 0 {
			if v, ok := readDigits(inner[n:]); ok {
				r.compare, r.limit = inner[:n], v
			}
		}
	case inner != "" && strings.Trim(strings.ToLower(inner), "hms") == "":
		r.date = true
		r.parts = append(r.parts, formatPart{kind: inner[0] | 0x20, count: len(inner)})
	}
}

func (r *sectionReader) placeholder(c byte) {
	r.place()
	r.s = r.s[1:]
	if r.point {
		r.fraction += string(c)
	} else {
		r.whole += string(c)
	}
}

// comma groups thousands between digits and leaves them out behind the last.
func (r *sectionReader) comma() {
	r.s = r.s[1:]
	if len(r.s) > 0 && strings.IndexByte("0#?,", r.s[0]) >= 0 && strings.ContainsAny(r.s, "0#?") && !r.point {
		r.grouped = true
	} else {
		r.scale++
	}
}

func (r *sectionReader) exponentPart() {
	n := 2
	for n < len(r.s) && r.s[n] == '0' {
		n++
	}
	r.exponent, r.s = r.s[:n], r.s[n:]
}

// datePart reads yyyy, mm, 上午/下午 …
func (r *sectionReader) datePart() {
	r.date = true
	for _, w := range [...]string{"上午/下午", "AM/PM", "am/pm", "A/P", "a/p"} {
		if strings.HasPrefix(r.s, w) {
			r.parts = append(r.parts, formatPart{kind: 'p'})
			r.s = r.s[len(w):]
			return
		}
	}
	c := r.s[0] | 0x20
	n := 0
	for n < len(r.s) && r.s[n]|0x20 == c {
		n++
	}
	r.parts = append(r.parts, formatPart{kind: c, count: n})
	r.s = r.s[n:]
}

// minutes tells minutes from months: m behind hours or before seconds.
func (r *sectionReader) minutes() {
	last := -1
	for i := range r.parts {
		p := &r.parts[i]
		switch p.kind {
		case 0:
			continue
		case 'm':
			if last >= 0 && r.parts[last].kind == 'h' {
				p.kind = 'n'
			}
		case 's':
			if last >= 0 && r.parts[last].kind == 'm' {
				r.parts[last].kind = 'n'
			}
		}
		last = i
	}
}
