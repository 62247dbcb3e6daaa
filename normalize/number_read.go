package normalize

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
