package marks

import (
	"shuzheng/normalize"
	"shuzheng/policy"
)

// The classes of characters that the Content of a document is surveyed for, once for all
// who go over the whole of it.
const (
	Break      uint8 = 1 << iota // what breaks lines besides LF
	Bar                          // |, a bar of a frame, or what markup begins with
	Foldable                     // of those that normalize.Fold may change, tabs and narrow commas among them
	Digit                        // half or full width
	Blank                        // full-width or not, breaking or not
	Clause                       // ， or ；
	Stop                         // 。
	HanNumeral                   // of HanNumerals
)

// HanNumerals are the characters of Chinese numerals.
const HanNumerals = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅卌兩萬億貳貮參叄陸弌弍弎"

// Content are the classes of all characters.
var Content = func() *policy.Classes {
	t := new(policy.Classes)
	t.Add(Break, "\r\f\v\u0085\u2028\u2029")
	t.Add(Bar, "|│┃║<&#*]")
	t.Add(Foldable, normalize.Foldable)
	t.Add(Digit, "0123456789０１２３４５６７８９")
	t.Add(Blank, " \u3000\u00a0")
	t.Add(Clause, "，；")
	t.Add(Stop, "。")
	t.Add(HanNumeral, HanNumerals)
	return t
}()

// Fold folds the texts of the blocks of a document with this survey of its Content.
func Fold(doc *policy.Document, survey *policy.Survey) {
	for i := range doc.Blocks {
		if b := &doc.Blocks[i]; b.Kind != policy.Boilerplate && b.Kind != policy.TableBlock {
			b.Folded = normalize.FoldIn(b.Text, survey, Foldable)
		}
	}
}

// Survey is the survey of the Content for those who have no room of their own for it.
func Survey(doc *policy.Document) policy.Survey {
	s := doc.Content.String()
	return Content.Survey(make([]uint8, policy.SurveyRoom(len(s))), s)
}
