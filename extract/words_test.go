package extract

import (
	"os"
	"strings"
	"testing"

	"github.com/go-ego/gse"

	"shuzheng/normalize"
)

// newGSE is gse over the words of words.tsv.
func newGSE(t testing.TB) *gse.Segmenter {
	tsv, err := os.ReadFile("words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for line := range strings.Lines(string(tsv)) {
		if _, list, ok := strings.Cut(line, "\t"); ok && line[0] != '#' {
			for _, w := range strings.Fields(list) {
				if len(w) > 3 {
					lines.WriteString(w + " 100 w\n")
				}
			}
		}
	}
	seg := &gse.Segmenter{NotLoadHMM: true, SkipLog: true}
	if err := seg.LoadDictStr(lines.String()); err != nil {
		t.Fatal(err)
	}
	return seg
}

// checkCut compares the cut of a clause with that of gse, character by character.
func checkCut(t *testing.T, seg *gse.Segmenter, s string) {
	for _, g := range seg.Segment([]byte(s)) {
		for i := g.Start(); i < g.End(); i++ {
			if w := numeralWords.cut(s, i); w.start != g.Start() || w.end != g.End() {
				t.Fatalf("%q at %d: %q, gse cuts %q", s, i, s[w.start:w.end], s[g.Start():g.End()])
			}
		}
	}
}

// words.dict holds the words of words.tsv and cuts every clause of the fixtures as gse
// does.
func TestWordsCutAsGSE(t *testing.T) {
	seg := newGSE(t)
	count := 0
	for at := dictWords; at < len(wordsDict); at += int(wordsDict[at]) + 1 {
		if wordsDict[at] > 0 {
			count++
		}
	}
	if count != seg.Dict.NumTokens() {
		t.Errorf("words.dict has %d words, words.tsv %d: run go generate ./extract", count, seg.Dict.NumTokens())
	}
	for i := range seg.Dict.Tokens {
		w := seg.Dict.Tokens[i].Text()
		if got := numeralWords.cut(w, 0); got != (word{0, len(w)}) {
			t.Errorf("words.dict has not %s: run go generate ./extract", w)
		}
	}
	for _, s := range fixtureTexts(t) {
		p := passage{s: s, survey: surveyOf(nil, s)}
		for _, c := range p.splitClauses(nil) {
			checkCut(t, seg, s[c.start:c.end])
		}
	}
}

// wordAt gives what the cut of the whole clause gives, for every numeral of the fixtures.
func TestWordAtIsWhatIsCut(t *testing.T) {
	for _, s := range fixtureTexts(t) {
		p := passage{s: s, survey: surveyOf(nil, s)}
		for _, c := range p.splitClauses(nil) {
			for i := normalize.NextNumeral(s[:c.end], c.start); i < c.end; {
				n := normalize.ScanNumeral(s, i)
				if s[i] >= 0x80 && n.Form != normalize.NoNumeral {
					got, ok := wordAt(s, c.start, c.end, i)
					want, wantOK := segmentedAt(s, c.start, c.end, i)
					if ok != wantOK || ok && got != want {
						t.Errorf("%q at %d: %q, the cut gives %q", s[c.start:c.end], i-c.start, s[got.start:got.end], s[want.start:want.end])
					}
				}
				i = normalize.NextNumeral(s[:c.end], max(n.End, i+3))
			}
		}
	}
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"统一思想一体化发展", "三个一批推进长三角一体化", "第一3D打印2.0版一二三四五", "Ⅷ一般é性", "\xff一带一路", "一一一带一路一带", "统一𠮷"} {
		f.Add(s)
	}
	seg := newGSE(f)
	f.Fuzz(func(t *testing.T, s string) {
		if s = strings.ToValidUTF8(s, ""); len(s) < 2000 {
			checkCut(t, seg, s)
		}
	})
}
