package normalize

import (
	_ "embed"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"shuzheng/policy"
)

// unambiguous checks that a name two places share is the full name of both
// (朝阳区), and that no place stands there twice; else it gives the name.
func (t *Places) unambiguous() (called string, err error) {
	for i := 1; i < len(t.entries); i++ {
		a, b := &t.entries[i-1], &t.entries[i]
		if a.called != b.called {
			continue
		}
		if a.Place == b.Place {
			return a.called, fmt.Errorf("%s (%s) stands there twice", a.called, a.Parent)
		}
		if a.called != a.Name || b.called != b.Name {
			return a.called, fmt.Errorf("%s may be %s or %s", a.called, a.Name, b.Name)
		}
	}
	return "", nil
}

// index notes where the names with each first two characters begin.
func (t *Places) index() {
	for i := range relativePlaces {
		t.mark(relativePlaces[i].word)
	}
	t.heads = make([]placeHead, len(t.entries))
	t.slots = make([]uint16, 1<<bits.Len(uint(4*len(t.entries))))
	for i := range t.entries {
		called := t.entries[i].called
		t.mark(called)
		t.heads[i] = placeHeadOf(called)
		t.markShortened(i)
		if i > 0 && (t.heads[i-1]^t.heads[i])&pairMask == 0 {
			continue
		}
		h := t.slot(PairAt(called, 0))
		for t.slots[h] != 0 {
			h = (h + 1) & (len(t.slots) - 1)
		}
		t.slots[h] = uint16(i + 1)
	}
}

// mark lets MayBegin and MayEnd know a name.
func (t *Places) mark(name string) {
	t.begins.Add(PairAt(name, 0))
	t.called.Add(PairAt(name, 0))
	t.ends.Add(PairAt(name, len(name)-6))
}

// slot is where in slots the names are looked for that begin with p.
func (t *Places) slot(p Pair) int { return int(p.hash()) & (len(t.slots) - 1) }

// MayBegin says whether s may begin with a place of the table or with words such
// as 全市; it errs on the side of yes, and is quick.
func (t *Places) MayBegin(s string) bool { return len(s) >= 6 && t.begins.MayHave(PairAt(s, 0)) }

// MayBeginWith says whether a text that begins with p may begin so, or with what shortened reads; it seldom errs.
func (t *Places) MayBeginWith(p Pair) bool { return t.called.MayHave(p) }

// MayEnd says whether s may end in a place of the table or in words such as 全市; it
// errs on the side of yes, and is quick.
func (t *Places) MayEnd(s string) bool { return len(s) >= 6 && t.ends.MayHave(PairAt(s, len(s)-6)) }

// Firsts are the characters that a place of the table, or words such as 全市, may begin
// with.
func (t *Places) Firsts() string {
	var b strings.Builder
	for i := range relativePlaces {
		b.WriteString(relativePlaces[i].word[:3])
	}
	for i := range t.entries { // by name, so that all that begin alike stand together
		if first := t.entries[i].called[:3]; i == 0 || first != t.entries[i-1].called[:3] {
			b.WriteString(first)
		}
	}
	return b.String()
}

// hanAt is the three-byte character that s begins with.
func hanAt(s string) rune {
	return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
}

// Match gives the longest name that s begins with and every place of that name.
// n is its length in bytes, 0 where s begins with no place of the table.
func (t *Places) Match(s string) (n int, at []placeEntry) {
	if len(s) < 6 {
		return 0, nil
	}
	pair := PairAt(s, 0)
	if !t.called.MayHave(pair) {
		return 0, nil
	}
	from := t.first(pair)
	if from < 0 {
		return 0, nil
	}
	if n, at = t.longest(from, s); n == 0 {
		return 0, nil
	}
	if z := zoneLen(s, n, &at[0].Place); z > 0 {
		zone := Place{Name: s[:n+z], Level: County, Parent: at[0].Name}
		return n + z, []placeEntry{{zone.Name, zone}}
	}
	return n, at
}

// Zones end the names of zones, which are called after their city: 合肥|高新区. Those of national rank come
// first, which may be called after its full name, too.
var (
	nationalZones = wordClasses.Of("nationalzone")
	Zones         = slices.Concat(nationalZones, wordClasses.Of("zone"))
)

// zoneLen is how much of s behind its first n bytes, a name of the city or county p, makes it that
// of a zone.
func zoneLen(s string, n int, p *Place) int {
	rest := s[n:]
	if len(rest) < len("新区") || p.Level < City && !strings.HasSuffix(p.Name, "市") {
		return 0
	}
	switch character(rest) {
	case '高', '经', '国', '综', '自', '开', '工', '保', '新':
	default:
		return 0
	}
	for k, zone := range Zones {
		if (k < len(nationalZones) || n < len(p.Name)) && strings.HasPrefix(rest, zone) {
			return len(zone)
		}
	}
	return 0
}

// first is the index of the first name that begins with p, -1 where none does.
func (t *Places) first(p Pair) int {
	for h := t.slot(p); t.slots[h] != 0; h = (h + 1) & (len(t.slots) - 1) {
		if from := int(t.slots[h]) - 1; t.heads[from]&pairMask == placeHead(p) {
			return from
		}
	}
	return -1
}

