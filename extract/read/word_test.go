package read

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// testRows reads a table of testdata: cells by tabs, # before a remark.
func testRows(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for i, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			t.Fatalf("%s:%d: %d cells, want %d", name, i+1, len(row), columns)
		}
		rows = append(rows, row)
	}
	return rows
}

func TestWordNumber(t *testing.T) {
	for _, row := range testRows(t, "numbering.tsv", 3) {
		n, err := strconv.Atoi(row[1])
		if got := wordNumber(row[0], n); err != nil || got != row[2] {
			t.Errorf("%s %s: %q, want %q", row[0], row[1], got, row[2])
		}
	}
}
