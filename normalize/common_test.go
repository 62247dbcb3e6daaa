package normalize

import (
	"strings"
	"testing"
)

func TestCommonWord(t *testing.T) {
	for _, w := range strings.Fields(commonTXT) {
		if len(w) != 6 && len(w) != 9 {
			t.Errorf("%q is no word of two or three characters", w)
		}
		if !CommonWord(w) {
			t.Errorf("%q is not found", w)
		}
	}
	for _, w := range []string{"", "业", "就有", "睿珀", "ab12cd", "1、业务"} {
		if CommonWord(w) {
			t.Errorf("%q is found", w)
		}
	}
}
