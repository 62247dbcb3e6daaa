package extract_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuzheng/policy"
)

// TestFixturePlatforms holds the platforms of every document of fixtures/ against
// NAME.platforms.tsv. All must be as they are written there, and no more; those
// that are optional may be missing.
func TestFixturePlatforms(t *testing.T) {
	for _, f := range readFixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			checkPlatforms(t, document(t, f.path), readRows(t, filepath.Join(fixtureDir, f.name)+".platforms.tsv"))
		})
	}
}

func checkPlatforms(t *testing.T, doc *policy.Document, want []row) {
	for i := range doc.Platforms {
		p := &doc.Platforms[i]
		k := slices.IndexFunc(want, func(r row) bool { return r["name"] == p.Name })
		if k < 0 {
			t.Errorf("%s (%s) is no platform of the text", p.Name, p.Type)
			continue
		}
		r := want[k]
		want = slices.Delete(slices.Clone(want), k, k+1)
		if string(p.Type) != r["type"] || p.Level != r["level"] || mentionWords(p) != r["mentions"] || figureWords(doc, p) != r["figures"] {
			t.Errorf("%s: %s, level %q, mentions %q, figures %q, want %v", p.Name, p.Type, p.Level, mentionWords(p), figureWords(doc, p), r)
		}
	}
	for _, r := range want {
		if r["optional"] != "yes" {
			t.Errorf("missed %s", r["name"])
		}
	}
}

func mentionWords(p *policy.Platform) string {
	var all []string
	for _, m := range p.Mentions {
		all = append(all, m.Exact)
	}
	return strings.Join(all, " ")
}

// figureWords are the quotes of the figures about a platform, _ for a blank.
func figureWords(doc *policy.Document, p *policy.Platform) string {
	var all []string
	for i := range doc.Figures {
		if f := &doc.Figures[i]; slices.Contains(p.Figures, f.ID) {
			quote := doc.Content.String()[f.Evidence.Span.Start:f.Evidence.Span.End]
			all = append(all, strings.ReplaceAll(quote, " ", "_"))
		}
	}
	return strings.Join(all, " ")
}
