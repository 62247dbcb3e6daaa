package export

import (
	"strconv"
	"strings"
	"testing"
)

func TestStringTable(t *testing.T) {
	table := newPress().strings
	share := func(text string) cell {
		c := centred(text)
		if err := table.share(&c); err != nil {
			t.Fatal(err)
		}
		return c
	}
	first, other, again := share("青禾县"), share("等于 & 约"), share("青禾县")
	if first.kind != sharedCell || first.n != 0 || other.n != 1 || again.n != 0 || again.style != centreStyle {
		t.Errorf("%+v %+v %+v", first, other, again)
	}
	if got, want := string(table.buf), "<si><t>青禾县</t></si><si><t>等于 &amp; 约</t></si>"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if long := share(strings.Repeat("长", longestShared)); long.kind != textCell {
		t.Error("a long text is shared")
	}
	if n := count(3); table.share(&n) != nil || n.kind != countCell {
		t.Error("a number is shared")
	}
	for i := range 4 << recentBits { // more than are remembered
		share(strconv.Itoa(i))
	}
	if c := share("青禾县"); c.n >= table.n || table.n < 4<<recentBits {
		t.Errorf("text %d of %d", c.n, table.n)
	}
	table.sealed = true
	if c := share("青禾县"); c.kind != textCell {
		t.Error("a sealed table takes texts")
	}
}
