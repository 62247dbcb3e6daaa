package layout

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"shuzheng/policy/policytest"
)

// styleNames are the styles as testdata/markers.tsv writes them.
var styleNames = map[style]string{noStyle: "-", partStyle: "part", chapter: "chapter", section: "section", article: "article",
	hanComma: "hanComma", hanParen: "hanParen", arabic: "arabic", decimal: "decimal", decimal3: "decimal3",
	arabicParen: "arabicParen", halfParen: "halfParen", circle: "circle", dash: "dash"}

func TestMarkers(t *testing.T) {
	b, err := os.ReadFile("testdata/markers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for n, l := range strings.Split(string(b), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		s, want, _ := strings.Cut(l, "\t")
		m := readMarker(s)
		got := styleNames[m.style]
		if m.style != noStyle {
			got += fmt.Sprintf("\t%d", m.number)
		}
		if got != want {
			t.Errorf("markers.tsv:%d: %s: got %q, want %q", n+1, s, got, want)
		}
	}
}

// TestChromeFaults wants a fault in the table of web wordings to be found when the
// table is read.
func TestChromeFaults(t *testing.T) {
	for _, table := range []string{"首页", "首页\twhole", "首页\tend\tnav", "首页\twhole\tside", "\twhole\tnav"} {
		policytest.Panics(t, table, "chrome.tsv:1", func() { readPhrases(table) })
	}
}
