package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// measure reads whether a figure tells of a change, a multiple or a level.
func (p *passage) measure(k int) {
	m := &p.marks[k]
	f := m.fig
	if f.Measure == policy.Rank || p.multiple(k) || p.orderedChange(k) || f.Unit == "位" && (p.ranksOn(k) || p.ranksBare(k)) || p.atSpeed(m) {
		return
	}
	w, says, at := p.changeWord(k)
	if w == "" || p.levelAfter(at, m) || p.pairs(k, at-len(w), at) || f.kind == normalize.CountUnit && betters.suffix(w) == len(w) && (p.countsBehind(k) || p.done(k, w)) {
		return
	}
	f.Measure, f.Direction = policy.Change, says
	f.verb = policy.Span{Start: at - len(w), End: at}
	if strings.HasPrefix(f.Value, "-") {
		f.Direction = opposite(says)
	}
	if f.Unit == "百分点" && containsAny(p.s[p.clauses[f.clause].start:at], "下拉", "拉低", "拖累") {
		f.Direction = policy.Down // 下拉工业产值增速1.1个百分点
	}
}

// changeWord is the word that makes a change of figure k, what it says, and where it ends; "" where none does.
func (p *passage) changeWord(k int) (w string, says policy.Direction, at int) {
	f := p.marks[k].fig
	at = p.skipFillers(f.num.Start)
	w, says = p.changeBefore(at)
	switch {
	case w == "":
		w, says, at = p.changeElsewhere(k)
	case p.statesLevel(k, at-len(w), w):
		return "", "", 0
	case f.Unit == "百分点" && rates.suffix(w) == len(w):
		if c, cs, cat := p.compared(k); c != "" { // 高于工业增加值增速|0.1个百分点
			w, says, at = c, cs, cat
		}
	}
	if w == "" && (p.saysAgain(k) || p.elsewhere(k)) || strings.HasSuffix(w, "快") && len(f.Scale) > len("1000") || (w == "新增" || w == "净增") && (f.Unit == "岁" || p.sizeFollows(k)) {
		return "", "", 0 // 加快300万人口以上城市轨道交通成网, 新增亿元以上项目68个
	}
	return w, says, at
}

// statesLevel says whether the change word w at byte i makes no change of figure k: 人口自然|增长率5.2‰, 核|减16万元, 按投入|增量的10%,
// 改造|提升12万亩, 坝|高120米.
func (p *passage) statesLevel(k, i int, w string) bool {
	f := p.marks[k].fig
	switch {
	case strings.HasPrefix(w, "增长") && p.before(i, "自然"), p.before(i, "核"), w == "增量" && p.before(f.num.Start, "的"):
		return true
	case w == "高":
		return f.kind == normalize.LengthUnit && !containsAny(p.s[p.clauses[f.clause].start:i], "比", "较")
	}
	return betters.is(w) && f.Unit != "%" && f.Unit != "百分点" && p.beforeAny(i, "改造", "建设", "整治") != ""
}

// changeElsewhere finds the change word of figure k where none stands right before it, and marks what
// changes as its object where that stands between.
func (p *passage) changeElsewhere(k int) (w string, says policy.Direction, at int) {
	if w, says, at = p.compared(k); w != "" {
		return w, says, at
	}
	m := &p.marks[k]
	if w, says, at = p.changeBehind(m); w != "" {
		return w, says, at
	}
	if w, says, at = p.fastest(m); w != "" {
		return w, says, at
	}
	w, says, at = p.changed(k)
	m.fig.object = w != ""
	return w, says, at
}

// sizeFollows says whether figure k tells how large the things are that the next one counts.
func (p *passage) sizeFollows(k int) bool {
	return p.figureAt(k+1) != nil && p.boundAfterLen(p.marks[k].end) > 0 && p.attributive(k, p.marks[k+1].start)
}

// done says whether the change word w tells what was done with the things that figure k counts:
// 机构规范化提升74家.
func (p *passage) done(k int, w string) bool {
	f := p.marks[k].fig
	return w != "提高" && p.before(f.num.Start, w) && oneOf(f.Unit, bettered) && !containsAny(p.s[p.clauses[f.clause].start:f.num.Start], "比", "较", "量", "数")
}

