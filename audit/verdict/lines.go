package verdict

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"shuzheng/policy"
)

// Lines reads a file of verdicts: an object of JSON a line, or one array of them, as
// Append and the evidence page write them. What is no verdict is left out, and is a Trouble
// with the file's name and the number of its line or item, from 1.
func Lines(file string, b []byte) (list []policy.Verdict, troubles []Trouble) {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if trimmed := bytes.TrimSpace(b); bytes.HasPrefix(trimmed, []byte("[")) {
		var items []json.RawMessage
		if err := json.Unmarshal(trimmed, &items); err != nil {
			return nil, []Trouble{{file, "", 1, "不是 JSON：" + err.Error(), "no JSON: " + err.Error()}}
		}
		for i, item := range items {
			list, troubles = take(list, troubles, file, i+1, item)
		}
		return list, troubles
	}
	n := 0
	for line := range bytes.Lines(b) {
		n++
		if line = bytes.TrimSpace(line); len(line) > 0 {
			list, troubles = take(list, troubles, file, n, line)
		}
	}
	return list, troubles
}

func take(list []policy.Verdict, troubles []Trouble, file string, n int, line []byte) ([]policy.Verdict, []Trouble) {
	v, zh, en := parse(line)
	if zh != "" {
		return list, append(troubles, Trouble{file, "", n, zh, en})
	}
	return append(list, v), troubles
}

// parse reads one verdict, or says what is wrong with it.
func parse(line []byte) (v policy.Verdict, zh, en string) {
	if err := json.Unmarshal(line, &v); err != nil || !utf8.Valid(line) {
		return v, "不是一条结论的 JSON", "no verdict in JSON"
	}
	for _, s := range []*string{&v.Value, &v.Reason, &v.Reviewer, &v.Date} {
		*s = strings.TrimSpace(*s)
	}
	switch {
	case !isKey(v.Figure) || !isKey(v.Digest):
		return v, "figure 或 digest 不是 16 位十六进制数", "figure or digest is not 16 hexadecimal digits"
	case v.Verdict != policy.Correct && v.Verdict != policy.Wrong && v.Verdict != policy.Doubtful:
		return v, fmt.Sprintf("verdict %q 不是 correct、wrong、doubtful 之一", v.Verdict), fmt.Sprintf("verdict %q is none of correct, wrong, doubtful", v.Verdict)
	case v.Date != "" && !validDate(v.Date):
		return v, fmt.Sprintf("date %q 不是 2026-05-01 这样的日期", v.Date), fmt.Sprintf("date %q is none like 2026-05-01", v.Date)
	case len(v.Reason) > maxText || len(v.Value) > maxText || len(v.Reviewer) > maxText:
		return v, "文字过长", "too long a text"
	}
	return v, "", ""
}

// Append writes verdicts as lines of JSON.
func Append(dst []byte, list []policy.Verdict) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i := range list {
		if err := e.Encode(&list[i]); err != nil {
			panic(err) // strings always have a JSON form
		}
	}
	return append(dst, b.Bytes()...)
}
