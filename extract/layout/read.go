package layout

import (
	"strings"

	"shuzheng/policy"
)

// A shape says what the wording of a numbered unit looks like.
type shape uint8

const (
	item    shape = iota // a sentence or an entry of a list
	whole                // the unit is a heading as a whole
	runIn                // a heading, 。, and the text
	unsure               // a run-in that may be a sentence: its neighbours decide
	closing              // a short sentence alone: 一、高举旗帜。 （二）扩大内需，增强发展动能。
)

// A reading is what a unit's beginning says.
type reading struct {
	marker
	shape shape
	head  int // end of the heading's own text
	rest  int // start of the text behind a run-in heading
}

const (
	headRunes   = 45   // characters of a heading at most
	outerRunes  = 60   // and of one numbered 一、 or （一）
	clauseRunes = 28   // characters of a run-in heading without a comma
	shortRunes  = 20   // of a heading that needs little proof
	aloneRunes  = 40   // of a sentence that is a heading by what stands under it
	maxHead     = 1200 // bytes in which a heading ends
)

// readUnit reads the marker of s and what follows it.
func readUnit(s string) reading {
	m := readMarker(s)
	r := reading{marker: m}
	if m.style == noStyle {
		return r
	}
	at := skipBlanks(s, m.len)
	if m.style == article {
		return readArticle(s, r, at)
	}
	if at == len(s) {
		return r
	}
	stop, n := sentenceEnd(s[at:])
	r.head = trimEnd(s, at, at+stop)
	r.rest = skipBlanks(s, at+stop+n)
	switch head := s[at:r.head]; {
	case n == 0:
		r.shape = wholeShape(s, &r, m.style)
	case s[at+stop:at+stop+n] == "？" && r.rest == len(s) && mayClose(head, m.style): // 一、支持对象有哪些？
		r.shape, r.head = closing, r.rest
	case hasSemicolon(head) || hasLabel(head) || s[at+stop:at+stop+n] != "。":
		r.shape = item
	case r.rest < len(s):
		r.shape = sentenceShape(head, m.style)
	case mayClose(head, m.style):
		r.shape = closing
	}
	return r
}

// readUnits reads the markers of all units.
func readUnits(us []unit) {
	points := false
	for i := range us {
		if us[i].kind == policy.Paragraph || us[i].kind == policy.Heading {
			us[i].r = readUnit(us[i].str())
			points = points || us[i].r.style == decimal
		}
	}
	if points {
		bareNumbers(us)
	}
}

// bareNumbers reads the numbers of headings that no point follows, where those under them go on with one:
// 1 总则 over 1.1 编制目的.
func bareNumbers(us []unit) {
	last := 0
	for i := range us {
		s := us[i].str()
		v, n := readArabic(s)
		if n == 0 || v != last+1 || !us[i].bare() || !us[i].oneLine(60) || blankLen(s[n:]) == 0 || !isHan(firstRune(trim(s[n:]))) {
			continue
		}
		if last > 0 || i+1 < len(us) && us[i+1].r.style == decimal && us[i+1].r.number == 1 && s[0] == us[i+1].str()[0] {
			us[i].r, last = reading{marker{arabic, v, n}, whole, len(s), len(s)}, v
		}
	}
}

// sentenceShape reads the first sentence of a numbered unit that has more.
func sentenceShape(head string, st style) shape {
	comma, figure, n := hasComma(head), hasFigure(head), runeCount(head)
	switch {
	case st == dash && isShort(head):
		return runIn
	case st == dash || n > st.limit() || comma && figure || conditional(head):
		return item
	case comma || figure || n > clauseRunes:
		return unsure
	}
	return runIn
}

// isShort says whether head has the length of a heading and no comma.
func isShort(head string) bool { return runeCount(head) <= shortRunes && !hasComma(head) }

// mayClose says whether head, a sentence with nothing behind it, may be a heading:
// （二）扩大内需，增强发展动能。 No rule and no condition is one.
func mayClose(head string, st style) bool {
	return !hasFigure(head) && (isShort(head) || st != dash && runeCount(head) <= aloneRunes && commas(head) <= 2 && !conditional(head) && !lawSentence(head))
}

// limit is the number of characters that a heading of style st has at most.
func (st style) limit() int {
	if st <= hanParen {
		return outerRunes
	}
	return headRunes
}

// wholeShape reads a numbered unit without a full stop.
func wholeShape(s string, r *reading, st style) shape {
	head := s[skipBlanks(s, r.len):r.head]
	n, end := runeCount(head), endOf(head)
	part := st >= partStyle && st <= section
	switch {
	case st == dash || end == closedEnd || end == commaEnd:
		return item
	case end == colonEnd && (n > 20 || hasComma(head)):
		return item
	case end == colonEnd:
		_, k := policy.LastRune(s[:r.head])
		r.head -= k
	case part && n > outerRunes, !part && (hasSemicolon(head) || hasLabel(head) || n > st.limit()):
		return item
	}
	return whole
}

// conditional says whether s sets a condition, as list items do and headings do not.
func conditional(s string) bool {
	return strings.HasSuffix(s, "的") || policy.HoldsAny(s, conditions...)
}

var conditions = words.Of("condition")

// sentenceEnd finds the first 。！？ of s outside quotes and brackets and its
// length; n is 0 if there is none.
func sentenceEnd(s string) (at, n int) {
	s = s[:min(len(s), maxHead)]
	depth := 0
	for i := marksOfSentences.next(s, 0); i < len(s); i = marksOfSentences.next(s, i+3) {
		switch s[i : i+3] {
		case "“", "（", "《":
			depth++
		case "”", "）", "》":
			depth = max(depth-1, 0)
		case "。", "！", "？":
			if depth == 0 || !policy.HoldsAny(s[i:], "”", "）", "》") {
				return i, 3
			}
		}
	}
	return len(s), 0
}

// marksOfSentences are the marks that tell where a sentence ends.
var marksOfSentences = firstOf("“", "（", "《", "”", "）", "》", "。", "！", "？")

// hasSemicolon says whether s has a semicolon.
func hasSemicolon(s string) bool { return strings.IndexByte(s, ';') >= 0 || strings.Contains(s, "；") }

// hasComma says whether s has a comma.
func hasComma(s string) bool { return strings.IndexByte(s, ',') >= 0 || strings.Contains(s, "，") }

// commas is the number of commas in s.
func commas(s string) int { return strings.Count(s, "，") + strings.Count(s, ",") }

// hasLabel says whether s is of the form name：value.
func hasLabel(s string) bool {
	k := strings.Index(s, "：")
	if k < 0 {
		k = strings.Index(s, ":")
	}
	if k < 0 || k >= len(s)-3 {
		return false
	}
	o := strings.LastIndex(s[:k], "（")
	return o < 0 || strings.Contains(s[o:k], "）")
}

// hasFigure says whether s has an Arabic number other than a year.
func hasFigure(s string) bool {
	for i := digitSet.Next(s, 0); i < len(s); {
		k, digits := i, 0
		for c, n := policy.FirstRune(s[k:]); isDigit(c) || c == '.'; c, n = policy.FirstRune(s[k:]) {
			k += n
			digits++
		}
		name := i > 0 && isLatin(s[i-1]) || k < len(s) && (isLatin(s[k]) || s[k] == '+')
		if !name && !(digits == 4 && strings.HasPrefix(s[skipBlanks(s, k):], "年")) {
			return true
		}
		i = digitSet.Next(s, k)
	}
	return false
}

// digitSet are the Arabic figures.
var digitSet = policy.CharSetWith("0123456789０１２３４５６７８９")
