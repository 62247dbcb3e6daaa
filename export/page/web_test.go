package page

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every file of web is part of the page.
func TestFilesAreUsed(t *testing.T) {
	entries, err := os.ReadDir("web")
	if err != nil {
		t.Fatal(err)
	}
	used := slices.Concat(styleFiles, scriptFiles, []string{"frame.html"})
	for _, e := range entries {
		if !slices.Contains(used, e.Name()) {
			t.Errorf("web/%s is in no page", e.Name())
		}
	}
}

// Every wording is asked for, and every wording that is asked for is there.
func TestStringsAreUsed(t *testing.T) {
	all := frame() + script()
	asked := map[string]bool{"page": true}
	for _, m := range regexp.MustCompile(`\bT\('([^']+)'[,)]|data-(?:t|label|tip|hint)="([^"]+)"`).FindAllStringSubmatch(all, -1) {
		asked[m[1]+m[2]] = true
		if _, ok := pageStrings[m[1]+m[2]]; !ok {
			t.Errorf("strings.tsv lacks %s", m[1]+m[2])
		}
	}
	for key := range pageStrings {
		prefix, _, _ := strings.Cut(key, ".")
		if !asked[key] && !strings.Contains(all, "'"+key+"'") && !strings.Contains(all, "'"+prefix+".") {
			t.Errorf("nothing says %s", key)
		}
	}
}

// The scripts do what would let a document's text become markup or code nowhere.
func TestScriptsMakeNoMarkup(t *testing.T) {
	for _, name := range scriptFiles {
		b, err := os.ReadFile(filepath.Join("web", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc", "fetch(", "XMLHttpRequest", "import(", "createContextualFragment", "DOMParser"} {
			if strings.Contains(string(b), bad) {
				t.Errorf("web/%s says %s", name, bad)
			}
		}
	}
	for _, bad := range []string{"http:", "https:", "url(", "@import"} {
		if strings.Contains(style()+script()+frame(), bad) {
			t.Errorf("the page names something outside it: %s", bad)
		}
	}
}
