package normalize

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"shuzheng/policy"
)

// TestConcepts reads testdata/concepts.txt: what its lines mean is said at its top.
func TestConcepts(t *testing.T) {
	f, err := os.Open("testdata/concepts.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := 0
	for in := bufio.NewScanner(f); in.Scan(); {
		if line := in.Text(); line != "" && line[0] != '#' {
			lines++
			checkConceptLine(t, line)
		}
	}
	if lines < 150 {
		t.Errorf("%d lines, want 150 at least", lines)
	}
}

func checkConceptLine(t *testing.T, line string) {
	if a, b, ok := strings.Cut(line, " = "); ok {
		if x, y := conceptNamed(a), conceptNamed(b); x != y || x == "" {
			t.Errorf("%s: %q and %q", line, x, y)
		}
		return
	}
	if a, b, ok := strings.Cut(line, " ≠ "); ok {
		if x, y := conceptNamed(a), conceptNamed(b); x == y || x == "" || y == "" {
			t.Errorf("%s: %q and %q", line, x, y)
		}
		return
	}
	kind, rest, _ := strings.Cut(line, ": ")
	switch words := strings.Split(rest, " "); {
	case kind == "none" && len(words) == 1:
		if id := conceptNamed(rest); id != "" {
			t.Errorf("%s: %s", line, id)
		}
	case (kind == "fits" || kind == "unfit") && len(words) == 3:
		if c := ConceptOf("", words[0], words[1], policy.Measure(words[2])); (c != nil) != (kind == "fits") || conceptNamed(words[0]) == "" {
			t.Errorf("%s: %v", line, c)
		}
	default:
		t.Errorf("what does this line mean? %s", line)
	}
}

// conceptNamed is the ID of the concept of a name, whatever the unit; "" is none.
func conceptNamed(name string) string {
	c := BuiltinConcepts()
	n := c.name(nil, name)
	i, _ := n.named("")
	if i < 0 {
		return ""
	}
	return c.list[i].ID
}

// Every line of concept_words.tsv does what its example says.
func TestConceptWords(t *testing.T) {
	w := conceptFolding()
	for n, line := range strings.Split(strings.TrimSuffix(conceptWordsTSV, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		key := w.fold(nil, c[3])
		if c[0] == "growth" {
			key, _ = w.trimGrowth(key)
		}
		if c[0] == "start" {
			key, _ = w.trimStart(key)
		}
		if got := string(w.trimEnd(key)); got != c[4] || !strings.Contains(c[3], c[1]) {
			t.Errorf("concept_words.tsv:%d: %s becomes %s, want %s", n+1, c[3], got, c[4])
		}
	}
}

// The names of the program's table are folded, as those of texts are, and lead to
// their concept; both names of every concept are there.
func TestConceptTable(t *testing.T) {
	c := BuiltinConcepts()
	if len(c.list) < 250 {
		t.Errorf("%d concepts, want 250 at least", len(c.list))
	}
	for _, row := range strings.Split(conceptsTSV, "\n") {
		cells := strings.Split(row, "\t")
		if row == "" || row[0] == '#' {
			continue
		}
		if c := ConceptByID(cells[0]); c == nil || c.Zh != cells[1] || c.En != cells[2] {
			t.Errorf("%s is %v", cells[0], c)
		}
		names := cells[1:2]
		if len(cells) > 4 {
			names = append(names, words(cells[4])...)
		}
		for _, name := range names {
			if folded := Fold(policy.Plain(name, 0)); folded.String() != name {
				t.Errorf("%s: texts are folded to %s", name, folded)
			}
			if got := conceptNamed(name); got != cells[0] {
				t.Errorf("%s: is %s, want %s", name, got, cells[0])
			}
		}
	}
}

func TestConceptsWith(t *testing.T) {
	own, err := BuiltinConcepts().With("own.tsv", "# own\ntea.gardens\t云川茶园\tTea gardens of Yunchuan\tarea\t云茶园\ngdp\t\t\t\t云川总产值\n"+
		"tea.share\t云川茶园占耕地比重\tShare of tea gardens\tshare\t\t[tea.gardens]占[area.cultivated]比重\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, unit, want string }{{"云茶园", "亩", "tea.gardens"}, {"云川总产值", "元", "gdp"}, {"云茶园占耕地面积的比例", "%", "tea.share"}} {
		if got := own.Of("", c.name, c.unit, policy.Level); got == nil || got.ID != c.want {
			t.Errorf("%s is %v", c.name, got)
		}
		if got := ConceptOf("", c.name, c.unit, policy.Level); got != nil {
			t.Errorf("the built-in table was changed: %s is %s", c.name, got.ID)
		}
	}
	for _, c := range []struct{ tsv, message string }{
		{"\ngdp2\t国内生产总值\tGDP\tmoney", "own.tsv line 2: the name \"国内生产总值\" means gdp already, by concepts.tsv line"},
		{"a\t甲指标\tA\tmoney\nb\t乙指标\tB\tmoney\t甲指标", "own.tsv line 2: the name \"甲指标\" means a already, by own.tsv line 1"},
		{"a\t甲指标\tA\tmoney\na\t甲指标\tA\tmoney", "own.tsv line 2: a stands twice: own.tsv line 1"},
		{"gdp\t国民生产\tX\tmoney", "own.tsv line 1: gdp is 地区生产总值 (Gross domestic product) already: leave the names empty to add others"},
		{"A\t甲指标\tA\tmoney", "own.tsv line 1: id: want small letters, digits, . and -, got \"A\""},
		{"a\t甲指标\tA\theap", "own.tsv line 1: dimension: want some of money"},
		{"a\t甲指标\tA\t", "own.tsv line 1: dimension: want some of money"},
		{"a\t甲指标", "own.tsv line 1: a new concept has an id, a Chinese and an English name and a dimension"},
		{"a\t甲％\tA\tshare", "own.tsv line 1: the name \"甲％\" is never met: texts are folded to \"甲%\""},
		{"a\t的\tA\tshare", "own.tsv line 1: the name \"的\" says nothing"},
		{"a\t甲指标\tA\tshare\t\t的[gdp]", "own.tsv line 1: pattern: \"的\" says nothing"},
		{"a\t甲指标\tA\tshare\t\t[gdp]占[nix]比重", "own.tsv line 1: pattern: no concept is called \"nix\""},
		{"a\t甲指标\tA\tshare\t\t[gdp]减[gni]", "own.tsv line 1: pattern: want [id]占[id]比重 or words before an [id], got"},
		{"a\t甲指标\tA\tshare\t\t[rd.expenditure]占[gdp]比重", "own.tsv line 1: the pattern \"[rd.expenditure]占[gdp]比重\" means rd.intensity.gdp already, by concepts.tsv line"},
	} {
		if _, err := BuiltinConcepts().With("own.tsv", c.tsv); err == nil || !strings.HasPrefix(err.Error(), c.message) {
			t.Errorf("%q: %v, want %s", c.tsv, err, c.message)
		}
	}
}

// Wherever a name is parted, its end may be one, unless it is known by itself.
func TestConceptEndsName(t *testing.T) {
	c := BuiltinConcepts()
	asked, none := 0, 0
	for name := range c.names {
		for _, start := range []string{"", "全年累计", "人均", "净增", "单位GDP", "全省"} {
			whole := start + name
			for i := range whole {
				before, end := whole[:i], whole[i:]
				n := c.name(nil, end)
				known, _ := n.named(before)
				if alone, _ := n.named(""); known < 0 || alone == known {
					continue
				}
				if asked++; !n.EndsName() {
					t.Fatalf("%s|%s is %s", before, end, c.list[known].ID)
				}
			}
		}
	}
	for _, name := range []string{"市民中心", "示范村庄", "志愿者队伍", "甲乙丙丁"} {
		if n := c.name(nil, name); !n.EndsName() {
			none++
		}
	}
	if asked < 10_000 || none < 3 {
		t.Errorf("%d ends were asked, %d of 4 are none", asked, none)
	}
}

func TestConceptOfAllocatesNothing(t *testing.T) {
	BuiltinConcepts()
	if n := testing.AllocsPerRun(100, func() {
		ConceptOf("", "全社会研究与试验发展经费支出占地区生产总值的比重", "%", policy.Level)
		ConceptOf("普通高中", "在校生", "人", policy.Level)
		ConceptOf("", "全市各类科技企业孵化器和众创空间在孵企业", "家", policy.Level)
		ConceptOf("", "规模以上工业增加值增速", "百分点", policy.Change)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzConceptOf(f *testing.F) {
	f.Add("", "全社会R&D经费支出占GDP比重", "%")
	f.Add("新增", "高新技术企业数", "家")
	f.Add("年", "人均", "元/人")
	f.Add("", "占比重", "之比")
	f.Add("\xe4\xba", "规上\xef\xbc", "/")
	f.Fuzz(func(t *testing.T, before, name, unit string) {
		for _, m := range []policy.Measure{policy.Level, policy.Change, policy.Rank, policy.Multiple} {
			if c := ConceptOf(before, name, unit, m); c != nil && (c.ID == "" || c.Zh == "" || c.En == "") {
				t.Errorf("%q %q %q: %v", before, name, unit, c)
			}
		}
	})
}

func BenchmarkBuiltinConcepts(b *testing.B) {
	for b.Loop() {
		if _, err := (&Concepts{}).With("concepts.tsv", conceptsTSV); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkConceptOf(b *testing.B) {
	for _, name := range []string{"研究与试验发展经费支出占地区生产总值比重", "规上工业增加值", "全市各类科技企业孵化器和众创空间在孵企业"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ConceptOf("", name, "%", policy.Level)
			}
		})
	}
}
