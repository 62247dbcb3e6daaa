package normalize

import "strings"

// longest bounds a string that Number will read; no numeral of a text comes near it.
const longest = 256

// Number reads a string that is a number as a whole: 34,567, 1.4万, 一千二百,
// 二〇三五, 三点一四, 四分之一, 负五, 200亿零四千, 壹佰. It fails on anything else, on
// numerals that are none (十百千万) and on fractions whose decimals never end.
func Number(s string) (Decimal, bool) {
	if len(s) > longest {
		return Decimal{}, false
	}
	t, negative := cutSign(s)
	d, ok := unsigned(t)
	if ok && negative {
		d = d.Neg()
	}
	return d, ok
}

// cutSign takes the sign and the blanks after it off s.
func cutSign(s string) (rest string, negative bool) {
	if s == "" || !mayBeSign(s[0]) {
		return s, false
	}
	for _, minus := range [...]string{"-", "−", "－", "负", "負"} {
		if t, ok := strings.CutPrefix(s, minus); ok {
			return strings.TrimLeft(t, " "), true
		}
	}
	for _, plus := range [...]string{"+", "＋"} {
		if t, ok := strings.CutPrefix(s, plus); ok {
			return strings.TrimLeft(t, " "), false
		}
	}
	return s, false
}

// mayBeSign says whether a sign may begin with byte c.
func mayBeSign(c byte) bool { return c < 0x30 || c == 0xe2 || c == 0xef || c == 0xe8 }

func unsigned(s string) (Decimal, bool) {
	if s == "" {
		return Decimal{}, false
	}
	if end := arabicEnd(s, 0); end > 0 {
		if exp, all := magnitudes(s[end:]); all {
			d, ok := arabic(s[:end])
			return d.Shift(exp), ok
		}
	}
	if strings.Contains(s, "分之") {
		num, den, ok := Fraction(s)
		if !ok {
			return Decimal{}, false
		}
		return Quo(num, den)
	}
	if d, ok := spelled(s); ok {
		return d, true
	}
	r := reader{s: s, small: 9}
	return r.read()
}

// magnitudes adds up the powers of ten of a string of magnitudes: 百万 → 6. It
// says whether s is nothing else, each allowed to follow the one before.
func magnitudes(s string) (exp int, all bool) {
	for i := 0; i < len(s); i += 3 {
		g := hanSign(s, i)
		if !(g.class() == largeSign || g.class() == placeSign && i == 0) {
			return exp, false
		}
		exp += g.value()
	}
	return exp, true
}

// arabic reads ASCII digits with separators: 34,567.5.
func arabic(s string) (Decimal, bool) {
	if strings.IndexByte(s, ',') < 0 {
		return parseDigits(s)
	}
	var buf [longest]byte
	t := buf[:0]
	for i := 0; i < len(s) && len(t) < len(buf); i++ {
		if s[i] != ',' {
			t = append(t, s[i])
		}
	}
	return parseDigits(string(t))
}

// arabicEnd is the end of the digits that begin at byte i of s, with separators
// between groups of three and one point before further digits. It is i where no
// number begins; .77 is one.
func arabicEnd(s string, i int) int {
	j := i
	for j < len(s) && isDigit(s[j]) {
		j++
	}
	if n := j - i; n > 0 && n <= 3 {
		for grouped(s, j) {
			j += 4
		}
	}
	if j+1 < len(s) && s[j] == '.' && isDigit(s[j+1]) {
		for j++; j < len(s) && isDigit(s[j]); {
			j++
		}
	}
	return j
}

// grouped says whether a separator and exactly three digits stand at byte j.
func grouped(s string, j int) bool {
	return j+3 < len(s) && s[j] == ',' && isDigit(s[j+1]) && isDigit(s[j+2]) && isDigit(s[j+3]) &&
		(j+4 == len(s) || !isDigit(s[j+4]))
}

