package page_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shuzheng/audit"
	"shuzheng/export"
	"shuzheng/export/page"
	"shuzheng/export/page/browsertest"
	"shuzheng/policy"
)

// A page in a browser, for a test that goes through it as an auditor does.
func opened(t *testing.T, html string) *browsertest.Page {
	t.Helper()
	p := browsertest.Open(t).Page(1600, 1000)
	p.Open(stored(t, html))
	t.Cleanup(func() { quiet(t, p) })
	return p
}

// quiet fails where the page met an error or asked the network for something.
func quiet(t *testing.T, p *browsertest.Page) {
	t.Helper()
	for _, e := range p.Errors() {
		t.Errorf("the page: %s", e)
	}
	for _, url := range p.Requests() {
		t.Errorf("the page asked for %s", url)
	}
}

// chosenWords are what the page marks for the chosen item, by field.
const chosenWords = `(() => { const words = {}; for (const e of document.querySelectorAll('#text .ev')) for (const c of e.classList) if (c.startsWith('ev-')) words[c.slice(3)] = (words[c.slice(3)] || '') + e.textContent; return words; })()`

// Every figure in its turn marks its own words in the text, and those of every field.
func TestFigureMarksItsWords(t *testing.T) {
	doc := fixture(t, "plan.txt")
	p := opened(t, written(t, page.Options{}, doc))
	content := doc.Content.String()
	words := func(spans ...policy.Span) string {
		var parts []string
		slices.SortFunc(spans, func(a, b policy.Span) int { return a.Start - b.Start })
		for _, s := range spans {
			parts = append(parts, content[s.Start:s.End])
		}
		return strings.Join(strings.Fields(strings.Join(parts, "")), "")
	}
	for i := range doc.Figures {
		f := &doc.Figures[i]
		p.Press("j")
		var got map[string]string
		p.Eval(chosenWords, &got)
		for field, spans := range map[string][]policy.Span{"figure": {f.Evidence.Span}, "indicator": f.Evidence.Indicator, "period": f.Evidence.Period,
			"area": f.Evidence.Area, "comparator": f.Evidence.Comparator, "status": f.Evidence.Status, "direction": f.Evidence.Direction} {
			if want := words(slices.Clone(spans)...); strings.Join(strings.Fields(got[field]), "") != want {
				t.Errorf("figure %d %s: %s marked, want %s", i+1, field, got[field], want)
			}
		}
	}
	if n := p.Int("document.querySelectorAll('#text .ev-figure').length"); n == 0 {
		t.Error("the last figure is not marked")
	}
}

// A numeral of the text chooses its line of the list, and the line its numeral, which is
// then in view.
func TestTextAndListChooseEachOther(t *testing.T) {
	doc := fixture(t, "plan.txt")
	p := opened(t, written(t, page.Options{}, doc))
	for _, i := range []int{0, 40, len(doc.Figures) - 1} {
		quoted, _ := json.Marshal(doc.Figures[i].ID)
		p.Eval(`document.querySelector('#text a[href$=' + CSS.escape(`+string(quoted)+`) + ']').click()`, nil)
		if got := p.Int(`+document.querySelector('#list [aria-selected=true]').dataset.line`); got != i {
			t.Errorf("figure %d of the text chooses line %d", i, got)
		}
		if id := p.String(`document.querySelector('#list').getAttribute('aria-activedescendant')`); id != p.String(`document.querySelector('#list [aria-selected=true]').id`) {
			t.Errorf("what listens is told line %s", id)
		}
	}
	p.Eval(`document.querySelector('#list').scrollTop = 0`, nil)
	p.Wait(`document.querySelector('#list [data-line="0"]')`)
	p.Click(`#list [data-line="0"]`)
	p.Wait(`(() => { const e = document.querySelector('#text .ev-figure'), b = document.querySelector('#text'); if (!e) return false; const r = e.getBoundingClientRect(), v = b.getBoundingClientRect(); return r.top >= v.top && r.bottom <= v.bottom; })()`)
	if hash := p.String("location.hash"); hash != "#1."+doc.Figures[0].ID {
		t.Errorf("the address names %s", hash)
	}
	if kind := p.String(`document.querySelector('#text .n-period').className`); kind != "n n-period" {
		t.Errorf("a year is marked as %s", kind)
	}
}

