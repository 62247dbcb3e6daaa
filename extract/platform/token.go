package platform

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A tokenKind says what a piece of a name is; several together are a set of kinds.
type tokenKind uint16

const (
	unknownToken tokenKind = 1 << iota // characters that no table knows: 睿珀
	placeToken
	countryToken // 中国
	instToken
	quoteToken   // “政企通”
	bracketToken // （兰溪）
	codeToken    // G60, AI, 2.0
	gradeToken   // 国家级, 市
	commonToken
	subjectToken
	vagueToken
	joinToken // 和, —
	headToken

	anchorTokens = placeToken | countryToken | instToken | quoteToken // at which a name may begin, whatever stands before
	plainTokens  = commonToken | vagueToken | gradeToken              // which kinds have too
)

// all says whether all tokens are of some kinds.
func all(tokens []token, kinds tokenKind) bool { return kindsOf(tokens)&^kinds == 0 }

// kindsOf are the kinds of all tokens.
func kindsOf(tokens []token) (kinds tokenKind) {
	for i := range tokens {
		kinds |= tokens[i].kind
	}
	return kinds
}

// A token is a piece of a name: bytes [start, end) of the passage.
type token struct {
	start, end int
	kind       tokenKind
	formal     bool  // of a place: with its 省, 市, 县 or 区
	ordinary   bool  // a common word that words.tsv does not have
	head       *head // of a headToken
}

// size is the length of a token.
func (t *token) size() int { return t.end - t.start }

// single says whether a token is a common word of one character.
func (t *token) single() bool { return t.kind == commonToken && t.size() == 3 }

// A stop says what a name was found to begin behind.
type stop uint8

const (
	atEdge   stop = iota // the passage begins
	atMark               // ，。；： and the like
	atComma              // 、 or 和 in a list
	atQuote              // “
	atCut                // a word that no name holds
	atFound              // 成立, 启用: of one body
	atAim                // 打造, 成为
	atPlural             // 一批, 各类
	atNumber             // 11
)

// maxTokens and maxName bound how much is read of a name, in tokens and bytes.
const (
	maxTokens = 24
	maxName   = 120
)

// A reader reads names backwards from their heads. It is used again and again.
type reader struct {
	s      string
	tokens []token   // from left to right, at the end of room
	kinds  tokenKind // of those before the head
	room   []token
	stop   stop
	at     int    // where the name begins
	joint  int    // how many tokens stood there before 和 was read over; 0 if none was
	cut    string // the word that stopped it
}

// read reads the tokens of the name with head h that ends at byte end.
func (r *reader) read(s string, end int, h *head) {
	r.begin(s, end)
	r.push(len(h.word), headToken, h)
	r.kinds = 0
	r.rest(end)
}

// begin makes ready to read to the left of byte end.
func (r *reader) begin(s string, end int) {
	if r.room == nil {
		r.room = make([]token, maxTokens+1)
	}
	r.s, r.at, r.tokens, r.kinds, r.stop, r.joint, r.cut = s, end, r.room[len(r.room):], 0, atEdge, 0, ""
}

// rest reads all tokens to the left of byte end.
func (r *reader) rest(end int) {
	for r.more(end) {
	}
}

// push takes the n bytes to the left as a token.
func (r *reader) push(n int, kind tokenKind, h *head) {
	r.at -= n
	r.kinds |= kind
	if kind == unknownToken && len(r.tokens) > 0 && r.tokens[0].kind == unknownToken {
		r.tokens[0].start = r.at
		return
	}
	r.tokens = r.room[len(r.room)-len(r.tokens)-1:]
	r.tokens[0] = token{start: r.at, end: r.at + n, kind: kind, head: h}
}

// halt ends the reading.
func (r *reader) halt(why stop) bool {
	r.stop = why
	return false
}

// more reads one token to the left of r.at, false where the name begins.
func (r *reader) more(end int) bool {
	if r.at == 0 {
		return r.halt(atEdge)
	}
	if len(r.tokens) >= maxTokens || end-r.at > maxName {
		return r.halt(atCut)
	}
	switch c := r.s[r.at-1]; {
	case isHan(r.s, r.at-3):
		return r.han()
	case c == '-' && isHan(r.s, r.at-4) && (r.atPlace() || strings.HasSuffix(r.s[:r.at-1], "中国")):
		r.push(1, joinToken, nil) // 中国-中亚
		return true
	case c < 0x80:
		return r.latin()
	}
	return r.sign()
}

// atPlace says whether the token read last is a place or a country.
func (r *reader) atPlace() bool {
	return len(r.tokens) > 0 && r.tokens[0].kind&(placeToken|countryToken|instToken) != 0
}

// latin reads a code: G60, AI, 2.0; a bare number ends the name.
func (r *reader) latin() bool {
	i, letters := r.at, false
	for i > 0 && (isAlnum(r.s[i-1]) || i < r.at && (r.s[i-1] == '.' || r.s[i-1] == '-')) {
		i--
		letters = letters || r.s[i] > '9' || r.s[i] == '.'
	}
	switch {
	case i == r.at:
		return r.halt(atMark)
	case !letters && !r.named(r.s[i:r.at]):
		return r.halt(atNumber)
	}
	r.push(r.at-i, codeToken, nil)
	return true
}

// named says whether a bare number belongs to the name behind it: that of a hotline (12345热线平台), or of
// the year of an old works (1958文创园).
func (r *reader) named(number string) bool {
	return len(number) == 5 && number[:3] == "123" || len(number) == 4 && len(r.tokens) == 1 && r.tokens[0].end-r.tokens[0].start == len("文创园") && policy.EndsAny(r.s[:r.tokens[0].end], "文创园", "创意园")
}

