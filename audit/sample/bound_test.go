package sample

import (
	"math/big"
	"testing"
)

const ninetyFive = Share(950_000)

// Values of the tables in use: upper limits in percent at 90, 95 and 99 % (attribute
// sampling), rounded up to a tenth as our bounds are.
func TestLimit(t *testing.T) {
	for _, c := range []struct {
		n, k       int
		confidence string
		want       string
	}{
		{59, 0, "95%", "5%"}, {58, 0, "95%", "5.1%"}, {10, 0, "95%", "25.9%"}, {20, 0, "95%", "14%"}, {20, 1, "95%", "21.7%"},
		{25, 0, "95%", "11.3%"}, {100, 0, "95%", "3%"}, {100, 1, "95%", "4.7%"}, {100, 2, "95%", "6.2%"}, {100, 3, "95%", "7.6%"},
		{200, 0, "95%", "1.5%"}, {50, 1, "90%", "7.6%"}, {20, 0, "90%", "10.9%"}, {100, 0, "99%", "4.6%"}, {5, 5, "95%", "100%"}, {1, 0, "95%", "95%"},
	} {
		confidence, err := ParseShare(c.confidence)
		if err != nil {
			t.Fatal(err)
		}
		if got := Limit(c.n, c.k, confidence).UpTo(); got != c.want {
			t.Errorf("%d of %d at %s: %s, want %s", c.k, c.n, c.confidence, got, c.want)
		}
	}
}

// Sample sizes of the same tables; the last ones are of small populations.
func TestSize(t *testing.T) {
	for _, c := range []struct {
		all, k            int
		limit, confidence string
		want              int
	}{
		{0, 0, "5%", "95%", 59}, {0, 1, "5%", "95%", 93}, {0, 2, "5%", "95%", 124}, {0, 0, "10%", "95%", 29}, {0, 0, "1%", "95%", 299},
		{0, 0, "2%", "95%", 149}, {0, 0, "3%", "95%", 99}, {0, 0, "5%", "90%", 45}, {0, 0, "5%", "99%", 90}, {0, 1, "10%", "95%", 46},
		{1_000_000, 0, "5%", "95%", 59}, {10, 0, "5%", "95%", 10}, {1, 0, "50%", "95%", 1}, {5, 5, "5%", "95%", 5},
	} {
		limit, _ := ParseShare(c.limit)
		confidence, _ := ParseShare(c.confidence)
		if got := Size(c.all, c.k, limit, confidence); got != c.want {
			t.Errorf("%d errors, %s at %s of %d: %d, want %d", c.k, c.limit, c.confidence, c.all, got, c.want)
		}
	}
}

// MostWrong against all draws there are, counted one by one.
func TestMostWrong(t *testing.T) {
	for all := 1; all <= 9; all++ {
		for n := 1; n <= all; n++ {
			for k := 0; k <= n; k++ {
				want := k
				for wrong := k; wrong <= all-(n-k); wrong++ {
					few, draws := 0, 0
					for set := range 1 << all { // bit i: item i is drawn; the first ones are wrong
						if ones(set) == n {
							draws++
							if ones(set&(1<<wrong-1)) <= k {
								few++
							}
						}
					}
					if 20*few > draws {
						want = wrong
					}
				}
				if got := MostWrong(all, n, k, ninetyFive); got != want {
					t.Errorf("%d of %d drawn from %d: %d, want %d", k, n, all, got, want)
				}
			}
		}
	}
}

func ones(set int) (n int) {
	for ; set > 0; set &= set - 1 {
		n++
	}
	return n
}

// A finite population is never worse than one without end, and a larger sample never
// worse than a smaller.
func TestBoundsAgree(t *testing.T) {
	for _, all := range []int{200, 5000} {
		for _, n := range []int{20, 60, 150} {
			for k := range 4 {
				exact, endless := big.NewRat(int64(MostWrong(all, n, k, ninetyFive)), int64(all)), big.NewRat(int64(Limit(n, k, ninetyFive)), whole)
				if exact.Cmp(endless) > 0 {
					t.Errorf("%d of %d from %d: %s above %s", k, n, all, exact, endless)
				}
				if more := MostWrong(all, n+1, k, ninetyFive); more > MostWrong(all, n, k, ninetyFive) {
					t.Errorf("%d of %d from %d is better than of %d", k, n, all, n+1)
				}
			}
		}
	}
	if n := MostWrong(300_000, 3000, 12, ninetyFive); n < 1200 || n > 2000 {
		t.Errorf("a large one: %d", n)
	}
}

func TestShare(t *testing.T) {
	for s, want := range map[string]Share{"5%": 50_000, "0.05": 50_000, " 99.5 % ": 995_000, "95%": 950_000, ".5": 500_000} {
		if got, err := ParseShare(s); err != nil || got != want {
			t.Errorf("%q: %d, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "%", "0", "1", "100%", "-5%", "5", "1/2", "1e-2", "0.00000001", "五"} {
		if got, err := ParseShare(s); err == nil {
			t.Errorf("%q is taken as %d", s, got)
		}
	}
	for s, want := range map[Share]string{50_000: "5%", 49_511: "4.9511%", 1: "0.0001%", whole: "100%"} {
		if s.String() != want {
			t.Errorf("%d is told as %s", s, s)
		}
	}
	if got := Share(49_511).UpTo(); got != "5%" {
		t.Error(got)
	}
}
