package extract

import "testing"

// TestInYearOf: months that something is held against are of the year of what is measured, or of the year before.
func TestInYearOf(t *testing.T) {
	for _, c := range [...][3]string{
		{"XXXX-01/XXXX-04", "2024-01/2024-05", "2024-01/2024-04"},
		{"XXXX-12", "2024-01", "2023-12"},
		{"XXXX-04", "XXXX-05", "XXXX-04"},
		{"XXXX-04", "2024", "XXXX-04"},
		{"yoy", "2024-05", "yoy"},
		{"2015", "2020-05", "2015"},
		{"XXXX-01/XXXX-06", "2024-09-30", "2024-01/2024-06"},
	} {
		if got := inYearOf(c[0], c[1]); got != c[2] {
			t.Errorf("%s for %s: got %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
