package audit

import (
	"strings"

	"shuzheng/policy"
)

// finders look for the list that a statement counts, the nearest first.
var finders = []func(k *counter, c *counted) (listed, bool){
	stepsAfter, inQuotes, listBefore, inBracket, listAfter, enumerated, underHeadings, nextBlocks, nextClauses, nextNames,
}

// nearest is how many of the finders look right beside the statement: no more is asked
// for a figure (10个平台), which counts the world more often than the text.
const nearest = 6

// check holds a statement against the first list that fits it. Where none does, one
// that must be meant proves it wrong, and one that the text leads over to leaves it
// unchecked. It says whether there was one.
func (k *counter) check(c *counted) bool {
	if k.finished(c) {
		return true
	}
	var best listed
	look := finders
	if c.figure != "" && !c.listable() {
		look = finders[:nearest]
	}
	for _, find := range look {
		l, ok := find(k, c)
		if ok && (l.alike || !c.compound()) { // 五险一金 are six
			k.reportCount(c, l)
			k.remember(c, l)
			return true
		}
		if best.n == 0 && l.n > 1 && (l.sure || l.told) && near(l.n, c.n) && !c.compound() && !c.loosely() {
			best = l
		}
	}
	if best.n > 0 {
		k.reportCount(c, best)
	}
	return best.n > 0
}

