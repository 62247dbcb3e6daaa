package read

import (
	"os"
	"strings"
	"testing"
)

func TestNumberFormats(t *testing.T) {
	b, err := os.ReadFile("testdata/formats.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
		if strings.HasPrefix(line, "#") && !strings.Contains(line, "\t") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			t.Fatalf("formats.tsv:%d: %d columns", i+1, len(f))
		}
		book := styleBook{codes: map[int]string{200: f[1]}, formats: []int{200}}
		c, ok := book.number(0, 0, f[0], 0)
		if got := c.text.String(); !ok || got != f[2] || c.stored != f[3] {
			t.Errorf("formats.tsv:%d: %s as %s shows %q, stored %q, want %q, %q", i+1, f[0], f[1], got, c.stored, f[2], f[3])
		}
	}
}

func TestDate1904(t *testing.T) {
	book := styleBook{formats: []int{14}, since1904: true}
	if c, _ := book.number(0, 0, "42735", 0); c.text.String() != "2021/1/1" {
		t.Errorf("got %s", c.text.String())
	}
}

func FuzzNumberFormat(f *testing.F) {
	for _, code := range []string{"0.00%", "#,##0;[红色](#,##0)", `yyyy"年"m"月"`, "[h]:mm:ss", "# ?/?", "0.0E+00", `_("¥"* #,##0_)`, "[>=1e9]0,,", "\\"} {
		f.Add(code, "-1234.5678")
	}
	f.Fuzz(func(t *testing.T, code, number string) {
		n, ok := readDigits(number)
		if !ok {
			return
		}
		readFormat(code).display(n, false)
		if m, ok := readDigits(n.plain()); !ok || m != n {
			t.Fatalf("%s is %s, read again %+v of %+v", number, n.plain(), m, n)
		}
	})
}