func isAlnum(c byte) bool { return c-'0' < 10 || c|0x20 >= 'a' && c|0x20 <= 'z' }

// sign reads a bracket or a quotation that belongs to the name, and stops at all
// other signs.
func (r *reader) sign() bool {
	switch {
	case strings.HasSuffix(r.s[:r.at], "）"):
		return r.group("（", bracketToken)
	case strings.HasSuffix(r.s[:r.at], "”"):
		return r.group("“", quoteToken)
	case strings.HasSuffix(r.s[:r.at], "“"):
		return r.halt(atQuote)
	case strings.HasSuffix(r.s[:r.at], "、"):
		return r.halt(atComma)
	case strings.HasSuffix(r.s[:r.at], "—") && isHan(r.s, r.at-6):
		r.push(len("—"), joinToken, nil)
		return true
	case strings.HasSuffix(r.s[:r.at], "·") && isHan(r.s, r.at-len("·")-3):
		r.push(len("·"), unknownToken, nil)
		return true
	}
	return r.halt(atMark)
}

// groupMarks stand in no bracket or quotation within a name.
var groupMarks = policy.CharSetWith("，。；：、（“” ")

// longestGroup is how many bytes a bracket or a quotation within a name holds.
const longestGroup = 42

// group reads a bracket or a quotation with the sign open at its beginning.
func (r *reader) group(open string, kind tokenKind) bool {
	from := max(0, r.at-longestGroup-6)
	k := strings.LastIndex(r.s[from:r.at], open)
	if k < 0 {
		return r.halt(atMark)
	}
	inner := r.s[from+k+3 : r.at-3]
	if inner == "" || groupMarks.Next(inner, 0) < len(inner) || kind == bracketToken && !bracketed(inner) {
		return r.halt(atMark)
	}
	r.push(r.at-from-k, kind, nil)
	return true
}

// bracketed says whether what stands in brackets may belong to a name: a place or
// a short word, no remark.
func bracketed(inner string) bool {
	if !allHan(inner) {
		return false
	}
	if policy.BeginsAny(inner, remarks...) {
		return false
	}
	n, _ := normalize.MatchPlace(inner)
	return n == len(inner) || len(inner) <= 15
}

// han reads the longest word or place that ends at r.at, else one character.
func (r *reader) han() bool {
	w := words.last(r.s[:r.at])
	if w != nil && w.size == 6 && strings.HasSuffix(r.s[:r.at-3], "国家") {
		w = nil // 国家|电动汽车
	}
	if w != nil && w.class <= foundClass && w.size > 3 {
		return r.word(w)
	}
	if n, kind, formal := placeBefore(r.s, r.at); n > 0 && (w == nil || n >= int(w.size)) {
		r.push(n, kind, nil)
		r.tokens[0].formal = formal
		return true
	}
	if w != nil && w.class == gradeClass && w.size == 3 && guessed(r.s[:r.at]) {
		r.push(9, placeToken, nil)
		r.tokens[0].formal = true
		return true
	}
	if w != nil && (w.size > 3 || !r.common()) {
		return r.word(w)
	}
	if w == nil && !r.common() {
		r.push(3, unknownToken, nil)
		return true
	}
	r.push(6, commonToken, nil)
	r.tokens[0].ordinary = true
	return true
}

// common says whether a common word of two characters ends at r.at.
func (r *reader) common() bool {
	i := r.at - 6
	return i >= 0 && isHan(r.s, i) && normalize.CommonWord(r.s[i:r.at]) && !strings.HasSuffix(r.s[:i+3], "国家") && !strings.HasSuffix(r.s[:r.at], "了") // 国家|长江, 拿到了|临江基金
}

// stopOf is what a name stops at before a word of a class.
var stopOf = [...]stop{cutClass: atCut, foundClass: atFound, aimClass: atAim, pluralClass: atPlural}

// word takes a word of the tables.
func (r *reader) word(w *word) bool {
	text := r.s[r.at-int(w.size) : r.at]
	number := w.size == 3 && strings.Contains("万元大", text) && numberBefore(r.s[:r.at-len(text)])
	switch {
	case w.class == commonClass && number:
		return r.haltBy(text, atPlural) // 九大|国家级创新中心
	case w.class == plainClass, !number && (text == "万" || text == "元"):
		r.push(len(text), unknownToken, nil) // 万盛经开区
	case w.class > pluralClass:
		r.push(len(text), kindOf[w.class], words.head(w))
	case w.class != cutClass || !r.joins(text):
		return r.haltBy(text, stopOf[w.class])
	}
	return true
}

// haltBy ends the reading at a word.
func (r *reader) haltBy(word string, why stop) bool {
	r.cut = word
	return r.halt(why)
}

// numberBefore says whether s ends in a digit or a Chinese numeral.
func numberBefore(s string) bool {
	if s == "" || !isHan(s, len(s)-3) {
		return s != "" && s[len(s)-1]-'0' < 10
	}
	return strings.Contains("一二三四五六七八九十百千数几两", s[len(s)-3:])
}

var kindOf = [...]tokenKind{vagueClass: vagueToken, gradeClass: gradeToken, commonClass: commonToken, subjectClass: subjectToken, siteClass: placeToken, instClass: instToken, headClass: headToken}

// joins reads over the first 和 of a name that so far has nothing of its own:
// 产业和园区联盟. Whether it belongs to the name is decided when all is read.
func (r *reader) joins(w string) bool {
	if w != "和" && w != "与" && w != "及" || r.joint > 0 || len(r.tokens) > 5 {
		return false
	}
	r.joint = len(r.tokens)
	r.push(len(w), joinToken, nil)
	return true
}
