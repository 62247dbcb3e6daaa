package platform

import (
	"slices"
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// apps finds services that are named by a quotation alone: one of three to five
// characters, the short name of a province or city and what the service does, “浙里办”,
// “苏服码”; and those of a list that a word for services closes: “云上青禾”“青企帮”等平台.
func (f *finder) apps(p *passage) {
	s, found := p.s, false
	for i := 0; ; i += 3 {
		k := normalize.IndexChar(s[i:], "”")
		if k < 0 {
			break
		}
		i += k
		if start, end := f.app(i); start >= 0 && !slices.ContainsFunc(f.names, func(n name) bool { return n.start < end && start < n.end && n.verdict == sureName }) {
			f.names = slices.DeleteFunc(f.names, func(n name) bool { return n.start < end && start < n.end })
			f.names = append(f.names, name{start: start, end: end, head: appHead, verdict: sureName, traits: isQuoted | hasQuote})
			found = true
		}
	}
	if found {
		slices.SortFunc(f.names, func(a, b name) int { return a.start - b.start })
	}
}

// app is where the name of a service begins and ends, of which the quotation that ends at byte end is the
// most; start is -1 if it is none: “浙里办”, “健康临江”APP.
func (f *finder) app(end int) (start, to int) {
	s := f.p.s
	rest := s[end+len("”"):]
	app := strings.HasPrefix(rest, "APP")
	listed := app || serviceGoesOn.Begins(rest) && servicesBehind(rest)
	if !listed && !appEndSet.Ends(s[:end]) {
		return -1, end
	}
	from := max(0, end-longestGroup)
	k := strings.LastIndex(s[from:end], "“")
	if k < 0 {
		return -1, end
	}
	start = from + k + len("“")
	w := s[start:end]
	if listed && (len(w) < 6 || slogan(w) || strings.ContainsAny(w, "，。；：、！？（” ")) {
		return -1, end
	}
	if app {
		return start - len("“"), end + len("”APP")
	}
	if listed || len(w) >= 9 && len(w) <= 15 && allHan(w) && strings.Contains(appPlaces, w[:3]) && strings.Contains(appEnds, w[len(w)-3:]) {
		return start, end
	}
	return -1, end
}

// servicesBehind says whether s begins with what closes a list of services, behind more members of it:
// 、“青企帮”等线上平台. One member alone needs 等.
func servicesBehind(s string) bool {
	more := false
	for range maxMembers {
		rest, quoted := strings.CutPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "、"), "和"), "“")
		k := strings.Index(rest, "”")
		if !quoted || k < 0 || k > longestGroup {
			break
		}
		s, more = rest[k+len("”"):], true
	}
	rest, and := strings.CutPrefix(s, "等")
	if !and && !more {
		return false
	}
	for w := serviceWords.longest(rest); w != ""; w = serviceWords.longest(rest) {
		rest = rest[len(w):]
	}
	return policy.BeginsAny(rest, "平台", "系统", "应用", "小程序", "公众号", "客户端", "APP") && !strings.HasPrefix(rest, "平台经济")
}

// serviceGoesOn is what may follow the quotation of a service that is one of a list.
var serviceGoesOn = policy.WideSetOf("“、和等")

// appPlaces begin and appEnds end such names.
const (
	appPlaces = "京津冀晋蒙辽吉沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁穗深杭甬榕汉蓉筑邕"
	appEnds   = "办通检码查易融贷服帮管批"
)

var appEndSet = policy.WideSetOf(appEnds)

var appHead = &head{word: "", kind: "system", form: "应用", need: needQuoted} // no head has the form
