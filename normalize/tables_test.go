package normalize

import "testing"

// What a user's tables hold is read once they are in use, and no longer.
func TestUse(t *testing.T) {
	units, err := BuiltinUnits.With("units", "驮\tcount\t驮子\n")
	if err != nil {
		t.Fatal(err)
	}
	places, err := BuiltinPlaces.With("places", "云川高地\tregion\t\t云高地\n")
	if err != nil {
		t.Fatal(err)
	}
	plans, err := BuiltinPlans.With("plans", "十七五\t2036\t2040\t17\tyes\n")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { Use(Tables{}) })
	for _, c := range []struct {
		tables Tables
		own    bool
	}{{Tables{}, false}, {Tables{Units: units, Places: places, Plans: plans}, true}, {Tables{}, false}} {
		Use(c.tables)
		if _, u := MatchUnit("驮子"); (u.Name == "驮") != c.own {
			t.Errorf("驮子 is %v, in use %v", u, c.own)
		}
		if _, _, ok := WholeUnit("万驮"); ok != c.own {
			t.Errorf("万驮 is read: %v, in use %v", ok, c.own)
		}
		if _, p := MatchPlace("云高地"); (p.Name == "云川高地") != c.own {
			t.Errorf("云高地 is %v, in use %v", p, c.own)
		}
		if n, _ := MatchPlaces("云川高地"); n > 0 != c.own || MayBeginPlace("云川高地") != c.own {
			t.Errorf("云川高地: %d bytes, in use %v", n, c.own)
		}
		for _, s := range []string{"十七五末", "第十七个五年规划"} {
			if _, p := MatchPeriod(s); (p.To.Year == 2040) != c.own {
				t.Errorf("%s is %v, in use %v", s, p, c.own)
			}
		}
	}
}
