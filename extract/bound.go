package extract

import (
	"shuzheng/policy"
)

// A boundWord bounds the number that stands after it (before the number) or
// before it (after the number).
type boundWord struct {
	word string
	says policy.Comparator
}

// boundsBefore stand right before the number.
var boundsBefore = []boundWord{
	{"不低于", policy.AtLeast}, {"不少于", policy.AtLeast}, {"不小于", policy.AtLeast}, {"不得低于", policy.AtLeast}, {"不得少于", policy.AtLeast},
	{"至少", policy.AtLeast}, {"最低", policy.AtLeast}, {"最少", policy.AtLeast}, {"不短于", policy.AtLeast}, {"下限为", policy.AtLeast},
	{"超过", policy.MoreThan}, {"超", policy.MoreThan}, {"突破", policy.MoreThan}, {"高于", policy.MoreThan}, {"大于", policy.MoreThan},
	{"多于", policy.MoreThan}, {"逾", policy.MoreThan}, {"超出", policy.MoreThan}, {"优于", policy.MoreThan}, {"快于", policy.MoreThan}, {"跨过", policy.MoreThan},
	{"跨越", policy.MoreThan}, {"冲破", policy.MoreThan},
	{"不超过", policy.AtMost}, {"不超", policy.AtMost}, {"不高于", policy.AtMost}, {"不多于", policy.AtMost}, {"不大于", policy.AtMost}, {"不得超过", policy.AtMost},
	{"不得高于", policy.AtMost}, {"最高不超过", policy.AtMost}, {"最多不超过", policy.AtMost}, {"最长不超过", policy.AtMost}, {"原则上不超过", policy.AtMost},
	{"累计不超过", policy.AtMost}, {"最高", policy.AtMost}, {"最多", policy.AtMost}, {"最长", policy.AtMost}, {"最高为", policy.AtMost}, {"最长为", policy.AtMost}, {"最多为", policy.AtMost},
	{"最高可达", policy.AtMost}, {"最高给予", policy.AtMost}, {"至多", policy.AtMost}, {"上限为", policy.AtMost}, {"上限", policy.AtMost}, {"封顶", policy.AtMost}, {"不长于", policy.AtMost}, {"不突破", policy.AtMost},
	{"低于", policy.LessThan}, {"不足", policy.LessThan}, {"不到", policy.LessThan}, {"少于", policy.LessThan}, {"小于", policy.LessThan}, {"未满", policy.LessThan},
	{"不满", policy.LessThan}, {"未达到", policy.LessThan}, {"未达", policy.LessThan},
	{"约", policy.About}, {"大约", policy.About}, {"约为", policy.About}, {"约达", policy.About}, {"大概", policy.About}, {"大致", policy.About},
	{"近", policy.Nearly}, {"接近", policy.Nearly}, {"将近", policy.Nearly}, {"逼近", policy.Nearly}, {"上", policy.OverBit},
}

// boundsAfter stand right after the unit.
var boundsAfter = []boundWord{
	{"以上", policy.AtLeast}, {"及以上", policy.AtLeast}, {"（含）以上", policy.AtLeast}, {"（含）及以上", policy.AtLeast}, {"或以上", policy.AtLeast}, {"起", policy.AtLeast},
	{"以下", policy.AtMost}, {"及以下", policy.AtMost}, {"（含）以下", policy.AtMost}, {"以内", policy.AtMost}, {"之内", policy.AtMost}, {"（含）以内", policy.AtMost}, {"内", policy.AtMost}, {"封顶", policy.AtMost},
	{"左右", policy.About}, {"上下", policy.About}, {"出头", policy.OverBit}, {"有余", policy.OverBit},
}

// boundTails end a word before a number that only looks like a bound: 签约4.2万户.
var boundTails = map[string][]string{
	"约": {"节约", "签约", "合约", "集约", "预约", "契约", "履约", "违约", "公约", "制约", "邀约", "续约"},
	"近": {"附近", "邻近", "靠近", "临近", "最近", "就近", "亲近", "贴近"},
	"超": {"赶超", "反超", "登超", "入超", "出超", "英超", "中超", "商超"},
	"上": {"以上", "线上", "网上", "市上", "会上", "加上", "地上", "海上", "身上", "基础上", "总体上", "原则上", "同比上", "环比上", "村上", "路上", "之上", "早上", "晚上", "榜上", "手上", "船上", "用上", "迈上", "跃上", "登上", "走上", "考上", "住上", "吃上", "喝上", "升上", "年上", "月上"},
	"起": {},
	"内": {},
}

// bind reads the comparator of the figure at [m.start, m.end).
func (p *passage) bind(m *mark) {
	f := m.fig
	if f.Measure == policy.Rank {
		return
	}
	w, says, at := p.boundBefore(f.num.Start)
	after, saysAfter := p.boundAfter(m.end)
	switch {
	case after != "" && !(w != "" && says == policy.AtMost && saysAfter == policy.AtLeast):
		f.Comparator = saysAfter
		f.bound = append(f.bound, policy.Span{Start: m.end, End: m.end + len(after)})
	case w != "" && (f.Comparator == policy.Equal || says == policy.AtMost):
		f.Comparator = says
		f.bound = append(f.bound, policy.Span{Start: at, End: at + len(w)})
	}
}

// boundBefore is the bound word right before byte i, and where it stands.
func (p *passage) boundBefore(i int) (w string, says policy.Comparator, at int) {
	for _, skip := range [...]string{"", "的", "了", "其"} {
		if !p.before(i, skip) {
			continue
		}
		j := i - len(skip)
		for _, b := range boundsBefore {
			if len(b.word) > len(w) && p.before(j, b.word) && !p.endsWord(j, b.word) {
				w, says, at = b.word, b.says, j-len(b.word)
			}
		}
		if w != "" {
			return
		}
	}
	return
}

// endsWord says whether the bound w before byte i is the end of another word.
func (p *passage) endsWord(i int, w string) bool {
	return p.beforeAny(i, boundTails[w]...) != ""
}

// boundAfter is the bound word at byte i.
func (p *passage) boundAfter(i int) (w string, says policy.Comparator) {
	for _, b := range boundsAfter {
		if len(b.word) > len(w) && p.after(i, b.word) {
			w, says = b.word, b.says
		}
	}
	switch w {
	case "起":
		if p.afterAny(i, "起来", "起步", "起点", "起草", "起重", "起降") != "" || !p.priced(i) {
			return "", ""
		}
	case "内":
		if p.afterAny(i, "内部", "内外", "内容", "内地", "内陆", "内资", "内河", "内需", "内生") != "" || p.beforeAny(i, "年", "月", "日", "天", "小时", "分钟") == "" {
			return "", ""
		}
	}
	return
}

// priced says whether a price or an age ends at byte i: 50元起.
func (p *passage) priced(i int) bool { return p.beforeAny(i, "元", "岁", "周岁") != "" }