// The text reads as the document does, tables as tables.
func TestTextReadsAsTheDocument(t *testing.T) {
	p := browsertest.Open(t).Page(1600, 1000)
	for _, name := range []string{"page.html", "plan.txt", "newspaper.txt"} {
		doc := fixture(t, name)
		p.Open(stored(t, written(t, page.Options{}, doc)))
		var shown []string
		p.Eval(`[...document.querySelectorAll('#text [data-block]')].filter(e => !e.querySelector('table')).map(e => e.textContent)`, &shown)
		var want []string
		for i := range doc.Blocks {
			if doc.Blocks[i].Kind != policy.TableBlock {
				want = append(want, doc.Blocks[i].Text.String())
			}
		}
		if !slices.Equal(shown, want) {
			t.Errorf("%s: %d blocks shown, %d there, or other words", name, len(shown), len(want))
		}
		for i := range doc.Tables {
			checkGrid(t, p, name, &doc.Tables[i], i)
		}
		if n := p.Int(`document.querySelectorAll('#text details.site:not([open]) p').length`); name == "page.html" && n < 10 {
			t.Errorf("%d blocks of the site are folded away", n)
		}
	}
	quiet(t, p)
}

func checkGrid(t *testing.T, p *browsertest.Page, name string, table *policy.Table, i int) {
	t.Helper()
	var cells []struct {
		Text             string
		RowSpan, ColSpan int
	}
	quoted, _ := json.Marshal(i)
	p.Eval(`[...document.querySelectorAll('#text .grid table')[`+string(quoted)+`].querySelectorAll('td, th')].map(e => ({Text: e.textContent, RowSpan: e.rowSpan, ColSpan: e.colSpan}))`, &cells)
	if len(cells) != len(table.Cells) {
		t.Errorf("%s %s: %d cells shown, %d there", name, table.ID, len(cells), len(table.Cells))
		return
	}
	for k, c := range cells {
		if w := &table.Cells[k]; c.Text != w.Text.String() || c.RowSpan != w.RowSpan || c.ColSpan != w.ColSpan {
			t.Errorf("%s %s: cell %d is %v, want %q %d %d", name, table.ID, k, c, w.Text.String(), w.RowSpan, w.ColSpan)
		}
	}
}

// An auditor's way through the figures without a mouse: verdicts, a reason, the file of
// verdicts, and back again.
func TestKeyboard(t *testing.T) {
	doc := fixture(t, "plan.txt")
	p := opened(t, written(t, page.Options{}, doc))
	dir := t.TempDir()
	p.Downloads(dir)
	p.Press("j", "a", "ArrowDown", "r", "n")
	p.Type("与统计公报不符")
	p.Press("Enter", "j", "?", "j", "j", "k", "a", "a") // the second a takes it back
	p.Click("#review")
	p.Wait("document.querySelector('#reviewer')")
	p.Click("#reviewer")
	p.Type("王五")
	p.Press("Tab")
	p.Click("#export")
	list := verdictsIn(t, filepath.Join(dir, "verdicts.jsonl"))
	want := []policy.Verdict{
		{Figure: doc.Figures[0].ID, Verdict: policy.Correct},
		{Figure: doc.Figures[1].ID, Verdict: policy.Wrong, Reason: "与统计公报不符"},
		{Figure: doc.Figures[2].ID, Verdict: policy.Doubtful},
	}
	if len(list) != len(want) {
		t.Fatalf("%d verdicts, want %d", len(list), len(want))
	}
	for i, v := range list {
		w := want[i]
		if v.Figure != w.Figure || v.Verdict != w.Verdict || v.Reason != w.Reason {
			t.Errorf("verdict %d: %+v, want %+v", i, v, w)
		}
		if _, err := time.Parse("2006-01-02", v.Date); err != nil || v.Digest != doc.Figures[i].Digest() || v.SHA256 != doc.Source.SHA256 || v.Document != doc.Source.Name || !strings.Contains(v.Said, doc.Figures[i].Indicator) {
			t.Errorf("verdict %d says %+v", i, v)
		}
	}
	p.Press("Escape")

	p.Eval("location.reload()", nil) // the browser keeps them
	p.Wait("document.querySelectorAll('#list .s-wrong').length === 1")
	p.Eval("localStorage.clear(); location.reload()", nil)
	p.Wait("document.querySelector('#list .line') && document.querySelectorAll('#list .s-wrong').length === 0")
	p.Click("#review")
	p.Upload("#verdict-file", filepath.Join(dir, "verdicts.jsonl"))
	p.Wait("document.querySelectorAll('#list .s-wrong').length === 1 && document.querySelectorAll('#list .s-correct').length === 1")
	if told := p.String("document.querySelector('#toast').textContent"); told != "读入 3 条结论" {
		t.Errorf("told: %s", told)
	}
	p.Press("Escape", "/")
	p.Type("高新技术企业")
	p.Press("Enter")
	p.Wait("!document.querySelector('#clear').hidden")
	if n := p.Int("document.querySelectorAll('#list .line').length"); n == 0 || n >= len(doc.Figures) {
		t.Errorf("%d lines hold what was searched", n)
	}
	p.Press("h")
	p.Wait("document.querySelector('#dialog-help').open")
	p.Press("Escape")
	p.Wait("!document.querySelector('#dialog-help').open")
}

