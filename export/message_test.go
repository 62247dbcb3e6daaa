package export

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

func TestMessage(t *testing.T) {
	for _, c := range []struct{ zh, en string }{
		{"没有读出这个数据说的是什么指标", "what this figure measures was not found"},
		{"第 3 行有 2 个字节不是 gb18030 编码，以 U+FFFD 代替", "line 3: 2 bytes are not gb18030 and were replaced by U+FFFD"},
		{"第 7 页：页面已损坏", "page 7: the page is damaged"},
		{"文件的 word/footnotes.xml 已损坏：没有写完，缺少结束标签 w:p", "word/footnotes.xml of the file is damaged: it ends before w:p is closed"},
		{"C4 被合并单元格盖住，里面的“12”没有读取", "C4 lies under a merged cell; its “12” was not read"},
		{"谁也没有写过的话", "谁也没有写过的话"},
		{"", ""},
	} {
		if got := English.Message(c.zh); got != c.en {
			t.Errorf("%s: %s, want %s", c.zh, got, c.en)
		}
		if got := Chinese.Message(c.zh); got != c.zh {
			t.Errorf("%s: %s in Chinese", c.zh, got)
		}
	}
}

// reporters are the functions that tell problems; tableWords mark the messages that stand in tables.
var (
	reporters  = map[string]bool{"Report": true, "report": true, "ReportAt": true, "Note": true, "note": true}
	tableWords = regexp.MustCompile(`没有读取$|文字照读$|U\+FFFD 代替$|按段落读`)
	verbs      = regexp.MustCompile(`%[.0-9]*[dsqvf]`)
)

// Whatever the readers and rules tell of a document has its English wording.
func TestMessagesAreComplete(t *testing.T) {
	told := 0
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		path := filepath.ToSlash(name)
		switch {
		case err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return err
		case strings.HasPrefix(path, "../extract/archive/"): // its errors hold both languages
			return nil
		case !strings.HasPrefix(path, "../extract/") && !strings.HasPrefix(path, "../audit/"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		for _, s := range problemsIn(file) {
			told++
			sample := strings.ReplaceAll(verbs.ReplaceAllString(s, "7"), "%%", "%")
			if en := English.Message(sample); strings.ContainsFunc(en, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				t.Errorf("%s: messages.tsv has no English for %q", name, s)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if told < 40 {
		t.Errorf("only %d messages were found in the source", told)
	}
}

// problemsIn lists the whole messages that a file may tell.
func problemsIn(file *ast.File) (found []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && reporters[sel.Sel.Name] {
				for _, arg := range n.Args {
					found = append(found, literals(arg, 4)...)
				}
			}
		case *ast.CompositeLit:
			for _, s := range literals(n, 6) {
				if tableWords.MatchString(s) {
					found = append(found, s)
				}
			}
		}
		return true
	})
	return found
}

// literals lists the strings of n with at least so many Han characters; not those
// that are put together with others.
func literals(n ast.Node, han int) (list []string) {
	ast.Inspect(n, func(n ast.Node) bool {
		if _, joined := n.(*ast.BinaryExpr); joined {
			return false
		}
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		s, _ := strconv.Unquote(lit.Value)
		count := 0
		for _, r := range s {
			if unicode.Is(unicode.Han, r) {
				count++
			}
		}
		if count >= han {
			list = append(list, s)
		}
		return true
	})
	return list
}
