package normalize

import (
	"strings"

	"shuzheng/policy"
)

// HalfWidth writes what is full-width and not punctuation in ASCII, which what stands beside it
// is judged by: ２８,５８３ and １·８％ are numbers as 28,583 and 1·8% are.
func HalfWidth(t policy.Text) policy.Text {
	if !strings.ContainsFunc(t.String(), isWide) {
		return t
	}
	s, e := t.String(), t.Edit()
	for i := 0; i < len(s); {
		r, n := policy.FirstRune(s[i:])
		switch {
		case isWide(r):
			e.CopyTo(i)
			e.Replace(n, ascii[r-0xfee0:r-0xfee0+1])
		case r == '，' && separator(s, i):
			e.CopyTo(i)
			e.Replace(n, ",")
		}
		i += n
	}
	return e.Text()
}

// isWide says whether r is a full-width letter, digit or sign that Chinese text has no use for.
func isWide(r rune) bool { return r >= '！' && r < '～' && r != '－' && !isPunctuation(r) }

// separator says whether the full-width comma at byte i parts full-width digits
// in threes: １，２３４.
func separator(s string, i int) bool {
	before, _ := policy.LastRune(s[:i])
	if before < '０' || before > '９' {
		return false
	}
	j, count := i+len("，"), 0
	for ; j < len(s); count++ {
		r, n := policy.FirstRune(s[j:])
		if r < '０' || r > '９' {
			break
		}
		j += n
	}
	return count == 3
}

// usual is the character that one of another form stands for, "" where r is none of them.
func usual(r rune) string {
	switch {
	case r == '∶' || r == '︰':
		return "："
	case r == '〜' || r == '∼' || r == '˜' || r == '﹋':
		return "～"
	case r == '﹪' || r == '℅':
		return "%"
	case r >= '⼀' && r <= '⿕':
		return radicals[r-'⼀']
	case isWide(r):
		return ascii[r-0xfee0 : r-0xfee0+1]
	}
	return ""
}

// ascii holds every ASCII character at its own place, to be sliced.
var ascii = func() string {
	var b [128]byte
	for i := range b {
		b[i] = byte(i)
	}
	return string(b[:])
}()

func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xa0, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

func isInvisible(r rune) bool {
	switch {
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2064,
		r == 0xad, r == 0xfeff, r >= 0xfe00 && r <= 0xfe0f, r >= 0x80 && r < 0xa0 && r != 0x85:
		return true
	}
	return false
}

func isDash(r rune) bool {
	return r >= '‐' && r <= '―' || r == '−' || r == '─' || r == '－' || r == '﹣'
}

// isPunctuation names the full-width signs that Chinese text keeps.
func isPunctuation(r rune) bool {
	switch r {
	case '，', '；', '：', '？', '！', '（', '）':
		return true
	}
	return false
}

func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' ||
		r >= hanFirst && r <= hanLast && signs[r-hanFirst] != noSign || r == '〇'
}

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r < 0x250 || r == '/' || r == '_'
}

// isChinese says whether r is a Han character or Chinese punctuation, beside
// which no blank stands.
func isChinese(r rune) bool {
	return r >= 0x2e80 && r < 0xa000 && r != 0x3000 || r >= 0xf900 && r < 0xfb00 || r >= 0x20000 ||
		r == '～' || isPunctuation(r) || r >= '‘' && r <= '”' || r == '…' || r == '—'
}

// radicals are the characters that stand for U+2F00 to U+2FD5.
var radicals = strings.Split(""+
	"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕"+
	"大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日"+
	"曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"+
	"目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"+
	"衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"+
	"頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠", "")
