package verdict

import (
	"bytes"
	"strings"
	"testing"

	"shuzheng/extract/read"
	"shuzheng/policy"
)

func TestDates(t *testing.T) {
	for typed, want := range map[string]string{
		"2026-05-01": "2026-05-01", "2026/5/1": "2026-05-01", "2026.5.1": "2026-05-01", "2026年5月1日": "2026-05-01", "2026年05月01号": "2026-05-01",
		"20260501": "2026-05-01", "46143": "2026-05-01", "２０２６年５月１日": "2026-05-01", "2026-05-01 10:30": "2026-05-01", "2026-05-01T00:00:00": "2026-05-01", "": "",
		"上周五": "!", "5月1日": "!", "2026-13-01": "!", "2026-02-30": "!", "26-5-1": "!", "20261301": "!", "1999-01-01": "!", "2026-05-01 约": "!", "7": "!", "1/5/2026": "!",
	} {
		got, ok := dateOf(read.Cell{Text: typed})
		if !ok {
			got = "!"
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
}

// of makes verdicts from lines: figure digest verdict reviewer date, with one
// character for each key.
func of(lines ...string) (list []policy.Verdict) {
	kinds := map[string]policy.VerdictKind{"c": policy.Correct, "w": policy.Wrong, "d": policy.Doubtful}
	for _, line := range lines {
		f := strings.Fields(line)
		v := policy.Verdict{Figure: strings.Repeat(f[0], 16), Digest: strings.Repeat(f[1], 16), Verdict: kinds[f[2]], Reviewer: f[3]}
		if len(f) > 4 {
			v.Date = f[4]
		}
		list = append(list, v)
	}
	return list
}

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		name       string
		known, new []string
		want       []string // verdicts in their order
		counts     [4]int   // new, changed, same, older
		conflicts  int
	}{
		{"new ones follow", []string{"1 a c 张 2026-05-01"}, []string{"2 a w 张 2026-05-01"}, []string{"1 a c 张 2026-05-01", "2 a w 张 2026-05-01"}, [4]int{1, 0, 0, 0}, 0},
		{"the same again", []string{"1 a c 张 2026-05-01"}, []string{"1 a c 张 2026-05-01"}, []string{"1 a c 张 2026-05-01"}, [4]int{0, 0, 1, 0}, 0},
		{"a later date wins", []string{"1 a c 张 2026-05-01"}, []string{"1 a w 张 2026-05-02"}, []string{"1 a w 张 2026-05-02"}, [4]int{0, 1, 0, 0}, 0},
		{"of one day the later line", []string{"1 a c 张 2026-05-01"}, []string{"1 a w 张 2026-05-01"}, []string{"1 a w 张 2026-05-01"}, [4]int{0, 1, 0, 0}, 0},
		{"an earlier date does not", []string{"1 a c 张 2026-05-02"}, []string{"1 a w 张 2026-05-01"}, []string{"1 a c 张 2026-05-02"}, [4]int{0, 0, 0, 1}, 0},
		{"no date is earlier", []string{"1 a c 张 2026-05-02"}, []string{"1 a w 张"}, []string{"1 a c 张 2026-05-02"}, [4]int{0, 0, 0, 1}, 0},
		{"reviewers differ", []string{"1 a c 张 2026-05-01"}, []string{"1 a w 李 2026-05-02"}, []string{"1 a c 张 2026-05-01", "1 a w 李 2026-05-02"}, [4]int{1, 0, 0, 0}, 1},
		{"reviewers agree", []string{"1 a c 张 2026-05-01"}, []string{"1 a c 李 2026-05-02"}, []string{"1 a c 张 2026-05-01", "1 a c 李 2026-05-02"}, [4]int{1, 0, 0, 0}, 0},
		{"one gives in", []string{"1 a c 张 2026-05-01", "1 a w 李 2026-05-02"}, []string{"1 a w 张 2026-05-03"}, []string{"1 a w 张 2026-05-03", "1 a w 李 2026-05-02"}, [4]int{0, 1, 0, 0}, 0},
		{"the figure changed", []string{"1 a c 张 2026-05-01"}, []string{"1 b w 李 2026-05-02"}, []string{"1 a c 张 2026-05-01", "1 b w 李 2026-05-02"}, [4]int{1, 0, 0, 0}, 0},
	} {
		m := NewMerger(of(c.known...))
		for _, v := range of(c.new...) {
			m.Add(v)
		}
		if got, want := string(Append(nil, m.Verdicts())), string(Append(nil, of(c.want...))); got != want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, want)
		}
		if got := [4]int{m.New, m.Changed, m.Same, m.Older}; got != c.counts || len(m.Conflicts()) != c.conflicts {
			t.Errorf("%s: %v and %d conflicts", c.name, got, len(m.Conflicts()))
		}
	}
}

func TestResolve(t *testing.T) {
	m := NewMerger(of("1 a c 张 2026-05-01", "1 a w 李 2026-05-02", "2 a c 张", "3 a c 张", "3 a d 王"))
	if n := m.Resolve("李"); n != 1 || len(m.Conflicts()) != 1 || len(m.Verdicts()) != 4 {
		t.Errorf("%d ended, %d left: %v", n, len(m.Conflicts()), m.Verdicts())
	}
	m.Add(of("3 a d 张 2026-06-01")[0]) // still in its place
	if m.Changed != 1 || len(m.Conflicts()) != 0 {
		t.Errorf("%+v", m)
	}
}

func TestLines(t *testing.T) {
	good := string(Append(nil, of("1 a c 张 2026-05-01", "2 a w 李")))
	list, troubles := Lines("v", []byte("\ufeff"+good+"\n\n"))
	if len(list) != 2 || len(troubles) != 0 {
		t.Errorf("%v %v", list, troubles)
	}
	array := "[" + strings.ReplaceAll(strings.TrimSpace(good), "\n", ",") + "]"
	if list, troubles = Lines("v", []byte(array)); len(list) != 2 || len(troubles) != 0 {
		t.Errorf("%v %v", list, troubles)
	}
	bad := []string{`{`, `[]`, `{"figure":"1"}`, strings.Replace(good, "correct", "fine", 1), strings.Replace(good, "2026-05-01", "May", 1), "\xff"}
	for _, s := range bad {
		line, _, _ := strings.Cut(s, "\n")
		if list, troubles := Lines("v", []byte("\n"+line)); len(list) != 0 || line != "[]" && (len(troubles) != 1 || troubles[0].En == "" || !strings.HasPrefix(line, "[") && troubles[0].Line != 2) {
			t.Errorf("%s: %v %v", line, list, troubles)
		}
	}
}

// What is read is written, and read again the same.
func FuzzLines(f *testing.F) {
	f.Add(Append(nil, of("1 a c 张 2026-05-01", "2 a w 李")))
	f.Add([]byte(`[{"figure":"0123456789abcdef","digest":"0123456789abcdef","verdict":"wrong","reason":"<\u0000\ud800>"}]`))
	f.Fuzz(func(t *testing.T, b []byte) {
		list, _ := Lines("x", b)
		once := Append(nil, NewMerger(list).Verdicts())
		again, troubles := Lines("x", once)
		if twice := Append(nil, again); len(troubles) > 0 || !bytes.Equal(once, twice) {
			t.Errorf("%s\n%s\n%v", once, twice, troubles)
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2026年5月1日", "20260501", "46143", "2026-05-01 10:30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if date, ok := dateOf(read.Cell{Text: s}); ok && date != "" && !validDate(date) {
			t.Errorf("%q is read as %q", s, date)
		}
	})
}
