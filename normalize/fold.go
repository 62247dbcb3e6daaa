package normalize

import (
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// Fold writes a text the one way the rules know it:
//
//   - full-width letters, digits and signs become ASCII (％ → %), while Chinese
//     punctuation is full-width and narrow punctuation beside Chinese becomes so:
//     rules meet only ，；：？！（）, and ASCII , inside 1,234 and : inside 8:30;
//   - straight quotation marks around Chinese are curved;
//   - every tilde is ～, a single dash before a digit is -, and so is a 一 between digits; —— stays;
//   - blanks of all kinds and line breaks vanish beside Chinese and before %, and
//     are one blank between Latin words and between numbers;
//   - invisible characters vanish; the radicals that some PDFs write for
//     characters (⽇ for 日) become those characters.
//
// A text that is so already is returned as it is.
func Fold(t policy.Text) policy.Text {
	f := folder{s: t.String()}
	i, n, with := f.change(0)
	if i == len(f.s) {
		return t
	}
	e := t.Edit()
	e.GrowEdits((len(f.s)-i)/bytesAnEdit + 1)
	for i < len(f.s) {
		if r, _ := policy.FirstRune(f.s[i:]); isWide(r) {
			if half := HalfWidth(t); half.Len() < t.Len() {
				return Fold(half)
			}
		}
		e.CopyTo(i)
		e.Replace(n, with)
		i, n, with = f.change(i + n)
	}
	return e.Text()
}

// change is the next change from byte i on: the n bytes at byte at become with. at is
// len(f.s) if there is none.
func (f *folder) change(i int) (at, n int, with string) {
	for i < len(f.s) {
		if i = foldable.Next(f.s, i); i == len(f.s) {
			break
		}
		if n, with = f.at(i); n > 0 {
			return i, n, with
		}
		_, n = policy.FirstRune(f.s[i:])
		i += n
	}
	return len(f.s), 0, ""
}

// bytesAnEdit is about how far apart in bytes two changes stand in a text that needs
// some.
const bytesAnEdit = 64

// HalfWidth writes what is full-width and not punctuation in ASCII, which what stands beside it
// is judged by: ２８,５８３ and １·８％ are numbers as 28,583 and 1·8% are.
func HalfWidth(t policy.Text) policy.Text {
	if !strings.ContainsFunc(t.String(), isWide) {
		return t
	}
	s, e := t.String(), t.Edit()
	for i := 0; i < len(s); {
		r, n := policy.FirstRune(s[i:])
		switch {
		case isWide(r):
			e.CopyTo(i)
			e.Replace(n, ascii[r-0xfee0:r-0xfee0+1])
		case r == '，' && separator(s, i):
			e.CopyTo(i)
			e.Replace(n, ",")
		}
		i += n
	}
	return e.Text()
}

// isWide says whether r is a full-width letter, digit or sign that Chinese text has no use for.
func isWide(r rune) bool { return r >= '！' && r < '～' && r != '－' && !isPunctuation(r) }

// foldable are the characters that Fold may change.
var foldable = policy.CharSetOf(mayFold, [2]rune{0, 0x2ff}, [2]rune{0x2000, 0x303f}, [2]rune{'一', '一'}, [2]rune{0xfe00, 0xfffe})

func mayFold(r rune) bool {
	switch r {
	case ' ', ',', ';', ':', '(', ')', '?', '!', '~', '"', 0x7f, '一', '·', '∶', '︰', '〜', '∼', '˜', '﹋', '﹪':
		return true
	}
	return r < ' ' || r >= '⼀' && r <= '⿕' || r >= '！' && r < '～' && !isPunctuation(r) ||
		r >= 0x80 && (isBlank(r) || isInvisible(r) || isDash(r))
}

type folder struct {
	s      string
	open   uint64 // the narrow brackets that stand open, innermost lowest: 1 where widened
	depth  int
	quoted quoting
	apart  spacing
}

// A spacing says whether a text parts every digit from the next by a blank, as some
// programs do that took it out of a page: 2 0 0 5 年, 8 6 . 5 亿元 , 增长.
type spacing uint8

const (
	unknownSpacing spacing = iota
	closeSpacing
	wideSpacing
)

// at says what to write for the n bytes at byte i; n is 0 where they stay.
func (f *folder) at(i int) (n int, with string) {
	switch f.s[i] {
	case ',', ';', ':', '?', '!', '(', ')':
		return f.punctuation(i)
	case '"':
		return f.quote(i)
	case '~':
		if f.latin(i) {
			return 0, ""
		}
		return 1, "～"
	}
	r, n := policy.FirstRune(f.s[i:])
	switch {
	case isBlank(r):
		return f.blanks(i)
	case r < ' ' || r == 0x7f || isInvisible(r):
		return n, ""
	case isDash(r):
		return f.dash(i, n)
	case r == '一': // 2016一2020年
		if i > 0 && isDigit(f.s[i-1]) && i+n < len(f.s) && isDigit(f.s[i+n]) {
			return n, "-"
		}
		return 0, ""
	case r == '·' && f.decimal(i):
		return n, "."
	}
	if with = usual(r); with == "" {
		return 0, ""
	}
	return n, with
}

// usual is the character that one of another form stands for, "" where r is none of them.
func usual(r rune) string {
	switch {
	case r == '∶' || r == '︰':
		return "："
	case r == '〜' || r == '∼' || r == '˜' || r == '﹋':
		return "～"
	case r == '﹪':
		return "%"
	case r >= '⼀' && r <= '⿕':
		return radicals[r-'⼀']
	case isWide(r):
		return ascii[r-0xfee0 : r-0xfee0+1]
	}
	return ""
}

// ascii holds every ASCII character at its own place, to be sliced.
var ascii = func() string {
	var b [128]byte
	for i := range b {
		b[i] = byte(i)
	}
	return string(b[:])
}()

func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xa0, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

func isInvisible(r rune) bool {
	switch {
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2064,
		r == 0xad, r == 0xfeff, r >= 0xfe00 && r <= 0xfe0f, r >= 0x80 && r < 0xa0 && r != 0x85:
		return true
	}
	return false
}

func isDash(r rune) bool {
	return r >= '‐' && r <= '―' || r == '−' || r == '─' || r == '－' || r == '﹣'
}

// isPunctuation names the full-width signs that Chinese text keeps.
func isPunctuation(r rune) bool {
	switch r {
	case '，', '；', '：', '？', '！', '（', '）':
		return true
	}
	return false
}

// dash turns a single dash into -, if it joins or signs a number.
func (f *folder) dash(i, n int) (int, string) {
	r, _ := policy.FirstRune(f.s[i:])
	before, _ := policy.LastRune(f.s[:i])
	after, _ := runeAt(f.s, i+n)
	double := isDash(before) || isDash(after)
	switch {
	case r == '−' || r == '－' || r == '﹣':
		return n, "-"
	case double:
		return 0, ""
	case r == '‐' || r == '‑':
		return n, "-"
	case isNumeral(after) && (after < 0x80 || isNumeral(before)):
		return n, "-"
	}
	return 0, ""
}

func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' ||
		r >= hanFirst && r <= hanLast && signs[r-hanFirst] != noSign || r == '〇'
}

