package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzArrange holds any text against what Arrange promises: no panic, blocks in
// order and apart, inside the text, every digit outside markup in one of them.
func FuzzArrange(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	for _, s := range []string{"", "\t", "\t\n\n1\n", "\t指标\n\t数\n\n\t增\n\n1\n\n\n", "<table><tr><td>1</td><td>2</td></tr><tr><td rowspan=9>3</td></tr></table>",
		"# 一、甲\n**乙1**\n[3](4)", "| a | b |\n|---|---|\n| 1 | 2 |", "第一条\u3000【目的】1。\n第二条", "1\n\f2\r\n3\r4", "专栏1 甲\n1.乙。丙", "表1 甲（单位：元）\n\ta\n\tb\n\n\t1\n\t2\n注：3",
		"&nbsp;\\*1\n<p>2</p><script>3</script>", "a,1,2\nb,3,4\nc,5,6", "1900A|\n" + strings.Repeat("0|\n", 6) + "1900 |\n0|\n0|\n0| |\n0|\n0|\n1900A|\n" + strings.Repeat("0|\n", 5) + "0||", "项目  一月  二月\n甲  1  2\n乙  3  4", "||||\n||00||"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 1<<16 {
			t.Skip()
		}
		defer mustEnd()()
		checkDocument(t, arranged(s))
	})
}

// mustEnd stops the test, with the stacks of all goroutines, where what is done
// before the call of what it gives does not come to an end. It is no measure of
// speed: all that it guards is done in seconds on the slowest machine.
func mustEnd() (ended func() bool) {
	return time.AfterFunc(3*time.Minute, func() { panic("three minutes and no end") }).Stop
}

// TestLongTexts reads texts of a megabyte or more of what is hardest to take in one
// pass: work that grows with the square of the text would not come to an end.
func TestLongTexts(t *testing.T) {
	for name, s := range map[string]string{
		"one line":           strings.Repeat("工业增加值增长5.2%，", 1<<16),
		"wrapped, no end":    strings.Repeat("工业增加值增长5.2%，工业增加值增长百分之\n", 1<<15),
		"blank between":      strings.Repeat("工业增加值增长5.2%，工业增加值增长百分之\n\n", 1<<15),
		"tabs":               strings.Repeat("\t工业增加值增长百分之五\n", 1<<16),
		"tab, then text":     "\t表\n" + strings.Repeat("工业增加值增长百分之五\n", 1<<16),
		"tab groups":         strings.Repeat("\t甲\n\t乙\n\t丙\n\n\t丁\n\n", 1<<14),
		"short lines":        strings.Repeat("甲1\n乙2\n", 1<<16),
		"short lines, sums":  strings.Repeat("甲\n乙\n丙\n丁\n12\n", 1<<15),
		"aligned":            strings.Repeat("甲  乙  丙\n", 1<<16),
		"bars":               strings.Repeat("甲|乙|丙\n", 1<<16),
		"rows on a line":     strings.Repeat("地区 | 本月 | 累计 | 青禾镇 | 812 | 7230 | 松山镇 | 430 | 4106 | 临江镇 | 388 | 3920 |\n", 1<<13),
		"broken rows":        strings.Repeat("甲 | 乙\n| 丙 |\n丁 | 1\n2 | 3 |\n", 1<<14),
		"full commas":        strings.Repeat("甲，乙，丙\n丁，1，2\n", 1<<15),
		"head of blanks":     "地区|\n" + strings.Repeat("|\n", 12) + strings.Repeat("甲|\n"+strings.Repeat("|\n", 13), 40) + strings.Repeat("甲|\n", 40) + strings.Repeat("青禾县|\n"+strings.Repeat("12|\n", 13), 20),
		"headings":           strings.Repeat("一、总则\n（一）目的\n1.范围\n", 1<<15),
		"boxes":              strings.Repeat("专栏1 甲\n（一）目的\n", 1<<15),
		"lost breaks":        strings.Repeat("（一）目的。）。）（三）\n（三）目的。\n", 1<<14),
		"one lost break":     "（一）目的。\n" + strings.Repeat("）（五）", 1<<17) + "\n（三）目的。\n",
		"sentences":          strings.Repeat("（一）总则目的。\n（责任单位：甲）\n", 1<<14),
		"no stop, a foot":    strings.Repeat("工业增加值增长百分之五，", 1<<15) + "版权所有",
		"long box":           "专栏1 甲\n1.乙。\n" + strings.Repeat("工业增加值增长百分之五。\n", 1<<15),
		"brackets":           strings.Repeat("[", 1<<20),
		"links":              strings.Repeat("](", 1<<19),
		"bold":               strings.Repeat("**", 1<<19),
		"tags":               strings.Repeat("<p", 1<<19),
		"open tables":        strings.Repeat("<table>", 1<<17),
		"comments":           strings.Repeat("<!--", 1<<18),
		"scripts":            strings.Repeat("<script>", 1<<14),
		"tables in one line": strings.Repeat("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", 1<<14),
		"wide cells":         "<table>" + strings.Repeat("<tr><td rowspan=1000 colspan=1000>1", 1<<10) + "</table>",
		"bold lines":         strings.Repeat("**工业增加值增长百分之五**，工业增加值增长百分之\n", 1<<15),
		"carriage returns":   strings.Repeat("工业增加值增长百分之五\r", 1<<16),
		"page numbers":       strings.Repeat("1\n\f", 1<<16),
		"attachments":        strings.Repeat("附件：\n1.甲\n", 1<<15),
		"notes":              "\t甲\n\t乙\n\n\t丙\n\t1\n\n" + strings.Repeat("注：甲\n", 1<<15),
	} {
		t.Run(name, func(t *testing.T) {
			defer mustEnd()()
			checkDocument(t, arranged(s))
		})
	}
}
