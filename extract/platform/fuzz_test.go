package platform_test

import (
	"strings"
	"testing"
	"unicode"

	"shuzheng/extract"
	"shuzheng/normalize"
	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// FuzzFind holds what must be true of the platforms of any text.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"建设白石湖科学城、临江高新区（以下简称“高新区”）和“政企通”平台，高新区面积12平方公里。",
		"持续推进霁州国家高新区、江山智能装备和龙游精密\n高端装备制造等高新区建设",
		"新认定数字消防、精密基础件等3家市级综合体", "X射线线站即金华先进线站", "（（临江）科技城）”平台“”园",
		"\t序号\n\t平台\n\t定位\n\n\t1\n\t浙中实验室\n\t位于科创路8号，面积3亩。\n", "等高新区", "“浙里办”通", "和中心与平台及基地", "3—城", "“s”共同体", "“青企帮””等平台",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<12 {
			return
		}
		doc, err := extract.Document(&policy.Source{Name: "text.txt", Bytes: []byte(s)}, extract.Options{})
		if err != nil {
			return
		}
		policytest.Sound(t, doc)
		known := map[string]bool{}
		for i := range doc.Figures {
			known[doc.Figures[i].ID] = true
		}
		for i := range doc.Platforms {
			checkPlatform(t, doc, &doc.Platforms[i], known)
		}
	})
}

func checkPlatform(t *testing.T, doc *policy.Document, p *policy.Platform, figures map[string]bool) {
	text, last := doc.Content.String(), -1
	if p.Name == "" || p.ID == "" || p.Type == "" || len(p.Mentions) == 0 {
		t.Fatalf("%+v", p)
	}
	for _, m := range p.Mentions {
		if m.Span.Start < 0 || m.Span.Len() <= 0 || m.Span.End > len(text) || m.Span.Start < last {
			t.Fatalf("%s: mention at %v of %d, last at %d", p.Name, m.Span, len(text), last)
		}
		last = m.Span.End
		if got := text[m.Span.Start:m.Span.End]; solid(got) != solid(m.Exact) {
			t.Fatalf("%s: %q stands at a mention of %q", p.Name, got, m.Exact)
		}
	}
	for _, a := range p.Attributes {
		if a.Name == "" || a.Value == "" || a.Span.Start < 0 || a.Span.End > len(text) || a.Span.Len() <= 0 {
			t.Fatalf("%s: attribute %+v", p.Name, a)
		}
	}
	for _, id := range p.Figures {
		if !figures[id] {
			t.Fatalf("%s: no figure %s", p.Name, id)
		}
	}
}

// solid is the Chinese characters of a text: what folding leaves as it is, whatever
// stands around them.
func solid(s string) string {
	s = normalize.Fold(policy.Plain(s, 0)).String()
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, s)
}
