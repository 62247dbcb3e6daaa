package sample

import (
	"fmt"
	"slices"
	"testing"
)

func population(strata ...int) (ids, names []string) {
	for k, n := range strata {
		for i := range n {
			ids, names = append(ids, fmt.Sprintf("%016x", k*1000+i)), append(names, string(rune('a'+k)))
		}
	}
	return ids, names
}

func TestDraw(t *testing.T) {
	for _, c := range []struct {
		strata []int
		n      int
		want   []int // drawn of each
	}{
		{[]int{100}, 10, []int{10}}, {[]int{60, 30, 10}, 10, []int{6, 3, 1}}, {[]int{98, 1, 1}, 10, []int{8, 1, 1}},
		{[]int{5, 5}, 10, []int{5, 5}}, {[]int{7, 2}, 3, []int{2, 1}},
	} {
		ids, names := population(c.strata...)
		chosen, parts, err := Draw(ids, names, c.n, "7")
		var drawn []int
		for _, p := range parts {
			drawn = append(drawn, p.Drawn)
		}
		if err != nil || len(chosen) != c.n || !slices.Equal(drawn, c.want) || !slices.IsSorted(chosen) {
			t.Errorf("%v of %v: %v, %v, %v", c.n, c.strata, drawn, chosen, err)
		}
	}
	for _, n := range []int{0, 2, 101} {
		ids, names := population(50, 40, 10)
		if _, _, err := Draw(ids, names, n, "7"); err == nil {
			t.Errorf("%d of 100 in three strata are drawn", n)
		}
	}
}

// The draw depends on seed and IDs alone: these are fixed for all machines and versions.
func TestDrawIsFixed(t *testing.T) {
	ids, names := population(30)
	for seed, want := range map[string]string{"1": "[7 18 21 22 27]", "2": "[2 6 7 11 23]", "底稿": "[9 10 12 21 26]"} {
		chosen, _, err := Draw(ids, names, 5, seed)
		if err != nil || fmt.Sprint(chosen) != want {
			t.Errorf("seed %s: %v, want %s", seed, chosen, want)
		}
		slices.Reverse(ids)
		again, _, _ := Draw(ids, names, 5, seed)
		for i := range again {
			again[i] = 29 - again[i]
		}
		slices.Reverse(again)
		if !slices.Equal(again, chosen) {
			t.Errorf("seed %s: in another order %v, not %v", seed, again, chosen)
		}
		slices.Reverse(ids)
	}
}

// Every item is drawn about as often as any other.
func TestDrawIsFair(t *testing.T) {
	ids, names := population(40)
	times := make([]int, 40)
	for seed := range 4000 {
		chosen, _, err := Draw(ids, names, 10, fmt.Sprint(seed))
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range chosen {
			times[i]++
		}
	}
	for i, n := range times { // 1000 expected, 27 the deviation of it
		if n < 860 || n > 1140 {
			t.Errorf("item %d is drawn %d times of 4000, not about 1000", i, n)
		}
	}
}

func TestBound(t *testing.T) {
	for _, c := range []struct {
		r     Result
		bound string
		most  int
	}{
		{Result{Strata: []Stratum{{"", 1000, 59}}}, "4.8%", 48},
		{Result{Strata: []Stratum{{"", 1000, 59}}, Wrong: 1, WrongIn: []int{1}}, "7.6%", 76},
		{Result{Strata: []Stratum{{"", 1000, 59}}, Doubtful: 1}, "7.6%", 76},
		{Result{Strata: []Stratum{{"", 1000, 59}}, Open: 59}, "100%", 1000},
		{Result{Strata: []Stratum{{"", 30, 30}}, Wrong: 3}, "10%", 3},
		{Result{Strata: []Stratum{{"a", 500, 30}, {"b", 500, 30}}}, "4.9%", 48},
		{Result{Strata: []Stratum{{"a", 900, 30}, {"b", 100, 30}}}, "8.8%", 87},
		{Result{Strata: []Stratum{{"a", 50, 5}, {"b", 50, 5}}, Wrong: 9}, "100%", 100},
	} {
		bound, most := c.r.Bound(ninetyFive)
		if bound.UpTo() != c.bound || most != c.most {
			t.Errorf("%+v: %s, %d; want %s, %d", c.r, bound.UpTo(), most, c.bound, c.most)
		}
	}
	r := Result{Strata: []Stratum{{"a", 900, 30}, {"b", 100, 30}}, Wrong: 4, WrongIn: []int{1, 3}}
	if got := r.Rate().String(); got != "4%" {
		t.Errorf("rate %s", got)
	}
}
