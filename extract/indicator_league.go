package extract

import (
	"strings"

	"shuzheng/normalize"
)

// leagueIn is where in s the words begin that say which places in an order are told, and of whom first:
// 工业增加值增速|排名前五的分别是青禾县; 投资增速|前三名. -1 where none do.
func leagueIn(s string) int {
	i := max(lastIndex(s, "前"), lastIndex(s, "后"))
	if i <= 0 {
		return -1
	}
	n := normalize.ScanNumeral(s, i+len("前"))
	if n.Form == normalize.NoNumeral || n.Start != i+len("前") {
		return -1
	}
	rest := s[n.End:]
	if rest = rest[btoi(startsIn(rest, "名", "位"))*len("名"):]; rest != "" && !startsIn(rest, "的", "分别", "依次", "是", "为") {
		return -1 // 前三季度
	}
	return i - rankVerbs.suffix(s[:i])
}

// orderLen is the length of what tells at the head of s as which one somebody has reached what is named:
// 继青禾县之后第四个|财政收入, where that is measured. 0 where nothing does.
func orderLen(s string) int {
	i := strings.Index(s, "第")
	n := normalize.ScanNumeral(s, i+len("第"))
	if n.Form == normalize.NoNumeral || n.Start != i+len("第") || !startsIn(s[n.End:], "个", "家", "座") || i > 0 && !endsIn(s[:i], "之后", "后", "全国", "全省", "全市", "、") {
		return 0
	}
	if end := n.End + len("个"); len(s)-end >= 6 && (heads.suffix(s[end:]) > 0 || measured(s[end:])) {
		return end
	}
	return 0
}