// remember keeps the list of a name.
func (k *counter) remember(c *counted, l listed) {
	if !c.isName() {
		return
	}
	if k.known == nil {
		k.known = map[string]listed{}
	}
	said := c.s[c.at:c.end]
	if _, ok := k.known[said]; !ok {
		k.known[said] = l
	}
}

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
	if strings.HasSuffix(s, "、") || joinsBack(s) {
		return listed{}, false // it is one of the items itself
	}
	start, several := listStart(s)
	if !several && c.n != 2 {
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
func joinsBack(s string) bool {
	return joinSet.Ends(s) && joinsAt(s[:len(s)-3], s[len(s)-3:]) > 0
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
var partWords = newWordList("等", "其中", "包括", "包含", "含", "如", "例如", "以下简称", "下同", "不含", "除")

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

// generic says whether items only name kinds of places: 7个省（自治区、直辖市）.
func generic(items []string) bool {
	for _, item := range items {
		switch item {
		case "区", "市", "县", "州", "盟", "旗", "省", "自治区", "直辖市", "特别行政区", "自治州", "自治县", "街道", "乡", "镇", "乡镇", "村", "社区", "场", "园区", "开发区", "地区", "师市", "师", "局", "办":
			return true
		}
	}
	return false
}

// leads lead from a statement to its list.
var leads = newWordList("：", ":", "，即", ",即", "。即", "，包括", "，分别是", "，分别为", "——", "，一是", "，主要包括")

// listAfter reads the list that the text leads over to: 建设两平台两系统，即…
func listAfter(_ *counter, c *counted) (listed, bool) {
	rest := c.s[c.end:]
	i := clauseEnd(rest)
	if i > 24 || i == len(rest) {
		return listed{}, false
	}
	lead := leadAt(rest[i:])
	if lead == 0 {
		return listed{}, false
	}
	if rest = rest[i+lead:]; begins(rest) > 0 {
		return listed{}, false // 一是: see enumerated
	}
	sentence := rest
	if i := strings.Index(rest, "。"); i >= 0 {
		sentence = rest[:i]
	}
	if l, ok := c.against(split(sentence)); ok && !strings.Contains(sentence, "，") {
		return l, true
	}
	if parts := strings.FieldsFunc(sentence, func(r rune) bool { return r == '；' || r == ';' }); len(parts) == c.n {
		return listed{n: c.n, names: parts}, true
	}
	clause := sentence
	if i := strings.IndexAny(sentence, "，,；;"); i >= 0 {
		clause = sentence[:i]
	}
	l := split(clause)
	out, ok := c.against(l)
	open := strings.HasSuffix(clause, "等") || strings.Contains(clause, "等")
	out.sure, out.told = out.sure && clause == sentence && !open, clause == sentence && !open && len(l.items) > 1
	return out, ok
}

// clauseEnd is where the first 、, — or end of a clause stands in s, len(s) if none does.
func clauseEnd(s string) int {
	for i := nextOf(leadSet, s, 0); i < len(s); {
		r, size := policy.FirstRune(s[i:])
		if r == '、' || r == '—' || endsClause(r) {
			return i
		}
		i = nextOf(leadSet, s, i+size)
	}
	return len(s)
}

// leadAt is how long the lead is that s begins with.
func leadAt(s string) int {
	w := leads.begin(s)
	if w == "，一是" {
		return len("，")
	}
	return len(w)
}

// nextClauses reads the first list of three or more in what follows: 三大领域性人才改革
// 试验区建设，出台数字经济、影视文化、国际商贸人才培育行动.
func nextClauses(_ *counter, c *counted) (listed, bool) {
	if c.n < 3 || c.noun == "" {
		return listed{}, false
	}
	sentences, commas := 0, 0
	for i, from := nextOf(clauses, c.s, c.end), c.end; sentences < 2; {
		r, size := policy.FirstRune(c.s[i:])
		if r == '、' {
			commas++
		}
		if i == len(c.s) || endsClause(r) || r == '；' {
			if commas > 1 {
				if l := split(c.s[from:i]); len(l.items) > 2 {
					return c.nextList(l)
				}
			}
			if i == len(c.s) {
				break
			}
			from, commas = i+size, 0
			if r == '。' {
				sentences++
			}
		}
		i = nextOf(clauses, c.s, i+size)
	}
	return listed{}, false
}

// nextList holds a list that nothing but its place binds to the statement.
func (c *counted) nextList(l series) (listed, bool) {
	out, ok := c.against(l)
	if ok && len(l.parts()) != c.n || strings.Contains(l.items[len(l.items)-1], "等") {
		return listed{}, false
	}
	if c.loose && ok && l.ending(c.tails()[len(c.tails())-1]) == 0 {
		return listed{}, false // nothing but the number is alike
	}
	return listed{n: out.n, names: out.names, alike: c.loose}, ok
}

// nextNames counts the parts of what follows that each begin with a name: “六城”建设
// 提质。金华科技城…；义乌科技城….
func nextNames(_ *counter, c *counted) (listed, bool) {
	if c.n < 3 || !c.loose || c.noun == "" {
		return listed{}, false
	}
	_, size := policy.FirstRune(c.noun)
	kind := c.noun[:size]
	var names []string
	for i, from := nextOf(stops, c.s, c.end), -1; i < len(c.s) || from >= 0; {
		r, size := policy.FirstRune(c.s[i:])
		if i += size; size > 0 && r != '。' && r != '；' && r != ';' {
			i = nextOf(stops, c.s, i)
			continue
		}
		if from >= 0 {
			if style, _, _ := readMark(c.s[from:]); style != noMark {
				break
			}
			names = withName(names, c.s[from:i], kind)
		}
		if from = i; i == len(c.s) {
			break
		}
		i = nextOf(stops, c.s, i)
	}
	return listed{n: len(names), names: names}, len(names) == c.n
}

// maxName is how long a name may be, in characters.
const maxName = 8

// withName adds the name of a kind that s begins with, unless it is there already.
func withName(names []string, s, kind string) []string {
	i := strings.Index(s, kind)
	if i <= 0 || policy.RuneCount(s[:i]) >= maxName || strings.ContainsAny(s[:i], "，,、：:“") {
		return names
	}
	if name := s[:i+len(kind)]; !among(names, name) {
		return append(names, name)
	}
	return names
}

// stepsAfter counts the dates of steps: 分三步走，到2025年…；到2035年…；到本世纪中叶….
func stepsAfter(_ *counter, c *counted) (listed, bool) {
	if !strings.HasPrefix(c.noun, "步") {
		return listed{}, false
	}
	var names []string
	rest := c.s[c.end:]
	for i := nextOf(stepFirst, rest, 0); i < len(rest); i = nextOf(stepFirst, rest, i+charLen(rest[i:])) {
		if stepWords.begin(rest[i:]) != "" && strings.HasSuffix(strings.TrimRight(rest[:i], " 第一二三四步"), mark(rest[:i])) {
			names = append(names, shortened(clauseOf(rest[i:]), 12))
		}
	}
	return listed{n: len(names), names: names}, len(names) == c.n
}

// stepWords begin the date of a step.
var (
	stepWords = newWordList("到20", "到本世纪", "到二〇", "到新中国成立")
	stepFirst = stepWords.first
)

// mark is the mark a text ends with, "\x00" where it ends with none.
func mark(s string) string {
	s = strings.TrimRight(s, " 第一二三四步")
	for _, m := range [...]string{"，", "；", "。", "：", ",", ";", ":"} {
		if strings.HasSuffix(s, m) {
			return m
		}
	}
	return "\x00"
}

// clauseOf is the first clause of s.
func clauseOf(s string) string {
	if i := strings.IndexAny(s, "，,。；;：:"); i >= 0 {
		return s[:i]
	}
	return s
}

// shortened keeps the first n characters.
func shortened(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}