// spelled reads a number told digit by digit: 二〇三五, 二O三五, 一七二零点一三四.
func spelled(s string) (Decimal, bool) {
	var buf [longest]byte
	t, point := buf[:0], false
	for i := 0; i < len(s); {
		d, n := spelledDigit(s, i)
		if n == 0 {
			if n = pointLen(s, i); n == 0 || point || i == 0 {
				return Decimal{}, false
			}
			point, d = true, '.'
		}
		t = append(t, d)
		i += n
	}
	return parseDigits(string(t))
}

// spelledDigit is the digit at byte i of s as ASCII, and its length; a letter O
// among digits is a zero.
func spelledDigit(s string, i int) (byte, int) {
	if c := s[i]; isDigit(c) {
		return c, 1
	} else if i > 0 && (c == 'O' || c == 'o') {
		return '0', 1
	}
	if g := hanSign(s, i); g.class() == digitSign {
		return '0' + byte(g.value()), 3
	}
	return 0, 0
}

// pointLen is the length of the decimal point 点 or 點 at byte i of s, or 0.
func pointLen(s string, i int) int {
	if strings.HasPrefix(s[i:], "点") || strings.HasPrefix(s[i:], "點") {
		return 3
	}
	return 0
}

// A reader reads a number by places: 一百二十万三, 200亿零四千230.
type reader struct {
	s       string
	i       int
	total   Decimal // what 万 and 亿 have closed off
	section Decimal // places since the last of them
	pending Decimal // digits waiting for their place
	have    bool    // there are such digits
	loose   int     // how many Han digits stand there one after the other: 一五〇万
	short   bool    // they are one digit, so they may abbreviate: 一万五
	gap     bool    // a zero stands before them: 一万零五
	small   int     // the last place of the section; the next must be smaller
	large   int     // the last of 万 and 亿
	last    int     // the last place or magnitude of all
	closed  bool    // nothing has come since 万 or 亿
}

func (r *reader) read() (Decimal, bool) {
	for r.i < len(r.s) {
		if n := pointLen(r.s, r.i); n > 0 {
			r.i += n
			return r.fraction()
		}
		n, ok := 3, false
		switch g := hanSign(r.s, r.i); g.class() {
		case digitSign:
			ok = r.digit(g.value())
		case tensSign:
			ok = !r.have && r.put(Int(int64(g.value())), false) && r.place(1)
		case placeSign:
			ok = r.place(g.value())
		case largeSign:
			ok = r.magnitude(g.value())
		default:
			n, ok = r.digits()
		}
		if !ok {
			return Decimal{}, false
		}
		r.i += n
	}
	return r.sum(), r.have || r.last > 0
}

// put leaves digits waiting for a place.
func (r *reader) put(d Decimal, short bool) bool {
	r.pending, r.have, r.short, r.closed = d, true, short, false
	return true
}

func (r *reader) digit(v int) bool {
	switch {
	case v == 0 && r.last > 0 && !r.have:
		r.gap, r.closed = true, false
		return true
	case r.have && (r.last > 0 || r.loose == 0):
		return false
	}
	r.loose++
	return r.put(r.pending.Shift(1).Add(Int(int64(v))), r.loose == 1)
}

// digits reads Arabic digits among the Chinese ones and says how many bytes they are.
func (r *reader) digits() (int, bool) {
	end := arabicEnd(r.s, r.i)
	d, ok := arabic(r.s[r.i:end])
	return end - r.i, ok && !r.have && r.put(d, end == r.i+1)
}

// place reads 十 百 千; without a digit before it is one of them: 一百十一, 千一.
func (r *reader) place(power int) bool {
	if power >= r.small || r.loose > 1 {
		return false
	}
	if !r.have {
		r.pending = Int(1)
	}
	r.section = r.section.Add(r.pending.Shift(power))
	r.small, r.last = power, power
	r.clear()
	return true
}

