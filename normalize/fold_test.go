package normalize

import (
	"strings"
	"testing"
	"unicode/utf8"

	"shuzheng/policy"
)

var folds = []struct{ in, want string }{
	{"增长８．８％，达到１１９.９亿元；", "增长8.8%，达到119.9亿元；"}, {"增长5.5℅", "增长5.5%"},
	{"增长8.8 %, 达到 100 家", "增长8.8%，达到100家"},
	{"下降5.9%;PM10浓度", "下降5.9%；PM10浓度"},
	{"1～6 月", "1～6月"}, {"1~6月", "1～6月"}, {"10〜15%", "10～15%"}, {"３∼５家", "3～5家"},
	{"\"十四五\"期间，\"GDP\"与\"5G+\"", "“十四五”期间，\"GDP\"与\"5G+\""}, {"27\"屏", "27\"屏"}, {"\"两\n个\"", "\"两个\""}, {"5%—10%", "5%-10%"}, {"2016一2020年", "2016-2020年"}, {"十一5", "十一5"}, {"3一", "3一"}, {"2016–2020年", "2016-2020年"}, {"三—五年", "三-五年"}, {"科技——第一生产力", "科技——第一生产力"},
	{"北京—上海", "北京—上海"}, {"－3.5", "-3.5"}, {"产业‐10", "产业-10"},
	{"总值(GDP)为1,234亿元", "总值（GDP）为1,234亿元"}, {"(1)总则", "（1）总则"}, {"f(x) of y", "f(x) of y"},
	{"注:增长,其中:", "注：增长，其中："}, {"8:30至17:00", "8:30至17:00"}, {"比例为1:2", "比例为1:2"},
	{"见http://a.cn/~b?c", "见http://a.cn/~b?c"}, {"分别10,20,30家", "分别10，20，30家"},
	{"２８,５８３万元，１·８％，隧道１９ ０６７处", "28,583万元，1.8%，隧道19067处"}, {"１７%;PM１０浓度", "17%；PM10浓度"},
	{"１，２３４家", "1,234家"}, {"共１０，２０家", "共10，20家"},
	{"全市　工业\u00a0企业", "全市工业企业"}, {"入库培育数\n\n438 家", "入库培育数438家"}, {"114.87\r\n万元", "114.87万元"},
	{"Science and\tTechnology", "Science and Technology"}, {"2020 2021", "2020 2021"}, {"长100 km", "长100km"},
	{"零\u200b宽\ufeff符\u00ad号", "零宽符号"}, {"面积5㎡、6m²", "面积5㎡、6m²"}, {"⼀⽉⽇", "一月日"}, {"二〇三五", "二〇三五"},
	{"密度为5 221 km", "密度为5221km"}, {"隧道19 067处、1 896.66万米", "隧道19067处、1896.66万米"}, {"周转量1 194 044.56亿吨公里", "周转量1194044.56亿吨公里"},
	{"桥梁6 063.46 万米", "桥梁6063.46万米"}, {"2019 100家", "2019 100家"}, {"6 968 4574 21096", "6 968 4574 21096"}, {"PM2.5 100微克", "PM2.5 100微克"}, {"12 345 北京", "12 345北京"}, {"5\n221公里", "5 221公里"}, {"占5 221", "占5 221"}, {"面积1\u2009234公顷", "面积1234公顷"},
	{"上涨1·8%，20·2万吨，3·15晚会", "上涨1.8%，20.2万吨，3·15晚会"}, {"上升17%;PM10浓度", "上升17%；PM10浓度"},
	{"  首尾  ", "首尾"}, {"", ""}, {"创新;", "创新；"}, {"Ａ＆Ｂ", "A&B"},
}

func TestFold(t *testing.T) {
	for _, c := range folds {
		got := Fold(policy.Plain(c.in, 0))
		if got.String() != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got.String(), c.want)
		}
	}
}

// TestFoldOfBrokenBytes: folding ends, and leaves the text around them, though bytes are no characters.
func TestFoldOfBrokenBytes(t *testing.T) {
	for _, s := range []string{"\xe6\x8c00年|0000\xef\xbc(亩)00", "年\xef\xef\xbc\x9112％亩", "年１亩\xef\xbc"} {
		if got := Fold(policy.Plain(s, 0)).String(); !strings.Contains(got, "年") || !strings.Contains(got, "亩") {
			t.Errorf("Fold(%q) = %q", s, got)
		}
	}
}

func TestFoldKeepsOrigins(t *testing.T) {
	text := Fold(policy.Plain("增长 ８．８ ％，", 7))
	at := strings.Index(text.String(), "8.8%")
	if got, want := text.Span(at, at+4), (policy.Span{Start: 14, End: 27}); got != want {
		t.Errorf("8.8%% stands at %v, want %v", got, want)
	}
}

func TestFoldAllocatesNothing(t *testing.T) {
	text := policy.Plain(prose, 0)
	if n := testing.AllocsPerRun(100, func() { Fold(text) }); n != 0 {
		t.Errorf("%v allocations for a folded text", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, c := range folds {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // decoding comes first
		}
		text := Fold(policy.Plain(s, 0))
		last := policy.Span{}
		for i := range text.String() {
			_, n := utf8.DecodeRuneInString(text.String()[i:])
			span := text.Span(i, i+n)
			if span.Start < last.Start || span.End < last.End || span.End > len(s) || span.Len() <= 0 {
				t.Fatalf("Fold(%q) = %q: character %d at %v after %v", s, text.String(), i, span, last)
			}
			last = span
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{"folded": prose, "unfolded": strings.ReplaceAll(prose, "，", ",")} {
		b.Run(name, func(b *testing.B) {
			text := policy.Plain(strings.Repeat(s, 100), 0)
			b.SetBytes(int64(text.Len()))
			b.ReportAllocs()
			for b.Loop() {
				Fold(text)
			}
		})
	}
}

// No character that Fold may change lies outside the ranges that are looked through for them.
func TestFoldable(t *testing.T) {
	for r := rune(0); r < 0xffff; r++ {
		if s := string(r); utf8.ValidRune(r) && (foldable.Next(s, 0) == 0) != mayFold(r) {
			t.Errorf("%U: got %v", r, !mayFold(r))
		}
	}
}
