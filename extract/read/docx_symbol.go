package read

import (
	"strconv"
	"strings"
)

// symbol writes a character that is named by its code in a font.
func (d *docx) symbol(x *xmlScanner, t xmlToken) {
	font, _ := x.attr(t, "font")
	hex, _ := x.attr(t, "char")
	code, err := strconv.ParseUint(hex, 16, 32)
	sign := symbolSign(font, rune(code))
	if err != nil || sign == "" {
		d.miss(&d.unread.symbols)
		sign = "\uFFFD"
	}
	d.show(t.start)
	d.w.put(t.start, t.end-t.start, sign)
}

// symbolSign is the sign at a code of a font, "" where nobody knows it. Fonts of
// symbols have their signs at U+F000 and above.
func symbolSign(font string, code rune) string {
	c := code
	if c >= 0xf000 && c <= 0xf0ff {
		c -= 0xf000
	}
	if c < 0x20 || c == 0x7f || c > 0x10ffff || c >= 0xd800 && c < 0xe000 {
		return ""
	}
	if signs := symbolFonts[strings.ToLower(font)]; signs != nil {
		return signs[c]
	}
	if code >= 0xe000 && code <= 0xf8ff {
		return ""
	}
	return string(code)
}

// symbolFonts are the signs of those fonts that documents use: signs of arithmetic
// and Greek letters, boxes and ticks of forms, bullets.
var symbolFonts = map[string]map[rune]string{
	"symbol":      signs("%%,++,--,..,//,<<,>>,==,((,)),[[,]],0-9,aα,bβ,cχ,dδ,eε,fφ,gγ,hη,kκ,lλ,mμ,nν,pπ,qθ,rρ,sσ,tτ,wω,xξ,yψ,zζ,DΔ,FΦ,GΓ,LΛ,PΠ,QΘ,SΣ,WΩ,XΞ,YΨ,£≤,¥∞,·•,°°,±±,³≥,´×,¸÷,¹≠,»≈,Å⊕,Ö√,å∑,¢′,²″,®→,¬←"),
	"wingdings":   signs("l●,n■,m○,o□,q❑,r❒,s⬧,t⧫,u◆,v❖,w⬥,¨◻,§▪,x⌧,Øü➢,ü✓,û✗,ý☒,þ☑,Ø➢,à→,ß←,á↑,â↓,J☺,(☎,*✉"),
	"wingdings 2": signs("P✓,O✗,R☑,Q☒,£☐,T⊠,S☒,i①,j①,k②,l③,m④,n⑤,o⑥,p⑦,q⑧,r⑨,s⑩"),
	"wingdings 3": signs("p▲,q▼,u▶,t◀"),
}

// signs reads a list of codes (in Latin-1) with their signs: l●, and 0-9 for digits
// that stand for themselves.
func signs(list string) map[rune]string {
	m := map[rune]string{}
	for entry := range strings.SplitSeq(list, ",") {
		r := []rune(entry)
		if entry == "0-9" {
			for c := '0'; c <= '9'; c++ {
				m[c] = string(c)
			}
			continue
		}
		if len(r) == 2 {
			m[r[0]] = string(r[1])
		}
	}
	return m
}
