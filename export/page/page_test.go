package page_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"testing"

	"shuzheng/export"
	"shuzheng/export/page"
	"shuzheng/policy"
)

func TestPageIsTheSameEachTime(t *testing.T) {
	doc := fixture(t, "plan.txt")
	if written(t, page.Options{}, doc) != written(t, page.Options{}, fixture(t, "plan.txt")) {
		t.Error("two pages of one document differ")
	}
}

// The policy of the page names its own script and style by what they are.
func TestPolicyNamesWhatIsThere(t *testing.T) {
	html := written(t, page.Options{}, fixture(t, "plan.txt"))
	if !strings.Contains(page.Policy(), "default-src 'none'") {
		t.Errorf("the policy lets more in: %s", page.Policy())
	}
	if !strings.Contains(html, `http-equiv="Content-Security-Policy"`) {
		t.Error("the page has no policy")
	}
	for name, pattern := range map[string]string{"script-src": `(?s)<script>(.*?)</script>`, "style-src": `(?s)<style>(.*?)</style>`} {
		found := regexp.MustCompile(pattern).FindAllStringSubmatch(html, -1)
		if len(found) != 1 {
			t.Fatalf("%s: %d of them", name, len(found))
		}
		sum := sha256.Sum256([]byte(found[0][1]))
		if want := name + " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(page.Policy(), want) {
			t.Errorf("the policy lacks %s", want)
		}
	}
}

var data = regexp.MustCompile(`(?s)<script type="application/json" id="([^"]+)">(.*?)</script>`)

// No text gets out of the data it is in.
func TestDataHoldsNoMarkup(t *testing.T) {
	doc := read(t, `a"><script>alert(1)</script>.txt`, hostile)
	html := written(t, page.Options{Title: `</title><script>alert(1)</script>`, Version: `"><script>alert(1)</script>`,
		Failures: []page.Failure{{Name: "</script><script>alert(1)</script>", Why: "<!--"}}}, doc)
	if n := strings.Count(html, "<script"); n != 3 {
		t.Errorf("%d elements of script, want 3", n)
	}
	found := data.FindAllStringSubmatch(html, -1)
	if len(found) != 2 {
		t.Fatalf("%d pieces of data", len(found))
	}
	for _, m := range found {
		if strings.ContainsAny(m[2], "<>&\u2028\u2029") {
			t.Errorf("%s holds what a browser could take for markup", m[1])
		}
		if !json.Valid([]byte(m[2])) {
			t.Errorf("%s is no JSON", m[1])
		}
	}
}

func TestPageOpensInItsLanguage(t *testing.T) {
	doc := fixture(t, "report.txt")
	if html := written(t, page.Options{}, doc); !strings.Contains(html, `<html lang="zh-CN">`) {
		t.Error("not in Chinese where nothing is said")
	}
	if html := written(t, page.Options{Lang: export.English}, doc); !strings.Contains(html, `<html lang="en">`) {
		t.Error("not in English where it is asked for")
	}
}

func TestPageTooLarge(t *testing.T) {
	doc := read(t, "一.txt", "青禾县有水库12座。")
	w := page.NewWriter(&bytes.Buffer{}, page.Options{})
	for range page.MaxDocuments {
		if err := w.Add(doc); err != nil {
			t.Fatal(err)
		}
	}
	var much page.TooLarge
	if err := w.Add(doc); !errors.As(err, &much) || much.Documents != page.MaxDocuments+1 {
		t.Errorf("one document too many: %v", err)
	}
	big := &policy.Document{Source: &policy.Source{}, Content: policy.Plain(strings.Repeat("大", page.MaxBytes/3+1), 0)}
	big.Blocks = []policy.Block{{Kind: policy.Paragraph, Span: policy.Span{End: big.Content.Len()}, Text: big.Content, Section: -1, Table: -1}}
	if err := page.NewWriter(&bytes.Buffer{}, page.Options{}).Add(big); !errors.As(err, &much) || much.Bytes <= page.MaxBytes {
		t.Errorf("a document too large: %v", err)
	}
}
