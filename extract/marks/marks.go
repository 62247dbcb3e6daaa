// Package marks says which blocks of a document hold the characters that rare things are
// told by, and where in its Content the commoner ones stand. All who look for such a thing
// in every block ask first: a document is gone over once for all of them. A block without
// a mark has none of its characters; one with it may have another character of the same
// last bytes instead.
package marks

import (
	"strings"

	"shuzheng/policy"
)

// The marks, a bit each.
const (
	Title   uint8 = 1 << iota // 《
	Number                    // 号
	Begun                     // 起, 始
	Month                     // 月
	Bracket                   // ）, in ASCII too
	Leading                   // 牵
	Role                      // 责, 负, 配, 单: 责任, 负责, 配合, 单位
	Colon                     // ：, in ASCII too
)

// classes are the marks of characters of three bytes.
var classes = func() *policy.WideClasses {
	t := new(policy.WideClasses)
	t.Add(Title, "《")
	t.Add(Number, "号")
	t.Add(Begun, "起始")
	t.Add(Month, "月")
	t.Add(Bracket, "）")
	t.Add(Leading, "牵")
	t.Add(Role, "责负配单")
	t.Add(Colon, "：")
	return t
}()

// In is the marks of the characters of s.
func In(s string) uint8 {
	in := classes.In(s)
	if strings.IndexByte(s, ')') >= 0 {
		in |= Bracket
	}
	if strings.IndexByte(s, ':') >= 0 {
		in |= Colon
	}
	return in
}

// Of is the marks of the text of each block, by its ID. Boilerplate and tables have none.
func Of(doc *policy.Document) []uint8 {
	out := make([]uint8, len(doc.Blocks))
	for i := range doc.Blocks {
		if b := &doc.Blocks[i]; b.Kind != policy.Boilerplate && b.Kind != policy.TableBlock {
			out[i] = In(b.Text.String())
		}
	}
	return out
}