// decimal says whether the dot at byte i, raised as some write it, parts the decimals of
// a number from its whole: 1·8%, 20·2万吨, but not 3·15.
func (f *folder) decimal(i int) bool {
	j := i + len("·")
	if i == 0 || !isDigit(f.s[i-1]) || j == len(f.s) || !isDigit(f.s[j]) {
		return false
	}
	return f.measuredFrom(j)
}

// spacedDecimal says whether the blank at [i, j) stands behind the point of a number in a
// sentence, as recognised text has it: 投资24. 3亿元, 增长36. 8、25%. A number that heads an item
// has no Chinese before it, or counts: 1. 3家企业.
func (f *folder) spacedDecimal(i, j int) bool {
	k := i - 1
	if k < 1 || f.s[k] != '.' || j == len(f.s) || !isDigit(f.s[j]) || !isDigit(f.s[k-1]) {
		return false
	}
	k -= digitsBefore(f.s, k)
	for k > 0 && (f.s[k-1] == ' ' || f.s[k-1] == '\n') {
		k--
	}
	if listed := strings.HasSuffix(f.s[:k], "、"); !listed && (k < 3 || !isHanByte(f.s[k-3])) {
		return false
	}
	next := strings.TrimPrefix(f.s[j+digitsAt(f.s, j):], "、")
	return len(next) > 0 && isDigit(next[0]) || f.measuredFrom(j)
}