// ranksOn says whether the figure of mark k is a further rank of a list that says 第 once,
// and makes it one: 居全省第2、3位.
func (p *passage) ranksOn(k int) bool {
	if before := p.figureAt(k - 1); before == nil || before.Measure != policy.Rank || p.s[p.marks[k-1].end:p.marks[k].start] != "、" {
		return false
	}
	p.marks[k].fig.Measure = policy.Rank
	return true
}

// ranksBare says whether the figure of mark k is a rank that leaves 第 out, and makes it one:
// 列全省56位, 居全国12位.
func (p *passage) ranksBare(k int) bool {
	f := p.marks[k].fig
	if n := rankLexicon.suffix(p.s[:f.num.Start]); n == 0 || p.beforeAny(f.num.Start-n, "列", "居", "排名", "排", "名列", "位列", "位居") == "" {
		return false
	}
	f.Measure = policy.Rank
	return true
}

// skipFillers goes back from byte i over bounds and fillers.
func (p *passage) skipFillers(i int) int {
	for {
		n := fillerLexicon.suffix(p.s[:i])
		if n == 0 {
			n = max(remarkLen(p.s[:i]), footnoteMark(p.s[:i])) // 名义增长[1]7%
		}
		if n == 0 {
			return i
		}
		i -= n
	}
}

// changeBefore is the longest change word that ends at byte i and is no part of
// another word.
func (p *passage) changeBefore(i int) (w string, says policy.Direction) {
	for c := range changeLexicon.ending(p.s[:i]) {
		if changeTails.suffix(p.s[:i]) <= len(c) {
			return c, changeSays[c]
		}
	}
	return
}

// atSpeed makes a change of the rate that a speed is told by: 以年均|25%|的速度递增.
func (p *passage) atSpeed(m *mark) bool {
	if m.fig.Unit != "%" || !p.after(m.end, "的") {
		return false
	}
	at := m.end + len(p.afterAny(m.end, "的速度", "的增速", "的幅度"))
	w, says := changeAt(p.s[at:])
	if at == m.end || w == "" {
		return false
	}
	m.fig.Measure, m.fig.Direction = policy.Change, says
	m.fig.verb = policy.Span{Start: at, End: at + len(w)}
	return true
}

// compared finds a comparison further back in the clause: 低于全省平均3.7个百分点,
// where what is compared with stands between.
func (p *passage) compared(k int) (w string, says policy.Direction, at int) {
	f := p.marks[k].fig
	cl := p.clauses[f.clause]
	from := cl.start
	for i := k - 1; i >= 0 && p.marks[i].end > from; i-- {
		if p.marks[i].fig != nil && p.s[p.marks[i].end:f.num.Start] != "）" && !p.aimFollows(i) { // 高于全国（3.9%）3.6个百分点
			from = p.marks[i].end
			break
		}
	}
	gap := p.s[from:f.num.Start]
	if _, n := compareLexicon.lastIn(gap); n == 0 || giveLexicon.suffix(gap) > 0 {
		return "", "", 0 // 增速超过全市平均水平的再奖励|5万元
	}
	for _, w := range compareLexicon.words {
		i := lastIndex(gap, w)
		if i < 0 || i+len(w) == len(gap) || len(gap)-i > 60 || endsIn(gap[:i], "不", "不得") {
			continue // 不超过上年度贡献的80%: a bound of a share
		}
		if compares(w, gap[i+len(w):], f.Unit) {
			return w, compareSays[w], from + i + len(w)
		}
	}
	return "", "", 0
}

// compares says whether the word w compares a figure in the unit with rest, which stands between: 低于|全省平均|3.7个百分点, 超出|年初预算|820万
// 元; but 均超过|年计划的|50% bounds a share.
func compares(w, rest, unit string) bool {
	far := unit == "百分点" && distances.is(w) || w == "超出" && plans.suffix(rest) > 0
	return (far || comparable.in(rest) && (oneOf(unit, rateUnits) || strings.Contains(rest, "平均"))) && !(unit == "%" && strings.HasSuffix(rest, "的"))
}

// rateUnits are what rates are compared in.
var rateUnits = []string{"百分点", "%", "基点"}

