package extract

import (
	"shuzheng/normalize"
)

// belowZero is the number of degrees that numeral n says to be below zero: 零下2.5℃.
func (c *context) belowZero(n normalize.Numeral) (normalize.Numeral, bool) {
	if !c.after(n.Start, "零下") {
		return n, false
	}
	m := normalize.ScanNumeral(c.s, n.Start+len("零下"))
	return m, m.Form == normalize.Arabic && c.degrees(m.Start)
}

// minus is where the sign of the number that begins at byte i stands, -1 if it
// has none: 增长-3.2%, but not 2-3家, 户均减负3.6万元.
func (p *passage) minus(i int) int {
	if i == 0 || !mayEndMinus(p.s[i-1]) {
		return -1
	}
	w := p.beforeAny(i, "-", "−", "负")
	j := i - len(w)
	if w == "" || w == "负" && p.beforeAny(j, "正", "减") != "" || w != "负" && j > 0 && !p.signs(j, i) {
		return -1
	}
	return j
}

// signs says whether the dash at byte j is the sign of the number at byte i behind it, by what stands before: 最低气温|-13.0℃;
// 沁水县2%，阳城县|-1.3%.
func (p *passage) signs(j, i int) bool {
	b := p.s[j-1]
	if b >= 0x80 && p.degrees(i) {
		return true
	}
	if b >= '0' && b <= '9' || isLetter(b) || b == '-' || b == '%' || b == ')' {
		return false
	}
	return p.beforeAny(j, "长", "降", "为", "是", "达", "至", "到", "比", "（", "，", "、", "和", "及", "与", "率", "幅", "速", "值", "额", "润", " ") != "" ||
		i == j+len("-") && b >= 0x80 && p.beforeAny(j, "县", "市", "区", "州", "旗", "业", "品", "类") != "" && p.after(normalize.ScanNumeral(p.s, i).End, "%")
}

// degrees says whether the number that begins at byte i is of degrees.
func (p *passage) degrees(i int) bool {
	for i < len(p.s) && (p.s[i]-'0' < 10 || p.s[i] == '.') {
		i++
	}
	return p.afterAny(i, "℃", "°C", "摄氏度", "度") != "" && p.afterAny(i, "度假", "度夏") == ""
}

// mayEndMinus says whether byte c may be the last of -, − or 负.
func mayEndMinus(c byte) bool { return c == '-' || c == 0x92 || c == 0x9f }
