package extract

import (
	"strings"

	"shuzheng/policy"
)

// A changeWord tells of a change when it stands before a number.
type changeWord struct {
	word string
	says policy.Direction
}

// changeWords make a change of the number that follows, with 了 超 约 and the like
// between: 增长24.3%, 提高了12.43件, 降低约0.5个百分点.
var changeWords = []changeWord{
	{"增长", policy.Up}, {"增加", policy.Up}, {"增", policy.Up}, {"提高", policy.Up}, {"上升", policy.Up}, {"提升", policy.Up}, {"高出", policy.Up}, {"高", policy.Up},
	{"多", policy.Up}, {"上涨", policy.Up}, {"涨", policy.Up}, {"新增", policy.Up}, {"净增", policy.Up}, {"扩大", policy.Up}, {"增产", policy.Up}, {"增收", policy.Up}, {"增支", policy.Up}, {"加快", policy.Up}, {"回升", policy.Up},
	{"快", policy.Up}, {"增幅", policy.Up}, {"增幅达", policy.Up}, {"增幅为", policy.Up}, {"增速", policy.Up}, {"增长率", policy.Up}, {"增长速度", policy.Up}, {"涨幅", policy.Up}, {"升幅", policy.Up}, {"多增", policy.Up}, {"增值", policy.Up},
	{"递增", policy.Up}, {"升高", policy.Up}, {"升", policy.Up}, {"攀升", policy.Up}, {"反弹", policy.Up}, {"拉动", policy.Up}, {"提前", policy.Up}, {"延长", policy.Up}, {"前移", policy.Up}, {"后移", policy.Down}, {"优化", policy.Up}, {"上浮", policy.Up}, {"领先", policy.Up}, {"超出", policy.Up}, {"快于", policy.Up},
	{"同比增速", policy.Up}, {"平均增速", policy.Up}, {"净增加", policy.Up}, {"新增加", policy.Up}, {"增长幅度", policy.Up}, {"增量", policy.Up}, {"改善", policy.Up}, {"净流入", policy.Up},
	{"下降", policy.Down}, {"减少", policy.Down}, {"降低", policy.Down}, {"降", policy.Down}, {"减", policy.Down}, {"少", policy.Down}, {"低", policy.Down}, {"收窄", policy.Down}, {"回落", policy.Down}, {"减产", policy.Down}, {"减收", policy.Down}, {"减支", policy.Down}, {"下跌", policy.Down}, {"跌", policy.Down},
	{"压缩", policy.Down}, {"压减", policy.Down}, {"缩减", policy.Down}, {"缩短", policy.Down}, {"缩小", policy.Down}, {"削减", policy.Down}, {"下滑", policy.Down}, {"降幅", policy.Down}, {"跌幅", policy.Down}, {"下调", policy.Down}, {"下浮", policy.Down}, {"减幅", policy.Down}, {"精简", policy.Down}, {"慢", policy.Down}, {"少增", policy.Down}, {"消减", policy.Down}, {"减排", policy.Down}, {"递减", policy.Down}, {"萎缩", policy.Down}, {"减亏", policy.Down}, {"落后", policy.Down}, {"负增长", policy.Down}, {"下拉", policy.Down}, {"短收", policy.Down},
	{"节约", policy.Down}, {"节省", policy.Down},
	{"偏多", policy.Up}, {"偏高", policy.Up}, {"偏大", policy.Up}, {"偏少", policy.Down}, {"偏低", policy.Down}, {"偏小", policy.Down},
}

// between a change word and its number may stand these, in any order.
var changeFillers = []string{"了", "的", "为", "达", "达到", "约", "近", "超", "超过", "不低于", "不少于", "分别", "分别为", "分别达", "分别达到", "平均", "幅度", "幅度为", "达了", "均", "各", "高达", "在", "逾", "接近", "不超过", "低于", "高于", "突破", "至少", "大约", "约为", "仅", "仅为", "率", "率为", "率达", "保持在", "保持", "共计", "出", "只", "只有", "不足", "不到", "最高", "控制在", "稳定在", "维持在", "将近", "要", "应", "要达到", "应达到", "将达到", "力争达到", "预计达到", "力争", "预期", "预计"}

// notBefore end words whose tail only looks like a change word: 最高, 至少, 提升至.
var changeTails = map[string][]string{
	"高": {"最高", "升高", "新高", "较高", "不高"}, "少": {"至少", "最少", "不少", "多少"}, "低": {"最低", "不低", "较低"}, "多": {"最多", "许多", "众多", "更多", "不多", "好多", "很多", "诸多"},
	"减": {}, "增": {}, "降": {}, "升": {"万升", "毫升", "立升", "公升"}, "快": {"加快", "尽快", "赶快", "较快", "更快"}, "慢": {}, "涨": {}, "跌": {},
	"扩大": {}, "优化": {}, "改善": {}, "提前": {}, "延长": {}, "领先": {},
}

// comparisons make a change of the number after them, at a distance:
// 低于全省平均3.7个百分点, 高出全国2.1个百分点.
var comparisons = []changeWord{
	{"低于", policy.Down}, {"少于", policy.Down}, {"慢于", policy.Down}, {"落后于", policy.Down}, {"小于", policy.Down}, {"落后", policy.Down},
	{"高于", policy.Up}, {"高出", policy.Up}, {"多于", policy.Up}, {"快于", policy.Up}, {"大于", policy.Up}, {"超过", policy.Up}, {"超出", policy.Up}, {"好于", policy.Up}, {"优于", policy.Up}, {"领先于", policy.Up}, {"领先", policy.Up}, {"超", policy.Up},
}

// distances are comparisons that 百分点 behind them always make: 高于工业投资12.8个百分点.
var distances = []string{"高于", "低于", "快于", "慢于", "高出", "落后于", "领先于", "超出"}

var bettered = []string{"家", "个", "所", "座", "处", "条"}

func opposite(d policy.Direction) policy.Direction {
	if d == policy.Up {
		return policy.Down
	}
	return policy.Up
}

// The words above as lexicons, and what each change word says.
var (
	changeLexicon  = newLexicon(wordsOf(changeWords))
	fillerLexicon  = newLexicon(changeFillers)
	compareLexicon = newLexicon(wordsOf(comparisons))
	changeSays     = saysOf(changeWords)
)

func wordsOf(list []changeWord) []string {
	var out []string
	for _, c := range list {
		out = append(out, c.word)
	}
	return out
}

func saysOf(list []changeWord) map[string]policy.Direction {
	out := map[string]policy.Direction{}
	for _, c := range list {
		out[c.word] = c.says
	}
	return out
}

// betters are change words that are verbs of building before what is counted:
// 建设提升3个蔬菜基地.
var betters = newLexicon([]string{"提高", "提升", "改善", "优化"})

// remarkLen is the length of a bracket that s ends in and that only says how changes are
// meant: 增长（以下如无特别说明，均为同比名义增长）7.9%. 0 if there is none.
func remarkLen(s string) int {
	if !strings.HasSuffix(s, "）") {
		return 0
	}
	i := lastIndex(s, "（")
	if i < 0 || !startsIn(s[i+len("（"):], "以下", "如无", "除特别", "按可比", "可比口径", "同口径") {
		return 0
	}
	return len(s) - i
}

// comparedWith says whether a figure may be compared with what rest names.
func comparedWith(rest string) bool {
	return policy.HoldsAny(rest, "平均", "全国", "全省", "全市", "全县", "全区", "同期", "增速", "预期", "目标", "上年", "去年", "GDP", "水平", "省", "市", "上月", "计划", "以上", "经济增长", "进度")
}
