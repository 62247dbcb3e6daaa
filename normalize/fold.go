package normalize

import "shuzheng/policy"

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
func Fold(t policy.Text) policy.Text { return FoldIn(t, nil, 0) }

// Folded is the folded text of a block, which all who read it share.
func Folded(b *policy.Block) policy.Text {
	if b.Folded.Len() == 0 {
		b.Folded = Fold(b.Text)
	}
	return b.Folded
}

// FoldIn is Fold with a survey of the text that t is based on, where the characters of Foldable
// have the class.
func FoldIn(t policy.Text, survey *policy.Survey, class uint8) policy.Text {
	f := folder{s: t.String(), class: class}
	if at, ok := t.Plain(); ok {
		f.survey, f.from = survey, at
	}
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
		if i = f.next(i); i == len(f.s) {
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

// next is where the next character stands that Fold may change, from byte i on.
func (f *folder) next(i int) int {
	if f.survey == nil {
		return foldable.Next(f.s, i)
	}
	return f.survey.NextIn(f.from+i, f.from+len(f.s), f.class) - f.from
}

// bytesAnEdit is about how far apart in bytes two changes stand in a text that needs
// some.
const bytesAnEdit = 64

// Foldable are the characters that Fold may change. They lie in few ranges: to ask for all that
// there are would take a millisecond.
var Foldable = func() string {
	var out []rune
	for _, x := range [...][2]rune{{0, 0x2ff}, {0x2000, 0x303f}, {'一', '一'}, {0xfe00, 0xfffe}} {
		for r := x[0]; r <= x[1]; r++ {
			if mayFold(r) {
				out = append(out, r)
			}
		}
	}
	return string(out)
}()

var foldable = policy.CharSetWith(Foldable)

func mayFold(r rune) bool {
	switch r {
	case ' ', ',', ';', ':', '(', ')', '?', '!', '~', '"', 0x7f, '一', '·', '∶', '︰', '〜', '∼', '˜', '﹋', '﹪', '℅':
		return true
	}
	return r < ' ' || r >= '⼀' && r <= '⿕' || r >= '！' && r < '～' && !isPunctuation(r) ||
		r >= 0x80 && (isBlank(r) || isInvisible(r) || isDash(r))
}

type folder struct {
	s      string
	survey *policy.Survey // of the base, nil where there is none
	from   int            // where s stands in it
	class  uint8          // of Foldable
	open   uint64         // the narrow brackets that stand open, innermost lowest: 1 where widened
	depth  int
	quoted quoting
	apart  spacing
}

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
