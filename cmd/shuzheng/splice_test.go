package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	splices    = flag.Int("splices", 20_000, "how many texts TestSplices makes")
	spliceSeed = flag.Uint64("splice-seed", 1, "which texts TestSplices makes")
)

// TestSplices: texts made of cut pieces of the examples that the rules and tables have are read without
// a fault. Fuzzing changes bytes and seldom makes a wording; these are wordings that break off, run on
// into one another and leave out what rules lean on. A text that fails becomes a seed of a fuzz test.
func TestSplices(t *testing.T) {
	s := newSplicer(t)
	var in, out, errs bytes.Buffer
	for done := 0; done < *splices; {
		in.Reset()
		out.Reset()
		n := min(*splices-done, 5_000)
		texts := make([]string, n)
		for i := range texts {
			texts[i] = s.text()
			line, _ := json.Marshal(map[string]string{"text": texts[i]})
			in.Write(append(line, '\n'))
		}
		run([]string{"pipe", "--quiet"}, &in, &out, &errs)
		i := 0
		for line := range bytes.Lines(out.Bytes()) {
			if bytes.Contains(line, []byte(`"error":"程序自身出错`)) {
				t.Errorf("%q\n%s", texts[i], line)
			} else if !utf8.Valid(line) || bytes.Contains(line, []byte(`\ufffd`)) || bytes.ContainsRune(line, utf8.RuneError) {
				t.Errorf("%q: a character is cut\n%s", texts[i], line)
			}
			i++
		}
		if done += n; i != n {
			t.Fatalf("%d answers to %d texts: %s", i, n, &errs)
		}
	}
}

// A splicer makes texts of pieces.
type splicer struct {
	random *rand.Rand
	lines  []string // examples, whole
	words  []string // what they hold between marks of punctuation, and entries of tables
}

// spliceMarks part the examples and join the pieces again, among what makes figures of them.
const spliceMarks = "，。；：、（）“”《》|\t\n "

var spliceFigures = strings.Fields("3 12.5 2020年 三 半 0 1～6月 5% 80万元 30% 1/3 3-5个 百分之二 50人 两家 第3位 1.2倍 2个百分点 每 各 其中 分别 以上 不超过 同比 增长 由 至 的 占 为 —— -")

func newSplicer(t *testing.T) *splicer {
	s := &splicer{random: rand.New(rand.NewPCG(*spliceSeed, 0))}
	for _, glob := range []string{"extract/testdata/*", "extract/*/testdata/*.t*", "audit/testdata/*.t*", "normalize/testdata/*", "fixtures/*.txt", "extract/*.tsv", "extract/*/*.tsv", "normalize/*.tsv"} {
		files, err := filepath.Glob(filepath.Join("../..", glob))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s.add(string(b))
		}
	}
	if len(s.lines) < 1000 || len(s.words) < 1000 {
		t.Fatalf("%d lines, %d words", len(s.lines), len(s.words))
	}
	return s
}

// add takes what a file holds to pieces.
func (s *splicer) add(file string) {
	if !utf8.ValidString(file) || strings.ContainsRune(file, utf8.RuneError) {
		return
	}
	for line := range strings.Lines(file) {
		s.lines = append(s.lines, strings.TrimSpace(line))
		s.words = append(s.words, strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(spliceMarks, r) })...)
	}
}

// text is a new text of up to a few hundred characters.
func (s *splicer) text() string {
	var b strings.Builder
	for range 2 + s.random.IntN(9) {
		b.WriteString(s.piece())
	}
	return b.String()
}

func (s *splicer) piece() string {
	marks := []rune(spliceMarks)
	switch s.random.IntN(6) {
	case 0:
		return s.cut(one(s, s.lines))
	case 1, 2:
		return one(s, s.words)
	case 3:
		return s.cut(one(s, s.words))
	case 4:
		return string(one(s, marks))
	}
	return one(s, spliceFigures)
}

// cut is up to 30 characters of a piece, from anywhere in it.
func (s *splicer) cut(piece string) string {
	r := []rune(piece)
	if len(r) == 0 {
		return ""
	}
	from := s.random.IntN(len(r))
	return string(r[from:min(len(r), from+1+s.random.IntN(30))])
}

func one[T any](s *splicer, of []T) T { return of[s.random.IntN(len(of))] }
