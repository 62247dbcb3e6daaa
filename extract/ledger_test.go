package extract

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"shuzheng/policy"
	"shuzheng/policy/policytest"
)

// numeralPattern says a second time, and in another way, what belongs to a numeral.
var numeralPattern = regexp.MustCompile(`[0-9０-９]+|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅卌兩萬億貳貮參叄陸弌弍弎]+`)

// documentPaths are the fixtures and, where they stand beside the project, the real
// documents that Document reads.
func documentPaths(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, dir := range []string{"../fixtures", "../../shared/seeds", "../../shared/gold/text", "../../shared/documents"} {
		for _, ext := range []string{"*.txt", "*.html", "*.md"} {
			found, err := filepath.Glob(filepath.Join(dir, ext))
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, found...)
		}
	}
	if len(out) == 0 {
		t.Fatal("no document to read")
	}
	return out
}

// fixtureTexts are the contents of the fixtures.
func fixtureTexts(t *testing.T) []string {
	t.Helper()
	paths, _ := filepath.Glob("../fixtures/*.txt")
	var out []string
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Document(&policy.Source{Name: p, Bytes: b}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range doc.Blocks {
			out = append(out, doc.Blocks[i].Text.String())
		}
	}
	return out
}

// The ledger lists every numeral of every document once, as an independent count
// finds them, and a figure for each that it calls one.
func TestLedgerIsComplete(t *testing.T) {
	for _, path := range documentPaths(t) {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Document(&policy.Source{Name: path, Bytes: b}, Options{})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		holdLedger(t, filepath.Base(path), doc)
	}
}

func holdLedger(t *testing.T, name string, doc *policy.Document) {
	t.Helper()
	s := doc.Content.String()
	at := 0
	for _, w := range numeralPattern.FindAllStringIndex(s, -1) {
		for at < len(doc.Numerals) && doc.Numerals[at].Span.End <= w[0] {
			at++
		}
		if at == len(doc.Numerals) || doc.Numerals[at].Span.Start > w[0] || doc.Numerals[at].Span.End < w[1] {
			t.Errorf("%s: the ledger lacks the numeral %q at %d", name, s[w[0]:w[1]], w[0])
			return
		}
	}
	figures := map[string]bool{}
	for i := range doc.Figures {
		figures[doc.Figures[i].ID] = true
	}
	if len(figures) != len(doc.Figures) {
		t.Errorf("%s: %d figures share %d IDs", name, len(doc.Figures), len(figures))
	}
	listed := map[string]bool{}
	last := 0
	for _, n := range doc.Numerals {
		if n.Span.Start < last || !numeralPattern.MatchString(s[n.Span.Start:n.Span.End]) {
			t.Errorf("%s: the ledger lists %q at %v, after %d", name, s[n.Span.Start:n.Span.End], n.Span, last)
			return
		}
		last = n.Span.End
		isFigure := n.As == policy.AsFigure || n.As == policy.AsCell
		if isFigure != (n.Figure != "") || n.Figure != "" && !figures[n.Figure] {
			t.Errorf("%s: %q is taken for %s with figure %q", name, s[n.Span.Start:n.Span.End], n.As, n.Figure)
		}
		listed[n.Figure] = true
	}
	for i := range doc.Figures {
		if f := &doc.Figures[i]; !listed[f.ID] && f.Rule != "whole number" { // 半, Ⅲ
			t.Errorf("%s: no numeral of the ledger belongs to the figure %q", name, s[f.Evidence.Span.Start:f.Evidence.Span.End])
		}
	}
}

// FuzzPhrase holds what must be true of any text: places lie inside it, in order,
// and the ledger is complete.
func FuzzPhrase(f *testing.F) {
	for _, r := range rules {
		for _, s := range r.yes {
			f.Add(s)
		}
	}
	f.Add("2020年全市发明专利申请量9693件，同比增长44.13%、居全省第3位；从25个工作日缩短至5个工作日。")
	f.Add("职工30人（不含30人、）以上的，收入300万元（含300万元，下同）至500万元的，给予不超过120%的补助，处三倍以下且不超过2/3的罚款。")
	f.Add("设备每投资达到2（0万元/亩0地价款）以上，每新增1000万元奖励5万元，30岁以上每人每月60元，40岁以上70元。")
	f.Add("按设备投入的20%给予补助，最高100万元；对国家级、省级、市级孵化器，分别给予80万元、30万元、20万元奖励。")
	f.Add("设备每投资达到0（0万元/亩0地价款）以上，每新! 00万元000")
	f.Add("000000000到0(00为\xef\xbc)以上\"0%00")
	f.Add("0000000人(00!00\xef\xbc)以下000")
	f.Add(" !!0!0%")
	f.Add("000A弌%00")
	f.Add("半")
	f.Add("0%e | None | None | 配套奖励占省、市奖补资金的比例00|<= level ule one | None |单个项目最高补助金额")
	f.Add("0t 0m20%0000")
	f.Add("0M2.0%000")
	f.Add("0A0A00.0%")
	f.Add("A%给\xe4\xba,补助,AA最高万元")
	f.Add("按栽植规模20-60亩（不含60亩）、60-300亩（不含300亩）、300亩以上分三个档次，分别按20元/亩、40元/亩、60元/亩的标准进行补助。")
	for _, s := range []string{
		"每:万元", "。5元补贴", "青禾镇松山五”的9倍", "3个的基础上", "0万、", "给予万元、；类万元补助", "万元（。）以上", "万元（含其中）至万元0元", "不超过万元4%8", "-（连续6位",
		"6分6次", "不超过过万元万元", "g、学率分别7%和9", "道、]好率2%和7", "0元经费a对年度研发投入达标且占营业收入比例合乎要求的科技型中小企业以及创新型企业和专精特新企业", "e、全给予补贴0元、1", "奖励0人(!)以下", "不超过——0%年", "5户封顶百分之3个", "白水镇、万元乡6个", "其中2个总数8个", "理、|分别|分别为资5、0%第、0%", "基础上每千r加价6元", "，精简比例5%", "，满0元减0元", "其中2%全省第2", "指标,2024年,2025年完成\n粮食,650.5,660", "究生每人每.士研月补贴0元",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			t.Skip()
		}
		doc := Phrase(s, Options{Trace: true})
		n := doc.Content.Len()
		last := 0
		for i := range doc.Figures {
			w := doc.Figures[i].Evidence.Span
			if w.Start < last || w.End <= w.Start || w.End > n {
				t.Fatalf("figure at %v of %d bytes, after %d", w, n, last)
			}
			last = w.Start
		}
		policytest.Sound(t, doc)
		holdLedger(t, "phrase", doc)
	})
}

// The date that a page of English make bears is a time, though no rule reads its words.
func TestLedgerKnowsTheDate(t *testing.T) {
	doc, err := Document(&policy.Source{Name: "a.txt", Bytes: []byte("青禾县企业发展情况\n青禾发布\nTue, 12 Apr 2022 02:27:27 GMT\n\n今年，全县新增企业500家。\n")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range doc.Numerals {
		if n.As == policy.Unexplained {
			t.Errorf("%q is unexplained", doc.Content.String()[n.Span.Start:n.Span.End])
		}
	}
}
