package extract

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// A headChange is a word of change with what it compares to and its direction.
type headChange struct {
	word string
	base string
	dir  policy.Direction
}

// headChanges tell that a column or row holds changes; the longest that ends the
// header is taken off it.
var headChanges = []headChange{
	{"年均增长率", "", policy.Up}, {"年均增长", "", policy.Up}, {"年均增速", "", policy.Up}, {"年均增幅", "", policy.Up}, {"年均", "", ""}, {"年均/累计", "", ""}, {"年均增长/累计", "", policy.Up}, {"年均增速/累计", "", policy.Up}, {"年均增长率/累计", "", policy.Up},
	{"比上年同期增长", "yoy", ""}, {"比上年增长", "yoy", ""}, {"比上年增减", "yoy", ""}, {"比上年±", "yoy", ""}, {"比上年", "yoy", ""}, {"比去年同期", "yoy", ""}, {"比去年", "yoy", ""}, {"比上年末", "yoy", ""}, {"比上年末增长", "yoy", ""},
	{"较上年增长", "yoy", ""}, {"较上年增减", "yoy", ""}, {"较上年±", "yoy", ""}, {"较上年", "yoy", ""}, {"较上年同期", "yoy", ""}, {"较去年同期", "yoy", ""}, {"为上年", "yoy", ""}, {"比上年同期", "yoy", ""}, {"比上年同期±", "yoy", ""}, {"与上年相比", "yoy", ""},
	{"同比增长", "yoy", ""}, {"同比增速", "yoy", ""}, {"同比增幅", "yoy", ""}, {"同比增减", "yoy", ""}, {"同比±", "yoy", ""}, {"同比", "yoy", ""}, {"同比增长率", "yoy", ""}, {"同比变化", "yoy", ""}, {"比上年增减", "yoy", ""}, {"可比增长", "yoy", ""},
	{"环比增长", "mom", ""}, {"环比", "mom", ""}, {"比上月增长", "mom", ""}, {"较上月", "mom", ""}, {"比上月", "mom", ""},
	{"增长率", "", ""}, {"增长速度", "", ""}, {"增速", "", ""}, {"增幅", "", ""}, {"增长", "", ""}, {"增减", "", ""}, {"增减幅度", "", ""}, {"增减额", "", ""}, {"增减率", "", ""}, {"增长额", "", ""}, {"增减数", "", ""}, {"比去年同月", "yoy", ""}, {"比上年同月", "yoy", ""}, {"比去年同月增长", "yoy", ""}, {"比上年同月增长", "yoy", ""}, {"比去年同期增长", "yoy", ""}, {"比去年增长", "yoy", ""}, {"较去年同期增长", "yoy", ""}, {"较上年同期增长", "yoy", ""}, {"比去年同期增减", "yoy", ""}, {"比上年同期增减", "yoy", ""}, {"较上年同期增减", "yoy", ""}, {"与上年同期相比", "yoy", ""}, {"增减量", "", ""}, {"涨幅", "", ""}, {"±", "", ""}, {"升降", "", ""}, {"变动", "", ""}, {"变化率", "", ""},
	{"比年初增加额", "年初", policy.Up}, {"比年初增加", "年初", policy.Up}, {"比年初", "年初", ""}, {"较年初", "年初", ""}, {"较年初增加", "年初", policy.Up}, {"比年初增减", "年初", ""}, {"比年初增长", "年初", ""},
	{"比上年增加", "yoy", policy.Up}, {"比上年末增加", "yoy", policy.Up}, {"比上年减少", "yoy", policy.Down}, {"增加额", "", policy.Up}, {"减少额", "", policy.Down}, {"增加量", "", policy.Up}, {"同比增加", "yoy", policy.Up}, {"同比减少", "yoy", policy.Down}, {"净增", "", policy.Up}, {"净增加", "", policy.Up},
	{"下降", "", policy.Down}, {"降低", "", policy.Down}, {"降幅", "", policy.Down}, {"下降率", "", policy.Down}, {"降低率", "", policy.Down}, {"减少", "", policy.Down}, {"累计下降", "", policy.Down}, {"累计降低", "", policy.Down}, {"下降幅度", "", policy.Down},
	{"累计增长", "", policy.Up}, {"提高", "", policy.Up}, {"增加", "", policy.Up},
}

var changeEndings = newEndings(headChanges, func(w *headChange) string { return w.word })

// notChanges end in a word of change and are levels all the same.
var notChanges = newLexicon([]string{"自然增长率", "机械增长率", "自然增长", "社会增加", "工业增加"})