// measuredFrom says whether the decimals of a number stand at byte j: what is measured, not
// counted, follows them, or another number of the row.
func (f *folder) measuredFrom(j int) bool {
	for j < len(f.s) && isDigit(f.s[j]) {
		j++
	}
	rest := strings.TrimLeft(f.s[j:], " ")
	if _, exp := ScanMagnitude(rest, 0); exp > 0 {
		return true
	}
	return policy.BeginsAny(rest, measuredUnits...)
}

// measuredUnits are the units of what is measured in decimals.
var measuredUnits = wordClasses.Of("measured")

// separator says whether the full-width comma at byte i parts full-width digits
// in threes: １，２３４.
func separator(s string, i int) bool {
	before, _ := policy.LastRune(s[:i])
	if before < '０' || before > '９' {
		return false
	}
	j, count := i+len("，"), 0
	for ; j < len(s); count++ {
		r, n := policy.FirstRune(s[j:])
		if r < '０' || r > '９' {
			break
		}
		j += n
	}
	return count == 3
}

// punctuation widens a narrow sign that is Chinese punctuation.
func (f *folder) punctuation(i int) (int, string) {
	wide := false
	switch c := f.s[i]; c {
	case ')':
		wide = f.close(i)
	default:
		wide = (!f.latin(i) || f.behindValue(i)) && !f.betweenDigits(i)
		if c == '(' {
			f.open, f.depth = f.open<<1, min(f.depth+1, 64)
			if wide {
				f.open |= 1
			}
		}
	}
	if !wide {
		return 0, ""
	}
	return 1, widened[f.s[i]]
}

// behindValue says whether the comma or semicolon at byte i stands right between a value and
// a Latin name, as in a list of measures, where English has a blank: 17%;PM10浓度, 25μg/m3,SO2浓度.
func (f *folder) behindValue(i int) bool {
	if f.s[i] != ',' && f.s[i] != ';' || i == 0 || i+1 == len(f.s) {
		return false
	}
	before, after := f.s[i-1], f.s[i+1]
	return (before == '%' || isDigit(before)) && after|0x20 >= 'a' && after|0x20 <= 'z'
}

// quote writes a pair of straight quotation marks around Chinese as curved ones: "十四五" → “十四五”,
// but not 27"屏 or "GDP".
func (f *folder) quote(i int) (int, string) {
	open := f.quoted
	f.quoted = unquoted
	switch open {
	case curved:
		return 1, "”"
	case straight:
		return 0, ""
	}
	n := strings.IndexAny(f.s[i+1:], "\"\n")
	if n <= 0 || n > longestQuote || f.s[i+1+n] != '"' || i > 0 && isDigit(f.s[i-1]) {
		return 0, ""
	}
	if f.quoted = straight; strings.ContainsFunc(f.s[i+1:i+1+n], isChinese) {
		f.quoted = curved
		return 1, "“"
	}
	return 0, ""
}

// A quoting says what the straight quotation mark was made that stands open.
type quoting uint8

const (
	unquoted quoting = iota
	straight
	curved
)

// longestQuote is how many bytes stand between two quotation marks of a pair at most.
const longestQuote = 600

// close gives a closing bracket the width of the one it closes.
func (f *folder) close(i int) bool {
	if f.depth == 0 {
		return !f.latin(i)
	}
	wide := f.open&1 == 1
	f.open, f.depth = f.open>>1, f.depth-1
	return wide
}

