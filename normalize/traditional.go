package normalize

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"shuzheng/policy"
)

//go:embed traditional.txt
var traditionalText string

// simplified maps traditional characters to simplified ones; both take three bytes.
var simplified = sync.OnceValue(func() map[rune]rune {
	to := make(map[rune]rune, 4096)
	for _, line := range policy.Rows(traditionalText) {
		for pair := range strings.FieldsSeq(line) {
			from, n := utf8.DecodeRuneInString(pair)
			to[from], _ = utf8.DecodeRuneInString(pair[n:])
		}
	}
	return to
})

// tellingText are traditional characters that any text of some length has, and no simplified one.
const tellingText = "國會業經產與個萬億為這來時開關長門區縣說對過還進動發電車東馬數據點學實現質資費達運際題類級統計劃設備機構個項務場環縮減預約總額"

var telling = policy.CharSetWith(tellingText)

// Simplified writes s in simplified characters, byte for byte in the same places, if it is a text in
// traditional ones: 全縣生產總值 → 全县生产总值. Names quoted in a simplified text stay.
func Simplified(s string) (string, bool) {
	if !isTraditional(s) {
		return s, false
	}
	out, to := []byte(s), simplified()
	for i := 0; i < len(s); {
		r, n := policy.FirstRune(s[i:])
		if t, ok := to[r]; ok && n == 3 {
			utf8.EncodeRune(out[i:i+3], t)
		}
		i += n
	}
	return string(out), true
}

// sample is how many bytes of a text tell how it is written, at its beginning and in its middle.
const sample = 1200

// isTraditional says whether one of forty characters of s is a telling one, or more.
func isTraditional(s string) bool {
	if len(s) > 3*sample {
		return mostlyTelling(s[:sample]) || mostlyTelling(s[len(s)/2:len(s)/2+sample])
	}
	return mostlyTelling(s)
}

func mostlyTelling(s string) bool {
	hits := 0
	for i := telling.Next(s, 0); i < len(s); i = telling.Next(s, i+len("國")) {
		hits++
	}
	return hits > 1 && hits*40*len("國") >= len(s)
}
