package normalize

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"testing"
)

// numbers holds strings and the numbers they are, as printed; "" for none.
var numbers = []struct{ in, want string }{
	{"0", "0"}, {"119.9", "119.9"}, {"2.80", "2.80"}, {"6.0", "6.0"}, {"34,567.50", "34567.50"},
	{".77", "0.77"}, {"-1,200,000", "-1200000"}, {"负 12", "-12"}, {"−3.5", "-3.5"}, {"+4", "4"},
	{"119.9亿", "11990000000"}, {"1.4万", "14000"}, {"2万亿", "2000000000000"}, {"3百万", "3000000"},
	{"10亿亿", "100000000000000000"}, {"0万", "0"},
	{"十", "10"}, {"廿二", "22"}, {"卅", "30"}, {"二十一", "21"}, {"一百零一", "101"}, {"一千零十", "1010"},
	{"一万零五", "10005"}, {"一万五", "15000"}, {"一百二", "120"}, {"百二万", "1200000"}, {"两千万", "20000000"},
	{"三亿五千万", "350000000"}, {"一亿零一", "100000001"}, {"一万二千亿", "1200000000000"}, {"万亿", "1000000000000"},
	{"二〇三五", "2035"}, {"二O三五", "2035"}, {"一七二零", "1720"}, {"一五〇万", "1500000"}, {"二〇万", "200000"},
	{"三点一四", "3.14"}, {"零點五", "0.5"}, {"三点五亿", "350000000"}, {"一百点三", "100.3"}, {"零点零零", "0.00"},
	{"四分之一", "0.25"}, {"一又四分之三", "1.75"}, {"百分之十", "0.1"}, {"3/4", ""},
	{"1万600", "10600"}, {"200亿零四千230", "20000004230"}, {"1亿2000万", "120000000"}, {"3万5千", "35000"},
	{"壹拾万零叁仟", "103000"}, {"參萬", "30000"},
	{"12345678901234567890.125", "12345678901234567890.125"}, {"99999999999亿", "9999999999900000000"},
	{"", ""}, {"-", ""}, {"负", ""}, {"点五", ""}, {"1.", ""}, {"1.2.3", ""}, {"1,23", ""}, {"十百千万", ""},
	{"一百一百", ""}, {"五六十", ""}, {"三四万", ""}, {"三分之一", ""}, {"一万一万", ""}, {"五家", ""}, {"--5", ""},
	{"零分之一", ""}, {"分之", ""}, {"一分之", ""}, {"亿零亿", ""}, {"3.5三", ""},
}

func TestNumber(t *testing.T) {
	for _, c := range numbers {
		d, ok := Number(c.in)
		if got := d.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("Number(%q) = %s, %v; want %q", c.in, got, ok, c.want)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{{"119.9亿", -7}, {"2.80", 2}, {"346", 0}, {"1.4万", -3}, {"三百万", -4}, {"200亿零四千230", 0}} {
		if d, _ := Number(c.in); d.Digits() != c.want {
			t.Errorf("Number(%q).Digits() = %d, want %d", c.in, d.Digits(), c.want)
		}
	}
}

func TestWholeNumber(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"半个", "0.5"}, {"一半", "0.5"}, {"三个半", "3.5"}, {"一对", "2"}, {"五打", "60"}, {"7个", "7"},
		{"玖仟陆佰陆拾伍圆壹角捌分", "9665.18"}, {"壹拾壹元整", "11"}, {"壹佰元零伍分", "100.05"},
		{"100K", "100000"}, {"1.2M", "1200000"}, {"-.0012G", "-1200000"}, {"Ⅲ", "3"}, {"ⅻ", "12"},
		{"十分一", "0.1"}, {"一又十分一", "1.1"}, {"", ""}, {"个", ""}, {"元", ""}, {"整", ""}, {"三分一", ""}, {"K", ""},
	} {
		d, ok := WholeNumber(c.in)
		if got := d.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("WholeNumber(%q) = %s, %v; want %q", c.in, got, ok, c.want)
		}
	}
}

// Strings from public test suites that Number and WholeNumber do not read as
// those suites do.
var otherwise = map[string]string{
	"一半半": "a slip of the tongue rather than a way to write 0.5",
}

func TestNumberOnPublicSuites(t *testing.T) {
	data, err := os.ReadFile("../../shared/numerals/whole.json")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no ../shared/numerals: only our own table is tested")
	}
	var suite struct {
		Cases []struct{ Input, Value string }
	}
	if err := json.Unmarshal(data, &suite); err != nil {
		t.Fatal(err)
	}
	misses := 0
	for _, c := range suite.Cases {
		want, _ := ParseDecimal(c.Value)
		d, ok := WholeNumber(c.Input)
		if ok && d.Cmp(want) == 0 {
			continue
		}
		misses++
		if otherwise[c.Input] == "" {
			t.Errorf("WholeNumber(%q) = %s, %v; want %s", c.Input, d, ok, c.Value)
		}
	}
	t.Logf("%d of %d read", len(suite.Cases)-misses, len(suite.Cases))
}

func FuzzNumber(f *testing.F) {
	for _, c := range numbers {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		WholeNumber(s)
		d, ok := Number(s)
		if !ok {
			return
		}
		again, ok := ParseDecimal(d.String())
		if !ok || again.Cmp(d) != 0 {
			t.Errorf("Number(%q) = %s, read again %s", s, d, again)
		}
	})
}
