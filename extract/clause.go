package extract

// clauseEnds are the marks that splitClauses knows.
const clauseEnds = "，；。！？：（）】"

// splitClauses cuts the passage at ，；。！？：】. A bracket keeps its inner marks to itself:
// the clause around （1～5月，全市57家） goes on behind it.
// It appends them to out.
func (p *passage) splitClauses(out []clause) []clause {
	s := p.s
	start, sentence, depth := 0, 0, 0
	for i := p.survey.Next(0, clauseMark); i < len(s); i = p.survey.Next(i+3, clauseMark) {
		switch s[i : i+3] {
		case "（":
			depth++
		case "）":
			depth = max(depth-1, 0)
		case "，", "：":
			if depth == 0 && !betweenDigits(s, i) {
				out = append(out, clause{start, i, sentence, 0})
				start = i + 3
			}
		case "；", "。", "！", "？", "】":
			if depth > 0 && s[i:i+3] == "；" {
				break
			}
			depth = 0
			out = append(out, clause{start, i, sentence, 0})
			start = i + 3
			sentence++
		}
		if n := len(out); n > 0 && out[n-1].end == i && start == i+3 {
			out[n-1].stop = rune(charAt(s, i))
		}
	}
	return append(out, clause{start, len(s), sentence, 0})
}

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
