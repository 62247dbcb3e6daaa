package normalize

import (
	"strings"

	"shuzheng/policy"
)

// relativeYears are the years said from the reader's year.
var relativeYears = [...]struct {
	word string
	year int
}{
	{"去年", -1}, {"上年度", -1}, {"上一年度", -1}, {"上一年", -1}, {"上年", -1}, {"前年", -2}, {"今年", 0}, {"本年度", 0}, {"本年", 0},
	{"当年", 0}, {"明年", 1}, {"下年度", 1}, {"下一年度", 1}, {"下一年", 1}, {"下年", 1}, {"次年", 1}, {"翌年", 1},
}

// relativeYear reads 去年, 本年度.
func (c *timeCursor) relativeYear() (int, bool) {
	switch character(c.rest()) {
	case '去', '上', '前', '今', '本', '当', '明', '下', '次', '翌':
	default:
		return 0, false
	}
	for i := range relativeYears {
		if r := &relativeYears[i]; c.word(r.word) {
			c.word("度")
			return r.year, true
		}
	}
	return 0, false
}

// relativePoint reads 年末, 年底前, 年初, 全年, 同期, 近年来.
func (c *timeCursor) relativePoint(p *Period) bool {
	switch character(c.rest()) {
	case '年', '全', '近', '历', '多', '同':
	default:
		return false
	}
	switch {
	case c.any("年底", "年末"):
		p.end()
		c.suffix(p)
	case c.word("年初"):
		p.start()
		c.suffix(p)
	case c.any("全年", "年内"):
	case c.any("近年来", "近些年来", "近几年来", "近年", "近几年", "历年", "多年来"):
		p.Vague = true
	case c.word("同期"):
		p.Vague, p.Same = true, true
	default:
		return false
	}
	return true
}

// relativeFirst says whether s begins with two characters that may begin a
// relative period; it errs on the side of yes.
func relativeFirst(s string) bool {
	if len(s) < 6 {
		return false
	}
	switch character(s) {
	case '近', '前', '这', '第':
		if beginsNumeral(s[3:]) {
			return true
		}
	case '元':
		if s[3] == '-' {
			return true
		}
	}
	return relativePairs.MayHave(PairAt(s, 0))
}

// relativePairs are the first two characters of the periods that begin with a word, where no numeral follows.
var relativePairs = func() (set PairSet) {
	for _, w := range [...]string{
		"去年", "明年", "次年", "翌年", "历年", "多年", "全年", "当年", "今年", "本年", "近年", "前年", "年底", "年末", "年初", "年内",
		"上半", "上年", "上一", "上世", "下半", "下年", "下一", "下世", "今后", "本世", "近几", "近些", "前两", "同期", "元月", "元至", "元～",
		"接下", "首季", "最近", "过去", "未来",
	} {
		set.Add(PairAt(w, 0))
	}
	return set
}()

// RelativeFirsts are the first characters of the periods that begin with a word.
const RelativeFirsts = "接去明次翌历多全当上下今本年近前同首最过未这第"

var relativeFirsts = newHanSet(RelativeFirsts)

// A hanSet is a set of unified ideographs, a bit for each.
type hanSet [(hanLast-hanFirst)/64 + 1]uint64

func newHanSet(chars string) *hanSet {
	set := new(hanSet)
	for _, r := range chars {
		set.add(r)
	}
	return set
}

func (set *hanSet) add(r rune) { set[(r-hanFirst)>>6] |= 1 << ((r - hanFirst) & 63) }

// has says whether the character that s begins with is in the set; s begins with
// one of three bytes.
func (set *hanSet) has(s string) bool {
	i := uint(hanAt(s)) - hanFirst
	return i>>6 < uint(len(set)) && set[i>>6]>>(i&63)&1 == 1
}

func beginsNumeral(s string) bool { return isDigit(s[0]) || HanDigit(s) > 0 }

// NextRelative finds the first period at or after byte from of s that begins with
// a word and not with a numeral: 上半年, 去年, 全年, 年末, 近五年, 第一季度. It
// returns len(s), 0 where there is none.
func NextRelative(s string, from int) (start, n int, p Period) {
	for i := from; i+6 <= len(s); {
		if s[i] < 0x80 {
			i++
			continue
		}
		if s[i] < 0xe4 || s[i] > 0xe9 {
			i += sequenceLen(s[i])
			continue
		}
		if relativeFirsts.has(s[i:]) && RelativeMayBegin(s, i) {
			if n, p := MatchPeriod(s[i:]); n > 0 {
				return i, n, p
			}
		}
		i += 3
	}
	return len(s), 0, Period{}
}

// RelativeAt is the length of the period that s begins with, of those that NextRelative
// finds; 0 if there is none.
func RelativeAt(s string) int {
	if len(s) < 6 || !relativeFirst(s) || carriedOver(s) {
		return 0
	}
	n, _ := MatchPeriod(s)
	return n
}

// carriedOver says whether s begins with what a budget carries over from the year before,
// a term and no time: 上年结余收入, 上年结转.
func carriedOver(s string) bool {
	return policy.BeginsAny(s, "上年结", "上年度结", "上一年度结", "上年滚存", "上年度滚存", "上一年度滚存")
}

// RelativeMayBegin says whether a period that begins with a word may begin at byte
// i of s: not 10年内, 每年年底 (where 年 belongs to what stands before it), 提前3个月.
func RelativeMayBegin(s string, i int) bool {
	if !relativeFirst(s[i:]) {
		return false
	}
	if i < 3 {
		return (i == 0 || character(s[i:]) != '年' || !isDigit(s[i-1])) && !carriedOver(s[i:])
	}
	switch before := character(s[i-3:]); character(s[i:]) {
	case '年':
		return !isDigit(s[i-1]) && HanDigit(s[i-3:]) == 0 && !strings.ContainsRune("学每多年半", before)
	case '前':
		return !strings.ContainsRune("提之以满期日月目先空超束业毕职", before)
	case '全':
		return !strings.ContainsRune("安健完齐周", before)
	case '上', '下':
		return before != '以' && !carriedOver(s[i:])
	}
	return true
}

// sequenceLen is the length of the UTF-8 sequence that b begins; 1 for a stray byte.
func sequenceLen(b byte) int {
	switch {
	case b >= 0xf0:
		return 4
	case b >= 0xe0:
		return 3
	case b >= 0xc0:
		return 2
	}
	return 1
}