// verdictsIn waits for the file and reads it.
func verdictsIn(t *testing.T, path string) (list []policy.Verdict) {
	t.Helper()
	var b []byte
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end) && len(b) == 0; time.Sleep(20 * time.Millisecond) {
		b, _ = os.ReadFile(path)
	}
	for line := range bytes.Lines(b) {
		var v policy.Verdict
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&v); err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

// What comes from a file of verdicts that is none, or on other documents, is told and
// left out; a verdict on what a figure said before is marked.
func TestVerdictsOfOthers(t *testing.T) {
	doc := fixture(t, "plan.txt")
	p := opened(t, written(t, page.Options{}, doc))
	f := doc.Figures[0].ID
	path := filepath.Join(t.TempDir(), "v.jsonl")
	lines := `{"figure":"` + f + `","digest":"0000000000000000","verdict":"correct","reason":"<img src=x onerror=window.hit=1>","sha256":"` + doc.Source.SHA256 + `"}
{"figure":"` + f + `","verdict":"perhaps"}
{"figure":"ffffffffffffffff","digest":"0000000000000000","verdict":"wrong"}
{"figure":"` + f + `","digest":"0000000000000000","verdict":"wrong","sha256":"00"}
["a"] no JSON
`
	if err := os.WriteFile(path, []byte(lines), 0o666); err != nil {
		t.Fatal(err)
	}
	p.Click("#review")
	p.Upload("#verdict-file", path)
	p.Wait("document.querySelector('#toast').textContent.includes('读入')")
	if told := p.String("document.querySelector('#toast').textContent"); told != "读入 1 条结论；2 条不属于本页的文档；2 行读不懂" {
		t.Errorf("told: %s", told)
	}
	p.Press("Escape", "j")
	if n := p.Int("document.querySelectorAll('#list .s-correct.stale').length"); n != 1 {
		t.Errorf("%d verdicts are marked as given on another reading", n)
	}
	if reason := p.String("document.querySelector('#reason').value + String(window.hit)"); reason != "<img src=x onerror=window.hit=1>undefined" {
		t.Errorf("the reason is %s", reason)
	}
}

// Where the browser keeps nothing the page works, and says so.
func TestWithoutMemory(t *testing.T) {
	p := browsertest.Open(t).Page(1280, 900)
	p.Before(`Object.defineProperty(window, 'localStorage', {get() { throw new Error('none here'); }})`)
	p.Open(stored(t, written(t, page.Options{}, fixture(t, "report.txt"))))
	p.Press("j", "a", "j", "r")
	if told := p.String("document.querySelector('#progress').textContent"); !strings.HasPrefix(told, "2/") {
		t.Errorf("progress %s", told)
	}
	p.Click("#review")
	if told := p.String("document.querySelector('#dialog-review').textContent"); !strings.Contains(told, "不能保存") {
		t.Errorf("it is not told: %s", told)
	}
	quiet(t, p)
}

// Filters, one after the other, leave what passes and dim the rest in the text.
func TestFilters(t *testing.T) {
	doc := fixture(t, "plan.txt")
	p := opened(t, written(t, page.Options{}, doc))
	targets, ranks := 0, 0
	for i := range doc.Figures {
		if doc.Figures[i].Status == policy.Target {
			targets++
		}
		if doc.Figures[i].Measure == policy.Rank {
			ranks++
		}
	}
	choose := func(filter, value string) {
		p.Eval(`(() => { const s = document.querySelector('[data-filter=`+filter+`]'); s.value = '`+value+`'; s.dispatchEvent(new Event('change')); })()`, nil)
	}
	shown := func() int {
		return p.Int(`+document.querySelector('#list .line')?.getAttribute('aria-setsize') || 0`)
	}
	choose("status", "target")
	if n := shown(); n != targets || targets == 0 {
		t.Errorf("%d targets shown, %d there", n, targets)
	}
	if n := p.Int(`document.querySelectorAll('#text a[data-figure].off').length`); n != len(doc.Figures)-targets {
		t.Errorf("%d figures are dim in the text, want %d", n, len(doc.Figures)-targets)
	}
	p.Click("#clear")
	choose("measure", "rank")
	if n := shown(); n != ranks || ranks == 0 {
		t.Errorf("%d ranks shown, %d there", n, ranks)
	}
	p.Click("#clear")
	for _, filter := range []string{"section", "indicator", "result", "verdict"} {
		value := p.String(`[...document.querySelector('[data-filter=` + filter + `]').options].at(-1).value`)
		text := p.String(`[...document.querySelector('[data-filter=` + filter + `]').options].at(-1).text`)
		choose(filter, value)
		if filter == "section" {
			if n := shown(); n == 0 || n >= len(doc.Figures) {
				t.Errorf("section %s: %d figures", text, n)
			}
		} else if n := shown(); !strings.HasSuffix(text, "("+p.String(`document.querySelector('#list .line').getAttribute('aria-setsize')`)+")") {
			t.Errorf("%s: %s, but %d shown", filter, text, n)
		}
		p.Click("#clear")
	}
	if n := shown(); n != len(doc.Figures) {
		t.Errorf("%d of %d figures shown without filters", n, len(doc.Figures))
	}
}

// The unexplained numerals can be seen alone.
func TestUnexplainedAlone(t *testing.T) {
	doc := read(t, "甲.txt", "青禾县概况\n\n2025年，青禾县有水库12座。\n\n代号壹贰叁叁贰壹甲乙七八九。\n")
	n := 0
	for i := range doc.Numerals {
		if doc.Numerals[i].Figure == "" && n < 2 {
			doc.Numerals[i].As = policy.Unexplained
			n++
		}
	}
	p := opened(t, written(t, page.Options{}, doc))
	p.Press("x")
	p.Wait("document.body.classList.contains('alone')")
	if got := p.Int(`document.querySelectorAll('#list .line').length`); got != n || n == 0 {
		t.Errorf("%d unexplained numerals listed, want %d", got, n)
	}
	color := func(selector string) string {
		return p.String(`getComputedStyle(document.querySelector('` + selector + `')).backgroundColor`)
	}
	if color("#text .n-unexplained") == color("#text .n-figure") {
		t.Error("they do not stand out")
	}
	p.Press("x")
	p.Wait("!document.body.classList.contains('alone')")
}