// changed finds the verb of a change that what changes stands behind: 压减|审批时限|60%.
func (p *passage) changed(k int) (w string, says policy.Direction, at int) {
	f := p.marks[k].fig
	if f.Unit != "%" && f.Unit != "百分点" {
		return
	}
	from := p.clauses[f.clause].start
	if i := p.figureBefore(k); i >= 0 {
		from = max(from, p.marks[i].end)
	}
	end := f.num.Start - len(p.beforeAny(f.num.Start, "约", "近", "超", "超过", "逾", "不低于", "不少于", "至少"))
	if from >= end {
		return
	}
	from = p.trimLeft(from, end)
	n := changers.prefix(p.s[from:end])
	if n == 0 || !mayChange(p.s[from+n:end]) {
		return
	}
	w = p.s[from : from+n]
	return w, changeSays[w], from + n
}

// mayChange says whether s, which stands between a verb of change and a rate, is what changes:
// 审批时限, but 率达到.
func mayChange(s string) bool {
	return len(s) >= 6 && len(s) <= 36 && !strings.ContainsAny(s, "|0123456789") && !startsIn(s, "的", "率", "幅", "速", "了", "到", "至", "为") && !endsIn(s, "至", "到", "为", "达", "在", "是", "占", "于", "的", "比")
}

// changeBehind reads the change word behind a rate: 保持15%增长, 20%以上的增速.
func (p *passage) changeBehind(m *mark) (w string, says policy.Direction, at int) {
	if m.fig.Unit != "%" {
		return
	}
	i := p.figureEnd(m)
	if p.after(i, "的") {
		i += len("的")
		i += manners.prefix(p.s[i:]) // 保持30%以上的快速增长
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

// levelAfter says whether the number after a change word is what was reached, not
// by how much: 增加到1370家, 缩短至5个工作日, 减少为跑一次, 扩大到8家.
func (p *passage) levelAfter(at int, m *mark) bool {
	if at > m.fig.num.Start || at <= p.clauses[m.fig.clause].start {
		return false
	}
	gap := p.s[at:m.fig.num.Start]
	return startsIn(gap, "为", "在") && !strings.Contains(gap, "率") && p.beforeIn(at, rateWords) == ""
}

// saysAgain says whether mark k only says the change before it in another unit, and makes it
// one: 比2019年减少273.5千公顷（410.2万亩）.
func (p *passage) saysAgain(k int) bool {
	m, g := &p.marks[k], p.figureAt(k-1)
	if g == nil || g.Measure != policy.Change || m.fig.Unit == "%" || m.fig.Unit == g.Unit || p.s[p.marks[k-1].end:m.start] != "（" || !p.after(m.end, "）") {
		return false
	}
	m.fig.Measure, m.fig.Direction, m.fig.verb, m.fig.Base = g.Measure, g.Direction, g.verb, g.Base
	return true
}

// elsewhere says whether mark k is the change before it in another place, and makes it one:
// 增长7.5%（全市6.1%、全省5.8%）.
func (p *passage) elsewhere(k int) bool {
	m, g := &p.marks[k], p.figureAt(k-1)
	if g == nil || g.Measure != policy.Change || g.Unit != "%" || m.fig.Unit != "%" {
		return false
	}
	gap := p.s[p.marks[k-1].end:m.start]
	where := strings.TrimPrefix(strings.TrimPrefix(gap, "（"), "、")
	if len(where) == len(gap) || where == "" || placeLen(where) != len(where) || openBracket(p.s[p.clauses[m.fig.clause].start:m.start]) < 0 {
		return false
	}
	m.fig.Measure, m.fig.Direction, m.fig.Base = g.Measure, g.Direction, g.Base
	if strings.HasPrefix(g.Value, "-") != strings.HasPrefix(m.fig.Value, "-") {
		m.fig.Direction = opposite(g.Direction)
	}
	return true
}

// pairs says whether the change word [from, to) stands between the two ends of a pair, of
// which mark k is the second: 由3.9%|下降|为2.3%; 满100元|减|20元.
func (p *passage) pairs(k, from, to int) bool {
	f, first := p.marks[k].fig, p.figureAt(k-1)
	if first == nil || p.marks[k-1].end != from-len(p.beforeAny(from, "立", "直")) || first.Unit != f.Unit {
		return false
	}
	f.object = p.before(p.marks[k-1].start, "满")
	f.verb.End = to * btoi(f.object)
	return f.object || p.s[to:max(to, f.num.Start)] == "为"
}
