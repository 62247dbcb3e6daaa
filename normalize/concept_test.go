package normalize

import (
	"testing"

	"shuzheng/policy"
)

func TestX(t *testing.T) {
	BuiltinConcepts()
	for _, s := range []string{"全社会R&D经费支出占GDP比重", "全市规模以上工业增加值增速"} {
		i, g := BuiltinConcepts().named("", s)
		t.Log(s, i, g)
	}
}

func BenchmarkConceptsLoad(b *testing.B) {
	for b.Loop() {
		if _, err := (&Concepts{}).With("concepts.tsv", conceptsTSV); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkConceptOf(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ConceptOf("", "研究与试验发展经费支出占地区生产总值比重", "%", policy.Level)
	}
}
func BenchmarkConceptOfNone(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ConceptOf("", "全市各类科技企业孵化器和众创空间在孵企业", "家", policy.Level)
	}
}