// Whole gives the first place that is called s, nil where the table has none.
func (t *Places) Whole(s string) *Place {
	if !t.MayBegin(s) {
		return nil
	}
	head := placeHeadOf(s)
	i := t.first(PairAt(s, 0))
	for ; i >= 0 && i < len(t.heads) && (t.heads[i]^head)&pairMask == 0; i++ {
		if t.heads[i] == head && t.entries[i].called == s {
			return &t.entries[i].Place
		}
	}
	return nil
}

// Within reads a county of outer, a province or city, that s begins with and calls by the
// name without 县, 市 or 区, or as shortened does: 河北|赤城, 兴安盟|扎旗. n is 0 where there is none, and where it is an ordinary word.
func (t *Places) Within(s string, outer *Place) (n int, p Place) {
	if outer.Level != Province && outer.Level != City || !t.MayBegin(s) {
		return 0, Place{}
	}
	pair := PairAt(s, 0)
	for i := t.first(pair); i >= 0 && i < len(t.heads) && t.heads[i]&pairMask == placeHead(pair); i++ {
		e := &t.entries[i]
		stem := e.Name[:len(e.Name)-3]
		if e.Level == County && len(stem) > n && len(stem) >= 6 && policy.Begins(s, stem) && !CommonWord(stem) && t.belongs(e.Parent, outer) {
			n, p = len(stem), e.Place
		}
	}
	if n == 0 && outer.Level == City {
		return t.shortened(s, outer)
	}
	return n, p
}

// markShortened lets MayBegin know how shortened calls the county of entry i, if it has a long name.
func (t *Places) markShortened(i int) {
	e := &t.entries[i]
	first, rank := e.Name[:3], e.Name[len(e.Name)-3:]
	if e.Level != County || e.called != e.Name || rank != "旗" && (rank != "市" || len(e.Name) < len("满洲里市")) {
		return
	}
	t.long = append(t.long, uint16(i))
	for rest := e.Name; rest != ""; rest = rest[3:] {
		for k := 3; k < len(rest); k += 3 {
			t.called.Add(PairAt(rest[:3]+rest[k:], 0))
		}
	}
	t.begins.Add(PairAt(first+rank, 0))
	for k := 3; k < len(e.Name)-3 && rank == "旗"; k += 3 {
		t.begins.Add(PairAt(first+e.Name[k:], 0)) // 阿左|旗
		t.begins.Add(PairAt(e.Name[k:k+3]+rank, 0))
	}
}

// shortened reads the one county of outer that is called by some of the characters of its name and its rank:
// 扎旗, 东乌旗, 前旗, 乌市.
func (t *Places) shortened(s string, outer *Place) (n int, p Place) {
	for n = 6; n <= 12 && n <= len(s) && (s[n-3:n] != "旗" && s[n-3:n] != "市"); n += 3 {
	}
	if n > 12 || n > len(s) || CommonWord(s[:n]) {
		return 0, Place{}
	}
	for _, i := range t.long {
		e := &t.entries[i]
		if e.Parent != outer.Name || !inOrder(s[:n], e.Name) {
			continue
		}
		if p.Name != "" {
			return 0, Place{}
		}
		p = e.Place
	}
	return n * min(1, len(p.Name)), p
}

// inOrder says whether the characters of short stand in name in that order, the last at its end, and for what is
// no 旗 the first at its beginning.
func inOrder(short, name string) bool {
	if rank := name[len(name)-3:]; !strings.HasSuffix(short, rank) || rank != "旗" && short[:3] != name[:3] {
		return false
	}
	for ; short != ""; short = short[3:] {
		i := strings.Index(name, short[:3])
		if i < 0 {
			return false
		}
		name = name[i+3:]
	}
	return true
}

// belongs says whether outer is the place named, or the one it belongs to.
func (t *Places) belongs(name string, outer *Place) bool {
	if name == outer.Name {
		return true
	}
	up := t.Whole(name)
	return up != nil && up.Parent == outer.Name
}

// longest is the longest name that s begins with, of those from index first on that
// share its first two characters.
func (t *Places) longest(first int, s string) (n int, at []placeEntry) {
	from, to, head := 0, 0, placeHeadOf(s)
	for i := first; i < len(t.heads) && (t.heads[i]^head)&pairMask == 0; i++ {
		if third := t.heads[i] >> pairBits; third != 0 && third != head>>pairBits {
			continue
		}
		if called := t.entries[i].called; policy.Begins(s, called) && !runsOn(called, s[len(called):]) {
			if len(called) > n {
				from = i
			}
			n, to = len(called), i+1
		}
	}
	return n, t.entries[from:to]
}

// runsOn says whether the last character of a name belongs to the word behind it:
// 上海|市场, 河北|区域.
func runsOn(called, rest string) bool {
	switch called[len(called)-3:] {
	case "市":
		return strings.HasPrefix(rest, "场") || strings.HasPrefix(rest, "值") || strings.HasPrefix(rest, "面")
	case "区", "县":
		return strings.HasPrefix(rest, "域") || strings.HasPrefix(rest, "间") || strings.HasPrefix(rest, "位")
	case "州":
		return strings.HasPrefix(rest, "际")
	}
	return false
}
