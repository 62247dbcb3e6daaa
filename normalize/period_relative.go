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
// relative period.
func relativeFirst(s string) bool {
	if len(s) < 6 {
		return false
	}
	second := character(s[3:])
	switch character(s) {
	case '去', '明', '次', '翌', '历', '多', '全', '当':
		return second == '年'
	case '上', '下':
		return second == '半' || second == '年' || second == '一' || second == '世'
	case '今':
		return second == '年' || second == '后'
	case '本':
		return second == '年' || second == '世'
	case '年':
		return second == '底' || second == '末' || second == '初' || second == '内'
	case '近':
		return second == '年' || second == '几' || second == '些' || beginsNumeral(s[3:])
	case '前':
		return second == '年' || second == '两' || beginsNumeral(s[3:])
	case '同':
		return second == '期'
	case '元':
		return second == '月' || second == '至' || second == '～' || strings.HasPrefix(s[3:], "-")
	case '接':
		return strings.HasPrefix(s[3:], "下来")
	case '首':
		return second == '季'
	case '最':
		return second == '近'
	case '过':
		return second == '去'
	case '未':
		return second == '来'
	case '这', '第':
		return beginsNumeral(s[3:])
	}
	return false
}

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
	before := character(s[i-3:])
	switch character(s[i:]) {
	case '年':
		switch before {
		case '学', '每', '多', '年', '半':
			return false
		}
		return !isDigit(s[i-1]) && HanDigit(s[i-3:]) == 0
	case '前':
		switch before {
		case '提', '之', '以', '满', '期', '日', '月', '目', '先', '空', '超', '束', '业', '毕', '职':
			return false
		}
	case '全':
		switch before {
		case '安', '健', '完', '齐', '周':
			return false
		}
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
