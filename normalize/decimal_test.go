package normalize

import (
	"math/big"
	"testing"
)

func decimal(t *testing.T, s string) Decimal {
	t.Helper()
	d, ok := ParseDecimal(s)
	if !ok {
		t.Fatalf("ParseDecimal(%q) fails", s)
	}
	return d
}

func TestDecimalString(t *testing.T) {
	for _, c := range []struct {
		in    string
		shift int
		want  string
	}{
		{"119.9", 8, "11990000000"}, {"2.80", 0, "2.80"}, {"6.0", 0, "6.0"}, {"6.0", 1, "60"}, {"-0.05", 0, "-0.05"},
		{"-0.05", 1, "-0.5"}, {"0", 8, "0"}, {"0.00", 0, "0.00"}, {"123", -5, "0.00123"}, {".5", 0, "0.5"},
		{"9223372036854775807", 0, "9223372036854775807"}, {"-99999999999999999999", 1, "-999999999999999999990"},
	} {
		if got := decimal(t, c.in).Shift(c.shift).String(); got != c.want {
			t.Errorf("%s shifted by %d is %s, want %s", c.in, c.shift, got, c.want)
		}
	}
	for _, bad := range []string{"", "-", "+-1", "1.", "1.2.3", "1e5", "１", "."} {
		if d, ok := ParseDecimal(bad); ok {
			t.Errorf("ParseDecimal(%q) = %s", bad, d)
		}
	}
}

func TestDecimalArithmetic(t *testing.T) {
	a, b := decimal(t, "2.80"), decimal(t, "0.3")
	for _, c := range []struct{ name, got, want string }{
		{"add", a.Add(b).String(), "3.10"}, {"sub", b.Sub(a).String(), "-2.50"}, {"mul", a.Mul(b).String(), "0.840"},
		{"neg", a.Neg().String(), "-2.80"}, {"wide", Int(1 << 62).Add(Int(1 << 62)).String(), "9223372036854775808"},
		{"back", Int(1 << 62).Add(Int(1 << 62)).Sub(Int(1 << 62)).String(), "4611686018427387904"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
	if a.Cmp(decimal(t, "2.8")) != 0 || a.Cmp(b) != 1 || b.Cmp(a) != -1 {
		t.Error("Cmp is wrong")
	}
	if !decimal(t, "6.0").IsInt() || a.IsInt() || !Int(7).Shift(8).IsInt() {
		t.Error("IsInt is wrong")
	}
	if q, ok := Quo(Int(1), Int(8)); !ok || q.String() != "0.125" {
		t.Errorf("1/8 = %s, %v", q, ok)
	}
	if q, ok := Quo(Int(1), Int(3)); ok {
		t.Errorf("1/3 = %s", q)
	}
}

// FuzzDecimal holds all arithmetic against big.Rat.
func FuzzDecimal(f *testing.F) {
	f.Add("2.80", "0.3", 3)
	f.Add("9223372036854775807", "-1", -40)
	f.Add("0", "99999999999999999999", 8)
	f.Fuzz(func(t *testing.T, s, u string, n int) {
		a, ok1 := ParseDecimal(s)
		b, ok2 := ParseDecimal(u)
		if !ok1 || !ok2 || len(s)+len(u) > 200 || n < -200 || n > 200 {
			return
		}
		a = a.Shift(n)
		x, y := rat(t, a), rat(t, b)
		for _, c := range []struct {
			name string
			got  Decimal
			want *big.Rat
		}{
			{"+", a.Add(b), new(big.Rat).Add(x, y)}, {"-", a.Sub(b), new(big.Rat).Sub(x, y)},
			{"*", a.Mul(b), new(big.Rat).Mul(x, y)}, {"neg", a.Neg(), new(big.Rat).Neg(x)},
		} {
			if rat(t, c.got).Cmp(c.want) != 0 {
				t.Errorf("%s %s %s = %s", a, c.name, b, c.got)
			}
		}
		if a.Cmp(b) != x.Cmp(y) || a.IsInt() != x.IsInt() || a.Sign() != x.Sign() {
			t.Errorf("%s against %s", a, b)
		}
	})
}

func rat(t *testing.T, d Decimal) *big.Rat {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		t.Fatalf("%q is no number", d)
	}
	return r
}

func TestDecimalAllocatesNothing(t *testing.T) {
	buf := make([]byte, 0, 64)
	if n := testing.AllocsPerRun(100, func() {
		d, _ := Number("1,119.9亿")
		d = d.Add(Int(5)).Mul(Int(3))
		buf = d.Append(buf[:0])
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestDecimalDiv(t *testing.T) {
	for _, c := range []struct {
		num, den string
		digits   int
		want     string
	}{
		{"3993", "1895", 5, "2.10712"}, {"2", "3", 2, "0.67"}, {"-2", "3", 2, "-0.67"}, {"1", "8", 2, "0.13"}, {"1.25", "1", 1, "1.3"},
		{"11990000000", "1.243", -7, "9650000000"}, {"5", "0", 2, "0"}, {"99999999999999999999", "3", 0, "33333333333333333333"},
	} {
		if got := Div(decimal(t, c.num), decimal(t, c.den), c.digits).String(); got != c.want {
			t.Errorf("%s / %s to %d digits is %s, want %s", c.num, c.den, c.digits, got, c.want)
		}
	}
	if got := Round(decimal(t, "2.80"), 4).String() + " " + Round(decimal(t, "2.845"), 2).String(); got != "2.8000 2.85" {
		t.Errorf("rounded: %s", got)
	}
}

// The quick way and the long one of Div give the same.
func TestDecimalDivWays(t *testing.T) {
	for _, num := range []string{"0", "1", "-7", "3993", "12.50", "-0.005", "99999999"} {
		for _, den := range []string{"3", "-8", "0.25", "1895", "1000000"} {
			for digits := -3; digits <= 6; digits++ {
				n, d := decimal(t, num), decimal(t, den)
				wide := Div(Decimal{wide: n.big(), digits: n.digits}, Decimal{wide: d.big(), digits: d.digits}, digits)
				if got := Div(n, d, digits); got.String() != wide.String() {
					t.Errorf("%s / %s to %d digits is %s and %s", num, den, digits, got, wide)
				}
			}
		}
	}
}
