package audit_test

import (
	"strings"
	"testing"

	"shuzheng/audit"
	"shuzheng/extract"
	"shuzheng/policy"
)

// run reads texts as the documents of one run and gives what is between them.
func run(t *testing.T, limit int, texts ...string) (*audit.Across, []policy.RunCheck) {
	t.Helper()
	a := audit.NewAcross(limit)
	for i, text := range texts {
		name := string(rune('a'+i)) + ".txt"
		doc, err := extract.Document(&policy.Source{Name: name, Bytes: []byte(text), SHA256: text}, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		a.Add(i, doc)
	}
	return a, a.Checks()
}

func TestAcross(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  []string // kind result reason: computed
	}{
		{"the same", []string{"2020年，临江市高新技术企业达到1370家。", "截至2020年，临江市高新技术企业1370家，增长较快。"},
			[]string{"agreement consistent agreement.across: a.txt：1370家 ×2"}},
		{"rounded", []string{"2020年，临江市地区生产总值4703.95亿元。", "2020年，临江市地区生产总值4704亿元。"},
			[]string{"agreement consistent agreement.across: a.txt：4703.95亿元；b.txt：4704亿元"}},
		{"different", []string{"2020年，临江市高新技术企业1370家。", "2020年，临江市高新技术企业1390家。"},
			[]string{"agreement inconsistent agreement.documents: a.txt：1370家；b.txt：1390家"}},
		{"a copy of the file", []string{"2020年，临江市高新技术企业1370家。", "2020年，临江市高新技术企业1370家。"}, nil},
		{"of different places", []string{"2020年，临江市高新技术企业1370家。", "2020年，澄阳市高新技术企业1390家。"}, nil},
		{"of different years", []string{"2020年，临江市高新技术企业1370家。", "2021年，临江市高新技术企业1390家。"}, nil},
		{"a part", []string{"2020年，临江市高新技术企业1370家。", "2020年，临江市重点培育企业，其中高新技术企业390家。"}, nil},
		{"said twice in one", []string{"2020年，临江市高新技术企业1370家。2020年，临江市高新技术企业390家。", "2020年，临江市高新技术企业1370家。"}, nil},
		{"targets", []string{"到2025年，临江市高新技术企业达到3000家以上。", "到2025年，临江市高新技术企业达到3200家以上。"},
			[]string{"agreement unchecked agreement.targets: a.txt：≥3000家；b.txt：≥3200家"}},
		{"met", []string{"到2020年，临江市高新技术企业达到800家以上。", "2020年，临江市高新技术企业1370家。"},
			[]string{"progress consistent progress.met: a.txt：≥800家；b.txt：1370家"}},
		{"not met", []string{"2020年，临江市研发投入强度为2.0%。", "到2020年，临江市研发投入强度达到2.5%以上。"},
			[]string{"progress unchecked progress.unmet: b.txt：≥2.5%；a.txt：2.0%"}},
		{"less is better", []string{"到2020年，临江市城镇登记失业率控制在4%以内。", "2020年，临江市城镇登记失业率2.6%。"},
			[]string{"progress consistent progress.met: a.txt：≤4%；b.txt：2.6%"}},
	} {
		_, found := run(t, 100, c.texts...)
		for k := range max(len(found), len(c.want)) {
			got, want := "", ""
			if k < len(found) {
				f := &found[k]
				got = strings.Join([]string{string(f.Kind), string(f.Result), f.Reason + ": " + f.Computed}, " ")
			}
			if k < len(c.want) {
				want = c.want[k]
			}
			if got != want {
				t.Errorf("%s: %q, want %q", c.name, got, want)
			}
		}
	}
}

// TestAcrossLimit takes in no more than it may, and tells.
func TestAcrossLimit(t *testing.T) {
	a, found := run(t, 1, "2020年，临江市高新技术企业1370家。", "2020年，临江市高新技术企业1390家。")
	if a.Left() != 1 || len(found) != 0 {
		t.Errorf("%d left out, %d checks", a.Left(), len(found))
	}
}

// TestAcrossSides tells where each value stands.
func TestAcrossSides(t *testing.T) {
	_, found := run(t, 100, "临江市概况。", "2020年，临江市有学校35所，高新技术企业1370家。", "2020年，临江市高新技术企业1390家。")
	if len(found) != 1 || len(found[0].Sides) != 2 {
		t.Fatalf("%+v", found)
	}
	first, second := found[0].Sides[0], found[0].Sides[1]
	if first.Document != 1 || first.Index != 1 || first.Name != "b.txt" || second.Document != 2 || second.Index != 0 || first.Value != "1370" || len(first.ID) != 16 {
		t.Errorf("%+v\n%+v", first, second)
	}
}
