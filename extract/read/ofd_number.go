package read

import "strconv"

// ofdNumber reads one number, 0 where there is none.
func ofdNumber(s string) float64 {
	v, _ := leadingNumber(s)
	return v
}

// ofdNumbers appends the numbers of s to out.
func ofdNumbers(s string, out []float64) []float64 {
	for {
		v, n := leadingNumber(s)
		if n == 0 {
			return out
		}
		out, s = append(out, v), s[n:]
	}
}

// leadingNumber reads the number that s begins with behind blanks: its value and
// where it ends. The usual ones are read without strconv: pages hold thousands.
func leadingNumber(s string) (float64, int) {
	i := 0
	for i < len(s) && (s[i] <= ' ' || s[i] == ',') {
		i++
	}
	start := i
	negative := i < len(s) && s[i] == '-'
	if negative || i < len(s) && s[i] == '+' {
		i++
	}
	v, digits, n := shortNumber(s[i:])
	switch i += n; {
	case digits == 0:
		return 0, 0
	case digits > mostDigits || i < len(s) && (s[i] == 'e' || s[i] == 'E'):
		return longNumber(s, start)
	case negative:
		v = -v
	}
	return v, i
}

// mostDigits is how many digits are surely exact in a float64.
const mostDigits = 15

// shortNumber reads the digits that s begins with, with a point among them: their value, how many
// there are and where they end. It does not go on behind one digit too many.
func shortNumber(s string) (v float64, digits, n int) {
	mantissa, scale, point := int64(0), 1.0, false
	for ; n < len(s) && digits <= mostDigits; n++ {
		switch c := s[n]; {
		case c >= '0' && c <= '9':
			digits++
			mantissa = mantissa*10 + int64(c-'0')
			if point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		default:
			return float64(mantissa) / scale, digits, n
		}
	}
	return float64(mantissa) / scale, digits, n
}

// longNumber reads numbers with many digits or an exponent.
func longNumber(s string, start int) (float64, int) {
	i := start
	for i < len(s) && s[i] > ' ' && s[i] != ',' && i < start+64 {
		i++
	}
	v, err := strconv.ParseFloat(s[start:i], 64)
	if err != nil || v > 1e9 || v < -1e9 {
		return 0, i
	}
	return v, i
}

// deltas are the distances of characters as DeltaX and DeltaY give them: 5.6 5.6, or
// g 2 5.6 for twice the same. Behind the last one they are 0.
type deltas struct {
	s    string
	same float64
	left int
}

func (d *deltas) next() float64 {
	if d.left > 0 {
		d.left--
		return d.same
	}
	for len(d.s) > 0 && (d.s[0] <= ' ' || d.s[0] == ',') {
		d.s = d.s[1:]
	}
	if len(d.s) > 0 && (d.s[0] == 'g' || d.s[0] == 'G') {
		count, n := leadingNumber(d.s[1:])
		d.s = d.s[1+n:]
		v, n := leadingNumber(d.s)
		d.s = d.s[n:]
		if count >= 1 && count < 1e6 {
			d.same, d.left = v, int(count)-1
			return v
		}
		return v
	}
	v, n := leadingNumber(d.s)
	d.s = d.s[n:]
	return v
}
