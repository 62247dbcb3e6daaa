package extract_test

import (
	"slices"
	"testing"

	"shuzheng/extract"
	"shuzheng/policy"
)

// TestHomeIsNoIndicator: the place a text is about, though no table has it, is no part of what its
// figures are about; in the name of somebody it stays.
func TestHomeIsNoIndicator(t *testing.T) {
	const text = "青禾县2008年国民经济和社会发展统计公报\n2008年，青禾县实现生产总值54.5亿元，比上年增长5.2%。\n其中，青禾县工业增加值21亿元。青禾县人民医院床位300张。\n"
	doc, err := extract.Document(&policy.Source{Name: "a.txt", Bytes: []byte(text)}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range doc.Figures {
		f := &doc.Figures[i]
		at := f.Evidence.Indicator[0]
		got = append(got, f.Area+" "+f.Indicator+" "+doc.Content.String()[at.Start:at.End])
	}
	want := []string{"青禾县 生产总值 生产总值", "青禾县 生产总值 生产总值", "青禾县 工业增加值 工业增加值", "青禾县 青禾县人民医院床位 青禾县人民医院床位"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestPaperTellsPlace: a text that only says 全县 is of the county whose newspaper it was taken from.
func TestPaperTellsPlace(t *testing.T) {
	for source, want := range map[string]string{"滨海日报": "滨海县", "青禾日报": "全县", "农业日报": "全县"} {
		text := "作者：佚名 来源：" + source + " 发布时间：2031-8-20\n\n今年，我县培育家庭农场200家，全县粮食总产50万吨。\n"
		doc, err := extract.Document(&policy.Source{Name: "a.txt", Bytes: []byte(text)}, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range doc.Figures {
			if got := doc.Figures[i].Area; got != want {
				t.Errorf("%s: got %q, want %q", source, got, want)
			}
		}
	}
}
