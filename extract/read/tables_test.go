package read

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"shuzheng/policy"
)

// shared holds real pages and their true grids; it lies beside the project and is
// no part of it.
const shared = "../../../shared"

type trueTable struct {
	Caption string
	Rows    int
	Cols    int
	Grid    [][]string
}

// TestRealTables holds the tables of real pages against their true grids.
func TestRealTables(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(shared, "gold/html_tables.json"))
	if err != nil {
		t.Skip("no real pages beside the project: " + err.Error())
	}
	var want map[string][]trueTable
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	for name, tables := range want {
		doc := readFile(t, filepath.Join(shared, "documents", name))
		if len(doc.Tables) != len(tables) {
			t.Errorf("%s: %d tables, want %d", name, len(doc.Tables), len(tables))
			continue
		}
		for i, w := range tables {
			got := &doc.Tables[i]
			if got.Rows != w.Rows || got.Cols != w.Cols {
				t.Errorf("%s %s: %d×%d, want %d×%d", name, w.Caption, got.Rows, got.Cols, w.Rows, w.Cols)
			}
			holdGrid(t, name, got, w)
		}
	}
}

func readFile(t *testing.T, name string) *policy.Document {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Document(&policy.Source{Name: name, Bytes: b}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func holdGrid(t *testing.T, name string, got *policy.Table, want trueTable) {
	t.Helper()
	grid := spread(got)
	for r, row := range want.Grid {
		for c, w := range row {
			if g := grid[[2]int{r, c}]; squeeze(g) != squeeze(w) {
				t.Errorf("%s %s (%d,%d): %q, want %q", name, want.Caption, r, c, g, w)
			}
		}
	}
}

// spread writes each cell's wording at every place it covers.
func spread(tb *policy.Table) map[[2]int]string {
	grid := map[[2]int]string{}
	for _, c := range tb.Cells {
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				grid[[2]int{r, k}] = c.Text.String()
			}
		}
	}
	return grid
}

// squeeze drops blanks and folds full-width characters.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= 0xff01 && r <= 0xff5e:
			return r - 0xfee0
		}
		return r
	}, s)
}
