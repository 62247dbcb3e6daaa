package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"shuzheng/extract"
	"shuzheng/normalize"
	"shuzheng/policy"
)

// variants write a text in another of the ways that pages and print have: what it says stays.
var variants = map[string]func(string) string{
	"full-width digits": func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r == '%' {
				return r + 0xfee0
			}
			return r
		}, s)
	},
	"narrow punctuation": strings.NewReplacer("，", ",", "；", ";", "：", ":", "（", "(", "）", ")").Replace,
	"blanks beside numbers": func(s string) string {
		return numberBesideHan.ReplaceAllString(hanBesideNumber.ReplaceAllString(s, "$1 $2"), "$1 $2")
	},
	"lines of Windows":      func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"indented paragraphs":   func(s string) string { return paragraphStart.ReplaceAllString(s, "　　$1") },
	"invisible characters":  func(s string) string { return strings.ReplaceAll(s, "。", "。\u200b") },
	"byte-order mark first": func(s string) string { return "\ufeff" + s },
}

var (
	hanBesideNumber = regexp.MustCompile(`(\p{Han})([0-9])`)
	numberBesideHan = regexp.MustCompile(`([0-9])(\p{Han})`)
	paragraphStart  = regexp.MustCompile(`(?m)^(\p{Han}[^\t\n]{40,}。)$`)
)

// varied are the fixtures that are varied. A table flattened into lines is told by blanks and tabs
// themselves, so the plan is not among them.
var varied = []string{"accounts", "communique", "duties", "newspaper", "press", "report", "subsidy", "workplan"}

// TestVariants reads the fixtures written otherwise: the same figures must come out.
func TestVariants(t *testing.T) {
	read := 0
	for _, name := range varied {
		text, err := os.ReadFile(filepath.Join(fixtureDir, name+".txt"))
		if os.IsNotExist(err) {
			continue
		}
		read++
		want := statements(t, string(text))
		for how, vary := range variants {
			if how == "indented paragraphs" && name == "newspaper" {
				continue // its lines are no paragraphs
			}
			t.Run(name+" with "+how, func(t *testing.T) { sameLines(t, statements(t, vary(string(text))), want) })
		}
	}
	if read != len(varied) {
		t.Fatalf("%d fixtures read", read)
	}
}

// statements writes each figure of a text in a line, without its place.
func statements(t *testing.T, text string) (lines []string) {
	t.Helper()
	doc, err := extract.Document(&policy.Source{Name: "a.txt", Bytes: []byte(text)}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		words := normalize.Fold(policy.Plain(f.Indicator+" "+f.Area, 0)).String()
		lines = append(lines, fmt.Sprint(f.Value, f.Unit, f.Comparator, f.Measure, f.Direction, f.Status, f.Period, words))
	}
	return lines
}

// sameLines compares two lists line by line.
func sameLines(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d figures, want %d", len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Errorf("figure %d:\ngot  %s\nwant %s", i, got[i], want[i])
		}
	}
}
