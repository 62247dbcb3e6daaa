package audit

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// Signs as an accountant writes them.
const (
	minus = " − "
	plus  = " + "
	times = " × "
	over  = " ÷ "
	is    = " = "
	isnt  = " ≠ "
	about = " ≈ "
)

// stated is the figure as the text has it, line breaks left out: 12.43件.
func (c *checker) stated(f *fact) string {
	s := f.Evidence.Span
	return unspaced(c.doc.Content.String()[s.Start:s.End])
}

// number writes a fact's value in the magnitude exp, as printed: 119.9 of 119.9亿 at 8.
// A fall is written without its sign.
func (f *fact) number(exp int) string { return string(f.append(make([]byte, 0, 64), exp)) }

// append is number behind out.
func (f *fact) append(out []byte, exp int) []byte {
	out = appendSized(out, f.value, exp, f.Decimals)
	if f.ranged {
		out = appendSized(append(out, "～"...), f.high, exp, f.Decimals)
	}
	return out
}

// sized writes a number in the magnitude exp, rounded to digits after the point of
// the number itself.
func sized(d normalize.Decimal, exp, digits int) string {
	return string(appendSized(make([]byte, 0, 64), d, exp, digits))
}

func appendSized(out []byte, d normalize.Decimal, exp, digits int) []byte {
	if d.Sign() < 0 {
		out, d = append(out, "−"...), d.Neg()
	}
	return normalize.Round(d.Shift(-exp), max(digits+exp, 0)).Append(out)
}

// common is the magnitude that facts are written in together: the smallest of theirs.
func common(facts ...*fact) int {
	exp := facts[0].exp
	for _, f := range facts {
		exp = min(exp, f.exp)
	}
	return exp
}

// against writes two numbers in their common magnitude with a sign between: 3993 ÷ 1895.
func against(a *fact, sign string, b *fact) string {
	exp := common(a, b)
	return string(b.append(append(a.append(make([]byte, 0, 64), exp), sign...), exp))
}

// size is a fact without its sign, to be added or taken away.
func (f *fact) size() *fact {
	if f.value.Sign() >= 0 {
		return f
	}
	g := *f
	g.value, g.high = f.high.Neg(), f.value.Neg()
	return &g
}

// nearly goes behind a computed number that agrees with the stated one but for
// rounding: ≈ 28.1%.
func (f *fact) nearly(computed normalize.Decimal, holds bool) string {
	if !holds || computed.Cmp(f.value) == 0 {
		return ""
	}
	unit := f.Unit
	if unit != "%" && unit != "‰" {
		unit = ""
	}
	return about + f.number(f.exp) + unit
}

// ids lists the figures of facts.
func ids(facts ...*fact) []string {
	out := make([]string, 0, len(facts))
	for _, f := range facts {
		if f != nil {
			out = append(out, f.ID)
		}
	}
	return out
}

// result is consistent or inconsistent.
func result(holds bool) policy.CheckResult {
	if holds {
		return policy.Consistent
	}
	return policy.Inconsistent
}

// reason is the code of a kind of check with its result: growth.consistent, or
// growth.prices where the result alone does not say why.
func reason(kind policy.CheckKind, what string) string { return string(kind) + "." + what }

// claim is the words that state a fact: its clause as far as the figure goes, in a
// cell the cell.
func (c *checker) claim(f *fact) policy.Span {
	if f.passage < 0 {
		return f.Evidence.Span
	}
	k := c.span(f, clauseStart(c.passages[f.passage].s, f.prior, f.at), f.end)
	if w := f.Evidence.Indicator; len(w) > 0 && w[0].Start < k.Start && c.span(f, f.prior, f.end).Contains(w[0]) {
		k.Start = w[0].Start // a bracket stood within the name: 研究与试验发展（R&D）经费
	}
	return k
}

// claims is the words from one fact to a later one; those of the one stated where they
// stand apart.
func (c *checker) claims(from, to, stated *fact) policy.Span {
	if from.passage != to.passage || from.passage < 0 {
		return c.claim(stated)
	}
	a, b := c.claim(from), to.Evidence.Span
	return policy.Span{Start: a.Start, End: max(a.End, b.End)}
}

// span is bytes [a, b) of the passage of f as a place in the Content.
func (c *checker) span(f *fact, a, b int) policy.Span {
	t, _ := c.textOf(f.Figure)
	return t.Span(a, b)
}

// clauseStart is where the clause of byte at begins, not before from.
func clauseStart(s string, from, at int) int {
	return trimmed(s, from+behindLast(partSet, partsClause, between(s, from, at)), max(from, at))
}

// trimmed skips blanks, 、 and what closes a bracket from byte i on.
func trimmed(s string, i, at int) int {
	for i < at && gapWords.begin(s[i:at]) != "" {
		i += charLen(s[i:at])
	}
	return i
}

// gapWords are what trimmed skips.
var gapWords = newWordList(" ", "\u3000", "、", "）", ")", "”")
