package normalize

import "strings"

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
	second := s[3:6]
	switch s[:3] {
	case "去", "明", "次", "翌", "历", "多", "全", "当":
		return second == "年"
	case "上", "下":
		return second == "半" || second == "年" || second == "一" || second == "世"
	case "今":
		return second == "年" || second == "后"
	case "本":
		return second == "年" || second == "世"
	case "年":
		return second == "底" || second == "末" || second == "初" || second == "内"
	case "近":
		return second == "年" || second == "几" || second == "些" || beginsNumeral(s[3:])
	case "前":
		return second == "年" || second == "两" || beginsNumeral(s[3:])
	case "同":
		return second == "期"
	case "首":
		return second == "季"
	case "最":
		return second == "近"
	case "过":
		return second == "去"
	case "未":
		return second == "来"
	case "这", "第":
		return beginsNumeral(s[3:])
	}
	return false
}

func beginsNumeral(s string) bool { return isDigit(s[0]) || planDigit(s) > 0 }

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
		if relativeFirst(s[i:]) && mayStand(s, i) {
			if n, p := MatchPeriod(s[i:]); n > 0 {
				return i, n, p
			}
		}
		i += 3
	}
	return len(s), 0, Period{}
}

// mayStand says whether a relative word may begin at byte i: not 10年内, 每年年底
// (where 年 belongs to what stands before it), 提前3个月.
func mayStand(s string, i int) bool {
	if i == 0 {
		return true
	}
	switch {
	case strings.HasPrefix(s[i:], "年"):
		_, w := endsInNumeral(s[:i])
		return !w && !strings.HasSuffix(s[:i], "学") && !strings.HasSuffix(s[:i], "每") && !strings.HasSuffix(s[:i], "多") && !strings.HasSuffix(s[:i], "年")
	case strings.HasPrefix(s[i:], "前"):
		return !endsWithAny(s[:i], "提", "之", "以", "满", "期", "日", "月", "目", "先", "空", "超", "束", "业", "毕", "职")
	case strings.HasPrefix(s[i:], "全"):
		return !endsWithAny(s[:i], "安", "健", "完", "齐", "周")
	case strings.HasPrefix(s[i:], "上"):
		return !endsWithAny(s[:i], "以")
	case strings.HasPrefix(s[i:], "下"):
		return !endsWithAny(s[:i], "以")
	}
	return true
}

func endsWithAny(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// endsInNumeral says whether s ends with a numeral.
func endsInNumeral(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	if b := s[len(s)-1]; b >= '0' && b <= '9' {
		return int(b - '0'), true
	}
	if len(s) >= 3 {
		if d := planDigit(s[len(s)-3:]); d >= 0 {
			return d, true
		}
	}
	return 0, false
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