// rankHeads end the header of a column of ranks.
var rankHeads = newLexicon([]string{"位次", "排名", "名次", "排位", "位数次"})

// change takes the words of change off the end of what is left.
func (r *headReader) change() {
	s := r.s[:r.tail()]
	if notChanges.suffix(s) > 0 {
		return
	}
	if w := changeEndings.of(s); w != nil {
		i := len(s) - len(w.word)
		r.h.change, r.h.dir = true, w.dir
		if w.base != "" {
			r.h.base = w.base
		}
		r.h.yearly = strings.HasPrefix(w.word, "年均")
		if strings.HasPrefix(w.word, "累计") {
			r.h.reach = toMonth
		}
		r.h.absolute = endsIn(w.word, "额", "量", "数", "增加", "减少", "年初", "变化", "变动") || strings.HasPrefix(w.word, "净")
		r.cut(i, len(s))
		r.comparedYear(i)
		return
	}
	if n := rankHeads.suffix(s); n > 0 {
		r.h.rank = true
		r.cut(len(s)-n, len(s))
	}
}

// comparedYear reads the year a change counts from: 比2019年, 较2020年.
func (r *headReader) comparedYear(end int) {
	for _, w := range [...]string{"比", "较"} {
		i := lastIndex(r.s[:end], w)
		if i < 0 {
			continue
		}
		at := i + len(w)
		if n, q := normalize.MatchPeriod(r.s[at:end]); n > 0 && at+n == end && !q.Relative {
			r.h.base = q.Resolve(0)
			r.cut(i, end)
		}
	}
}

// periods reads the first statement of time in a column's header.
func (r *headReader) periods() {
	if r.h.period.ok {
		return
	}
	left := r.left()
	if q, ok := normalize.HeaderPeriod(left); ok && left != "" {
		i := strings.Index(r.s, left)
		if i >= 0 {
			r.say(q, i, i+len(left))
			return
		}
	}
	for i := 0; i < len(r.s); i++ {
		if r.s[i] == 0 || r.s[i]&0xc0 == 0x80 {
			continue
		}
		if n, q := normalize.MatchPeriod(r.s[i:]); n > 0 && !q.Vague {
			r.say(q, i, i+n)
			return
		}
	}
}

func (r *headReader) say(q normalize.Period, i, j int) {
	r.h.period = said{ok: true, period: q, edtf: q.Resolve(0), raw: r.p.s[i:j], span: r.p.span(i, j)}
	r.cut(i, j)
}

// indexBases are what an index of 100 stands for.
var indexBases = []struct{ word, base string }{
	{"上年同期", "yoy"}, {"上年同月", "yoy"}, {"去年同期", "yoy"}, {"去年同月", "yoy"}, {"上年", "yoy"}, {"上月", "mom"},
}

// indexBase reads what an index is held against: （上年同期=100）, 以上月价格为100.
func (r *headReader) indexBase() {
	i := strings.Index(r.s, "100")
	if i < 3 || !endsIn(r.s[:i], "=", "为") {
		return
	}
	at := strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(r.s[:i], "=为"), "价格"), "平均")
	for _, w := range indexBases {
		if !strings.HasSuffix(at, w.word) {
			continue
		}
		from, to := strings.TrimSuffix(strings.TrimSuffix(at, w.word), "以"), i+len("100")
		for _, b := range headBrackets {
			if strings.HasSuffix(from, b[0]) && strings.HasPrefix(r.s[to:], b[1]) {
				from, to = from[:len(from)-len(b[0])], to+len(b[1])
			}
		}
		r.h.base = w.base
		r.cut(len(from), to)
		return
	}
}

// A monthWord says in the head of a monthly table which months its values are of.
type monthWord struct {
	word  string
	reach reach
}

var monthWords = []monthWord{
	{"1-本月累计", toMonth}, {"1-本月", toMonth}, {"本月止累计", toMonth}, {"至本月累计", toMonth}, {"本月末累计", toMonth}, {"本月累计", toMonth}, {"自年初累计", toMonth}, {"年初至本月", toMonth},
	{"本年累计", toMonth}, {"今年累计", toMonth}, {"至本月", toMonth}, {"至本月平均", toMonth}, {"累计", toMonth}, {"累计数", toMonth}, {"累计值", toMonth}, {"累计完成", toMonth},
	{"年度", wholeYear}, {"全年", wholeYear}, {"年初", wholeYear}, {"本年", wholeYear},
	{"上期", lastMonth}, {"上期数", lastMonth}, {"上月", lastMonth}, {"上月数", lastMonth}, {"上月末", lastMonth},
	{"本月", thisMonth}, {"当月", thisMonth}, {"本月数", thisMonth}, {"本月值", thisMonth}, {"本月实绩", thisMonth}, {"当月数", thisMonth}, {"当月值", thisMonth},
}

