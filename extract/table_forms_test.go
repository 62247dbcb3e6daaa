package extract_test

import (
	"os"
	"strings"
	"testing"
)

// TestTableForms reads testdata/table_forms.txt: a table gives the same figures in every form.
func TestTableForms(t *testing.T) {
	data, err := os.ReadFile("testdata/table_forms.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, grid := range strings.Split(string(data), "\n===== ")[1:] {
		forms := strings.Split(grid, "\n== ")
		name, around, _ := strings.Cut(forms[0], "\n")
		var want []string
		for _, form := range forms[1:] {
			how, table, _ := strings.Cut(form, "\n")
			got := statements(t, strings.Replace(around, "@", table, 1))
			if want == nil {
				want = got
			}
			if len(want) < 10 {
				t.Fatalf("%s: %d figures", name, len(want))
			}
			t.Run(name+" as "+how, func(t *testing.T) { sameLines(t, got, want) })
		}
	}
}
