package extract

import (
	"strings"

	"shuzheng/normalize"
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

// measure reads whether a figure tells of a change, a multiple or a level.
func (p *passage) measure(k int) {
	m := &p.marks[k]
	f := m.fig
	if f.Measure == policy.Rank {
		return
	}
	if p.multiple(k) || f.Unit == "位" && (p.ranksOn(k) || p.ranksBare(k)) {
		return
	}
	at := p.skipFillers(f.num.Start)
	w, says := p.changeBefore(at)
	if strings.HasPrefix(w, "增长") && p.before(at-len(w), "自然") {
		return // 人口自然增长率5.2‰ is a level
	}
	if f.Unit == "百分点" && rates.suffix(w) == len(w) && w != "" {
		if c, cs, cat := p.compared(k); c != "" { // 高于工业增加值增速|0.1个百分点
			w, says, at = c, cs, cat
		}
	}
	if w == "" {
		w, says, at = p.compared(k)
	}
	if w == "" {
		w, says, at = p.changeBehind(m)
	}
	if w == "" {
		w, says, at = p.fastest(m)
	}
	if strings.HasSuffix(w, "快") && len(f.Scale) > len("1000") {
		return // 加快300万人口以上城市轨道交通成网
	}
	if w == "" && (p.saysAgain(k) || p.elsewhere(k)) || (w == "新增" || w == "净增") && (f.Unit == "岁" || p.sizeFollows(k)) {
		return // 新增亿元以上项目68个
	}
	if w == "" || p.levelAfter(at, m) || p.pairs(k, at-len(w), at) || f.kind == normalize.CountUnit && betters.suffix(w) == len(w) && (p.countsBehind(k) || p.done(k, w)) {
		return
	}
	f.Measure, f.Direction = policy.Change, says
	f.verb = policy.Span{Start: at - len(w), End: at}
	if strings.HasPrefix(f.Value, "-") {
		f.Direction = opposite(says)
	}
}

// sizeFollows says whether figure k tells how large the things are that the next one counts.
func (p *passage) sizeFollows(k int) bool {
	if k+1 >= len(p.marks) || p.marks[k+1].fig == nil || p.boundAfterLen(p.marks[k].end) == 0 {
		return false
	}
	return p.attributive(k, p.marks[k+1].start)
}

// done says whether the change word w tells what was done with the things that figure k counts:
// 机构规范化提升74家.
func (p *passage) done(k int, w string) bool {
	f := p.marks[k].fig
	return w != "提高" && p.before(f.num.Start, w) && oneOf(f.Unit, bettered) && !containsAny(p.s[p.clauses[f.clause].start:f.num.Start], "比", "较", "量", "数")
}

var bettered = []string{"家", "个", "所", "座", "处", "条"}

// ranksOn says whether the figure of mark k is a further rank of a list that says 第 once,
// and makes it one: 居全省第2、3位.
func (p *passage) ranksOn(k int) bool {
	if k == 0 || p.marks[k-1].fig == nil || p.marks[k-1].fig.Measure != policy.Rank || p.s[p.marks[k-1].end:p.marks[k].start] != "、" {
		return false
	}
	p.marks[k].fig.Measure = policy.Rank
	return true
}

// ranksBare says whether the figure of mark k is a rank that leaves 第 out, and makes it one:
// 列全省56位, 居全国12位.
func (p *passage) ranksBare(k int) bool {
	f := p.marks[k].fig
	n := rankLexicon.suffix(p.s[:f.num.Start])
	if n == 0 || p.beforeAny(f.num.Start-n, "列", "居", "排名", "排", "名列", "位列", "位居") == "" {
		return false
	}
	f.Measure = policy.Rank
	return true
}

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

// skipFillers goes back from byte i over bounds and fillers.
func (p *passage) skipFillers(i int) int {
	for {
		n := fillerLexicon.suffix(p.s[:i])
		if n == 0 {
			n = remarkLen(p.s[:i])
		}
		if n == 0 {
			return i
		}
		i -= n
	}
}

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

// changeBefore is the longest change word that ends at byte i and is no part of
// another word.
func (p *passage) changeBefore(i int) (w string, says policy.Direction) {
	if i == 0 || !changeLexicon.mayEnd(p.s[:i]) {
		return
	}
	for _, c := range changeLexicon.last.at(charAt(p.s[:i], lastRuneAt(p.s[:i]))) {
		if p.before(i, c) && p.beforeAny(i, changeTails[c]...) == "" {
			return c, changeSays[c]
		}
	}
	return
}

// compared finds a comparison further back in the clause: 低于全省平均3.7个百分点,
// where what is compared with stands between.
func (p *passage) compared(k int) (w string, says policy.Direction, at int) {
	f := p.marks[k].fig
	cl := p.clauses[f.clause]
	from := cl.start
	for i := k - 1; i >= 0 && p.marks[i].end > from; i-- {
		if p.marks[i].fig != nil && p.s[p.marks[i].end:f.num.Start] != "）" { // 高于全国（3.9%）3.6个百分点
			from = p.marks[i].end
			break
		}
	}
	gap := p.s[from:f.num.Start]
	if _, n := compareLexicon.lastIn(gap); n == 0 {
		return "", "", 0
	}
	for _, c := range comparisons {
		i := lastIndex(gap, c.word)
		if i < 0 || i+len(c.word) == len(gap) || len(gap)-i > 60 {
			continue
		}
		rest := gap[i+len(c.word):]
		if endsIn(gap[:i], "不", "不得") {
			continue // 不超过上年度贡献的80%: a bound of a share
		}
		if f.Unit == "%" && strings.HasSuffix(rest, "的") {
			continue // 均超过年计划的50%: the bound of a share
		}
		if f.Unit == "百分点" && oneOf(c.word, distances) {
			return c.word, c.says, from + i + len(c.word)
		}
		if !comparedWith(rest) || f.Unit != "百分点" && f.Unit != "%" && f.Unit != "基点" && !strings.Contains(rest, "平均") {
			continue
		}
		return c.word, c.says, from + i + len(c.word)
	}
	return "", "", 0
}

// changeBehind reads the change word behind a rate: 保持15%增长, 20%以上的增速.
func (p *passage) changeBehind(m *mark) (w string, says policy.Direction, at int) {
	if m.fig.Unit != "%" {
		return
	}
	i := m.end
	i += p.boundAfterLen(i)
	if p.after(i, "的") {
		i += len("的")
	}
	up := p.afterAny(i, "增长", "增速", "增幅", "增长率", "正增长", "速度增长")
	down := p.afterAny(i, "降幅", "下降", "跌幅")
	switch at = i + len(up) + len(down); {
	case p.afterAny(at, "为", "到", "至") != "": // 由3.9%下降为2.3%, 由18%下降到16%
	case up != "":
		return up, policy.Up, at
	case down != "":
		return down, policy.Down, at
	}
	return "", "", 0
}

// fastest reads the rate that the clause before speaks of: 增加值增速最快，为6.0%.
func (p *passage) fastest(m *mark) (w string, says policy.Direction, at int) {
	f := m.fig
	cl := p.clauses[f.clause]
	if f.Unit != "%" || f.clause == 0 || p.skipFillers(f.num.Start) != cl.start {
		return
	}
	before := p.clauses[f.clause-1]
	for _, c := range [...]changeWord{{"增速", policy.Up}, {"增幅", policy.Up}, {"涨幅", policy.Up}, {"降幅", policy.Down}, {"跌幅", policy.Down}, {"负增长", policy.Down}} {
		if i := lastIndex(p.s[before.start:before.end], c.word); i >= 0 && before.end-before.start-i <= 24 {
			if c.word == "负增长" && strings.HasPrefix(f.Value, "-") {
				c.says = policy.Up // 出现负增长，为-5.2%: the sign says the rest
			}
			return c.word, c.says, before.start + i + len(c.word)
		}
	}
	return
}

// comparedWith says whether a figure may be compared with what rest names.
func comparedWith(rest string) bool {
	for _, w := range [...]string{"平均", "全国", "全省", "全市", "全县", "全区", "同期", "增速", "预期", "目标", "上年", "去年", "GDP", "水平", "省", "市", "上月", "计划", "以上", "经济增长", "进度"} {
		if strings.Contains(rest, w) {
			return true
		}
	}
	return false
}

// levelAfter says whether the number after a change word is what was reached, not
// by how much: 增加到1370家, 缩短至5个工作日, 减少为跑一次, 扩大到8家.
func (p *passage) levelAfter(at int, m *mark) bool {
	if at > m.fig.num.Start || at <= p.clauses[m.fig.clause].start {
		return false
	}
	gap := p.s[at:m.fig.num.Start]
	if strings.Contains(gap, "率") {
		return false
	}
	for _, w := range [...]string{"至", "到", "成"} {
		if strings.HasPrefix(gap, w) && !strings.HasPrefix(gap, "至少") {
			return true
		}
	}
	if strings.HasPrefix(gap, "为") || strings.HasPrefix(gap, "在") {
		return !p.rateWord(at)
	}
	return false
}

// saysAgain says whether mark k only says the change before it in another unit, and makes it
// one: 比2019年减少273.5千公顷（410.2万亩）.
func (p *passage) saysAgain(k int) bool {
	m := &p.marks[k]
	if k == 0 || p.marks[k-1].fig == nil || p.s[p.marks[k-1].end:m.start] != "（" || !p.after(m.end, "）") {
		return false
	}
	g := p.marks[k-1].fig
	if g.Measure != policy.Change || m.fig.Unit == "%" || m.fig.Unit == g.Unit {
		return false
	}
	m.fig.Measure, m.fig.Direction, m.fig.verb, m.fig.Base = g.Measure, g.Direction, g.verb, g.Base
	return true
}

// elsewhere says whether mark k is the change before it in another place, and makes it one:
// 增长7.5%（全市6.1%、全省5.8%）.
func (p *passage) elsewhere(k int) bool {
	m := &p.marks[k]
	if k == 0 || p.marks[k-1].fig == nil || p.marks[k-1].fig.Measure != policy.Change || p.marks[k-1].fig.Unit != m.fig.Unit || m.fig.Unit != "%" {
		return false
	}
	gap := p.s[p.marks[k-1].end:m.start]
	where := strings.TrimPrefix(strings.TrimPrefix(gap, "（"), "、")
	if len(where) == len(gap) || where == "" || placeLen(where) != len(where) || openBracket(p.s[p.clauses[m.fig.clause].start:m.start]) < 0 {
		return false
	}
	g := p.marks[k-1].fig
	m.fig.Measure, m.fig.Direction, m.fig.Base = g.Measure, g.Direction, g.Base
	if strings.HasPrefix(g.Value, "-") != strings.HasPrefix(m.fig.Value, "-") {
		m.fig.Direction = opposite(g.Direction)
	}
	return true
}

// pairs says whether the change word [from, to) stands between the two ends of a pair, of
// which mark k is the second: 由3.9%|下降|为2.3%.
func (p *passage) pairs(k, from, to int) bool {
	return k > 0 && p.marks[k-1].fig != nil && p.marks[k-1].end == from && p.marks[k-1].fig.Unit == p.marks[k].fig.Unit && p.s[to:max(to, p.marks[k].fig.num.Start)] == "为"
}

// rateWord says whether a rate ends at byte i: 增速为6%, 增幅为3.2%.
func (p *passage) rateWord(i int) bool {
	return p.beforeAny(i, "增幅", "增速", "降幅", "涨幅", "跌幅", "增长率", "增长速度", "升幅", "减幅", "增长幅度", "增长", "下降", "提高", "增量", "降低") != ""
}

// multiple reads 翻两番, 是去年同期的270%, 相当于全国的1.5倍.
func (p *passage) multiple(k int) bool {
	f := p.marks[k].fig
	i := f.num.Start
	switch {
	case f.Unit == "番":
		f.Measure = policy.Multiple
		if w := p.beforeAny(i, "翻", "翻了"); w != "" {
			f.verb = policy.Span{Start: i - len(w), End: i}
		}
		return true
	case f.Unit == "倍":
		if at := p.skipFillers(i); p.beforeAny(at, "增长", "增加", "提高", "提升", "上升", "扩大", "增") != "" && !p.before(i, "到") && !p.before(i, "至") {
			return false
		}
		f.Measure = policy.Multiple
		return true
	case f.Unit == "%" && p.before(i, "的") && p.timesOf(i, f):
		f.Measure = policy.Multiple
		return true
	case f.Unit == "%" && f.clause >= 0:
		// 分别是去年同期的270%、160%: the second of the list
		if k == 0 {
			return false
		}
		g := p.marks[k-1].fig
		if g != nil && g.Measure == policy.Multiple && g.Unit == "%" && p.marks[k-1].end+len("、") == i && p.before(i, "、") {
			f.Measure = policy.Multiple
			return true
		}
	}
	return false
}

// timesOf says whether the clause before byte i reads 是…的 with an earlier time or
// another place as the measure: 是去年同期的, 相当于2015年的.
func (p *passage) timesOf(i int, f *draft) bool {
	head := p.s[p.clauses[f.clause].start:i]
	if containsAny(head, "恢复至", "恢复到") && strings.HasSuffix(head, "同期的") {
		return true // 恢复至2019年同期的60.7%
	}
	if !strings.Contains(head, "是") && !strings.Contains(head, "为") && !strings.Contains(head, "相当于") {
		return false
	}
	for _, w := range [...]string{"去年", "上年", "同期", "年的", "平均", "全国的", "全省的", "上月", "末的"} {
		if strings.Contains(head, w) {
			return true
		}
	}
	return false
}