// magnitude reads 万 and 亿, which raise all that came since the last larger one.
func (r *reader) magnitude(power int) bool {
	if r.closed {
		r.total = r.total.Shift(power)
		r.large, r.last = power, power
		return true
	}
	if r.loose == 2 && r.pending.Cmp(Int(10)) >= 0 && r.pending.coef%10 != 0 {
		return false // 三四万 is a range
	}
	if r.last == 0 && !r.have {
		r.section = Int(1) // 萬九
	}
	section := r.section
	if r.have {
		section = section.Add(r.abbreviated())
	}
	switch {
	case section.Sign() == 0 && r.gap, power == r.large:
		return false
	case power < r.large:
		r.total = r.total.Add(section.Shift(power))
	case r.large == 0:
		r.total = section.Shift(power)
	default:
		r.total = r.total.Add(section).Shift(power)
	}
	r.section, r.small = Decimal{}, 9
	r.large, r.last = power, power
	r.clear()
	r.closed = true
	return true
}

func (r *reader) clear() {
	r.pending, r.have, r.short, r.gap, r.loose, r.closed = Decimal{}, false, false, false, 0, false
}

// sum closes the number.
func (r *reader) sum() Decimal {
	sum := r.total
	if r.small < 9 {
		sum = sum.Add(r.section)
	}
	if !r.have {
		return sum
	}
	return sum.Add(r.abbreviated())
}

// abbreviated is the waiting digits, of which a single one may leave out its
// place: 一万五 is 一万五千, 百二万 is 一百二十万.
func (r *reader) abbreviated() Decimal {
	if r.short && !r.gap && r.last > 0 {
		return r.pending.Shift(r.last - 1)
	}
	return r.pending
}

// fraction reads the digits after 点, and the magnitude after them: 一百点三, 三点五万.
func (r *reader) fraction() (Decimal, bool) {
	if !r.have && r.last == 0 {
		return Decimal{}, false
	}
	var buf [longest]byte
	t := append(buf[:0], '.')
	for r.i < len(r.s) {
		d, n := spelledDigit(r.s, r.i)
		if n == 0 {
			break
		}
		t = append(t, d)
		r.i += n
	}
	exp, all := magnitudes(r.s[r.i:])
	part, ok := parseDigits(string(t))
	if !ok || !all {
		return Decimal{}, false
	}
	r.short = false
	return r.sum().Add(part).Shift(exp), true
}

// Fraction reads 四分之三, 一又三分之一, 百分之十 and 3/4 as numerator and
// denominator, both exact.
func Fraction(s string) (num, den Decimal, ok bool) {
	if a, b, cut := strings.Cut(s, "/"); cut {
		num, ok1 := Number(a)
		den, ok2 := Number(b)
		return num, den, ok1 && ok2 && den.Sign() != 0
	}
	below, above, _ := strings.Cut(s, "分之")
	whole, below, mixed := cutMixed(below)
	den, ok1 := plainNumber(below)
	num, ok2 := plainNumber(above)
	if !ok1 || !ok2 || den.Sign() <= 0 {
		return Decimal{}, Decimal{}, false
	}
	if mixed {
		w, ok := plainNumber(whole)
		return w.Mul(den).Add(num), den, ok
	}
	return num, den, true
}

// cutMixed takes the whole part off a mixed number: 一又三 → 一, 三.
func cutMixed(s string) (whole, rest string, ok bool) {
	if w, r, ok := strings.Cut(s, "又"); ok {
		return w, r, true
	}
	return "", s, false
}

// plainNumber is Number without fractions, so that none nests in another.
func plainNumber(s string) (Decimal, bool) {
	if strings.Contains(s, "分之") {
		return Decimal{}, false
	}
	return Number(s)
}

// Approx reads numerals that name two neighbouring numbers at once: 三四百 is 300
// to 400, 五六十 50 to 60, 十七八 17 to 18, 三五 3 to 5.
func Approx(s string) (low, high Decimal, ok bool) {
	if len(s) > longest {
		return
	}
	for i := 0; i+6 <= len(s); i += 3 {
		a, b := hanSign(s, i), hanSign(s, i+3)
		if a.class() != digitSign || b.class() != digitSign {
			continue
		}
		v, w := a.value(), b.value()
		if v == 0 || w != v+1 && !(v == 3 && w == 5) || i+6 < len(s) && hanSign(s, i+6).class() == digitSign {
			return
		}
		low, ok1 := Number(s[:i+3] + s[i+6:])
		high, ok2 := Number(s[:i] + s[i+3:])
		return low, high, ok1 && ok2
	}
	return
}
