package platform

import (
	"testing"

	"shuzheng/policy/policytest"
)

// A faulty line is refused with its number.
func TestParseHeads(t *testing.T) {
	for _, line := range []string{"走廊", "走廊\tzone\tplace", "走廊\troad\tplace\t", "走廊\tzone\tnothing\t", "走A\tzone\tplace\t", "走廊\tzone\tplace\tsome"} {
		policytest.Panics(t, line, "heads.tsv:2", func() { readHeads("# heads\n" + line + "\n") })
	}
}

func TestParseWords(t *testing.T) {
	for _, line := range []string{"verb\t建设", "cut\t建设 建设", "cut\tabc", "common\t走廊"} {
		policytest.Panics(t, line, "words.tsv:2", func() { readWords("# words\n"+line+"\n", []head{{word: "走廊", form: "走廊"}}) })
	}
	policytest.Panics(t, "a head", "twice", func() { readWords("", []head{{word: "走廊"}, {word: "走廊"}}) })
}

// The form that a head is said to be of is a head.
func TestHeadForms(t *testing.T) {
	known := map[string]bool{}
	for _, h := range heads {
		known[h.word] = true
	}
	for _, h := range heads {
		if !known[h.form] {
			t.Errorf("%s is a form of %s, which is no head", h.word, h.form)
		}
	}
}

// Every word is found at the end of a text, whatever stands before it.
func TestLexicon(t *testing.T) {
	for i := range words.words {
		w, of := &words.words[i], &words.all[i]
		for _, s := range []string{of.text, "，" + of.text, "A" + of.text, "鑫" + of.text} {
			if got := words.last(s); got != w || got.class != of.class || int(got.size) != len(of.text) {
				t.Errorf("%s: got %v", s, got)
			}
			if h := words.lastHead(s); h != words.head(w) || h != nil && h.word != of.text {
				t.Errorf("%s: got head %v", s, h)
			}
		}
		if got := words.last(of.text + "鑫"); got != nil {
			t.Errorf("%s鑫: got %s", of.text, words.all[got.lemma].text)
		}
	}
}
