package extract

import "strings"

// clauseEnds are the marks that splitClauses knows.
const clauseEnds = "，；。！？：（）】"

// splitClauses cuts the passage at ，；。！？：】. A bracket keeps its inner marks to itself:
// the clause around （1～5月，全市57家） goes on behind it.
// It appends them to out.
func (p *passage) splitClauses(out []clause) []clause {
	s := p.s
	start, sentence, depth := 0, 0, 0
	i := p.survey.Next(0, clauseMark)
	if p.wire = wireLen(s, i); p.wire > 0 {
		out = append(out, clause{0, p.wire, 0, 0})
		start, sentence = p.wire, 1
		i = p.survey.Next(start, clauseMark)
	}
	for ; i < len(s); i = p.survey.Next(i+3, clauseMark) {
		stop, next := rune(charAt(s, i)), sentence
		switch stop {
		case '（':
			depth++
			continue
		case '）':
			depth = max(depth-1, 0)
			continue
		case '，', '：':
			if depth > 0 || betweenDigits(s, i) {
				continue
			}
		default:
			if depth > 0 && stop == '；' {
				continue
			}
			depth, next = 0, sentence+1
		}
		out = append(out, clause{start, i, sentence, stop})
		start, sentence = i+3, next
	}
	return append(out, clause{start, len(s), sentence, 0})
}

// wireLen is the length of the words at the head of s that tell who sends a report, and from where, the first mark of
// which stands at byte i: 新华社云川8月19日电（记者 陆远舟）, 本报讯. 0 where none do.
func wireLen(s string, i int) int {
	if i <= wireReach && strings.HasPrefix(s[i:], "（") && (i == 0 || wireEnds.suffix(s[:i]) > 0) {
		n := bracketLen(s[i:])
		return (i + n) * btoi(containsAny(s[i:i+n], "记者", "通讯员"))
	}
	n := wires.prefix(s)
	if n == 0 {
		return 0
	}
	if k := strings.Index(upTo(s, wireReach), "日电"); k > 0 {
		return k + len("日电")
	}
	return n * btoi(strings.HasSuffix(s[:n], "讯"))
}

// wireReach is how far into a report they may reach, in bytes.
const wireReach = 60

// wires begin them, wireEnds stand before the bracket that names who writes.
var wires, wireEnds = phrases["wire"], phrases["wireend"]

// runeLen is the length of the UTF-8 sequence that c begins.
func runeLen(c byte) int {
	switch {
	case c < 0x80:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// betweenDigits says whether the mark at byte i parts the numbers of a ratio.
func betweenDigits(s string, i int) bool {
	return i > 0 && i+3 < len(s) && s[i-1]-'0' < 10 && s[i+3]-'0' < 10
}
