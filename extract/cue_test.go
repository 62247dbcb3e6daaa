package extract

import (
	"strings"
	"testing"
)

func TestCueTable(t *testing.T) {
	for _, c := range []struct{ tsv, want string }{
		{"力争\taim\n", ""},
		{"力争\twish\n", "line 1"},
		{"力争\taim\n力争\taim\n", "line 2"},
		{"A\taim", "line 1"},
	} {
		_, err := parseCues(c.tsv)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.tsv, err, c.want)
		}
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
