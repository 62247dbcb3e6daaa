package normalize

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shuzheng/policy"
)

// A fivePlan is one five-year plan.
type fivePlan struct {
	name     string // 十四五
	from, to int
	number   int  // 14, for 第十四个五年规划
	alone    bool // read without quotation marks or 时期 after it
}

// Plans is a table of five-year plans. It does not change once made.
type Plans struct {
	list []fivePlan // longest name first
}

//go:embed periods.tsv
var periodsTSV string

// BuiltinPlans is the table that the program comes with.
var BuiltinPlans = must(new(Plans).With("periods.tsv", periodsTSV))

// must panics at a fault in a table of the program's own.
func must[T any](t T, err error) T {
	if err != nil {
		panic(err)
	}
	return t
}

// With is t with the plans of another table added. Each line holds name, first
// year, last year, number, and whether the name is read alone (yes or no),
// tab-separated. The error names the file and the line.
func (t *Plans) With(file, tsv string) (*Plans, error) {
	u := &Plans{list: append([]fivePlan{}, t.list...)}
	for n, line := range policy.Rows(tsv) {
		p, err := parsePlan(strings.Split(line, "\t"))
		if err == nil && slices.ContainsFunc(u.list, func(q fivePlan) bool { return q.name == p.name }) {
			err = fmt.Errorf("%s stands there twice", p.name)
		}
		if err != nil {
			return nil, fmt.Errorf("%s line %d: %w", file, n, err)
		}
		u.list = append(u.list, p)
	}
	policy.Sort(u.list, func(a, b fivePlan) int { return len(b.name) - len(a.name) })
	return u, nil
}

func parsePlan(f []string) (p fivePlan, err error) {
	if len(f) != 5 {
		return p, fmt.Errorf("want 5 columns (name, from, to, number, alone), got %d", len(f))
	}
	p.name = f[0]
	if !strings.HasSuffix(p.name, "五") || planDigits(p.name) != len(p.name) {
		return p, fmt.Errorf("%q is no name of a five-year plan such as 十四五", f[0])
	}
	for i, to := range []*int{&p.from, &p.to, &p.number} {
		if *to, err = strconv.Atoi(f[i+1]); err != nil {
			return p, fmt.Errorf("%q is no number", f[i+1])
		}
	}
	if p.from < 1900 || p.to < p.from || p.to > 2199 {
		return p, fmt.Errorf("%d to %d is no stretch of years", p.from, p.to)
	}
	if f[4] != "yes" && f[4] != "no" {
		return p, fmt.Errorf("alone: want yes or no, got %q", f[4])
	}
	p.alone = f[4] == "yes"
	return p, nil
}

// planDigits is the length of the Chinese numerals 一…十 that s begins with.
func planDigits(s string) int {
	n := 0
	for n+3 <= len(s) && HanDigit(s[n:]) > 0 {
		n += 3
	}
	return n
}
