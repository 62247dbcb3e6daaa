package platform

import (
	"strings"

	"shuzheng/normalize"
	"shuzheng/policy"
)

// apps finds services that are named by a quotation alone: one of three to five
// characters, the short name of a province or city and what the service does, “浙里办”,
// “苏服码”; and those of a list that a word for services closes: “云上青禾”“青企帮”等平台.
func (f *finder) apps(p *passage) {
	var found []name
	s := p.s
	for i := 0; ; i += 3 {
		k := normalize.IndexChar(s[i:], "”")
		if k < 0 {
			break
		}
		i += k
		if n, ok := f.app(i); ok {
			found = append(found, n)
		} else if n, ok := f.service(i); ok {
			found = append(found, n)
		}
	}
	if len(found) > 0 {
		f.names = between(f.names, found)
	}
}

// app takes the quotation that ends at byte end for a service, if it is one.
func (f *finder) app(end int) (n name, ok bool) {
	s := f.p.s
	if !appEndSet.Ends(s[:end]) {
		return n, false
	}
	start := end
	for start >= 3 && end-start < 18 && isHan(s, start-3) {
		start -= 3
	}
	w := s[start:end]
	if len(w) < 9 || len(w) > 15 || !strings.HasSuffix(s[:start], "“") || !appPlaceSet.Begins(w) {
		return n, false
	}
	if !strings.Contains(appPlaces, w[:3]) || !strings.Contains(appEnds, w[len(w)-3:]) {
		return n, false
	}
	return name{start: start, end: end, head: appHead, verdict: sureName, traits: isQuoted | hasQuote}, true
}

// service takes the quotation that ends at byte end for a service, if it is of a list that is called so.
func (f *finder) service(end int) (n name, ok bool) {
	s := f.p.s
	if rest := s[end+len("”"):]; !serviceGoesOn.Begins(rest) || !servicesBehind(rest) {
		return n, false
	}
	from := max(0, end-longestGroup)
	k := strings.LastIndex(s[from:end], "“")
	if k < 0 {
		return n, false
	}
	start := from + k + len("“")
	if w := s[start:end]; len(w) < 6 || slogan(w) || strings.ContainsAny(w, "，。；：、！？（” ") {
		return n, false
	}
	return name{start: start, end: end, head: appHead, verdict: sureName, traits: isQuoted | hasQuote}, true
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
	for _, w := range [...]string{"线上", "网上", "移动端", "移动", "政务", "服务", "信息", "数字", "智慧"} {
		rest = strings.TrimPrefix(rest, w)
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

var appPlaceSet, appEndSet = policy.WideSetOf(appPlaces), policy.WideSetOf(appEnds)

var appHead = &head{word: "", kind: "system", form: "应用", formNo: len(heads), need: needQuoted} // no head has the form

// between puts more names between those there are, both in order of place, but where
// a name stands already.
func between(names, more []name) []name {
	out := make([]name, 0, len(names)+len(more))
	for _, n := range more {
		for len(names) > 0 && names[0].end <= n.start {
			out, names = append(out, names[0]), names[1:]
		}
		if len(names) == 0 || names[0].start >= n.end {
			out = append(out, n)
		}
	}
	return append(out, names...)
}