var widened = [256]string{',': "，", ';': "；", ':': "：", '?': "？", '!': "！", '(': "（", ')': "）"}

// betweenDigits says whether the sign at byte i parts the digits of one number,
// time or ratio: 1,234, 8:30, 1:2.
func (f *folder) betweenDigits(i int) bool {
	if i == 0 || i+1 == len(f.s) || !isDigit(f.s[i-1]) || !isDigit(f.s[i+1]) {
		return false
	}
	return f.s[i] == ':' || grouped(f.s, i)
}

// latin says whether the sign at byte i stands in Latin text: a letter on one
// side and nothing Chinese on either.
func (f *folder) latin(i int) bool {
	j := i
	for j > 0 && f.s[j-1] == ' ' {
		j--
	}
	k := i + 1
	for k < len(f.s) && f.s[k] == ' ' {
		k++
	}
	before, _ := policy.LastRune(f.s[:j])
	after, _ := runeAt(f.s, k)
	if j == 0 {
		before = 0
	}
	return (isLatin(before) || isLatin(after)) && !isChinese(before) && !isChinese(after) && before != '%'
}

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r < 0x250 || r == '/' || r == '_'
}

// isChinese says whether r is a Han character or Chinese punctuation, beside
// which no blank stands.
func isChinese(r rune) bool {
	return r >= 0x2e80 && r < 0xa000 && r != 0x3000 || r >= 0xf900 && r < 0xfb00 || r >= 0x20000 ||
		r == '～' || isPunctuation(r) || r >= '‘' && r <= '”' || r == '…' || r == '—'
}

// blanks reads a run of blanks and invisible characters at byte i.
func (f *folder) blanks(i int) (int, string) {
	j := i
	for j < len(f.s) {
		r, n := policy.FirstRune(f.s[j:])
		if !isBlank(r) && !isInvisible(r) {
			break
		}
		j += n
	}
	before, _ := policy.LastRune(f.s[:i])
	after, _ := runeAt(f.s, j)
	if i > 0 && j < len(f.s) && !f.joins(i, j, before, after) && !f.parts(i, j) {
		if f.s[i:j] == " " {
			return 0, ""
		}
		return j - i, " "
	}
	return j - i, ""
}

// joins says whether the blank at [i, j) parts nothing: beside Chinese, and
// between a number and its sign or unit (8.8 %, 100 km).
func (f *folder) joins(i, j int, before, after rune) bool {
	if isChinese(before) || isChinese(after) || before == '∶' || after == '∶' || f.widens(i-1) || f.widens(j) {
		return true
	}
	if numeric(before) && numeric(after) && f.spacing() == wideSpacing {
		return true
	}
	if before == '.' {
		return f.spacedDecimal(i, j)
	}
	if before < '0' || before > '9' {
		return false
	}
	return strings.ContainsRune("%‰℃°㎡㎞㎏㎎", after) || latinUnit(f.s[j:])
}

// parts says whether the one blank at [i, j) parts the thousands of a number, as GB/T 15835
// has it: 5 221公里, 19 067处, 35 349.06亿人. What is counted must follow at once, or a
// unit in letters, lest the cells of a row become one number.
func (f *folder) parts(i, j int) bool {
	return isDigit(f.s[i-1]) && thinBlank(f.s[i:]) == j-i && f.headGroup(i) && f.valueFrom(j)
}

// mostGroups are the groups of three digits that the longest numbers have.
const mostGroups = 6

// headGroup says whether groups of digits end at byte i of which the first has three at
// most, and is no part of another number or name.
func (f *folder) headGroup(i int) bool {
	for range mostGroups {
		n := digitsBefore(f.s, i)
		if i -= n; i == 0 || n > 3 {
			return n <= 3
		}
		_, size := utf8.DecodeLastRuneInString(f.s[:i])
		if n < 3 || size == i || thinBlank(f.s[i-size:]) != size || !isDigit(f.s[i-size-1]) {
			return strings.IndexByte(".,-/", f.s[i-1]) < 0 && !isLatin(rune(f.s[i-1]))
		}
		i -= size
	}
	return false
}