// No text of a document runs or becomes an element, and what is unseen is seen.
func TestHostileDocument(t *testing.T) {
	name := "<img src=x onerror=window.hit=1>\u202etxt.html"
	doc := asItStands(name, hostile)
	doc.Checks = append(doc.Checks, policy.Check{ID: "x", Kind: "sum", Result: policy.Inconsistent, Stated: "<img src=x onerror=window.hit=1>", Computed: "</script><script>window.hit=1</script>", Claim: doc.Blocks[0].Span})
	doc.Problems = append(doc.Problems, policy.Problem{Message: "<svg onload=window.hit=1>"})
	p := opened(t, written(t, page.Options{Failures: []page.Failure{{Name: "<img src=x onerror=window.hit=1>", Why: "</script>"}},
		Links: []page.Link{{Zh: "x", En: "x", URL: "javascript:window.hit=1"}}}, doc))
	for i := 1; i <= p.Int("document.querySelector('#tabs').children.length"); i++ {
		p.Press(string(rune('0' + i)))
		p.Press("j", "j", "j")
	}
	p.Press("d")
	p.Press("Escape")
	p.Press("h")
	p.Press("Escape")
	p.Eval("dispatchEvent(new Event('beforeprint'))", nil)
	if hit := p.String("window.hit"); hit != "undefined" {
		t.Errorf("a script of the document ran")
	}
	if n := p.Int(`document.querySelectorAll('img, svg, iframe, object, embed, b[onclick]').length`); n != 0 {
		t.Errorf("%d elements come from the document", n)
	}
	if n := p.Int(`document.querySelectorAll('script').length`); n != 3 {
		t.Errorf("%d scripts, want those of the page", n)
	}
	if n := p.Int(`document.querySelectorAll('a[href^="javascript"]').length`); n != 0 {
		t.Error("a link runs a script")
	}
	text := p.String("document.querySelector('#text').textContent")
	for _, seen := range []string{"RLO", "PDF", "ZWSP", "</script><script>", "<img src=x", "&lt;script&gt;", "${window.hit=1}", "𠮷林镇"} {
		if !strings.Contains(text, seen) {
			t.Errorf("%s is not seen", seen)
		}
	}
	if all := p.String("document.body.textContent + document.title"); strings.ContainsAny(p.String("[...document.querySelectorAll('#panel, #text, .bar, dialog')].map(e => e.textContent).join('') + document.title"), "\u202e\u202c\u200b\u2028\u2029") || all == "" {
		t.Error("an unseen character is still there")
	}
}

// Five thousand figures: few of them are lines, all of them are in the text.
func TestFiveThousandFigures(t *testing.T) {
	doc := many(t, 5000)
	if len(doc.Figures) < 4900 {
		t.Fatalf("only %d figures", len(doc.Figures))
	}
	p := opened(t, written(t, page.Options{}, doc))
	t.Logf("%d figures, loaded after %s ms", len(doc.Figures), p.String("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"))
	p.Press("End")
	p.Wait(`document.querySelector('#list [aria-selected=true]')`)
	if got := p.Int(`+document.querySelector('#list [aria-selected=true]').dataset.line`); got != len(doc.Figures)-1 {
		t.Errorf("line %d is chosen", got)
	}
	p.Wait(`(() => { const e = document.querySelector('#text .ev-figure'), v = document.querySelector('#text').getBoundingClientRect(); if (!e) return false; const r = e.getBoundingClientRect(); return r.top >= v.top && r.bottom <= v.bottom; })()`)
	if n := p.Int(`document.querySelectorAll('#list .line').length`); n > 100 {
		t.Errorf("%d lines are elements", n)
	}
	if n := p.Int(`document.querySelectorAll('#text a[data-figure]').length`); n < len(doc.Figures) {
		t.Errorf("%d of %d figures are in the text", n, len(doc.Figures))
	}
}

// Several documents share a page; each keeps what was chosen in it.
func TestSeveralDocuments(t *testing.T) {
	docs := []*policy.Document{fixture(t, "plan.txt"), fixture(t, "report.txt"), fixture(t, "page.html")}
	p := opened(t, written(t, page.Options{Failures: []page.Failure{{Name: "没有.txt", Why: "没有这个文件"}}}, docs...))
	p.Press("j", "j", "a", "]")
	if got, want := p.String("document.querySelector('#doc-name').textContent"), export.DocumentName(docs[1]); got != want {
		t.Errorf("%s is open, want %s", got, want)
	}
	p.Press("j", "]", "]", "[", "[")
	if got := p.Int(`+document.querySelector('#list [aria-selected=true]').dataset.line`); got != 1 {
		t.Errorf("line %d is chosen in the first document", got)
	}
	p.Press("d")
	if told := p.String("document.querySelector('#dialog-documents').textContent"); !strings.Contains(told, "没有这个文件") || !strings.Contains(told, export.DocumentName(docs[2])) {
		t.Errorf("the dialog says %s", told)
	}
}

// On paper: the document, then a table with every figure.
func TestPrint(t *testing.T) {
	doc := fixture(t, "plan.txt")
	p := opened(t, written(t, page.Options{}, doc))
	p.Eval("dispatchEvent(new Event('beforeprint'))", nil)
	if n := p.Int(`document.querySelectorAll('#annex .figures tbody tr').length`); n != len(doc.Figures) {
		t.Errorf("%d rows for %d figures", n, len(doc.Figures))
	}
	if n := p.Int(`document.querySelectorAll('#annex .checks tbody tr').length`); n != len(doc.Checks) {
		t.Errorf("%d rows for %d checks", n, len(doc.Checks))
	}
	p.Media("print", true)
	if shown := p.String(`[...document.querySelectorAll('.bar, #panel, #outline, #legend')].map(e => getComputedStyle(e).display).join() + getComputedStyle(document.querySelector('#annex')).display + getComputedStyle(document.body).backgroundColor`); shown != "none,none,none,noneblockrgb(255, 255, 255)" {
		t.Errorf("on paper: %s", shown)
	}
	p.Media("", false)
	path := filepath.Join(t.TempDir(), "page.pdf")
	p.PDF(path)
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Skip("no pdftotext (poppler-utils): the words on paper are not read")
	}
	for _, want := range []string{"一、发展基础", "86.4亿元", "指标 · ", "勾稽 · ", doc.Source.SHA256[:16]} {
		if !strings.Contains(string(text), want) {
			t.Errorf("not on paper: %s", want)
		}
	}
}

// Nothing keeps a reader out: checked by axe in both languages, by day and by night, with
// dialogs open, wide and narrow.
func TestAccessible(t *testing.T) {
	doc := fixture(t, "plan.txt")
	p := opened(t, written(t, page.Options{}, doc, fixture(t, "page.html")))
	check := func(where string) {
		t.Helper()
		for _, v := range p.Axe() {
			t.Errorf("%s: %s", where, v)
		}
	}
	p.Press("j", "j", "a", "j", "r", "j", "?")
	check("figures")
	p.Press("3", "j")
	check("checks")
	p.Press("4", "j")
	check("platforms")
	p.Press("x")
	check("unexplained alone")
	p.Press("x", "h")
	check("help")
	p.Press("Escape", "d")
	check("documents")
	p.Press("Escape", "]", "1", "j")
	p.Click("#review")
	p.Media("screen", true)
	check("review, by night")
	p.Press("Escape")
	check("a web page, by night")
	p.Click("#language")
	p.Press("[", "j")
	check("in English, by night")
	p.Media("screen", false)
	p.Size(1100, 800)
	p.Click("#outline-button")
	check("in English, with outline")
	p.Press("Escape")
	p.Size(390, 800)
	check("narrow, text")
	p.Click("#view")
	check("narrow, list")
	if lang := p.String("document.documentElement.lang"); lang != "en" {
		t.Errorf("the language is %s", lang)
	}
}

// Verdicts that the page was written with stand until the reader's own.
func TestVerdictsGivenBefore(t *testing.T) {
	doc := fixture(t, "report.txt")
	given := func(id string) []policy.Verdict {
		switch id {
		case doc.Figures[0].ID:
			return []policy.Verdict{{Figure: id, Digest: doc.Figures[0].Digest(), Verdict: policy.Wrong, Date: "2025-01-02", Reviewer: "赵六"}}
		case doc.Figures[1].ID:
			return []policy.Verdict{{Figure: id, Digest: "0123456789abcdef", Verdict: policy.Correct, Date: "2025-01-02"}}
		}
		return nil
	}
	p := opened(t, written(t, page.Options{Verdicts: given}, doc))
	if n := p.Int("document.querySelectorAll('#list .s-wrong:not(.stale)').length * 10 + document.querySelectorAll('#list .s-correct.stale').length"); n != 11 {
		t.Errorf("of the verdicts given before %d are shown (tens wrong, ones changed)", n)
	}
	p.Press("j", "a")
	p.Eval("location.reload()", nil)
	p.Wait("document.querySelectorAll('#list .s-correct:not(.stale)').length === 1")
	if n := p.Int("document.querySelectorAll('#list .s-wrong').length"); n != 0 {
		t.Error("the older verdict came back")
	}
}

// A page without a document says why.
func TestNothingRead(t *testing.T) {
	p := opened(t, written(t, page.Options{Failures: []page.Failure{{Name: "没有.txt", Why: "没有这个文件"}}}))
	if told := p.String("document.querySelector('dialog[open]').textContent"); !strings.Contains(told, "没有这个文件") {
		t.Errorf("told: %s", told)
	}
	p.Press("Escape", "j", "a", "x", "d")
	p.Click("dialog[open] .close")
	p.Click("#language")
}

// A long table is as quick as a long text: no line is looked for in all its cells.
func TestLongTable(t *testing.T) {
	var b strings.Builder
	b.WriteString("县（市、区）,生产总值（亿元）,同比增长（%）,财政收入（万元）,户籍人口（人）\n")
	for i := range 1200 {
		fmt.Fprintf(&b, "第%d乡镇,%d.%d,%d.%d,%d,%d\n", i+1, 10+i%90, i%10, i%12+1, i%9+1, 3000+i*7, 20000+i*13)
	}
	doc := read(t, "各乡镇.csv", b.String())
	if len(doc.Figures) < 4000 {
		t.Fatalf("only %d figures", len(doc.Figures))
	}
	p := opened(t, written(t, page.Options{}, doc))
	p.Press("End")
	p.Wait(`document.querySelector('#text .ev-figure')`)
	p.Press("/")
	p.Type("第777乡镇")
	p.Wait(`document.querySelector('#list .line')?.getAttribute('aria-setsize') === '4'`)
	p.Press("Enter")
	p.Wait(`document.querySelector('#detail blockquote')?.textContent.startsWith('第777乡镇 ｜')`)
}

// What two documents state of one thing is among the checks of both, and leads from one to
// the other.
func TestChecksOfSeveralDocuments(t *testing.T) {
	docs := []*policy.Document{
		read(t, "甲.txt", "临江市2024年国民经济和社会发展统计公报\n\n2024年，临江市实现地区生产总值5120.5亿元。\n"),
		read(t, "乙.txt", "临江市2025年政府工作报告\n\n2024年，临江市地区生产总值达到5320.5亿元。\n"),
	}
	across := audit.NewAcross(audit.MaxAcross)
	var b bytes.Buffer
	w := page.NewWriter(&b, page.Options{})
	for i, doc := range docs {
		across.Add(i, doc)
		if err := w.Add(doc); err != nil {
			t.Fatal(err)
		}
	}
	checks := across.Checks()
	if len(checks) != 1 || checks[0].Result != policy.Inconsistent {
		t.Fatalf("the documents are held against each other as %+v", checks)
	}
	w.AddRun(checks)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	p := opened(t, b.String())
	p.Press("3")
	p.Wait(`document.querySelector('#tab-checks[aria-selected=true]')`)
	p.Press("j")
	if told := p.String("document.querySelector('#detail').textContent"); !strings.Contains(told, "不一致") || !strings.Contains(told, "其他文档") || !strings.Contains(told, "5320.5") {
		t.Errorf("told: %s", told)
	}
	p.Eval(`[...document.querySelectorAll('#detail .go')].at(-1).click()`, nil)
	p.Wait(`document.querySelector('#text .ev-figure')?.textContent === '5320.5亿元'`)
	p.Press("d")
	if alarms := p.Int("document.querySelectorAll('#dialog-documents td.alarm').length"); alarms != 2 {
		t.Errorf("%d documents are listed with an inconsistent check", alarms)
	}
}
