package data

import (
	"encoding/csv"
	"math/big"
	"os"
	"strings"
	"testing"

	"shuzheng/export/codebook"
)

// lines are the rows of a table of cases.
func lines(t testing.TB, name string) (rows [][]string) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSuffix(line, "\n"); !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

func TestPeriod(t *testing.T) {
	for _, c := range lines(t, "periods.tsv") {
		if got, want := periodOf(c[0]), (period{c[0], c[1], c[2], c[3]}); got != want {
			t.Errorf("%s: got %v, want %v", c[0], got, want)
		}
	}
}

func TestGuard(t *testing.T) {
	plain := strings.NewReplacer(`\t`, "\t", `\n`, "\n", `\r`, "\r")
	for _, c := range lines(t, "guard.tsv") {
		if got, want := guarded(plain.Replace(c[0])), plain.Replace(c[1]); got != want {
			t.Errorf("%q: got %q, want %q", c[0], got, want)
		}
	}
}

func TestExponent(t *testing.T) {
	for scale, want := range map[string]string{"1": "0", "10000": "4", "100000000": "8", "0.01": "-2", "0.1": "-1", "": "", "12": "", "0.12": "", "500": ""} {
		if got := exponent(scale); got != want {
			t.Errorf("%q: got %q, want %q", scale, got, want)
		}
	}
}

func TestExactInSQLite(t *testing.T) {
	for s, want := range map[string]bool{"9223372036854775807": true, "9223372036854775808": false, "123456789012.345": true, "1234567890123.456": false,
		"-0.00000000000000123": true, "12000000000000000000000": true, "0.30": true} {
		if exactInSQLite(s) != want {
			t.Errorf("%s: want %v", s, want)
		}
	}
}

func TestPairs(t *testing.T) {
	for text, want := range map[string]string{"": "", "水": "", "水库": "水库 ", "高新技术企业438家": "高新 新技 技术 术企 企业 438 ", "R&D经费，水库水库": "R D 经费 水库 库水 "} {
		if got := pairs(text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// Names and labels keep to the narrowest of the programs that take them: Stata allows 32
// characters a name and 80 a label, and looks for macros in any text.
func TestNames(t *testing.T) {
	for _, table := range codebook.Tables() {
		for _, c := range table.Columns {
			if len(c.Name) > 32 || len([]rune(c.Zh)) > 80 || len([]rune(c.En)) > 80 || strings.ContainsAny(c.Zh+c.En, "\"`$") {
				t.Errorf("%s.%s: name or labels do not suit Stata", table.Name, c.Name)
			}
			if c.Values != "" && len(codesOf(c.Values)) == 0 {
				t.Errorf("%s.%s: no codes in the list %s", table.Name, c.Name, c.Values)
			}
		}
	}
}

// What is written as CSV is read as it was, whatever it is, and guarding never leaves a
// formula.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"=1", "\"", ",", "\n", "-3.5", " a ", "\x00", "'", "＝"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line := string(appendField(appendField(nil, s), ""))
		if strings.ContainsRune(s, '\r') {
			return // Visible leaves none; the reader changes them
		}
		rows, err := csv.NewReader(strings.NewReader(line + ",x\n")).ReadAll()
		if err != nil || len(rows) != 1 || rows[0][0] != s {
			t.Errorf("%q came back as %q, %v", s, rows, err)
		}
		if g := guarded(s); len(g) > 1 && strings.ContainsRune("=+@\t\r\n", rune(g[0])) {
			t.Errorf("%q is not guarded", s)
		}
	})
}

func FuzzFixedDecimal(f *testing.F) {
	for _, s := range []string{"0", "-0", "1.5", "-12.3456789012", "9999999999999999999999999999.9999999999", "00.10", "-0.0000000001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b, err := fixedDecimal(s)
		if (err == nil) != plainDecimal(s) {
			t.Fatalf("%q: %v", s, err)
		}
		if err != nil {
			return
		}
		n := new(big.Int).SetBytes(b[:])
		if b[0]&0x80 != 0 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
		}
		want, _ := new(big.Rat).SetString(s)
		got := new(big.Rat).SetFrac(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(maxFraction), nil))
		if got.Cmp(want) != 0 {
			t.Errorf("%s became %s", s, got)
		}
	})
}