// valueFrom says whether a group of three digits begins at byte j, others perhaps behind it,
// and what is counted, or a unit, behind them.
func (f *folder) valueFrom(j int) bool {
	for n, group := 0, 0; group < mostGroups && digitsAt(f.s, j+n) == 3; n, group = thinBlank(f.s[j:]), group+1 {
		if j += n + 3; thinBlank(f.s[j:]) == 0 {
			break
		}
	}
	if j < 3 || digitsBefore(f.s, j) != 3 {
		return false
	}
	if j+1 < len(f.s) && f.s[j] == '.' && isDigit(f.s[j+1]) {
		for j++; j < len(f.s) && isDigit(f.s[j]); j++ {
		}
	}
	if j < len(f.s) && (isHanByte(f.s[j]) || f.s[j] == '%') {
		return true
	}
	rest := f.s[j+thinBlank(f.s[j:]):]
	return strings.HasPrefix(rest, "万") || strings.HasPrefix(rest, "亿") || latinUnit(rest)
}

// thinBlank is the length of the blank that s begins with, 0 for none and for tabs and breaks.
func thinBlank(s string) int {
	switch r, n := utf8.DecodeRuneInString(s); r {
	case ' ', 0xa0, 0x2005, 0x2006, 0x2009, 0x202f:
		return n
	}
	return 0
}

// digitsAt counts the digits of s from byte i on, digitsBefore those before it, four at most.
func digitsAt(s string, i int) (n int) {
	for n < 4 && i+n < len(s) && isDigit(s[i+n]) {
		n++
	}
	return n
}

func digitsBefore(s string, i int) (n int) {
	for n < min(i, 4) && isDigit(s[i-1-n]) {
		n++
	}
	return n
}

func numeric(r rune) bool { return r >= '0' && r <= '9' || r == '.' }

// spacing looks once whether the text is spaced wide: no two digits touch, some are
// parted by a blank alone, and blanks stand before marks of punctuation too.
func (f *folder) spacing() spacing {
	if f.apart != unknownSpacing {
		return f.apart
	}
	f.apart = closeSpacing
	digits, marks := false, false
	for i := 1; i+1 < len(f.s); i++ {
		switch {
		case isDigit(f.s[i]) && isDigit(f.s[i-1]):
			return f.apart
		case f.s[i] != ' ':
		case isDigit(f.s[i-1]) && isDigit(f.s[i+1]):
			digits = true
		case f.s[i-1] >= 0x80 && strings.IndexByte(",.;:", f.s[i+1]) >= 0, strings.HasPrefix(f.s[i+1:], "，"), strings.HasPrefix(f.s[i+1:], "。"), strings.HasPrefix(f.s[i+1:], "、"):
			marks = true
		}
	}
	if digits && marks {
		f.apart = wideSpacing
	}
	return f.apart
}

// widens says whether the byte at i is narrow punctuation that becomes Chinese.
func (f *folder) widens(i int) bool {
	if widened[f.s[i]] == "" || f.s[i] == ')' {
		return false
	}
	return !f.latin(i) && !f.betweenDigits(i)
}

// latinUnit says whether s begins with a unit written in letters that Chinese
// texts part from the number by a blank.
func latinUnit(s string) bool {
	n := 0
	for n < len(s) && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	switch s[:n] {
	case "km", "m", "cm", "mm", "ha", "t", "kg", "g", "mg", "kV", "kW", "MW", "GW", "kWh", "MWh", "GWh",
		"PFLOPS", "EFLOPS", "TEU", "TB", "PB":
		return true
	}
	return false
}

// radicals are the characters that stand for U+2F00 to U+2FD5.
var radicals = strings.Split(""+
	"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕"+
	"大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日"+
	"曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"+
	"目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"+
	"衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"+
	"頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠", "")
