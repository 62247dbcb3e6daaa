package extract_test

import (
	"strings"
	"testing"

	"shuzheng/policy"
)

// plainMarkdown writes headings with #, tables with bars, percentages as formulas in
// every other paragraph, as converters do.
func plainMarkdown(t *testing.T, doc *policy.Document) []byte {
	var s strings.Builder
	for i, p := range partsOf(doc, false) {
		switch {
		case p.table != nil:
			for r, row := range rowsOf(p.table) {
				s.WriteString("| " + strings.ReplaceAll(strings.Join(row, " | "), "*", "\\*") + " |\n")
				if r == 0 {
					s.WriteString(strings.Repeat("|---", len(row)) + "|\n")
				}
			}
		case p.kind == policy.Title:
			s.WriteString("# " + p.text + "\n")
		case p.kind == policy.Heading:
			s.WriteString(strings.Repeat("#", p.level+1) + " " + p.text + "\n")
		default:
			text := strings.ReplaceAll(p.text, "*", "\\*")
			if i%2 == 0 {
				text = percentFormulas(text)
			}
			s.WriteString(text + "\n")
		}
		s.WriteString("\n")
	}
	return []byte(s.String())
}

// percentFormulas writes 2.36% as $2 . 3 6 \%$.
func percentFormulas(s string) string {
	var out strings.Builder
	for len(s) > 0 {
		n := 0
		for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.') {
			n++
		}
		if n > 0 && n < len(s) && s[n] == '%' {
			out.WriteString(" $" + strings.Join(strings.Split(s[:n], ""), " ") + " \\%$ ")
			s = s[n+1:]
			continue
		}
		n = max(n, 1)
		out.WriteString(s[:n])
		s = s[n:]
	}
	return out.String()
}
