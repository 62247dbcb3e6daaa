package export

import (
	_ "embed"
	"fmt"
	"strings"

	"shuzheng/policy"
)

//go:embed messages.tsv
var messagesTSV string

// A message is a wording with gaps, in both languages.
type message struct{ zh, en []string }

// gap stands in messages.tsv for what differs from one message to the next.
const gap = "{}"

var messages = readMessages(messagesTSV)

// readMessages panics on a fault: the table is the program's own.
func readMessages(tsv string) (list []message) {
	for n, c := range policy.Cells("messages.tsv", tsv, 2) {
		m := message{strings.Split(c[0], gap), strings.Split(c[1], gap)}
		if c[0] == "" || c[1] == "" || len(m.zh) != len(m.en) {
			panic(fmt.Sprintf("messages.tsv:%d: not two wordings with the same gaps", n))
		}
		list = append(list, m)
	}
	return list
}

// Message words a problem of a document in the language. Documents hold the
// Chinese wording; one that messages.tsv does not know stays as it is.
func (l Lang) Message(zh string) string {
	if l != English {
		return zh
	}
	for _, m := range messages {
		if filled, ok := m.match(zh); ok {
			return m.english(filled)
		}
	}
	return zh
}

// match gives what stands in the gaps of s.
func (m message) match(s string) (filled []string, ok bool) {
	s, ok = strings.CutPrefix(s, m.zh[0])
	for k, piece := range m.zh[1:] {
		at := strings.Index(s, piece)
		if k == len(m.zh)-2 { // the last piece stands at the end
			at = len(s) - len(piece)
		}
		if at < 0 || s[at:at+len(piece)] != piece {
			return nil, false
		}
		filled, s = append(filled, s[:at]), s[at+len(piece):]
	}
	return filled, ok && s == ""
}

// english fills the gaps, which may hold messages themselves.
func (m message) english(filled []string) string {
	var b strings.Builder
	b.WriteString(m.en[0])
	for k, s := range filled {
		b.WriteString(English.Message(s))
		b.WriteString(m.en[k+1])
	}
	return b.String()
}
