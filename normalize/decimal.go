package normalize

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// A Decimal is an exact decimal number that keeps its printed precision: 2.80
// is not 2.8, and 119.9亿 knows that its last printed digit is worth ten
// million. The zero Decimal is 0.
type Decimal struct {
	coef   int64    // the digits, where wide is nil
	wide   *big.Int // the digits where they do not fit; never changed once set
	digits int      // the value is the digits times 10 to the power -digits
}

// powers holds the powers of ten that fit an int64.
var powers = func() (p [19]int64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return
}()

// Int is n as a Decimal.
func Int(n int64) Decimal { return Decimal{coef: n} }

// ParseDecimal reads plain ASCII digits with at most one point and an optional
// leading sign: 12, -3.50, .77. It knows no separators and no exponents.
func ParseDecimal(s string) (Decimal, bool) {
	t := strings.TrimPrefix(strings.TrimPrefix(s, "+"), "-")
	if len(s)-len(t) > 1 {
		return Decimal{}, false
	}
	d, ok := parseDigits(t)
	if ok && s[0] == '-' {
		d = d.Neg()
	}
	return d, ok
}

// parseDigits reads unsigned digits with at most one point.
func parseDigits(s string) (Decimal, bool) {
	var n int64
	point, count := -1, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '.' && point < 0:
			point = i
		case c < '0' || c > '9':
			return Decimal{}, false
		default:
			count++
			if n > (math.MaxInt64-9)/10 {
				return parseWide(s)
			}
			n = n*10 + int64(c-'0')
		}
	}
	if count == 0 || point == len(s)-1 {
		return Decimal{}, false
	}
	d := Decimal{coef: n}
	if point >= 0 {
		d.digits = len(s) - 1 - point
	}
	return d, true
}

// parseWide is parseDigits for numbers beyond an int64.
func parseWide(s string) (Decimal, bool) {
	whole, part, _ := strings.Cut(s, ".")
	n, ok := new(big.Int).SetString(whole+part, 10)
	if !ok || strings.HasSuffix(s, ".") {
		return Decimal{}, false
	}
	return narrow(n, len(part)), true
}

// narrow takes over n and uses the fast form where it fits.
func narrow(n *big.Int, digits int) Decimal {
	if n.IsInt64() && n.Int64() != math.MinInt64 {
		return Decimal{coef: n.Int64(), digits: digits}
	}
	return Decimal{wide: n, digits: digits}
}

// big gives the digits as a big.Int, which must not be changed.
func (d Decimal) big() *big.Int {
	if d.wide != nil {
		return d.wide
	}
	return big.NewInt(d.coef)
}

// Digits is the number of printed digits after the point; it is negative where
// a magnitude stands for unprinted ones: 119.9亿 → -7.
func (d Decimal) Digits() int { return d.digits }

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.wide != nil:
		return d.wide.Sign()
	case d.coef < 0:
		return -1
	case d.coef > 0:
		return 1
	}
	return 0
}

// Shift is d times 10 to the power n, with the same printed digits.
func (d Decimal) Shift(n int) Decimal {
	d.digits -= n
	return d
}

// Abs is d without its sign.
func (d Decimal) Abs() Decimal {
	if d.Sign() < 0 {
		return d.Neg()
	}
	return d
}

// Neg is -d.
func (d Decimal) Neg() Decimal {
	if d.wide != nil {
		return narrow(new(big.Int).Neg(d.wide), d.digits)
	}
	d.coef = -d.coef
	return d
}

// Mul is d × e.
func (d Decimal) Mul(e Decimal) Decimal {
	if d.wide == nil && e.wide == nil {
		if p, ok := mul64(d.coef, e.coef); ok {
			return Decimal{coef: p, digits: d.digits + e.digits}
		}
	}
	return narrow(new(big.Int).Mul(d.big(), e.big()), d.digits+e.digits)
}

// mul64 is a × b where it fits.
func mul64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// widest bounds the difference of two exponents that Add and Cmp will write out
// in digits; Number never makes a Decimal that comes near it.
const widest = 4096

// rescale writes d with more digits after the point.
func (d Decimal) rescale(digits int) Decimal {
	n := digits - d.digits
	if n <= 0 || d.Sign() == 0 {
		d.digits = digits
		return d
	}
	if d.wide == nil && n < len(powers) {
		if p, ok := mul64(d.coef, powers[n]); ok {
			return Decimal{coef: p, digits: digits}
		}
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(min(n, widest))), nil)
	return narrow(ten.Mul(ten, d.big()), digits)
}

// Add is d + e, with the precision of the finer one: 200亿零230 is printed to ones.
func (d Decimal) Add(e Decimal) Decimal {
	digits := max(d.digits, e.digits)
	d, e = d.rescale(digits), e.rescale(digits)
	if d.wide == nil && e.wide == nil {
		s := d.coef + e.coef
		if (s > d.coef) == (e.coef > 0) && s != math.MinInt64 {
			return Decimal{coef: s, digits: digits}
		}
	}
	return narrow(new(big.Int).Add(d.big(), e.big()), digits)
}

// Sub is d - e.
func (d Decimal) Sub(e Decimal) Decimal { return d.Add(e.Neg()) }

// Cmp is -1, 0 or 1 as d is less than, equal to or greater than e: 2.80 = 2.8.
func (d Decimal) Cmp(e Decimal) int { return d.Sub(e).Sign() }

// IsInt says whether d is a whole number: 6.0 and 1.4万 are.
func (d Decimal) IsInt() bool {
	if d.digits <= 0 || d.Sign() == 0 {
		return true
	}
	if d.wide == nil {
		return d.digits < len(powers) && d.coef%powers[d.digits] == 0
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(min(d.digits, widest))), nil)
	return new(big.Int).Rem(d.wide, ten).Sign() == 0
}

// String writes d in plain digits with its printed precision: 11990000000, 2.80.
func (d Decimal) String() string {
	var buf [32]byte
	return string(d.Append(buf[:0]))
}

// Append is String at the end of dst.
func (d Decimal) Append(dst []byte) []byte {
	start := len(dst)
	if d.wide != nil {
		dst = d.wide.Append(dst, 10)
	} else {
		dst = strconv.AppendInt(dst, d.coef, 10)
	}
	if d.digits <= 0 {
		for i := 0; i < -d.digits && d.Sign() != 0; i++ {
			dst = append(dst, '0')
		}
		return dst
	}
	if d.Sign() < 0 {
		start++
	}
	return point(dst, start, d.digits)
}

// point sets the decimal point before the last n digits of dst[start:].
func point(dst []byte, start, n int) []byte {
	for len(dst)-start <= n {
		dst = append(dst, 0)
		copy(dst[start+1:], dst[start:])
		dst[start] = '0'
	}
	dst = append(dst, 0)
	at := len(dst) - 1 - n
	copy(dst[at+1:], dst[at:])
	dst[at] = '.'
	return dst
}
