package layout

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuzheng/extract/read"
	"shuzheng/policy"
)

var update = flag.Bool("update", false, "write what is found as what is wanted")

// TestLayouts holds the layout of every testdata/NAME.txt and NAME.html against
// NAME.want.
func TestLayouts(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	pages, _ := filepath.Glob("testdata/*.html")
	files = append(files, pages...)
	if len(files) == 0 {
		t.Fatal("no testdata")
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			doc := arranged(string(b))
			if filepath.Ext(name) != ".txt" {
				if doc, err = read.Document(&policy.Source{Name: name, Bytes: b}, read.Options{}); err != nil {
					t.Fatal(err)
				}
				Arrange(doc)
			}
			checkDocument(t, doc)
			got, file := render(doc), strings.TrimSuffix(name, filepath.Ext(name))+".want"
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
			for i := range max(len(a), len(w)) {
				if i >= len(a) || i >= len(w) || a[i] != w[i] {
					t.Fatalf("line %d:\ngot  %q\nwant %q", i+1, at(a, i), at(w, i))
				}
			}
		})
	}
}

// at is lines[i], or nothing behind the end.
func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// Units that stand among heads whose places were lost are told, and no others.
func TestStrayUnitsAreTold(t *testing.T) {
	rows := "青禾县 | 12.5 | 5600 | 1300 | 590 |\n柳湾区 | 15.2 | 6600 | 1600 | 690 |\n云岭县 | 17.1 | 7600 | 1800 | 790 |\n"
	for head, want := range map[string]int{
		"地区 | 总产值 | 水稻 | | |\n(万元) | 面积 | 产量 | 单产 | |\n": 1,
		"地区 | 林业 | 水稻 | | |\n产值 | 面积 | 产量 | 单产 | |\n":    0,
	} {
		if doc := arranged("表3 农产品\n" + head + rows); len(doc.Problems) != want {
			t.Errorf("%q: %d problems, want %d", head, len(doc.Problems), want)
		}
	}
}

// TestLineBreaks wants the same layout whatever ends the lines.
func TestLineBreaks(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want := render(arranged(string(b)))
		for _, end := range []string{"\r\n", "\r", "\u2028"} {
			doc := arranged(strings.ReplaceAll(string(b), "\n", end))
			checkDocument(t, doc)
			if got := render(doc); got != want {
				t.Errorf("%s with %q: another layout", name, end)
			}
		}
	}
}
