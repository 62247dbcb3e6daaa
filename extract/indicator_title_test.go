package extract

import "testing"

// TestHeadingOf reads what a heading says is given to those whom the paragraph names, with the heading as evidence.
func TestHeadingOf(t *testing.T) {
	for _, c := range [...]struct{ heading, text, want string }{
		{"# （一）租房补贴", "博士每月1600元。", "博士租房补贴"},
		{"# 三、补助标准", "国家级25万元。", "国家级补助标准"},
		{"# （四）加大人才奖励", "领军人才60万元。", "领军人才"},
		{"# （五）扶持资金", "企业年产值6亿元。", "企业年产值"},
		{"# （二）交通补贴", "在县内无住房的，每年3000元。", "交通补贴"},
		{"探亲补贴", "博士每年4000元。", "博士探亲补贴"},
		{"第五条 生育医疗费用补贴标准如下：", "（一）顺产1800元；", "顺产生育医疗费用补贴标准"},
	} {
		doc, _ := contextCase([]string{"= 青禾县人才补贴办法", c.heading, c.text})
		analyse(doc, Options{})
		f := doc.Figures[0]
		if f.Indicator != c.want {
			t.Errorf("%s, %s: got %s, want %s", c.heading, c.text, f.Indicator, c.want)
		}
		if first := f.Evidence.Indicator[0]; (first == doc.Blocks[1].Span) != (f.Indicator == c.want && c.want != "领军人才" && c.want != "企业年产值") {
			t.Errorf("%s, %s: evidence %v", c.heading, c.text, f.Evidence.Indicator)
		}
	}
}
