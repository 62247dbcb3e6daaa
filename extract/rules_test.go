package extract

import (
	"testing"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// readers lists the names of the rules that read the numerals of s, in order; ""
// for one that none reads.
func readers(s string) []string {
	p := newPassage(nil, &policy.Block{Kind: policy.Paragraph}, normalize.Fold(policy.Plain(s, 0)))
	p.clauses = p.splitClauses(nil)
	c := context{passage: p}
	var out []string
	for i := normalize.NextNumeral(c.s, 0); i < len(c.s); {
		n := normalize.ScanNumeral(c.s, i)
		m, r := c.read(n)
		if r == nil {
			out = append(out, "")
		} else {
			out = append(out, r.name)
		}
		c.marks = append(c.marks, m)
		i = normalize.NextNumeral(c.s, max(m.end, n.Start+1))
	}
	return out
}

// Every rule reads the wordings it shows as its own and leaves those it refuses.
func TestRulesOwnExamples(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules {
		if r.name == "" || r.doc == "" || len(r.yes) == 0 || seen[r.name] {
			t.Errorf("rule %q: wants a name of its own, a doc and an example", r.name)
		}
		seen[r.name] = true
		for _, s := range r.yes {
			if !contains(readers(s), r.name) {
				t.Errorf("%s: does not read %q: %q", r.name, s, readers(s))
			}
		}
		for _, s := range r.no {
			if contains(readers(s), r.name) {
				t.Errorf("%s: reads %q", r.name, s)
			}
		}
	}
}

// No gate shuts out a rule that reads the numeral.
func TestGates(t *testing.T) {
	texts := fixtureTexts(t)
	for _, r := range rules {
		texts = append(texts, r.yes...)
	}
	for _, s := range texts {
		p := newPassage(nil, &policy.Block{Kind: policy.Paragraph}, normalize.Fold(policy.Plain(s, 0)))
		p.clauses = p.splitClauses(nil)
		c := context{passage: p}
		for i := normalize.NextNumeral(c.s, 0); i < len(c.s); {
			n := normalize.ScanNumeral(c.s, i)
			m, got := c.read(n)
			for k := range rules {
				r := &rules[k]
				if r == got {
					break
				}
				if _, ok := r.read(&c, n); ok {
					t.Errorf("%q in %q: the gate keeps %q from it", c.s[n.Start:n.End], upTo(c.s[max(0, n.Start-15):], 60), r.name)
					break
				}
			}
			c.marks = append(c.marks, m)
			i = normalize.NextNumeral(c.s, max(m.end, n.Start+1))
		}
	}
}

func contains(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// The lists in phrases.tsv hold no word twice in one class.
func TestPhrasesTable(t *testing.T) {
	for class, l := range phrases {
		seen := map[string]bool{}
		for _, w := range l.words {
			if seen[w] {
				t.Errorf("phrases.tsv: %s lists %q twice", class, w)
			}
			seen[w] = true
		}
	}
}
