package main

import (
	"cmp"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "shuzheng"

// layers names, for each of our packages, those of ours that it may import.
var layers = map[string][]string{
	"policy":               {},
	"policy/policytest":    {"policy"},
	"normalize":            {"policy"},
	"extract/read/paper":   {"policy"},
	"extract/read/pdfium":  {"extract/read/paper"},
	"extract/read/pdftest": {},
	"extract/read":         {"policy", "normalize", "extract/read/compose", "extract/read/paper", "extract/read/pdfium"},
	"extract/read/compose": {"policy"},
	"extract/archive":      {"extract/read"},
	"extract/layout":       {"policy", "normalize", "extract/marks"},
	"extract/marks":        {"policy", "normalize"},
	"extract/metadata":     {"policy", "normalize", "extract/marks"},
	"extract/task":         {"policy", "normalize", "extract/marks"},
	"extract/reference":    {"policy", "normalize", "extract/marks"},
	"extract/platform":     {"policy", "normalize"},
	"extract":              {"policy", "normalize", "extract/read", "extract/layout", "extract/marks", "extract/metadata", "extract/task", "extract/reference", "extract/platform"},
	"audit":                {"policy", "normalize"},
	"audit/order":          {},
	"audit/diff":           {"policy", "audit/order"},
	"audit/book":           {"export", "extract/read"},
	"audit/audittest":      {"policy", "extract", "extract/read", "export"},
	"audit/verdict":        {"policy", "export", "extract/read", "audit/book"},
	"audit/sample":         {"policy", "export", "extract/read", "audit/book"},
	"audit/verify":         {"policy", "export", "extract/read", "audit/book", "audit/order"},
	"export":               {"policy", "export/codebook"},
	"export/codebook":      {"policy"},
	"export/data":          {"policy", "export", "export/codebook"},
	"batch":                {},
	"export/stored":        {"policy"},
	"serve":                {"policy", "export", "export/page"},
	"cmd/shuzheng":         {"audit", "audit/diff", "audit/sample", "audit/verdict", "audit/verify", "batch", "export", "export/data", "export/page", "export/stored", "extract", "extract/archive", "extract/read", "normalize", "policy", "serve"},
	"cmd/bench":            {"extract/read/pdfium", "extract/read/pdftest"},
	"cmd/pdfium":           {},

	"export/page":             {"policy", "export"},
	"export/page/browsertest": {},
}

// libraries names the only files that may import each package of others, so that
// a library can be exchanged by rewriting one file.
var libraries = map[string][]string{
	"codeberg.org/readeck/go-readability":              {"extract/read/html_readable.go"},
	"github.com/PuerkitoBio/goquery":                   {"extract/read/html_dom.go"},
	"github.com/go-ego/gse":                            {"extract/words_compile.go", "cmd/bench/gse.go"},
	"github.com/ncruces/go-sqlite3":                    {"export/data/sqlite.go"},
	"github.com/ncruces/go-sqlite3/embed":              {"export/data/sqlite_plain.go"},
	"github.com/tetratelabs/wazero":                    {"extract/read/pdfium/host.go"},
	"github.com/tetratelabs/wazero/api":                {"extract/read/pdfium/host.go"},
	"github.com/tetratelabs/wazero/experimental":       {"extract/read/pdfium/host.go"},
	"github.com/tetratelabs/wazero/imports/emscripten": {"extract/read/pdfium/host.go"},
	"github.com/xuri/excelize/v2":                      {"export/xlsx.go"},
	"github.com/klauspost/compress/flate":              {"export/compress.go"},
	"github.com/klauspost/compress/s2":                 {"export/compress.go"},
	"golang.org/x/net/html":                            {"extract/read/html_dom.go", "extract/read/html_readable.go"}, // the nodes that both libraries take
	"golang.org/x/term":                                {"cmd/shuzheng/progress.go"},
	"golang.org/x/text/encoding/simplifiedchinese":     {"extract/read/charset.go"},
	"github.com/yuin/goldmark/ast":                     {"extract/read/markdown_tree.go"},
	"github.com/yuin/goldmark/extension":               {"extract/read/markdown_tree.go"},
	"github.com/yuin/goldmark/extension/ast":           {"extract/read/markdown_tree.go"},
	"github.com/yuin/goldmark/parser":                  {"extract/read/markdown_tree.go"},
	"github.com/yuin/goldmark/text":                    {"extract/read/markdown_tree.go"},
	"github.com/yuin/goldmark/util":                    {"extract/read/markdown_tree.go"},
}

// The imports of all files but tests keep to both tables.
func TestLayers(t *testing.T) {
	root := filepath.FromSlash("../..")
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() && (e.Name() == "testdata" || strings.HasPrefix(e.Name(), ".") && name != root) {
			return cmp.Or(err, fs.SkipDir)
		}
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			rel, _ := filepath.Rel(root, name)
			checkImports(t, name, filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImports(t *testing.T, name, file string) {
	parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	allowed, known := layers[path.Dir(file)]
	if !known {
		t.Errorf("%s: its package has no row in the table of layers", file)
	}
	for _, spec := range parsed.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		first, _, _ := strings.Cut(imported, "/")
		if own, ours := strings.CutPrefix(imported, module+"/"); ours {
			if !slices.Contains(allowed, own) {
				t.Errorf("%s must not import %s", file, own)
			}
		} else if strings.Contains(first, ".") && !slices.Contains(libraries[imported], file) {
			t.Errorf("%s must not import %s; only %v may", file, imported, libraries[imported])
		}
	}
}
