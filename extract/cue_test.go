package extract

import (
	"strings"
	"testing"

	"shuzheng/policy/policytest"
)

func TestCueTable(t *testing.T) {
	for _, c := range []struct{ tsv, want string }{
		{"力争\twish\n", "cues.tsv:1"},
		{"力争\taim\n力争\taim\n", "cues.tsv:2"},
		{"A\taim", "cues.tsv:1"},
		{"力争", "cues.tsv:1"},
	} {
		policytest.Panics(t, c.tsv, c.want, func() { readCues(c.tsv) })
	}
}

func TestCuesLongestFirst(t *testing.T) {
	s := "主要目标是力争已完成"
	var got []string
	for _, q := range cuesIn(s) {
		got = append(got, s[q.start:q.end])
	}
	if w := strings.Join(got, "|"); w != "主要目标|力争|已" {
		t.Errorf("got %s", w)
	}
}

func cuesIn(s string) []cue {
	v := surveyOf(nil, s)
	_, found := look(s, &v, wantedSignals(cueFirst), nil, nil)
	return found
}
