package extract

import (
	"cmp"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// changeVerbs end the heads of columns and the names of rows of changes, and changeBases say before them, or
// alone, against what: 比上年|增长.
var (
	changeVerbs, changeDirs  = saying[policy.Direction]("headchange/")
	changeBases, changedFrom = saying[string]("headbase/")
)

// notChanges end in a word of change and are levels all the same; rankHeads end the header of a column of ranks.
var notChanges, rankHeads = phrases["headlevel"], phrases["headrank"]

// change takes the words of change off the end of what is left.
func (r *headReader) change() {
	s := r.s[:r.tail()]
	if notChanges.suffix(s) > 0 {
		return
	}
	k := len(s) - changeVerbs.suffix(s)
	if i := k - changeBases.suffix(s[:k]); i < len(s) {
		w := s[i:]
		r.h.change, r.h.dir = true, changeDirs[s[k:]]
		r.h.base = cmp.Or(changedFrom[s[i:k]], r.h.base)
		r.h.yearly = strings.HasPrefix(w, "年均")
		if strings.HasPrefix(w, "累计") {
			r.h.reach = toMonth
		}
		r.h.absolute = endsIn(w, "额", "量", "数", "增加", "减少", "年初", "变化", "变动") || strings.HasPrefix(w, "净")
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
	if r.h.period.ok || r.shareOf() {
		return
	}
	left := r.left()
	if q, ok := normalize.HeaderPeriod(left); ok && left != "" && strings.Contains(r.s, left) {
		i := strings.Index(r.s, left)
		r.say(q, i, i+len(left))
		return
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

// indexBase reads what an index is held against: （上年同期=100）, 以上月价格为100.
func (r *headReader) indexBase() {
	i := strings.Index(r.s, "100")
	if i < 3 || !endsIn(r.s[:i], "=", "为") {
		return
	}
	at := strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(r.s[:i], "=为"), "价格"), "平均")
	for _, w := range [...]string{"上年同期", "上年同月", "去年同期", "去年同月", "上年", "上月"} {
		if !strings.HasSuffix(at, w) {
			continue
		}
		from, to := strings.TrimSuffix(strings.TrimSuffix(at, w), "以"), i+len("100")
		for _, b := range headBrackets {
			if strings.HasSuffix(from, b[0]) && strings.HasPrefix(r.s[to:], b[1]) {
				from, to = from[:len(from)-len(b[0])], to+len(b[1])
			}
		}
		r.h.base = changedFrom["比"+w]
		r.cut(len(from), to)
		return
	}
}

// monthReaches says of the heads of a monthly table which months their values are of.
var _, monthReaches = saying[reach]("reach/")

// months reads a header that is 本月 or 累计 besides what is read.
func (r *headReader) months() {
	if left := r.left(); left != "" && !r.h.period.ok {
		if to := monthReaches[left]; to != noReach && (to != wholeYear || r.h.status == policy.Target) {
			r.h.reach = to
			r.cut(0, len(r.s))
		} else if i := strings.Index(r.s, left); i >= 0 && len(left) > len("本月") && (startsIn(left, "本月", "当月", "上月") || startsIn(left, "累计") && oneOf(left[len("累计"):], amountHeads)) {
			r.h.reach = monthReaches[left[:len("本月")]]
			r.cut(i, i+len("本月")) // 本月价格
		} else if k := max(strings.Index(left, "为"), strings.Index(left, "占")); i >= 0 && k > 0 && monthReaches[strings.TrimPrefix(left[:k], "本期")] != noReach {
			r.h.reach = monthReaches[strings.TrimPrefix(left[:k], "本期")]
			r.cut(i, i+k) // 累计为预算%
		}
	}
}

// sameTimes name the time of the table a year before.
var sameTimes = phrases["sametime"]

// sameTime reads a header that ends with 上年同期.
func (r *headReader) sameTime() {
	t := r.tail()
	if n := len(endOf(upTo(r.s, len("上年同期")), "上年同期", "去年同期")); n > 0 && n < t { // 上年同期|累计
		r.h.earlier = true
		r.cut(0, n)
		return
	}
	if n := sameTimes.suffix(r.s[:t]); n > 0 && !endsIn(r.s[:t-n], "比", "较", "与", "为", "占") {
		r.h.earlier = true
		r.cut(t-n, t)
	}
}

// statusLexicon are the words of a column's header that say what its values claim.
var statusLexicon, statusSays = saying[policy.Status]("headstatus/")

// statuses takes a status word off the end of what is left, or off its start: 2024年|计划|投资.
func (r *headReader) statuses() {
	if r.shareOf() {
		return
	}
	t := r.tail()
	i := t - statusLexicon.suffix(r.s[:t])
	if i == t {
		i, t = r.statusAhead()
	}
	if i == t || endsIn(r.s[:i], "占", "为", "占年初", "占年度", "占全年") { // 占预算%
		return
	}
	if r.h.status == "" {
		r.h.status, r.h.statusAt = statusSays[r.s[i:t]], r.p.span(i, t)
	}
	r.cut(i, t)
}

// shareOf says whether the header is that of shares of what it names: 完成全年目标（%）.
func (r *headReader) shareOf() bool {
	if r.h.unit.unit.Kind != normalize.RatioUnit {
		return false
	}
	left := r.left()
	return startsIn(left, "完成", "占", "为") && len(left) > len("完成")
}

// statusAhead is where 计划 or 预计 stands before the name of an amount.
func (r *headReader) statusAhead() (from, to int) {
	from = len(r.s) - len(strings.TrimLeft(r.s, "\x00 "))
	to = from + len(endOf(upTo(r.s[from:], len("计划")), "计划", "预计"))
	if to >= r.tail() || ownNames.suffix(r.s[to:r.tail()]) == 0 || startsIn(r.s[to:], "生育", "外", "内", "单列") {
		return from, from
	}
	return from, to
}

// place reads a header that is the name of a place.
func (r *headReader) place() {
	left := r.left()
	n, p := normalize.MatchPlace(left)
	if n != len(left) || n == 0 {
		return
	}
	r.h.place, r.h.placeAt = p.Name, r.p.span(0, len(r.p.s))
	if p.Scope == normalize.Whole {
		r.h.place, r.h.own = "", true
	}
	r.cut(0, len(r.s))
	r.h.full = left
}
