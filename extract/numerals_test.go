package extract_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shuzheng/extract"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// suite reads a file of strings from public test suites, which lies beside the
// project where it is there at all.
func suite(t *testing.T, file string, into any) {
	t.Helper()
	data, err := os.ReadFile("../../shared/numerals/" + file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no ../shared/numerals beside the project: the strings of public test suites are not read")
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// equals says whether two decimals are the same number.
func equals(a, b string) bool {
	x, okX := normalize.ParseDecimal(a)
	y, okY := normalize.ParseDecimal(b)
	return okX && okY && x.Cmp(y) == 0
}

// readOtherwise are strings that Phrase does not read as those suites do, and why.
var readOtherwise = map[string]string{
	"一半半": "a slip of the tongue rather than a way to write 0.5",
}

// Strings that are one number as a whole come out as that number.
func TestWholeNumbers(t *testing.T) {
	var whole struct {
		Cases []struct{ Input, Value string }
	}
	suite(t, "whole.json", &whole)
	right := 0
	for _, c := range whole.Cases {
		figures := extract.Phrase(c.Input, extract.Options{}).Figures
		if len(figures) == 1 && equals(figures[0].Value, c.Value) && figures[0].ValueHigh == "" {
			right++
		} else if readOtherwise[c.Input] == "" {
			t.Errorf("%q must be %s alone, read %d figures: %v", c.Input, c.Value, len(figures), values(figures))
		}
	}
	t.Logf("%d of %d", right, len(whole.Cases))
	if 100*right < 98*len(whole.Cases) {
		t.Error("below 98 of 100")
	}
}

// values writes what was read for a message.
func values(figures []policy.Figure) (read []string) {
	for i := range figures {
		read = append(read, strings.TrimSuffix(figures[i].Value+"～"+figures[i].ValueHigh, "～")+figures[i].Unit)
	}
	return read
}

// A mention is a number with its unit in a short text. Value is its number in the
// unit that its suite prefers (3公里 is 3000 米 in one and 3 千米 in another); a range
// or bound has Low or High.
type mention struct {
	Text             string
	Start, End       int // code points
	Value, Low, High string
	Unit             string
}

// outside are the mentions that the program does not mean to read: no policy
// document is written so.
var outside = []*regexp.Regexp{
	// Traditional characters (numerals alone are read), units of Hong Kong and Taiwan.
	regexp.MustCompile(`[個點對攝華兩吋呎侖幣萬裏匙]|公[尺升]|氏°`),
	// Money and sizes of Cantonese.
	regexp.MustCompile(`[蚊仙]|毫(?:[^米克升]|$)`),
	// English words, k for thousand, marks for feet and inches, capitals of mm.
	regexp.MustCompile(`(?i)foot|feet|inch|mile|['"]|[0-9]\s*k(?:$|个)|[0-9]M$|(?-i)[0-9][DCM]M$`),
	// Spoken money and weight, with or without the last unit: 九块九, 三斤半, 6斤8两, 五分.
	regexp.MustCompile(`块|毛|角|分钱?$|[元斤两][半0-9一二三四五六七八九]`),
	// Spoken lengths, areas and speeds: 三米九, 一平, 二里地, 80迈.
	regexp.MustCompile(`米[一二三四五六七八九]|[一二三四五六七八九]平$|里地|[迈码]$`),
	// Blanks inside a number, discounts that are words, tenths of tenths: 七成六.
	regexp.MustCompile(`成 六|7 2|[半一][成折]|成半|三八折|对折`),
}

// prefers turns a value in our unit into that of a suite.
var prefers = map[[2]string][]string{
	{"成", "%"}:     {"10"},
	{"折", "%"}:     {"10", "1"}, // 九折 is 90 %, 75折 75 %
	{"‰", "%"}:     {"0.1"},
	{"‱", "%"}:     {"0.01"},
	{"", "%"}:      {"100"},
	{"千克", "Gram"}: {"1000"},
	{"公斤", "Gram"}: {"1000"},
	{"斤", "Gram"}:  {"500"},
	{"毫克", "Gram"}: {"0.001"},
	{"公里", "米"}:    {"1000"},
	{"里", "米"}:     {"500"},
	{"英里", "米"}:    {"1609.31"},
	{"海里", "米"}:    {"1853"},
	{"分米", "米"}:    {"0.1"},
	{"厘米", "米"}:    {"0.01"},
	{"毫米", "米"}:    {"0.001"},
	{"丈", "米"}:     {"3.33"},
	{"尺", "米"}:     {"0.333"},
	{"寸", "米"}:     {"0.0333"},
	{"英寸", "米"}:    {"0.025399"},
	{"米", "千米"}:    {"0.001"},
	{"帕", "千帕"}:    {"0.001"},
}

// as says whether a value in a unit of ours is want in the unit of the suite.
func (m *mention) as(value, unit, want string) bool {
	factors, differ := prefers[[2]string{unit, m.Unit}]
	if !differ {
		return equals(value, want)
	}
	x, ok := normalize.ParseDecimal(value)
	return ok && slices.ContainsFunc(factors, func(factor string) bool {
		f, _ := normalize.ParseDecimal(factor)
		return equals(x.Mul(f).String(), want)
	})
}

// is says whether f is the number of the mention.
func (m *mention) is(f *policy.Figure) bool {
	switch {
	case m.Value != "":
		return m.as(f.Value, f.Unit, m.Value) && f.ValueHigh == ""
	case m.Low != "" && m.High != "":
		return m.as(f.Value, f.Unit, m.Low) && m.as(f.ValueHigh, f.Unit, m.High)
	}
	return m.as(f.Value, f.Unit, m.Low+m.High)
}

// Numbers with units in short texts come out with their value. Those that do not
// are 一 before a unit with nothing to say that it counts (一升, 一英尺; 满一年 is read),
// 一两, which names one or two as well as a weight, the end of a range that is one
// figure here (5-20%), and 百分之七十百分位, where the numeral runs on.
func TestMentions(t *testing.T) {
	var mentions struct {
		Cases []struct {
			Input    string
			Mentions []mention
		}
	}
	suite(t, "mentions.json", &mentions)
	right, of, left := 0, 0, 0
	for _, c := range mentions.Cases {
		figures := extract.Phrase(c.Input, extract.Options{}).Figures
		places := policy.NewRuneIndex(c.Input)
		for _, m := range c.Mentions {
			if slices.ContainsFunc(outside, func(r *regexp.Regexp) bool { return r.MatchString(m.Text) }) {
				left++
				continue
			}
			of++
			if slices.ContainsFunc(figures, func(f policy.Figure) bool {
				at := f.Evidence.Span
				return places.Runes(at.Start) < m.End && m.Start < places.Runes(at.End) && m.is(&f)
			}) {
				right++
			} else {
				t.Logf("%q in %q: %v, want %s [%s %s] %s", m.Text, c.Input, values(figures), m.Value, m.Low, m.High, m.Unit)
			}
		}
	}
	t.Logf("%d of %d, %d left out", right, of, left)
	if 100*right < 96*of {
		t.Error("below 96 of 100")
	}
}