var monthEndings = newEndings(monthWords, func(w *monthWord) string { return w.word })

// months reads a header that is 本月 or 累计 besides what is read.
func (r *headReader) months() {
	if left := r.left(); left != "" && !r.h.period.ok {
		if w := monthEndings.of(left); w != nil && len(w.word) == len(left) && (w.reach != wholeYear || r.h.status == policy.Target) {
			r.h.reach = w.reach
			r.cut(0, len(r.s))
		}
	}
}

// sameTimes name the time of the table a year before.
var sameTimes = newLexicon([]string{"上年同期", "去年同期", "上年同月", "去年同月", "同期", "上年同期数", "去年同期数", "同期数"})

// sameTime reads a header that ends with 上年同期.
func (r *headReader) sameTime() {
	t := r.tail()
	if n := sameTimes.suffix(r.s[:t]); n > 0 && !endsIn(r.s[:t-n], "比", "较", "与", "为", "占") {
		r.h.earlier = true
		r.cut(t-n, t)
	}
}

// A headStatus is a word of a column's header that says what its values claim.
type headStatus struct {
	word   string
	status policy.Status
}

var headStatuses = []headStatus{
	{"目标任务", policy.Target}, {"目标值", policy.Target}, {"目标数", policy.Target}, {"规划目标", policy.Target}, {"发展目标", policy.Target}, {"预期目标", policy.Target}, {"年度目标", policy.Target}, {"目标", policy.Target},
	{"规划值", policy.Target}, {"规划数", policy.Target}, {"规划", policy.Target}, {"计划数", policy.Target}, {"计划", policy.Target}, {"计划值", policy.Target}, {"预期值", policy.Target}, {"预期", policy.Target}, {"任务数", policy.Target}, {"任务", policy.Target}, {"预算数", policy.Target}, {"预算", policy.Target}, {"力争", policy.Target}, {"展望", policy.Target}, {"展望值", policy.Target},
	{"预计数", policy.Estimate}, {"预计完成", policy.Estimate}, {"预计值", policy.Estimate}, {"预计达到", policy.Estimate}, {"预计", policy.Estimate}, {"预测值", policy.Estimate}, {"预测", policy.Estimate}, {"估计", policy.Estimate}, {"快报数", policy.Actual}, {"初步数", policy.Actual},
	{"实际完成", policy.Actual}, {"实际值", policy.Actual}, {"实际数", policy.Actual}, {"实际", policy.Actual}, {"完成值", policy.Actual}, {"完成数", policy.Actual}, {"完成情况", policy.Actual}, {"完成", policy.Actual}, {"实绩", policy.Actual}, {"基期值", policy.Actual}, {"基期", policy.Actual}, {"基数", policy.Actual}, {"基础值", policy.Actual}, {"现状值", policy.Actual}, {"现状", policy.Actual}, {"基准值", policy.Actual}, {"基准", policy.Actual}, {"决算数", policy.Actual}, {"执行数", policy.Actual}, {"达到值", policy.Actual}, {"发生额", policy.Actual}, {"基年", policy.Actual},
}

var statusEndings = newEndings(headStatuses, func(w *headStatus) string { return w.word })

// statuses takes a status word off the end of what is left.
func (r *headReader) statuses() {
	t := r.tail()
	w := statusEndings.of(r.s[:t])
	if w == nil || endsIn(r.s[:t-len(w.word)], "占", "为", "占年初", "占年度", "占全年") { // 占预算%
		return
	}
	if r.h.status == "" {
		r.h.status, r.h.statusAt = w.status, r.p.span(t-len(w.word), t)
	}
	r.cut(t-len(w.word), t)
}

// place reads a header that is the name of a place.
func (r *headReader) place() {
	left := r.left()
	if left == "" {
		return
	}
	n, p := normalize.MatchPlace(left)
	if n != len(left) {
		if n, p = normalize.MatchRelativePlace(left); n != len(left) {
			return
		}
	}
	r.h.place, r.h.placeAt = p.Name, r.p.span(0, len(r.p.s))
	if p.Scope == normalize.Whole {
		r.h.place, r.h.own = "", true
	}
	r.cut(0, len(r.s))
	r.h.full = left
}
