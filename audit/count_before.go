package audit

import (
	"strings"

	"shuzheng/policy"
)

// inQuotes counts characters: “产学研用金、才政介美云”十联动, “巩固、增强、提升、畅通”八个字.
func inQuotes(_ *counter, c *counted) (listed, bool) {
	before := c.s[:c.at]
	if c.n < 4 || c.figure != "" && !strings.HasPrefix(c.noun, "字") || !strings.HasSuffix(before, "”") {
		return listed{}, false
	}
	i := strings.LastIndex(before, "“")
	if i < 0 {
		return listed{}, false
	}
	inside := before[i+len("“") : len(before)-len("”")]
	n := 0
	for _, r := range inside {
		if r != '、' && r != '，' && r != ',' && r != ' ' {
			n++
		}
	}
	if n != c.n {
		return listed{}, false
	}
	return listed{n: n, names: []string{inside}}, true
}

// listBefore reads a list that ends at the number: 执法、仲裁、司法、调解“四位一体”;
// A区、B区的“两区协同”; A、B等16个省.
func listBefore(_ *counter, c *counted) (listed, bool) {
	s, open := listEnd(unquoted(c.s[:c.at]))
	if strings.HasSuffix(s, "、") || joinsBack(s) || countEnds(s) {
		return listed{}, false // it is one of the items itself
	}
	if noList.end(s) != "" {
		return listed{}, false
	}
	start, several := listStart(s)
	if !several && (c.n != 2 || !joinSet.In(s[start:])) {
		return listed{}, false
	}
	text := s[start:]
	if c.figure != "" && strings.ContainsAny(text, "0123456789") {
		return listed{}, false // 床位800张、三级医院2家
	}
	if inner, ok := wholeQuote(text); ok {
		text = inner
	}
	l := split(text)
	if len(l.items) == 1 && (c.n != 2 || l.joins != 1 || policy.RuneCount(text) > 30) {
		return listed{}, false
	}
	out, ok := c.against(l)
	// 新建甲工程，改造乙工程、丙工程3项工程: the clause before may hold another
	cut := strings.HasSuffix(s[:len(s)-len(text)], "，") && out.n < c.n
	out.sure = out.sure && !open && !cut
	return out, ok
}

// listEnd drops the words between a list and the number of its items: 等共 in A、B等共6个;
// open says that 等 was among them.
func listEnd(s string) (list string, open bool) {
	for {
		w := listEnds.end(s)
		if w == "" {
			return s, open
		}
		open = open || w == "等"
		s = s[:len(s)-len(w)]
	}
}

var listEnds = newWordList("等", "的", "这", "共计", "共")

// joinsBack says whether a text ends in 和, 与 or 及.
func joinsBack(s string) bool { return joinSet.Ends(s) && joinsAt(s[:len(s)-3], s[len(s)-3:]) > 0 }

// noList ends what is no list: 研究决定分两批受理; 市级示范性“三位一体”合作组织.
var noList = newWordList("分", "性", "型")

// countEnds says whether a text ends in a number and its classifier: 4个“两山”基地.
func countEnds(s string) bool {
	w := classifiers.end(s)
	if w == "" || len(s) == len(w) {
		return false
	}
	r, _ := policy.LastRune(s[:len(s)-len(w)])
	return r >= '0' && r <= '9' || r == '两' || strings.ContainsRune(hanDigits, r)
}

// listStart is where the clause that s ends in begins, going over whole brackets; several
// says that split may find more than one item in it.
func listStart(s string) (start int, several bool) {
	depth := 0
	for i := backOf(listSet, s, len(s)); i > 0; {
		r, size := policy.LastRune(s[:i])
		switch {
		case closing(r):
			depth++
		case opening(r) && depth == 0, endsClause(r) && depth == 0:
			return i, several
		case opening(r):
			depth--
			several = several || r == '“'
		case r == '、', r == '；', r == ';':
			several = true
		}
		i = backOf(listSet, s, i-size)
	}
	return 0, several
}

// wholeQuote gives the inside of a quote with a list in it that a text ends with:
// 强化“展示、交易、共享”.
func wholeQuote(s string) (string, bool) {
	if !strings.HasSuffix(s, "”") {
		return "", false
	}
	i := strings.LastIndex(s, "“")
	if i < 0 || !strings.Contains(s[i:], "、") {
		return "", false
	}
	return s[i+len("“") : len(s)-len("”")], true
}

// inBracket reads a list in a bracket right behind: 6个（康乐街道、黄茅镇…）; “五项第一”（…）.
func inBracket(_ *counter, c *counted) (listed, bool) {
	rest := c.s[c.end:]
	if r, size := policy.FirstRune(rest); r == '”' || r == '’' || r == '」' || r == '』' || r == '"' {
		rest = rest[size:]
	}
	if !strings.HasPrefix(rest, "（") && !strings.HasPrefix(rest, "(") {
		return listed{}, false
	}
	_, size := policy.FirstRune(rest)
	end := bracketEnd(rest)
	if end < 0 {
		return listed{}, false
	}
	inside := rest[size:end]
	if partWords.in(inside) {
		l, ok := c.against(split(inside))
		return listed{n: l.n, names: l.names}, ok
	}
	l := split(strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(inside, "即"), "分别为"), "：:"))
	if len(l.items) < 2 {
		return listed{}, false
	}
	out, ok := c.against(l)
	if !ok && generic(l.items) {
		return listed{}, false // 7个省（区、市）
	}
	plain := l.joins+l.inner == 0 && !strings.ContainsAny(inside, "，,。；;：:（(“0123456789")
	out.sure, out.told = plain && len(l.items) > 2 && (!c.loose || out.sure), true
	return out, ok
}

// partWords say that a list is not the whole, or more than it.
var partWords = newWordList(wordClasses.Of("part")...)

// bracketEnd is where the bracket that s begins with closes, -1 where it does not.
func bracketEnd(s string) int {
	depth := 0
	for i, r := range s {
		if r == '（' || r == '(' {
			depth++
		}
		if r == '）' || r == ')' {
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
