package diff_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"shuzheng/audit/diff"
	"shuzheng/policy"
)

// altered writes a document anew with other last digits in n of its figures.
func altered(doc *policy.Document, n int, r *rand.Rand) string {
	text := []byte(doc.Content.String())
	var free []int // figures whose number ends in a digit that nothing else is made of
	for i := range doc.Figures {
		f := &doc.Figures[i]
		at := f.Evidence.Span
		if k := strings.Index(string(text[at.Start:at.End]), f.ValueRaw); k == 0 && f.ValueHigh == "" && strings.Trim(f.ValueRaw, "0123456789.") == "" {
			free = append(free, i)
		}
	}
	r.Shuffle(len(free), func(i, j int) { free[i], free[j] = free[j], free[i] })
	for _, i := range free[:n] {
		f := &doc.Figures[i]
		last := &text[f.Evidence.Span.Start+len(f.ValueRaw)-1]
		*last = '1' + (*last-'0'+2)%9 // never 0, never itself
	}
	return string(text)
}

// Of a document in which some numbers were altered, those and no others have changed.
func TestAltered(t *testing.T) {
	for _, file := range []string{"plan.txt", "report.txt", "communique.txt", "subsidy.txt"} {
		text, err := os.ReadFile("../../fixtures/" + file)
		if err != nil {
			t.Fatal(err)
		}
		doc := extracted(t, string(text))
		for seed := range uint64(5) {
			const n = 10
			other := extracted(t, altered(doc, n, rand.New(rand.NewPCG(seed, 1))))
			c := diff.Documents(doc, other)
			check(t, &c)
			values := 0
			for _, d := range c.Differences {
				if d.Kind == policy.Changed && slices.ContainsFunc(d.Fields, func(f policy.FieldChange) bool { return f.Name == "value" }) {
					values++
				}
			}
			if values != n || c.Count(policy.Added)+c.Count(policy.Removed) > 0 {
				t.Errorf("%s, seed %d: %d values changed, want %d; %d added, %d removed", file, seed, values, n, c.Count(policy.Added), c.Count(policy.Removed))
			}
		}
	}
}
